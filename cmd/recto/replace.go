package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// replaceFile puts now in the place of a file that held was, in one step:
// whoever reads it finds the old file or the new one, whole, also after a power
// cut. The file keeps its mode, and its owner where the system lets it; a link
// to it stays a link. Its other names, hard links such as those of a backup,
// keep the old text. A file that holds something else by now is a conflict, one
// that may not be written is refused; both stay as they are. was is nil for a
// file that must not be there yet.
func replaceFile(path string, was, now []byte) error {
	if was == nil {
		return createFile(path, now)
	}
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return notReplaced(path, err)
	}
	old, info, err := mayWrite(real)
	if err != nil {
		return notReplaced(path, err)
	}
	defer func() { _ = old.Close() }()
	lockFile(old) // until it was renamed away: another recto then finds that it changed
	return putInPlace(path, real, now, info, func() error { return stillHolds(path, real, was) })
}

// createFile writes a file that must not be there yet. Nobody sees half of it,
// where the file system has hard links.
func createFile(path string, data []byte) error {
	temp, err := tempBeside(path)
	if err != nil {
		return notReplaced(path, err)
	}
	defer os.Remove(temp.Name())
	if err := fill(temp, data); err != nil {
		return notReplaced(path, err)
	}
	err = os.Link(temp.Name(), path)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		if err = writeAtOnce(path, data); err != nil && !errors.Is(err, fs.ErrExist) {
			os.Remove(path) // a torn file would only be in the way
		}
	}
	if errors.Is(err, fs.ErrExist) {
		return &failure{exitConflict, fmt.Errorf("%s is there already and stays as it is\nhint: choose another name", printable(path))}
	}
	if err != nil {
		return notReplaced(path, err)
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// writeAtOnce writes a file that must not be there yet in its place.
func writeAtOnce(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	return fill(f, data)
}

// fill writes data to a file, to the disk, and closes it.
func fill(f *os.File, data []byte) error {
	_, err := f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

// writeFile writes a file whole, whatever stood there: into a temporary one
// beside it, to the disk, and then in its place.
func writeFile(path string, data []byte) error {
	real := path
	if target, err := filepath.EvalSymlinks(path); err == nil {
		real = target // the file changes, a link to it stays
	}
	info, err := os.Stat(real)
	if err != nil {
		info = nil
	}
	return putInPlace(path, real, data, info, func() error { return nil })
}

// putInPlace writes data beside a file, to the disk, gives it mode and owner of
// the old file, and renames it into its place when nothing is in the way. path
// is how the learner named the file; old is nil when there was none.
func putInPlace(path, real string, data []byte, old os.FileInfo, ready func() error) error {
	temp, err := tempBeside(real)
	if err != nil {
		return notReplaced(path, err)
	}
	defer os.Remove(temp.Name()) // gone already when all went well
	if old != nil {
		keepOwner(temp, old)
		if err := temp.Chmod(old.Mode().Perm()); err != nil {
			_ = temp.Close()
			return notReplaced(path, err)
		}
	}
	err = fill(temp, data)
	if err == nil {
		err = ready() // as late as can be
	}
	if err == nil {
		err = os.Rename(temp.Name(), real)
	}
	if err != nil {
		return notReplaced(path, err)
	}
	syncFolder(filepath.Dir(real))
	return nil
}

// tempBeside makes a file beside another one, with the mode of a new file. Its
// name is hidden and no deck's.
func tempBeside(path string) (*os.File, error) {
	for n := 0; ; n++ {
		name := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%d-%d.tmp", filepath.Base(path), os.Getpid(), n))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) || n > 100 {
			return f, err
		}
	}
}

// mayWrite opens a regular file that the learner may write. A rename would ask
// for the rights of the folder alone.
func mayWrite(path string) (*os.File, os.FileInfo, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, nil, errors.New("is not a regular file")
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	return f, info, err
}

// stillHolds fails with a conflict when a file holds something else.
func stillHolds(path, real string, was []byte) error {
	have, err := readRegular(real, deckLimit)
	if err != nil {
		return err
	}
	if !bytes.Equal(have, was) {
		return &failure{exitConflict, fmt.Errorf("%s was changed meanwhile and stays as it is\nhint: run the command again", printable(path))}
	}
	return nil
}

// notReplaced names the file, as the learner did, in an error that is no
// failure yet.
func notReplaced(path string, err error) error {
	var known *failure
	if errors.As(err, &known) {
		return err
	}
	return &failure{exitStorage, fmt.Errorf("%s: %w", printable(path), reason(err))}
}
