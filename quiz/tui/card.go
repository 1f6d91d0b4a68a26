package tui

import (
	"fmt"
	"strings"

	"recto/decks"
	"recto/decks/markup"
	"recto/quiz"
)

// face is a card as it is on screen, and the reply to it.
type face struct {
	view  quiz.View
	reply reply
	focus bool // keys are text
}

// span is lines of a body: from, and to without it.
type span struct{ from, to int }

// body is all that is to be seen of a card, from which the screen shows as
// many lines as it has.
type body struct {
	lines  []line
	reply  span // the field, or the option that the arrows have reached
	hint   span // the latest hint
	answer span // the verdict and what was wanted
	column int  // where the text cursor stands, in the first line of reply; -1 for nowhere
	tight  bool // no line is left free
}

func (b *body) add(lines ...line) { b.lines = append(b.lines, lines...) }

// gap leaves a line free where there is room, but not at the top and not twice.
func (b *body) gap() {
	if n := len(b.lines); !b.tight && n > 0 && len(b.lines[n-1]) > 0 {
		b.add(nil)
	}
}

// trim takes empty lines off the end: there is nothing to scroll to.
func (b *body) trim() {
	for n := len(b.lines); n > 0 && len(b.lines[n-1]) == 0; n-- {
		b.lines = b.lines[:n-1]
	}
}

// compose lays out what is on screen for its width.
func (a *app) compose() {
	a.body, a.stale = body{column: -1, tight: a.height < roomy}, false
	if a.width == 0 {
		return
	}
	w, b := a.columns(), &a.body
	if a.view.Phase == quiz.Finished {
		a.composeSummary(b, w)
		return
	}
	if a.question == nil || a.view.Card.Kind() == decks.Cloze { // gaps show what is typed
		a.composeQuestion(b, w)
		a.question = b.lines[:len(b.lines):len(b.lines)]
	}
	b.lines = a.question
	a.composeRest(b, w)
	b.trim()
}

// composeRest lays out what stands below the question: what is picked from,
// the field, the hints so far, and the answer once it is shown.
func (f *face) composeRest(b *body, w int) {
	f.composeOptions(b, w)
	f.composeReply(b, w)
	b.gap()
	for i, h := range f.view.Hints {
		label := fmt.Sprintf("Hint %d of %d: ", i+1, len(f.view.Hints)+f.view.MoreHint)
		b.hint.from = len(b.lines)
		b.add(hang(text(label, faint), pieces(h, 0, nil), w)...)
		b.hint.to = len(b.lines)
	}
	if f.view.Phase == quiz.Shown {
		b.gap()
		f.composeAnswer(b, w)
	}
}

// composeQuestion lays out what is asked, and what it stands under.
func (f *face) composeQuestion(b *body, w int) {
	v := f.view
	for _, g := range v.Groups {
		if g.Text != "" {
			b.gap()
			if g.Title != "" {
				b.add(wrap(pieces(g.Title, bold|faint, nil), w)...)
			}
			b.add(wrap(pieces(g.Text, 0, nil), w)...)
		}
		image(b, g.Image, g.Alt, w)
	}
	q := v.Card.Question
	image(b, q.Image, q.Alt, w)
	if do := v.Card.Instruction(); do != "" {
		b.gap()
		b.add(wrap(pieces(do, faint, nil), w)...)
	}
	b.gap()
	base := bold
	if v.Card.Kind() == decks.Cloze {
		base = 0 // a text, in which the gaps stand out
	}
	b.add(wrap(pieces(v.Card.Ask(), base, f.gapText), w)...)
}

// image lays out what an image shows and where it is.
func image(b *body, path, alt string, w int) {
	if path == "" {
		return
	}
	b.gap()
	about := markup.OneLine(path)
	if alt != "" {
		about = inline(alt) + " (" + about + ")"
	}
	b.add(hang(text("Image: ", faint), text(about, faint), w)...)
}

// gapText returns what stands in the i-th gap of a text: dots, then what is
// typed for it, at last what is right.
func (f *face) gapText(i int) []piece {
	v := f.view
	answers := v.Card.Answers()
	if v.Phase == quiz.Shown && i < len(answers) {
		return text(inline(answers[i].Show(v.Card.Language())), bold|underline)
	}
	var given []string
	if f.reply.way == typing {
		given = gapTexts(f.reply.field.text, len(answers))
	}
	if i < len(given) && given[i] != "" {
		return text("["+given[i]+"]", bold|accent)
	}
	return text("[...]", bold)
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
func (f *face) composeReply(b *body, w int) {
	v := f.view
	if how := howTo(v); how != "" && (v.Phase == quiz.Asked || f.reply.way == typing && v.Match != nil) {
		b.gap()
		b.add(wrap(text(how, faint), w)...)
	}
	if f.reply.way != typing || v.Phase == quiz.Shown && v.Match == nil {
		return
	}
	b.gap()
	const prompt = "> "
	look := accent
	if !f.focus || v.Phase == quiz.Shown {
		look = faint
	}
	lines, row, column := f.reply.field.lines(w - len(prompt))
	at := len(b.lines)
	for i, l := range lines {
		before := prompt
		if i > 0 {
			before = "  "
		}
		b.add(append(text(before, look), l...))
	}
	if v.Phase == quiz.Asked {
		b.reply = span{at + row, at + row + 1}
		if f.focus {
			b.column = len(prompt) + column
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
