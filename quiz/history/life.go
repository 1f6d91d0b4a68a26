package history

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"recto/decks"
	"recto/quiz"
)

// Life returns all events that a card holds, oldest first: also those that
// were taken back, and those that a relink brought. An undo belongs to no card.
func (s *Store) Life(ctx context.Context, id decks.CardID) ([]quiz.Placed, error) {
	var held []row
	err := s.read(ctx, func(tx *conn) error {
		var card int64
		err := tx.one(ctx, getCard, []any{id.Deck, id.Question, string(id.Face)}, []any{&card})
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		return rows(ctx, tx, heldBy, func(r row) error {
			r.body = nil // the store's
			held = append(held, r)
			return nil
		}, card)
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(held, compareRows)
	life := make([]quiz.Placed, len(held))
	for i, r := range held {
		life[i] = quiz.Placed{Event: r.event, Time: r.time, Undone: r.undone == 1, Holder: id}
	}
	return life, nil
}
