package history

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"maps"
	"reflect"
	"slices"

	"recto/decks"
	"recto/quiz"
)

// touch is what a transaction has added to a history whose cache was up to
// date, and which cards it touches. It leaves the cache as a fold of everything
// would.
type touch struct {
	*writer
	before  quiz.Weights   // that held before
	relinks []quiz.Relink  // that came, or stand again, or do not any more
	cards   map[int64]bool // numbers of the cards to fold anew
}

// fold brings the cache up to date after what w has added.
func (s *Store) fold(ctx context.Context, w *writer) error {
	if len(w.added) == 0 {
		return nil
	}
	isFew, err := s.foldTouched(ctx, w)
	if err == nil && !isFew {
		_, err = s.settle(ctx, w.tx, true, nil)
	}
	return err
}

// foldTouched folds the cards that the added events touch. It reports false
// when only a fold of everything can tell them, or takes less time.
func (s *Store) foldTouched(ctx context.Context, w *writer) (isFew bool, err error) {
	if slices.ContainsFunc(w.added, func(a added) bool { return !a.own }) {
		return false, nil
	}
	t := &touch{writer: w, cards: map[int64]bool{}}
	if t.before, err = weights(ctx, w.tx, anyModel); err != nil {
		return false, err
	}
	if err := t.place(ctx); err != nil {
		return false, err
	}
	if err := t.takeBack(ctx); err != nil {
		return false, err
	}
	if isFew, err := t.move(ctx); !isFew || err != nil {
		return false, err
	}
	after := t.before
	if slices.ContainsFunc(w.added, func(a added) bool { return a.event.Kind == quiz.UndoEvent || a.event.Kind == quiz.SettingsEvent }) {
		if after, err = weights(ctx, w.tx, s.models); err != nil { // what came may be parameters that none knows
			return false, err
		}
	}
	if isFew, err := t.reweigh(ctx, after); !isFew || err != nil {
		return false, err
	}
	return true, s.refold(ctx, w.tx, t.cards, after)
}

// anyModel takes any weights.
func anyModel([]float64) (quiz.Model, error) { return nil, nil }

// place places the added events as the last ones of this device.
func (t *touch) place(ctx context.Context) error {
	var last int64 // the time of the last event before these
	if err := t.tx.one(ctx, lastTime, nil, []any{&last}); err != nil {
		return err
	}
	for _, a := range t.added {
		t.time = max(t.time, a.event.At)
		if err := t.tx.exec(ctx, setPlaced, a.number, t.time, 0, null(a.card)); err != nil {
			return err
		}
		switch {
		case a.event.Kind == quiz.RelinkEvent:
			t.relinks = append(t.relinks, a.event.Relink...)
		case a.event.Card.Deck != "":
			t.cards[a.card] = true
			if t.time > last {
				continue
			}
			if err := t.movedLater(ctx, a.event); err != nil {
				return err
			}
		}
	}
	return nil
}

// movedLater notes the relinks that stand after an event in the order, as those
// of a device with a clock ahead do, and move its card.
func (t *touch) movedLater(ctx context.Context, e quiz.Event) error {
	here := row{event: e, time: t.time}
	return rows(ctx, t.tx, relinksSince, func(r row) error {
		for _, pair := range r.event.Relink {
			if pair.From == e.Card && compareRows(r, here) > 0 {
				t.relinks = append(t.relinks, pair)
			}
		}
		return nil
	}, t.time)
}

// takeBack marks what the added undos take back. Only an undo that names an
// undo has a say beyond the events it names.
func (t *touch) takeBack(ctx context.Context) error {
	var gone []quiz.EventID
	for _, a := range t.added {
		for _, id := range a.event.Undo {
			var number int64
			var kind string
			err := t.tx.one(ctx, getKind, []any{id[:]}, []any{&number, &kind})
			if errors.Is(err, sql.ErrNoRows) {
				continue // it may still come from another device
			}
			if err != nil {
				return err
			}
			if quiz.EventKind(kind) == quiz.UndoEvent {
				return t.takeBackUndos(ctx)
			}
			gone = append(gone, id)
		}
	}
	for _, id := range gone {
		if err := t.mark(ctx, id, true); err != nil {
			return err
		}
	}
	return nil
}

