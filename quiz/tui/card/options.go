package card

import (
	"fmt"
	"strings"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/tui/frame"
)

// composeOptions lays out what the learner picks from, in the same place
// before and after the answer.
func (f *Face) composeOptions(b *Body, w int) {
	v := f.View
	options := v.Options
	switch v.Card.Kind() {
	case decks.TrueFalse:
		options = []string{f.speaker().Common.True, f.speaker().Common.False}
	case decks.Cloze:
		if len(options) > 0 {
			words := make([]string, len(options))
			for i, o := range options {
				words[i] = frame.Inline(o)
			}
			b.Gap()
			b.Add(frame.Hang(frame.Text(f.speaker().Card.Words, frame.Faint), frame.Text(strings.Join(words, "; "), 0), w)...)
		}
		return
	}
	if len(options) > 0 {
		b.Gap()
	}
	switch f.Reply.Way {
	case One, Several:
		for i, o := range options {
			f.row(b, i, f.markedSign(i), f.choiceLabel(i), frame.Pieces(o, f.choiceLook(i), nil), w)
		}
	case Order:
		for at, i := range f.Reply.line {
			f.row(b, at, f.orderSign(at), f.orderLabel(at), frame.Pieces(options[i], 0, nil), w)
		}
	case Pairs:
		f.composePairs(b, options, w)
	}
}

// row lays out one line of options behind its sign and label.
func (f *Face) row(b *Body, i int, sign, label frame.Line, content []frame.Piece, w int) {
	from := len(b.Lines)
	lines := frame.Hang(append(append(frame.Line{}, sign...), label...), content, w)
	if f.View.Phase == quiz.Asked {
		frame.ZoneLines(lines, i, w)
	}
	b.Add(lines...)
	if f.View.Phase == quiz.Asked && i == f.Reply.Cursor {
		b.Reply = frame.Span{From: from, To: len(b.Lines)}
	}
}

// here returns the sign of a line before the answer.
func (f *Face) here(i int) frame.Line {
	if i == f.Reply.Cursor {
		return frame.Text(frame.HereSign, frame.Accent)
	}
	return frame.Text(frame.BlankSign, 0)
}

// right reports whether option i is one that is wanted.
func (f *Face) right(i int) bool {
	v := f.View
	if v.Card.Kind() == decks.TrueFalse {
		answers := v.Card.Answers()
		return len(answers) > 0 && (answers[0].Text == "true") == (i == 0)
	}
	values := v.Card.Options()
	if v.Task.Order != nil {
		i = v.Task.Order[i]
	}
	for _, w := range v.Card.Answers() {
		if values[i] == w.Value {
			return true
		}
	}
	return false
}

func (f *Face) markedSign(i int) frame.Line {
	switch {
	case f.View.Phase == quiz.Asked:
		return f.here(i)
	case f.right(i):
		return frame.Text(frame.RightSign, frame.Green|frame.Bold)
	case f.Reply.on[i]:
		return frame.Text(frame.WrongSign, frame.Red|frame.Bold)
	}
	return frame.Text(frame.BlankSign, 0)
}

// choiceLabel returns the mark and the letter of an option.
func (f *Face) choiceLabel(i int) frame.Line {
	mark := "○ "
	switch on := f.Reply.on[i]; {
	case f.Reply.Way == Several && on:
		mark = "[x] "
	case f.Reply.Way == Several:
		mark = "[ ] "
	case on:
		mark = "● "
	}
	return frame.Line{frame.P(mark, f.choiceLook(i)), frame.P(f.Reply.Letters[i:i+1]+") ", f.choiceLook(i)|frame.Bold)}
}

func (f *Face) choiceLook(i int) frame.Look {
	switch {
	case f.View.Phase == quiz.Asked && f.Reply.on[i]:
		return frame.Accent
	case f.View.Phase == quiz.Shown && !f.right(i) && !f.Reply.on[i]:
		return frame.Faint
	}
	return 0
}

// inPlace reports whether the line at a place of an order is right there.
func (f *Face) inPlace(at int) bool {
	v := f.View
	i := f.Reply.line[at]
	if v.Task.Order != nil {
		i = v.Task.Order[i]
	}
	answers, values := v.Card.Answers(), v.Card.Options()
	return at < len(answers) && i < len(values) && values[i] == answers[at].Value
}

func (f *Face) orderSign(at int) frame.Line {
	switch {
	case f.View.Phase == quiz.Asked:
		return f.here(at)
	case f.View.Match == nil || at >= f.Reply.placed:
		return frame.Text(frame.BlankSign, 0)
	case f.inPlace(at):
		return frame.Text(frame.RightSign, frame.Green|frame.Bold)
	}
	return frame.Text(frame.WrongSign, frame.Red|frame.Bold)
}

// orderLabel returns the number of a line that was placed, and its letter.
func (f *Face) orderLabel(at int) frame.Line {
	letter := frame.P(f.Reply.Letters[f.Reply.line[at]:f.Reply.line[at]+1]+") ", frame.Bold)
	places := len(fmt.Sprint(len(f.Reply.line)))
	if at >= f.Reply.placed {
		return frame.Line{frame.P(strings.Repeat(" ", places+2), 0), letter}
	}
	return frame.Line{frame.P(fmt.Sprintf("%*d. ", places, at+1), frame.Accent), letter}
}

// composePairs lays out the left sides with what they were given, and the
// right sides below.
func (f *Face) composePairs(b *Body, options []string, w int) {
	for i, left := range f.View.Card.Question.Lefts {
		if i >= len(f.Reply.pair) {
			break
		}
		content := frame.Pieces(left.Text, 0, nil)
		if k := f.Reply.pair[i]; k >= 0 && k < len(options) {
			content = append(content, frame.P(" → ", frame.Faint), frame.P(f.Reply.Letters[k:k+1]+") ", frame.Bold))
			content = append(content, frame.Pieces(options[k], 0, nil)...)
		} else if f.View.Phase == quiz.Asked {
			content = append(content, frame.P(" → ...", frame.Faint))
		}
		f.row(b, i, f.pairSign(i), frame.Text(fmt.Sprintf("%d) ", i+1), frame.Bold), content, w)
	}
	b.Gap()
	for k, o := range options {
		l := frame.Look(0)
		for _, taken := range f.Reply.pair {
			if taken == k {
				l = frame.Faint
			}
		}
		lines := frame.Hang(frame.Line{frame.P(frame.BlankSign, 0), frame.P(f.Reply.Letters[k:k+1]+") ", frame.Bold|l)}, frame.Pieces(o, l, nil), w)
		if f.View.Phase == quiz.Asked {
			frame.ZoneLines(lines, partnerZone+k, w)
		}
		b.Add(lines...)
	}
}

func (f *Face) pairSign(i int) frame.Line {
	m := f.View.Match
	switch {
	case f.View.Phase == quiz.Asked:
		return f.here(i)
	case m == nil || i >= len(m.Items):
		return frame.Text(frame.BlankSign, 0)
	}
	return verdictSign(m.Items[i].Verdict)
}
