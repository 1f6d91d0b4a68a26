package test

import (
	tea "charm.land/bubbletea/v2"

	"recto/quiz/practice"
	"recto/quiz/tui/card"
	"recto/quiz/tui/frame"
)

// press does what a key says.
func (s *Screen) press(k tea.KeyPressMsg) tea.Cmd {
	c, cmd, done := s.window.Press(k, s.keys)
	switch {
	case done:
		return cmd
	case s.asked():
		return s.pressAsked(k, c)
	}
	return s.obey(c)
}

// pressAsked takes a key before the answer. A letter of an option wins over a
// command, and in the field all is text but Space and Enter while it is empty.
func (s *Screen) pressAsked(k tea.KeyPressMsg, c frame.Command) tea.Cmd {
	r := &s.face.Reply
	inField := r.Way == card.Typing && s.face.Focus
	isText := inField && k.Text != "" && (frame.KeyName(k) != "space" || r.Field.Text != "")
	if r.Way != card.Typing && r.Key(k) {
		s.replied()
		return nil
	}
	switch {
	case isText, inField && c != answers && c != field:
		switch {
		case r.Type(k):
			s.replied()
			return nil
		case isText:
			s.window.Say(s.w.Study.FieldFull)
			return nil
		}
	case frame.KeyName(k) == "space" && c == "": // whatever the keys are
		c = answers
	}
	return s.obey(c)
}

// replied notes that the reply changed.
func (s *Screen) replied() {
	s.pressed, s.stale, s.bring = s.options.Now(), true, true
}

// paste types what the terminal pasted.
func (s *Screen) paste(text string) {
	if !s.asked() || s.face.Reply.Way != card.Typing || s.window.Panel != nil {
		return
	}
	s.face.Focus = true
	if !s.face.Reply.Field.Insert(text) {
		s.window.Say(s.w.Study.TooLong)
	}
	s.replied()
}

// mouse does what the mouse says. In a list a click chooses, and a click on
// what is chosen goes there.
func (s *Screen) mouse(msg tea.MouseMsg) tea.Cmd {
	click := s.window.Mouse(msg)
	s.window.Scroll += click.Wheel
	switch n := click.Zone - card.Zones; {
	case click.Command != "":
		return s.obey(click.Command)
	case click.Zone < 0:
	case s.place == onQuestion && s.view.Phase == practice.Judging && n >= 0 && n < len(judges):
		return s.obey(judges[n])
	case s.asked() && card.Unfolds(click.Zone):
		s.face.Folded = false
		s.stale = true
	case s.asked() && s.face.Reply.Click(click.Zone):
		s.face.Focus = s.face.Reply.Way == card.Typing
		s.replied()
	case (s.place == onList || s.place == onResult) && n == s.at:
		return s.obey(answers)
	case (s.place == onList || s.place == onResult) && n >= 0:
		s.choose(n)
	}
	return nil
}

// obey does what a command says where the learner is.
func (s *Screen) obey(c frame.Command) tea.Cmd {
	switch c {
	case frame.Help:
		s.help()
		return nil
	case frame.PageUp, frame.PageDown, frame.Up, frame.Down, frame.Top, frame.Bottom:
		s.move(c)
		return nil
	case card.OpenImage:
		if s.place == onQuestion || s.place == onReview {
			return card.OpenImages(s.options.Pictures, s.face.View)
		}
		return nil
	}
	switch s.place {
	case onList:
		return s.obeyList(c)
	case onResult:
		return s.obeyResult(c)
	case onReview:
		return s.obeyReview(c)
	}
	return s.obeyQuestion(c)
}

// move scrolls, or chooses a row of a list.
func (s *Screen) move(c frame.Command) {
	page := max(s.window.Room()-1, 1)
	by := map[frame.Command]int{frame.Up: -1, frame.Down: 1, frame.PageUp: -page, frame.PageDown: page, frame.Top: -1 << 30, frame.Bottom: 1 << 30}[c]
	if s.place == onList || s.place == onResult {
		s.choose(s.at + by)
		return
	}
	s.window.Scroll += by // held inside of the body when it is drawn
}

// choose chooses a row of a list.
func (s *Screen) choose(at int) {
	last := len(s.result.Questions) - 1
	if s.place == onList {
		last = s.view.Total
	}
	s.at = max(min(at, last), 0)
	s.leaving, s.stale, s.bring = false, true, true
}

