package history

import (
	"context"
	"fmt"

	"recto/decks"
	"recto/quiz"
)

// taker takes in many events of other histories within one transaction. It
// remembers the numbers of cards and devices and looks for an event that is
// there already only when its id is.
type taker struct {
	*writer
	devices map[string]int64
	cards   map[decks.CardID]int64
	taken   int
	known   int
}

// roomForPages is how many KiB of the database a taker keeps in memory: ids are
// random, so that each event touches another page of their index.
const roomForPages = 32 << 10

func newTaker(ctx context.Context, tx *conn) (*taker, error) {
	w, err := newWriter(ctx, tx)
	if err != nil {
		return nil, err
	}
	t := &taker{writer: w, devices: map[string]int64{}, cards: map[decks.CardID]int64{}}
	return t, tx.script(ctx, fmt.Sprintf("PRAGMA cache_size = -%d", roomForPages))
}

// release gives back what the taker has in memory, but for some pages.
func (t *taker) release(ctx context.Context) {
	t.cards, t.devices = nil, nil
	_ = t.tx.script(ctx, "PRAGMA cache_size = -8000")
}

// finish folds the history when something was taken in.
func (t *taker) finish(ctx context.Context, s *Store) error {
	if t.taken == 0 {
		return nil
	}
	t.release(ctx) // the fold needs the room
	_, err := s.settle(ctx, t.tx, true, nil)
	return err
}

// take stores an event as it is unless it is there already. One of the same
// id and another content is ErrConflict.
func (t *taker) take(ctx context.Context, e quiz.Event) error {
	if err := e.Validate(); err != nil {
		return fmt.Errorf("event %s: %w", e.ID, err)
	}
	device, err := t.numberOf(ctx, e.Device)
	if err != nil {
		return err
	}
	card, err := t.subjectOf(ctx, e)
	if err != nil {
		return err
	}
	isNew, err := t.tx.insertNew(ctx, takeEvent, eventRow(e, device, card)...)
	if err != nil {
		return err
	}
	if isNew {
		t.taken++
		return nil
	}
	t.known++
	_, err = t.knows(ctx, e, false)
	return err
}

func (t *taker) numberOf(ctx context.Context, device string) (n int64, err error) {
	n, ok := t.devices[device]
	if !ok {
		n, err = deviceNumber(ctx, t.tx, device)
		t.devices[device] = n
	}
	return n, err
}

// subjectOf is subject with what was looked up before.
func (t *taker) subjectOf(ctx context.Context, e quiz.Event) (n int64, err error) {
	id := subject(e)
	n, ok := t.cards[id]
	if id.Deck == "" || ok {
		return n, nil
	}
	if len(t.cards) == 200_000 {
		clear(t.cards)
	}
	n, err = cardNumber(ctx, t.tx, id)
	t.cards[id] = n
	return n, err
}
