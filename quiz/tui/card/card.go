package card

import (
	"fmt"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/tui/frame"
	"recto/quiz/tui/picture"
	"recto/quiz/words"
)

// Face is a card as it is on screen, and the reply to it.
type Face struct {
	View   quiz.View
	Reply  Reply
	Focus  bool         // keys are text
	Folded bool         // of a long text above the question only the beginning is shown
	Brief  bool         // the answer comes without explanation and source
	Words  *words.Words // nil: English, as the C locale writes it

	Pictures *picture.Gallery // shows images; nil: they are told in words
	Height   int              // lines that the screen has for the card
}

// speaker returns what speaks the words of the face.
func (f *Face) speaker() quiz.Speaker {
	if f.Words == nil {
		f.Words = words.English(words.Locale{})
	}
	return quiz.Speaker{Words: f.Words}
}

// Body is all that is to be seen of a card, from which the screen shows as
// many lines as it has.
type Body struct {
	frame.Rows
	Reply  frame.Span // the field, or the option that the arrows have reached
	Hint   frame.Span // the latest hint
	Answer frame.Span // the verdict and what was wanted
	Column int        // where the text cursor stands, in the first line of reply; -1 for nowhere
	Long   bool       // a text above the question is long enough to be folded
}

// ComposeRest lays out what stands below the question: what is picked from,
// the field, the hints so far, and the answer once it is shown.
func (f *Face) ComposeRest(b *Body, w int) {
	f.composeOptions(b, w)
	f.composeReply(b, w)
	b.Gap()
	for i, h := range f.View.Hints {
		label := f.speaker().Card.Hint(i+1, len(f.View.Hints)+f.View.MoreHint)
		b.Hint.From = len(b.Lines)
		b.Add(frame.Hang(frame.Text(label, frame.Faint), frame.Pieces(h, 0, nil), w)...)
		b.Hint.To = len(b.Lines)
	}
	if f.View.Phase == quiz.Shown {
		b.Gap()
		f.ComposeAnswer(b, w)
	}
}

// ComposeQuestion lays out what is asked, and what it stands under.
func (f *Face) ComposeQuestion(b *Body, w int) {
	v := f.View
	for _, g := range v.Groups {
		if g.Text != "" {
			b.Gap()
			if g.Title != "" {
				b.Add(frame.Wrap(frame.Pieces(g.Title, frame.Bold|frame.Faint, nil), w)...)
			}
			f.composeText(b, frame.Wrap(frame.Pieces(g.Text, 0, nil), w))
		}
		f.image(b, picture.Source{File: g.File, Name: g.Image}, g.Alt, w)
	}
	q := v.Card.Question
	f.image(b, picture.Source{File: q.File, Name: q.Image}, q.Alt, w)
	if do := v.Card.Instruction(); do != "" {
		b.Gap()
		b.Add(frame.Wrap(frame.Pieces(do, frame.Faint, nil), w)...)
	}
	b.Gap()
	base := frame.Bold
	if v.Card.Kind() == decks.Cloze {
		base = 0 // a text, in which the gaps stand out
	}
	from := len(b.Lines)
	b.Add(frame.Wrap(frame.Pieces(v.Card.Ask(), base, f.gapText), w)...)
	if v.Phase == quiz.Asked && f.Reply.inGaps {
		f.putCursor(b, from)
	}
}

// foldFrom is from how many lines on a text can be folded, and kept how many
// of them are shown then.
const (
	foldFrom = 6
	kept     = 2
)

// composeText lays out a text above the question, folded where it is long.
func (f *Face) composeText(b *Body, lines []frame.Line) {
	if len(lines) < foldFrom {
		b.Add(lines...)
		return
	}
	b.Long = true
	if !f.Folded {
		b.Add(lines...)
		return
	}
	b.Add(lines[:kept]...)
	b.Add(frame.Text("… "+f.speaker().Card.Folded(len(lines)-kept), frame.Faint|frame.Zone(foldZone)))
}

