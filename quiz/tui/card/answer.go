package card

import (
	"fmt"

	"github.com/clipperhouse/displaywidth"

	"recto/decks"
	"recto/decks/markup"
	"recto/quiz/answer"
	"recto/quiz/tui/frame"
)

// verdictSign returns the sign of a verdict, two cells wide.
func verdictSign(v answer.Verdict) frame.Line {
	switch v {
	case answer.Correct:
		return frame.Text(frame.RightSign, frame.Green|frame.Bold)
	case answer.Close:
		return frame.Text("≈ ", frame.Yellow|frame.Bold)
	case answer.Wrong:
		return frame.Text(frame.WrongSign, frame.Red|frame.Bold)
	}
	return frame.Text(frame.BlankSign, 0)
}

// ComposeAnswer lays out how the response compares, the answer and what
// belongs to it.
func (f *Face) ComposeAnswer(b *Body, w int) {
	v, say := f.View, f.speaker()
	b.Answer.From = len(b.Lines)
	if v.Match == nil || v.Match.Verdict == 0 {
		b.Add(frame.Hang(frame.Text(say.Card.Answer, frame.Faint), frame.Pieces(v.Card.Shown(), frame.Bold, nil), w)...)
	} else {
		f.composeMatch(b, *v.Match, w)
	}
	b.Answer.To = len(b.Lines)
	q := v.Card.Question
	if f.Brief {
		return
	}
	if q.Explain != "" {
		b.Gap()
		b.Add(frame.Hang(frame.Text(say.Card.Why, frame.Faint), frame.Pieces(q.Explain, 0, nil), w)...)
	}
	if from := say.Where(q.From); from != "" {
		b.Gap()
		b.Add(frame.Hang(frame.Text(say.Card.From, frame.Faint), frame.Text(from, frame.Faint), w)...)
	}
}

// composeMatch lays out a verdict in words, and what was wanted beside what
// was given.
func (f *Face) composeMatch(b *Body, m answer.Match, w int) {
	say := f.speaker()
	word := map[answer.Verdict]string{answer.Correct: say.Common.Verdicts.Correct, answer.Close: say.Common.Verdicts.Close}[m.Verdict]
	if word == "" {
		word = say.Common.Verdicts.Wrong
	}
	note := say.Note(m)
	sign := verdictSign(m.Verdict)
	head := append(frame.Line{}, sign...)
	head = append(head, frame.P(word, sign[0].Look))
	wanted := markup.OneLine(m.Wanted)
	if m.Verdict == answer.Correct {
		head = append(head, frame.P("  ", 0))
		tail := frame.Text(wanted, frame.Bold)
		if note != "" {
			tail = append(tail, frame.P(" ("+note+")", frame.Faint))
		}
		b.Add(frame.Hang(head, tail, w)...)
		return
	}
	if note != "" {
		head = append(head, frame.P(" ("+note+")", frame.Faint))
	}
	b.Add(frame.Wrap(head, w)...)
	switch f.View.Card.Kind() {
	case decks.Order:
		for i, it := range m.Items {
			b.Add(frame.Hang(frame.Text(fmt.Sprintf("  %d. ", i+1), frame.Faint), frame.Text(markup.OneLine(it.Wanted), frame.Bold), w)...)
		}
	case decks.TrueFalse, decks.Choice, decks.Multiple: // the options carry the signs
		b.Add(frame.Hang(frame.Text("  "+say.Card.Wanted+"  ", frame.Faint), frame.Text(wanted, frame.Bold), w)...)
	default:
		if len(m.Items) > 1 {
			f.composeItems(b, m, w)
			return
		}
		f.composeComparison(b, m, w)
	}
}

// composeItems lays out how each of several items compares. Of a list that
// asks for some of its items only, none is missing once these are given.
func (f *Face) composeItems(b *Body, m answer.Match, w int) {
	say := f.speaker().Card
	spare := f.View.Card.Question.Need
	for _, it := range m.Items {
		if it.Given != "" {
			spare--
		}
	}
	enough := f.View.Card.Question.Need > 0 && spare <= 0
	for _, it := range m.Items {
		wanted, given := frame.P(markup.OneLine(it.Wanted), frame.Bold), frame.P(clip(it.Given), 0)
		label, content := frame.P(say.Wrong, frame.Faint), frame.Line{wanted, frame.P(say.ButWrote, frame.Faint), given}
		switch {
		case it.Given == "" && enough:
			b.Add(frame.Hang(frame.Line{frame.P(frame.BlankSign, 0), frame.P(say.AlsoRight, frame.Faint)}, frame.Line{wanted}, w)...)
			continue
		case it.Given == "":
			label.Text, content = say.Missing, frame.Line{wanted}
		case it.Verdict == answer.Correct:
			label.Text, content = say.Right, frame.Line{wanted}
		case it.Verdict == answer.Close:
			label.Text = say.Close
		}
		b.Add(frame.Hang(append(verdictSign(it.Verdict), label), content, w)...)
	}
	for _, extra := range m.Extra {
		b.Add(frame.Hang(append(verdictSign(answer.Wrong), frame.P(say.Extra, frame.Faint)), frame.Text(clip(extra), 0), w)...)
	}
}

// composeComparison lays out the response above the answer. Where they are
// alike they are aligned, and signs below mark what differs. What was nearly
// another form that the deck accepts stands beside that one.
func (f *Face) composeComparison(b *Body, m answer.Match, w int) {
	given := m.Given
	if given == "" { // nothing of it could be read
		given = f.View.Response
	}
	given, wanted := clip(given), markup.OneLine(m.Wanted)
	if m.Form != "" {
		wanted = markup.OneLine(m.Form)
	}
	say := f.speaker().Card
	label := max(displaywidth.String(say.YouWrote), displaywidth.String(say.Wanted)) + 2
	youWrote, wantedLabel := labelled(say.YouWrote, label), labelled(say.Wanted, label)
	top, bottom, marks := frame.Text(given, 0), frame.Text(wanted, frame.Bold), frame.Line(nil)
	switch f.View.Card.Kind() {
	case decks.Short, decks.List, decks.Cloze:
		if x, y, z, ok := align(given, wanted, w-label-2); ok {
			top, bottom, marks = x, y, z
		}
	}
	b.Add(frame.Hang(youWrote, top, w)...)
	b.Add(frame.Hang(wantedLabel, bottom, w)...)
	if marks != nil {
		b.Add(append(frame.Line{frame.Spaces(label + 2)}, marks...))
	}
	if m.Form != "" {
		b.Add(frame.Hang(frame.Text("  "+say.Answer, frame.Faint), frame.Text(markup.OneLine(m.Wanted), frame.Bold), w)...)
	}
}

// labelled returns a label that takes width cells behind an indent of two.
func labelled(s string, width int) frame.Line {
	return frame.Line{frame.P("  "+s, frame.Faint), frame.Spaces(width - displaywidth.String(s))}
}

// maxEcho is how many cells of a response are shown beside the answer.
const maxEcho = 500

func clip(s string) string { return frame.Short(markup.OneLine(s), maxEcho) }
