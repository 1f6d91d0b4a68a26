package history

import (
	"context"
	"database/sql"
	"fmt"

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
	err := s.read(ctx, func(tx *sql.Tx) error {
		if err := structure(ctx, tx, &report); err != nil || len(report.Problems) > 0 {
			return err
		}
		if err := rows(ctx, tx, allEvents, func(r row) error {
			report.Events++
			return s.verifyEvent(r.event, &report)
		}); err != nil {
			report.Problems = append(report.Problems, err.Error())
			return nil
		}
		if len(report.Problems) > 0 {
			return nil
		}
		if err := shelves(ctx, tx, func(n int64, cards []byte) error {
			return unpack(n, cards, func(int64, packed) { report.Cards++ })
		}); err != nil {
			report.Stale = append(report.Stale, err.Error())
		}
		stale, err := s.settle(ctx, tx, false)
		report.Stale = append(report.Stale, stale...)
		return err
	})
	return report, err
}

// structure checks the database itself.
func structure(ctx context.Context, tx *sql.Tx, report *Report) error {
	for _, check := range []struct{ query, fine string }{
		{"PRAGMA integrity_check(20)", "ok"},
		{`SELECT "table" || ' row ' || coalesce(rowid, 0) || ' refers to no row of ' || parent FROM pragma_foreign_key_check`, ""},
	} {
		found, err := tx.QueryContext(ctx, check.query)
		if err != nil {
			return err
		}
		for found.Next() {
			var line string
			if err := found.Scan(&line); err != nil {
				_ = found.Close()
				return err
			}
			if line != check.fine {
				report.Problems = append(report.Problems, line)
			}
		}
		if err := found.Close(); err != nil {
			return err
		}
		if err := found.Err(); err != nil {
			return err
		}
	}
	return nil
}

// verifyEvent checks that an event is valid and reads back from its own line.
func (s *Store) verifyEvent(e quiz.Event, report *Report) error {
	line := e.AppendJSON(nil)
	again, err := quiz.DecodeEvent(line)
	if err == nil && string(again.AppendJSON(nil)) != string(line) {
		err = fmt.Errorf("it is not what its line says")
	}
	if err != nil {
		report.Problems = append(report.Problems, fmt.Sprintf("event %s: %v", e.ID, err))
	}
	return nil
}

// Rebuild folds the whole history and writes the cached progress anew where
// it differs. It returns how many places were mended.
func (s *Store) Rebuild(ctx context.Context) (mended int, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		differences, err := s.settle(ctx, tx, true)
		mended = len(differences)
		return err
	})
	return mended, err
}
