package history

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"slices"

	"recto/decks"
	"recto/quiz"
)

// settle folds the whole history and compares the cache with the result. It
// returns what differs, and with mend it also writes it. All events must be
// there; the cache may be of any age. Look is shown each event on the way.
func (s *Store) settle(ctx context.Context, tx *conn, mend bool, look func(row)) (differences []string, err error) {
	stored := map[quiz.EventID]row{}
	var events []quiz.Event
	if err := rows(ctx, tx, allEvents, func(r row) error {
		look(r)
		events = append(events, r.event)
		r.event, r.body = quiz.Event{}, nil
		stored[events[len(events)-1].ID] = r
		return nil
	}); err != nil {
		return nil, err
	}
	placed := quiz.Place(events)
	progress, err := quiz.FoldPlaced(placed, s.models)
	if err != nil {
		return nil, err
	}
	numbers, err := cardNumbers(ctx, tx)
	if err != nil {
		return nil, err
	}
	for _, p := range placed {
		was, want := stored[p.Event.ID], row{time: p.Time, undone: 0}
		if p.Undone {
			want.undone = 1
		}
		if p.Holder.Deck != "" {
			n, ok := numbers[p.Holder]
			if !ok && mend {
				if n, err = cardNumber(ctx, tx, p.Holder); err != nil {
					return nil, err
				}
				numbers[p.Holder] = n
			}
			want.holder = n
		}
		if was.time == want.time && was.undone == want.undone && was.holder == want.holder {
			continue
		}
		differences = append(differences, fmt.Sprintf("event %s is placed otherwise", p.Event.ID))
		if !mend {
			continue
		}
		if err := tx.exec(ctx, setPlaced, was.number, want.time, want.undone, null(want.holder)); err != nil {
			return nil, err
		}
	}
	more, err := settleShelves(ctx, tx, shelve(progress, numbers), mend)
	return append(differences, more...), err
}

// unseen is a look that sees nothing.
func unseen(row) {}

// cardNumbers returns the numbers of all cards.
func cardNumbers(ctx context.Context, tx *conn) (map[decks.CardID]int64, error) {
	numbers := map[decks.CardID]int64{}
	err := tx.each(ctx, allCards, func(scan func(...any) error) error {
		var id decks.CardID
		var n int64
		err := scan(&n, &id.Deck, &id.Question, &id.Face)
		numbers[id] = n
		return err
	})
	return numbers, err
}

// shelve returns the packed shelves of all progress. A card without a number
// stands on none.
func shelve(progress map[decks.CardID]quiz.Progress, numbers map[decks.CardID]int64) map[int64][]byte {
	shelves := map[int64]shelf{}
	for id, p := range progress {
		n, ok := numbers[id]
		if !ok {
			continue
		}
		if shelves[n/shelfSize] == nil {
			shelves[n/shelfSize] = shelf{}
		}
		shelves[n/shelfSize][n] = packed{id, p}
	}
	bytes := make(map[int64][]byte, len(shelves))
	for n, s := range shelves {
		bytes[n] = s.pack()
	}
	return bytes
}

// settleShelves compares the stored shelves with those that should be.
func settleShelves(ctx context.Context, tx *conn, want map[int64][]byte, mend bool) (differences []string, err error) {
	have := map[int64][]byte{}
	if err := shelves(ctx, tx, func(n int64, cards []byte) error {
		have[n] = bytes.Clone(cards)
		return nil
	}); err != nil {
		return nil, err
	}
	all := map[int64]bool{}
	for n := range want {
		all[n] = true
	}
	for n := range have {
		all[n] = true
	}
	order := make([]int64, 0, len(all))
	for n := range all {
		order = append(order, n)
	}
	slices.Sort(order)
	for _, n := range order {
		if bytes.Equal(have[n], want[n]) {
			continue
		}
		differences = append(differences, fmt.Sprintf("the progress of cards %d to %d is not what their events fold to",
			n*shelfSize, (n+1)*shelfSize-1))
		if !mend {
			continue
		}
		if err := storeShelf(ctx, tx, n, want[n]); err != nil {
			return nil, err
		}
	}
	return differences, nil
}

// shelves hands over every shelf; its bytes are the callee's until it returns.
func shelves(ctx context.Context, tx *conn, each func(n int64, cards []byte) error) error {
	var n int64
	var cards sql.RawBytes
	return tx.each(ctx, allShelves, func(scan func(...any) error) error {
		if err := scan(&n, &cards); err != nil {
			return err
		}
		return each(n, cards)
	})
}
