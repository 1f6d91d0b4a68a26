package history

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"recto/quiz"
)

// settle folds the whole history and compares the cache with the result. It
// returns what differs, and with mend it also writes it. All events must be
// there; the cache may be of any age. Look, unless nil, is shown each event on
// the way, by several goroutines at once.
//
// The events are read once, on several connections, into a compact form, and
// then folded card by card on all processors; the result is what quiz.Place and
// quiz.FoldPlaced give, to the byte.
func (s *Store) settle(ctx context.Context, tx *conn, mend bool, look func(*quiz.Event, []byte)) (found differences, err error) {
	h, err := s.readWhole(ctx, tx, look)
	if err != nil {
		return found, err
	}
	if mend {
		if err := h.cards.number(ctx, tx); err != nil {
			return found, err
		}
	}
	models, err := h.models(s.models)
	if err != nil {
		return found, err
	}
	var want map[int64][]byte
	var folding sync.WaitGroup
	folding.Go(func() { want = h.fold(models) })
	err = h.settlePlaces(ctx, tx, mend, &found)
	folding.Wait()
	if err != nil {
		return found, err
	}
	return found, settleShelves(ctx, tx, want, mend, &found)
}

// differences are where the cache is not what the events fold to.
type differences struct {
	count int
	told  []string // the first of them, in words
}

func (d *differences) add(format string, args ...any) {
	if d.count++; d.count <= 20 {
		d.told = append(d.told, fmt.Sprintf(format, args...))
	}
}

// words returns the differences for people.
func (d *differences) words() []string {
	if more := d.count - len(d.told); more > 0 {
		return append(slices.Clone(d.told), fmt.Sprintf("and %d more", more))
	}
	return d.told
}

// number gives numbers to the cards that have none yet.
func (l *cardList) number(ctx context.Context, tx *conn) (err error) {
	for i := l.known; i < len(l.ids); i++ {
		if l.numbers[i], err = cardNumber(ctx, tx, l.ids[i]); err != nil {
			return err
		}
	}
	return nil
}

// models makes the memory model of each deck whose cards hold something.
func (h *whole) models(make quiz.Models) (map[string]quiz.Model, error) {
	models := map[string]quiz.Model{}
	for _, id := range h.cards.ids {
		if _, ok := models[id.Deck]; ok || id.Face == "" {
			continue
		}
		m, err := make(h.weights.For(id.Deck))
		if err != nil {
			return nil, fmt.Errorf("settings of deck %q: %w", id.Deck, err)
		}
		models[id.Deck] = m
	}
	return models, nil
}

// settlePlaces compares how the events are stored to be placed.
func (h *whole) settlePlaces(ctx context.Context, tx *conn, mend bool, found *differences) error {
	next := 0
	var wrong []uint32 // indexes of events
	// differ notes the events up to a number that are not stored as placed.
	pass := func(number int64) {
		for ; next < len(h.facts) && int64(h.facts[next].number) < number; next++ {
			wrong = append(wrong, uint32(next))
		}
	}
	if err := tx.each(ctx, allPlaced, func(scan func(...any) error) error {
		var number, time, undone, holder int64
		if err := scan(&number, &time, &undone, &holder); err != nil {
			return err
		}
		pass(number)
		if next == len(h.facts) || int64(h.facts[next].number) != number {
			return nil
		}
		f := &h.facts[next]
		if f.time != time || h.undone(f) != undone || h.holder(f) != holder {
			wrong = append(wrong, uint32(next))
		}
		next++
		return nil
	}); err != nil {
		return err
	}
	pass(1 << 62)
	for _, i := range wrong {
		f := &h.facts[i]
		found.add("event number %d is placed otherwise", f.number)
		if !mend {
			continue
		}
		if err := tx.exec(ctx, setPlaced, f.number, f.time, h.undone(f), null(h.holder(f))); err != nil {
			return err
		}
	}
	return nil
}

func (h *whole) undone(f *fact) int64 {
	if h.gone[f.number] {
		return 1
	}
	return 0
}

