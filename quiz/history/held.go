package history

import (
	"context"
	"database/sql"
	"fmt"

	"recto/decks"
	"recto/quiz"
)

// allHeld are the reviews and resets that stand, in their order. The index of
// their times gives it but for those of one millisecond, so that nothing large
// is sorted and a history of any length is read in the same memory.
const allHeld = `SELECT e.at, e.kind = 'reset', e.body, p.holder
	FROM placed p INDEXED BY placed_time
	CROSS JOIN events e ON e.number = p.event CROSS JOIN devices d ON d.number = e.device
	WHERE e.kind IN ('review', 'reset') AND p.undone = 0 AND p.holder IS NOT NULL ` + inOrder

// Held hands over the reviews and resets of all cards that stand, in their
// order, each with the card that holds it now as its Card. Kind, Card, At and
// Review are set, the rest is not read. What one call is given is its own; an
// error of each ends the reading and comes back.
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
		var holder int64
		var reset bool
		var body sql.RawBytes
		return tx.each(ctx, allHeld, func(scan func(...any) error) error {
			e := quiz.Event{Kind: quiz.ReviewEvent}
			if err := scan(&e.At, &reset, &body, &holder); err != nil {
				return err
			}
			if reset {
				e.Kind = quiz.ResetEvent
			}
			e.Card = cards[holder]
			if err := e.DecodeBody(body); err != nil {
				return fmt.Errorf("%w: of card %s: %w", errBadEvent, e.Card, err)
			}
			return each(e)
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
