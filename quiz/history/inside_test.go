package history

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
)

// progress generates any progress; a field that packing forgets fails here.
func progress() *rapid.Generator[quiz.Progress] {
	return rapid.Custom(func(t *rapid.T) quiz.Progress {
		var p quiz.Progress
		v := reflect.ValueOf(&p).Elem()
		for i := range v.NumField() {
			f, name := v.Field(i), v.Type().Field(i).Name
			switch {
			case name == "State":
				f.SetUint(rapid.Uint64Range(0, 3).Draw(t, name))
			case name == "Rated":
				f.SetUint(rapid.Uint64Range(0, 4).Draw(t, name))
			case name == "Flag":
				f.SetInt(rapid.Int64Range(0, 7).Draw(t, name))
			case f.Type() == reflect.TypeFor[time.Time]():
				if rapid.Bool().Draw(t, name) {
					f.Set(reflect.ValueOf(time.UnixMilli(rapid.Int64Range(-1<<50, 1<<50).Draw(t, name)).UTC()))
				}
			case f.CanInt():
				f.SetInt(rapid.Int64Range(-1<<31, 1<<31).Draw(t, name))
			case f.CanFloat():
				f.SetFloat(rapid.Float64().Draw(t, name))
			case f.Kind() == reflect.Bool:
				f.SetBool(rapid.Bool().Draw(t, name))
			default:
				t.Fatalf("field %s is of a type this test does not know", name)
			}
		}
		return p
	})
}

func TestShelfIsReadAsPacked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := shelf{}
		n := rapid.Int64Range(0, 1<<40).Draw(t, "shelf")
		for range rapid.IntRange(0, 6).Draw(t, "cards") {
			id := decks.CardID{Deck: rapid.SampledFrom([]string{"geo", "bio"}).Draw(t, "deck"),
				Question: rapid.String().Draw(t, "question"), Face: decks.AskFace}
			want[n*shelfSize+rapid.Int64Range(0, shelfSize-1).Draw(t, "place")] = packed{id, progress().Draw(t, "progress")}
		}
		got := shelf{}
		if err := unpack(n, want.pack(), func(number int64, c packed) { got[number] = c }); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(packed{})); diff != "" {
			t.Fatal(diff)
		}
	})
}

// Packed bytes come from a file that may be damaged.
func FuzzUnpack(f *testing.F) {
	f.Add(shelf{70: {decks.CardID{Deck: "geo", Question: "lima", Face: "ask"}, quiz.Progress{State: quiz.Review, Due: time.UnixMilli(5).UTC()}},
		71: {decks.CardID{Deck: "geo", Question: "quito", Face: "ask"}, quiz.Progress{Suspended: true}}}.pack())
	f.Add([]byte{1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		n := 0
		err := unpack(1, b, func(int64, packed) { n++ })
		if err == nil && len(b) > 0 && n == 0 {
			t.Error("bytes that are no card were read as none")
		}
	})
}

// older is the schema of a format before the present one, and a step to it.
func older() []string {
	return []string{schema1, "CREATE TABLE notes (card INTEGER REFERENCES cards, note TEXT NOT NULL) STRICT"}
}

func review(question string, n byte) quiz.Event {
	return quiz.Event{ID: quiz.EventID{1, n}, At: 1_700_000_000_000, Kind: quiz.ReviewEvent,
		Card:   decks.CardID{Deck: "geo", Question: question, Face: decks.AskFace},
		Review: &quiz.ReviewBody{Rating: quiz.Good, Day: 20000, State: quiz.Review, Due: 1, DueDay: 20003}}
}

