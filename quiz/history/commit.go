package history

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"

	"recto/decks"
	"recto/quiz"
)

// Commit writes events in one transaction, as quiz.Store says, and folds the
// cards they touch anew from what is stored by then. A rating made in ignorance
// of another program's rating of the same card is an event like any other, and
// both count.
//
// It costs a few reads of the cards that the events touch: those they are about
// or take back, that a relink moves, or whose parameters are others now. When
// these are a good part of all cards, and when events of another device come in,
// the whole history is folded.
func (s *Store) Commit(ctx context.Context, events ...quiz.Event) error {
	if len(events) == 0 {
		return nil
	}
	return s.write(ctx, func(tx *conn) error {
		w, err := newWriter(ctx, tx)
		if err != nil {
			return err
		}
		action := leader(events)
		for _, e := range events {
			if _, err := w.add(ctx, e, action); err != nil {
				return err
			}
		}
		return s.fold(ctx, w)
	})
}

// leader returns the event that gives its id to the action of new events: the
// first one that is neither a seen nor an undo; zero when there is none.
func leader(events []quiz.Event) quiz.EventID {
	for _, e := range events {
		if e.Device == "" && belongsToAction(e.Kind) {
			return e.ID
		}
	}
	return quiz.EventID{}
}

func belongsToAction(k quiz.EventKind) bool {
	return k != quiz.SeenEvent && k != quiz.UndoEvent
}

// writer adds events within one transaction.
type writer struct {
	tx       *conn
	device   int64  // number of this file's device
	name     string // its name
	sequence int64  // the last of this device
	time     int64  // the effective time of that
	added    []added
}

// added is an event that the transaction has added.
type added struct {
	number int64
	card   int64 // its subject, 0 for none
	own    bool  // it was made here and now, and stands last on this device
	event  quiz.Event
}

func newWriter(ctx context.Context, tx *conn) (*writer, error) {
	w := &writer{tx: tx}
	if err := tx.one(ctx, getSelf, nil, []any{&w.device, &w.name}); err != nil {
		return nil, err
	}
	err := tx.one(ctx, lastOfDevice, []any{w.device}, []any{&w.sequence, &w.time})
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return nil, err
	}
	return w, nil
}

// add stores an event unless it is there already. One without a device gets
// this file's, the next sequence and its action.
func (w *writer) add(ctx context.Context, e quiz.Event, action quiz.EventID) (isNew bool, err error) {
	own := e.Device == ""
	if own {
		e = e.Tidy()
		e.Device, e.Sequence = w.name, w.sequence+1
		if e.With.IsZero() && belongsToAction(e.Kind) && e.ID != action {
			e.With = action
		}
	}
	if err := e.Validate(); err != nil {
		return false, fmt.Errorf("event %s: %w", e.ID, err)
	}
	known, err := w.knows(ctx, e, own)
	if known || err != nil {
		return false, err
	}
	a := added{own: own, event: e}
	if id := subject(e); id.Deck != "" {
		if a.card, err = cardNumber(ctx, w.tx, id); err != nil {
			return false, err
		}
	}
	device := w.device
	if !own {
		if device, err = deviceNumber(ctx, w.tx, e.Device); err != nil {
			return false, err
		}
	}
	if a.number, err = w.tx.insert(ctx, addEvent, eventRow(e, device, a.card)...); err != nil {
		return false, err
	}
	if own {
		w.sequence = e.Sequence
	}
	w.added = append(w.added, a)
	return true, nil
}

// knows reports whether an event is stored already, and fails when another
// one has its id.
func (w *writer) knows(ctx context.Context, e quiz.Event, own bool) (known bool, err error) {
	err = rows(ctx, w.tx, byID, func(r row) error {
		known = true
		if own {
			e.Device, e.Sequence, e.With = r.event.Device, r.event.Sequence, r.event.With
		}
		if !bytes.Equal(e.AppendJSON(nil), r.event.AppendJSON(nil)) {
			return fmt.Errorf("event %s: %w", e.ID, ErrConflict)
		}
		return nil
	}, e.ID[:])
	return known, err
}

// subject returns the card, or the question with no face, that an event is
// about; the zero id when there is none.
func subject(e quiz.Event) decks.CardID {
	if e.Kind == quiz.SeenEvent {
		return decks.CardID{Deck: e.Seen.Deck, Question: e.Seen.Question}
	}
	return e.Card
}

// eventRow returns the columns of an event but its number, which is to come.
func eventRow(e quiz.Event, device, card int64) []any {
	var first any
	if !e.With.IsZero() {
		first = e.With[:]
	}
	return []any{e.ID[:], device, e.Sequence, e.At, string(e.Kind), first, null(card), string(e.AppendBody(nil))}
}

// null returns a number as a value of a column, none for 0.
func null(n int64) any {
	if n == 0 {
		return nil
	}
	return n
}
