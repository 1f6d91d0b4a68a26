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
	info, err := mayWrite(real)
	if err != nil {
		return notReplaced(path, err)
	}
	return putInPlace(path, real, now, func(temp *os.File) error {
		keepOwner(temp, info)
		if err := temp.Chmod(info.Mode().Perm()); err != nil {
			return err
		}
		return stillHolds(path, real, was) // as late as can be
	})
}

// createFile writes a file that must not be there yet. A torn one does not
// stay.
func createFile(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return &failure{exitConflict, fmt.Errorf("%s is there already and stays as it is\nhint: choose another name", printable(path))}
	}
	if err != nil {
		return notReplaced(path, err)
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		os.Remove(path)
		return notReplaced(path, err)
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// writeFile writes a file whole, whatever stood there: into a temporary one
// beside it, to the disk, and then in its place.
func writeFile(path string, data []byte) error {
	real := path
	if target, err := filepath.EvalSymlinks(path); err == nil {
		real = target // the file changes, a link to it stays
	}
	return putInPlace(path, real, data, func(temp *os.File) error {
		if info, err := os.Stat(real); err == nil {
			return temp.Chmod(info.Mode().Perm())
		}
		return nil
	})
}

// putInPlace writes data beside a file, to the disk, and renames it into its
// place after ready had its say. path is how the learner named the file.
func putInPlace(path, real string, data []byte, ready func(temp *os.File) error) error {
	temp, err := tempBeside(real)
	if err != nil {
		return notReplaced(path, err)
	}
	defer os.Remove(temp.Name()) // gone already when all went well
	_, err = temp.Write(data)
	if err == nil {
		err = ready(temp)
	}
	if err == nil {
		err = temp.Sync()
	}
	if closed := temp.Close(); err == nil {
		err = closed
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

// mayWrite returns what is known of a regular file that the learner may write.
// A rename would ask for the rights of the folder alone.
func mayWrite(path string) (os.FileInfo, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("is not a regular file")
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return nil, err
	}
	return info, f.Close()
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
