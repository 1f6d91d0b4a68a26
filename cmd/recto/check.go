package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/decks/ground"
	"recto/decks/lint"
)

func checkCommand() *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     "what is wrong or weak in a deck, with file, line and column",
		ArgsUsage: "DECK...",
		Description: "Faults are what the format forbids; warnings and notes are what makes a card bad for\n" +
			"learning. \"recto help checking\" tells more, \"recto help lints\" names them all.\n" +
			"Exit code 0: no fault. 1: a fault, with --strict also a warning or a note. 3: a file\n" +
			"cannot be read; this wins over 1.",
		Flags: []cli.Flag{
			jsonFlag(),
			&cli.BoolFlag{Name: "strict", Usage: "exit 1 on a warning or a note too"},
			&cli.BoolFlag{Name: "fix", Usage: "repair what has one right repair"},
			&cli.BoolFlag{Name: "dry-run", Usage: "with --fix: show what would change, and change nothing"},
			sourceFlag(),
		},
		Action: check,
	}
}

// checked is what a check found.
type checked struct {
	loader   *loader
	loaded   []*decks.Deck // without a fault
	faults   decks.ErrorList
	findings []lint.Finding
	source   *ground.Report // nil without --source
	unread   bool           // a file could not be read
	fixed    int            // repairs that were made
}

func check(c *cli.Context) error {
	switch {
	case c.NArg() == 0:
		return usage("check needs a deck\nhint: recto check facts.toml")
	case c.Bool("dry-run") && !c.Bool("fix"):
		return usage("--dry-run goes with --fix")
	case c.Bool("dry-run") && c.Bool("json"):
		return usage("--dry-run shows a difference, and --json is none")
	}
	_, cfg, err := settings()
	if err != nil {
		return err
	}
	r := &checked{loader: newLoader(c)}
	for _, name := range c.Args().Slice() {
		if name == "-" && c.Bool("fix") {
			return usage("--fix changes files, and the standard input is none")
		}
		if err := r.loader.add(name, cfg); errors.Is(err, context.Canceled) {
			return err
		} else if err != nil {
			fmt.Fprintln(c.App.ErrWriter, describe(err))
			r.unread = true
		}
	}
	r.unread = r.unread || r.loader.unread
	if err := r.read(); err != nil {
		return err
	}
	if c.Bool("fix") {
		if err := r.fix(c); err != nil || c.Bool("dry-run") {
			return err
		}
	}
	if len(r.faults) == 0 && !r.unread {
		if r.source, err = checkSource(c, r.loaded); err != nil {
			fmt.Fprintln(c.App.ErrWriter, describe(err))
			r.unread = true
		}
	}
	if err := r.print(c); err != nil {
		return err
	}
	return r.end(c)
}

// read reads the files that were taken in and looks for faults and lints. A
// fault leaves the decks without one to be looked at.
func (r *checked) read() error {
	loaded, err := decks.Assemble(r.loader.files)
	var faults decks.ErrorList
	if err != nil && !errors.As(err, &faults) {
		return err
	}
	if err != nil {
		all := faults
		loaded, faults = decks.Salvage(r.loader.files)
		for _, f := range all {
			if errors.Is(f, decks.ErrNoQuestion) && !slices.Contains(faults, f) { // what was named is meant to be a deck
				faults = append(faults, f)
			}
		}
		slices.SortStableFunc(faults, func(a, b *decks.Error) int { return strings.Compare(a.File, b.File) })
	}
	r.loaded, r.faults = loaded, r.loader.decksOnly(faults)
	r.findings = lint.Check(loaded, r.loader.lintOptions())
	return nil
}

// lintOptions returns what lints need beside the decks: the folders of pictures,
// and the codes of findings that are not theirs.
func (l *loader) lintOptions() lint.Options {
	folders := map[string]fs.FS{}
	for _, f := range l.files {
		folders[f.Path] = f.Images
	}
	return lint.Options{Codes: sourceCodes(), Folder: func(p decks.Part) fs.FS { return folders[p.File] }}
}

// sourceCodes returns the codes of the findings against an article, which no
// lint has and a deck may allow.
func sourceCodes() []string {
	var codes []string
	for _, code := range ground.Codes() {
		codes = append(codes, code.Code)
	}
	return codes
}

// print prints what was found, as data.
func (r *checked) print(c *cli.Context) error {
	if c.Bool("json") {
		return r.printJSON(c)
	}
	for _, t := range r.told() {
		fmt.Fprintln(c.App.Writer, t.text())
	}
	if r.source != nil {
		printSource(c.App.Writer, c.String("source"), r.source)
	}
	return nil
}

// end says how much was found, to a person, and returns the exit code.
func (r *checked) end(c *cli.Context) error {
	warnings, notes := 0, 0
	for _, f := range r.findings {
		if f.Severity == lint.Note {
			notes++
		} else {
			warnings++
		}
	}
	var found []string
	for _, n := range []struct {
		of    int
		thing string
	}{{len(r.faults), "fault"}, {warnings, "warning"}, {notes, "note"}} {
		if n.of > 0 {
			found = append(found, count(n.of, n.thing))
		}
	}
	questions, cards := 0, 0
	for _, d := range r.loaded {
		questions += len(d.Questions)
		for _, q := range d.Questions {
			cards += len(q.Cards())
		}
	}
	switch {
	case len(r.faults) > 0:
		fmt.Fprintln(c.App.ErrWriter, strings.Join(found, ", "))
	case !r.unread:
		fmt.Fprintf(c.App.ErrWriter, "%s: %s, %s, %s\n", strings.Join(append([]string{"no fault"}, found...), ", "),
			count(len(r.loaded), "deck"), count(questions, "question"), count(cards, "card"))
	}
	weak := len(r.findings) > 0
	if r.source != nil && len(r.source.Findings) > 0 {
		weak = true
		fmt.Fprintf(c.App.ErrWriter, "against the article: %s\n", sourceTalk(r.source))
	}
	switch {
	case r.unread:
		return silent(exitInput)
	case len(r.faults) > 0 || weak && c.Bool("strict"):
		return silent(exitFindings)
	}
	return nil
}
