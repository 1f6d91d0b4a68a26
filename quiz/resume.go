package quiz

import (
	"slices"

	"recto/decks"
)

// Standstill is where a session stood when it ended before its last card, so
// that the next one can go on there, see SessionOptions.Resume. Nothing of it
// is needed to keep what was rated.
type Standstill struct {
	Cards   []decks.CardID `json:"cards"`             // by their numbers; those that never came up are last
	Skipped []decks.CardID `json:"skipped,omitempty"` // not to come again in this session
	Current decks.CardID   `json:"current"`           // the card on screen; the zero id when there is none
}

// Standstill returns where the session stands now; false once nothing is left
// of it.
func (s *Session) Standstill() (Standstill, bool) {
	if s.left().Sum() == 0 {
		return Standstill{}, false
	}
	at := Standstill{Cards: make([]decks.CardID, s.state.entered)}
	copy(at.Cards, s.before)
	var rest []decks.CardID
	for i, it := range s.items {
		if n := s.number[i]; n == 0 || n > s.state.entered {
			rest = append(rest, it.Card.ID)
		} else {
			at.Cards[n-1] = it.Card.ID
		}
	}
	at.Cards = append(at.Cards, rest...)
	for _, a := range s.done {
		if a.input.Action == Skip {
			at.Skipped = append(at.Skipped, s.items[a.item].Card.ID)
		}
	}
	if i := s.state.current; i >= 0 {
		at.Current = s.items[i].Card.ID
	}
	return at, true
}

// resume puts a session of what a queue has where another one stood. Cards
// keep their numbers, those that were skipped do not come, and the card that
// was on screen is on screen again, unless it does not wait any more.
func (s *Session) resume(at Standstill) {
	number := make(map[decks.CardID]int, len(at.Cards))
	for n, id := range at.Cards {
		number[id] = n + 1
	}
	s.items = slices.DeleteFunc(s.items, func(it Item) bool {
		return it.Card.ID != at.Current && slices.Contains(at.Skipped, it.Card.ID)
	})
	place := func(it Item) int { // in the order in which cards come
		switch n, known := number[it.Card.ID]; {
		case it.Card.ID == at.Current:
			return 0
		case known:
			return n
		}
		return len(at.Cards) + 1 // what came up meanwhile
	}
	slices.SortStableFunc(s.items, func(a, b Item) int { return place(a) - place(b) })
	s.before, s.state.entered = at.Cards, len(at.Cards)
	s.takeSteps()
	s.number = make([]int, len(s.items))
	for i, it := range s.items {
		s.number[i] = number[it.Card.ID]
	}
	i := slices.IndexFunc(s.items, func(it Item) bool { return it.Card.ID == at.Current })
	if i < 0 {
		s.state = s.advance(s.state, s.options.Start)
		return
	}
	if s.items[i].Progress.Steps() {
		s.state.steps = slices.DeleteFunc(s.state.steps, func(w wait) bool { return w.item == i })
	} else {
		s.state.next++
	}
	s.state.current, s.state.phase, s.state.asked = i, Asked, s.options.Start.At
}
