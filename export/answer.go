package export

import (
	"math"
	"strconv"
	"strings"

	"recto/decks"
	"recto/decks/markup"
)

// question is a numbered question with the space for its answer.
func (s *sheet) question(it Item) (*block, error) {
	q := it.Question
	b := s.block()
	s.numbered(b, it.Number)
	s.ask(b, it)
	if q.Image != "" {
		b.skip(s.mm(2))
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
	f := s.font(Bold, s.bodySize)
	text := strconv.Itoa(n) + "."
	b.Texts = append(b.Texts, Text{s.gutter - s.mm(numberGap) - s.m.Width(text, f), s.firstLine(), f, black, text})
}

// numberGap is the distance of a number from its text on an ordinary sheet.
// Programs that read the text of a PDF take a wider one for the gap between
// two columns.
const numberGap = 2.4

// room is the width of a question's text and answer.
func (s *sheet) room() float64 { return s.width() - s.gutter }

// ask sets the text of a question; of a cloze its instruction and the text
// with blanks. What it is worth stands behind the last word.
func (s *sheet) ask(b *block, it Item) {
	q := it.Question
	if q.Kind != decks.Cloze {
		b.lines(s.worth(markup.Parse(q.Ask), q, 0), s.gutter, s.bodySize, black)
		return
	}
	if q.Ask != "" {
		b.lines(s.lines(markup.Parse(q.Ask), s.bodyFont(), s.room(), 0), s.gutter, s.bodySize, black)
		b.skip(s.mm(0.5))
	}
	height := max(s.mm(7.6), s.writingLine*0.89) // room for handwriting
	lines := s.worth(markup.Parse(withGaps(q)), q, s.blank(q))
	if b.height == 0 { // the first baseline is that of the number
		b.height = s.firstLine() - base(height, s.bodySize)
	}
	b.spaced(lines, s.gutter, s.bodySize, height, black)
}

// worth breaks spans and puts the points of a question behind them, if it is
// worth any and the questions of the sheet are not all worth one.
func (s *sheet) worth(spans []markup.Span, q *decks.Question, blank float64) []line {
	if !s.worths || q.Points == 0 {
		return s.lines(spans, s.bodyFont(), s.room(), blank)
	}
	f := s.font(Regular, s.tinySize)
	text := "(" + s.count(q.Points) + ")"
	gap := piece{space: "\u00A0\u00A0", font: s.bodyFont(), gap: s.m.Width("\u00A0\u00A0", s.bodyFont())}
	points := piece{text: text, font: f, width: s.m.Width(text, f), look: aside}
	before, code := endingInCode(spans)
	lines := s.lines(before, s.bodyFont(), s.room(), blank, gap, points)
	if code != nil { // which nothing stands behind
		fence := s.lines(code, s.bodyFont(), s.room(), blank)
		fence[0].above += s.leading(s.bodySize) / 2
		lines = append(lines, fence...)
	}
	return lines
}

// endingInCode divides spans that end with a block of code after a text before
// that block; code is nil for others.
func endingInCode(spans []markup.Span) (before, code []markup.Span) {
	n := len(spans) - 1
	for n > 0 && (spans[n].Kind == markup.Break || spans[n].Kind == markup.Paragraph) {
		n--
	}
	if n < 1 || spans[n].Kind != markup.Fence {
		return spans, nil
	}
	at := n
	for at > 0 && (spans[at-1].Kind == markup.Break || spans[at-1].Kind == markup.Paragraph) {
		at--
	}
	if at == 0 || spans[at-1].Kind == markup.Fence {
		return spans, nil
	}
	return spans[:at], spans[n : n+1]
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
		longest = max(longest, s.textWidth(g.Text, s.bodyFont()))
	}
	return min(s.step(handwritten*longest, 30), s.room()*0.6)
}

// handwritten is how much wider handwriting is than print.
const handwritten = 1.8

// step rounds a width up to whole centimetres, at least least. Both are larger
// where the type is.
func (s *sheet) step(width, least float64) float64 {
	return s.mm(max(least, 10*math.Ceil(width/s.mm(10))))
}

// answer sets the space for an answer.
func (s *sheet) answer(b *block, it Item) {
	q := it.Question
	switch q.Kind {
	case decks.Short:
		s.writing(b, q)
	case decks.Number:
		s.squared(b, q.Lines)
		s.short(b, q, 40, q.Unit)
	case decks.Date:
		s.ruled(b, q.Lines)
		s.short(b, q, 60, "")
	case decks.TrueFalse:
		s.truefalse(b)
	case decks.Choice:
		b.skip(s.mm(1.2))
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
		b.skip(s.writingLine)
		b.rule(s.gutter, b.height, s.width())
		b.mayCut()
	}
}

