package tui

import (
	"recto/decks"
	"recto/quiz"
	"recto/quiz/tui/card"
	"recto/quiz/tui/frame"
)

// compose lays out what is on screen for its width.
func (a *app) compose() {
	a.body, a.stale = card.Body{Rows: frame.Rows{Tight: a.window.Tight()}, Column: -1}, false
	if a.window.Width == 0 {
		return
	}
	w, b := a.window.Columns(), &a.body
	if a.face.View.Phase == quiz.Finished {
		a.composeSummary(b, w)
		return
	}
	a.face.Height = card.LinesIn(a.window.Height)
	if a.question == nil || a.face.View.Card.Kind() == decks.Cloze { // gaps show what is typed
		a.face.ComposeQuestion(b, w)
		a.question = b.Lines[:len(b.Lines):len(b.Lines)]
	}
	b.Lines = a.question
	a.face.ComposeRest(b, w)
	b.Trim()
}
