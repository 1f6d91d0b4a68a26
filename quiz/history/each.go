package history

import (
	"context"
	"runtime"
	"sync"

	"recto/decks"
	"recto/quiz"
)

// Each hands over the progress of every card that has any, in no order that
// means anything: what Progress returns, for who needs no map of it. Several
// goroutines unpack what is read, and each is called by one at a time.
func (s *Store) Each(ctx context.Context, each func(decks.CardID, *quiz.Progress)) error {
	type read struct {
		shelf int64
		cards []byte
	}
	reads := make(chan []read, 8)
	var mu sync.Mutex
	var workers sync.WaitGroup
	var failed error
	for range max(2, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			var cards []packed
			for batch := range reads {
				cards = cards[:0]
				var err error
				for _, r := range batch {
					if err == nil {
						err = unpack(r.shelf, r.cards, func(_ int64, c packed) { cards = append(cards, c) })
					}
				}
				mu.Lock()
				for i := range cards {
					each(cards[i].id, &cards[i].progress)
				}
				if err != nil {
					failed = err
				}
				mu.Unlock()
			}
		})
	}
	err := s.read(ctx, func(tx *conn) error {
		var batch []read
		err := shelves(ctx, tx, func(n int64, cards []byte) error {
			if batch = append(batch, read{n, append([]byte(nil), cards...)}); len(batch) == 32 {
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
