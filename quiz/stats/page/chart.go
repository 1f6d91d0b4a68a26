package page

import (
	"math"

	"recto/quiz"
	"recto/quiz/stats"
	"recto/quiz/stats/plot"
	"recto/quiz/words"
)

// chart is a drawing with what it says in words and as a table.
type chart struct {
	id    name
	title string
	desc  string // what is to be seen, in a sentence or two
	w, h  float64
	body  string
	wide  bool       // it takes the whole width of the page
	table [][]string // the numbers, the head first; texts of decks are in none
}

// The size of most charts, and the room for the scale and for the labels.
const (
	width, height = 480.0, 210.0
	left, right   = 46.0, 10.0
	top, bottom   = 12.0, 30.0
)

// bar is one bar of a chart.
type bar struct {
	label string  // below it; "" for none
	name  string  // what it is, in the table
	value float64 // its height
	upper float64 // of another kind, on top of it
	shown string  // its value in words
}

// nice returns a round number that is not below x, and into how many parts a
// scale up to it is cut.
func nice(x float64) (end float64, parts int) {
	if x <= 0 {
		return 1, 1
	}
	scale := math.Pow(10, math.Floor(math.Log10(x)))
	for _, step := range []struct {
		to    float64
		parts int
	}{{1, 2}, {2, 4}, {3, 3}, {4, 4}, {5, 5}, {6, 3}, {8, 4}, {10, 5}} {
		if end = step.to * scale; end >= x*(1-1e-9) {
			if parts = step.parts; end < float64(parts) || end/float64(parts) != math.Trunc(end/float64(parts)) {
				parts = 1
			}
			return end, parts
		}
	}
	return x, 1
}

// painter draws the charts of a report.
type painter struct {
	plot.Speaker
	r *stats.Report
}

// bars draws a chart of bars; unit is what the values are.
func (p painter) bars(id name, title, desc, unit string, list []bar) chart {
	var c canvas
	most := 0.0
	for _, b := range list {
		most = math.Max(most, b.value+b.upper)
	}
	end, parts := nice(most)
	high := height - top - bottom
	y := func(v float64) float64 { return top + high*(1-v/end) }
	for i := range parts + 1 {
		v := end * float64(i) / float64(parts)
		c.rule(left, y(v), width-right, y(v), name("grid"))
		c.text(left-6, y(v)+4, name("end"), name("small"), p.Thousands(int(v)))
	}
	each := (width - left - right) / float64(len(list))
	gap := math.Min(each*0.25, 6)
	head := []string{"", unit}
	table := [][]string{head}
	for i, b := range list {
		x := left + each*float64(i) + gap/2
		if b.value > 0 {
			c.rect(x, y(b.value), each-gap, math.Max(high*b.value/end, 1), name("main"), b.name+": "+b.shown)
		}
		if b.upper > 0 {
			c.rect(x, y(b.value+b.upper), each-gap, math.Max(high*b.upper/end, 1), name("warn"), b.name+": "+b.shown)
		}
		if b.label != "" {
			c.text(x+(each-gap)/2, height-bottom+16, name("middle"), name("small"), b.label)
		}
		table = append(table, []string{b.name, b.shown})
	}
	c.rule(left, y(0), width-right, y(0), name("axis"))
	return chart{id: id, title: title, desc: desc, w: width, h: height, body: c.String(), table: table}
}

// curve draws the true retention of a series of spans, from the lowest round
// share to all: a line with points and, for spans longer than a day, broken
// lines of young and mature cards.
func (p painter) curve(id name, say *words.PageSpan, list []stats.Period, days bool) chart {
	var c, dots canvas
	kinds := []func(stats.Period) stats.Recall{func(t stats.Period) stats.Recall { return t.True() }}
	if !days {
		kinds = append(kinds, func(t stats.Period) stats.Recall { return t.Young }, func(t stats.Period) stats.Recall { return t.Mature })
	}
	head := &p.Stats.Columns
	table := [][]string{{say.Column, head.Reviews, head.Young, head.Mature, head.Both}}
	low := 1.0
	for _, t := range list {
		for _, of := range kinds {
			if s, ok := of(t).Retention(); ok {
				low = math.Min(low, s)
			}
		}
		table = append(table, []string{p.span(t, days), p.Thousands(t.Reviews), p.Percent(t.Young), p.Percent(t.Mature), p.Percent(t.True())})
	}
	low = math.Max(0, math.Floor(low*10-0.5)/10)
	y := func(s float64) float64 { return top + (height-top-bottom)*(1-(s-low)/(1-low)) }
	p.scale(&c, low, y)
	each := (width - left - right) / float64(max(len(list), 1))
	x := func(i int) float64 { return left + each*(float64(i)+0.5) }
	labelled := math.Inf(-1)
	for i, t := range list {
		if x(i)-labelled > 66 && x(i) < width-30 {
			c.text(x(i), height-bottom+16, name("middle"), name("small"), p.label(t, days))
			labelled = x(i)
		}
		if s, ok := t.True().Retention(); ok {
			dots.dot(x(i), y(s), 3.2, name("main"), p.span(t, days)+": "+p.Percent(t.True())+p.Stats.Columns.Of(p.Stats.Count.Reviews(t.True().N())))
		}
	}
	for i, class := range lines[:len(kinds)] {
		c.way(list, kinds[i], x, y, class)
	}
	c.WriteString(dots.String())
	c.rule(left, y(low), width-right, y(low), name("axis"))
	ch := chart{id: id, title: say.Title, w: width, h: height, table: table, desc: say.Line(p.ends(list, days))}
	if !days {
		ch.h += 20
		ch.desc += " " + p.Page.Broken
		for i, called := range []string{head.Both, head.Young, head.Mature} {
			at := left + float64(i)*90
			c.path([]point{{at, height + 6}, {at + 26, height + 6}}, lines[i])
			c.text(at+32, height+10, "", name("small"), called)
		}
	}
	ch.body = c.String()
	return ch
}

