package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/decks/library"
	"recto/export"
	"recto/export/pdf"
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

// warn tells what could not be shown.
func warn(stderr io.Writer, warnings []export.Warning) {
	for _, text := range warned(warnings) {
		fmt.Fprintf(stderr, "warning: %s\n", printable(text))
	}
}

// warned returns what could not be shown, the first of each question in full. A
// character may be missing on the sheet and in the key, and counts once.
func warned(warnings []export.Warning) (texts []string) {
	type place struct {
		number int
		rtl    bool
	}
	told := map[export.Warning]bool{}
	first := map[place]export.Warning{}
	more := map[place]int{}
	var order []place
	for _, w := range warnings {
		if told[w] {
			continue
		}
		told[w] = true
		at := place{w.Number, w.RTL}
		if _, ok := first[at]; ok {
			more[at]++
			continue
		}
		first[at] = w
		order = append(order, at)
	}
	for _, at := range order {
		text := first[at].String()
		if n := more[at]; n > 0 {
			text += fmt.Sprintf("; and %s", count(n, "more character"))
		}
		texts = append(texts, text)
	}
	return texts
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

// render lays the sheet and its key out and paints them; key is nil unless it
// is a document of its own.
func (p printing) render(v export.Version, loaded []*decks.Deck) (sheet, key []byte, warnings []export.Warning, err error) {
	fonts, err := pdf.NewFonts()
	if err != nil {
		return nil, nil, nil, err
	}
	front, err := export.LayoutSheet(v, p.sheet, fonts)
	if err != nil {
		return nil, nil, nil, badInput("%w", err)
	}
	pages, warnings := front.Pages, front.Warnings
	about := pdf.Options{Title: loaded[0].Title, Author: loaded[0].Author, Language: loaded[0].Language, Created: p.created}
	if p.key != "none" {
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
