package history

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"recto/quiz"
)

// Export writes every event as a line of JSON, in their order. Histories that
// hold the same events export the same bytes.
func (s *Store) Export(ctx context.Context, to io.Writer) error {
	w := bufio.NewWriter(to)
	var line []byte
	err := s.read(ctx, func(tx *conn) error {
		return rows(ctx, tx, allInOrder, func(r row) error {
			line = append(r.event.AppendJSON(line[:0]), '\n')
			_, err := w.Write(line)
			return writing(err)
		})
	})
	var failed *writeError
	if errors.As(err, &failed) {
		return failed.err
	}
	if err != nil {
		return err
	}
	return w.Flush()
}

// writeError is an error of the writer that Export was given: no fault of the
// history.
type writeError struct{ err error }

func (e *writeError) Error() string { return e.err.Error() }

func writing(err error) error {
	if err == nil {
		return nil
	}
	return &writeError{err}
}

// Imported counts what an import found.
type Imported struct {
	Added int // events that were new
	Known int // events that were there already
}

// Import adds the events of exported lines that are not there yet: a union,
// which may be repeated and done in any order. It adds all or, on an error,
// which names the line, none. Empty lines are skipped. The lines are read to
// their end before anything is written: whoever studies meanwhile does not wait
// for a slow pipe.
func (s *Store) Import(ctx context.Context, from io.Reader) (Imported, error) {
	if s.readOnly {
		return Imported{}, fault(s.path, ErrReadOnly, errors.New("it was opened for reading"))
	}
	lines := newSpool(s.path)
	defer func() { _ = lines.Close() }()
	if err := s.readLines(ctx, from, lines); err != nil {
		return Imported{}, err
	}
	var n Imported
	err := s.write(ctx, func(tx *conn) error {
		t, err := newTaker(ctx, tx)
		if err != nil {
			return err
		}
		defer t.release(ctx)
		if err := lines.each(func(number int, line []byte) error {
			e, err := quiz.DecodeEvent(line)
			if err == nil {
				err = t.take(ctx, e)
			}
			if err != nil {
				return &LineError{Line: number, Err: err}
			}
			return nil
		}); err != nil {
			return err
		}
		n = Imported{Added: t.taken, Known: t.known}
		lines.room = nil
		return t.finish(ctx, s)
	})
	if err != nil {
		return Imported{}, imported(err)
	}
	return n, nil
}

// readLines keeps the events up to the end of from, or until ctx ends. None
// is kept that is none.
func (s *Store) readLines(ctx context.Context, from io.Reader, keep *spool) error {
	lines := bufio.NewScanner(from)
	lines.Buffer(make([]byte, 64<<10), quiz.MaxLine+2)
	at := 0
	for lines.Scan() {
		at++
		if err := ctx.Err(); err != nil {
			return err
		}
		line := lines.Bytes()
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		if _, err := quiz.DecodeEvent(line); err != nil {
			return &LineError{Line: at, Err: err}
		}
		if err := keep.add(at, line); err != nil {
			return explain(s.path, err)
		}
	}
	if err := lines.Err(); err != nil {
		if errors.Is(err, bufio.ErrTooLong) {
			err = fmt.Errorf("longer than %d bytes", quiz.MaxLine)
		}
		return &LineError{Line: at + 1, Err: err}
	}
	return nil
}

// LineError is what is wrong with a line of an import; nothing was imported.
type LineError struct {
	Line int // from 1
	Err  error
}

// Error returns "line 3: what is wrong".
func (e *LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap returns what is wrong.
func (e *LineError) Unwrap() error { return e.Err }

// imported returns the LineError in err when its fault is the line's and not
// the history's.
func imported(err error) error {
	var line *LineError
	if errors.As(err, &line) && kindOf(err) == nil {
		return line
	}
	return err
}