// lines are the classes of the lines of a curve: of all cards, of young and of
// mature ones.
var lines = [...]name{name("way"), name("young"), name("mature")}

// span names a span of a series, a day as the locale writes it.
func (p painter) span(t stats.Period, days bool) string {
	if days {
		return p.Day(t.From)
	}
	return t.Name
}

// label names a span below a chart, a day without its year.
func (p painter) label(t stats.Period, days bool) string {
	if days {
		return p.dayMonth(t.From)
	}
	return t.Name
}

// dayMonth writes a day without its year.
func (p painter) dayMonth(d stats.Date) string {
	_, month, day := quiz.Day(d).Date()
	return p.Locale.DayMonth(month, day)
}

// ends names the first and the last span of a series, "-" where there is none.
func (p painter) ends(list []stats.Period, days bool) (from, to string) {
	if len(list) == 0 {
		return "-", "-"
	}
	return p.span(list[0], days), p.span(list[len(list)-1], days)
}

// scale draws the lines of a scale of shares from low to all.
func (p painter) scale(c *canvas, low float64, y func(float64) float64) {
	steps := int(math.Round((1 - low) * 10))
	for i := 0; i <= steps; i++ {
		if steps > 5 && (steps-i)%2 == 1 {
			continue
		}
		s := low + float64(i)/10
		c.rule(left, y(s), width-right, y(s), name("grid"))
		c.text(left-6, y(s)+4, name("end"), name("small"), p.Stats.Percent(s, 0))
	}
}

// way draws the retention of spans as lines, apart where a span has none.
func (c *canvas) way(list []stats.Period, of func(stats.Period) stats.Recall, x func(int) float64, y func(float64) float64, class name) {
	var way []point
	for i, p := range list {
		if s, ok := of(p).Retention(); ok {
			way = append(way, point{x(i), y(s)})
			continue
		}
		c.path(way, class)
		way = nil
	}
	c.path(way, class)
}

// share is a part of a whole.
type share struct {
	name  string
	n     int
	class name
}

// shares draws parts of a whole as one bar with a legend below.
func (p painter) shares(id name, title, unit string, list []share) chart {
	var c canvas
	sum := 0
	for _, s := range list {
		sum += s.n
	}
	table := [][]string{{"", unit, p.Page.Columns.Share}}
	var parts []string
	x, y := 0.0, 52.0
	for i, s := range list {
		part, n := 0.0, p.Thousands(s.n)
		if sum > 0 {
			part = float64(s.n) / float64(sum)
		}
		if s.n > 0 {
			c.rect(x, 4, math.Max(width*part-1.5, 0.5), 24, s.class, s.name+": "+n)
			x += width * part
		}
		column := float64(i%2) * width / 2
		c.rect(column, y-10, 11, 11, s.class, "")
		c.text(column+18, y, "", "", s.name)
		c.text(column+150, y, name("end"), "", n)
		c.text(column+205, y, name("end"), name("soft"), p.Stats.Percent(part, 1))
		if i%2 == 1 || i+1 == len(list) {
			y += 20
		}
		parts = append(parts, p.Page.Part(n, s.name))
		table = append(table, []string{s.name, n, p.Stats.Percent(part, 1)})
	}
	if sum == 0 {
		c.rect(0, 4, width, 24, name("none"), "")
	}
	return chart{id: id, title: title, desc: p.Page.Parts(parts), w: width, h: y - 6, body: c.String(), table: table}
}
