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
func (a *app) composeOptions(b *body, w int) {
	v := a.view
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
	switch a.reply.way {
	case one, several:
		for i, o := range options {
			a.row(b, i, a.markedSign(i), a.choiceLabel(i), pieces(o, a.choiceLook(i), nil), w)
		}
	case order:
		for at, i := range a.reply.line {
			a.row(b, at, a.orderSign(at), a.orderLabel(at), pieces(options[i], 0, nil), w)
		}
	case pairs:
		a.composePairs(b, options, w)
	}
}

// row lays out one line of options behind its sign and label.
func (a *app) row(b *body, i int, sign, label line, content []piece, w int) {
	from := len(b.lines)
	b.add(hang(append(append(line{}, sign...), label...), content, w)...)
	if a.view.Phase == quiz.Asked && i == a.reply.cursor {
		b.reply = span{from, len(b.lines)}
	}
}

// here returns the sign of a line before the answer.
func (a *app) here(i int) line {
	if i == a.reply.cursor {
		return text(hereSign, accent)
	}
	return text(blankSign, 0)
}

// right reports whether option i is one that is wanted.
func (a *app) right(i int) bool {
	v := a.view
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

func (a *app) markedSign(i int) line {
	switch {
	case a.view.Phase == quiz.Asked:
		return a.here(i)
	case a.right(i):
		return text(rightSign, green|bold)
	case a.reply.on[i]:
		return text(wrongSign, red|bold)
	}
	return text(blankSign, 0)
}

// choiceLabel returns the mark and the letter of an option.
func (a *app) choiceLabel(i int) line {
	mark := "○ "
	switch on := a.reply.on[i]; {
	case a.reply.way == several && on:
		mark = "[x] "
	case a.reply.way == several:
		mark = "[ ] "
	case on:
		mark = "● "
	}
	return line{{mark, a.choiceLook(i)}, {a.reply.letters[i:i+1] + ") ", a.choiceLook(i) | bold}}
}

func (a *app) choiceLook(i int) look {
	switch {
	case a.view.Phase == quiz.Asked && a.reply.on[i]:
		return accent
	case a.view.Phase == quiz.Shown && !a.right(i) && !a.reply.on[i]:
		return faint
	}
	return 0
}

// inPlace reports whether the line at a place of an order is right there.
func (a *app) inPlace(at int) bool {
	v := a.view
	i := a.reply.line[at]
	if v.Task.Order != nil {
		i = v.Task.Order[i]
	}
	answers, values := v.Card.Answers(), v.Card.Options()
	return at < len(answers) && i < len(values) && values[i] == answers[at].Value
}

func (a *app) orderSign(at int) line {
	switch {
	case a.view.Phase == quiz.Asked:
		return a.here(at)
	case a.view.Match == nil || at >= a.reply.placed:
		return text(blankSign, 0)
	case a.inPlace(at):
		return text(rightSign, green|bold)
	}
	return text(wrongSign, red|bold)
}

// orderLabel returns the number of a line that was placed, and its letter.
func (a *app) orderLabel(at int) line {
	letter := piece{a.reply.letters[a.reply.line[at]:a.reply.line[at]+1] + ") ", bold}
	places := len(fmt.Sprint(len(a.reply.line)))
	if at >= a.reply.placed {
		return line{{strings.Repeat(" ", places+2), 0}, letter}
	}
	return line{{fmt.Sprintf("%*d. ", places, at+1), accent}, letter}
}

// composePairs lays out the left sides with what they were given, and the
// right sides below.
func (a *app) composePairs(b *body, options []string, w int) {
	for i, left := range a.view.Card.Question.Lefts {
		if i >= len(a.reply.pair) {
			break
		}
		content := pieces(left.Text, 0, nil)
		if k := a.reply.pair[i]; k >= 0 && k < len(options) {
			content = append(content, piece{" → ", faint}, piece{a.reply.letters[k:k+1] + ") ", bold})
			content = append(content, pieces(options[k], 0, nil)...)
		} else if a.view.Phase == quiz.Asked {
			content = append(content, piece{" → ...", faint})
		}
		a.row(b, i, a.pairSign(i), text(fmt.Sprintf("%d) ", i+1), bold), content, w)
	}
	b.gap()
	for k, o := range options {
		l := look(0)
		for _, taken := range a.reply.pair {
			if taken == k {
				l = faint
			}
		}
		b.add(hang(line{{blankSign, 0}, {a.reply.letters[k:k+1] + ") ", bold | l}}, pieces(o, l, nil), w)...)
	}
}

func (a *app) pairSign(i int) line {
	m := a.view.Match
	switch {
	case a.view.Phase == quiz.Asked:
		return a.here(i)
	case m == nil || i >= len(m.Items):
		return text(blankSign, 0)
	}
	return verdictSign(m.Items[i].Verdict)
}
