package history

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"recto/quiz"
)

// applicationID marks an SQLite file as a history: "rect" in ASCII.
const applicationID = 0x72656374

// Open opens the history at a path for reading and writing. Where there is
// none it makes one that its owner alone can read. The models fold reviews to
// memory states.
//
// A file that is foreign, newer or damaged is refused with an Error and left
// as it is; so is a postgres:// URL, which this version cannot open.
func Open(ctx context.Context, where string, models quiz.Models) (*Store, error) {
	return open(ctx, where, models, schema())
}

// OpenReadOnly opens the history at a path for reading. It makes no file and
// adds nothing: where there is no history, it reads as an empty one.
func OpenReadOnly(ctx context.Context, where string, models quiz.Models) (*Store, error) {
	path, err := locate(where)
	if err != nil {
		return nil, err
	}
	steps := schema()
	info, err := lookAt(path)
	if errors.Is(err, fs.ErrNotExist) {
		return openNothing(ctx, path, models, steps)
	}
	if err != nil {
		return nil, explain(path, err)
	}
	db, parameters, err := openReading(ctx, path, steps)
	if err != nil {
		return nil, explain(path, err)
	}
	return &Store{path: path, info: info, db: db, models: models, readOnly: true, reading: parameters}, nil
}

// open is Open with the steps of the schema handed in.
func open(ctx context.Context, where string, models quiz.Models, steps []string) (*Store, error) {
	path, err := locate(where)
	if err != nil {
		return nil, err
	}
	info, err := lookAt(path)
	if errors.Is(err, fs.ErrNotExist) {
		// ErrExist: another program has begun it meanwhile.
		if err := create(ctx, path, steps); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, explain(path, err)
		}
		info, err = lookAt(path)
	}
	if err != nil {
		return nil, explain(path, err)
	}
	db, err := dial(ctx, path, "mode=rw")
	if err != nil {
		return nil, explain(path, notOurs(path, err))
	}
	s := &Store{path: path, info: info, db: db, models: models, reading: "mode=rw&_query_only=1"}
	if err := s.prepare(ctx, steps); err != nil {
		return nil, errors.Join(explain(path, err), db.Close())
	}
	return s, nil
}

// locate returns the absolute path that a place names, links followed.
func locate(where string) (string, error) {
	if scheme, _, ok := strings.Cut(where, "://"); ok {
		hint := "set RECTO_HISTORY to the path of an SQLite file"
		if scheme == "postgres" || scheme == "postgresql" {
			hint = "PostgreSQL is not built into this version; " + hint
		}
		// The URL may hold a password, so only its scheme is told.
		return "", &Error{Path: scheme + "://...", Kind: ErrUnsupported, Hint: hint}
	}
	if where == "" || strings.ContainsRune(where, 0) {
		return "", &Error{Path: where, Kind: ErrUnsupported, Hint: "it needs the path of a file"}
	}
	path, err := filepath.Abs(where)
	if err != nil {
		return "", err
	}
	// SQLite keeps its files beside the file itself, not beside a link to it.
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	return path, nil
}

// lookAt refuses what is there and no file with something in it. It opens
// nothing: closing a file takes away the locks that this process has on it.
func lookAt(path string) (os.FileInfo, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	switch {
	case info.IsDir():
		return nil, fault(path, ErrForeign, errors.New("it is a folder"))
	case !info.Mode().IsRegular():
		return nil, fault(path, ErrForeign, errors.New("it is no regular file"))
	case info.Size() == 0:
		return nil, fault(path, ErrForeign, errors.New("it is empty"))
	}
	return info, nil
}

// prepare checks what the file is, brings it up to date, and makes sure that
// it can be written.
func (s *Store) prepare(ctx context.Context, steps []string) error {
	version, err := check(ctx, s.db, s.path, steps)
	if err != nil {
		return err
	}
	if err := glance(ctx, s.db); err != nil {
		return err
	}
	if err := migrate(ctx, s, version, steps); err != nil {
		return err
	}
	if err := useLog(ctx, s.db); err != nil {
		return err
	}
	return s.write(ctx, func(*conn) error { return nil })
}

// check returns the version of a history, and refuses what is none or newer.
func check(ctx context.Context, db *conn, path string, steps []string) (version int, err error) {
	var id int64
	if err := db.one(ctx, "PRAGMA application_id", nil, []any{&id}); err != nil {
		return 0, notOurs(path, err)
	}
	if id != applicationID {
		return 0, fault(path, ErrForeign, errors.New("it is a database of another program"))
	}
	if err := db.one(ctx, "PRAGMA user_version", nil, []any{&version}); err != nil {
		return 0, err
	}
	if version > len(steps) {
		return 0, fault(path, ErrNewer, fmt.Errorf("its format is %d, the latest known here %d", version, len(steps)))
	}
	if version < 1 {
		return 0, fault(path, ErrDamaged, fmt.Errorf("its format is %d", version))
	}
	return version, nil
}

