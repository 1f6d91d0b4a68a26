package export

import (
	"math"
	"strconv"
	"strings"

	"recto/decks"
	"recto/decks/markup"
)

var bodyFont = Font{Regular, bodySize}

// question is a numbered question with the space for its answer.
func (s *sheet) question(it Item) (*block, error) {
	q := it.Question
	b := &block{}
	s.numbered(b, it.Number)
	s.ask(b, it)
	if q.Image != "" {
		b.skip(2)
		if err := s.picture(b, q.File, q.Image, s.gutter, s.room(), s.tallest()*0.4); err != nil {
			return nil, err
		}
	}
	s.answer(b, it)
	return b, nil
}

// numbered sets the number of a question left of its text. The points of all
// numbers stand below each other.
func (s *sheet) numbered(b *block, n int) {
	f := Font{Bold, bodySize}
	text := strconv.Itoa(n) + "."
	y := base(leading(bodySize), bodySize)
	b.Texts = append(b.Texts, Text{s.gutter - numberGap - s.m.Width(text, f), y, f, black, text})
}

// numberGap is the distance of a number from its text. Programs that read
// the text of a PDF take a wider one for the gap between two columns.
const numberGap = 2.4

// room is the width of a question's text and answer.
func (s *sheet) room() float64 { return s.width() - s.gutter }

// ask sets the text of a question; of a cloze its instruction and the text
// with blanks. What it is worth stands behind the last word.
func (s *sheet) ask(b *block, it Item) {
	q := it.Question
	if q.Kind != decks.Cloze {
		b.lines(s.worth(markup.Parse(q.Ask), q, 0), s.gutter, bodySize, black)
		return
	}
	if q.Ask != "" {
		b.lines(s.lines(markup.Parse(q.Ask), bodyFont, s.room(), 0), s.gutter, bodySize, black)
		b.skip(0.5)
	}
	const height = 7.6 // room for handwriting
	lines := s.worth(markup.Parse(withGaps(q)), q, s.blank(q))
	if b.height == 0 { // the first baseline is that of the number
		b.height = base(leading(bodySize), bodySize) - base(height, bodySize)
	}
	b.spaced(lines, s.gutter, bodySize, height, black)
}

// worth breaks spans and puts the points of a question behind them, if it is
// worth any.
func (s *sheet) worth(spans []markup.Span, q *decks.Question, blank float64) []line {
	if q.Points == 0 {
		return s.lines(spans, bodyFont, s.room(), blank)
	}
	f := Font{Regular, tinySize}
	text := "(" + s.count(q.Points) + ")"
	gap := piece{space: "\u00A0\u00A0", font: bodyFont, gap: s.m.Width("\u00A0\u00A0", bodyFont)}
	points := piece{text: text, font: f, width: s.m.Width(text, f), look: aside}
	return s.lines(spans, bodyFont, s.room(), blank, gap, points)
}

// withGaps is the text of a cloze with all its gaps open.
func withGaps(q *decks.Question) string {
	var b strings.Builder
	end := 0
	for _, g := range q.Gaps {
		b.WriteString(q.Text[end:g.Start])
		b.WriteRune(markup.GapMark)
		end = g.End
	}
	b.WriteString(q.Text[end:])
	return b.String()
}

// blank is the width of every blank of a cloze: enough for its longest gap
// by hand, in steps that tell little about its length, in whole low lines.
func (s *sheet) blank(q *decks.Question) float64 {
	longest := 0.0
	for _, g := range q.Gaps {
		longest = max(longest, s.textWidth(g.Text, bodyFont))
	}
	return min(step(handwritten*longest, 30), s.room()*0.6)
}

// handwritten is how much wider handwriting is than print.
const handwritten = 1.8

// step rounds a width up to whole centimetres, at least least.
func step(width, least float64) float64 { return max(least, 10*math.Ceil(width/10)) }

