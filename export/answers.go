package export

import (
	"strconv"

	"recto/decks/markup"
)

// Answers say where on a sheet, if at all, its own answers stand.
type Answers uint8

// The places of answers on a sheet.
const (
	AnswersElsewhere  Answers = iota // not on the sheet
	AnswersAtFoot                    // on every page those of its questions, upside down
	AnswersBehindFold                // beside each question, right of a line to fold at
)

// mostAnswer is how much of a page an answer may take at most; what is longer
// ends with an ellipsis.
const mostAnswer = 0.4

// The strip behind the fold on an ordinary sheet, in millimetres.
const (
	foldStrip = 44.0
	foldGap   = 5.0 // on either side of the fold
)

// answersOn makes room on the pages for their answers.
func (s *sheet) answersOn() {
	switch s.options.Answers {
	case AnswersAtFoot:
		s.answering = func(blocks []*block) float64 {
			b := s.answersOf(blocks)
			if b == nil {
				return 0
			}
			return b.height
		}
		s.closed = s.answersAtFoot
	case AnswersBehindFold:
		s.aside = s.mm(foldStrip)
		s.closed = s.answersBehindFold
	}
}

// answered gives a question's block the answer that its page shows.
func (s *sheet) answered(b *block, it Item) {
	if s.options.Answers == AnswersElsewhere {
		return
	}
	f := s.font(Regular, s.answerSize())
	spans := []markup.Span{{Text: strconv.Itoa(it.Number) + ".", Strong: true}, {Text: "\u00A0"}}
	for _, span := range s.answerSpans(entry(it)) {
		span.Strong = false // bold are the numbers of the questions
		spans = append(spans, span)
	}
	width := s.full()
	if s.options.Answers == AnswersBehindFold {
		width = s.aside - 2*s.mm(foldGap)
	}
	b.answer = s.lines(spans, f, width, 0)
	if most := max(1, int(s.tallest()*mostAnswer/s.leading(f.Size))); len(b.answer) > most {
		end := run{text: "…", font: f, width: s.m.Width("…", f)}
		b.answer = s.lines(spans, f, width-end.width, 0)[:most]
		last := &b.answer[most-1]
		end.x = last.width
		last.runs, last.width = append(last.runs, end), last.width+end.width
	}
	if s.options.Answers == AnswersBehindFold { // no answer reaches the next question's
		high := s.block()
		high.skip(s.firstLine())
		high.lines(b.answer, 0, f.Size, black)
		b.height = max(b.height, high.height)
	}
}

// answerSize is that of answers on the sheet: small, but not for those who
// need it large.
func (s *sheet) answerSize() float64 { return s.tinySize }

// aboveAnswers is the space above the answers at the foot of an ordinary sheet,
// with the rule in it.
const aboveAnswers = 4.5

// answersOf is the answers of blocks, running on; nil when there are none.
func (s *sheet) answersOf(blocks []*block) *block {
	size := s.answerSize()
	var pieces []piece
	for _, q := range blocks {
		pieces = append(pieces, s.runOn(q.answer, size)...)
	}
	if len(pieces) == 0 {
		return nil
	}
	b := s.block()
	b.skip(s.mm(aboveAnswers))
	b.lines(fillLines(s.m, pieces, s.full()), 0, size, s.grey)
	return b
}

// runOn makes lines one part of a running text, with some space behind it.
func (s *sheet) runOn(lines []line, size float64) []piece {
	var out []piece
	f := s.font(Regular, size)
	for i, l := range lines {
		for _, r := range l.runs {
			if r.box != nil {
				out = append(out, piece{font: r.font, width: r.width, look: r.look, box: r.box})
				continue
			}
			out = append(out, cutText(s.m, r.text, r.font)...)
		}
		if n := len(out); n > 0 {
			space := " "
			if i == len(lines)-1 {
				space = "    "
			}
			out[n-1].space, out[n-1].gap, out[n-1].stop = space, s.m.Width(space, f), maybe
		}
	}
	return out
}

// answersAtFoot puts the answers of a page at its foot, upside down below a
// rule.
func (s *sheet) answersAtFoot(page int, all []placed) {
	blocks := make([]*block, len(all))
	for i, p := range all {
		blocks[i] = p.block
	}
	b := s.answersOf(blocks)
	if b == nil {
		return
	}
	top := s.bottom() - b.height
	p := &s.pages[page]
	rule := s.block()
	rule.hairline(s.left(), top+s.mm(aboveAnswers-1.5), s.left()+s.full())
	p.add(&rule.Page)
	right, low := s.left()+s.full(), s.bottom()+s.mm(aboveAnswers)
	for _, r := range b.Rules { // of formulas
		r.X1, r.X2, r.Y1, r.Y2 = right-r.X1, right-r.X2, low-r.Y1, low-r.Y2
		p.Rules = append(p.Rules, r)
	}
	for _, t := range b.Texts {
		t.X, t.Y = right-t.X, low-t.Y
		p.Turned = append(p.Turned, t)
	}
}

// answersBehindFold puts the answer to each question at its height, right of a
// line to fold the sheet at.
func (s *sheet) answersBehindFold(page int, all []placed) {
	b := s.block()
	x := s.left() + s.full() + s.mm(foldGap)
	for y := s.start(); y < s.bottom(); y += s.mm(3) {
		b.Rules = append(b.Rules, Rule{x, y, x, min(y+s.mm(1.5), s.bottom()), s.fine, s.grey})
	}
	for _, p := range all {
		size := s.answerSize() // its first line is that of the question
		b.height = p.y + p.foldAt + s.firstLine() - base(s.leading(size), size)
		b.lines(p.answer, x+s.mm(foldGap), size, s.grey)
	}
	s.pages[page].add(&b.Page)
}