// holder returns the number of the card that holds an event, 0 for none.
func (h *whole) holder(f *fact) int64 {
	if f.card < 0 {
		return 0
	}
	return h.cards.numbers[f.card]
}

// fold folds the cards that have a number and returns the packed shelves.
func (h *whole) fold(models map[string]quiz.Model) map[int64][]byte {
	held, starts := h.byCard()
	shelves := map[int64][]int{} // the cards of each, by index
	for i, n := range h.cards.numbers {
		if n != 0 && h.cards.ids[i].Face != "" && starts[i] < starts[i+1] {
			shelves[n/shelfSize] = append(shelves[n/shelfSize], i)
		}
	}
	packedOf := make(map[int64][]byte, len(shelves))
	var mu sync.Mutex
	work := make(chan int64, 64)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			f := folder{whole: h}
			for n := range work {
				cards := shelf{}
				for _, i := range shelves[n] {
					id := h.cards.ids[i]
					if p := f.fold(held[starts[i]:starts[i+1]], models[id.Deck]); p != (quiz.Progress{}) {
						cards[h.cards.numbers[i]] = packed{id, p}
					}
				}
				if b := cards.pack(); len(b) > 0 {
					mu.Lock()
					packedOf[n] = b
					mu.Unlock()
				}
			}
		})
	}
	for n := range shelves {
		work <- n
	}
	close(work)
	workers.Wait()
	return packedOf
}

// byCard returns the indexes of the events that stand, card by card; those of
// card i are from starts[i] to starts[i+1].
func (h *whole) byCard() (held, starts []uint32) {
	starts = make([]uint32, len(h.cards.ids)+2)
	stands := func(f *fact) bool { return f.card >= 0 && !h.gone[f.number] }
	n := 0
	for i := range h.facts {
		if f := &h.facts[i]; stands(f) {
			starts[f.card+2]++
			n++
		}
	}
	for i := 2; i < len(starts); i++ {
		starts[i] += starts[i-1]
	}
	held = make([]uint32, n)
	for i := range h.facts {
		if f := &h.facts[i]; stands(f) {
			held[starts[f.card+1]] = uint32(i)
			starts[f.card+1]++
		}
	}
	return held, starts[:len(starts)-1]
}

// folder folds cards one after the other in the same room.
type folder struct {
	*whole
	events  []quiz.Event
	reviews []quiz.ReviewBody
}

// fold folds the events of one card, given by their indexes, which it sorts.
func (f *folder) fold(held []uint32, model quiz.Model) quiz.Progress {
	order := func(a, b uint32) int { return f.compare(&f.facts[a], &f.facts[b]) }
	if !slices.IsSortedFunc(held, order) {
		slices.SortFunc(held, order)
	}
	if len(held) > len(f.events) {
		f.events, f.reviews = make([]quiz.Event, 2*len(held)), make([]quiz.ReviewBody, 2*len(held))
	}
	for i, n := range held {
		f.facts[n].event(&f.events[i], &f.reviews[i])
	}
	return quiz.FoldCard(f.events[:len(held)], model)
}

// settleShelves compares the stored shelves with those that should be.
func settleShelves(ctx context.Context, tx *conn, want map[int64][]byte, mend bool, found *differences) error {
	all := map[int64]bool{}
	for n := range want {
		all[n] = true
	}
	if err := shelves(ctx, tx, func(n int64, cards []byte) error {
		if all[n] = !bytes.Equal(cards, want[n]); !all[n] {
			delete(all, n)
		}
		return nil
	}); err != nil {
		return err
	}
	order := make([]int64, 0, len(all))
	for n := range all {
		order = append(order, n)
	}
	slices.Sort(order)
	for _, n := range order {
		found.add("the progress of cards %d to %d is not what their events fold to", n*shelfSize, (n+1)*shelfSize-1)
		if !mend {
			continue
		}
		if err := storeShelf(ctx, tx, n, want[n]); err != nil {
			return err
		}
	}
	return nil
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
