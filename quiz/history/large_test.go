package history_test

import (
	"bufio"
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime/metrics"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"recto/quiz"
	"recto/quiz/fsrs"
	"recto/quiz/history"
	"recto/quiz/history/historytest"
)

// The benchmarks of this file run on a made-up history of 5,000 cards and
// 100,000 events. With RECTO_LARGE=1 it is the one of historytest.Large; when
// RECTO_LARGE is the path of a file, the large one is made there once and used
// again.

// shape returns how large the history of the benchmarks is.
func shape() historytest.Shape {
	if os.Getenv("RECTO_LARGE") != "" {
		return historytest.Large()
	}
	return historytest.Shape{Cards: 5000, Events: 100_000, Decks: 20, Devices: 3, Seed: 1}
}

// madeIn is the folder that makeOnce made, "" for none; TestMain takes it away.
var madeIn string

// makeOnce returns the file of the made-up history, which the first call makes.
var makeOnce = sync.OnceValues(func() (string, error) {
	path := os.Getenv("RECTO_LARGE")
	if path == "" || path == "1" {
		dir, err := os.MkdirTemp("", "recto-large-*")
		if err != nil {
			return "", err
		}
		madeIn, path = dir, filepath.Join(dir, "history.sqlite")
	} else if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	s, err := history.Open(context.Background(), path, fsrs.Models)
	if err != nil {
		return "", err
	}
	defer s.Close()
	_, err = s.Import(context.Background(), lines(shape()))
	return path, err
})

// lines returns a made-up history as lines.
func lines(shape historytest.Shape) io.Reader {
	r, w := io.Pipe()
	go func() {
		out := bufio.NewWriterSize(w, 1<<20)
		var line []byte
		for e := range historytest.Generate(shape) {
			line = append(e.AppendJSON(line[:0]), '\n')
			if _, err := out.Write(line); err != nil {
				break
			}
		}
		_ = w.CloseWithError(out.Flush())
	}()
	return r
}

// madeUp returns a copy of the made-up history, opened.
func madeUp(b *testing.B) *history.Store {
	b.Helper()
	from, err := makeOnce()
	if err != nil {
		b.Fatal(err)
	}
	to := filepath.Join(b.TempDir(), "history.sqlite")
	in, err := os.Open(from)
	if err != nil {
		b.Fatal(err)
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := io.Copy(out, in); err != nil {
		b.Fatal(err)
	}
	if err := out.Close(); err != nil {
		b.Fatal(err)
	}
	return historytest.Open(b, to)
}

// report tells the median and the 99th percentile of times.
func report(b *testing.B, times []time.Duration) {
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "median-ms")
	b.ReportMetric(float64(times[len(times)*99/100].Microseconds())/1000, "p99-ms")
}

// watchMemory returns a function that tells the most memory that the process
// held since, in MB: what Go has from the system and does not give back, and,
// where the system tells it, all of it.
func watchMemory(b *testing.B) func() {
	done, stopped := make(chan struct{}), make(chan struct{})
	var most uint64
	forget := []byte("5") // of what the process held at most
	_ = os.WriteFile("/proc/self/clear_refs", forget, 0)
	go func() {
		defer close(stopped)
		sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
		for {
			metrics.Read(sample)
			most = max(most, sample[0].Value.Uint64()-sample[1].Value.Uint64())
			select {
			case <-done:
				return
			case <-time.After(2 * time.Millisecond):
			}
		}
	}()
	return func() {
		close(done)
		<-stopped
		b.ReportMetric(float64(most)/1e6, "go-MB")
		if status, err := os.ReadFile("/proc/self/status"); err == nil {
			if _, after, ok := strings.Cut(string(status), "VmHWM:"); ok {
				kb, _ := strconv.Atoi(strings.Fields(after)[0])
				b.ReportMetric(float64(kb)/1e3, "peak-MB")
			}
		}
	}
}

// BenchmarkLargeRebuild folds everything anew and compares it, to the byte,
// with what was kept.
func BenchmarkLargeRebuild(b *testing.B) {
	s := madeUp(b)
	told := watchMemory(b)
	for b.Loop() {
		if n, err := s.Rebuild(b.Context()); err != nil || n != 0 {
			b.Fatalf("%d places were kept otherwise, %v", n, err)
		}
	}
	told()
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)*1e6/float64(shape().Events), "us/event")
}

// BenchmarkLargeVerify examines the file too.
func BenchmarkLargeVerify(b *testing.B) {
	s := madeUp(b)
	told := watchMemory(b)
	for b.Loop() {
		if report, err := s.Verify(b.Context()); err != nil || !report.Sound() {
			b.Fatalf("%+v, %v", report, err)
		}
	}
	told()
}

// BenchmarkLargeExport writes every event as a line.
func BenchmarkLargeExport(b *testing.B) {
	s := madeUp(b)
	told := watchMemory(b)
	for b.Loop() {
		if err := s.Export(b.Context(), io.Discard); err != nil {
			b.Fatal(err)
		}
	}
	told()
}

