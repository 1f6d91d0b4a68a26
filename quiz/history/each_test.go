package history_test

import (
	"bytes"
	"fmt"
	"maps"
	"sync"
	"sync/atomic"
	"testing"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
	"recto/quiz/history"
	"recto/quiz/history/historytest"
)

// manyCards returns a history of n cards with a review each.
func manyCards(t testing.TB, n int) string {
	at := t.TempDir() + "/history.sqlite"
	s := historytest.Open(t, at)
	var lines bytes.Buffer
	for i := range n {
		e := historytest.Review(fmt.Sprintf("question-%d", i), 20000, quiz.Good)
		e.Device, e.Sequence = "0123456789abcdef0123456789abcdef", int64(i+1)
		lines.Write(append(e.AppendJSON(nil), '\n'))
	}
	if _, err := s.Import(t.Context(), &lines); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return at
}

// TestEach hands over what Progress returns, each card once.
func TestEach(t *testing.T) {
	for _, n := range []int{0, 1, 64, 5000} {
		s := historytest.Open(t, manyCards(t, n))
		want, err := s.Progress(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		got, times := map[decks.CardID]quiz.Progress{}, 0
		var mu sync.Mutex
		if err := s.Each(t.Context(), func(cards []history.Believed) {
			mu.Lock()
			defer mu.Unlock()
			for _, c := range cards {
				got[c.Card] = c.Progress
				times++
			}
		}); err != nil {
			t.Fatal(err)
		}
		if !maps.Equal(got, want) || times != len(want) || len(want) != n {
			t.Errorf("of %d cards %d were handed over %d times", n, len(got), times)
		}
	}
}

// BenchmarkEach reads the progress of 100,000 cards, the opening included.
func BenchmarkEach(b *testing.B) {
	at := manyCards(b, 100_000)
	for b.Loop() {
		s, err := history.OpenReadOnly(b.Context(), at, fsrs.Models)
		if err != nil {
			b.Fatal(err)
		}
		var n atomic.Int64
		if err := s.Each(b.Context(), func(cards []history.Believed) { n.Add(int64(len(cards))) }); err != nil || n.Load() != 100_000 {
			b.Fatal(n.Load(), err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
