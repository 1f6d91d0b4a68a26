package history

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"recto/decks"
	"recto/quiz"
)

// Weights returns the parameters of the memory model that hold for each deck
// under the settings that stand.
func (s *Store) Weights(ctx context.Context) (w quiz.Weights, err error) {
	err = s.read(ctx, func(tx *conn) error {
		w, err = weights(ctx, tx, anyModel)
		return err
	})
	return w, err
}

// weights returns the parameters that hold under the settings that are placed
// and stand. It fails when models refuses some of them.
func weights(ctx context.Context, tx *conn, models quiz.Models) (quiz.Weights, error) {
	var settings []quiz.Placed
	if err := rows(ctx, tx, byKindInOrder, func(r row) error {
		if r.undone == 0 {
			settings = append(settings, quiz.Placed{Event: r.event})
		}
		return nil
	}, string(quiz.SettingsEvent)); err != nil {
		return nil, err
	}
	return quiz.PlacedWeights(settings), quiz.CheckWeights(settings, models)
}

// Reviews returns the reviews of a card that stand, oldest first, those that a
// relink brought included.
func (s *Store) Reviews(ctx context.Context, id decks.CardID) ([]quiz.Event, error) {
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
		return rows(ctx, tx, byHolder, func(r row) error {
			if r.event.Kind == quiz.ReviewEvent {
				held = append(held, r)
			}
			return nil
		}, card)
	})
	slices.SortFunc(held, compareRows)
	events := make([]quiz.Event, len(held))
	for i, r := range held {
		events[i] = r.event
	}
	return events, err
}
