package history

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"recto/quiz/fsrs"
)

// What another program saves while the copy is made would be in neither of the
// two histories. It is noticed, and nothing is replaced.
func TestRestoreNoticesWhatWasRatedMeanwhile(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	events := func(s *Store, err error) int {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = s.Close() })
		report, err := s.Verify(ctx)
		if err != nil || !report.Sound() {
			t.Fatalf("%+v, %v", report, err)
		}
		return report.Events
	}
	from, err := OpenReadOnly(ctx, filepath.Join(dir, "none.db"), fsrs.Models)
	if n := events(from, err); n != 0 {
		t.Fatalf("%d events of nothing", n)
	}
	s, err := Open(ctx, filepath.Join(dir, "history.db"), fsrs.Models)
	events(s, err)
	if err := s.Commit(ctx, review("lima", 1)); err != nil {
		t.Fatal(err)
	}
	if err := s.become(ctx, from, 0); !errors.Is(err, errGoneOn) || !errors.Is(err, ErrLocked) {
		t.Errorf("error %v", err)
	}
	if n := events(s, nil); n != 1 {
		t.Errorf("%d events stayed of 1", n)
	}
	aside, err := s.replaceBy(ctx, from)
	if err != nil {
		t.Fatal(err)
	}
	if n := events(s, nil); n != 0 {
		t.Errorf("%d events stayed of what was replaced", n)
	}
	if n := events(OpenReadOnly(ctx, aside, fsrs.Models)); n != 1 {
		t.Errorf("%d events were kept aside of 1", n)
	}
}