// glance reads the schema and the last row of each of the tables that every
// version has, so that a file whose inside is broken is refused before the
// first byte of it is changed. Verify reads all of it.
func glance(ctx context.Context, db *conn) error {
	for _, last := range []string{
		"SELECT coalesce(max(number), 0) FROM devices",
		"SELECT coalesce(max(number), 0) FROM cards",
		lastNumber,
	} {
		var n int64
		if err := db.one(ctx, last, nil, []any{&n}); err != nil {
			return err
		}
	}
	return nil
}

// notOurs returns err, or that the file is foreign when SQLite cannot read it.
func notOurs(path string, err error) error {
	if isNoDatabase(err) {
		return fault(path, ErrForeign, errors.New("it is no SQLite file"))
	}
	return err
}

// openReading opens a file that is there without changing it or leaving
// anything beside it. Where the place can be written, SQLite keeps its usual
// locks in files that it takes away again. Where it cannot, a log left by a
// killed program is read too; without one nobody is writing.
// It returns SQLite's parameters with which that succeeded, too.
func openReading(ctx context.Context, path string, steps []string) (db *conn, parameters string, err error) {
	options := []string{"mode=rw&_query_only=1", "mode=ro&immutable=1"}
	if info, err := os.Stat(path + "-wal"); err == nil && info.Size() > 0 {
		options[1] = "mode=ro"
	}
	var first error
	for _, o := range options {
		db, version, err := dialReading(ctx, path, o, steps)
		if err == nil && version < len(steps) {
			err = fault(path, ErrOlder, fmt.Errorf("its format is %d, here it is %d", version, len(steps)))
		}
		if err == nil {
			return db, o, nil
		}
		if db != nil {
			err = errors.Join(err, db.Close())
		}
		if !errors.Is(kindOf(err), ErrReadOnly) {
			return nil, "", err
		}
		if first == nil {
			first = err
		}
	}
	return nil, "", first
}

// dialReading connects for reading and checks what the file is.
func dialReading(ctx context.Context, path, parameters string, steps []string) (db *conn, version int, err error) {
	if db, err = dial(ctx, path, parameters); err != nil {
		return nil, 0, notOurs(path, err)
	}
	version, err = check(ctx, db, path, steps)
	return db, version, err
}

// openNothing returns an empty history that is kept nowhere.
func openNothing(ctx context.Context, path string, models quiz.Models, steps []string) (*Store, error) {
	db, err := dialName(ctx, ":memory:")
	if err != nil {
		return nil, err
	}
	if err := build(ctx, db, steps); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &Store{path: path, db: db, models: models, readOnly: true}, nil
}

// create makes an empty history at path, and its folder. It is built under
// another name, so that a kill leaves a whole history or none; one that
// appears there meanwhile stays.
func create(ctx context.Context, path string, steps []string) error {
	if err := makeDir(filepath.Dir(path)); err != nil {
		return err
	}
	return place(path, func(temp string) error {
		return buildFile(ctx, temp, steps, func(*conn) error { return nil })
	})
}

// buildFile makes a history in an empty file, and does more with it.
func buildFile(ctx context.Context, file string, steps []string, more func(db *conn) error) error {
	db, err := dial(ctx, file, "mode=rw")
	if err != nil {
		return err
	}
	if err = build(ctx, db, steps); err == nil {
		err = more(db)
	}
	if err == nil {
		err = useLog(ctx, db)
	}
	return errors.Join(err, db.Close())
}

// useLog has changes written to a log beside the file first. A file keeps
// this, so only a new one or a copy has to be changed; that needs the file for
// oneself, which SQLite does not wait for.
func useLog(ctx context.Context, db *conn) (err error) {
	var mode string
	if err := db.one(ctx, "PRAGMA journal_mode", nil, []any{&mode}); err != nil || mode == "wal" {
		return err
	}
	for range 250 {
		err = db.one(ctx, "PRAGMA journal_mode = WAL", nil, []any{&mode})
		if !errors.Is(kindOf(err), ErrLocked) {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	return err
}

// build makes the tables of an empty history and gives it a device.
func build(ctx context.Context, db *conn, steps []string) error {
	return db.transact(ctx, "BEGIN IMMEDIATE", func() error {
		for _, step := range steps {
			if err := db.script(ctx, step); err != nil {
				return err
			}
		}
		if err := db.script(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d",
			applicationID, len(steps))); err != nil {
			return err
		}
		return newDevice(ctx, db)
	})
}

// newDevice makes this file a device of its own.
func newDevice(ctx context.Context, tx *conn) error {
	id, err := quiz.NewEventID(rand.Reader)
	if err != nil {
		return err
	}
	number, err := deviceNumber(ctx, tx, id.String())
	if err != nil {
		return err
	}
	return tx.exec(ctx, setSelf, number)
}
