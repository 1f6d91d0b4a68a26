package quiz

import (
	"slices"

	"recto/decks"
)

// advance returns st with the next card on screen: one whose step has ended,
// else the next that was not shown, else one whose step ends soon. When there
// is none, or no time is left, the session is over.
func (s *Session) advance(st state, now Moment) state {
	st.current, st.phase, st.over = -1, Finished, now
	st.hints, st.match, st.text = 0, nil, ""
	st.preview, st.shown = [4]Progress{}, Moment{}
	if !s.options.Until.IsZero() && !now.At.Before(s.options.Until) {
		st.ended = true
	}
	if st.ended {
		return st
	}
	for st.next < len(s.items) && s.gone[st.next] {
		st.next++
	}
	st.steps = s.present(st.steps)
	switch steps := st.steps; {
	case len(steps) > 0 && !steps[0].due.After(now.At):
		st.current, st.steps = steps[0].item, steps[1:]
	case st.next < len(s.items):
		st.current = st.next
		st.next++
	case len(steps) > 0 && !steps[0].due.After(now.At.Add(LearnAhead)):
		st.current, st.steps = steps[0].item, steps[1:]
	default:
		return st
	}
	st.phase, st.asked = Asked, now.At
	return st
}

// askAnew forgets what was done with the card on screen.
func (st *state) askAnew() {
	st.phase, st.hints, st.match, st.text = Asked, 0, nil, ""
}

// present returns the steps whose cards still are in their decks.
func (s *Session) present(steps []wait) []wait {
	isGone := func(w wait) bool { return s.gone[w.item] }
	if !slices.ContainsFunc(steps, isGone) {
		return steps
	}
	return slices.DeleteFunc(slices.Clone(steps), isGone)
}

// Refresh tells the session what the history says about the card on screen, in
// case another program has changed it; call it when a card comes up, and again
// until View shows the card that was refreshed. A card that was rated
// elsewhere, or put out of sight, and does not wait any more, gives way to the
// next; Refresh reports that. Otherwise intervals are those of p from now on.
func (s *Session) Refresh(now Moment, p Progress) (gaveWay bool) {
	i := s.state.current
	if i < 0 || s.state.phase == Finished || s.pending != nil || p == s.items[i].Progress {
		return false
	}
	was := s.items[i].Progress
	s.believe(i, p)
	if s.options.Cram {
		return false
	}
	s.failed = nil
	if s.state.phase == Shown {
		s.state.preview = s.preview(i, p, s.state.shown)
		return false
	}
	elsewhere := p.Reps != was.Reps || !p.LastAt.Equal(was.LastAt)
	switch {
	case s.items[i].Held(now.Day):
	case elsewhere && p.Steps() && p.Due.After(now.At):
		s.state.steps = insert(s.state.steps, wait{i, p.Due})
	case elsewhere && p.State == Review && p.DueDay > now.Day:
	default:
		s.state.task = s.task(i)
		return false
	}
	s.state = s.advance(s.state, now)
	s.enter()
	// The very same card may be all that is left.
	return s.state.current != i
}

// Reload takes the cards of decks that were edited meanwhile. Now returns what
// a card is now, under its own id or under the one that has its history now;
// false when it is gone. The card on screen is asked anew, or gives way when it
// is gone.
func (s *Session) Reload(now Moment, card func(decks.CardID) (decks.Card, bool)) {
	if s.pending != nil {
		return
	}
	s.failed = nil
	for i := range s.items {
		c, ok := card(s.items[i].Card.ID)
		s.gone[i] = !ok
		if ok {
			s.items[i].Card = c
		}
	}
	i := s.state.current
	if i < 0 || s.state.phase == Finished {
		return
	}
	if s.gone[i] {
		s.state = s.advance(s.state, now)
	} else {
		s.state.askAnew()
	}
	s.enter()
}
