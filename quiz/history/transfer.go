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
	events, err := readLines(ctx, from)
	if err != nil {
		return Imported{}, err
	}
	var n Imported
	err = s.write(ctx, func(tx *conn) error {
		w, err := newWriter(ctx, tx)
		if err != nil {
			return err
		}
		for _, l := range events {
			isNew, err := w.add(ctx, l.event, quiz.EventID{})
			if err != nil {
				return &LineError{Line: l.line, Err: err}
			}
			if isNew {
				n.Added++
			} else {
				n.Known++
			}
		}
		return s.fold(ctx, w)
	})
	if err != nil {
		return Imported{}, imported(err)
	}
	return n, nil
}

// lineEvent is the event of a line.
type lineEvent struct {
	line  int // from 1
	event quiz.Event
}

// readLines reads events up to the end of from, or until ctx ends.
func readLines(ctx context.Context, from io.Reader) (events []lineEvent, err error) {
	lines := bufio.NewScanner(from)
	lines.Buffer(nil, quiz.MaxLine+2)
	at := 0
	for lines.Scan() {
		at++
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		e, err := quiz.DecodeEvent(lines.Bytes())
		if err != nil {
			return nil, &LineError{Line: at, Err: err}
		}
		events = append(events, lineEvent{at, e})
	}
	if err := lines.Err(); err != nil {
		if errors.Is(err, bufio.ErrTooLong) {
			err = fmt.Errorf("longer than %d bytes", quiz.MaxLine)
		}
		return nil, &LineError{Line: at + 1, Err: err}
	}
	return events, nil
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
