package tui

import (
	"sync"

	tea "charm.land/bubbletea/v2"

	"recto/quiz"
)

// stand tells where the session stands, one time after the other, beside the
// loop: only the latest place matters.
type stand struct {
	told func(quiz.Standstill, bool)

	mu     sync.Mutex
	number int // of the place that is known last
}

// standing returns the command that tells where the session stands now.
func (a *app) standing() tea.Cmd {
	s := a.stand
	if s.told == nil {
		return nil
	}
	at, ok := a.session.Standstill()
	s.mu.Lock()
	s.number++
	n := s.number
	s.mu.Unlock()
	return func() tea.Msg {
		s.mu.Lock()
		defer s.mu.Unlock()
		if n == s.number { // a later place is told by itself
			s.told(at, ok)
		}
		return nil
	}
}

// tell tells a place now; none that is on its way is told after it.
func (s *stand) tell(at quiz.Standstill, ok bool) {
	if s.told == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.number++
	s.told(at, ok)
}
