package page

import (
	"fmt"

	"recto/quiz/stats"
	"recto/quiz/stats/plot"
)

// How many spans of a series are drawn.
const (
	days   = 30
	weeks  = 26
	months = 24
)

// charts draws a report, in the order of the page: two beside each other.
func charts(r *stats.Report) []chart {
	var all []chart
	if n := r.Total.Ratings; r.Total.Reviews > 0 {
		all = append(all, calendar(r.Calendar), forecast(r),
			curve("by-day", "True retention by day", "day", last(r.Days, days), false),
			curve("by-week", "True retention by week", "week", last(r.Weeks, weeks), true),
			curve("by-month", "True retention by month", "month", last(r.Months, months), true),
			shares("ratings", "Ratings", "reviews", []share{
				{"Again", n[0], "r1"}, {"Hard", n[1], "r2"}, {"Good", n[2], "r3"}, {"Easy", n[3], "r4"}}))
	}
	all = append(all, cards(r.Cards))
	if r.Total.Reviews > 0 {
		all = append(all, hours(r))
	}
	if plot.Sum(r.Retrievability) == 0 {
		return all
	}
	percent := func(b stats.Bin) (string, string) {
		return fmt.Sprintf("%.0f", 100*b.From), fmt.Sprintf("%.0f to %.0f %%", 100*b.From, 100**b.To)
	}
	length := func(b stats.Bin) (string, string) { return stabilityLabel(b.From), english.StabilityName(b) }
	grade := func(b stats.Bin) (string, string) {
		return fmt.Sprintf("%.0f", b.From), fmt.Sprintf("%.0f to %.0f", b.From, *b.To)
	}
	return append(all,
		histogram("retrievability", "Retrievability now", "chance that a card is remembered today, in percent", r.Retrievability, percent),
		histogram("stability", "Stability", "days until the chance of remembering a card has fallen to 90 percent", r.Stability, length),
		histogram("difficulty", "Difficulty", "difficulty of a card, from 1 to 10", r.Difficulty, grade))
}

func last(list []stats.Period, n int) []stats.Period { return list[max(len(list)-n, 0):] }

// stabilityLabel names where a bin of stabilities begins, in few letters.
func stabilityLabel(from float64) string {
	switch {
	case from == 0:
		return "0"
	case from < 60:
		return fmt.Sprintf("%.0fd", from)
	case from < 365:
		return fmt.Sprintf("%.0fmo", from/30)
	}
	return fmt.Sprintf("%.0fy", from/365)
}

// forecast draws what comes due, what is overdue on top of today.
func forecast(r *stats.Report) chart {
	f := r.Forecast
	var list []bar
	sum := 0
	for i, n := range f.Days {
		date := (r.Today + stats.Date(i)).String()
		b := bar{name: date, value: float64(n), shown: english.Stats.Count.Cards(n)}
		if i%5 == 0 {
			b.label = date[5:]
		}
		if i == 0 {
			b.label = "today"
			if b.upper = float64(f.Overdue); f.Overdue > 0 {
				b.shown += fmt.Sprintf(", and %s overdue", english.Thousands(f.Overdue))
			}
		} else {
			sum += n
		}
		list = append(list, b)
	}
	return bars("forecast", fmt.Sprintf("Due in the next %d days", stats.ForecastDays),
		fmt.Sprintf("Bars, one a day: %s due today and %s overdue, %s in the %d days after, %s later.",
			english.Stats.Count.Cards(f.Days[0]), english.Thousands(f.Overdue), english.Thousands(sum), stats.ForecastDays, english.Thousands(f.Later)),
		"cards", list)
}

// hours draws when reviews were made.
func hours(r *stats.Report) chart {
	var list []bar
	busiest := 0
	for hour, h := range r.Hours {
		b := bar{name: fmt.Sprintf("%02d:00", hour), value: float64(h.Reviews), shown: english.Stats.Count.Reviews(h.Reviews)}
		if share, ok := h.True().Retention(); ok {
			b.shown += fmt.Sprintf(", %.0f %% remembered", 100*share)
		}
		if hour%3 == 0 {
			b.label = fmt.Sprintf("%02d", hour)
		}
		if h.Reviews > r.Hours[busiest].Reviews {
			busiest = hour
		}
		list = append(list, b)
	}
	return bars("hours", "Hours of the day",
		fmt.Sprintf("Bars, one an hour of the clock where you were: most reviews were made from %02d:00 on.", busiest), "reviews", list)
}

