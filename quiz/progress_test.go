package quiz_test

import (
	"math"
	"testing"
	"time"

	"recto/quiz"
)

func TestRatingNames(t *testing.T) {
	for r, name := range map[quiz.Rating]string{quiz.Again: "Again", quiz.Hard: "Hard", quiz.Good: "Good", quiz.Easy: "Easy"} {
		if r.String() != name || !r.Valid() {
			t.Errorf("%d: String() = %q, Valid() = %v", uint8(r), r, r.Valid())
		}
	}
	for _, none := range []quiz.Rating{0, 5, 255} {
		if none.Valid() {
			t.Errorf("%v is valid", none)
		}
	}
}

func TestStateNames(t *testing.T) {
	for s, name := range map[quiz.State]string{quiz.New: "new", quiz.Learning: "learning", quiz.Review: "review", quiz.Relearning: "relearning"} {
		if got, err := quiz.ParseState(name); s.String() != name || err != nil || got != s {
			t.Errorf("%d: String() = %q; ParseState gives %v, %v", uint8(s), s, got, err)
		}
	}
	if got, err := quiz.ParseState("State(4)"); err == nil {
		t.Errorf("ParseState(\"State(4)\") = %v, want an error", got)
	}
}

func TestElapsed(t *testing.T) {
	for _, row := range []struct {
		name string
		p    quiz.Progress
		day  quiz.Day
		want int
	}{
		{"new", quiz.Progress{}, 20_000, 0},
		{"same day", quiz.Progress{Reps: 1, Last: 20_000}, 20_000, 0},
		{"later", quiz.Progress{Reps: 1, Last: 20_000}, 20_012, 12},
		{"the clock was set back", quiz.Progress{Reps: 1, Last: 20_000}, 19_000, 0},
		{"days that overflow", quiz.Progress{Reps: 1, Last: math.MinInt}, math.MaxInt, 0},
	} {
		if got := row.p.Elapsed(row.day); got != row.want {
			t.Errorf("%s: %d days, want %d", row.name, got, row.want)
		}
	}
}

func TestWait(t *testing.T) {
	at := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	now := quiz.Moment{At: at, Day: 20_779}
	for _, row := range []struct {
		name string
		p    quiz.Progress
		want time.Duration
	}{
		{"new", quiz.Progress{}, 0},
		{"a step", quiz.Progress{State: quiz.Learning, Due: at.Add(10 * time.Minute), DueDay: 20_779}, 10 * time.Minute},
		{"a step that has ended", quiz.Progress{State: quiz.Relearning, Due: at.Add(-time.Hour), DueDay: 20_779}, -time.Hour},
		{"days, not hours", quiz.Progress{State: quiz.Review, Due: at.Add(30 * time.Hour), DueDay: 20_781}, 2 * day},
		{"overdue", quiz.Progress{State: quiz.Review, DueDay: 20_700}, -79 * day},
		{"days beyond all measure", quiz.Progress{State: quiz.Review, DueDay: math.MaxInt}, 100_000 * day},
	} {
		if got := row.p.Wait(now); got != row.want {
			t.Errorf("%s: waits %v, want %v", row.name, got, row.want)
		}
	}
}
