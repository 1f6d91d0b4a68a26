package history_test

import (
	"fmt"
	"testing"
	"time"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/history/historytest"
)

// BenchmarkSeenInDeck reads what the 10,000 questions of a deck said last. The
// metric "x-progress" is its time as a multiple of reading their progress.
func BenchmarkSeenInDeck(b *testing.B) {
	s := historytest.Open(b, b.TempDir()+"/history.db")
	var events []quiz.Event
	for i := range 10_000 {
		id := fmt.Sprintf("question-%d", i)
		events = append(events,
			quiz.Event{ID: historytest.NewID(), At: 1000, Kind: quiz.SeenEvent, Seen: &quiz.Seen{
				Deck: "geo", Question: id, Path: "/home/learner/decks/geo.toml", Title: "Geography",
				Text: fmt.Sprintf("What is the name of place number %d on the long list?", i), Answers: []string{fmt.Sprint("Place ", i)},
				Gaps: []string{}, Faces: []decks.Face{"ask"}}},
			historytest.Review(id, 20000, quiz.Good))
	}
	if err := s.Commit(b.Context(), events...); err != nil {
		b.Fatal(err)
	}
	var seen, progress time.Duration
	for b.Loop() {
		start := time.Now()
		all, err := s.SeenInDeck(b.Context(), "geo")
		if err != nil || len(all) != 10_000 {
			b.Fatal(len(all), err)
		}
		seen += time.Since(start)
		start = time.Now()
		if _, err := s.Progress(b.Context()); err != nil {
			b.Fatal(err)
		}
		progress += time.Since(start)
	}
	b.ReportMetric(float64(seen)/float64(progress), "x-progress")
}
