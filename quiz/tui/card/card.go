package card

import (
	"fmt"
	"strings"

	"recto/decks"
	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/tui/frame"
)

// Face is a card as it is on screen, and the reply to it.
type Face struct {
	View  quiz.View
	Reply Reply
	Focus bool // keys are text
}

// Body is all that is to be seen of a card, from which the screen shows as
// many lines as it has.
type Body struct {
	frame.Rows
	Reply  frame.Span // the field, or the option that the arrows have reached
	Hint   frame.Span // the latest hint
	Answer frame.Span // the verdict and what was wanted
	Column int        // where the text cursor stands, in the first line of reply; -1 for nowhere
}

// ComposeRest lays out what stands below the question: what is picked from,
// the field, the hints so far, and the answer once it is shown.
func (f *Face) ComposeRest(b *Body, w int) {
	f.composeOptions(b, w)
	f.composeReply(b, w)
	b.Gap()
	for i, h := range f.View.Hints {
		label := fmt.Sprintf("Hint %d of %d: ", i+1, len(f.View.Hints)+f.View.MoreHint)
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
			b.Add(frame.Wrap(frame.Pieces(g.Text, 0, nil), w)...)
		}
		image(b, g.Image, g.Alt, w)
	}
	q := v.Card.Question
	image(b, q.Image, q.Alt, w)
	if do := v.Card.Instruction(); do != "" {
		b.Gap()
		b.Add(frame.Wrap(frame.Pieces(do, frame.Faint, nil), w)...)
	}
	b.Gap()
	base := frame.Bold
	if v.Card.Kind() == decks.Cloze {
		base = 0 // a text, in which the gaps stand out
	}
	b.Add(frame.Wrap(frame.Pieces(v.Card.Ask(), base, f.gapText), w)...)
}

// image lays out what an image shows and where it is.
func image(b *Body, path, alt string, w int) {
	if path == "" {
		return
	}
	b.Gap()
	about := markup.OneLine(path)
	if alt != "" {
		about = frame.Inline(alt) + " (" + about + ")"
	}
	b.Add(frame.Hang(frame.Text("Image: ", frame.Faint), frame.Text(about, frame.Faint), w)...)
}

// gapText returns what stands in the i-th gap of a text: dots, then what is
// typed for it, at last what is right.
func (f *Face) gapText(i int) []frame.Piece {
	v := f.View
	answers := v.Card.Answers()
	if v.Phase == quiz.Shown && i < len(answers) {
		return frame.Text(frame.Inline(answers[i].Show(v.Card.Language())), frame.Bold|frame.Underline)
	}
	var given []string
	if f.Reply.Way == Typing {
		given = gapTexts(f.Reply.Field.Text, len(answers))
	}
	if i < len(given) && given[i] != "" {
		return frame.Text("["+given[i]+"]", frame.Bold|frame.Accent)
	}
	return frame.Text("[...]", frame.Bold)
}

// gapTexts splits a response as it is marked: at semicolons where there are
// several gaps.
func gapTexts(s string, gaps int) []string {
	if gaps < 2 {
		return []string{strings.TrimSpace(s)}
	}
	const kept = "\x00"
	parts := strings.Split(strings.ReplaceAll(s, `\;`, kept), ";")
	for i, p := range parts {
		parts[i] = strings.TrimSpace(strings.ReplaceAll(p, kept, ";"))
	}
	return parts
}

// composeReply lays out how the card is answered, and the field in which the
// answer is typed.
func (f *Face) composeReply(b *Body, w int) {
	v := f.View
	if how := howTo(v); how != "" && (v.Phase == quiz.Asked || f.Reply.Way == Typing && v.Match != nil) {
		b.Gap()
		b.Add(frame.Wrap(frame.Text(how, frame.Faint), w)...)
	}
	if f.Reply.Way != Typing || v.Phase == quiz.Shown && v.Match == nil {
		return
	}
	b.Gap()
	const prompt = "> "
	look := frame.Accent
	if !f.Focus || v.Phase == quiz.Shown {
		look = frame.Faint
	}
	lines, row, column := f.Reply.Field.Lines(w - len(prompt))
	at := len(b.Lines)
	for i, l := range lines {
		before := prompt
		if i > 0 {
			before = "  "
		}
		b.Add(append(frame.Text(before, look), l...))
	}
	if v.Phase == quiz.Asked {
		b.Reply = frame.Span{From: at + row, To: at + row + 1}
		if f.Focus {
			b.Column = len(prompt) + column
		}
	}
}

// howTo says how a card is answered, "" where it goes without saying.
func howTo(v quiz.View) string {
	wanted := len(v.Card.Answers())
	if !v.Typed {
		return ""
	}
	switch v.Card.Kind() {
	case decks.Multiple:
		return "mark all that apply"
	case decks.List:
		if need := v.Card.Question.Need; need > 0 && need < wanted {
			return fmt.Sprintf("any %d of %d, separated by ;", need, wanted)
		}
		if wanted > 1 {
			return fmt.Sprintf("%d items, separated by ;", wanted)
		}
	case decks.Order:
		return "press the letters in the right order, or move lines with Shift+↑↓"
	case decks.Match:
		return "press the letter that belongs to the line marked >"
	case decks.Cloze:
		if wanted > 1 {
			return fmt.Sprintf("%d gaps, separated by ;", wanted)
		}
	}
	return ""
}
