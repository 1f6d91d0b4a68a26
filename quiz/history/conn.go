package history

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"path/filepath"
	"strings"
	"sync"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// conn is the one connection of a history. It prepares each query once.
// Goroutines take turns: a transaction waits for the one that runs.
type conn struct {
	turn     sync.Mutex // of who runs a transaction, or closes
	db       *sql.DB
	c        *sql.Conn
	prepared map[string]*sql.Stmt
}

// dial connects to the SQLite file at path with some of SQLite's URI
// parameters; it makes no file. What is committed is on the disk.
func dial(ctx context.Context, path, parameters string) (*conn, error) {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/Users
	}
	u := url.URL{Scheme: "file", Path: slashed, RawQuery: parameters + "&_pragma=busy_timeout(5000)" +
		"&_pragma=synchronous(FULL)&_pragma=fullfsync(1)&_pragma=checkpoint_fullfsync(1)" +
		"&_pragma=foreign_keys(1)&_pragma=trusted_schema(0)"}
	return dialName(ctx, u.String())
}

func dialName(ctx context.Context, name string) (*conn, error) {
	db, err := sql.Open("sqlite", name)
	if err != nil {
		return nil, err
	}
	c, err := db.Conn(ctx)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &conn{db: db, c: c, prepared: map[string]*sql.Stmt{}}, nil
}

// Close closes the connection; as the last one of a file it also writes the
// log back into it.
func (c *conn) Close() error {
	c.turn.Lock()
	defer c.turn.Unlock()
	var errs []error
	for _, s := range c.prepared {
		errs = append(errs, s.Close())
	}
	return errors.Join(append(errs, c.c.Close(), c.db.Close())...)
}

// transact runs do between the statement that begins a transaction and
// COMMIT, or ROLLBACK after an error. What do calls must not begin another.
func (c *conn) transact(ctx context.Context, begin string, do func() error) (err error) {
	c.turn.Lock()
	defer c.turn.Unlock()
	if err := c.exec(ctx, begin); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			// A full disk may have ended the transaction already.
			_ = c.exec(context.WithoutCancel(ctx), "ROLLBACK")
		}
	}()
	if err := do(); err != nil {
		return err
	}
	return c.exec(ctx, "COMMIT")
}

// script runs statements that are used once.
func (c *conn) script(ctx context.Context, text string, args ...any) error {
	_, err := c.c.ExecContext(ctx, text, args...)
	return err
}

func (c *conn) exec(ctx context.Context, query string, args ...any) error {
	s, err := c.prepare(ctx, query)
	if err != nil {
		return err
	}
	_, err = s.ExecContext(ctx, args...)
	return err
}

// insert runs an INSERT and returns the number of the row.
func (c *conn) insert(ctx context.Context, query string, args ...any) (int64, error) {
	s, err := c.prepare(ctx, query)
	if err != nil {
		return 0, err
	}
	result, err := s.ExecContext(ctx, args...)
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}

// insertNew runs an INSERT and reports whether it added a row.
func (c *conn) insertNew(ctx context.Context, query string, args ...any) (bool, error) {
	s, err := c.prepare(ctx, query)
	if err != nil {
		return false, err
	}
	result, err := s.ExecContext(ctx, args...)
	if err != nil {
		return false, err
	}
	n, err := result.RowsAffected()
	return n > 0, err
}

// each runs a query and calls do for each row.
func (c *conn) each(ctx context.Context, query string, do func(scan func(...any) error) error, args ...any) error {
	s, err := c.prepare(ctx, query)
	if err != nil {
		return err
	}
	found, err := s.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	defer func() { _ = found.Close() }()
	for found.Next() {
		if err := do(found.Scan); err != nil {
			return err
		}
	}
	return found.Err()
}

// one reads one row; sql.ErrNoRows when there is none.
func (c *conn) one(ctx context.Context, query string, args, into []any) error {
	s, err := c.prepare(ctx, query)
	if err != nil {
		return err
	}
	return s.QueryRowContext(ctx, args...).Scan(into...)
}

func (c *conn) prepare(ctx context.Context, query string) (*sql.Stmt, error) {
	if s, ok := c.prepared[query]; ok {
		return s, nil
	}
	s, err := c.c.PrepareContext(ctx, query)
	if err == nil {
		c.prepared[query] = s
	}
	return s, err
}
