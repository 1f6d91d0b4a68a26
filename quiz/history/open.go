package history

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

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
// changes none: where there is no history, it reads as an empty one.
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
	db, err := openReading(ctx, path, steps)
	if err != nil {
		return nil, explain(path, err)
	}
	return &Store{path: path, info: info, db: db, models: models, readOnly: true}, nil
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
	s := &Store{path: path, info: info, db: connect(path, "mode=rw"), models: models}
	if err := s.prepare(ctx, steps); err != nil {
		_ = s.db.Close()
		return nil, explain(path, err)
	}
	return s, nil
}

// locate returns the absolute path that a place names.
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
	return filepath.Abs(where)
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

// connect returns a handle of one connection, opened at its first use. What a
// commit wrote is on the disk when it returns.
func connect(path, options string) *sql.DB {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/Users
	}
	u := url.URL{Scheme: "file", Path: slashed, RawQuery: options + "&_txlock=immediate" +
		"&_pragma=busy_timeout(5000)&_pragma=synchronous(FULL)&_pragma=fullfsync(1)" +
		"&_pragma=checkpoint_fullfsync(1)&_pragma=foreign_keys(1)&_pragma=trusted_schema(0)"}
	db, err := sql.Open("sqlite", u.String())
	if err != nil {
		panic(err) // the driver is built in, and it opens nothing yet
	}
	db.SetMaxOpenConns(1)
	return db
}

// prepare checks what the file is, brings it up to date, and makes sure that
// it can be written.
func (s *Store) prepare(ctx context.Context, steps []string) error {
	version, err := check(ctx, s.db, s.path, steps)
	if err != nil {
		return err
	}
	if err := migrate(ctx, s, version, steps); err != nil {
		return err
	}
	var mode string
	if err := s.db.QueryRowContext(ctx, "PRAGMA journal_mode = WAL").Scan(&mode); err != nil {
		return err
	}
	return s.write(ctx, func(*sql.Tx) error { return nil })
}

// check returns the version of a history, and refuses what is none or newer.
func check(ctx context.Context, db *sql.DB, path string, steps []string) (version int, err error) {
	var id int64
	if err := db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil {
		if isNoDatabase(err) {
			err = fault(path, ErrForeign, errors.New("it is no SQLite file"))
		}
		return 0, err
	}
	if id != applicationID {
		return 0, fault(path, ErrForeign, errors.New("it is a database of another program"))
	}
	if err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
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

// openReading opens a file that is there without changing it or leaving
// anything beside it. Where the place can be written, SQLite keeps its usual
// locks in files that it takes away again. Where it cannot, a log left by a
// killed program is read too; without one nobody is writing.
func openReading(ctx context.Context, path string, steps []string) (*sql.DB, error) {
	options := []string{"mode=rw&_query_only=1", "mode=ro&immutable=1"}
	if info, err := os.Stat(path + "-wal"); err == nil && info.Size() > 0 {
		options[1] = "mode=ro"
	}
	var first error
	for _, o := range options {
		db := connect(path, o)
		version, err := check(ctx, db, path, steps)
		if err == nil && version < len(steps) {
			err = fault(path, ErrOlder, fmt.Errorf("its format is %d, here it is %d", version, len(steps)))
		}
		if err == nil {
			return db, nil
		}
		_ = db.Close()
		if !errors.Is(kindOf(err), ErrReadOnly) {
			return nil, err
		}
		if first == nil {
			first = err
		}
	}
	return nil, first
}

// openNothing returns an empty history that is kept nowhere.
func openNothing(ctx context.Context, path string, models quiz.Models, steps []string) (*Store, error) {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	if err := build(ctx, db, steps); err != nil {
		return nil, err
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
		db := connect(temp, "mode=rw")
		err := build(ctx, db, steps)
		return errors.Join(err, db.Close())
	})
}

// build makes the tables of an empty history and gives it a device.
func build(ctx context.Context, db *sql.DB, steps []string) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	for _, step := range steps {
		if _, err := tx.ExecContext(ctx, step); err != nil {
			return err
		}
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d",
		applicationID, len(steps))); err != nil {
		return err
	}
	if err := newDevice(ctx, tx); err != nil {
		return err
	}
	return tx.Commit()
}

// newDevice makes this file a device of its own.
func newDevice(ctx context.Context, tx *sql.Tx) error {
	id, err := quiz.NewEventID(rand.Reader)
	if err != nil {
		return err
	}
	number, err := deviceNumber(ctx, tx, id.String())
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, setSelf, number)
	return err
}
