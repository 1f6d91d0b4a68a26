package history_test

import (
	"bytes"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"recto/quiz"
	"recto/quiz/fsrs"
	"recto/quiz/history"
	"recto/quiz/history/historytest"
)

// Wherever bytes of a history are overwritten, opening, reading, rating and
// verifying it end in an error or in what is right, and never in a panic; and
// a restore brings the backup back and keeps the damaged file.
func TestDamageAnywhere(t *testing.T) {
	whole, err := os.ReadFile(rated(t, 150))
	if err != nil {
		t.Fatal(err)
	}
	backup := filepath.Join(t.TempDir(), "backup.db")
	if err := os.WriteFile(backup, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(3, 4))
	found := 0
	for range 40 {
		damaged := bytes.Clone(whole)
		at := random.IntN(len(damaged)/512) * 512
		for i := range 512 {
			damaged[at+i] = byte(random.Uint32())
		}
		path := filepath.Join(t.TempDir(), "history.db")
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		sound := use(t, path)
		if !sound {
			found++
		}
		if at < 512 {
			continue // it is no longer known for a history, and stays
		}
		done, err := history.Restore(t.Context(), path, backup, fsrs.Models)
		if err != nil || done.Events != 150 || done.Aside == "" {
			t.Fatalf("damage at %d: restored %+v, %v", at, done, err)
		}
		if n := bytes.Count([]byte(historytest.Exported(t, historytest.Open(t, path))), []byte("\n")); n != 150 {
			t.Errorf("damage at %d: %d events after the restore", at, n)
		}
		if _, err := os.Stat(done.Aside); err != nil {
			t.Error(err)
		}
	}
	if found == 0 {
		t.Error("no damage was found")
	}
}

// use does what programs do with a history and reports whether all was well.
func use(t *testing.T, path string) bool {
	s, err := history.Open(t.Context(), path, fsrs.Models)
	if err != nil {
		return false
	}
	defer func() { _ = s.Close() }()
	report, err := s.Verify(t.Context())
	sound := err == nil && report.Sound()
	all, err := s.Progress(t.Context())
	if sound && (err != nil || len(all) != 150) {
		t.Errorf("a history in order gives %d cards, %v", len(all), err)
	}
	for _, err := range s.Events(t.Context(), 0) {
		if sound && err != nil {
			t.Error(err)
		}
	}
	if err := s.Commit(t.Context(), historytest.Review("q7", 20001, quiz.Good)); sound && err != nil {
		t.Error(err)
	}
	return sound
}

func TestRestoreRefuses(t *testing.T) {
	text := filepath.Join(t.TempDir(), "deck.toml")
	if err := os.WriteFile(text, bytes.Repeat([]byte("title = 1\n"), 100), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		name, at, backup string
		want             error
	}{
		{"a backup that is not there", rated(t, 1), filepath.Join(t.TempDir(), "none"), fs.ErrNotExist},
		{"a backup that is no history", rated(t, 1), text, history.ErrForeign},
		{"a file of another program in its place", text, rated(t, 1), history.ErrForeign},
	} {
		t.Run(row.name, func(t *testing.T) {
			before, err := os.ReadFile(row.at)
			if err != nil {
				t.Fatal(err)
			}
			beside := names(t, filepath.Dir(row.at))
			if _, err := history.Restore(t.Context(), row.at, row.backup, fsrs.Models); !errors.Is(err, row.want) {
				t.Errorf("error %v, want %v", err, row.want)
			}
			if after, err := os.ReadFile(row.at); err != nil || !bytes.Equal(before, after) {
				t.Errorf("the file has changed (%v)", err)
			}
			if now := names(t, filepath.Dir(row.at)); now != beside {
				t.Errorf("beside it now %s, before %s", now, beside)
			}
		})
	}
}

func TestRestoreWhereNothingIs(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "history.db")
	done, err := history.Restore(t.Context(), path, rated(t, 3), fsrs.Models)
	if err != nil || done.Events != 3 || done.Aside != "" {
		t.Fatalf("restored %+v, %v", done, err)
	}
	historytest.Sound(t, historytest.Open(t, path))
	if got := names(t, filepath.Dir(path)); got != "history.db history.db-shm history.db-wal" {
		t.Errorf("there is %s", got)
	}
}

func TestExportStopsAtAFullPipe(t *testing.T) {
	s := historytest.Open(t, rated(t, 100))
	if err := s.Export(t.Context(), &short{500}); !errors.Is(err, errShort) {
		t.Errorf("error %v", err)
	}
}

var errShort = errors.New("no more")

// short takes so many bytes.
type short struct{ left int }

func (w *short) Write(b []byte) (int, error) {
	if w.left -= len(b); w.left < 0 {
		return 0, errShort
	}
	return len(b), nil
}
