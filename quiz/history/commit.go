package history

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"

	"recto/quiz"
)

// Commit writes events in one transaction, as quiz.Store says, and folds the
// cards they touch anew from what is stored by then. A rating made in ignorance
// of another program's rating of the same card is an event like any other, and
// both count.
//
// Ratings and marks cost a few reads of their card. What may move or re-read
// any card (a relink, settings, the undo of such or of an undo, events of
// another device) folds the whole history.
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
	if a.card, err = w.subject(ctx, e); err != nil {
		return false, err
	}
	device := w.device
	if !own {
		if device, err = deviceNumber(ctx, w.tx, e.Device); err != nil {
			return false, err
		}
	}
	var first any
	if !e.With.IsZero() {
		first = e.With[:]
	}
	if a.number, err = w.tx.insert(ctx, addEvent, e.ID[:], device, e.Sequence, e.At, string(e.Kind), first,
		null(a.card), string(e.AppendBody(nil))); err != nil {
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

// subject returns the number of the card, or the question, that an event is
// about, 0 for none.
func (w *writer) subject(ctx context.Context, e quiz.Event) (int64, error) {
	id := e.Card
	if e.Kind == quiz.SeenEvent {
		id.Deck, id.Question = e.Seen.Deck, e.Seen.Question
	}
	if id.Deck == "" {
		return 0, nil
	}
	return cardNumber(ctx, w.tx, id)
}

// null returns a number as a value of a column, none for 0.
func null(n int64) any {
	if n == 0 {
		return nil
	}
	return n
}

// fold brings the cache up to date after what w has added.
func (s *Store) fold(ctx context.Context, w *writer) error {
	if len(w.added) == 0 {
		return nil
	}
	touched, ok, err := w.place(ctx)
	if err != nil {
		return err
	}
	if !ok {
		_, err := s.settle(ctx, w.tx, true, nil)
		return err
	}
	for _, card := range slices.Sorted(maps.Keys(touched)) {
		if err := s.refold(ctx, w.tx, card); err != nil {
			return err
		}
	}
	return nil
}

// place places the added events as the last ones of this device and returns
// the cards to fold anew; ok is false when only a fold of everything can tell.
func (w *writer) place(ctx context.Context) (touched map[int64]bool, ok bool, err error) {
	touched = map[int64]bool{}
	for _, a := range w.added {
		if !a.own || a.event.Kind == quiz.RelinkEvent || a.event.Kind == quiz.SettingsEvent {
			return nil, false, nil
		}
		w.time = max(w.time, a.event.At)
		if a.event.Kind == quiz.UndoEvent {
			if ok, err := w.takeBack(ctx, a.event.Undo, touched); !ok || err != nil {
				return nil, false, err
			}
		} else if moved, err := w.movesLater(ctx, a.event); moved || err != nil {
			return nil, false, err
		}
		if err := w.tx.exec(ctx, setPlaced, a.number, w.time, 0, null(a.card)); err != nil {
			return nil, false, err
		}
		if a.event.Card.Deck != "" {
			touched[a.card] = true
		}
	}
	return touched, true, nil
}

// takeBack marks the events that an undo names; ok is false when one of them
// has a reach beyond its card.
func (w *writer) takeBack(ctx context.Context, named []quiz.EventID, touched map[int64]bool) (ok bool, err error) {
	for _, id := range named {
		var found *row
		if err := rows(ctx, w.tx, byID, func(r row) error { found = &r; return nil }, id[:]); err != nil {
			return false, err
		}
		switch {
		case found == nil || found.event.Kind == quiz.SeenEvent:
			continue // it may still come from another device; or it stays
		case found.holder == 0 || found.undone < 0:
			return false, nil
		}
		if err := w.tx.exec(ctx, setUndone, found.number); err != nil {
			return false, err
		}
		touched[found.holder] = true
	}
	return true, nil
}

// movesLater reports whether a relink that stands after an event in the order,
// as one from a device with a clock ahead, moves its card.
func (w *writer) movesLater(ctx context.Context, e quiz.Event) (moved bool, err error) {
	here := row{event: e, time: w.time}
	err = rows(ctx, w.tx, relinksSince, func(r row) error {
		if compareRows(r, here) < 0 {
			return nil
		}
		for _, pair := range r.event.Relink {
			moved = moved || pair.From == e.Card
		}
		return nil
	}, w.time)
	return moved, err
}

// refold folds one card anew from the events it holds.
func (s *Store) refold(ctx context.Context, tx *conn, card int64) error {
	var held []row
	if err := rows(ctx, tx, byHolder, func(r row) error { held = append(held, r); return nil }, card); err != nil {
		return err
	}
	slices.SortFunc(held, compareRows)
	events := make([]quiz.Event, len(held))
	for i, r := range held {
		events[i] = r.event
	}
	var c packed
	if err := tx.one(ctx, getCardID, []any{card}, []any{&c.id.Deck, &c.id.Question, &c.id.Face}); err != nil {
		return err
	}
	w, err := weights(ctx, tx)
	if err != nil {
		return err
	}
	model, err := s.models(w.For(c.id.Deck))
	if err != nil {
		return err
	}
	c.progress = quiz.FoldCard(events, model)
	return putOnShelf(ctx, tx, card, c)
}

// putOnShelf stores the progress of one card; a new card's is not kept.
func putOnShelf(ctx context.Context, tx *conn, card int64, c packed) error {
	n := card / shelfSize
	var old []byte
	if err := tx.one(ctx, getShelf, []any{n}, []any{&old}); err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	cards := shelf{}
	if err := unpack(n, old, func(number int64, c packed) { cards[number] = c }); err != nil {
		return err
	}
	delete(cards, card)
	if c.progress != (quiz.Progress{}) {
		cards[card] = c
	}
	return storeShelf(ctx, tx, n, cards.pack())
}

func storeShelf(ctx context.Context, tx *conn, n int64, cards []byte) error {
	if len(cards) == 0 {
		return tx.exec(ctx, dropShelf, n)
	}
	return tx.exec(ctx, setShelf, n, cards)
}
