package history

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"

	"recto/decks"
	"recto/quiz"
)

// Store is a history in an SQLite file. It is a quiz.Store. Several programs
// may have one file open; one Store is for one goroutine at a time.
type Store struct {
	path     string
	info     os.FileInfo // the file that was opened; nil when there was none
	db       *conn
	models   quiz.Models
	readOnly bool
	reading  string // SQLite's parameters for more connections that read; "" when there can be none
}

var _ quiz.Store = (*Store)(nil)

// Path returns the absolute path of the file.
func (s *Store) Path() string { return s.path }

// Close closes the file.
func (s *Store) Close() error { return explain(s.path, s.db.Close()) }

// write runs do in one transaction, which is on the disk when write returns
// nil and never was when it returns an error. A cancelled context does not
// end it: what was rated is a matter of milliseconds, and is kept.
func (s *Store) write(ctx context.Context, do func(tx *conn) error) error {
	if s.readOnly {
		return fault(s.path, ErrReadOnly, errors.New("it was opened for reading"))
	}
	return explain(s.path, s.db.transact(context.WithoutCancel(ctx), "BEGIN IMMEDIATE", func() error {
		if err := s.inPlace(); err != nil {
			return err
		}
		return do(s.db)
	}))
}

// inPlace reports ErrMoved when the path no longer names the open file: what
// is written to it would be lost with it.
func (s *Store) inPlace() error {
	now, err := os.Stat(s.path)
	if err == nil && os.SameFile(now, s.info) {
		return nil
	}
	return fault(s.path, ErrMoved, err)
}

// read runs do in one transaction that sees one state of the history.
func (s *Store) read(ctx context.Context, do func(tx *conn) error) error {
	return explain(s.path, s.db.transact(ctx, "BEGIN", func() error { return do(s.db) }))
}

// row is an event as it is stored, with what the cache says of it.
type row struct {
	number int64
	event  quiz.Event
	body   []byte // as stored; the callee's until it returns
	time   int64
	undone int   // 0, 1, or -1 when it was not placed yet
	holder int64 // number of a card, 0 for none
}

// rows runs one of the queries that begin with selectEvent and hands over
// each row.
func rows(ctx context.Context, tx *conn, query string, each func(row) error, args ...any) error {
	var kind, face string
	var id, first, body sql.RawBytes
	return tx.each(ctx, query, func(scan func(...any) error) error {
		r := row{}
		e := &r.event
		if err := scan(&r.number, &id, &e.Device, &e.Sequence, &e.At, &kind, &first,
			&e.Card.Deck, &e.Card.Question, &face, &body, &r.time, &r.undone, &r.holder); err != nil {
			return err
		}
		e.Kind, e.Card.Face = quiz.EventKind(kind), decks.Face(face)
		copy(e.ID[:], id)
		copy(e.With[:], first)
		if face == "" { // a question, or nothing
			e.Card = decks.CardID{}
		}
		if err := e.DecodeBody(body); err != nil {
			return fmt.Errorf("%w: event %s: %w", errBadEvent, e.ID, err)
		}
		r.body = body
		return each(r)
	}, args...)
}

// errBadEvent: a stored event is none. Only a damaged file has that.
var errBadEvent = errors.New("a stored event cannot be read")

// compareRows compares two placed events by their order.
func compareRows(a, b row) int {
	return cmp.Or(
		cmp.Compare(a.time, b.time),
		cmp.Compare(a.event.Device, b.event.Device),
		cmp.Compare(a.event.Sequence, b.event.Sequence),
		bytes.Compare(a.event.ID[:], b.event.ID[:]))
}

// number returns the result of a query for one number, or inserts what it
// looked for.
func number(ctx context.Context, tx *conn, get, add string, args ...any) (n int64, err error) {
	err = tx.one(ctx, get, args, []any{&n})
	if errors.Is(err, sql.ErrNoRows) {
		return tx.insert(ctx, add, args...)
	}
	return n, err
}

func deviceNumber(ctx context.Context, tx *conn, name string) (int64, error) {
	return number(ctx, tx, getDevice, addDevice, name)
}

func cardNumber(ctx context.Context, tx *conn, id decks.CardID) (int64, error) {
	return number(ctx, tx, getCard, addCard, id.Deck, id.Question, string(id.Face))
}
