package history

import (
	"slices"
	"sort"

	"recto/decks"
	"recto/quiz"
)

// moves are the relinks that stand, in their order. Each event is followed on
// its own, from the card it was recorded for to the one that holds it now:
// relinks are few, and most cards never move.
type moves struct {
	steps []move
	away  map[decks.CardID][]int // in which steps a card gives away what it holds
}

// move is one relink.
type move struct {
	row  row
	fact *fact // of the whole history, nil in a part of it
	to   map[decks.CardID]decks.CardID
}

// newMoves takes relinks that stand, in their order.
func newMoves(relinks []row) moves {
	m := moves{away: map[decks.CardID][]int{}}
	for i, r := range relinks {
		step := move{row: r, to: make(map[decks.CardID]decks.CardID, len(r.event.Relink))}
		for _, pair := range r.event.Relink {
			step.to[pair.From] = pair.To
			m.away[pair.From] = append(m.away[pair.From], i)
		}
		m.steps = append(m.steps, step)
	}
	return m
}

// holder returns which card holds an event that was recorded for a card.
// Before reports whether a step stands before the event in the order.
func (m *moves) holder(card decks.CardID, before func(*move) bool) decks.CardID {
	if len(m.away[card]) == 0 {
		return card
	}
	next := sort.Search(len(m.steps), func(i int) bool { return !before(&m.steps[i]) })
	for {
		steps := m.away[card]
		i, _ := slices.BinarySearch(steps, next)
		if i == len(steps) {
			return card
		}
		card, next = m.steps[steps[i]].to[card], steps[i]+1
	}
}

// reach returns the cards to which relinks can have carried anything that
// cards held, these included.
func reach(cards []decks.CardID, relinks []row) map[decks.CardID]bool {
	next := map[decks.CardID][]decks.CardID{}
	for _, r := range relinks {
		for _, pair := range r.event.Relink {
			next[pair.From] = append(next[pair.From], pair.To)
		}
	}
	reached := map[decks.CardID]bool{}
	for len(cards) > 0 {
		id := cards[len(cards)-1]
		cards = cards[:len(cards)-1]
		if !reached[id] {
			reached[id] = true
			cards = append(cards, next[id]...)
		}
	}
	return reached
}

// settleRare finds what the rare events come to: which relinks stand and move
// what to where, and which parameters hold. It fails when models refuses the
// weights of settings that stand.
func (h *whole) settleRare(models quiz.Models) error {
	var relinks []row
	var settings []quiz.Placed
	for i := range h.rare {
		r := &h.rare[i]
		f := h.fact(r.number)
		if r.undone = 0; h.gone[f.number] {
			r.undone = 1
		}
		r.time = f.time
	}
	slices.SortFunc(h.rare, compareRows)
	for _, r := range h.rare {
		switch {
		case r.undone == 1:
		case r.event.Kind == quiz.RelinkEvent:
			relinks = append(relinks, r)
		default:
			settings = append(settings, quiz.Placed{Event: r.event})
		}
	}
	h.weights = quiz.PlacedWeights(settings)
	h.moves = newMoves(relinks)
	for i := range h.moves.steps {
		h.moves.steps[i].fact = h.fact(h.moves.steps[i].row.number)
	}
	h.setHolders()
	return quiz.CheckWeights(settings, models)
}

// setHolders follows each event to the card that holds it.
func (h *whole) setHolders() {
	if len(h.moves.steps) == 0 {
		return
	}
	places := map[decks.CardID]int{} // of the cards that take part
	for _, step := range h.moves.steps {
		for from, to := range step.to {
			places[from], places[to] = -1, -1
		}
	}
	moving := make([]bool, len(h.cards.ids))
	for i, id := range h.cards.ids {
		if _, ok := places[id]; ok {
			places[id] = i
			moving[i] = len(h.moves.away[id]) > 0
		}
	}
	for i := range h.facts {
		f := &h.facts[i]
		if f.card < 0 || !moving[f.card] {
			continue
		}
		to := h.moves.holder(h.cards.ids[f.card], func(m *move) bool { return h.compare(m.fact, f) < 0 })
		place := places[to]
		if place < 0 {
			place = h.cards.add(to)
			places[to] = place
		}
		f.card = int32(place)
	}
}