// takeBackUndos compares what all undos took back before with what they do now.
func (t *touch) takeBackUndos(ctx context.Context) error {
	var before, now []quiz.Event
	if err := rows(ctx, t.tx, byKind, func(r row) error {
		if now = append(now, r.event); r.number < t.added[0].number {
			before = append(before, r.event)
		}
		return nil
	}, string(quiz.UndoEvent)); err != nil {
		return err
	}
	was, is := quiz.Undone(before), quiz.Undone(now)
	for id := range was {
		if !is[id] {
			if err := t.mark(ctx, id, false); err != nil {
				return err
			}
		}
	}
	for id := range is {
		if !was[id] {
			if err := t.mark(ctx, id, true); err != nil {
				return err
			}
		}
	}
	return nil
}

// mark marks an event as undone, or as one that stands, and notes what that
// touches.
func (t *touch) mark(ctx context.Context, id quiz.EventID, undone bool) error {
	var found *row
	if err := rows(ctx, t.tx, byID, func(r row) error { found = &r; return nil }, id[:]); err != nil {
		return err
	}
	if found == nil || found.event.Kind == quiz.SeenEvent || (found.undone == 1) == undone {
		return nil
	}
	if found.holder != 0 {
		t.cards[found.holder] = true
	}
	t.relinks = append(t.relinks, found.event.Relink...)
	return t.tx.exec(ctx, setUndone, undone, found.number)
}

// manyCards is from how many cards on, when they are a fifth of all, everything
// is folded instead.
const manyCards = 200

// move follows the events that relinks which came or went may have moved. It
// reports false when they are too many.
func (t *touch) move(ctx context.Context) (isFew bool, err error) {
	if len(t.relinks) == 0 {
		return true, nil
	}
	var all, standing []row
	if err := rows(ctx, t.tx, byKindInOrder, func(r row) error {
		if all = append(all, r); r.undone == 0 {
			standing = append(standing, r)
		}
		return nil
	}, string(quiz.RelinkEvent)); err != nil {
		return false, err
	}
	var ends []decks.CardID
	for _, pair := range t.relinks {
		ends = append(ends, pair.From, pair.To)
	}
	reached := reach(ends, all)
	if isFew, err := t.areFew(ctx, len(reached)); !isFew || err != nil {
		return false, err
	}
	m := newMoves(standing)
	for _, id := range slices.SortedFunc(maps.Keys(reached), compareCards) {
		if err := t.moveFrom(ctx, id, &m); err != nil {
			return false, err
		}
	}
	return true, nil
}

func compareCards(a, b decks.CardID) int {
	return cmp.Or(cmp.Compare(a.Deck, b.Deck), cmp.Compare(a.Question, b.Question), cmp.Compare(a.Face, b.Face))
}

// moveFrom gives the events that a card holds to those that hold them now.
func (t *touch) moveFrom(ctx context.Context, id decks.CardID, m *moves) error {
	var card int64
	err := t.tx.one(ctx, getCard, []any{id.Deck, id.Question, string(id.Face)}, []any{&card})
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	moved := map[int64]decks.CardID{} // numbers of events
	if err := rows(ctx, t.tx, heldBy, func(r row) error {
		if to := m.holder(r.event.Card, func(step *move) bool { return compareRows(step.row, r) < 0 }); to != id {
			moved[r.number] = to
		}
		return nil
	}, card); err != nil {
		return err
	}
	for _, event := range slices.Sorted(maps.Keys(moved)) {
		holder, err := cardNumber(ctx, t.tx, moved[event])
		if err != nil {
			return err
		}
		if err := t.tx.exec(ctx, setHolder, holder, event); err != nil {
			return err
		}
		t.cards[card], t.cards[holder] = true, true
	}
	return nil
}

// reweigh notes the cards whose parameters are others now. It reports false
// when they are too many.
func (t *touch) reweigh(ctx context.Context, after quiz.Weights) (isFew bool, err error) {
	if reflect.DeepEqual(t.before, after) {
		return t.areFew(ctx, len(t.cards))
	}
	var names []string
	if err := t.tx.each(ctx, allDecks, func(scan func(...any) error) error {
		var deck string
		err := scan(&deck)
		if !slices.Equal(t.before.For(deck), after.For(deck)) {
			names = append(names, deck)
		}
		return err
	}); err != nil {
		return false, err
	}
	for _, deck := range names {
		if err := t.tx.each(ctx, cardsOfDeck, func(scan func(...any) error) error {
			var n int64
			err := scan(&n)
			t.cards[n] = true
			return err
		}, deck); err != nil {
			return false, err
		}
	}
	return t.areFew(ctx, len(t.cards))
}

// areFew reports whether folding n cards takes less time than folding all.
func (t *touch) areFew(ctx context.Context, n int) (bool, error) {
	if n < manyCards {
		return true, nil
	}
	var all int
	err := t.tx.one(ctx, countCards, nil, []any{&all})
	return n < all/5, err
}