// BenchmarkLargeImport takes the whole history in where there is none.
func BenchmarkLargeImport(b *testing.B) {
	told := watchMemory(b)
	for b.Loop() {
		s := historytest.Open(b, filepath.Join(b.TempDir(), "history.sqlite"))
		if n, err := s.Import(b.Context(), lines(shape())); err != nil || n.Added != shape().Events {
			b.Fatalf("%+v, %v", n, err)
		}
	}
	told()
}

// BenchmarkLargeImportKnown takes in what is known already.
func BenchmarkLargeImportKnown(b *testing.B) {
	s := madeUp(b)
	told := watchMemory(b)
	for b.Loop() {
		if n, err := s.Import(b.Context(), lines(shape())); err != nil || n.Known != shape().Events {
			b.Fatalf("%+v, %v", n, err)
		}
	}
	told()
}

// BenchmarkLargeBackup writes a copy.
func BenchmarkLargeBackup(b *testing.B) {
	s := madeUp(b)
	told := watchMemory(b)
	dir, n := b.TempDir(), 0
	for b.Loop() {
		n++
		if err := s.Backup(b.Context(), filepath.Join(dir, strconv.Itoa(n))); err != nil {
			b.Fatal(err)
		}
	}
	told()
}

// BenchmarkLargeCommit is each thing that a learner does with a large history,
// on the disk before the next.
func BenchmarkLargeCommit(b *testing.B) {
	var cards []quiz.Event // one review of each of some cards
	for e := range historytest.Generate(shape()) {
		if e.Kind == quiz.ReviewEvent && len(cards) < 1000 {
			cards = append(cards, e)
		}
	}
	day := quiz.Day(30_000) // after all of them
	next := func(n int, k quiz.EventKind) quiz.Event {
		return quiz.Event{ID: historytest.NewID(), At: int64(day)*86_400_000 + int64(n), Kind: k}
	}
	rating := func(n int) quiz.Event {
		e := next(n, quiz.ReviewEvent)
		e.Card = cards[n%len(cards)].Card
		e.Review = &quiz.ReviewBody{Rating: quiz.Good, Day: day, State: quiz.Review, Due: int64(day+3) * 86_400_000, DueDay: day + 3}
		return e
	}
	undo := func(n int, of quiz.Event) quiz.Event {
		e := next(n, quiz.UndoEvent)
		e.Undo = []quiz.EventID{of.ID}
		return e
	}
	moved := func(n int) quiz.Event {
		e := next(n, quiz.RelinkEvent)
		from := cards[n%len(cards)].Card
		to := from
		to.Question += "-edited"
		e.Relink = []quiz.Relink{{From: from, To: to}}
		return e
	}
	set := func(n int, deck string) quiz.Event {
		e := next(n, quiz.SettingsEvent)
		e.Settings = &quiz.Settings{Deck: deck, Weights: historytest.Weights(2 + float64(n%100)/100)}
		return e
	}
	for _, row := range []struct {
		name  string
		first func(n int) []quiz.Event // committed before, nil for nothing
		then  func(n int, before []quiz.Event) quiz.Event
	}{
		{"rating", nil, func(n int, _ []quiz.Event) quiz.Event { return rating(n) }},
		{"undo-rating", func(n int) []quiz.Event { return []quiz.Event{rating(n)} },
			func(n int, e []quiz.Event) quiz.Event { return undo(n, e[0]) }},
		{"undo-undo", func(n int) []quiz.Event { e := rating(n); return []quiz.Event{e, undo(n, e)} },
			func(n int, e []quiz.Event) quiz.Event { return undo(n, e[1]) }},
		{"relink", nil, func(n int, _ []quiz.Event) quiz.Event { return moved(n) }},
		{"undo-relink", func(n int) []quiz.Event { return []quiz.Event{moved(n)} },
			func(n int, e []quiz.Event) quiz.Event { return undo(n, e[0]) }},
		{"settings-deck", nil, func(n int, _ []quiz.Event) quiz.Event { return set(n, "places-1") }},
		{"settings-all", nil, func(n int, _ []quiz.Event) quiz.Event { return set(n, "") }},
	} {
		b.Run(row.name, func(b *testing.B) {
			s := madeUp(b)
			var times []time.Duration
			n := 0
			for b.Loop() {
				b.StopTimer()
				n++
				var before []quiz.Event
				if row.first != nil {
					if before = row.first(n); len(before) > 0 {
						if err := s.Commit(b.Context(), before...); err != nil {
							b.Fatal(err)
						}
					}
				}
				e := row.then(n, before)
				b.StartTimer()
				start := time.Now()
				if err := s.Commit(b.Context(), e); err != nil {
					b.Fatal(err)
				}
				times = append(times, time.Since(start))
			}
			report(b, times)
		})
	}
}

// BenchmarkLargeOpen opens the history anew each time, and rates one card.
func BenchmarkLargeOpen(b *testing.B) {
	s := madeUp(b)
	at := s.Path()
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	var times []time.Duration
	for b.Loop() {
		start := time.Now()
		s, err := history.Open(b.Context(), at, fsrs.Models)
		if err != nil {
			b.Fatal(err)
		}
		e := historytest.Review("lima", 30_000, quiz.Good)
		if err := s.Commit(b.Context(), e); err != nil {
			b.Fatal(err)
		}
		times = append(times, time.Since(start))
		if _, err := s.LastActions(b.Context(), 1); err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
	report(b, times)
}