// gapText returns what stands in the i-th gap of a text: dots, then what is
// typed for it, at last what is right.
func (f *Face) gapText(i int) []frame.Piece {
	v := f.View
	answers := v.Card.Answers()
	if v.Phase == quiz.Shown && i < len(answers) {
		return frame.Text(frame.Inline(answers[i].Show(v.Card.Language())), frame.Bold|frame.Underline)
	}
	zone := frame.Look(0)
	if f.Reply.inGaps && v.Phase == quiz.Asked {
		zone = frame.Zone(i)
	}
	if given := f.Reply.parts(); f.Reply.inGaps && i < len(given) && given[i].text != "" {
		return frame.Text("["+given[i].text+"]", frame.Bold|frame.Accent|zone)
	}
	return frame.Text("[...]", frame.Bold|zone)
}

// putCursor puts the text cursor into the gap that is typed, and that gap into
// sight. The text was laid out from a line on.
func (f *Face) putCursor(b *Body, from int) {
	at, offset := f.Reply.current()
	skip := len(frame.Cells(f.Reply.parts()[at].text[:offset])) + 1 // and the bracket
	for row := from; row < len(b.Lines); row++ {
		column := 0
		for _, p := range b.Lines[row] {
			for _, c := range frame.Cells(p.Text) {
				if p.Look>>16 == frame.Zone(at)>>16 {
					b.Reply = frame.Span{From: row, To: row + 1}
					if f.Focus {
						b.Column = column
					}
					if skip == 0 {
						return
					}
					skip--
				}
				column += c.Width
			}
		}
	}
}

// prompt stands before what is typed.
const prompt = "> "

// composeReply lays out how the card is answered, and the field in which the
// answer is typed: a line for each item of a list, none where gaps are typed in
// their places.
func (f *Face) composeReply(b *Body, w int) {
	v := f.View
	if how := f.howTo(); how != "" && (v.Phase == quiz.Asked || f.Reply.Way == Typing && v.Match != nil) {
		b.Gap()
		b.Add(frame.Wrap(frame.Text(how, frame.Faint), w)...)
	}
	if f.Reply.Way != Typing || f.Reply.inGaps || v.Phase == quiz.Shown && v.Match == nil {
		return
	}
	b.Gap()
	look := frame.Accent
	if !f.Focus || v.Phase == quiz.Shown {
		look = frame.Faint
	}
	if f.Reply.wanted < 2 {
		f.composeField(b, f.Reply.Field, frame.Text(prompt, look), true, w)
		return
	}
	current, offset := f.Reply.current()
	for i, p := range f.Reply.parts() {
		if p.text == "" && v.Phase == quiz.Shown {
			continue
		}
		sign := frame.P(frame.BlankSign, 0)
		if i == current && v.Phase == quiz.Asked {
			sign = frame.P(prompt, look)
		}
		label := frame.Line{sign, frame.P(fmt.Sprintf("%d. ", i+1), frame.Faint)}
		f.composeField(b, frame.Field{Text: p.text, Cursor: offset}, label, i == current, w)
	}
}

// composeField lays out a field behind a label, and puts the text cursor into
// the one that is typed.
func (f *Face) composeField(b *Body, field frame.Field, label frame.Line, current bool, w int) {
	indent := label.Width()
	field.Cursor = min(field.Cursor, len(field.Text))
	lines, row, column := field.Lines(w - indent)
	at := len(b.Lines)
	for i, l := range lines {
		before := label
		if i > 0 {
			before = frame.Line{frame.Spaces(indent)}
		}
		b.Add(append(append(frame.Line{}, before...), l...))
	}
	if f.View.Phase != quiz.Asked || !current {
		return
	}
	b.Reply = frame.Span{From: at + row, To: at + row + 1}
	if f.Focus {
		b.Column = indent + column
	}
}

// howTo says how a card is answered, "" where it goes without saying.
func (f *Face) howTo() string {
	v, how := f.View, f.speaker().Card.How
	if !v.Typed {
		return ""
	}
	wanted := len(v.Card.Answers())
	switch v.Card.Kind() {
	case decks.Multiple:
		return how.Multiple
	case decks.List:
		if need := v.Card.Question.Need; need > 0 && need < wanted {
			return how.Any(need, wanted)
		}
		if wanted > 1 {
			return how.Items(wanted)
		}
	case decks.Order:
		return how.Order
	case decks.Match:
		return how.Match
	case decks.Cloze:
		if wanted > 1 {
			return how.Gaps(wanted)
		}
	}
	return ""
}
