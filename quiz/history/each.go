package history

import (
	"context"
	"runtime"
	"sync"

	"recto/decks"
	"recto/quiz"
)

// Believed is what is believed about a card.
type Believed struct {
	Card     decks.CardID
	Progress quiz.Progress
}

// readAhead is how many batches may wait while who takes them is not ready yet:
// those of 130,000 cards.
const readAhead = 64

// Each hands over the progress of every card that has any, in no order that
// means anything: what Progress returns, for who needs no map of it. The cards
// come in batches, each card once, and several goroutines hand them over at the
// same time; a batch is the callee's until it returns.
func (s *Store) Each(ctx context.Context, each func([]Believed)) error {
	type read struct {
		shelf int64
		cards string
	}
	reads := make(chan []read, readAhead)
	var mu sync.Mutex
	var workers sync.WaitGroup
	var failed error
	for range max(2, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			var cards []Believed
			for batch := range reads {
				cards = cards[:0]
				var err error
				for _, r := range batch {
					if err == nil {
						err = unpackText(r.shelf, r.cards, func(_ int64, c packed) { cards = append(cards, Believed{c.id, c.progress}) })
					}
				}
				each(cards)
				if err != nil {
					mu.Lock()
					failed = err
					mu.Unlock()
				}
			}
		})
	}
	err := s.read(ctx, func(tx *conn) error {
		var batch []read
		err := shelves(ctx, tx, func(n int64, cards []byte) error {
			if batch = append(batch, read{n, string(cards)}); len(batch) == 32 {
				reads <- batch
				batch = nil
			}
			return nil
		})
		reads <- batch
		return err
	})
	close(reads)
	workers.Wait()
	if err == nil {
		err = failed
	}
	return err
}