// squared sets squared paper to calculate on, about as high as n lines to
// write on.
func (s *sheet) squared(b *block, n int) {
	if n == 0 {
		return
	}
	b.skip(s.mm(2.5))
	rows := max(1, int(math.Round(float64(n)*s.writingLine/s.square)))
	columns := int(s.room() / s.square)
	width, top := float64(columns)*s.square, b.height
	draw := func(x1, y1, x2, y2 float64) {
		b.Rules = append(b.Rules, Rule{x1, y1, x2, y2, s.fine * 0.6, s.faint})
	}
	draw(s.gutter, top, s.gutter+width, top)
	for range rows {
		b.skip(s.square)
		draw(s.gutter, b.height, s.gutter+width, b.height)
		b.mayCut()
	}
	for i := range columns + 1 {
		x := s.gutter + float64(i)*s.square
		draw(x, top, x, b.height)
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
		need := handwritten * s.textWidth(l, s.bodyFont())
		if need <= s.room()*0.55 && lines == 0 && !strings.Contains(q.Answers[0].Text, "\n") {
			b.skip(s.writingLine)
			b.rule(s.gutter, b.height, s.gutter+min(s.step(need, 60), s.room()))
			b.mayCut()
			return
		}
		lines += max(1, math.Ceil(need/s.room()))
	}
	s.ruled(b, int(lines))
}

// short sets one short line with a unit behind it.
func (s *sheet) short(b *block, q *decks.Question, least float64, unit string) {
	b.skip(s.writingLine)
	width := min(s.step(handwritten*s.textWidth(q.Answers[0].Text, s.bodyFont()), least), s.room()*0.7)
	b.rule(s.gutter, b.height, s.gutter+width)
	if unit != "" {
		at := s.gutter + width + s.mm(2)
		y := b.height - s.mm(0.4)
		for i, l := range s.plain(unit, s.bodyFont(), s.width()-at) {
			if i > 0 {
				b.skip(s.leading(s.bodySize))
			}
			b.at(l, at, y+float64(i)*s.leading(s.bodySize), black)
		}
	}
	b.mayCut()
}

// truefalse sets two words with a box each, below each other where they do not
// stand on one line.
func (s *sheet) truefalse(b *block) {
	b.skip(s.mm(1.2))
	label, apart := s.marker+s.mm(2), s.mm(10)
	words := []string{s.yes, s.no}
	x := s.gutter
	for i, word := range words {
		w := s.m.Width(word, s.bodyFont())
		if i > 0 && x+label+w > s.width() {
			x = s.gutter
			b.skip(s.leading(s.bodySize))
		}
		y := b.height + s.firstLine()
		b.box(x, y-s.mm(1.25), s.marker, false)
		b.Texts = append(b.Texts, Text{x + label, y, s.bodyFont(), black, word})
		x += label + w + apart
	}
	b.skip(s.leading(s.bodySize))
	b.mayCut()
}

// instruct sets a line that says how to answer.
func (s *sheet) instruct(b *block, text string) {
	b.skip(s.mm(0.4))
	b.lines(s.plain(text, s.font(Italic, s.smallSize), s.room()), s.gutter, s.smallSize, s.grey)
	b.skip(s.mm(1))
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
		longest = max(longest, s.textWidth(a.Text, s.bodyFont()))
	}
	f := s.font(Regular, s.smallSize)
	label := s.m.Width(strconv.Itoa(n)+".", f) + s.mm(1.5)
	columns, gap := 1, s.mm(8)
	if half := (s.room() - gap) / 2; n >= 4 && handwritten*longest <= half-label {
		columns = 2
	}
	width := (s.room() - gap*float64(columns-1)) / float64(columns)
	rows := (n + columns - 1) / columns
	ruled := width
	if columns == 1 {
		ruled = min(width, label+s.step(handwritten*longest, 60))
	}
	top := b.height
	for i := range n {
		x := s.gutter + float64(i%columns)*(width+gap)
		y := top + float64(i/columns+1)*s.writingLine
		b.Texts = append(b.Texts, Text{x, y - s.mm(0.6), f, s.grey, strconv.Itoa(i+1) + "."})
		b.rule(x+label, y, x+ruled)
	}
	for range rows {
		b.skip(s.writingLine)
		b.mayCut()
	}
}