// obeyQuestion does what a command says at a question or its marking.
func (s *Screen) obeyQuestion(c frame.Command) tea.Cmd {
	v := s.view
	if verdict, ok := verdicts[c]; ok && v.Phase == practice.Judging {
		_, cmd := s.apply(practice.Input{Action: practice.Judge, Verdict: verdict})
		return cmd
	}
	switch c {
	case answers:
		return s.answer()
	case field:
		if s.asked() && s.face.Reply.Way == card.Typing {
			s.face.Focus = !s.face.Focus
			s.stale, s.bring = true, true
		}
	case skip:
		if kept, cmd := s.keep(); !kept {
			return cmd
		}
		_, cmd := s.apply(practice.Input{Action: practice.Skip})
		return cmd
	case flag:
		return s.mark()
	case frame.Next:
		return s.goTo(v.Number%v.Total + 1)
	case frame.Previous:
		return s.goTo((v.Number+v.Total-2)%v.Total + 1)
	case frame.Undo:
		return s.undo()
	case list:
		return s.open(v.Number - 1)
	case handIn:
		return s.open(v.Total)
	case frame.Leave:
		return s.leave()
	}
	return nil
}

// answer answers with the reply, goes on to the next item of it, or behind the
// marking to the next question.
func (s *Screen) answer() tea.Cmd {
	switch s.view.Phase {
	case practice.Shown:
		_, cmd := s.apply(practice.Input{Action: practice.Continue})
		return cmd
	case practice.Asked:
	default:
		return nil
	}
	r := &s.face.Reply
	if r.More() {
		r.Advance()
		s.replied()
		return nil
	}
	r.Settle()
	text := r.Response()
	if text == "" && s.view.Entry.State == practice.Answered {
		if taken, cmd := s.apply(practice.Input{Action: practice.Clear}); !taken {
			return cmd
		}
	}
	_, cmd := s.apply(practice.Input{Action: practice.Answer, Text: text})
	return cmd
}

// keep takes the reply to the question on screen, if it is another than the
// response so far, and stays there; it reports whether it could. With feedback
// at once a reply counts only when it was entered.
func (s *Screen) keep() (kept bool, cmd tea.Cmd) {
	number, text := s.view.Number, s.face.Reply.Response()
	if !s.asked() || s.view.Feedback == practice.AtOnce || text == s.view.Face.Response {
		return true, nil
	}
	if text == "" {
		return s.apply(practice.Input{Action: practice.Clear})
	}
	if taken, cmd := s.apply(practice.Input{Action: practice.Answer, Text: text}); !taken {
		return false, cmd
	}
	return s.apply(practice.Input{Action: practice.Go, Number: number})
}

// goTo goes to a question by its number.
func (s *Screen) goTo(n int) tea.Cmd {
	if kept, cmd := s.keep(); !kept {
		return cmd
	}
	_, cmd := s.apply(practice.Input{Action: practice.Go, Number: n})
	return cmd
}

// mark flags the question on screen, or takes its flag away. What is being
// replied stays.
func (s *Screen) mark() tea.Cmd {
	reply, focus, pressed := s.face.Reply, s.face.Focus, s.pressed
	said := map[bool]string{true: s.w.Test.FlagOff, false: s.w.Test.FlagOn}[s.view.Entry.Flag]
	taken, cmd := s.apply(practice.Input{Action: practice.Flag})
	if taken {
		s.face.Reply, s.face.Focus, s.pressed = reply, focus, pressed
		s.window.Say(said)
	}
	return cmd
}

// undo takes the latest change back.
func (s *Screen) undo() tea.Cmd {
	taken, cmd := s.apply(practice.Input{Action: practice.Undo})
	if taken {
		s.window.Say(s.w.Test.Undone)
	}
	return cmd
}

// open opens the list at a row, from 0; the one behind the last question hands
// in.
func (s *Screen) open(at int) tea.Cmd {
	if s.view.Phase == practice.Judging {
		s.window.Say(s.w.Common.Sentence(s.w.Common.Engine(practice.ErrJudging.Error())))
		return nil
	}
	if kept, cmd := s.keep(); !kept {
		return cmd
	}
	s.place, s.window.Scroll = onList, 0
	s.choose(at)
	return nil
}

// leave leaves a test of which nothing is answered; else it shows what handing
// in would leave, and what breaking off would. Of a test that was handed in it
// leaves the judging.
func (s *Screen) leave() tea.Cmd {
	switch {
	case s.view.Phase == practice.Judging && s.view.Ending != practice.Running:
		taken, cmd := s.apply(practice.Input{Action: practice.Leave})
		if taken {
			s.window.Say(s.w.Test.Unjudged)
		}
		return cmd
	case s.view.Answered == 0 && s.face.Reply.Response() == "":
		return tea.Quit
	}
	if cmd := s.open(s.view.Total); cmd != nil || s.place != onList {
		return cmd
	}
	s.leaving = true
	s.window.Say(s.w.Test.LeaveAsk)
	return nil
}
