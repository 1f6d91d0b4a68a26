package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"golang.org/x/term"

	"recto/decks/markup"
)

// printable returns text for a terminal, see markup.OneLine.
func printable(text string) string { return markup.OneLine(text) }

// lines is printable for a text of several lines.
func lines(text string) string {
	all := strings.Split(text, "\n")
	for i := range all {
		all[i] = printable(all[i])
	}
	return strings.Join(all, "\n")
}

// reason returns an error without the path that the message names already.
func reason(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return err
}

// isTerminal reports whether a stream of the process is a terminal.
func isTerminal(stream any) bool {
	if w, ok := stream.(*remembering); ok {
		stream = w.Writer
	}
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// count writes a number of things: "1 card", "3 cards".
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// notNil returns an empty slice for a nil one, which JSON would write as null.
func notNil[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}
