package history_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"recto/quiz"
	"recto/quiz/history/historytest"
)

// TestHeld: reviews and resets that stand, of every card, in the order of time
// and with the card that holds them after a relink.
func TestHeld(t *testing.T) {
	s := historytest.Open(t, newFile()(t))
	one, two := historytest.Review("one", 20_001, quiz.Good), historytest.Review("two", 20_000, quiz.Again)
	undone := historytest.Review("one", 20_003, quiz.Easy)
	reset := quiz.Event{ID: historytest.NewID(), At: 20_004 * 86_400_000, Kind: quiz.ResetEvent, Card: historytest.Card("one")}
	events := []quiz.Event{
		two, one, undone, reset,
		{ID: historytest.NewID(), At: 20_005 * 86_400_000, Kind: quiz.UndoEvent, Undo: []quiz.EventID{undone.ID}},
		{ID: historytest.NewID(), At: 20_006 * 86_400_000, Kind: quiz.RelinkEvent,
			Relink: []quiz.Relink{{From: historytest.Card("two"), To: historytest.Card("three")}}},
		{ID: historytest.NewID(), At: 20_007 * 86_400_000, Kind: quiz.SuspendEvent, Card: historytest.Card("one")},
	}
	for _, e := range events {
		if err := s.Commit(context.Background(), e); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	err := s.Held(context.Background(), func(e quiz.Event) error {
		got = append(got, string(e.Kind)+" "+e.Card.Question)
		return nil
	})
	if want := []string{"review three", "review one", "reset one"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v; want %q", got, err, want)
	}
	enough := errors.New("enough")
	if err := s.Held(context.Background(), func(quiz.Event) error { return enough }); !errors.Is(err, enough) {
		t.Errorf("%v, want the error of the callee", err)
	}
}
