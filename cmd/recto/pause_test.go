package main

import (
	"path/filepath"
	"testing"
	"time"

	"recto/quiz"
	"recto/quiz/history/historytest"
)

// A pause that was made longer moved more cards than one undo may name; it
// ends all the same.
func TestEndLargePause(t *testing.T) {
	w := &workspace{store: historytest.Open(t, filepath.Join(t.TempDir(), "h.sqlite"))}
	ids := make([]quiz.EventID, 2*(maxMoves+1))
	for i := range ids {
		ids[i] = historytest.NewID()
	}
	now := quiz.MomentAt(time.Date(2026, 3, 2, 10, 0, 0, 0, time.UTC), time.UTC, 4)
	if err := w.commitPauseEnd(t.Context(), now, ids); err != nil {
		t.Fatal(err)
	}
	named := 0
	for e, err := range w.store.Events(t.Context(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		named += len(e.Undo)
	}
	if named != len(ids) {
		t.Errorf("%d of %d events are taken back", named, len(ids))
	}
}
