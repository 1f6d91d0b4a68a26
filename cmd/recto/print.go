package main

import (
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/export"
)

func printCommand() *cli.Command {
	return &cli.Command{
		Name:      "print",
		Usage:     "a printable sheet with its key, as PDF",
		ArgsUsage: "DECK...",
		Description: "Without -o the file is named after the deck; a separate key is NAME-key.pdf. The\n" +
			"same decks, flags and seed give the same bytes. \"recto help printing\" tells more.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE.pdf`, - for the standard output"},
			&cli.StringFlag{Name: "layout", Usage: "what to print: `sheet`", Value: "sheet"},
			&cli.StringFlag{Name: "key", Usage: "where the answers stand: `end, separate or none`", Value: "end"},
			&cli.IntFlag{Name: "count", Usage: "print `N` questions, drawn by the seed", DefaultText: "all"},
			&cli.StringSliceFlag{Name: "tag", Usage: "only questions with the tag `T` (may be repeated: any of them)"},
			&cli.StringFlag{Name: "seed", Usage: "a number `S` that decides every order", Value: "1"},
			&cli.StringFlag{Name: "paper", Usage: "`a4, a5, letter or legal`", DefaultText: "a4, or what config.toml says"},
			&cli.IntFlag{Name: "columns", Usage: "`1 or 2`", Value: 1},
		},
		Action: printSheet,
	}
}

func printSheet(c *cli.Context) error {
	if c.NArg() == 0 {
		return usage("print needs a deck\nhint: recto print facts.toml")
	}
	p, err := readPrintFlags(c)
	if err != nil {
		return err
	}
	loaded, err := loadDecks(c, p.config, c.Args().Slice())
	if err != nil {
		return err
	}
	var questions []*decks.Question
	for _, d := range loaded {
		questions = append(questions, d.Questions...)
	}
	exam, err := export.NewExam(questions, p.exam)
	if err != nil {
		return usage("%w", err)
	}
	sheet, key, warnings, err := p.render(exam.Version(1), loaded)
	if err != nil {
		return err
	}
	if err := p.write(c, loaded[0], sheet, key); err != nil {
		return err
	}
	warn(c.App.ErrWriter, warnings)
	return nil
}

// printing is what the flags of print ask for.
type printing struct {
	config  *config
	exam    export.ExamOptions
	sheet   export.SheetOptions
	key     string // "end", "separate" or "none"
	output  string // "" for the deck's name
	created time.Time
}

func readPrintFlags(c *cli.Context) (printing, error) {
	p := printing{key: c.String("key"), output: c.String("output")}
	var err error
	if _, p.config, err = settings(); err != nil {
		return p, err
	}
	if c.String("layout") != "sheet" {
		return p, usage("--layout must be sheet, not %q", printable(c.String("layout")))
	}
	if !slices.Contains([]string{"end", "separate", "none"}, p.key) {
		return p, usage("--key must be end, separate or none, not %q", printable(p.key))
	}
	paper := p.config.Paper
	if c.IsSet("paper") {
		paper = c.String("paper")
	}
	if p.sheet.Paper, err = export.ParsePaper(paper); err != nil {
		return p, usage("--paper: %w", err)
	}
	if p.sheet.Columns = c.Int("columns"); p.sheet.Columns < 1 || p.sheet.Columns > 2 {
		return p, usage("--columns must be 1 or 2")
	}
	if p.sheet.Columns > p.sheet.Paper.Columns() {
		return p, usage("%s paper is too narrow for %d columns", p.sheet.Paper.Name, p.sheet.Columns)
	}
	if n := c.Int("count"); c.IsSet("count") && n < 1 {
		return p, usage("--count must be at least 1")
	}
	seed, err := strconv.ParseUint(c.String("seed"), 10, 64)
	if err != nil {
		return p, usage("--seed must be a whole number from 0, not %q", printable(c.String("seed")))
	}
	p.exam = export.ExamOptions{Seed: seed, Count: c.Int("count"), Tags: c.StringSlice("tag")}
	p.sheet.Images = imagesOf
	if p.output != "" && p.output != "-" && filepath.Ext(p.output) != ".pdf" { // a deck must not be replaced by its sheet
		return p, usage("%q does not end in .pdf\nhint: -o %s.pdf", printable(p.output), printable(p.output))
	}
	if p.key == "separate" && p.output == "-" {
		return p, usage("--key separate writes two files and cannot write to the standard output")
	}
	p.created, err = sourceDate()
	return p, err
}
