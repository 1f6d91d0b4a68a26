package historytest

import (
	"bytes"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"recto/quiz"
	"recto/quiz/fsrs"
	"recto/quiz/history"
)

// shuffle lets a learner with several devices, whose clocks differ, go on in one
// history while the events of another come in lines in any order, in pieces,
// some of them twice. After each piece, and after what is recorded between,
// Rebuild finds nothing to mend: what was kept on the way is, byte for byte, what
// all events fold to. In the end both hold the same as if all came at once.
func shuffle(t *testing.T, where func(testing.TB) string) {
	rapid.Check(t, func(rt *rapid.T) {
		s := openFor(rt, t, where)
		shape := Shape{Cards: 4, Events: rapid.IntRange(1, 60).Draw(rt, "events"), Decks: 2,
			Devices: rapid.IntRange(1, 3).Draw(rt, "devices"), Seed: rapid.Uint64().Draw(rt, "seed")}
		var lines []string
		for e := range Generate(shape) {
			lines = append(lines, string(e.AppendJSON(nil)))
		}
		lines = append(lines, lines[:rapid.IntRange(0, len(lines)).Draw(rt, "twice")]...)
		lines = rapid.Permutation(lines).Draw(rt, "order")
		var own []quiz.EventID
		for len(lines) > 0 {
			n := rapid.IntRange(1, len(lines)).Draw(rt, "piece")
			if _, err := s.Import(t.Context(), strings.NewReader(strings.Join(lines[:n], "\n"))); err != nil {
				rt.Fatal(err)
			}
			lines = lines[n:]
			kept(rt, t, s)
			for range rapid.IntRange(0, 3).Draw(rt, "own") {
				events := drawAbout(rt, shape, own)
				if err := s.Commit(t.Context(), events...); err != nil {
					rt.Fatal(err)
				}
				for _, e := range events {
					own = append(own, e.ID)
				}
				kept(rt, t, s)
			}
		}
		again := openFor(rt, t, where)
		hand(rt, t, s, again)
		if diff := cmp.Diff(same(rt, t, s), same(rt, t, again)); diff != "" {
			rt.Fatalf("all at once folds to something else:\n%s", diff)
		}
	})
}

// openFor opens a new history for one run of a property.
func openFor(rt *rapid.T, t testing.TB, where func(testing.TB) string) *history.Store {
	at := where(t)
	s, err := history.Open(t.Context(), at, fsrs.Models)
	if err != nil {
		rt.Fatal(err)
	}
	rt.Cleanup(func() { _, _ = s.Close(), os.Remove(at) })
	return s
}

// kept fails unless what is kept is what everything folds to.
func kept(rt *rapid.T, t testing.TB, s *history.Store) {
	if n, err := s.Rebuild(t.Context()); n != 0 || err != nil {
		rt.Fatalf("a fold of everything mended %d places, %v", n, err)
	}
}

// drawAbout returns the events of one commit about the cards of a made-up
// learner, those that an edit gave them included.
func drawAbout(rt *rapid.T, shape Shape, known []quiz.EventID) []quiz.Event {
	events := draw(rt, known)
	l := newLearner(shape, func(quiz.Event) bool { return true })
	l.cards = make([]fake, shape.Cards)
	card := func() (c quiz.Relink) {
		i := rapid.Int32Range(0, int32(shape.Cards-1)).Draw(rt, "card")
		l.cards[i].version = uint8(rapid.IntRange(0, 2).Draw(rt, "version"))
		c.From = l.card(i)
		l.cards[i].version = uint8(rapid.IntRange(0, 2).Draw(rt, "to"))
		c.To = l.card(i)
		return c
	}
	for i := range events {
		e := &events[i]
		e.At += int64(rapid.IntRange(-5000, 5000).Draw(rt, "astray")) * 86_400_000
		switch {
		case e.Card.Deck != "":
			e.Card = card().From
		case e.Kind == quiz.RelinkEvent:
			if pair := card(); pair.From != pair.To {
				e.Relink = []quiz.Relink{pair}
			}
		case e.Kind == quiz.SettingsEvent && e.Settings.Deck != "":
			e.Settings.Deck = card().From.Deck
		}
	}
	return events
}

// aborted: a commit and an import that fail at their last event leave the
// history, and what is kept of it, as they were, however much came before.
func aborted(t *testing.T, where func(testing.TB) string) {
	rapid.Check(t, func(rt *rapid.T) {
		s := openFor(rt, t, where)
		var known []quiz.EventID
		for range rapid.IntRange(1, 5).Draw(rt, "before") {
			events := draw(rt, known)
			if err := s.Commit(t.Context(), events...); err != nil {
				rt.Fatal(err)
			}
			for _, e := range events {
				known = append(known, e.ID)
			}
		}
		was, progress := Exported(t, s), same(rt, t, s)
		bad := quiz.Event{ID: NewID(), At: 5, Kind: quiz.SettingsEvent, Settings: &quiz.Settings{Weights: []float64{1}}}
		if err := s.Commit(t.Context(), append(draw(rt, known), bad)...); err == nil {
			rt.Fatal("committed")
		}
		var lines bytes.Buffer
		for i, e := range slices.Concat(draw(rt, known), []quiz.Event{bad}) {
			e.Device, e.Sequence = "0123456789abcdef0123456789abcdef", int64(i+1)
			lines.Write(append(e.AppendJSON(nil), '\n'))
		}
		if _, err := s.Import(t.Context(), &lines); err == nil || errors.Is(err, history.ErrConflict) {
			rt.Fatalf("imported, %v", err)
		}
		if got := Exported(t, s); got != was {
			rt.Fatalf("events stayed:\n%s", got)
		}
		if diff := cmp.Diff(progress, same(rt, t, s)); diff != "" {
			rt.Fatalf("what is kept has changed:\n%s", diff)
		}
		kept(rt, t, s)
	})
}
