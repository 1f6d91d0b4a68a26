package page

import (
	"fmt"
	"math"

	"recto/quiz/stats"
	"recto/quiz/stats/plot"
	"recto/quiz/words"
)

// How many spans of a series are drawn.
const (
	days   = 30
	weeks  = 26
	months = 24
)

// charts draws a report, in the order of the page: two beside each other.
func (p painter) charts() []chart {
	var all []chart
	r, title := p.r, &p.Stats.Titles
	if r.Total.Reviews > 0 {
		all = append(all, p.calendar(), p.forecast(),
			p.curve(name("by-day"), &p.Page.ByDay, last(r.Days, days), true),
			p.curve(name("by-week"), &p.Page.ByWeek, last(r.Weeks, weeks), false),
			p.curve(name("by-month"), &p.Page.ByMonth, last(r.Months, months), false),
			p.ratings())
	}
	all = append(all, p.cards())
	if r.Total.Reviews > 0 {
		all = append(all, p.hours())
	}
	if plot.Sum(r.Retrievability) == 0 {
		return all
	}
	percent := func(b stats.Bin) (string, string) {
		from := p.Locale.Fixed(100*b.From, 0)
		return from, p.Page.FromTo(from, p.Stats.Percent(*b.To, 0))
	}
	length := func(b stats.Bin) (string, string) { return p.stabilityLabel(b.From), p.StabilityName(b) }
	grade := func(b stats.Bin) (string, string) {
		from := p.Locale.Fixed(b.From, 0)
		return from, p.Page.FromTo(from, p.Locale.Fixed(*b.To, 0))
	}
	return append(all,
		p.histogram(name("retrievability"), title.Retrievability, p.Page.OfRecall, r.Retrievability, percent),
		p.histogram(name("stability"), title.Stability, p.Page.OfStability, r.Stability, length),
		p.histogram(name("difficulty"), title.Difficulty, p.Page.OfDifficulty, r.Difficulty, grade))
}

func last(list []stats.Period, n int) []stats.Period { return list[max(len(list)-n, 0):] }

// stabilityLabel names where a bin of stabilities begins, in few letters.
func (p painter) stabilityLabel(from float64) string {
	switch {
	case from == 0:
		return "0"
	case from < 60:
		return p.Schedule.Interval(math.Round(from), words.Day)
	case from < 365:
		return p.Schedule.Interval(math.Round(from/30), words.Month)
	}
	return p.Schedule.Interval(math.Round(from/365), words.Year)
}

// ratings draws how often each rating was given.
func (p painter) ratings() chart {
	var list []share
	for i, class := range [...]name{"r1", "r2", "r3", "r4"} {
		list = append(list, share{p.Common.Ratings[i], p.r.Total.Ratings[i], class})
	}
	return p.shares(name("ratings"), p.Stats.Titles.Ratings, p.Stats.Columns.Reviews, list)
}

// forecast draws what comes due, what is overdue on top of today.
func (p painter) forecast() chart {
	f := p.r.Forecast
	var list []bar
	sum := 0
	for i, n := range f.Days {
		day := p.r.Today + stats.Date(i)
		b := bar{name: p.Day(day), value: float64(n), shown: p.Stats.Count.Cards(n)}
		if i%5 == 0 {
			b.label = p.dayMonth(day)
		}
		if i == 0 {
			b.label = p.Stats.Today
			if b.upper = float64(f.Overdue); f.Overdue > 0 {
				b.shown += p.Page.Overdue(p.Thousands(f.Overdue))
			}
		} else {
			sum += n
		}
		list = append(list, b)
	}
	said := p.Page.Forecast(f.Days[0], p.Thousands(f.Overdue), p.Thousands(sum), stats.ForecastDays, p.Thousands(f.Later))
	return p.bars(name("forecast"), p.Stats.Titles.DueIn(stats.ForecastDays), said, p.Page.Columns.Cards, list)
}

// hours draws when reviews were made.
func (p painter) hours() chart {
	var list []bar
	busiest := 0
	for hour, h := range p.r.Hours {
		b := bar{name: fmt.Sprintf("%02d:00", hour), value: float64(h.Reviews), shown: p.Stats.Count.Reviews(h.Reviews)}
		if share, ok := h.True().Retention(); ok {
			b.shown += p.Page.Remembered(p.Stats.Percent(share, 0))
		}
		if hour%3 == 0 {
			b.label = fmt.Sprintf("%02d", hour)
		}
		if h.Reviews > p.r.Hours[busiest].Reviews {
			busiest = hour
		}
		list = append(list, b)
	}
	return p.bars(name("hours"), p.Stats.Titles.Hours, p.Page.Hours(list[busiest].name), p.Stats.Columns.Reviews, list)
}

// histogram draws how many cards have a value; called returns the label of a bin
// below the chart and its name.
func (p painter) histogram(id name, title, of string, bins []stats.Bin, called func(stats.Bin) (label, name string)) chart {
	var list []bar
	sum, most := 0, 0
	for i, b := range bins {
		label, named := called(b)
		list = append(list, bar{label: label, name: named, value: float64(b.Cards), shown: p.Stats.Count.Cards(b.Cards)})
		if sum += b.Cards; b.Cards > bins[most].Cards {
			most = i
		}
	}
	highest := ""
	if sum > 0 {
		highest = list[most].name
	}
	return p.bars(id, title, p.Page.Histogram(of, highest), p.Page.Columns.Cards, list)
}

// cards draws how the cards stand.
func (p painter) cards() chart {
	n, say := p.r.Cards, &p.Stats.Columns
	return p.shares(name("cards"), p.Stats.Titles.Cards, p.Page.Columns.Cards, []share{
		{say.New, n.New, "l1"}, {say.Learning, n.Learning, "r2"}, {say.Young, n.Young, "l2"}, {say.Mature, n.Mature, "l4"}, {say.Suspended, n.Suspended, "r1"}})
}
