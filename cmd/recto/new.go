package main

import (
	_ "embed"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/decks/edit"
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
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "minimal", Usage: "three lines, without comments"},
			&cli.StringFlag{Name: "title", Usage: "of the deck, else the name of the file"},
			&cli.StringFlag{Name: "language", Usage: "of its questions, as en or pt-BR"},
		},
		Action: writeNew,
	}
}

func writeNew(c *cli.Context) error {
	path := c.Args().First()
	if c.NArg() != 1 {
		return usage("new takes one file name\nhint: recto new facts.toml")
	}
	title := c.String("title")
	if title == "" {
		title = "My deck"
	}
	if path != "-" {
		name, err := deckName(path)
		if err != nil {
			return err
		}
		if !c.IsSet("title") {
			title = name
		}
	}
	text, err := starter(title, c.String("language"), path, c.Bool("minimal"))
	if err != nil {
		return err
	}
	if path == "-" {
		_, err := fmt.Fprint(c.App.Writer, text)
		return err
	}
	if err := createFile(path, []byte(text)); err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.App.ErrWriter, "wrote %s\nhint: recto add %s asks for questions, recto study %s begins\n", printable(path), printable(path), printable(path))
	return err
}

// deckName returns what a deck in a new file is called.
func deckName(path string) (string, error) {
	if filepath.Ext(path) != ".toml" {
		return "", usage("%q does not end in .toml\nhint: recto new %s.toml", printable(path), printable(path))
	}
	name := strings.TrimSuffix(filepath.Base(path), ".toml")
	if !decks.ValidID(strings.ReplaceAll(name, " ", "-")) {
		return "", usage("a deck cannot be called %q\nhint: letters and digits of any script, - _ . and spaces", printable(name))
	}
	return name, nil
}

// newBegin returns what stands above the questions of a new deck.
func newBegin(title, language string) (string, error) {
	quoted, err := edit.Quote(title)
	if err != nil || strings.TrimSpace(title) == "" {
		return "", usage("a deck cannot have the title %q", printable(title))
	}
	begin := "#:schema ./" + schemaFile + "\ntitle = " + quoted + "\n"
	if language == "" {
		return begin, nil
	}
	if quoted, err = edit.Quote(language); err != nil {
		return "", usage("there is no language %q", printable(language))
	}
	return begin + "language = " + quoted + "\n", nil
}

// starter returns a deck to start from. It is read before it is written: a
// title or a language may be none.
func starter(title, language, path string, minimal bool) (string, error) {
	begin, err := newBegin(title, language)
	if err != nil {
		return "", err
	}
	text := begin + "question = [{ ask = \"What is the capital of Burkina Faso?\", answer = \"Ouagadougou\" }]\n"
	if !minimal {
		schema, rest, _ := strings.Cut(begin, "\n")
		if language == "" {
			rest += "# language = \"en\"            # of the questions: number and date forms, articles\n"
		}
		if path == "-" {
			path = "FILE.toml"
		}
		text = strings.ReplaceAll(newDeck, "FILE", strings.ReplaceAll(printable(path), "\n", " "))
		text = schema + "\n" + strings.Replace(text, "BEGIN\n", rest, 1)
	}
	if _, err := decks.Parse("new.toml", []byte(text), nil); err != nil {
		return "", usage("the deck would have a fault: %v", withoutPlaces(err))
	}
	return text, nil
}
