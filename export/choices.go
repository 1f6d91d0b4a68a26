package export

import (
	"strconv"
	"strings"

	"recto/decks"
	"recto/decks/markup"
)

// marker is the size of a box or circle to mark.
const marker = 3.2

// letterOf names the nth option, from 0: A to Z.
func letterOf(n int) string { return string(rune('A' + n)) }

// optionLine is the height of an option of one line.
const optionLine = 5.7

// choices sets lettered options with a circle (one answer) or a box (any
// number) each, in as many columns as fit, row by row: programs that read the
// text of a PDF do so too.
func (s *sheet) choices(b *block, options []decks.Value, one bool) {
	const indent, gap = marker + 7.5, 5.0
	columns := s.columnsFor(options, indent, gap)
	rows := (len(options) + columns - 1) / columns
	width := (s.room() - gap*float64(columns-1)) / float64(columns)
	set := func(i int, x, top float64) int {
		y := top + base(leading(bodySize), bodySize)
		b.box(x, y-1.25, marker, one)
		b.Texts = append(b.Texts, Text{x + marker + 2, y, bodyFont, black, letterOf(i)})
		return s.value(b, options[i], x+indent, y, width-indent)
	}
	if columns == 1 {
		for i := range options {
			n := set(i, s.gutter, b.height)
			b.skip(optionLine + float64(n-1)*leading(bodySize))
			b.cuts = append(b.cuts, b.height)
		}
		return
	}
	for i := range options {
		set(i, s.gutter+float64(i%columns)*(width+gap), b.height+float64(i/columns)*optionLine)
	}
	for range rows {
		b.skip(optionLine)
		b.cuts = append(b.cuts, b.height)
	}
}

// columnsFor returns in how many columns all options stand on one line each:
// as many as fit and fill the last row. Two need not fill it. (Programs that
// read the text of a PDF take a gap in the last row for two blocks.)
func (s *sheet) columnsFor(options []decks.Value, indent, gap float64) int {
	longest := 0.0
	for _, v := range options {
		longest = max(longest, s.textWidth(s.show(v), bodyFont))
	}
	n := len(options)
	most := min(n, int((s.room()+gap)/(indent+longest+gap)))
	for c := most; c > 1; c-- {
		if n%c == 0 || c == 2 {
			return c
		}
	}
	return 1
}

// order sets shuffled items with a box for the number of each.
func (s *sheet) order(b *block, it Item) {
	s.instruct(b, strings.Replace(s.ordering, "%", strconv.Itoa(len(it.Options)), 1))
	const box, height = 5.6, 7.4
	for _, v := range it.Options {
		y := b.height + base(leading(bodySize), bodySize) + 0.5
		b.box(s.gutter, y-1.25, box, false)
		lines := s.value(b, v, s.gutter+box+3, y, s.room()-box-3)
		b.skip(height + float64(lines-1)*leading(bodySize))
		b.cuts = append(b.cuts, b.height)
	}
}

// bankOf sets the words that the blanks of a cloze are chosen from, framed.
func (s *sheet) bankOf(b *block, words []decks.Value) {
	if len(words) == 0 {
		return
	}
	const inset = 2.5
	b.skip(2)
	top := b.height
	b.skip(inset * 0.6)
	var pieces []piece
	between := strings.Repeat(" ", 8)
	apart := s.m.Width(between, bodyFont)
	for _, v := range words {
		for _, l := range s.lines(markup.Parse(s.show(v)), bodyFont, s.room()-2*inset, 0) {
			for _, r := range l.runs {
				pieces = append(pieces, piece{text: r.text, font: r.font, width: r.width})
			}
		}
		if len(pieces) > 0 {
			last := &pieces[len(pieces)-1]
			last.space, last.gap, last.stop = between, apart, maybe
		}
	}
	b.spaced(fillLines(s.m, pieces, s.room()-2*inset), s.gutter+inset, bodySize, optionLine, black)
	b.skip(inset * 0.6)
	b.Shapes = append(b.Shapes, Shape{X: s.gutter, Y: top, W: s.room(), H: b.height - top, Thickness: 0.2, Ink: faint})
}

// show is a value as the sheet displays it, in markup.
func (s *sheet) show(v decks.Value) string {
	if v.Type == decks.BoolValue {
		return s.truth(v)
	}
	return v.Show(answerLanguage(s.item.Question))
}
