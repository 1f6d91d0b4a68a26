package relink

import (
	"recto/decks"
	"recto/quiz"
)

// memory is what earlier relinks say.
type memory struct {
	refused map[[2]place]bool // pairs that the learner took back or declined
	gone    map[decks.CardID]decks.CardID
}

// remember reads the relinks of a history, which stand in their order. One
// that was taken back is the learner's answer to that pair, unless the pair
// was carried again since.
func remember(past []Past) memory {
	m := memory{map[[2]place]bool{}, map[decks.CardID]decks.CardID{}}
	for _, p := range past {
		for _, r := range p.Moves {
			pair := [2]place{{r.From.Deck, r.From.Question}, {r.To.Deck, r.To.Question}}
			m.refused[pair] = p.Undone
			if !p.Undone {
				m.gone[r.From] = r.To
				delete(m.gone, r.To)
			}
		}
	}
	return m
}

// refuses reports whether the learner does not want a question to get the
// history of another.
func (m memory) refuses(from quiz.Seen, to *decks.Question) bool {
	return m.refused[[2]place{{from.Deck, from.Question}, {to.Deck.ID, to.ID}}]
}

// went returns where the history of a card was carried, itself when nowhere.
func (m memory) went(id decks.CardID) decks.CardID {
	at := id
	for range len(m.gone) {
		next, ok := m.gone[at]
		if !ok || next == id {
			break
		}
		at = next
	}
	return at
}
