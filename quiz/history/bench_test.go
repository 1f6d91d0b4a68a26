package history_test

import (
	"bytes"
	"fmt"
	"slices"
	"testing"
	"time"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
	"recto/quiz/history"
	"recto/quiz/history/historytest"
)

// large returns a history of 10,000 cards and 100,000 reviews, as imported
// from another device.
func large(b *testing.B) string {
	b.Helper()
	at := newFile()(b)
	s := historytest.Open(b, at)
	var lines bytes.Buffer
	for n := range 100_000 {
		e := historytest.Review(fmt.Sprintf("~%016d", n%10_000), 20000+quiz.Day(n/10_000*3), quiz.Good)
		e.Device, e.Sequence = "0123456789abcdef0123456789abcdef", int64(n+1)
		lines.Write(append(e.AppendJSON(nil), '\n'))
	}
	if _, err := s.Import(b.Context(), &lines); err != nil {
		b.Fatal(err)
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	return at
}

// BenchmarkCommit rates cards of a large history one by one, each on the disk
// before the next, and reports the median.
func BenchmarkCommit(b *testing.B) {
	s := historytest.Open(b, large(b))
	var times []time.Duration
	n := 0
	for b.Loop() {
		e := historytest.Review(fmt.Sprintf("~%016d", n*7%10_000), 20050, quiz.Good)
		n++
		start := time.Now()
		if err := s.Commit(b.Context(), e); err != nil {
			b.Fatal(err)
		}
		times = append(times, time.Since(start))
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "median-ms")
	b.ReportMetric(float64(times[len(times)*99/100].Microseconds())/1000, "p99-ms")
}

// BenchmarkOpenProgress opens a large history and reads the progress of all
// its cards, as a look at what is due does.
func BenchmarkOpenProgress(b *testing.B) {
	at := large(b)
	for b.Loop() {
		s, err := history.OpenReadOnly(b.Context(), at, fsrs.Models)
		if err != nil {
			b.Fatal(err)
		}
		all, err := s.Progress(b.Context())
		if err != nil || len(all) != 10_000 {
			b.Fatalf("%d cards, %v", len(all), err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkProgressOfDeck reads the progress of the 10,000 cards of one deck.
func BenchmarkProgressOfDeck(b *testing.B) {
	s := historytest.Open(b, large(b))
	ids := make([]decks.CardID, 10_000)
	for i := range ids {
		ids[i] = historytest.Card(fmt.Sprintf("~%016d", i))
	}
	for b.Loop() {
		if all, err := s.Progress(b.Context(), ids...); err != nil || len(all) != len(ids) {
			b.Fatalf("%d cards, %v", len(all), err)
		}
	}
}

// BenchmarkVerify checks and folds a whole large history.
func BenchmarkVerify(b *testing.B) {
	s := historytest.Open(b, large(b))
	for b.Loop() {
		if report, err := s.Verify(b.Context()); err != nil || !report.Sound() {
			b.Fatalf("%+v, %v", report, err)
		}
	}
}
