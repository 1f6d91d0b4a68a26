package quiz_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"recto/quiz"
)

// However many events are taken back, the undos are valid and name each once.
func TestUndoOf(t *testing.T) {
	random := rand.NewChaCha8([32]byte{1})
	for _, row := range []struct{ events, undos int }{{0, 0}, {1, 1}, {20_000, 1}, {20_001, 2}, {45_000, 3}} {
		ids := make([]quiz.EventID, row.events)
		for i := range ids {
			ids[i], _ = quiz.NewEventID(random)
		}
		undos, err := quiz.UndoOf(ids, 5, random)
		if err != nil || len(undos) != row.undos {
			t.Fatalf("%d events: %d undos, %v", row.events, len(undos), err)
		}
		var named []quiz.EventID
		for i, e := range undos {
			e.Device, e.Sequence = "00000000000000000000000000000000", int64(i+1)
			if err := e.Validate(); err != nil {
				t.Errorf("%d events: %v", row.events, err)
			}
			named = append(named, e.Undo...)
		}
		if !slices.Equal(named, ids) {
			t.Errorf("%d events: the undos name others", row.events)
		}
	}
}