// histogram draws how many cards have a value; name returns the label of a bin
// below the chart and its name.
func histogram(id, title, what string, bins []stats.Bin, name func(stats.Bin) (label, name string)) chart {
	var list []bar
	sum, most := 0, 0
	for i, b := range bins {
		label, called := name(b)
		list = append(list, bar{label: label, name: called, value: float64(b.Cards), shown: english.Stats.Count.Cards(b.Cards)})
		if sum += b.Cards; b.Cards > bins[most].Cards {
			most = i
		}
	}
	desc := fmt.Sprintf("Bars of the %s. ", what)
	if sum == 0 {
		desc += "No card was reviewed yet."
	} else {
		desc += fmt.Sprintf("Most cards are in the bar of %s.", list[most].name)
	}
	return bars(id, title, desc, "cards", list)
}

// cards draws how the cards stand.
func cards(n stats.CardCounts) chart {
	return shares("cards", "Cards", "cards", []share{
		{"new", n.New, "l1"}, {"learning", n.Learning, "r2"}, {"young", n.Young, "l2"}, {"mature", n.Mature, "l4"}, {"suspended", n.Suspended, "r1"}})
}

// calendar draws a year of days, a column a week.
func calendar(k stats.Calendar) chart {
	const cell, step, from, above = 12.0, 14.0, 34.0, 22.0
	var c canvas
	n := (len(k.Reviews) + 6) / 7
	w := from + float64(n)*step + 4
	for day, name := range []string{"Mon", "", "Wed", "", "Fri", "", "Sun"} {
		c.text(from-6, above+float64(day)*step+10, "end", "small", name)
	}
	sum, studied, month, labelled := 0, 0, map[string]int{}, -4
	var order []string
	for i, reviews := range k.Reviews {
		date := (k.From + stats.Date(i)).String()
		x, y := from+float64(i/7)*step, above+float64(i%7)*step
		if date[8:] == "01" && i/7-labelled > 2 && i/7 < n-1 {
			c.text(x, above-8, "", "small", monthNames[date[5:7]])
			labelled = i / 7
		}
		c.rect(x, y, cell, cell, fmt.Sprintf("l%d", k.Level(i)), fmt.Sprintf("%s: %s", date, english.Stats.Count.Reviews(reviews)))
		if reviews > 0 {
			studied++
		}
		sum += reviews
		if _, ok := month[date[:7]]; !ok {
			order = append(order, date[:7])
		}
		month[date[:7]] += reviews
	}
	legend(&c, k, w, above+7*step+16)
	table := [][]string{{"month", "reviews"}}
	for _, m := range order {
		table = append(table, []string{m, english.Thousands(month[m])})
	}
	return chart{id: "calendar", title: "The last year", w: w, h: above + 7*step + 24, body: c.String(), wide: true, table: table,
		desc: fmt.Sprintf("A square for each day from %s to %s, darker with more reviews: %s on %s.", k.From, k.To, english.Stats.Count.Reviews(sum), english.Stats.Count.Days(studied))}
}

// legend says what the levels of the calendar mean.
func legend(c *canvas, k stats.Calendar, w, y float64) {
	c.text(34, y, "", "small", "reviews a day")
	x := 122.0
	from := []int{0, 1, k.Steps[0], k.Steps[1], k.Steps[2]}
	for level, least := range from {
		label := fmt.Sprint(least)
		switch {
		case level == 4:
			label = fmt.Sprintf("%d and more", least)
		case level > 0 && from[level+1]-1 > least:
			label = fmt.Sprintf("%d to %d", least, from[level+1]-1)
		}
		c.rect(x, y-10, 12, 12, fmt.Sprintf("l%d", level), "")
		c.text(x+17, y, "", "small", label)
		x += 34 + 6.5*float64(len(label))
	}
}

var monthNames = map[string]string{
	"01": "Jan", "02": "Feb", "03": "Mar", "04": "Apr", "05": "May", "06": "Jun",
	"07": "Jul", "08": "Aug", "09": "Sep", "10": "Oct", "11": "Nov", "12": "Dec",
}
