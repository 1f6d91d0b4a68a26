package history

import (
	"context"

	"recto/decks"
	"recto/quiz"
)

// allHeld are the reviews and resets that stand, in their order.
const allHeld = selectEvent + `WHERE e.kind IN ('review', 'reset') AND p.undone = 0 AND p.holder IS NOT NULL ` + inOrder

// Held hands over the reviews and resets of all cards that stand, in their
// order, each with the card that holds it now as its Card. What one call is
// given is its own; an error of each ends the reading and comes back.
func (s *Store) Held(ctx context.Context, each func(quiz.Event) error) error {
	return s.read(ctx, func(tx *conn) error {
		cards := map[int64]decks.CardID{}
		err := tx.each(ctx, allCards, func(scan func(...any) error) error {
			var n int64
			var id decks.CardID
			err := scan(&n, &id.Deck, &id.Question, &id.Face)
			cards[n] = id
			return err
		})
		if err != nil {
			return err
		}
		return rows(ctx, tx, allHeld, func(r row) error {
			r.event.Card = cards[r.holder]
			return each(r.event)
		})
	})
}

// SettingsTime returns when the parameters of a deck were last set by settings
// that stand, in unix ms; 0 when they never were. "" is every deck.
func (s *Store) SettingsTime(ctx context.Context, deck string) (ms int64, err error) {
	err = s.read(ctx, func(tx *conn) error {
		return rows(ctx, tx, byKind, func(r row) error {
			if r.undone == 0 && r.event.Settings.Deck == deck {
				ms = max(ms, r.event.At)
			}
			return nil
		}, string(quiz.SettingsEvent))
	})
	return ms, err
}
