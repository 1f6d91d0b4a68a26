package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/urfave/cli/v2"
)

// readRegular reads at most limit bytes of a regular file. It does not wait
// for a pipe or a device.
func readRegular(path string, limit int64) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, errors.New("is a folder")
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("is not a regular file")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	src := make([]byte, 0, min(info.Size(), limit)+1)
	for int64(len(src)) < limit {
		n, err := f.Read(src[len(src):cap(src)])
		src = src[:len(src)+n]
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		if len(src) == cap(src) {
			src = append(src, 0)[:len(src)]
		}
	}
	return src, nil
}

// openInput opens a file, a pipe, or the standard input for "-", to be read
// until the end or an interrupt.
func openInput(c *cli.Context, path string) (from io.Reader, done func(), err error) {
	if path == "-" {
		return interruptible{c.Context, c.App.Reader}, func() {}, nil
	}
	var f *os.File
	err = waitFor(c.Context, func() (err error) { // a named pipe waits for its writer
		f, err = os.Open(path)
		return err
	})
	if errors.Is(err, context.Canceled) {
		return nil, nil, err
	}
	if err != nil {
		return nil, nil, badInput("%s: %v", printable(path), reason(err))
	}
	return interruptible{c.Context, f}, func() { f.Close() }, nil
}

// interruptible is a reader that gives up when its context ends.
type interruptible struct {
	ctx context.Context
	r   io.Reader
}

// Read reads into p, or fails with the error of the context. What a read that
// was given up would have brought is lost.
func (i interruptible) Read(p []byte) (n int, err error) {
	own := make([]byte, len(p))
	err = waitFor(i.ctx, func() (err error) {
		n, err = i.r.Read(own)
		return err
	})
	if errors.Is(err, context.Canceled) {
		return 0, err
	}
	copy(p, own[:n])
	return n, err
}

// waitFor returns what do returns, or the error of the context when that ends
// before. Nothing that do sets may be looked at then.
func waitFor(ctx context.Context, do func() error) error {
	done := make(chan error, 1)
	go func() { done <- do() }()
	select {
	case <-ctx.Done():
		return context.Canceled
	case err := <-done:
		return err
	}
}

// createNew makes a file that must not be there yet.
func createNew(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, os.ErrExist) {
		return nil, &failure{exitConflict, fmt.Errorf("%s is there already and stays as it is\nhint: choose another name", printable(path))}
	}
	if err != nil {
		return nil, &failure{exitStorage, fmt.Errorf("%s: %w", printable(path), reason(err))}
	}
	return f, nil
}

// writeAll fills a new file, makes it durable, and removes it when that fails.
func writeAll(path string, fill func(io.Writer) error) error {
	f, err := createNew(path)
	if err != nil {
		return err
	}
	err = fill(f)
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		os.Remove(path)
		return &failure{exitStorage, fmt.Errorf("%s: %w", printable(path), reason(err))}
	}
	return nil
}

// sameFile reports whether two paths name the same file.
func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}
