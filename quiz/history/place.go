package history

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// place makes the file at path by filling one beside it and giving it the
// name when it is whole and on the disk. A file that is there already is
// never replaced: the error then is fs.ErrExist.
func place(path string, fill func(temp string) error) error {
	return placeWhen(path, fill, func() error { return nil })
}

// placeWhen is place with something that is done last before the file gets its
// name, when nothing but that can fail any more.
func placeWhen(path string, fill func(temp string) error, ready func() error) error {
	dir := filepath.Dir(path)
	f, err := os.CreateTemp(dir, "."+filepath.Base(path)+".new-*") // mode 0600
	if err != nil {
		return err
	}
	temp := f.Name()
	defer func() {
		for _, suffix := range []string{"", "-journal", "-wal", "-shm"} {
			_ = os.Remove(temp + suffix)
		}
	}()
	if err := f.Close(); err != nil {
		return err
	}
	if err := fill(temp); err != nil {
		return err
	}
	if err := syncFile(temp); err != nil {
		return err
	}
	if err := ready(); err != nil {
		return err
	}
	if err := link(temp, path); err != nil {
		return err
	}
	return syncDir(dir)
}

// link gives a file its name unless the name is taken.
func link(temp, path string) error {
	err := os.Link(temp, path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	// A file system without hard links, as on memory cards.
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return fs.ErrExist
	}
	return os.Rename(temp, path)
}

// makeDir makes a folder and those above it, for the owner alone.
func makeDir(dir string) error {
	_, err := os.Stat(dir)
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	parent := filepath.Dir(dir)
	if err := makeDir(parent); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return syncDir(parent)
}

// syncFile waits until a file is on the disk.
func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncDir waits until the names in a folder are on the disk.
func syncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil // folders cannot be opened for that there
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