// An older history is copied before it is brought up to date, once, and only
// by who may write.
func TestMigration(t *testing.T) {
	ctx, path := t.Context(), filepath.Join(t.TempDir(), "history.db")
	old, err := Open(ctx, path, fsrs.Models)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(old.Commit(ctx, review("lima", 1)), old.Close()); err != nil {
		t.Fatal(err)
	}
	if db, _, err := openReading(ctx, path, older()); !errors.Is(err, ErrOlder) {
		_ = db.Close()
		t.Errorf("a reader of an older history: %v", err)
	}
	for range 2 {
		s, err := open(ctx, path, fsrs.Models, older())
		if err != nil {
			t.Fatal(err)
		}
		var version, notes int
		if err := errors.Join(s.db.one(ctx, "PRAGMA user_version", nil, []any{&version}),
			s.db.one(ctx, "SELECT count(*) FROM notes", nil, []any{&notes})); err != nil || version != 2 {
			t.Errorf("version %d, %v", version, err)
		}
		if report, err := s.Verify(ctx); err != nil || !report.Sound() || report.Events != 1 {
			t.Errorf("after it %+v, %v", report, err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Open(ctx, path, fsrs.Models); !errors.Is(err, ErrNewer) {
		t.Errorf("the recto before opened it: %v", err)
	}
	copied, err := Open(ctx, path+".version-1", fsrs.Models)
	if err != nil {
		t.Fatal(err)
	}
	if report, err := copied.Verify(ctx); err != nil || !report.Sound() || report.Events != 1 {
		t.Errorf("the copy %+v, %v", report, err)
	}
	if err := copied.Close(); err != nil {
		t.Fatal(err)
	}
}

// A step that fails leaves the history as it was, and no copy.
func TestMigrationThatFails(t *testing.T) {
	ctx, path := t.Context(), filepath.Join(t.TempDir(), "history.db")
	s, err := Open(ctx, path, fsrs.Models)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.Commit(ctx, review("lima", 1)), s.Close()); err != nil {
		t.Fatal(err)
	}
	steps := append(older(), "CREATE TABLE more (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1)")
	if _, err := open(ctx, path, fsrs.Models, steps); err == nil {
		t.Fatal("it was opened")
	}
	if s, err = Open(ctx, path, fsrs.Models); err != nil {
		t.Fatal(err)
	}
	if report, err := s.Verify(ctx); err != nil || !report.Sound() || report.Events != 1 {
		t.Errorf("%+v, %v", report, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path + ".version-1"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a copy of what did not change: %v", err)
	}
}

// Verify finds whatever part of the cache is not what the events fold to, and
// Rebuild mends it to the byte.
func TestVerifyAndRebuild(t *testing.T) {
	for _, row := range []struct{ name, spoil string }{
		{"progress lost", "DELETE FROM progress"},
		{"progress of another card", "UPDATE progress SET cards = (SELECT cards FROM progress WHERE shelf = 0) WHERE shelf = 1"},
		{"a byte of progress", "UPDATE progress SET cards = CAST(substr(cards, 1, length(cards) - 1) || x'01' AS BLOB)"},
		{"progress that is none", "UPDATE progress SET cards = x'00ff'"},
		{"progress of no card", "INSERT INTO progress VALUES (999, x'00')"},
		{"an event out of place", "UPDATE placed SET time = time + 1 WHERE event = 2"},
		{"an event undone", "UPDATE placed SET undone = 1 WHERE event = 2"},
		{"an event held by another card", "UPDATE placed SET holder = 1 WHERE event = 2"},
		{"nothing in place", "DELETE FROM placed"},
	} {
		t.Run(row.name, func(t *testing.T) {
			ctx := t.Context()
			s, err := Open(ctx, filepath.Join(t.TempDir(), "history.db"), fsrs.Models)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = s.Close() }()
			for i := range byte(70) {
				if err := s.Commit(ctx, review(fmt.Sprintf("q%d", i), i+1)); err != nil {
					t.Fatal(err)
				}
			}
			before := cached(t, s)
			if err := s.db.script(ctx, row.spoil); err != nil {
				t.Fatal(err)
			}
			report, err := s.Verify(ctx)
			if err != nil || len(report.Stale) == 0 || len(report.Problems) > 0 {
				t.Fatalf("found %+v, %v", report, err)
			}
			if n, err := s.Rebuild(ctx); err != nil || n == 0 {
				t.Fatalf("mended %d, %v", n, err)
			}
			if report, err := s.Verify(ctx); err != nil || !report.Sound() {
				t.Errorf("after mending %+v, %v", report, err)
			}
			if diff := cmp.Diff(before, cached(t, s)); diff != "" {
				t.Errorf("mended to something else:\n%s", diff)
			}
		})
	}
}

// cached returns the bytes of the cache.
func cached(t *testing.T, s *Store) (all []string) {
	t.Helper()
	for _, query := range []string{
		"SELECT quote(shelf) || quote(cards) FROM progress ORDER BY 1",
		"SELECT quote(event) || quote(time) || quote(undone) || quote(holder) FROM placed ORDER BY event",
	} {
		if err := s.db.each(context.Background(), query, func(scan func(...any) error) error {
			var line string
			err := scan(&line)
			all = append(all, line)
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// Verify finds events that no recto has written.
func TestVerifyFindsBadEvents(t *testing.T) {
	for _, row := range []struct{ name, spoil string }{
		{"a body that is none", "UPDATE events SET body = 'x' WHERE number = 1"},
		{"a body with more", `UPDATE events SET body = replace(body, '"rating"', '"x":1,"rating"') WHERE number = 1`},
		{"a body with spaces", "UPDATE events SET body = body || ' ' WHERE number = 1"},
		{"a rating of 9", `UPDATE events SET body = replace(body, '"rating":3', '"rating":9') WHERE number = 1`},
		{"an unknown kind", "UPDATE events SET kind = 'dance', body = '' WHERE number = 1"},
		{"a card that is not there", "PRAGMA foreign_keys = 0; UPDATE events SET card = 99 WHERE number = 1; PRAGMA foreign_keys = 1"},
	} {
		t.Run(row.name, func(t *testing.T) {
			ctx := t.Context()
			s, err := Open(ctx, filepath.Join(t.TempDir(), "history.db"), fsrs.Models)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = s.Close() }()
			if err := errors.Join(s.Commit(ctx, review("lima", 1)), s.db.script(ctx, row.spoil)); err != nil {
				t.Fatal(err)
			}
			if report, err := s.Verify(ctx); err != nil || len(report.Problems) == 0 {
				t.Errorf("found %+v, %v", report, err)
			}
		})
	}
}

// What makes a commit durable and waiting for others possible is in force.
func TestPragmas(t *testing.T) {
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "history.db"), fsrs.Models)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "fullfsync": "1", "checkpoint_fullfsync": "1",
		"foreign_keys": "1", "busy_timeout": "5000", "trusted_schema": "0", "application_id": fmt.Sprint(applicationID), "user_version": "1"} {
		var got string
		if err := s.db.one(t.Context(), "PRAGMA "+pragma, nil, []any{&got}); err != nil || got != want {
			t.Errorf("%s is %q, want %q (%v)", pragma, got, want, err)
		}
	}
}
