package history

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"recto/quiz"
)

// Backup writes a copy of the history, as it is at this moment, to a file that
// must not be there yet (else fs.ErrExist). The copy is whole and on the disk,
// or not there.
func (s *Store) Backup(ctx context.Context, file string) error {
	if _, err := os.Lstat(file); err == nil {
		return fmt.Errorf("backup %q: %w", file, fs.ErrExist)
	}
	var failed error
	err := place(file, func(temp string) error {
		failed = s.copyTo(ctx, temp)
		return failed
	})
	switch {
	case errors.Is(kindOf(failed), ErrDamaged):
		return explain(s.path, failed)
	case err != nil:
		return fmt.Errorf("backup %q: %w", file, err)
	}
	return nil
}

// copyTo writes a copy to an empty file. To a connection that only queries
// that is a change, though of no file it reads.
func (s *Store) copyTo(ctx context.Context, file string) error {
	if s.readOnly {
		if err := s.db.script(ctx, "PRAGMA query_only = 0"); err != nil {
			return err
		}
		defer func() { _ = s.db.script(context.WithoutCancel(ctx), "PRAGMA query_only = 1") }()
	}
	return s.db.script(ctx, "VACUUM INTO ?", file)
}

// Restored says what Restore did.
type Restored struct {
	Events int    // events in the history now
	Aside  string // where the history as it was before is kept, "" when there was none
}

// Restore makes the history at a path what the backup in a file holds. The
// backup must be a sound history. What was there before is kept beside it, in
// the file that is returned: as a backup, or as it is when it is damaged. A
// foreign or newer file at the path is refused.
//
// A history that is sound is replaced within one transaction, so other
// programs may have it open: they see the one or the other. It fails with
// ErrLocked only when one of them writes for more than five seconds. The
// restored history goes on as a new device, so that what was recorded after
// the backup can still be imported from the copy.
func Restore(ctx context.Context, where, file string, models quiz.Models) (Restored, error) {
	path, err := locate(where)
	if err != nil {
		return Restored{}, err
	}
	if _, err := os.Stat(file); err != nil {
		return Restored{}, fmt.Errorf("backup: %w", err)
	}
	from, err := OpenReadOnly(ctx, file, models)
	if err != nil {
		return Restored{}, fmt.Errorf("backup: %w", err)
	}
	defer func() { _ = from.Close() }()
	report, err := from.Verify(ctx)
	if err != nil {
		return Restored{}, fmt.Errorf("backup: %w", err)
	}
	if len(report.Problems) > 0 {
		return Restored{}, fmt.Errorf("backup: %w", fault(from.path, ErrDamaged, errors.New(report.Problems[0])))
	}
	done := Restored{Events: report.Events}
	sound, err := isSound(ctx, path, models)
	if err != nil {
		return Restored{}, err
	}
	if sound {
		done.Aside, err = replace(ctx, path, from)
	} else {
		done.Aside, err = install(ctx, path, from)
	}
	return done, err
}

// isSound reports whether there is a history at path that can be read through
// and through; false when it is damaged or there is none.
func isSound(ctx context.Context, path string, models quiz.Models) (bool, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	s, err := Open(ctx, path, models)
	var report Report
	if err == nil {
		report, err = s.Verify(ctx)
		err = errors.Join(err, s.Close())
	}
	if errors.Is(err, ErrDamaged) {
		return false, nil
	}
	return err == nil && len(report.Problems) == 0, err
}

// replace keeps a copy of the sound history at path and makes it what from
// holds. What another program records between the two would be in neither, so
// the copy is made anew then.
func replace(ctx context.Context, path string, from *Store) (aside string, err error) {
	to, err := Open(ctx, path, from.models)
	if err != nil {
		return "", err
	}
	for range 10 {
		if aside, err = to.replaceBy(ctx, from); !errors.Is(err, errGoneOn) {
			break
		}
	}
	return aside, errors.Join(err, to.Close())
}

// errGoneOn: the history was written to since a copy of it was made.
var errGoneOn = errors.New("it was written to meanwhile")

// replaceBy is one try of replace. It fails with errGoneOn, and leaves no
// copy, when the history was written to on the way.
func (s *Store) replaceBy(ctx context.Context, from *Store) (aside string, err error) {
	if aside, err = freeName(s.path + ".before-restore"); err != nil {
		return "", err
	}
	var last int64
	if err := s.read(ctx, func(tx *conn) error { return tx.one(ctx, lastNumber, nil, []any{&last}) }); err != nil {
		return "", err
	}
	if err := s.Backup(ctx, aside); err != nil {
		return "", err
	}
	if err = s.become(ctx, from, last); errors.Is(err, errGoneOn) {
		return "", errors.Join(err, os.Remove(aside))
	}
	return aside, err
}

// install puts a new history with what from holds at path, where nothing or
// a damaged one is, whose files it moves aside once the new one is whole.
func install(ctx context.Context, path string, from *Store) (aside string, err error) {
	if err := makeDir(filepath.Dir(path)); err != nil {
		return "", explain(path, err)
	}
	fill := func(temp string) error {
		return buildFile(ctx, temp, schema(), func(db *conn) error {
			info, err := os.Stat(temp)
			if err != nil {
				return err
			}
			return (&Store{path: temp, info: info, db: db, models: from.models}).become(ctx, from, 0)
		})
	}
	err = placeWhen(path, fill, func() (err error) {
		aside, err = moveAside(path)
		return err
	})
	if err != nil && aside != "" {
		return aside, fmt.Errorf("%w; the file that was there is now %q", explain(path, err), aside)
	}
	return aside, explain(path, err)
}

// moveAside gives the files of a history another name, which it returns; ""
// when there are none.
func moveAside(path string) (aside string, err error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if aside, err = freeName(path + ".before-restore"); err != nil {
		return "", err
	}
	for _, suffix := range []string{"-wal", "-shm", ""} {
		if err := os.Rename(path+suffix, aside+suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	return aside, nil
}

// freeName returns name, or name with the first number that is not taken.
func freeName(name string) (string, error) {
	for n := 1; ; n++ {
		try := name
		if n > 1 {
			try = fmt.Sprintf("%s-%d", name, n)
		}
		_, err := os.Lstat(try)
		if errors.Is(err, fs.ErrNotExist) {
			return try, nil
		}
		if err != nil {
			return "", err
		}
	}
}

// become replaces all events by those of another history. It fails with
// errGoneOn unless the last of them has the number last, 0 for none.
func (s *Store) become(ctx context.Context, from *Store, last int64) error {
	return s.write(ctx, func(tx *conn) error {
		var now int64
		if err := tx.one(ctx, lastNumber, nil, []any{&now}); err != nil {
			return err
		}
		if now != last {
			return fault(s.path, ErrLocked, errGoneOn)
		}
		for _, table := range []string{"placed", "progress", "self", "events", "cards", "devices"} {
			if err := tx.script(ctx, "DELETE FROM "+table); err != nil {
				return err
			}
		}
		if err := newDevice(ctx, tx); err != nil {
			return err
		}
		t, err := newTaker(ctx, tx)
		if err != nil {
			return err
		}
		defer t.release(ctx)
		for e, err := range from.Events(ctx, 0) {
			if err == nil {
				err = t.take(ctx, e)
			}
			if err != nil {
				return err
			}
		}
		return t.finish(ctx, s)
	})
}
