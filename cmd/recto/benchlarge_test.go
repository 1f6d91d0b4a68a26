package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"recto/decks"
	"recto/quiz"
)

// largeHome is a home with a deck of n questions, kept compiled, and a history
// in which reviewed of them were reviewed.
func largeHome(b *testing.B, n, reviewed int) (home, deck string) {
	home = b.TempDir()
	b.Setenv("RECTO_HOME", filepath.Join(home, "recto"))
	b.Setenv("RECTO_NOW", "2026-03-02T10:00:00Z")
	deck = filepath.Join(home, "large.toml")
	if err := os.WriteFile(deck, []byte(largeDeck(n)), 0o644); err != nil {
		b.Fatal(err)
	}
	long := time.Now().Add(-time.Hour)
	if err := os.Chtimes(deck, long, long); err != nil {
		b.Fatal(err)
	}
	events := filepath.Join(home, "events.jsonl")
	if err := os.WriteFile(events, someReviews(reviewed), 0o644); err != nil {
		b.Fatal(err)
	}
	command(b, "history", "import", events)
	command(b, "due", deck) // compiles it
	return home, deck
}

// someReviews are events of one review for each of n questions of largeDeck, half
// a percent of them due on 2 March 2026.
func someReviews(n int) []byte {
	var lines bytes.Buffer
	today := quiz.DayOf(time.Date(2026, 3, 2, 10, 0, 0, 0, time.UTC), time.UTC, 4)
	for i := range n {
		last := today - quiz.Day(1+i%200)
		e := quiz.Event{Device: "0123456789abcdef0123456789abcdef", Sequence: int64(i + 1), At: int64(last)*86_400_000 + int64(i),
			Kind: quiz.ReviewEvent, Card: decks.CardID{Deck: "large", Question: fmt.Sprint("question-", i*7919%n), Face: decks.AskFace}}
		e.ID[0], e.ID[1], e.ID[2], e.ID[3] = byte(i), byte(i>>8), byte(i>>16), 1
		due := last + 200
		e.Review = &quiz.ReviewBody{Rating: quiz.Good, Taken: 2000, Day: last, State: quiz.Review, Due: int64(due) * 86_400_000, DueDay: due}
		lines.Write(append(e.AppendJSON(nil), '\n'))
	}
	return lines.Bytes()
}

func command(b *testing.B, args ...string) {
	b.Helper()
	if code := run(context.Background(), append([]string{"recto"}, args...), strings.NewReader(""), io.Discard, os.Stderr); code != 0 {
		b.Fatalf("%v ended with %d", args, code)
	}
}

// BenchmarkDue100k is the whole process of recto due on a deck of 100,000
// questions of which 60,000 were reviewed: its median and best time in ms, and
// the least time that its processors worked, which other programs delay less.
func BenchmarkDue100k(b *testing.B) {
	home, deck := largeHome(b, 100_000, 60_000)
	exe, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	var times []time.Duration
	work := time.Hour
	for b.Loop() {
		cmd := exec.Command(exe)
		cmd.Args, cmd.Dir = []string{"recto", "due", deck}, home
		start := time.Now()
		out, err := cmd.CombinedOutput()
		if err != nil || !strings.HasPrefix(string(out), "large: 20 new, 0 learning, 200 due") {
			b.Fatalf("%v\n%s", err, out)
		}
		times = append(times, time.Since(start))
		work = min(work, cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())
	}
	slices.Sort(times)
	b.ReportMetric(float64(work.Microseconds())/1000, "cpu-ms")
	b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "median-ms")
	b.ReportMetric(float64(times[0].Microseconds())/1000, "best-ms")
}

// BenchmarkDueInside is the same within a process that runs already.
func BenchmarkDueInside(b *testing.B) {
	_, deck := largeHome(b, 100_000, 60_000)
	for b.Loop() {
		command(b, "due", deck)
	}
}
