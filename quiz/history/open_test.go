package history_test

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"recto/quiz"
	"recto/quiz/fsrs"
	"recto/quiz/history"
	"recto/quiz/history/historytest"
)

// rated makes a history with some ratings and returns its path.
func rated(t testing.TB, n int) string {
	t.Helper()
	path := newFile()(t)
	s := historytest.Open(t, path)
	for i := range n {
		if err := s.Commit(t.Context(), historytest.Review(fmt.Sprintf("q%d", i), 20000, quiz.Good)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// run runs statements on an SQLite file.
func run(t testing.TB, path, statements string) {
	t.Helper()
	db, err := sql.Open("sqlite", fileURL(path))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(statements); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// fileURL returns a path as SQLite's URI.
func fileURL(path string) string {
	u := url.URL{Scheme: "file", Path: path}
	return u.String()
}

// names returns what is in a folder.
func names(t testing.TB, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return strings.Join(all, " ")
}

// What is no sound history of this version is refused, by readers and writers
// alike, with an error that names it, and stays as it is to the byte.
func TestRefused(t *testing.T) {
	plain := func(text string) func(*testing.T) string {
		return func(t *testing.T) string {
			path := filepath.Join(t.TempDir(), "history.db")
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			return path
		}
	}
	change := func(at int64, text string) func(*testing.T) string {
		return func(t *testing.T) string {
			path := rated(t, 200)
			f, err := os.OpenFile(path, os.O_RDWR, 0)
			if err != nil {
				t.Fatal(err)
			}
			_, err = f.WriteAt([]byte(text), at)
			if err := errors.Join(err, f.Close()); err != nil {
				t.Fatal(err)
			}
			return path
		}
	}
	for _, row := range []struct {
		name string
		make func(t *testing.T) string
		want error
		tell string
	}{
		{"a text file", plain("title = \"Capitals\"\n" + strings.Repeat("# a deck\n", 200)), history.ErrForeign, "no SQLite file"},
		{"a short text file", plain("hello"), history.ErrForeign, "no SQLite file"},
		{"an empty file", plain(""), history.ErrForeign, "empty"},
		{"a folder", func(t *testing.T) string { return t.TempDir() }, history.ErrForeign, "folder"},
		{"a device", func(*testing.T) string { return os.DevNull }, history.ErrForeign, "regular"},
		{"a database of another program", func(t *testing.T) string {
			path := filepath.Join(t.TempDir(), "places.sqlite")
			run(t, path, "CREATE TABLE places (url TEXT); PRAGMA application_id = 5; PRAGMA user_version = 77")
			return path
		}, history.ErrForeign, "another program"},
		{"a newer history", func(t *testing.T) string {
			path := rated(t, 1)
			run(t, path, "PRAGMA user_version = 9")
			return path
		}, history.ErrNewer, "format is 9"},
		{"a history cut short", func(t *testing.T) string {
			path := rated(t, 200)
			if err := os.Truncate(path, 20_000); err != nil {
				t.Fatal(err)
			}
			return path
		}, history.ErrDamaged, "restore"},
		{"a history whose first page was overwritten", change(100, strings.Repeat("\xff", 3000)), history.ErrDamaged, "restore"},
		{"a history whose beginning was overwritten", change(0, strings.Repeat("\xff", 200)), history.ErrForeign, "no SQLite file"},
	} {
		t.Run(row.name, func(t *testing.T) {
			path := row.make(t)
			before, readErr := os.ReadFile(path)
			beside := names(t, filepath.Dir(path))
			for name, open := range map[string]func() (*history.Store, error){
				"Open":         func() (*history.Store, error) { return history.Open(t.Context(), path, fsrs.Models) },
				"OpenReadOnly": func() (*history.Store, error) { return history.OpenReadOnly(t.Context(), path, fsrs.Models) },
			} {
				s, err := open()
				if err == nil {
					_ = s.Close()
					t.Fatalf("%s opened it", name)
				}
				if !errors.Is(err, row.want) {
					t.Errorf("%s: error %q is of kind %s, want %q", name, err, kind(err), row.want)
				}
				for _, word := range []string{filepath.Base(path), row.tell} {
					if !strings.Contains(err.Error(), word) {
						t.Errorf("%s: error %q does not tell of %q", name, err, word)
					}
				}
			}
			if after, err := os.ReadFile(path); !bytes.Equal(before, after) || (err == nil) != (readErr == nil) {
				t.Error("the file has changed")
			}
			if now := names(t, filepath.Dir(path)); path != os.DevNull && now != beside {
				t.Errorf("beside it now %s, before %s", now, beside)
			}
		})
	}
}

func TestUnsupportedPlaces(t *testing.T) {
	for _, row := range []struct{ where, tell string }{
		{"postgres://me:secret@db/recto", "not built into this version"},
		{"postgresql://me:secret@db/recto", "not built into this version"},
		{"mysql://me:secret@db/recto", "path of an SQLite file"},
		{"", "path"},
		{"a\x00b", "path"},
	} {
		_, err := history.Open(t.Context(), row.where, fsrs.Models)
		if !errors.Is(err, history.ErrUnsupported) || !strings.Contains(err.Error(), row.tell) || strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: error %v", row.where, err)
		}
		if _, err := history.OpenReadOnly(t.Context(), row.where, fsrs.Models); !errors.Is(err, history.ErrUnsupported) {
			t.Errorf("%q for reading: error %v", row.where, err)
		}
	}
}

func TestNewFileIsItsOwners(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "share", "recto")
	path := filepath.Join(dir, "history.db")
	s := historytest.Open(t, path)
	if err := s.Commit(t.Context(), historytest.Review("lima", 20000, quiz.Good)); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]fs.FileMode{dir: 0o700, path: 0o600, path + "-wal": 0o600, path + "-shm": 0o600} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has mode %o, want %o", name, got, want)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if got := names(t, dir); got != "history.db" {
		t.Errorf("left behind: %s", got)
	}
}

