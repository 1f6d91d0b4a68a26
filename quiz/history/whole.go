package history

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"recto/quiz"
)

// whole is a whole history in memory, 48 bytes an event and no more: what it
// takes to place and fold two million events beside a program that runs.
type whole struct {
	facts   []fact // in the order of numbers
	cards   cardList
	devices map[int64]device
	gone    map[uint32]bool // numbers of the events that are taken back
	moves   moves
	weights quiz.Weights
	rare    []row // relink and settings events
}

// device is a device by its number.
type device struct {
	name string
	rank uint32 // by name
}

// fact is an event as placing and folding need it.
type fact struct {
	at     int64 // unix ms
	time   int64 // effective, unix ms; until setTimes the sequence
	due    int64 // of a review or a due, unix ms
	number uint32
	order  uint32 // by device, sequence and id; until setTimes the rank of the device
	card   int32  // index of its subject, later of its holder; -1 for none
	day    int32  // of a review; of a bury the day, of a flag which
	dueDay int32  // of a review or a due
	step   uint16
	kind   kind
	rated  uint8 // rating and state of a review
}

// kind is a quiz.EventKind in a byte; 0 is one that is unknown.
type kind uint8

var kinds = [...]quiz.EventKind{1: quiz.SeenEvent, quiz.ReviewEvent, quiz.UndoEvent, quiz.RelinkEvent, quiz.SuspendEvent,
	quiz.UnsuspendEvent, quiz.BuryEvent, quiz.FlagEvent, quiz.ResetEvent, quiz.SettingsEvent, quiz.DueEvent}

// kindNamed returns the kind of a name, and the name as it is, without a copy.
func kindNamed(name []byte) (kind, quiz.EventKind) {
	for i, k := range kinds {
		if string(k) == string(name) {
			return kind(i), k
		}
	}
	return 0, quiz.EventKind(name)
}

// hasFoldedBody reports whether the fold reads the body of such an event.
func (k kind) hasFoldedBody() bool {
	switch kinds[k] {
	case quiz.ReviewEvent, quiz.BuryEvent, quiz.FlagEvent, quiz.DueEvent:
		return true
	}
	return false
}

// newFact returns the fact of an event; what places it is not set yet.
func newFact(e *quiz.Event, k kind) fact {
	f := fact{at: e.At, time: e.Sequence, card: -1, kind: k}
	switch e.Kind {
	case quiz.ReviewEvent:
		r := e.Review
		f.due, f.day, f.dueDay = r.Due, int32(r.Day), int32(r.DueDay)
		f.step, f.rated = uint16(r.Step), uint8(r.Rating)<<2|uint8(r.State)
	case quiz.DueEvent:
		f.due, f.dueDay = e.Due.Due, int32(e.Due.DueDay)
	case quiz.BuryEvent:
		f.day = int32(e.Bury)
	case quiz.FlagEvent:
		f.day = int32(e.Flag)
	}
	return f
}

// event sets e to what quiz.FoldCard needs of the event; r is its review.
func (f *fact) event(e *quiz.Event, r *quiz.ReviewBody) {
	*e = quiz.Event{At: f.at, Kind: kinds[f.kind]}
	switch e.Kind {
	case quiz.ReviewEvent:
		*r = quiz.ReviewBody{Rating: quiz.Rating(f.rated >> 2), State: quiz.State(f.rated & 3), Step: int(f.step),
			Day: quiz.Day(f.day), Due: f.due, DueDay: quiz.Day(f.dueDay)}
		e.Review = r
	case quiz.DueEvent:
		e.Due = &quiz.Due{Due: f.due, DueDay: quiz.Day(f.dueDay)}
	case quiz.BuryEvent:
		e.Bury = quiz.Day(f.day)
	case quiz.FlagEvent:
		e.Flag = int(f.day)
	}
}

// readWhole reads the whole history of a transaction and places its events.
// Look, unless nil, is shown each event, by several goroutines at once.
func (s *Store) readWhole(ctx context.Context, tx *conn, look func(*quiz.Event, []byte)) (*whole, error) {
	h := &whole{gone: map[uint32]bool{}}
	if err := h.readNames(ctx, tx); err != nil {
		return nil, err
	}
	if err := h.readRare(ctx, tx); err != nil {
		return nil, err
	}
	if err := s.readFacts(ctx, tx, h, look); err != nil {
		return nil, err
	}
	if err := h.setTimes(ctx, tx); err != nil {
		return nil, err
	}
	return h, h.settleRare(s.models)
}

// readNames reads devices and cards.
func (h *whole) readNames(ctx context.Context, tx *conn) (err error) {
	var names []string
	numbers := map[string]int64{}
	if err := tx.each(ctx, allDevices, func(scan func(...any) error) error {
		var n int64
		var name string
		err := scan(&n, &name)
		names, numbers[name] = append(names, name), n
		return err
	}); err != nil {
		return err
	}
	slices.Sort(names)
	h.devices = make(map[int64]device, len(names))
	for i, name := range names {
		h.devices[numbers[name]] = device{name, uint32(i)}
	}
	h.cards, err = readCards(ctx, tx)
	return err
}

// readRare reads the events that reach beyond one card, and which events are
// taken back.
func (h *whole) readRare(ctx context.Context, tx *conn) error {
	var undos []quiz.Event
	for _, k := range []quiz.EventKind{quiz.UndoEvent, quiz.RelinkEvent, quiz.SettingsEvent} {
		if err := rows(ctx, tx, byKind, func(r row) error {
			r.body = nil
			if k == quiz.UndoEvent {
				undos = append(undos, r.event)
			} else {
				h.rare = append(h.rare, r)
			}
			return nil
		}, string(k)); err != nil {
			return err
		}
	}
	for id := range quiz.Undone(undos) {
		var number uint32
		var kind string
		err := tx.one(ctx, getKind, []any{id[:]}, []any{&number, &kind})
		if err == nil && kind != string(quiz.SeenEvent) {
			h.gone[number] = true
		}
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
	}
	return nil
}
