package history

import (
	"context"

	"recto/decks"
	"recto/quiz"
)

// reviewsSince are the standing reviews from a time on, in their order.
const reviewsSince = selectEvent + `WHERE p.time >= ? AND p.undone = 0 AND p.holder IS NOT NULL AND e.kind = 'review' ` + inOrder

// ReviewsSince returns the reviews from a time on, in unix ms, that stand, in
// their order, each with the card that holds it now as its Card.
func (s *Store) ReviewsSince(ctx context.Context, since int64) (reviews []quiz.Event, err error) {
	err = s.read(ctx, func(tx *conn) error {
		holders := []int64{}
		if err := rows(ctx, tx, reviewsSince, func(r row) error {
			reviews, holders = append(reviews, r.event), append(holders, r.holder)
			return nil
		}, since); err != nil {
			return err
		}
		for i := range reviews {
			id := &reviews[i].Card
			var deck, question, face string
			if err := tx.one(ctx, getCardID, []any{holders[i]}, []any{&deck, &question, &face}); err != nil {
				return err
			}
			id.Deck, id.Question, id.Face = deck, question, decks.Face(face)
		}
		return nil
	})
	return reviews, err
}
