package history

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"

	"recto/quiz"
)

// setTimes gives each event its effective time, the running maximum of its
// device's times, and its place in the order by device, sequence and id: what
// quiz.Place does. The events of a device mostly stand in the order of its
// sequence; where they do not, they are sorted.
func (h *whole) setTimes(ctx context.Context, tx *conn) error {
	type device struct {
		sequence, time int64
		mixed          []uint32 // indexes of its events, when they are not in order
		count, order   uint32
		isMixed        bool
	}
	devices := make([]device, len(h.devices))
	for i := range h.facts {
		f := &h.facts[i]
		d := &devices[f.order]
		d.isMixed = d.isMixed || f.time <= d.sequence
		d.sequence = f.time
		d.count++
	}
	var before uint32
	for i := range devices {
		devices[i].order = before
		before += devices[i].count
	}
	for i := range h.facts {
		f := &h.facts[i]
		d := &devices[f.order]
		if d.isMixed {
			d.mixed = append(d.mixed, uint32(i))
			continue
		}
		d.time = max(d.time, f.at)
		f.time, f.order = d.time, d.order
		d.order++
	}
	for _, d := range devices {
		if err := h.setTimesOf(ctx, tx, d.mixed, d.order); err != nil {
			return err
		}
	}
	return nil
}

// setTimesOf is setTimes of one device, given the indexes of its events and
// the place of the first in the order.
func (h *whole) setTimesOf(ctx context.Context, tx *conn, events []uint32, order uint32) error {
	sequence := func(i uint32) int64 { return h.facts[i].time }
	slices.SortFunc(events, func(a, b uint32) int { return cmp.Compare(sequence(a), sequence(b)) })
	for from := 0; from < len(events); {
		to := from + 1
		for to < len(events) && sequence(events[to]) == sequence(events[from]) {
			to++
		}
		if twins := events[from:to]; len(twins) > 1 {
			if err := h.sortByID(ctx, tx, twins); err != nil {
				return err
			}
		}
		from = to
	}
	var time int64
	for _, i := range events {
		f := &h.facts[i]
		time = max(time, f.at)
		f.time, f.order = time, order
		order++
	}
	return nil
}

// sortByID sorts events of one device and sequence, as a copied file has them.
func (h *whole) sortByID(ctx context.Context, tx *conn, events []uint32) error {
	ids := make(map[uint32]quiz.EventID, len(events))
	for _, i := range events {
		var b []byte
		if err := tx.one(ctx, getID, []any{h.facts[i].number}, []any{&b}); err != nil {
			return fmt.Errorf("event number %d: %w", h.facts[i].number, err)
		}
		var id quiz.EventID
		copy(id[:], b)
		ids[i] = id
	}
	slices.SortFunc(events, func(a, b uint32) int {
		x, y := ids[a], ids[b]
		return bytes.Compare(x[:], y[:])
	})
	return nil
}

// compare compares two events by their order.
func (h *whole) compare(a, b *fact) int {
	if a.time != b.time {
		return cmp.Compare(a.time, b.time)
	}
	return cmp.Compare(a.order, b.order)
}

// fact returns the fact of the event with a number; there is one.
func (h *whole) fact(number int64) *fact {
	i, _ := slices.BinarySearchFunc(h.facts, number, func(f fact, n int64) int { return cmp.Compare(int64(f.number), n) })
	return &h.facts[i]
}
