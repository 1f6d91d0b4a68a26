package export

import (
	"slices"
	"strconv"

	"recto/decks"
	"recto/decks/markup"
)

// cell is a part of a row: lines at a distance from the left, and what stands
// beside the first of them.
type cell struct {
	lines  []line
	x      float64
	beside func(y float64) // draws it, at the baseline of the first line
}

// row sets cells beside each other at the end of a block, their first baselines
// in line. A row of one line is of the given height, its text lower in it by
// the given distance.
func (s *sheet) row(b *block, height, lower float64, cells ...cell) {
	rise, more := 0.0, 0.0
	for _, c := range cells {
		if len(c.lines) > 0 {
			rise = max(rise, c.lines[0].above)
		}
	}
	first := b.height + rise + s.firstLine() + lower
	for _, c := range cells {
		if c.beside != nil {
			c.beside(first)
		}
		y := first
		for i, l := range c.lines {
			if i > 0 {
				y += s.leading(s.bodySize) + l.above
			}
			b.at(l, c.x, y, black)
			y += l.below
		}
		more = max(more, y-first)
	}
	b.skip(rise + height + more)
	b.mayCut()
}

// valueLines breaks a value as the sheet displays it.
func (s *sheet) valueLines(v decks.Value, width float64) []line {
	return s.lines(markup.Parse(s.show(v)), s.bodyFont(), width, 0)
}

// match sets two columns: what to match, with a line for a letter each, and
// the lettered other sides. In a narrow column they stand below each other.
func (s *sheet) match(b *block, it Item) {
	s.instruct(b, s.letter)
	line, gap, least := s.mm(9), s.mm(8), s.mm(110)
	label := s.m.Width("M", s.bodyFont()) + s.mm(2.2)
	number := line + s.mm(3) + s.m.Width(strconv.Itoa(len(it.Question.Lefts))+".", s.bodyFont()) + s.mm(1.5)
	left, right := s.room(), s.gutter+line+s.mm(3)
	if s.room() >= least {
		left = s.leftWidth(it.Question.Lefts, number, label, gap, it.Options)
		right = s.gutter + left + gap
	}
	var lefts, rights []cell
	for i, v := range it.Question.Lefts {
		lefts = append(lefts, cell{s.valueLines(v, left-number), s.gutter + number, func(y float64) {
			b.rule(s.gutter, y+s.mm(0.6), s.gutter+line)
			b.Texts = append(b.Texts, Text{s.gutter + line + s.mm(3), y, s.bodyFont(), s.grey, strconv.Itoa(i+1) + "."})
		}})
	}
	for i, v := range it.Options {
		rights = append(rights, cell{s.valueLines(v, s.width()-right-label), right + label, func(y float64) {
			b.Texts = append(b.Texts, Text{right, y, s.bodyFont(), black, letterOf(i)})
		}})
	}
	height, lower := s.mm(7), s.mm(0.5)
	if s.room() >= least {
		for i := range max(len(lefts), len(rights)) {
			s.row(b, height, lower, slices.Concat(nth(lefts, i), nth(rights, i))...)
		}
		return
	}
	for _, c := range lefts {
		s.row(b, height, lower, c)
	}
	b.skip(s.mm(1.5))
	for _, c := range rights {
		s.row(b, height, lower, c)
	}
}

// nth is the nth cell alone, none where there are not so many.
func nth(cells []cell, i int) []cell {
	if i < len(cells) {
		return cells[i : i+1]
	}
	return nil
}

// leftWidth returns the width of the left column of a matching question: what
// it needs when there is room for both sides or it needs less than half, what
// the right one leaves when that needs less than half, else half.
func (s *sheet) leftWidth(lefts []decks.Value, before, label, gap float64, rights []decks.Value) float64 {
	left, right, room := s.widest(lefts)+before, s.widest(rights)+label, s.room()-gap
	switch {
	case left+right <= room:
		return max(left, min(room-right, room*0.45))
	case left <= room/2:
		return left
	case right <= room/2:
		return room - right
	}
	return room / 2
}
