package history

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// What can be wrong with a history; errors.Is tells them apart.
var (
	// ErrLocked: another program held the file for more than five seconds.
	// Nothing was written, and the same events may be committed again.
	ErrLocked = errors.New("locked by another program")
	// ErrMoved: the file was taken away or replaced while it was open. What
	// was not acknowledged was not written.
	ErrMoved = errors.New("taken away or replaced while it was open")
	// ErrConflict: an event has the id of a stored one and another content.
	ErrConflict = errors.New("two different events of one id")
	// ErrForeign: the file is something else than a history of recto.
	ErrForeign = errors.New("not a history of recto")
	// ErrNewer: a newer recto wrote the file.
	ErrNewer = errors.New("written by a newer recto")
	// ErrOlder: an older recto wrote the file, and it was opened for reading.
	ErrOlder = errors.New("written by an older recto")
	// ErrDamaged: the file is broken.
	ErrDamaged = errors.New("damaged")
	// ErrReadOnly: the file or its folder cannot be written, or the history was
	// opened for reading.
	ErrReadOnly = errors.New("not writable")
	// ErrFull: there is no space left.
	ErrFull = errors.New("no space left")
	// ErrUnsupported: the place is none that this version can open.
	ErrUnsupported = errors.New("not supported")
)

// Error says what is wrong with the history at Path, and how to go on.
type Error struct {
	Path  string
	Kind  error  // one of the errors of this package; nil when it is none
	Hint  string // what the learner can do
	Cause error  // nil when Kind says it all
}

// Error names the file, what is wrong, and what to do.
func (e *Error) Error() string {
	s := fmt.Sprintf("history %q", e.Path)
	if e.Kind != nil {
		s += " is " + e.Kind.Error()
		if errors.Is(e.Kind, ErrFull) {
			s = fmt.Sprintf("history %q: %v", e.Path, e.Kind)
		}
	}
	if e.Cause != nil {
		s += fmt.Sprintf(": %v", e.Cause)
	}
	if e.Hint != "" {
		s += ": " + e.Hint
	}
	return s
}

// Unwrap returns the kind and the cause.
func (e *Error) Unwrap() []error {
	var all []error
	for _, err := range []error{e.Kind, e.Cause} {
		if err != nil {
			all = append(all, err)
		}
	}
	return all
}

// hints say how to go on after each kind of error.
var hints = map[error]string{
	ErrLocked:   "close the other recto, or try again when it is idle; nothing was written",
	ErrMoved:    "start recto again",
	ErrForeign:  "it is left as it is; point RECTO_HISTORY somewhere else",
	ErrNewer:    "it is left as it is; install that recto or a later one",
	ErrOlder:    "study once to bring it up to date",
	ErrDamaged:  "it is left as it is; `recto history restore` brings back a backup and keeps the damaged file beside it",
	ErrReadOnly: "make it and its folder writable, or point RECTO_HISTORY somewhere else",
	ErrFull:     "free some space and try again; what was rated before is safe",
}

// fault returns an Error of a kind with its usual hint.
func fault(path string, kind, cause error) *Error {
	return &Error{Path: path, Kind: kind, Hint: hints[kind], Cause: cause}
}

// explain turns an error of the database or the system into an Error; what
// already is one passes as it is.
func explain(path string, err error) error {
	var own *Error
	if err == nil || errors.As(err, &own) {
		return err
	}
	return fault(path, kindOf(err), err)
}

// kindOf returns the kind of an error of the database or the system, nil when
// it is none of ours.
func kindOf(err error) error {
	var db *sqlite.Error
	if errors.As(err, &db) {
		switch db.Code() & 0xff {
		case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
			return ErrLocked
		case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN:
			return ErrReadOnly
		case sqlite3.SQLITE_FULL:
			return ErrFull
		case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
			return ErrDamaged
		case sqlite3.SQLITE_IOERR:
			switch db.Code() {
			case sqlite3.SQLITE_IOERR_SHMSIZE:
				return ErrFull
			case sqlite3.SQLITE_IOERR_SHORT_READ:
				return ErrDamaged
			}
		}
		return nil
	}
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return ErrFull
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return ErrReadOnly
	}
	return nil
}

// isNoDatabase reports whether SQLite found a file of another format.
func isNoDatabase(err error) bool {
	var db *sqlite.Error
	return errors.As(err, &db) && db.Code()&0xff == sqlite3.SQLITE_NOTADB
}
