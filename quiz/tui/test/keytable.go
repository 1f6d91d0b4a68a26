package test

import (
	"recto/quiz/answer"
	"recto/quiz/practice"
	"recto/quiz/tui/card"
	"recto/quiz/tui/frame"
	"recto/quiz/words"
)

// The commands that only a test has. Those that a session has as well have the
// same names and keys there.
const (
	answers frame.Command = "answer" // also goes on
	field   frame.Command = "field"
	skip    frame.Command = "skip"
	flag    frame.Command = "flag"
	list    frame.Command = "list"
	handIn  frame.Command = "hand-in"
	wrong   frame.Command = "wrong"
	partly  frame.Command = "partly"
	right   frame.Command = "right-answer"
	retry   frame.Command = "retry"
	save    frame.Command = "save"
)

// verdicts is how a command judges an answer.
var verdicts = map[frame.Command]answer.Verdict{wrong: answer.Wrong, partly: answer.Close, right: answer.Correct}

// judges are the commands that judge, in the order of their buttons.
var judges = []frame.Command{wrong, partly, right}

// Keys returns the keys of the screen.
func Keys(w *words.Words) frame.Table {
	t := frame.Table{Screen: "test"}
	for _, b := range []struct {
		command frame.Command
		keys    []string
	}{
		{answers, []string{"enter", "space"}},
		{field, []string{"esc"}},
		{skip, []string{"s"}},
		{flag, []string{"!"}},
		{card.OpenImage, []string{"o"}},
		{list, []string{"l"}},
		{frame.Next, []string{"n", "alt+n"}},
		{frame.Previous, []string{"p", "alt+p"}},
		{frame.Undo, []string{"u"}},
		{wrong, []string{"1"}},
		{partly, []string{"2"}},
		{right, []string{"3"}},
		{handIn, []string{"d"}},
		{retry, []string{"r"}},
		{save, []string{"w"}},
		{frame.Up, []string{"up"}},
		{frame.Down, []string{"down"}},
		{frame.PageUp, []string{"pgup"}},
		{frame.PageDown, []string{"pgdown"}},
		{frame.Top, []string{"home"}},
		{frame.Bottom, []string{"end"}},
		{frame.Help, []string{"?", "f1"}},
		{frame.Leave, []string{"q"}},
	} {
		t.Bindings = append(t.Bindings, frame.Bind(b.command, w.Test.Keys[string(b.command)], b.keys...))
	}
	return t
}

// works returns the commands that mean something now, the most useful first.
func (s *Screen) works() []frame.Command {
	moves := []frame.Command{frame.Up, frame.Down, frame.PageUp, frame.PageDown}
	var now []frame.Command
	switch {
	case s.place == onResult:
		if s.fault != nil {
			now = append(now, save)
		}
		now = append(now, answers, frame.Help)
		if s.options.Again != nil && len(s.result.Missed()) > 0 {
			now = append(now, retry)
		}
		if s.saved && s.recorded.Undo != nil {
			now = append(now, frame.Undo)
		}
		moves = append(moves, frame.Top, frame.Bottom)
	case s.place == onReview:
		now = append(append(now, frame.Next, frame.Help, frame.Previous, field), s.image()...)
	case s.place == onList:
		now = append(now, answers, frame.Help, handIn)
		if s.view.Phase != practice.Ready {
			now = append(now, field)
		}
		if s.view.Undo {
			now = append(now, frame.Undo)
		}
		moves = append(moves, frame.Top, frame.Bottom)
	case s.view.Phase == practice.Judging:
		now = append(append(now, judges...), frame.Help)
	case s.view.Phase == practice.Shown:
		now = append(append(now, answers, frame.Help, list, flag, frame.Next, frame.Previous, handIn), s.image()...)
	default:
		now = append(now, answers)
		if s.face.Reply.Way == card.Typing {
			now = append(now, field)
		}
		now = append(now, frame.Help, skip, flag, list)
		if s.view.Undo {
			now = append(now, frame.Undo)
		}
		now = append(append(now, frame.Next, frame.Previous, handIn), s.image()...)
	}
	return append(append(now, moves...), frame.Leave)
}

// image returns the command that opens an image where there is one.
func (s *Screen) image() []frame.Command {
	if len(card.Images(s.face.View)) == 0 {
		return nil
	}
	return []frame.Command{card.OpenImage}
}

// help lists the keys that work now, before them those of the cards that are
// answered by choosing.
func (s *Screen) help() {
	s.window.AtOnce = ""
	if s.first == nil {
		s.window.AtOnce = s.w.Test.BreakOff
	}
	s.window.Help(s.keys, s.works()...)
	if s.asked() && s.face.Reply.Way != card.Typing {
		var lines []frame.Line
		for _, more := range s.w.Study.Choosing {
			lines = append(lines, frame.Line{frame.P(more.Keys, frame.Bold), frame.P(more.Does, 0)})
		}
		s.window.Panel.Lines = append(lines, s.window.Panel.Lines...)
	}
}

// asked reports whether a question waits for an answer on screen.
func (s *Screen) asked() bool { return s.place == onQuestion && s.view.Phase == practice.Asked }
