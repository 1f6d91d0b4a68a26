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
// device's times, as quiz.Place does. The events of a device mostly stand in
// the order of its sequence; where they do not, they are sorted.
func (h *whole) setTimes(ctx context.Context, tx *conn) error {
	type last struct {
		sequence, time int64
		mixed          bool
	}
	lasts := make([]last, len(h.devices))
	for i := range h.facts {
		f := &h.facts[i]
		l := &lasts[f.device]
		l.mixed = l.mixed || f.sequence <= l.sequence
		l.sequence, l.time = f.sequence, max(l.time, f.at)
		f.time = l.time
	}
	mixed := map[uint32][]uint32{}
	for i := range h.facts {
		if d := h.facts[i].device; lasts[d].mixed {
			mixed[d] = append(mixed[d], uint32(i))
		}
	}
	for _, events := range mixed {
		if err := h.setTimesOf(ctx, tx, events); err != nil {
			return err
		}
	}
	return nil
}

// setTimesOf is setTimes of one device, given the indexes of its events.
func (h *whole) setTimesOf(ctx context.Context, tx *conn, events []uint32) error {
	slices.SortFunc(events, func(a, b uint32) int { return cmp.Compare(h.facts[a].sequence, h.facts[b].sequence) })
	for from := 0; from < len(events); {
		to := from + 1
		for to < len(events) && h.facts[events[to]].sequence == h.facts[events[from]].sequence {
			to++
		}
		if twins := events[from:to]; len(twins) > 1 { // of a copied file: the ids decide
			for _, i := range twins {
				if err := h.readID(ctx, tx, h.facts[i].number); err != nil {
					return err
				}
			}
			slices.SortFunc(twins, func(a, b uint32) int { return h.byID(&h.facts[a], &h.facts[b]) })
		}
		from = to
	}
	var time int64
	for _, i := range events {
		time = max(time, h.facts[i].at)
		h.facts[i].time = time
	}
	return nil
}

// readID remembers the id of an event that another one shares all else with.
func (h *whole) readID(ctx context.Context, tx *conn, number uint32) error {
	var b []byte
	if err := tx.one(ctx, getID, []any{number}, []any{&b}); err != nil {
		return fmt.Errorf("event number %d: %w", number, err)
	}
	var id quiz.EventID
	copy(id[:], b)
	h.ids[number] = id
	return nil
}

func (h *whole) byID(a, b *fact) int {
	x, y := h.ids[a.number], h.ids[b.number]
	return bytes.Compare(x[:], y[:])
}

// compare compares two events by their order.
func (h *whole) compare(a, b *fact) int {
	if a.time != b.time {
		return cmp.Compare(a.time, b.time)
	}
	return cmp.Or(cmp.Compare(a.device, b.device), cmp.Compare(a.sequence, b.sequence), h.byID(a, b))
}

// fact returns the fact of the event with a number.
func (h *whole) fact(number int64) *fact {
	i, ok := slices.BinarySearchFunc(h.facts, number, func(f fact, n int64) int { return cmp.Compare(int64(f.number), n) })
	if !ok {
		return nil
	}
	return &h.facts[i]
}
