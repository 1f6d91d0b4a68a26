package export

import (
	"fmt"
	"slices"
	"strconv"

	"recto/decks"
	"recto/decks/markup"
)

// share is a column of the table of points: a question, a section, or several
// questions.
type share struct {
	name   string
	points float64
}

// The most columns that a table has for questions and for sections; beyond it
// says less.
const (
	mostQuestionShares = 24
	mostSectionShares  = 12
)

// shares divides the points of the sheet: by question where those are few, by
// section where the deck has some, else by ten questions each.
func (s *sheet) shares() []share {
	items := s.version.Items
	var out []share
	if len(items) <= mostQuestionShares {
		for _, it := range items {
			out = append(out, share{strconv.Itoa(it.Number), it.Question.Points})
		}
		return out
	}
	var last *decks.Group
	for i, it := range items {
		section := sectionOf(it.Question)
		if i == 0 || section != last {
			name := s.others
			if section != nil && section.Title != "" {
				name = section.Title
			}
			out, last = append(out, share{name: name}), section
		}
		out[len(out)-1].points += it.Question.Points
	}
	if len(out) > 1 && len(out) <= mostSectionShares {
		return out
	}
	out = nil
	for i := 0; i < len(items); i += 10 {
		end := min(i+10, len(items))
		part := share{name: fmt.Sprintf("%d–%d", i+1, end)}
		for _, it := range items[i:end] {
			part.points += it.Question.Points
		}
		out = append(out, part)
	}
	return out
}

// pointsTable is a table with room for what each part was given: across the
// page, or down it where the parts have names.
func (s *sheet) pointsTable() *block {
	parts := append(s.shares(), share{s.total, s.version.Points()})
	for _, p := range parts[:len(parts)-1] {
		if s.textWidth(p.name, s.font(Regular, s.smallSize)) > s.mm(12) {
			return s.tableDown(parts)
		}
	}
	return s.tableAcross(parts)
}

// tableAcross has a column for each part, and goes on below when the page is
// full.
func (s *sheet) tableAcross(parts []share) *block {
	f, bold := s.font(Regular, s.smallSize), s.font(Bold, s.smallSize)
	b := s.block()
	label := s.mm(4)
	for _, w := range []string{s.labels.question, s.pointsWord, s.given} {
		label = max(label, s.m.Width(w, f)+s.mm(4))
	}
	cell := s.mm(9)
	for _, p := range parts {
		cell = max(cell, s.m.Width(p.name, bold)+s.mm(2), s.m.Width(s.figure(p.points), f)+s.mm(2))
	}
	most := max(1, int((s.full()-label)/cell))
	rows := (len(parts) + most - 1) / most
	most = (len(parts) + rows - 1) / rows // equally long
	row := s.leading(s.smallSize) + s.mm(2.2)
	for len(parts) > 0 {
		n := min(most, len(parts))
		if b.height > 0 {
			b.skip(s.mm(2.5))
		}
		g := table{s, b, row, []float64{0, label}}
		for i := range n {
			g.edges = append(g.edges, label+float64(i+1)*cell)
		}
		names, points := []string{s.labels.question}, []string{s.pointsWord}
		for _, p := range parts[:n] {
			names, points = append(names, p.name), append(points, s.figure(p.points))
		}
		g.draw([][]string{names, points, {s.given}}, f)
		parts = parts[n:]
	}
	return b
}

// tableDown has a row for each part, half of them beside the others where there
// are many.
func (s *sheet) tableDown(parts []share) *block {
	f := s.font(Regular, s.smallSize)
	b := s.block()
	points := max(s.m.Width(s.pointsWord, f), s.m.Width(s.figure(s.version.Points()), f)) + s.mm(4)
	score := max(s.m.Width(s.given, f)+s.mm(4), s.mm(18))
	name := 0.0
	for _, p := range parts {
		name = max(name, s.textWidth(p.name, f)+s.mm(4))
	}
	name = min(name, s.full()-points-score)
	width, apart := name+points+score, s.mm(8)
	rows := len(parts)
	if rows > 6 && 2*width+apart <= s.full() {
		rows = (rows + 1) / 2
	}
	high := 0.0
	for x := 0.0; len(parts) > 0; x += width + apart {
		cells := [][]string{{"", s.pointsWord, s.given}}
		for _, p := range parts[:min(rows, len(parts))] {
			cells = append(cells, []string{p.name, s.figure(p.points)})
		}
		parts = parts[len(cells)-1:]
		b.height = 0
		g := table{s, b, s.leading(s.smallSize) + s.mm(1.6), []float64{x, x + name, x + name + points, x + width}}
		g.draw(cells, f)
		high = max(high, b.height)
	}
	b.height = high
	slices.Sort(b.cuts)
	return b
}

// table is a grid at the end of a block: the height of its rows, and where its
// columns begin and end.
type table struct {
	*sheet
	b     *block
	row   float64
	edges []float64
}

// draw sets the rows. What stands in the first column begins at its left, the
// rest in the middle.
func (g table) draw(rows [][]string, f Font) {
	top := g.b.height
	right := g.edges[len(g.edges)-1]
	left := g.edges[0]
	g.line(left, top, right, top)
	for _, cells := range rows {
		lines := 1
		for i, text := range cells {
			width := g.edges[i+1] - g.edges[i] - g.mm(2)
			set := g.lines(markup.Parse(text), f, width, 0)
			lines = max(lines, len(set))
			for n, l := range set {
				x := g.edges[i] + g.mm(1)
				if i > 0 {
					x = g.edges[i] + (g.edges[i+1]-g.edges[i]-l.width)/2
				}
				y := g.b.height + base(g.row, f.Size) + float64(n)*g.leading(f.Size)
				g.b.at(l, x, y, black)
			}
		}
		g.b.skip(g.row + float64(lines-1)*g.leading(f.Size))
		g.b.mayCut()
		g.line(left, g.b.height, right, g.b.height)
	}
	for _, x := range g.edges {
		g.line(x, top, x, g.b.height)
	}
}

func (g table) line(x1, y1, x2, y2 float64) {
	g.b.Rules = append(g.b.Rules, Rule{x1, y1, x2, y2, g.pen, g.grey})
}
