package tui

import (
	"fmt"
	"strings"

	"recto/decks"
	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/answer"
)

// verdictSign returns the sign of a verdict, two cells wide.
func verdictSign(v answer.Verdict) line {
	switch v {
	case answer.Correct:
		return text(rightSign, green|bold)
	case answer.Close:
		return text("≈ ", yellow|bold)
	case answer.Wrong:
		return text(wrongSign, red|bold)
	}
	return text(blankSign, 0)
}

// composeAnswer lays out how the response compares, the answer and what
// belongs to it.
func (f *face) composeAnswer(b *body, w int) {
	v := f.view
	b.answer.from = len(b.lines)
	if v.Match == nil || v.Match.Verdict == 0 {
		b.add(hang(text("A: ", faint), pieces(v.Card.Shown(), bold, nil), w)...)
	} else {
		f.composeMatch(b, *v.Match, w)
	}
	b.answer.to = len(b.lines)
	q := v.Card.Question
	if q.Explain != "" {
		b.gap()
		b.add(hang(text("Why: ", faint), pieces(q.Explain, 0, nil), w)...)
	}
	if from := quiz.Where(q.From); from != "" {
		b.gap()
		b.add(hang(text("From: ", faint), text(from, faint), w)...)
	}
}

// composeMatch lays out a verdict in words, and what was wanted beside what
// was given.
func (f *face) composeMatch(b *body, m answer.Match, w int) {
	word := strings.ToUpper(m.Verdict.String())
	sign := verdictSign(m.Verdict)
	head := append(line{}, sign...)
	head = append(head, piece{word, sign[0].look})
	wanted := markup.OneLine(m.Wanted)
	if m.Verdict == answer.Correct {
		head = append(head, piece{"  ", 0})
		tail := text(wanted, bold)
		if m.Note != "" {
			tail = append(tail, piece{" (" + markup.OneLine(m.Note) + ")", faint})
		}
		b.add(hang(head, tail, w)...)
		return
	}
	if m.Note != "" {
		head = append(head, piece{" (" + markup.OneLine(m.Note) + ")", faint})
	}
	b.add(wrap(head, w)...)
	switch f.view.Card.Kind() {
	case decks.Order:
		for i, it := range m.Items {
			b.add(hang(text(fmt.Sprintf("  %d. ", i+1), faint), text(markup.OneLine(it.Wanted), bold), w)...)
		}
	case decks.TrueFalse, decks.Choice, decks.Multiple: // the options carry the signs
		b.add(hang(text("  wanted  ", faint), text(wanted, bold), w)...)
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
func (f *face) composeItems(b *body, m answer.Match, w int) {
	spare := f.view.Card.Question.Need
	for _, it := range m.Items {
		if it.Given != "" {
			spare--
		}
	}
	enough := f.view.Card.Question.Need > 0 && spare <= 0
	for _, it := range m.Items {
		wanted, given := piece{markup.OneLine(it.Wanted), bold}, piece{clip(it.Given), 0}
		label, content := piece{"wrong: ", faint}, line{wanted, {", you wrote ", faint}, given}
		switch {
		case it.Given == "" && enough:
			b.add(hang(line{{blankSign, 0}, {"also right: ", faint}}, line{wanted}, w)...)
			continue
		case it.Given == "":
			label.text, content = "missing: ", line{wanted}
		case it.Verdict == answer.Correct:
			label.text, content = "right: ", line{wanted}
		case it.Verdict == answer.Close:
			label.text = "close: "
		}
		b.add(hang(append(verdictSign(it.Verdict), label), content, w)...)
	}
	for _, extra := range m.Extra {
		b.add(hang(append(verdictSign(answer.Wrong), piece{"not asked for: ", faint}), text(clip(extra), 0), w)...)
	}
}

// composeComparison lays out the response above the answer. Where they are
// alike they are aligned, and signs below mark what differs.
func (f *face) composeComparison(b *body, m answer.Match, w int) {
	given := m.Given
	if given == "" { // nothing of it could be read
		given = f.view.Response
	}
	given, wanted := clip(given), markup.OneLine(m.Wanted)
	const youWrote, wantedLabel = "  you wrote  ", "  wanted     "
	top, bottom, marks := text(given, 0), text(wanted, bold), line(nil)
	switch f.view.Card.Kind() {
	case decks.Short, decks.List, decks.Cloze:
		if x, y, z, ok := align(given, wanted, w-len(youWrote)); ok {
			top, bottom, marks = x, y, z
		}
	}
	b.add(hang(text(youWrote, faint), top, w)...)
	b.add(hang(text(wantedLabel, faint), bottom, w)...)
	if marks != nil {
		b.add(append(text(strings.Repeat(" ", len(youWrote)), 0), marks...))
	}
}

// maxEcho is how many cells of a response are shown beside the answer.
const maxEcho = 500

func clip(s string) string { return short(markup.OneLine(s), maxEcho) }
