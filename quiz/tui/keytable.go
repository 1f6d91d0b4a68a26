package tui

import (
	"recto/quiz"
	"recto/quiz/tui/card"
	"recto/quiz/tui/frame"
	"recto/quiz/words"
)

// The commands that only a session has.
const (
	answers  frame.Command = "answer" // also shows the answer, and takes the rating in brackets
	again    frame.Command = "again"
	hard     frame.Command = "hard"
	good     frame.Command = "good"
	easy     frame.Command = "easy"
	accept   frame.Command = "accept"
	field    frame.Command = "field"
	hint     frame.Command = "hint"
	skip     frame.Command = "skip"
	bury     frame.Command = "bury"
	suspend  frame.Command = "suspend"
	mark     frame.Command = "flag"
	why      frame.Command = "why"
	explain  frame.Command = "explain"
	longText frame.Command = "text"
	retry    frame.Command = "retry"
	printing frame.Command = "print"
)

// rates is the rating that a command gives.
var rates = map[frame.Command]quiz.Rating{again: quiz.Again, hard: quiz.Hard, good: quiz.Good, easy: quiz.Easy}

// StudyKeys returns the keys of a session.
func StudyKeys(w *words.Words) frame.Table {
	t := frame.Table{Screen: "study"}
	for _, b := range []struct {
		command frame.Command
		keys    []string
	}{
		{answers, []string{"enter", "space"}},
		{again, []string{"1"}},
		{hard, []string{"2"}},
		{good, []string{"3"}},
		{easy, []string{"4"}},
		{frame.Left, []string{"left"}},
		{frame.Right, []string{"right"}},
		{accept, []string{"y"}},
		{field, []string{"esc"}},
		{hint, []string{"tab"}},
		{frame.Undo, []string{"u"}},
		{skip, []string{"s"}},
		{bury, []string{"-"}},
		{suspend, []string{"x"}},
		{mark, []string{"!"}},
		{frame.Edit, []string{"e"}},
		{why, []string{"i"}},
		{explain, []string{"w"}},
		{longText, []string{"t", "f2"}},
		{card.OpenImage, []string{"o"}},
		{retry, []string{"r"}},
		{printing, []string{"p"}},
		{frame.Up, []string{"up"}},
		{frame.Down, []string{"down"}},
		{frame.PageUp, []string{"pgup"}},
		{frame.PageDown, []string{"pgdown"}},
		{frame.Help, []string{"?", "f1"}},
		{frame.Leave, []string{"q"}},
	} {
		t.Bindings = append(t.Bindings, frame.Bind(b.command, w.Study.Keys[string(b.command)], b.keys...))
	}
	return t
}

// help lists the keys that work now, before them those of the cards that are
// answered by choosing.
func (a *app) help() {
	a.window.Help(a.keys, a.works()...)
	if a.face.View.Phase == quiz.Asked && a.face.Reply.Way != card.Typing {
		var lines []frame.Line
		for _, more := range a.w.Study.Choosing {
			lines = append(lines, frame.Line{frame.P(more.Keys, frame.Bold), frame.P(more.Does, 0)})
		}
		a.window.Panel.Lines = append(lines, a.window.Panel.Lines...)
	}
}

// works returns the commands that mean something now.
func (a *app) works() []frame.Command {
	v := a.face.View
	scroll := []frame.Command{frame.Up, frame.Down, frame.PageUp, frame.PageDown, frame.Help, frame.Leave}
	if v.Phase == quiz.Finished {
		now := []frame.Command{frame.Undo, answers}
		if len(v.Summary.Wrong) > 0 {
			now = append(now, retry)
		}
		if len(v.Summary.Wrong) > 0 && a.options.Print != nil {
			now = append(now, printing)
		}
		return append(now, scroll...)
	}
	now := []frame.Command{answers, frame.Undo, skip, bury, suspend, mark, frame.Edit, why}
	if a.body.Long {
		now = append(now, longText)
	}
	if len(card.Images(a.face.View)) > 0 {
		now = append(now, card.OpenImage)
	}
	if v.Phase == quiz.Shown {
		now = append(now, again, hard, good, easy, frame.Left, frame.Right, explain)
		if a.close() {
			now = append(now, accept)
		}
		return append(now, scroll...)
	}
	if v.MoreHint > 0 {
		now = append(now, hint)
	}
	if a.face.Reply.Way == card.Typing {
		now = append(now, field)
	}
	return append(now, scroll...)
}
