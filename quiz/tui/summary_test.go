package tui

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

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

// What a session leaves behind for each way in which it ends.
func TestEnd(t *testing.T) {
	fault := errors.New("disk full")
	for _, tt := range []struct {
		name    string
		why     error
		prepare func(*desk)
		err     error
		line    string
	}{
		{"left", nil, func(d *desk) { d.press("<enter>4<esc>q") }, nil, "Done: 1 answered, 100% right, 1 left; next due now"},
		{"at the end", nil, func(d *desk) { d.press("<enter>4<enter>4<enter>") }, nil, "Done: 2 answered, 100% right; next due in"},
		{"interrupted", ErrInterrupted, func(d *desk) { d.press("<ctrl+c>") }, nil, ""},
		{"not saved", nil, func(d *desk) { d.store.fails = func() error { return fault }; d.press("<enter>4q") }, fault, ""},
		{"history cannot be read", nil, func(d *desk) { d.app.err = fault }, fault, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := sit(t, twoQuestions, 80, 24)
			tt.prepare(d)
			if d.stop != (tt.why != nil) {
				t.Errorf("interrupted: %v", d.stop)
			}
			line, err := d.app.End(tt.why)
			if !errors.Is(err, tt.err) {
				t.Errorf("got %v, want %v", err, tt.err)
			}
			if !strings.HasPrefix(line, tt.line) || (tt.line == "") != (line == "") {
				t.Errorf("says %q", line)
			}
		})
	}
}

// A rating that is on its way when the program ends is saved at the end.
func TestEndSaves(t *testing.T) {
	d := sit(t, oneLook, 80, 24)
	d.press("<enter>")
	if _, cmd := d.app.Update(tea.KeyPressMsg{Code: '4', Text: "4"}); cmd == nil || d.store.ratings() != "" {
		t.Fatalf("ratings %q before it is saved", d.store.ratings())
	}
	if line, err := d.app.End(ErrInterrupted); line != "" || err != nil || d.store.ratings() != "4" {
		t.Errorf("ratings %q, says %q, %v", d.store.ratings(), line, err)
	}
}
