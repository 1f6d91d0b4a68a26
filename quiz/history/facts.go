package history

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"runtime"
	"sync"

	"recto/quiz"
)

// manyEvents is from how many events on several connections read them: below,
// opening them takes longer than they save.
const manyEvents = 20_000

// readFacts reads all events, those that are on the disk already on as many
// connections as there are processors: reading is what takes the time.
func (s *Store) readFacts(ctx context.Context, tx *conn, h *whole, look func(*quiz.Event, []byte)) error {
	var count, last int64
	if err := tx.one(ctx, countEvents, nil, []any{&count, &last}); err != nil {
		return err
	}
	if last > math.MaxUint32 {
		return fmt.Errorf("%d events are more than recto can fold", last)
	}
	h.facts = make([]fact, count)
	helpers, shared, err := s.helpers(ctx, tx, last)
	if err != nil {
		return err
	}
	defer func() {
		for _, c := range helpers {
			_ = c.Close()
		}
	}()
	parts, err := h.parts(ctx, tx, len(helpers), shared, last)
	if err != nil {
		return err
	}
	errs := make([]error, len(parts))
	var wait sync.WaitGroup
	for i, p := range parts {
		c := tx
		if i < len(helpers) {
			c = helpers[i]
		}
		wait.Go(func() { errs[i] = h.readPart(ctx, c, p, look) })
	}
	wait.Wait()
	return errors.Join(errs...)
}

// part is a run of events by their numbers, and where their facts go.
type part struct {
	after, to int64
	into      []fact
}

// parts divides the events up to last evenly among helpers, which see those up
// to shared, and the transaction itself, which takes the last part.
func (h *whole) parts(ctx context.Context, tx *conn, helpers int, shared, last int64) (parts []part, err error) {
	var after, begin int64
	for i := range helpers + 1 {
		p := part{after: after, to: last}
		end := int64(len(h.facts))
		if i < helpers {
			p.to = min(shared, last*int64(i+1)/int64(helpers+1))
			if err := tx.one(ctx, countTo, []any{p.to}, []any{&end}); err != nil {
				return nil, err
			}
		}
		p.into = h.facts[begin:end]
		parts = append(parts, p)
		after, begin = p.to, end
	}
	return parts, nil
}

// helpers opens connections that read the history as it is on the disk, beside
// that of the transaction, and returns up to which number their events are the
// same. There are none where the file cannot be shared or is small.
func (s *Store) helpers(ctx context.Context, tx *conn, last int64) (helpers []*conn, shared int64, err error) {
	var mode string
	if err := tx.one(ctx, "PRAGMA journal_mode", nil, []any{&mode}); err != nil {
		return nil, 0, err
	}
	if mode != "wal" || s.reading == "" || last < manyEvents {
		return nil, 0, nil
	}
	var number int64
	var name string
	if err := tx.one(ctx, getSelf, nil, []any{&number, &name}); err != nil {
		return nil, 0, err
	}
	shared = last
	for range min(runtime.GOMAXPROCS(0), 4) - 1 {
		c, end, err := helper(ctx, s.path, s.reading, name)
		if err != nil {
			break // without it, reading only takes longer
		}
		helpers, shared = append(helpers, c), min(shared, end)
	}
	return helpers, shared, nil
}

// helper opens one more connection to a history, which sees one state of it,
// and returns the last number there. Another program may have put another
// history in its place meanwhile: that is another device.
func helper(ctx context.Context, path, parameters, device string) (c *conn, last int64, err error) {
	if c, err = dial(ctx, path, parameters); err != nil {
		return nil, 0, err
	}
	var number int64
	var name string
	err = errors.Join(c.exec(ctx, "BEGIN"),
		c.one(ctx, getSelf, nil, []any{&number, &name}),
		c.one(ctx, lastNumber, nil, []any{&last}))
	if err == nil && name != device {
		err = fault(path, ErrMoved, nil)
	}
	if err != nil {
		return nil, 0, errors.Join(err, c.Close())
	}
	return c, last, nil
}

// readPart reads a part. Without look it leaves out what the fold needs not.
func (h *whole) readPart(ctx context.Context, c *conn, p part, look func(*quiz.Event, []byte)) error {
	var e quiz.Event
	var review quiz.ReviewBody
	var device, card int64
	var number uint32
	var name, body, id, first sql.RawBytes
	query, columns := factsBetween, []any{&number, &device, &e.Sequence, &e.At, &name, &card, &body}
	if look != nil {
		query, columns = eventsBetween, append(columns, &id, &first)
	}
	n := 0
	return c.each(ctx, query, func(scan func(...any) error) error {
		e = quiz.Event{}
		if err := scan(columns...); err != nil {
			return err
		}
		var k kind
		if k, e.Kind = kindNamed(name); e.Kind == quiz.ReviewEvent {
			e.Review = &review
		}
		if look != nil || k.hasFoldedBody() {
			if err := e.DecodeBody(body); err != nil {
				return fmt.Errorf("%w: event number %d: %w", errBadEvent, number, err)
			}
		}
		f := newFact(&e, k)
		f.number, f.order = number, h.devices[device].rank
		if i, ok := h.cards.index(card); ok {
			f.card = int32(i)
		}
		if look != nil {
			if f.card >= 0 && h.cards.ids[f.card].Face != "" {
				e.Card = h.cards.ids[f.card]
			}
			copy(e.ID[:], id)
			copy(e.With[:], first)
			e.Device = h.devices[device].name
			look(&e, body)
		}
		p.into[n] = f // a part holds as many as were counted in this transaction
		n++
		return nil
	}, p.after, p.to)
}