// A reader makes nothing, not even a folder, and leaves nothing beside a
// history that is there.
func TestReadersCreateNothing(t *testing.T) {
	dir := t.TempDir()
	s, err := history.OpenReadOnly(t.Context(), filepath.Join(dir, "no", "history.db"), fsrs.Models)
	if err != nil {
		t.Fatal(err)
	}
	if all, err := s.Progress(t.Context()); len(all) != 0 || err != nil {
		t.Errorf("progress %v, %v", all, err)
	}
	if got := historytest.Exported(t, s); got != "" {
		t.Errorf("exported %q", got)
	}
	historytest.Sound(t, s)
	if err := s.Commit(t.Context(), historytest.Review("lima", 20000, quiz.Good)); !errors.Is(err, history.ErrReadOnly) {
		t.Errorf("a commit gave %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if got := names(t, dir); got != "" {
		t.Errorf("there is now %s", got)
	}

	path := rated(t, 3)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	beside := names(t, filepath.Dir(path))
	if s, err = history.OpenReadOnly(t.Context(), path, fsrs.Models); err != nil {
		t.Fatal(err)
	}
	if all, err := s.Progress(t.Context()); len(all) != 3 || err != nil {
		t.Errorf("progress %v, %v", all, err)
	}
	if err := s.Commit(t.Context(), historytest.Review("lima", 20000, quiz.Good)); !errors.Is(err, history.ErrReadOnly) {
		t.Errorf("a commit gave %v", err)
	}
	historytest.Sound(t, s)
	backup := filepath.Join(t.TempDir(), "backup.db")
	if err := s.Backup(t.Context(), backup); err != nil {
		t.Errorf("a reader cannot back up: %v", err)
	}
	if got := historytest.Exported(t, historytest.Open(t, backup)); got != historytest.Exported(t, s) {
		t.Errorf("the backup holds\n%s", got)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("reading changed the file (%v)", err)
	}
	if got := names(t, filepath.Dir(path)); got != beside {
		t.Errorf("there is now %s", got)
	}
}

// Through a link it is the same history, also what only its log holds.
func TestLink(t *testing.T) {
	path := rated(t, 1)
	link := filepath.Join(t.TempDir(), "link.db")
	if err := os.Symlink(path, link); err != nil {
		t.Skipf("no links here: %v", err)
	}
	s := historytest.Open(t, path)
	if err := s.Commit(t.Context(), historytest.Review("lima", 20000, quiz.Good)); err != nil {
		t.Fatal(err)
	}
	other := historytest.Open(t, link)
	if got, want := historytest.Exported(t, other), historytest.Exported(t, s); got != want || other.Path() != s.Path() {
		t.Errorf("through the link %q is\n%s, want\n%s", other.Path(), got, want)
	}
	if got := names(t, filepath.Dir(link)); got != "link.db" {
		t.Errorf("beside the link %s", got)
	}
}

// A history that was taken away under a session takes no more ratings: they
// would be lost with it.
func TestMovedAway(t *testing.T) {
	path := rated(t, 1)
	s := historytest.Open(t, path)
	if err := os.Rename(path, path+".away"); err != nil {
		t.Fatal(err)
	}
	if err := s.Commit(t.Context(), historytest.Review("lima", 20000, quiz.Good)); !errors.Is(err, history.ErrMoved) {
		t.Errorf("a commit gave %v", err)
	}
}

// A program that keeps writing for long is waited for, then named.
func TestLocked(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for five seconds")
	}
	path := rated(t, 1)
	s := historytest.Open(t, path)
	db, err := sql.Open("sqlite", fileURL(path)+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	e := historytest.Review("lima", 20000, quiz.Good)
	if err := s.Commit(t.Context(), e); !errors.Is(err, history.ErrLocked) {
		t.Errorf("a commit gave %v", err)
	}
	if all, err := s.Progress(t.Context()); err != nil || len(all) != 1 {
		t.Errorf("reading meanwhile gave %v, %v", all, err)
	}
	if err := errors.Join(tx.Rollback(), db.Close()); err != nil {
		t.Fatal(err)
	}
	if err := s.Commit(t.Context(), e); err != nil {
		t.Errorf("the same rating, once the lock is gone: %v", err)
	}
	historytest.Sound(t, s)
}