// answer sets the space for an answer.
func (s *sheet) answer(b *block, it Item) {
	q := it.Question
	switch q.Kind {
	case decks.Short:
		s.writing(b, q)
	case decks.Number:
		s.short(b, q, 40, q.Unit)
	case decks.Date:
		s.short(b, q, 60, "")
	case decks.TrueFalse:
		s.truefalse(b)
	case decks.Choice:
		b.skip(1.2)
		s.choices(b, it.Options, true)
	case decks.Multiple:
		s.instruct(b, s.all)
		s.choices(b, it.Options, false)
	case decks.List:
		s.list(b, q)
	case decks.Order:
		s.order(b, it)
	case decks.Match:
		s.match(b, it)
	case decks.Cloze:
		s.bankOf(b, it.Options)
	}
	switch q.Kind {
	case decks.Short, decks.Number, decks.Date, decks.List: // have taken their lines
	default:
		s.ruled(b, q.Lines)
	}
}

// ruled sets n full lines to write on.
func (s *sheet) ruled(b *block, n int) {
	for range n {
		b.skip(writingLine)
		b.rule(s.gutter, b.height, s.width())
		b.cuts = append(b.cuts, b.height)
	}
}

// writing sets lines for a text: as many as the author says, else as the
// answer needs by hand, a short one shorter.
func (s *sheet) writing(b *block, q *decks.Question) {
	if q.Lines > 0 {
		s.ruled(b, q.Lines)
		return
	}
	lines := 0.0
	for l := range strings.SplitSeq(q.Answers[0].Text, "\n") {
		need := handwritten * s.textWidth(l, bodyFont)
		if need <= s.room()*0.55 && lines == 0 && !strings.Contains(q.Answers[0].Text, "\n") {
			b.skip(writingLine)
			b.rule(s.gutter, b.height, s.gutter+min(step(need, 60), s.room()))
			return
		}
		lines += max(1, math.Ceil(need/s.room()))
	}
	s.ruled(b, int(lines))
}

// short sets one short line with a unit behind it, below the lines that the
// author wants for the way there.
func (s *sheet) short(b *block, q *decks.Question, width float64, unit string) {
	s.ruled(b, q.Lines)
	b.skip(writingLine)
	width = min(max(width, step(handwritten*s.textWidth(q.Answers[0].Text, bodyFont), 0)), s.room()*0.7)
	b.rule(s.gutter, b.height, s.gutter+width)
	if unit != "" {
		b.at(s.plain(unit, bodyFont, s.room()-width-2)[0], s.gutter+width+2, b.height-0.4, black)
	}
}

func (s *sheet) truefalse(b *block) {
	b.skip(1.2)
	x := s.gutter
	y := b.height + base(leading(bodySize), bodySize)
	for _, word := range []string{s.yes, s.no} {
		b.box(x, y-1.25, marker, false)
		b.Texts = append(b.Texts, Text{x + marker + 2, y, bodyFont, black, word})
		x += marker + 2 + s.m.Width(word, bodyFont) + 10
	}
	b.skip(leading(bodySize))
}

// instruct sets a line that says how to answer.
func (s *sheet) instruct(b *block, text string) {
	f := Font{Italic, smallSize}
	b.skip(0.4)
	b.lines(s.plain(text, f, s.room()), s.gutter, smallSize, grey)
	b.skip(1)
}

// list sets a numbered line for every item that is wanted, in two columns
// when they are short.
func (s *sheet) list(b *block, q *decks.Question) {
	if q.Lines > 0 {
		s.ruled(b, q.Lines)
		return
	}
	n := len(q.Answers)
	if q.Need > 0 {
		n = q.Need
	}
	longest := 0.0
	for _, a := range q.Answers {
		longest = max(longest, s.textWidth(a.Text, bodyFont))
	}
	f := Font{Regular, smallSize}
	label := s.m.Width(strconv.Itoa(n)+".", f) + 1.5
	columns, gap := 1, 8.0
	if half := (s.room() - gap) / 2; n >= 4 && handwritten*longest <= half-label {
		columns = 2
	}
	width := (s.room() - gap*float64(columns-1)) / float64(columns)
	rows := (n + columns - 1) / columns
	ruled := width
	if columns == 1 {
		ruled = min(width, label+step(handwritten*longest, 60))
	}
	top := b.height
	for i := range n {
		x := s.gutter + float64(i%columns)*(width+gap)
		y := top + float64(i/columns+1)*writingLine
		b.Texts = append(b.Texts, Text{x, y - 0.6, f, grey, strconv.Itoa(i+1) + "."})
		b.rule(x+label, y, x+ruled)
	}
	for range rows {
		b.skip(writingLine)
		b.cuts = append(b.cuts, b.height)
	}
}
