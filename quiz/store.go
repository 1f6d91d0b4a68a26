package quiz

import (
	"context"
	"iter"

	"recto/decks"
)

// Store keeps the events of a learner, and the progress that they fold to.
type Store interface {
	// Progress returns the progress of the cards that have any; of all cards
	// when no id is given.
	Progress(ctx context.Context, ids ...decks.CardID) (map[decks.CardID]Progress, error)
	// Commit writes events in one transaction that is durable when it
	// returns, and folds them into the progress inside it. It is idempotent by
	// event id; the same id with another content is an error. It fills Device
	// and Sequence of events that have none.
	Commit(ctx context.Context, events ...Event) error
	// Events yields the events after a cursor in the order they were stored.
	Events(ctx context.Context, since Cursor) iter.Seq2[Event, error]
	Close() error
}

// Cursor is a place in a store's order of arrival; zero is the beginning.
type Cursor int64
