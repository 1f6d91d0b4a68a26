package history

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"recto/quiz"
)

// Report is what Verify found.
type Report struct {
	Events   int      // events that were read
	Cards    int      // cards with progress
	Problems []string // what is wrong with the file or an event; none is well
	Stale    []string // where the cached progress is not what the events fold to; Rebuild mends it
}

// Sound reports whether nothing is wrong.
func (r Report) Sound() bool { return len(r.Problems) == 0 && len(r.Stale) == 0 }

// Verify reads the whole file: the structure of the database, every event, and
// the cached progress, which must be, byte for byte, what the events fold to.
// An error means that it could not be done; what is wrong is in the report.
func (s *Store) Verify(ctx context.Context) (Report, error) {
	var report Report
	err := s.read(ctx, func(tx *conn) error {
		if err := structure(ctx, tx, &report); err != nil || len(report.Problems) > 0 {
			return err
		}
		if err := shelves(ctx, tx, func(n int64, cards []byte) error {
			return unpack(n, cards, func(int64, packed) { report.Cards++ })
		}); err != nil {
			report.Stale = append(report.Stale, err.Error())
		}
		var mu sync.Mutex
		found, err := s.settle(ctx, tx, false, func(e *quiz.Event, body []byte) {
			err := verifyEvent(e, body)
			mu.Lock()
			defer mu.Unlock()
			if report.Events++; err != nil {
				report.Problems = append(report.Problems, fmt.Sprintf("event %s: %v", e.ID, err))
			}
		})
		slices.Sort(report.Problems)
		if errors.Is(err, errBadEvent) {
			report.Problems = append(report.Problems, err.Error())
			return nil
		}
		report.Stale = append(report.Stale, found.words()...)
		return err
	})
	return report, err
}

// structure checks the database itself.
func structure(ctx context.Context, tx *conn, report *Report) error {
	for _, check := range []struct{ query, fine string }{
		{"PRAGMA integrity_check(20)", "ok"},
		{`SELECT "table" || ' row ' || coalesce(rowid, 0) || ' refers to no row of ' || parent FROM pragma_foreign_key_check`, ""},
	} {
		if err := tx.each(ctx, check.query, func(scan func(...any) error) error {
			var line string
			if err := scan(&line); err != nil {
				return err
			}
			if line != check.fine {
				report.Problems = append(report.Problems, line)
			}
			return nil
		}); err != nil {
			return err
		}
	}
	return nil
}

// verifyEvent checks that a stored event is valid and stored as it is written.
func verifyEvent(e *quiz.Event, body []byte) error {
	if err := e.Validate(); err != nil {
		return err
	}
	var room [1024]byte
	if !bytes.Equal(e.AppendBody(room[:0]), body) {
		return errors.New("its body is not what an event of this kind writes")
	}
	return nil
}

// Rebuild folds the whole history and writes the cached progress anew where
// it differs. It returns how many places were mended.
func (s *Store) Rebuild(ctx context.Context) (mended int, err error) {
	err = s.write(ctx, func(tx *conn) error {
		found, err := s.settle(ctx, tx, true, nil)
		mended = found.count
		return err
	})
	return mended, err
}
