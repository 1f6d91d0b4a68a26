package export

import (
	"strconv"

	"recto/decks"
	"recto/decks/markup"
)

// cell sets a part of a row from its first baseline y down and returns the
// number of its lines.
type cell func(y float64) int

// row sets cells beside each other; a nil one is empty.
func (s *sheet) row(b *block, cells ...cell) {
	y := b.height + s.firstLine() + s.mm(0.5)
	rows := 1
	for _, c := range cells {
		if c != nil {
			rows = max(rows, c(y))
		}
	}
	b.skip(s.mm(7) + float64(rows-1)*s.leading(s.bodySize))
	b.mayCut()
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
		lefts = append(lefts, func(y float64) int {
			b.rule(s.gutter, y+s.mm(0.6), s.gutter+line)
			b.Texts = append(b.Texts, Text{s.gutter + line + s.mm(3), y, s.bodyFont(), s.grey, strconv.Itoa(i+1) + "."})
			return s.value(b, v, s.gutter+number, y, left-number)
		})
	}
	for i, v := range it.Options {
		rights = append(rights, func(y float64) int {
			b.Texts = append(b.Texts, Text{right, y, s.bodyFont(), black, letterOf(i)})
			return s.value(b, v, right+label, y, s.width()-right-label)
		})
	}
	if s.room() >= least {
		for i := range max(len(lefts), len(rights)) {
			s.row(b, nth(lefts, i), nth(rights, i))
		}
		return
	}
	for _, c := range lefts {
		s.row(b, c)
	}
	b.skip(s.mm(1.5))
	for _, c := range rights {
		s.row(b, c)
	}
}

func nth(cells []cell, i int) cell {
	if i < len(cells) {
		return cells[i]
	}
	return nil
}

// leftWidth returns the width of the left column of a matching question: what
// it needs when there is room for both sides or it needs less than half, what
// the right one leaves when that needs less than half, else half.
func (s *sheet) leftWidth(lefts []decks.Value, before, label, gap float64, rights []decks.Value) float64 {
	need := func(values []decks.Value, extra float64) float64 {
		w := 0.0
		for _, v := range values {
			w = max(w, s.textWidth(s.show(v), s.bodyFont())+extra)
		}
		return w
	}
	left, right, room := need(lefts, before), need(rights, label), s.room()-gap
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

// value sets a value from a first baseline down and returns its lines.
func (s *sheet) value(b *block, v decks.Value, x, y, width float64) int {
	lines := s.lines(markup.Parse(s.show(v)), s.bodyFont(), width, 0)
	for n, l := range lines {
		b.at(l, x, y+float64(n)*s.leading(s.bodySize), black)
	}
	return len(lines)
}
