package history

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"slices"

	"recto/quiz"
)

// refold folds some cards anew from the events they hold, shelf by shelf.
func (s *Store) refold(ctx context.Context, tx *conn, cards map[int64]bool, w quiz.Weights) error {
	models := map[string]quiz.Model{}
	numbers := slices.Sorted(maps.Keys(cards))
	for len(numbers) > 0 {
		n := numbers[0] / shelfSize
		there := 1
		for there < len(numbers) && numbers[there]/shelfSize == n {
			there++
		}
		on, err := readShelf(ctx, tx, n)
		if err != nil {
			return err
		}
		for _, card := range numbers[:there] {
			c := packed{}
			if err := tx.one(ctx, getCardID, []any{card}, []any{&c.id.Deck, &c.id.Question, &c.id.Face}); err != nil {
				return err
			}
			model, ok := models[c.id.Deck]
			if !ok {
				if model, err = s.models(w.For(c.id.Deck)); err != nil {
					return err
				}
				models[c.id.Deck] = model
			}
			if c.progress, err = foldCard(ctx, tx, card, model); err != nil {
				return err
			}
			if on[card] = c; c.progress == (quiz.Progress{}) {
				delete(on, card) // that of a new card is not kept
			}
		}
		if err := storeShelf(ctx, tx, n, on.pack()); err != nil {
			return err
		}
		numbers = numbers[there:]
	}
	return nil
}

// foldCard folds the events that a card holds and that stand.
func foldCard(ctx context.Context, tx *conn, card int64, model quiz.Model) (quiz.Progress, error) {
	var held []row
	if err := rows(ctx, tx, byHolder, func(r row) error { held = append(held, r); return nil }, card); err != nil {
		return quiz.Progress{}, err
	}
	slices.SortFunc(held, compareRows)
	events := make([]quiz.Event, len(held))
	for i, r := range held {
		events[i] = r.event
	}
	return quiz.FoldCard(events, model), nil
}

func readShelf(ctx context.Context, tx *conn, n int64) (shelf, error) {
	var cards []byte
	if err := tx.one(ctx, getShelf, []any{n}, []any{&cards}); err != nil && !errors.Is(err, sql.ErrNoRows) {
		return nil, err
	}
	on := shelf{}
	err := unpack(n, cards, func(number int64, c packed) { on[number] = c })
	return on, err
}

func storeShelf(ctx context.Context, tx *conn, n int64, cards []byte) error {
	if len(cards) == 0 {
		return tx.exec(ctx, dropShelf, n)
	}
	return tx.exec(ctx, setShelf, n, cards)
}
