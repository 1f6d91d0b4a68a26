package test

import (
	tea "charm.land/bubbletea/v2"

	"recto/quiz/practice"
	"recto/quiz/tui/frame"
)

// obeyList does what a command says in the list of questions.
func (s *Screen) obeyList(c frame.Command) tea.Cmd {
	switch c {
	case answers:
		if s.at < s.view.Total {
			_, cmd := s.apply(practice.Input{Action: practice.Go, Number: s.at + 1})
			return cmd
		}
		return s.submit()
	case handIn:
		if s.at == s.view.Total {
			return s.submit()
		}
		s.choose(s.view.Total)
	case field, list:
		s.back()
	case frame.Undo:
		return s.undo()
	case frame.Leave:
		if s.leaving || s.view.Answered == 0 {
			return tea.Quit
		}
		s.choose(s.view.Total)
		s.leaving = true
		s.window.Say(s.w.Test.LeaveAsk)
	}
	return nil
}

// submit hands in.
func (s *Screen) submit() tea.Cmd {
	_, cmd := s.apply(practice.Input{Action: practice.Submit})
	return cmd
}

// back goes from the list to the question that was on screen before it; when
// every question was asked there is none.
func (s *Screen) back() {
	if s.view.Phase != practice.Ready {
		s.look()
	}
}

// obeyResult does what a command says at the result.
func (s *Screen) obeyResult(c frame.Command) tea.Cmd {
	switch c {
	case answers:
		s.review(s.at)
	case retry:
		return s.again()
	case frame.Undo:
		return s.unrecord()
	case save:
		if s.fault != nil {
			return s.record()
		}
	case frame.Leave, field:
		return tea.Quit
	}
	return nil
}

// review shows a question with its marking.
func (s *Screen) review(at int) {
	s.place, s.at = onReview, at
	m := s.result.Questions[at]
	if m.ByHand && m.State == practice.Answered { // its marking is said above the answer
		m.Match.Verdict = 0
	}
	s.show(m.Face())
	s.window.Scroll, s.stale = 0, true
}

// obeyReview does what a command says at a question under review.
func (s *Screen) obeyReview(c frame.Command) tea.Cmd {
	n := len(s.result.Questions)
	switch c {
	case frame.Next, answers:
		s.review((s.at + 1) % n)
	case frame.Previous:
		s.review((s.at + n - 1) % n)
	case field, frame.Leave, list:
		s.place = onResult
		s.choose(s.at)
	case retry:
		return s.again()
	}
	return nil
}
