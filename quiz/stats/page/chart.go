package page

import (
	"fmt"
	"math"

	"recto/quiz/stats"
)

// chart is a drawing with what it says in words and as a table.
type chart struct {
	id    string
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

// bars draws a chart of bars; unit is what the values are.
func bars(id, title, desc, unit string, list []bar) chart {
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
		c.rule(left, y(v), width-right, y(v), "grid")
		c.text(left-6, y(v)+4, "end", "small", english.Thousands(int(v)))
	}
	each := (width - left - right) / float64(len(list))
	gap := math.Min(each*0.25, 6)
	head := []string{"", unit}
	table := [][]string{head}
	for i, b := range list {
		x := left + each*float64(i) + gap/2
		if b.value > 0 {
			c.rect(x, y(b.value), each-gap, math.Max(high*b.value/end, 1), "main", b.name+": "+b.shown)
		}
		if b.upper > 0 {
			c.rect(x, y(b.value+b.upper), each-gap, math.Max(high*b.upper/end, 1), "warn", b.name+": "+b.shown)
		}
		if b.label != "" {
			c.text(x+(each-gap)/2, height-bottom+16, "middle", "small", b.label)
		}
		table = append(table, []string{b.name, b.shown})
	}
	c.rule(left, y(0), width-right, y(0), "axis")
	return chart{id: id, title: title, desc: desc, w: width, h: height, body: c.String(), table: table}
}

// curve draws the true retention of a series of spans, from the lowest round
// share to all: a line with points and, when both kinds are asked for, broken
// ones of young and mature cards.
func curve(id, title, per string, list []stats.Period, both bool) chart {
	var c, dots canvas
	kinds := []func(stats.Period) stats.Recall{func(p stats.Period) stats.Recall { return p.True() }}
	if both {
		kinds = append(kinds, func(p stats.Period) stats.Recall { return p.Young }, func(p stats.Period) stats.Recall { return p.Mature })
	}
	table := [][]string{{per, "reviews", "young", "mature", "both"}}
	low := 1.0
	for _, p := range list {
		for _, of := range kinds {
			if s, ok := of(p).Retention(); ok {
				low = math.Min(low, s)
			}
		}
		table = append(table, []string{p.Name, english.Thousands(p.Reviews), english.Percent(p.Young), english.Percent(p.Mature), english.Percent(p.True())})
	}
	low = math.Max(0, math.Floor(low*10-0.5)/10)
	y := func(s float64) float64 { return top + (height-top-bottom)*(1-(s-low)/(1-low)) }
	scale(&c, low, y)
	each := (width - left - right) / float64(max(len(list), 1))
	x := func(i int) float64 { return left + each*(float64(i)+0.5) }
	labelled := math.Inf(-1)
	for i, p := range list {
		if label := spanLabel(p.Name); x(i)-labelled > 66 && x(i) < width-30 {
			c.text(x(i), height-bottom+16, "middle", "small", label)
			labelled = x(i)
		}
		if s, ok := p.True().Retention(); ok {
			dots.dot(x(i), y(s), 3.2, "main", fmt.Sprintf("%s: %s of %s", p.Name, english.Percent(p.True()), english.Stats.Count.Reviews(p.True().N())))
		}
	}
	for i, class := range []string{"way", "young", "mature"}[:len(kinds)] {
		c.way(list, kinds[i], x, y, class)
	}
	c.WriteString(dots.String())
	c.rule(left, y(low), width-right, y(low), "axis")
	ch := chart{id: id, title: title, w: width, h: height, table: table,
		desc: fmt.Sprintf("A line of the share of reviews that were remembered, %s by %s, from %s to %s.", per, per, firstName(list), lastName(list))}
	if both {
		ch.h += 20
		ch.desc += " Broken lines show young and mature cards by themselves."
		for i, name := range []string{"both", "young", "mature"} {
			at := left + float64(i)*90
			c.path([]point{{at, height + 6}, {at + 26, height + 6}}, []string{"way", "young", "mature"}[i])
			c.text(at+32, height+10, "", "small", name)
		}
	}
	ch.body = c.String()
	return ch
}

// scale draws the lines of a scale of shares from low to all.
func scale(c *canvas, low float64, y func(float64) float64) {
	steps := int(math.Round((1 - low) * 10))
	for i := 0; i <= steps; i++ {
		if steps > 5 && (steps-i)%2 == 1 {
			continue
		}
		s := low + float64(i)/10
		c.rule(left, y(s), width-right, y(s), "grid")
		c.text(left-6, y(s)+4, "end", "small", fmt.Sprintf("%.0f %%", 100*s))
	}
}

// way draws the retention of spans as lines, apart where a span has none.
func (c *canvas) way(list []stats.Period, of func(stats.Period) stats.Recall, x func(int) float64, y func(float64) float64, class string) {
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

func firstName(list []stats.Period) string {
	if len(list) == 0 {
		return "-"
	}
	return list[0].Name
}

func lastName(list []stats.Period) string {
	if len(list) == 0 {
		return "-"
	}
	return list[len(list)-1].Name
}

// spanLabel shortens the name of a day; weeks and months stand as they are.
func spanLabel(name string) string {
	if len(name) == len("2026-03-02") && name[5] != 'W' {
		return name[5:]
	}
	return name
}

// share is a part of a whole.
type share struct {
	name  string
	n     int
	class string
}

// shares draws parts of a whole as one bar with a legend below.
func shares(id, title, unit string, list []share) chart {
	var c canvas
	sum := 0
	for _, s := range list {
		sum += s.n
	}
	table := [][]string{{"", unit, "share"}}
	desc := "A bar in parts:"
	x, y := 0.0, 52.0
	for i, s := range list {
		part := 0.0
		if sum > 0 {
			part = float64(s.n) / float64(sum)
		}
		if s.n > 0 {
			c.rect(x, 4, math.Max(width*part-1.5, 0.5), 24, s.class, fmt.Sprintf("%s: %s", s.name, english.Thousands(s.n)))
			x += width * part
		}
		column := float64(i%2) * width / 2
		c.rect(column, y-10, 11, 11, s.class, "")
		c.text(column+18, y, "", "", s.name)
		c.text(column+150, y, "end", "", english.Thousands(s.n))
		c.text(column+205, y, "end", "soft", fmt.Sprintf("%.1f %%", 100*part))
		if i%2 == 1 || i+1 == len(list) {
			y += 20
		}
		desc += fmt.Sprintf(" %s %s,", english.Thousands(s.n), s.name)
		table = append(table, []string{s.name, english.Thousands(s.n), fmt.Sprintf("%.1f %%", 100*part)})
	}
	if sum == 0 {
		c.rect(0, 4, width, 24, "none", "")
	}
	return chart{id: id, title: title, desc: desc[:len(desc)-1] + ".", w: width, h: y - 6, body: c.String(), table: table}
}
