package history_test

import (
	"path/filepath"
	"sync"
	"testing"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
	"recto/quiz/history"
	"recto/quiz/history/historytest"
)

// Goroutines take turns: a screen reads what another one writes.
func TestTurns(t *testing.T) {
	s, err := history.Open(t.Context(), filepath.Join(t.TempDir(), "history.sqlite"), fsrs.Models)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var all sync.WaitGroup
	const each = 20
	for i := range 4 {
		card := decks.CardID{Deck: "geo", Question: string(rune('a' + i)), Face: decks.AskFace}
		all.Go(func() {
			for n := range each {
				e := quiz.Event{ID: historytest.NewID(), At: int64(20_000*86_400_000 + n), Kind: quiz.FlagEvent, Card: card, Flag: 1 + n%7}
				if err := s.Commit(t.Context(), e); err != nil {
					t.Error(err)
				}
				if p, err := s.Progress(t.Context(), card); err != nil || p[card].Flag != 1+n%7 {
					t.Errorf("%v: flag %d, %v", card, p[card].Flag, err)
				}
			}
		})
	}
	all.Wait()
}
