package history

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"iter"
	"slices"

	"recto/decks"
	"recto/quiz"
)

// fewCards is up to how many cards are looked up one by one; more are picked
// out of all.
const fewCards = 100

// Progress returns the progress of the cards that have any; of all cards when
// no id is given.
func (s *Store) Progress(ctx context.Context, ids ...decks.CardID) (map[decks.CardID]quiz.Progress, error) {
	all := map[decks.CardID]quiz.Progress{}
	err := s.read(ctx, func(tx *conn) error {
		if len(ids) > 0 && len(ids) <= fewCards {
			return progressOf(ctx, tx, ids, all)
		}
		var n int
		if err := tx.one(ctx, countShelves, nil, []any{&n}); err != nil {
			return err
		}
		if all = make(map[decks.CardID]quiz.Progress, n*shelfSize); n == 0 {
			return nil
		}
		wanted := make(map[decks.CardID]bool, len(ids))
		for _, id := range ids {
			wanted[id] = true
		}
		return shelves(ctx, tx, func(n int64, cards []byte) error {
			return unpack(n, cards, func(_ int64, c packed) {
				if len(wanted) == 0 || wanted[c.id] {
					all[c.id] = c.progress
				}
			})
		})
	})
	return all, err
}

// progressOf looks cards up one by one.
func progressOf(ctx context.Context, tx *conn, ids []decks.CardID, all map[decks.CardID]quiz.Progress) error {
	for _, id := range ids {
		var number int64
		var cards []byte
		err := tx.one(ctx, getCard, []any{id.Deck, id.Question, string(id.Face)}, []any{&number})
		if err == nil {
			err = tx.one(ctx, getShelf, []any{number / shelfSize}, []any{&cards})
		}
		if errors.Is(err, sql.ErrNoRows) {
			continue
		}
		if err != nil {
			return err
		}
		if err := unpack(number/shelfSize, cards, func(n int64, c packed) {
			if n == number {
				all[id] = c.progress
			}
		}); err != nil {
			return err
		}
	}
	return nil
}

// page is how many events are read at a time, so that the caller may use the
// store between them.
const page = 500

// Events yields the events after a cursor in the order they were stored,
// undone ones too. The error of a failed read comes last.
func (s *Store) Events(ctx context.Context, since quiz.Cursor) iter.Seq2[quiz.Event, error] {
	return func(yield func(quiz.Event, error) bool) {
		after := int64(since)
		for {
			events := make([]quiz.Event, 0, page)
			err := s.read(ctx, func(tx *conn) error {
				return rows(ctx, tx, byNumber, func(r row) error {
					events, after = append(events, r.event), r.number
					return nil
				}, after, page)
			})
			for _, e := range events {
				if !yield(e, nil) {
					return
				}
			}
			if err != nil {
				yield(quiz.Event{}, err)
				return
			}
			if len(events) < page {
				return
			}
		}
	}
}

// EventsOf returns the events with some ids, in the order they were stored; an
// id of none is passed over.
func (s *Store) EventsOf(ctx context.Context, ids ...quiz.EventID) ([]quiz.Event, error) {
	var found []row
	err := s.read(ctx, func(tx *conn) error {
		for _, id := range ids {
			if err := rows(ctx, tx, byID, func(r row) error { found = append(found, r); return nil }, id[:]); err != nil {
				return err
			}
		}
		return nil
	})
	slices.SortFunc(found, func(a, b row) int { return cmp.Compare(a.number, b.number) })
	events := make([]quiz.Event, len(found))
	for i, r := range found {
		events[i] = r.event
	}
	return events, err
}

// Seen returns what a question said last, false when it never was seen.
func (s *Store) Seen(ctx context.Context, deck, question string) (seen quiz.Seen, ok bool, err error) {
	err = s.read(ctx, func(tx *conn) error {
		var body []byte
		err := tx.one(ctx, lastSeen, []any{deck, question}, []any{&body})
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		e := quiz.Event{Kind: quiz.SeenEvent}
		if err := e.DecodeBody(body); err != nil {
			return err
		}
		seen, ok = *e.Seen, true
		return nil
	})
	return seen, ok, err
}

// SeenInDeck returns what each question of a deck said last, in the order in
// which they were seen first.
func (s *Store) SeenInDeck(ctx context.Context, deck string) (all []quiz.Seen, err error) {
	err = s.read(ctx, func(tx *conn) error {
		var number, last int64
		var body sql.RawBytes
		return tx.each(ctx, seenInDeck, func(scan func(...any) error) error {
			if err := scan(&number, &body); err != nil {
				return err
			}
			if number == last { // said before
				return nil
			}
			last = number
			e := quiz.Event{Kind: quiz.SeenEvent}
			if err := e.DecodeBody(body); err != nil {
				return err
			}
			all = append(all, *e.Seen)
			return nil
		}, deck)
	})
	return all, err
}

// Relinks returns the relinks of the history in their order, those that were
// taken back too.
func (s *Store) Relinks(ctx context.Context) (all []quiz.Placed, err error) {
	err = s.read(ctx, func(tx *conn) error {
		return rows(ctx, tx, byKindInOrder, func(r row) error {
			all = append(all, quiz.Placed{Event: r.event, Time: r.time, Undone: r.undone == 1})
			return nil
		}, string(quiz.RelinkEvent))
	})
	return all, err
}

// LastActions returns up to n actions that still stand, the latest first: each
// is the ids of the events that an undo has to name.
func (s *Store) LastActions(ctx context.Context, n int) ([][]quiz.EventID, error) {
	var actions [][]quiz.EventID
	err := s.read(ctx, func(tx *conn) error {
		leaders, err := lastLeaders(ctx, tx, n)
		if err != nil {
			return err
		}
		for _, id := range leaders {
			var ids []quiz.EventID
			if err := rows(ctx, tx, byAction, func(r row) error {
				ids = append(ids, r.event.ID)
				return nil
			}, id[:], id[:]); err != nil {
				return err
			}
			actions = append(actions, ids)
		}
		return nil
	})
	return actions, err
}

// lastLeaders returns the ids that name the last n actions.
func lastLeaders(ctx context.Context, tx *conn, n int) (ids []quiz.EventID, err error) {
	if n <= 0 {
		return nil, nil
	}
	known := map[quiz.EventID]bool{}
	enough := errors.New("enough")
	err = tx.each(ctx, lastActions, func(scan func(...any) error) error {
		if len(ids) == n {
			return enough
		}
		var b sql.RawBytes
		if err := scan(&b); err != nil {
			return err
		}
		var id quiz.EventID
		copy(id[:], b)
		if !known[id] {
			known[id] = true
			ids = append(ids, id)
		}
		return nil
	})
	if errors.Is(err, enough) {
		err = nil
	}
	return ids, err
}

// LastTime returns the latest time of any event in unix ms, 0 when there is
// none. A clock more than a day before it is wrong now, or was then.
func (s *Store) LastTime(ctx context.Context) (ms int64, err error) {
	err = s.read(ctx, func(tx *conn) error {
		return tx.one(ctx, lastTime, nil, []any{&ms})
	})
	return ms, err
}

// Device returns the name of the device that this file is.
func (s *Store) Device(ctx context.Context) (name string, err error) {
	err = s.read(ctx, func(tx *conn) error {
		var number int64
		return tx.one(ctx, getSelf, nil, []any{&number, &name})
	})
	return name, err
}
