package main

import (
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

// openInput opens a file to read, or the standard input for "-".
func openInput(c *cli.Context, path string) (from io.Reader, done func(), err error) {
	if path == "-" {
		return c.App.Reader, func() {}, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, badInput("%s: %v", printable(path), reason(err))
	}
	return f, func() { f.Close() }, nil
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
