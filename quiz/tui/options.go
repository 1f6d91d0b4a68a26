package tui

import (
	"fmt"
	"strings"

	"recto/decks"
	"recto/quiz"
)

// The signs before an option. All take two cells, so that nothing moves when
// the answer is shown.
const (
	blankSign = "  "
	hereSign  = "> "
	rightSign = "✓ "
	wrongSign = "✗ "
)

// composeOptions lays out what the learner picks from, in the same place
// before and after the answer.
func (f *face) composeOptions(b *body, w int) {
	v := f.view
	options := v.Options
	switch v.Card.Kind() {
	case decks.TrueFalse:
		options = []string{"true", "false"}
	case decks.Cloze:
		if len(options) > 0 {
			words := make([]string, len(options))
			for i, o := range options {
				words[i] = inline(o)
			}
			b.gap()
			b.add(hang(text("Words: ", faint), text(strings.Join(words, "; "), 0), w)...)
		}
		return
	}
	if len(options) > 0 {
		b.gap()
	}
	switch f.reply.way {
	case one, several:
		for i, o := range options {
			f.row(b, i, f.markedSign(i), f.choiceLabel(i), pieces(o, f.choiceLook(i), nil), w)
		}
	case order:
		for at, i := range f.reply.line {
			f.row(b, at, f.orderSign(at), f.orderLabel(at), pieces(options[i], 0, nil), w)
		}
	case pairs:
		f.composePairs(b, options, w)
	}
}

// row lays out one line of options behind its sign and label.
func (f *face) row(b *body, i int, sign, label line, content []piece, w int) {
	from := len(b.lines)
	b.add(hang(append(append(line{}, sign...), label...), content, w)...)
	if f.view.Phase == quiz.Asked && i == f.reply.cursor {
		b.reply = span{from, len(b.lines)}
	}
}

// here returns the sign of a line before the answer.
func (f *face) here(i int) line {
	if i == f.reply.cursor {
		return text(hereSign, accent)
	}
	return text(blankSign, 0)
}

// right reports whether option i is one that is wanted.
func (f *face) right(i int) bool {
	v := f.view
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

func (f *face) markedSign(i int) line {
	switch {
	case f.view.Phase == quiz.Asked:
		return f.here(i)
	case f.right(i):
		return text(rightSign, green|bold)
	case f.reply.on[i]:
		return text(wrongSign, red|bold)
	}
	return text(blankSign, 0)
}

// choiceLabel returns the mark and the letter of an option.
func (f *face) choiceLabel(i int) line {
	mark := "○ "
	switch on := f.reply.on[i]; {
	case f.reply.way == several && on:
		mark = "[x] "
	case f.reply.way == several:
		mark = "[ ] "
	case on:
		mark = "● "
	}
	return line{{mark, f.choiceLook(i)}, {f.reply.letters[i:i+1] + ") ", f.choiceLook(i) | bold}}
}

func (f *face) choiceLook(i int) look {
	switch {
	case f.view.Phase == quiz.Asked && f.reply.on[i]:
		return accent
	case f.view.Phase == quiz.Shown && !f.right(i) && !f.reply.on[i]:
		return faint
	}
	return 0
}

// inPlace reports whether the line at a place of an order is right there.
func (f *face) inPlace(at int) bool {
	v := f.view
	i := f.reply.line[at]
	if v.Task.Order != nil {
		i = v.Task.Order[i]
	}
	answers, values := v.Card.Answers(), v.Card.Options()
	return at < len(answers) && i < len(values) && values[i] == answers[at].Value
}

func (f *face) orderSign(at int) line {
	switch {
	case f.view.Phase == quiz.Asked:
		return f.here(at)
	case f.view.Match == nil || at >= f.reply.placed:
		return text(blankSign, 0)
	case f.inPlace(at):
		return text(rightSign, green|bold)
	}
	return text(wrongSign, red|bold)
}

// orderLabel returns the number of a line that was placed, and its letter.
func (f *face) orderLabel(at int) line {
	letter := piece{f.reply.letters[f.reply.line[at]:f.reply.line[at]+1] + ") ", bold}
	places := len(fmt.Sprint(len(f.reply.line)))
	if at >= f.reply.placed {
		return line{{strings.Repeat(" ", places+2), 0}, letter}
	}
	return line{{fmt.Sprintf("%*d. ", places, at+1), accent}, letter}
}

// composePairs lays out the left sides with what they were given, and the
// right sides below.
func (f *face) composePairs(b *body, options []string, w int) {
	for i, left := range f.view.Card.Question.Lefts {
		if i >= len(f.reply.pair) {
			break
		}
		content := pieces(left.Text, 0, nil)
		if k := f.reply.pair[i]; k >= 0 && k < len(options) {
			content = append(content, piece{" → ", faint}, piece{f.reply.letters[k:k+1] + ") ", bold})
			content = append(content, pieces(options[k], 0, nil)...)
		} else if f.view.Phase == quiz.Asked {
			content = append(content, piece{" → ...", faint})
		}
		f.row(b, i, f.pairSign(i), text(fmt.Sprintf("%d) ", i+1), bold), content, w)
	}
	b.gap()
	for k, o := range options {
		l := look(0)
		for _, taken := range f.reply.pair {
			if taken == k {
				l = faint
			}
		}
		b.add(hang(line{{blankSign, 0}, {f.reply.letters[k:k+1] + ") ", bold | l}}, pieces(o, l, nil), w)...)
	}
}

func (f *face) pairSign(i int) line {
	m := f.view.Match
	switch {
	case f.view.Phase == quiz.Asked:
		return f.here(i)
	case m == nil || i >= len(m.Items):
		return text(blankSign, 0)
	}
	return verdictSign(m.Items[i].Verdict)
}
