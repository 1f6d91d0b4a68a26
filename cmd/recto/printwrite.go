package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/decks/library"
	"recto/export"
	"recto/export/pdf"
)

// render lays the sheet and its key out and paints them; key is nil unless it
// is a document of its own.
func (p printing) render(v export.Version, loaded []*decks.Deck) (sheet, key []byte, warnings []export.Warning, err error) {
	fonts, err := pdf.OpenFonts(p.fonts)
	if err != nil {
		return nil, nil, nil, err
	}
	front, err := export.LayoutSheet(v, p.sheet, fonts)
	if err != nil {
		return nil, nil, nil, badInput("%w", err)
	}
	pages, warnings := front.Pages, front.Warnings
	about := pdf.Options{Title: loaded[0].Title, Author: loaded[0].Author, Language: loaded[0].Language, Created: p.created}
	if p.key == "end" || p.key == "separate" {
		back, err := export.LayoutKey(v.Key(), p.sheet, fonts)
		if err != nil {
			return nil, nil, nil, badInput("%w", err)
		}
		warnings = append(warnings, back.Warnings...)
		if p.key == "end" {
			pages = append(pages, back.Pages...)
		} else if key, err = paint(back.Pages, fonts, about); err != nil {
			return nil, nil, nil, err
		}
	}
	sheet, err = paint(pages, fonts, about)
	return sheet, key, warnings, err
}

func paint(pages []export.Page, fonts *pdf.Fonts, o pdf.Options) ([]byte, error) {
	var b bytes.Buffer
	err := pdf.Write(&b, pages, fonts, o)
	return b.Bytes(), err
}

// write puts the documents where they belong; an older file is replaced in one
// step or stays.
func (p printing) write(c *cli.Context, first *decks.Deck, sheet, key []byte) error {
	if p.output == "-" {
		_, err := c.App.Writer.Write(sheet)
		return err
	}
	path := p.output
	if path == "" {
		path = first.ID + ".pdf"
	}
	for _, file := range []struct {
		path string
		data []byte
	}{{path, sheet}, {strings.TrimSuffix(path, ".pdf") + "-key.pdf", key}} {
		if file.data == nil {
			continue
		}
		if err := writeFile(file.path, file.data); err != nil {
			return err
		}
		fmt.Fprintf(c.App.ErrWriter, "wrote %s\n", printable(file.path))
	}
	return nil
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
