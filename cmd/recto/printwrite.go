package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"recto/decks/library"
	"recto/export"
	"recto/export/pdf"
)

// outFile is a file to be written: what stands behind its base name, and its
// bytes.
type outFile struct {
	suffix string // ".pdf", "-key.pdf", ".exam.json"
	data   []byte
}

// garbage is how much of the memory may be garbage, in hundredths of what is in
// use. Thousands of pages stand in memory at once; with as much again as Go
// allows they would take a fifth more, and are no faster.
const garbage = 50

// render does what can take long, until the learner interrupts it. On a terminal
// a line tells for how long it has been at it.
func render(c *cli.Context, do func() ([]outFile, error)) (files []outFile, err error) {
	defer debug.SetGCPercent(debug.SetGCPercent(garbage))
	err = slowly(c.App.ErrWriter, "printing", func() error {
		return waitFor(c.Context, func() error {
			done, err := do()
			if err == nil && c.Err() == nil {
				files = done
			}
			return err
		})
	})
	if err == nil {
		err = c.Err()
	}
	return files, err
}

// paint returns pages as a document.
func paint(pages []export.Page, fonts *pdf.Fonts, o pdf.Options) ([]byte, error) {
	var b bytes.Buffer
	err := pdf.Write(&b, pages, fonts, o)
	return b.Bytes(), err
}

// writeOut puts files where they belong, by the name that was asked for or else
// by another one, and says so. With "-" the first file goes to the standard
// output and the others nowhere.
func writeOut(c *cli.Context, output, other string, files []outFile) error {
	if output == "-" {
		_, err := c.App.Writer.Write(files[0].data)
		return err
	}
	if output == "" {
		output = other + ".pdf"
	}
	base := strings.TrimSuffix(output, ".pdf")
	paths := make([]string, len(files))
	for i, f := range files {
		paths[i] = base + f.suffix
	}
	if err := writeFiles(c.Context, paths, files); err != nil {
		return err
	}
	for _, path := range paths {
		fmt.Fprintf(c.App.ErrWriter, "wrote %s\n", printable(path))
	}
	return nil
}

// writeFiles writes files whole, whatever stood there. All are on the disk,
// beside their places, before the first of them goes to its own: a full disk or
// an interrupt leaves every old file as it is. They are put in place from the
// last one to the first, so that a sheet is never without its key and record.
func writeFiles(ctx context.Context, paths []string, files []outFile) error {
	waiting := make([]staged, len(files))
	defer func() {
		for _, s := range waiting {
			s.discard()
		}
	}()
	for i, f := range files {
		var err error
		if waiting[i], err = stage(paths[i], f.data); err != nil {
			return notReplaced(paths[i], err)
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	for i := len(waiting) - 1; i >= 0; i-- {
		if err := waiting[i].place(); err != nil {
			return notReplaced(paths[i], err)
		}
	}
	return nil
}

// staged is a file that lies whole beside its place.
type staged struct {
	temp string // "" when it is in its place
	real string
}

// stage writes data beside a file, to the disk, with the mode and owner of what
// stands there. A link is followed: the file changes, the link stays.
func stage(path string, data []byte) (s staged, err error) {
	real := path
	if target, err := filepath.EvalSymlinks(path); err == nil {
		real = target
	}
	old, err := os.Stat(real)
	if err == nil && !old.Mode().IsRegular() {
		return s, errors.New("is not a regular file")
	}
	temp, err := tempBeside(real)
	if err != nil {
		return s, err
	}
	s = staged{temp.Name(), real}
	if old != nil {
		keepOwner(temp, old)
		if err := temp.Chmod(old.Mode().Perm()); err != nil {
			_ = temp.Close()
			s.discard()
			return staged{}, err
		}
	}
	if err := fill(temp, data); err != nil {
		s.discard()
		return staged{}, err
	}
	return s, nil
}

// place renames the file into its place, for good.
func (s *staged) place() error {
	if err := os.Rename(s.temp, s.real); err != nil {
		return err
	}
	s.temp = ""
	syncFolder(filepath.Dir(s.real))
	return nil
}

func (s *staged) discard() {
	if s.temp != "" {
		os.Remove(s.temp)
	}
}

// sourceDate returns the time that SOURCE_DATE_EPOCH states, the zero time
// when it is not set: a document says no date then, so that its bytes are the
// same tomorrow.
func sourceDate() (time.Time, error) {
	text := os.Getenv("SOURCE_DATE_EPOCH")
	if text == "" {
		return time.Time{}, nil
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	if err != nil || seconds < 0 || seconds > 1<<36 {
		return time.Time{}, usage("SOURCE_DATE_EPOCH is %q, which is no number of seconds", printable(text))
	}
	return time.Unix(seconds, 0).UTC(), nil
}

// imagesOf opens the folder that the images of a deck file are relative to.
func imagesOf(file string) (fs.FS, error) {
	if name, ok := strings.CutPrefix(file, "library/"); ok {
		if f, ok := library.Open(strings.TrimSuffix(name, ".toml")); ok {
			return f.Images, nil
		}
	}
	root, err := os.OpenRoot(filepath.Dir(file))
	if err != nil {
		return nil, err
	}
	return root.FS(), nil
}
