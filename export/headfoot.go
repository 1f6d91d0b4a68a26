package export

import (
	"strconv"
	"strings"

	"recto/decks/markup"
)

// title is what the sheet is called.
func (s *sheet) title() string {
	if s.options.Title != "" {
		return s.options.Title
	}
	var titles []string
	for _, d := range s.decks {
		if d.Print.Heading != "" && len(s.decks) == 1 {
			return d.Print.Heading
		}
		titles = append(titles, d.Title)
	}
	return strings.Join(titles, ", ")
}

// heading is the title, the line for name, date and score, and the
// instructions.
func (s *sheet) heading(v Version) *block {
	b := &block{}
	bold := Font{Bold, titleSize}
	b.lines(s.lines(markup.Parse(s.title()), bold, s.full(), 0), 0, titleSize, black)
	b.skip(5)
	b.append(s.nameLine(v.Points()))
	if len(s.decks) == 1 && s.decks[0].Print.Instructions != "" {
		b.skip(4.5)
		f := Font{Italic, bodySize}
		b.lines(s.lines(markup.Parse(s.decks[0].Print.Instructions), f, s.full(), 0), 0, bodySize, black)
	}
	b.skip(7)
	return b
}

// nameLine is where the learner writes name and date, and the teacher the
// score.
func (s *sheet) nameLine(points float64) *block {
	f := Font{Regular, smallSize}
	total := "/ " + s.figure(points)
	score := s.m.Width(s.score, f) + 2 + 14 + 1.5 + s.m.Width(total, f)
	date := s.m.Width(s.date, f) + 2 + min(34, s.full()*0.2)
	const apart = 6.0
	y := 4.5
	b := &block{height: y + 1.5}
	write := func(x float64, text string) float64 {
		b.Texts = append(b.Texts, Text{x, y, f, grey, text})
		return x + s.m.Width(text, f)
	}
	b.rule(write(0, s.name)+2, y+0.6, s.full()-date-score-2*apart)
	b.rule(write(s.full()-date-score-apart, s.date)+2, y+0.6, s.full()-score-apart)
	x := write(s.full()-score, s.score) + 2
	b.rule(x, y+0.6, x+14)
	write(x+15.5, total)
	return b
}

// foot sets what stands at the bottom of every page, before the first is laid
// out: it takes room.
func (s *sheet) foot(text string) {
	s.footer = text
	s.footRoom = float64(len(s.footLines(999, 999))-1) * leading(tinySize)
}

// feet writes the title on top of every page but the first, the footer and
// "page n of N" at the bottom of every page. The number of pages is known
// here, so it is written as it is.
func (s *sheet) feet(title string) {
	f := Font{Regular, tinySize}
	for i := range s.pages {
		head, b := &block{}, &block{}
		if i > 0 {
			head.at(s.lines(markup.Parse(title), f, s.full(), 0)[0], s.side(), 10.5, grey)
		}
		lines := s.footLines(i+1, len(s.pages))
		y := s.paper.Height - 11 - float64(len(lines)-1)*leading(tinySize)
		b.hairline(s.side(), y-4.5, s.paper.Width-s.side())
		for n, l := range lines {
			b.at(l, s.paper.Width-s.side()-l.width, y+float64(n)*leading(tinySize), grey)
		}
		s.pages[i].Texts = append(head.Texts, s.pages[i].Texts...)
		s.pages[i].add(&b.Page)
	}
}

// footLines is the footer with a page number, in one place, flush right.
// (Apart, programs that read the text of a PDF take them for two columns.)
func (s *sheet) footLines(page, of int) []line {
	number := strings.NewReplacer("%p", strconv.Itoa(page), "%n", strconv.Itoa(of)).Replace(s.pageOf)
	var spans []markup.Span
	if s.footer != "" {
		spans = append(markup.Parse(s.footer), markup.Span{Text: "  ·  "})
	}
	number = strings.ReplaceAll(number, " ", "\u00A0")
	return s.lines(append(spans, markup.Span{Text: number}), Font{Regular, tinySize}, s.full(), 0)
}
