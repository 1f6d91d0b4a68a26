package main

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/decks"
)

//go:embed new.toml
var newDeck string

func newCommand() *cli.Command {
	return &cli.Command{
		Name:      "new",
		Usage:     "write a commented deck to start from",
		ArgsUsage: "FILE.toml",
		Description: "The deck shows each kind of question once. A file that is there is never\n" +
			"overwritten; - writes to the standard output.",
		Action: writeNew,
	}
}

func writeNew(c *cli.Context) error {
	path := c.Args().First()
	if c.NArg() != 1 {
		return usage("new takes one file name\nhint: recto new facts.toml")
	}
	if path == "-" {
		_, err := fmt.Fprint(c.App.Writer, starter("My deck", "FILE"))
		return err
	}
	if filepath.Ext(path) != ".toml" {
		return usage("%q does not end in .toml\nhint: recto new %s.toml", printable(path), printable(path))
	}
	name := strings.TrimSuffix(filepath.Base(path), ".toml")
	if !decks.ValidID(strings.ReplaceAll(name, " ", "-")) {
		return usage("a deck cannot be called %q\nhint: letters and digits of any script, - _ . and spaces", printable(name))
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	switch {
	case errors.Is(err, fs.ErrExist):
		return &failure{exitConflict, fmt.Errorf("%s is there already and stays as it is\nhint: choose another name", printable(path))}
	case err != nil:
		return &failure{exitStorage, fmt.Errorf("%s: %w", printable(path), reason(err))}
	}
	_, err = f.WriteString(starter(name, path))
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		os.Remove(path) // a torn deck would only be in the way
		return &failure{exitStorage, fmt.Errorf("%s: %v", printable(path), reason(err))}
	}
	_, err = fmt.Fprintf(c.App.ErrWriter, "wrote %s\nhint: recto study %s\n", printable(path), printable(path))
	return err
}

// starter fills the deck's title and the name of its file in.
func starter(title, path string) string {
	text := strings.Replace(newDeck, `"TITLE"`, strconv.QuoteToGraphic(title), 1)
	return strings.ReplaceAll(text, "FILE", strings.ReplaceAll(printable(path), "\n", " "))
}
