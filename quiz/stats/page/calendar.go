package page

import (
	"fmt"
	"unicode/utf8"

	"recto/quiz"
	"recto/quiz/stats"
)

// calendar draws a year of days, a column a week, which begins as the locale
// says.
func (p painter) calendar() chart {
	const cell, step, from, above = 12.0, 14.0, 34.0, 22.0
	var c canvas
	k, shift := p.r.Calendar, p.Shift()
	n := (len(k.Reviews) + shift + 6) / 7
	w := from + float64(n)*step + 4
	for day, called := range p.Weekdays() {
		c.text(from-6, above+float64(day)*step+10, name("end"), name("small"), called)
	}
	sum, studied, month, labelled := 0, 0, map[string]int{}, -4
	var order []string
	for i, reviews := range k.Reviews {
		date := k.From + stats.Date(i)
		week, day := (i+shift)/7, (i+shift)%7
		x, y := from+float64(week)*step, above+float64(day)*step
		if _, m, first := quiz.Day(date).Date(); first == 1 && week-labelled > 2 && week < n-1 {
			c.text(x, above-8, "", name("small"), p.Common.Months[m-1])
			labelled = week
		}
		c.rect(x, y, cell, cell, level(k.Level(i)), p.Day(date)+": "+p.Stats.Count.Reviews(reviews))
		if reviews > 0 {
			studied++
		}
		sum += reviews
		called := date.String()[:len("2026-03")]
		if _, ok := month[called]; !ok {
			order = append(order, called)
		}
		month[called] += reviews
	}
	p.legend(&c, above+7*step+16)
	table := [][]string{{p.Page.Columns.Month, p.Stats.Columns.Reviews}}
	for _, m := range order {
		table = append(table, []string{m, p.Thousands(month[m])})
	}
	return chart{id: name("calendar"), title: p.Stats.Titles.LastYear, w: w, h: above + 7*step + 24, body: c.String(), wide: true, table: table,
		desc: p.Page.Calendar(p.Day(k.From), p.Day(k.To), sum, studied)}
}

// level is the class of a level of the calendar.
func level(n int) name { return name(fmt.Sprintf("l%d", n)) }

// legend says what the levels of the calendar mean.
func (p painter) legend(c *canvas, y float64) {
	c.text(34, y, "", name("small"), p.Page.ADay)
	x, steps := 122.0, p.r.Calendar.Steps
	from := []int{0, 1, steps[0], steps[1], steps[2]}
	for n, least := range from {
		label := p.Locale.Int(least)
		switch {
		case n == 4:
			label = p.Page.AndMore(label)
		case n > 0 && from[n+1]-1 > least:
			label = p.Page.FromTo(label, p.Locale.Int(from[n+1]-1))
		}
		c.rect(x, y-10, 12, 12, level(n), "")
		c.text(x+17, y, "", name("small"), label)
		x += 34 + 6.5*float64(utf8.RuneCountInString(label))
	}
}
