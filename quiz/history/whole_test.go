package history_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"recto/quiz"
	"recto/quiz/fsrs"
	"recto/quiz/history"
	"recto/quiz/history/historytest"
)

// A history that several connections read together folds to what quiz.Fold
// makes of its events, through the eyes of a reader, and while another program
// goes on with it.
func TestFoldOfManyEvents(t *testing.T) {
	ctx, s := t.Context(), historytest.Open(t, newFile()(t))
	shape := historytest.Shape{Cards: 800, Events: 22_000, Decks: 4, Devices: 3, Seed: 2}
	if n, err := s.Import(ctx, lines(shape)); err != nil || n.Added != shape.Events {
		t.Fatalf("%+v, %v", n, err)
	}
	var events []quiz.Event
	for e := range historytest.Generate(shape) {
		events = append(events, e)
	}
	want, err := quiz.Fold(events, fsrs.Models)
	if err != nil {
		t.Fatal(err)
	}
	got, err := s.Progress(ctx)
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Fatalf("%v\n%s", err, diff)
	}
	reader, err := history.OpenReadOnly(ctx, s.Path(), fsrs.Models)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	for i := range 3 {
		if report, err := reader.Verify(ctx); err != nil || !report.Sound() || report.Events != shape.Events+2*i {
			t.Fatalf("%+v, %v", report, err)
		}
		e := quiz.Event{ID: historytest.NewID(), At: 4_000_000_000_000, Kind: quiz.SettingsEvent,
			Settings: &quiz.Settings{Weights: historytest.Weights(float64(i + 1))}}
		if err := s.Commit(ctx, historytest.Review("lima", 30_000, quiz.Good), e); err != nil {
			t.Fatal(err)
		}
		if n, err := s.Rebuild(ctx); n != 0 || err != nil {
			t.Fatalf("%d places were kept otherwise, %v", n, err)
		}
	}
}
