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
	// event id; the same id with another content is an error. Events without a
	// Device are new: Commit gives them Device and Sequence, and With, which
	// makes the events of one Commit one action. After an error nothing was
	// written, and the same events may be committed again.
	Commit(ctx context.Context, events ...Event) error
	// Seen returns what a question said last, false when it never was seen.
	Seen(ctx context.Context, deck, question string) (Seen, bool, error)
	// LastActions returns up to n actions that still stand, the latest first:
	// each is the ids of the events that an undo has to name. An undo is no
	// action, and a seen event belongs to none.
	LastActions(ctx context.Context, n int) ([][]EventID, error)
	// LastTime returns the latest time of any event in unix ms, 0 when there
	// is none. A clock more than a day before it is wrong now, or was then.
	LastTime(ctx context.Context) (int64, error)
	// Events yields the events after a cursor in the order they were stored,
	// undone ones too. The error of a failed read comes last.
	Events(ctx context.Context, since Cursor) iter.Seq2[Event, error]
	Close() error
}

// Cursor is a place in a store's order of arrival: how many events stand
// before it. Zero is the beginning.
type Cursor int64
