package main

import (
	"database/sql"
	"path/filepath"
	"strings"
	"testing"
	"time"

	_ "modernc.org/sqlite" // another program that has the history open
)

// While another program holds the history locked, a rating is not saved and
// says so; the card stays, and the same rating is saved when the lock is gone.
// A command that cannot even begin ends with the code for it.
func TestLostLock(t *testing.T) {
	home := t.TempDir()
	deck := bigDeck(t, home, 5)
	s := begin(t, program(t, home, "study", "--plain", deck))
	s.good(1)

	other, err := sql.Open("sqlite", "file:"+filepath.Join(home, "recto", "history.sqlite")+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	held, err := other.Begin()
	if err != nil {
		t.Fatal(err)
	}
	within(t, time.Minute, func() {
		s.good(2)
		if text, _ := s.next(); !strings.Contains(text, "NOT SAVED: ") || !strings.Contains(text, "locked by another program") {
			t.Errorf("a rating under a foreign lock printed %q", text)
		}
		if said := fails(t, exitConflict, program(t, home, "history", "undo")); !strings.Contains(said, "locked by another program") {
			t.Errorf("history undo under a foreign lock says %q", said)
		}
	})
	if err := held.Rollback(); err != nil {
		t.Fatal(err)
	}
	within(t, time.Minute, func() {
		s.say("3")
		if text, _ := s.next(); !strings.Contains(text, "[3 of 5]") {
			t.Errorf("the same rating without the lock printed %q", text)
		}
		if err := s.quit(); err != nil {
			t.Error(err)
		}
	})
	if stored := reviews(t, home); len(stored) != 2 {
		t.Errorf("%d ratings are stored, want 2", len(stored))
	}
	verified(t, home)
}
