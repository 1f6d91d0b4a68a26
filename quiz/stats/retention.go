package stats

import (
	"encoding/json"
	"maps"
	"slices"
	"time"

	"recto/quiz"
)

// Recall counts reviews that were remembered and forgotten.
type Recall struct {
	Passed, Failed int
}

// N returns how many reviews these are.
func (r Recall) N() int { return r.Passed + r.Failed }

// Retention returns the share that was remembered, 0 to 1; false when there is
// no review.
func (r Recall) Retention() (share float64, ok bool) {
	if r.N() == 0 {
		return 0, false
	}
	return float64(r.Passed) / float64(r.N()), true
}

// MarshalJSON writes passed, failed and retention; null for no review.
func (r Recall) MarshalJSON() ([]byte, error) {
	var share *float64
	if s, ok := r.Retention(); ok {
		s = round(s, 4)
		share = &s
	}
	return json.Marshal(struct {
		Passed    int      `json:"passed"`
		Failed    int      `json:"failed"`
		Retention *float64 `json:"retention"`
	}{r.Passed, r.Failed, share})
}

func (r Recall) plus(o Recall) Recall { return Recall{r.Passed + o.Passed, r.Failed + o.Failed} }

func (r *Recall) count(rating quiz.Rating) {
	if rating == quiz.Again {
		r.Failed++
	} else {
		r.Passed++
	}
}

// Period is what was counted in a span of days, both ends included.
type Period struct {
	Name string `json:"name"` // "today", "last 7 days", or of a series "2026-03-02", "2026-W10", "2026-03"
	From Date   `json:"from"`
	To   Date   `json:"to"`
	Counts
}

// periods returns the usual spans that end today, and all time.
func (c *Counter) periods() []Period {
	today := c.options.Today
	list := []Period{
		{Name: "today", From: Date(today), To: Date(today)},
		{Name: "yesterday", From: Date(today - 1), To: Date(today - 1)},
		{Name: "last 7 days", From: Date(today - 6), To: Date(today)},
		{Name: "last 30 days", From: Date(today - 29), To: Date(today)},
		{Name: "last 365 days", From: Date(today - 364), To: Date(today)},
	}
	for day, n := range c.days { // sums: the order does not matter
		for i := range list {
			if Date(day) >= list[i].From && Date(day) <= list[i].To {
				list[i].add(*n)
			}
		}
	}
	first := today
	if c.total.Reviews > 0 {
		first = min(c.first, today)
	}
	return append(list, Period{Name: "all time", From: Date(first), To: Date(today), Counts: c.total})
}

// series returns the days, weeks and months with reviews, oldest first. A week
// begins on Monday and is named as ISO 8601 does.
func (c *Counter) series() (days, weeks, months []Period) {
	days, weeks, months = []Period{}, []Period{}, []Period{}
	for _, day := range slices.Sorted(maps.Keys(c.days)) {
		n := *c.days[day]
		days = append(days, Period{day.String(), Date(day), Date(day), n})
		weeks = extend(weeks, weekOf(day), n)
		months = extend(months, monthOf(day), n)
	}
	return days, weeks, months
}

// extend adds counts to the last span of a series, or begins the next.
func extend(list []Period, span Period, n Counts) []Period {
	if len(list) == 0 || list[len(list)-1].From != span.From {
		list = append(list, span)
	}
	list[len(list)-1].add(n)
	return list
}

// weekOf returns the week of a day, without counts.
func weekOf(day quiz.Day) Period {
	monday := day - quiz.Day(weekday(day))
	year, week := dateOf(day).ISOWeek()
	return Period{Name: weekName(year, week), From: Date(monday), To: Date(monday + 6)}
}

// monthOf returns the month of a day, without counts.
func monthOf(day quiz.Day) Period {
	year, month, date := day.Date()
	first := day - quiz.Day(date-1)
	length := time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
	return Period{Name: day.String()[:len(day.String())-3], From: Date(first), To: Date(first + quiz.Day(length) - 1)}
}
