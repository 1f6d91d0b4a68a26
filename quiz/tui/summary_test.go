package tui

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"recto/decks"
	"recto/quiz"
)

func TestNothingToStudy(t *testing.T) {
	d := seat(t, nil, 80, 24, quiz.SessionOptions{})
	d.wants("Nothing to study now", "Nothing more is due.")
	d.press("u")
	d.wants("There is nothing to undo in this session.")
	d.press("<enter>")
	if !d.quit {
		t.Error("Enter does not leave")
	}
}

// A card whose step takes longer than a session waits is told on the summary,
// and comes once it is due.
func TestSummaryGoesOn(t *testing.T) {
	items := parse(t, oneLook)
	due := time.Date(2026, 11, 22, 11, 0, 0, 0, time.UTC)
	items[0].Progress = quiz.Progress{State: quiz.Learning, Stability: 1, Difficulty: 5, Reps: 1, Due: due}
	d := seat(t, items, 80, 24, quiz.SessionOptions{})
	d.app.options.Store = still{d.store, items[0].Progress}
	d.wants("Done", "0 answered", "1 left; next due in 1h.")
	d.now.At = due
	d.press("<enter>")
	d.wants("Tell.", "learning 1")
	d.press("<esc>s")
	d.wants("Done", "next due now", "Skipped.")
	d.press("<enter>")
	if !d.quit {
		t.Error("Enter does not leave")
	}
}

func TestLeech(t *testing.T) {
	items := parse(t, oneLook)
	items[0].Progress = quiz.Progress{State: quiz.Review, Stability: 1, Difficulty: 5, Lapses: 7, Reps: 20}
	d := seat(t, items, 60, 24, quiz.SessionOptions{})
	d.app.options.Store = still{d.store, items[0].Progress}
	d.press("<enter>1")
	d.wants("LEECH: ")
}

// still is a history whose cards stay as they are.
type still struct {
	*memory
	p quiz.Progress
}

func (s still) Progress(_ context.Context, ids ...decks.CardID) (map[decks.CardID]quiz.Progress, error) {
	return map[decks.CardID]quiz.Progress{ids[0]: s.p}, nil
}

// What Run returns, and what it writes, for each way in which a session ends.
func TestEnding(t *testing.T) {
	fault := errors.New("disk full")
	stopped, stop := context.WithCancel(context.Background())
	stop()
	for _, tt := range []struct {
		name    string
		ctx     context.Context
		prepare func(*desk)
		err     error
		writes  string
	}{
		{"left", nil, func(d *desk) { d.press("<enter>4<esc>q") }, nil, "Done: 1 answered, 100% right, 1 left; next due now\n"},
		{"at the end", nil, func(d *desk) { d.press("<enter>4<enter>4<enter>") }, nil, "Done: 2 answered, 100% right; next due in"},
		{"interrupted", nil, func(d *desk) { d.press("<ctrl+c>") }, ErrInterrupted, ""},
		{"context over", stopped, func(d *desk) {}, ErrInterrupted, ""},
		{"not saved", nil, func(d *desk) { d.store.fails = func() error { return fault }; d.press("<enter>4q") }, fault, ""},
		{"history cannot be read", nil, func(d *desk) { d.app.err = fault }, fault, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := sit(t, twoQuestions, 80, 24)
			var out strings.Builder
			tt.prepare(d)
			if tt.ctx == nil {
				tt.ctx = context.Background()
			}
			if err := d.app.ending(tt.ctx, nil, &out); !errors.Is(err, tt.err) {
				t.Errorf("got %v, want %v", err, tt.err)
			}
			if got := out.String(); !strings.HasPrefix(got, tt.writes) || (tt.writes == "") != (got == "") {
				t.Errorf("wrote %q", got)
			}
		})
	}
}
