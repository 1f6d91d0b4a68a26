package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/decks/ground"
)

func checkCommand() *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     "every fault of a deck with file, line and column",
		ArgsUsage: "DECK...",
		Description: "Exit code 0: no fault. 1: a fault, named on the standard output. 3: a file cannot be\n" +
			"read; this wins over 1.",
		Flags: []cli.Flag{
			jsonFlag(),
			&cli.BoolFlag{Name: "strict", Usage: "exit 1 on a weakness too; this version looks for faults only"},
			sourceFlag(),
		},
		Action: check,
	}
}

// finding is one thing that is wrong with a deck.
type finding struct {
	Code     string `json:"code"`     // "fault"
	Severity string `json:"severity"` // "error"
	File     string `json:"file"`
	Line     int    `json:"line"`   // from 1; 0 for the whole file
	Column   int    `json:"column"` // from 1, in code points
	Question int    `json:"question,omitempty"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
}

func check(c *cli.Context) error {
	if c.NArg() == 0 {
		return usage("check needs a deck\nhint: recto check facts.toml")
	}
	_, cfg, err := settings()
	if err != nil {
		return err
	}
	l := newLoader(c)
	unread := false
	for _, name := range c.Args().Slice() {
		if err := l.add(name, cfg); errors.Is(err, context.Canceled) {
			return err
		} else if err != nil {
			fmt.Fprintln(c.App.ErrWriter, describe(err))
			unread = true
		}
	}
	loaded, err := decks.Assemble(l.files)
	var faults decks.ErrorList
	if err != nil && !errors.As(err, &faults) {
		return err
	}
	if faults = l.decksOnly(faults); len(faults) == 0 && err != nil {
		loaded, faults = decks.Salvage(l.files)
	}
	var source *ground.Report
	if len(faults) == 0 && !unread && !l.unread {
		if source, err = checkSource(c, loaded); err != nil {
			fmt.Fprintln(c.App.ErrWriter, describe(err))
			unread = true
		}
	}
	if err := printFaults(c, l, faults, source); err != nil {
		return err
	}
	switch {
	case unread || l.unread:
		return silent(exitInput)
	case len(faults) > 0:
		fmt.Fprintln(c.App.ErrWriter, count(len(faults), "fault"))
		return silent(exitFindings)
	}
	questions, cards := 0, 0
	for _, d := range loaded {
		questions += len(d.Questions)
		for _, q := range d.Questions {
			cards += len(q.Cards())
		}
	}
	fmt.Fprintf(c.App.ErrWriter, "no fault: %s, %s, %s\n", count(len(loaded), "deck"), count(questions, "question"), count(cards, "card"))
	if source != nil && len(source.Findings) > 0 {
		fmt.Fprintf(c.App.ErrWriter, "against the article: %s\n", sourceTalk(source))
		if c.Bool("strict") {
			return silent(exitFindings)
		}
	}
	return nil
}

// printFaults prints what was found, as data.
func printFaults(c *cli.Context, l *loader, faults decks.ErrorList, source *ground.Report) error {
	if c.Bool("json") {
		out := struct {
			V        int         `json:"v"`
			Files    int         `json:"files"`
			Findings []finding   `json:"findings"`
			Source   *sourceJSON `json:"source,omitempty"`
		}{1, len(l.files), []finding{}, sourceOf(c.String("source"), source)}
		for _, f := range faults {
			out.Findings = append(out.Findings, finding{
				Code: "fault", Severity: "error", File: f.File, Line: f.Pos.Line, Column: f.Pos.Column,
				Question: f.Question, Message: f.Message, Hint: f.Hint,
			})
		}
		if source != nil {
			for _, f := range source.Findings {
				out.Findings = append(out.Findings, finding{
					Code: f.Code, Severity: string(f.Severity), File: f.File, Line: f.Pos.Line, Column: f.Pos.Column,
					Question: f.Question, Message: f.Message, Hint: f.Hint,
				})
			}
		}
		return writeJSON(c.App.Writer, out)
	}
	for _, f := range faults {
		fmt.Fprintln(c.App.Writer, f)
	}
	if source != nil {
		printSource(c.App.Writer, c.String("source"), source)
	}
	return nil
}
