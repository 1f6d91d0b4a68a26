package history_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
	"recto/quiz/history"
)

// ReviewsSince has what stands from a time on, under the card that holds it.
func TestReviewsSince(t *testing.T) {
	ctx := context.Background()
	s, err := history.Open(ctx, filepath.Join(t.TempDir(), "h.db"), fsrs.Models)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	card := func(q string) decks.CardID { return decks.CardID{Deck: "d", Question: q, Face: decks.AskFace} }
	start := time.Date(2026, 3, 2, 10, 0, 0, 0, time.UTC)
	n := byte(0)
	commit := func(minutes int, e quiz.Event) quiz.EventID {
		n++
		e.ID, e.At = quiz.EventID{n}, start.Add(time.Duration(minutes)*time.Minute).UnixMilli()
		if err := s.Commit(ctx, e); err != nil {
			t.Fatal(err)
		}
		return e.ID
	}
	rate := func(minutes int, q string) quiz.EventID {
		return commit(minutes, quiz.Event{Kind: quiz.ReviewEvent, Card: card(q), Review: &quiz.ReviewBody{
			Rating: quiz.Good, Day: 20514, State: quiz.Review, Due: start.AddDate(0, 0, 9).UnixMilli(), DueDay: 20523}})
	}
	rate(0, "early")
	rate(10, "a")
	undone := rate(11, "b")
	rate(12, "c")
	commit(13, quiz.Event{Kind: quiz.UndoEvent, Undo: []quiz.EventID{undone}})
	commit(14, quiz.Event{Kind: quiz.RelinkEvent, Relink: []quiz.Relink{{From: card("c"), To: card("d")}}})
	got, err := s.ReviewsSince(ctx, start.Add(10*time.Minute).UnixMilli())
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].Card != card("a") || got[1].Card != card("d") {
		t.Errorf("%+v", got)
	}
}
