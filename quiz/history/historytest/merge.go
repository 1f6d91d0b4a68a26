package historytest

import (
	"crypto/rand"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
	"recto/quiz/history"
)

// NewID returns the id of a new event.
func NewID() quiz.EventID {
	id, err := quiz.NewEventID(rand.Reader)
	if err != nil {
		panic(err)
	}
	return id
}

// Weights returns parameters of which one, w2, is w.
func Weights(w float64) []float64 {
	all := fsrs.Defaults()
	all[2] = w
	return all[:]
}

// merge lets two machines record whatever they can, with clocks that go
// astray, and hand it to each other now and then. After each step the progress
// is what a fold of all events gives; in the end both hold the same.
func merge(t *testing.T, where func(testing.TB) string) {
	rapid.Check(t, func(rt *rapid.T) {
		var machines [2]*history.Store
		for i := range machines {
			at := where(t)
			s, err := history.Open(t.Context(), at, fsrs.Models)
			if err != nil {
				rt.Fatal(err)
			}
			defer func() { _, _ = s.Close(), os.Remove(at) }()
			machines[i] = s
		}
		var known []quiz.EventID
		for range rapid.IntRange(1, 12).Draw(rt, "steps") {
			i := rapid.IntRange(0, 1).Draw(rt, "machine")
			if rapid.IntRange(0, 9).Draw(rt, "what") == 0 {
				hand(rt, t, machines[i], machines[1-i])
			} else {
				events := draw(rt, known)
				for _, e := range events {
					known = append(known, e.ID)
				}
				if err := machines[i].Commit(t.Context(), events...); err != nil {
					rt.Fatal(err)
				}
			}
			same(rt, t, machines[i])
		}
		hand(rt, t, machines[0], machines[1])
		hand(rt, t, machines[1], machines[0])
		a, b := same(rt, t, machines[0]), same(rt, t, machines[1])
		if diff := cmp.Diff(a, b); diff != "" {
			rt.Fatal(diff)
		}
		for _, s := range machines {
			report, err := s.Verify(t.Context())
			if err != nil || !report.Sound() {
				rt.Fatalf("%+v, %v", report, err)
			}
		}
		if Exported(t, machines[0]) != Exported(t, machines[1]) {
			rt.Fatal("the machines export different bytes")
		}
	})
}

// union merges three machines in every order, and some of them twice: it is
// commutative, associative and idempotent.
func union(t *testing.T, where func(testing.TB) string) {
	var texts []string
	for i, question := range []string{"lima", "quito", "lima"} {
		s := Open(t, where(t))
		commit(t, s, Review(question, 20000+quiz.Day(i), quiz.Good))
		last := Review("oslo", 20010-quiz.Day(i), quiz.Again)
		commit(t, s, last)
		commit(t, s, quiz.Event{ID: NewID(), At: last.At, Kind: quiz.UndoEvent, Undo: []quiz.EventID{last.ID}},
			quiz.Event{ID: NewID(), At: last.At, Kind: quiz.RelinkEvent, Relink: []quiz.Relink{{From: Card("lima"), To: Card("quito")}}})
		texts = append(texts, Exported(t, s))
	}
	var want string
	for _, order := range [][]int{{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}, {0, 0, 1, 2, 1, 0}} {
		s := Open(t, where(t))
		for _, i := range order {
			if _, err := s.Import(t.Context(), strings.NewReader(texts[i])); err != nil {
				t.Fatal(err)
			}
		}
		folded(t, s)
		Sound(t, s)
		if got := Exported(t, s); want == "" {
			want = got
		} else if got != want {
			t.Errorf("merged as %v:\n%s, want\n%s", order, got, want)
		}
	}
	if n := strings.Count(want, "\n"); n != 12 {
		t.Errorf("%d events, want 12", n)
	}
}

// hand imports in one history what another exports.
func hand(rt *rapid.T, t testing.TB, from, to *history.Store) {
	if _, err := to.Import(t.Context(), strings.NewReader(Exported(t, from))); err != nil {
		rt.Fatal(err)
	}
}

// same returns the progress of a history, which must be what its events fold to.
func same(rt *rapid.T, t testing.TB, s *history.Store) map[decks.CardID]quiz.Progress {
	want, err := quiz.Fold(stored(t, s), fsrs.Models)
	if err != nil {
		rt.Fatal(err)
	}
	got, err := s.Progress(t.Context())
	if err != nil {
		rt.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		rt.Fatalf("the progress is not what the events fold to:\n%s", diff)
	}
	return got
}

// draw returns the events of one commit.
func draw(rt *rapid.T, known []quiz.EventID) []quiz.Event {
	questions := []string{"lima", "quito", "oslo"}
	q := rapid.SampledFrom(questions).Draw(rt, "question")
	day := 20000 + quiz.Day(rapid.IntRange(0, 40).Draw(rt, "day"))
	about := func(k quiz.EventKind) quiz.Event {
		return quiz.Event{ID: NewID(), At: int64(day) * 86_400_000, Kind: k, Card: Card(q)}
	}
	plain := func(k quiz.EventKind) quiz.Event {
		e := about(k)
		e.Card = decks.CardID{}
		return e
	}
	review := Review(q, day, quiz.Rating(rapid.IntRange(1, 4).Draw(rt, "rating")))
	switch rapid.IntRange(0, 12).Draw(rt, "kind") {
	case 0:
		e := plain(quiz.UndoEvent)
		for range rapid.IntRange(1, 3).Draw(rt, "named") {
			id := NewID() // of an event that never comes
			if len(known) > 0 {
				id = rapid.SampledFrom(known).Draw(rt, "id")
			}
			if !slices.Contains(e.Undo, id) {
				e.Undo = append(e.Undo, id)
			}
		}
		return []quiz.Event{e}
	case 1:
		to := rapid.SampledFrom(questions).Draw(rt, "to")
		if to == q {
			return []quiz.Event{review}
		}
		e := plain(quiz.RelinkEvent)
		e.Relink = []quiz.Relink{{From: Card(q), To: Card(to)}, {From: Card(to), To: Card(q)}}[:rapid.IntRange(1, 2).Draw(rt, "pairs")]
		return []quiz.Event{e}
	case 2:
		e := plain(quiz.SettingsEvent)
		e.Settings = &quiz.Settings{Deck: rapid.SampledFrom([]string{"", "geo"}).Draw(rt, "deck")}
		if n := rapid.IntRange(0, 3).Draw(rt, "weights"); n > 0 {
			e.Settings.Weights = Weights(float64(n))
		}
		return []quiz.Event{e, review}
	case 3:
		return []quiz.Event{review, about(quiz.SuspendEvent)}
	case 4:
		e := about(quiz.BuryEvent)
		e.Bury = day + 1
		return []quiz.Event{e}
	case 5:
		e := about(quiz.FlagEvent)
		e.Flag = 2
		return []quiz.Event{e, about(quiz.ResetEvent), review}
	case 6:
		e := about(quiz.DueEvent)
		e.Due = &quiz.Due{Due: 5, DueDay: day + 9}
		return []quiz.Event{e, about(quiz.UnsuspendEvent)}
	case 7:
		e := plain(quiz.SeenEvent)
		e.Seen = &quiz.Seen{Deck: "geo", Question: q, Text: "What is the capital?"}
		return []quiz.Event{e, review}
	}
	return []quiz.Event{review}
}
