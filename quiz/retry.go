package quiz

import (
	"time"

	"recto/decks"
)

// Wrong returns the cards that were rated Again so far, by when they were first.
func (s *Session) Wrong() []decks.Card { return s.summary(s.left()).Wrong }

// Retry returns a session of the cards that this one's learner rated Again,
// each until it is known: nothing of it is recorded and no schedule changes.
// False when there are none that still are in their decks.
func (s *Session) Retry(now Moment, seed uint64) (*Session, bool) {
	var again []Item
	in := map[int]bool{}
	for _, r := range s.log[:s.state.rated] {
		if r.rating == Again && !in[r.item] && !s.gone[r.item] {
			in[r.item] = true
			again = append(again, s.items[r.item])
		}
	}
	if len(again) == 0 {
		return nil, false
	}
	o := s.options
	o.Start, o.Seed, o.Cram = now, seed, true
	o.Resume, o.Load, o.Until = nil, nil, time.Time{}
	return NewSession(again, s.schedulers, s.matcher, o), true
}
