package main

import (
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"recto/export"
	"recto/export/pdf"
)

func printCommand() *cli.Command {
	return &cli.Command{
		Name:      "print",
		Usage:     "a printable sheet with its key, an exam in versions, or flashcards, as PDF",
		ArgsUsage: "DECK...",
		Description: "Without -o the file is named after the deck; a separate key is NAME-key.pdf, the\n" +
			"record of versions NAME.exam.json, which is printed again in place of a deck. The\n" +
			"same decks, flags and seed give the same bytes. \"recto help printing\", \"recto help\n" +
			"versions\" and \"recto help flashcards\" tell more.",
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE.pdf`, - for the standard output"},
			&cli.StringFlag{Name: "layout", Usage: "what to print: `sheet or cards`", Value: "sheet"},
			&cli.StringFlag{Name: "key", Usage: "where the answers stand: `end, separate, foot, fold or none`; foot is upside down on each page", Value: "end"},
			&cli.IntFlag{Name: "count", Usage: "print `N` questions, drawn by the seed", DefaultText: "all"},
			&cli.StringSliceFlag{Name: "tag", Usage: "only questions with the tag `T` (may be repeated: any of them)"},
			whereFlag("questions"),
			&cli.BoolFlag{Name: "due", Usage: "only questions that wait today, without new ones"},
			&cli.BoolFlag{Name: "weak", Usage: "a sheet of your own: what you are about to forget or failed lately, the neediest first"},
			&cli.StringFlag{Name: "sections", Usage: "headings by `group, tag, deck or none`", Value: "group", DefaultText: "group, or none when a selection leaves hardly more questions than headings"},
			&cli.StringFlag{Name: "seed", Usage: "a number `S` that decides every order", Value: "1"},
			&cli.StringFlag{Name: "paper", Usage: "`a3, a4, a5, letter or legal`", DefaultText: "a4, or what config.toml says"},
			&cli.StringFlag{Name: "margins", Usage: "`MM` that stay empty at the edges: one number, two for top and sides, or four clockwise", DefaultText: "by layout"},
			&cli.IntFlag{Name: "columns", Usage: "`1 or 2`", Value: 1, DefaultText: "1, and 2 on a3"},
			&cli.BoolFlag{Name: "large-print", Usage: "18 points in a legible face, wide lines, black only"},
			&cli.BoolFlag{Name: "ink-save", Usage: "smaller, closer, thinner lines"},
			&cli.StringFlag{Name: "fields", Usage: "what is filled in at the top: `name, class, date, score or none`, with commas between", DefaultText: "all of them"},
			&cli.BoolFlag{Name: "points-table", Usage: "a table of the points below the instructions"},
			&cli.BoolFlag{Name: "word-bank", Usage: "what the gaps of a section want, in a frame above it"},
			&cli.StringSliceFlag{Name: "font", Usage: "draw what recto's fonts lack with `FILE.ttf` (may be repeated)"},
			&cli.BoolFlag{Name: "no-system-fonts", Usage: "do not look in the fonts of this machine: the same bytes everywhere"},
			&cli.StringFlag{Name: "lang", Usage: "language of the printed words: `" + strings.Join(export.LabelLanguages(), ", ") + "`", DefaultText: "that of the deck"},
		}, append(examFlags(), cardFlags()...)...),
		Action: printSheet,
	}
}

func printSheet(c *cli.Context) error {
	switch {
	case c.Bool("calibrate"):
		return printCalibrationPage(c)
	case c.NArg() == 0:
		return usage("print needs a deck\nhint: recto print facts.toml")
	case namesRecord(c.Args().Slice()):
		return printRecord(c)
	}
	p, err := readPrintFlags(c)
	if err != nil {
		return err
	}
	loaded, err := loadDecks(c, p.config, c.Args().Slice())
	if err != nil {
		return err
	}
	p.fonts.Language = loaded[0].Language
	questions, err := p.choose(c, loaded)
	if err != nil {
		return err
	}
	exam, err := arrange(c, func() (*export.Exam, error) { return p.draw(c, loaded, questions) })
	if err != nil {
		return err
	}
	if p.layout == "cards" {
		return p.printCards(c, loaded, exam)
	}
	return p.printExam(c, loaded, exam)
}

// printing is what the flags of print ask for.
type printing struct {
	config    *config
	exam      export.ExamOptions
	sheet     export.SheetOptions
	sections  export.Sections
	due, weak bool
	layout    string // "sheet" or "cards"
	version   string // the only one to print; "" for all
	cards     export.CardOptions
	duplex    string // "long", "short", or "" for one side
	key       string // "end", "separate", "foot", "fold" or "none"
	output    string // "" for the deck's name
	created   time.Time
	fonts     pdf.FontOptions
}

func readPrintFlags(c *cli.Context) (printing, error) {
	p := printing{key: c.String("key"), output: c.String("output"), due: c.Bool("due"), weak: c.Bool("weak")}
	var err error
	if _, p.config, err = settings(); err != nil {
		return p, err
	}
	if p.layout = c.String("layout"); p.layout != "sheet" && p.layout != "cards" {
		return p, usage("--layout must be sheet or cards, not %q", printable(p.layout))
	}
	for _, read := range []func(*cli.Context) error{p.readSelection, p.readPaper, p.readParts, p.readFonts, p.readOutput, p.readDuplex, p.readVersions, p.readCards} {
		if err := read(c); err != nil {
			return p, err
		}
	}
	if err := p.sheet.Check(); err != nil {
		return p, usage("%w", err)
	}
	p.created, err = sourceDate()
	return p, err
}

// readSelection reads which questions are printed, and in which order.
func (p *printing) readSelection(c *cli.Context) error {
	if n := c.Int("count"); c.IsSet("count") && n < 1 {
		return usage("--count must be at least 1")
	}
	seed, err := strconv.ParseUint(c.String("seed"), 10, 64)
	if err != nil {
		return usage("--seed must be a whole number from 0, not %q", printable(c.String("seed")))
	}
	p.exam = export.ExamOptions{Seed: seed, Count: c.Int("count"), Tags: c.StringSlice("tag")}
	p.sheet.Seed = &p.exam.Seed
	if p.sections, err = export.ParseSections(c.String("sections")); err != nil {
		return usage("--sections: %w", err)
	}
	if p.weak && !c.IsSet("sections") {
		p.sections = export.Undivided // need orders the questions
	}
	if p.due && p.weak {
		return usage("--due and --weak choose by different things: take one of them")
	}
	_, err = readWhere(c)
	return err
}

// readPaper reads what the sheet looks like.
func (p *printing) readPaper(c *cli.Context) (err error) {
	paper := p.config.Paper
	if c.IsSet("paper") {
		paper = c.String("paper")
	}
	if p.sheet.Paper, err = export.ParsePaper(paper); err != nil {
		return usage("--paper: %w", err)
	}
	if n := c.Int("columns"); n < 1 || n > 2 {
		return usage("--columns must be 1 or 2")
	} else if c.IsSet("columns") {
		p.sheet.Columns = n
	}
	if c.IsSet("margins") {
		if p.sheet.Margins, err = export.ParseMargins(c.String("margins")); err != nil {
			return usage("--margins: %w", err)
		}
	}
	switch {
	case c.Bool("large-print") && c.Bool("ink-save"):
		return usage("--large-print and --ink-save are opposites: take one of them")
	case c.Bool("large-print"):
		p.sheet.Manner = export.LargePrint
	case c.Bool("ink-save"):
		p.sheet.Manner = export.InkSave
	}
	return nil
}

// readParts reads what stands on the sheet beside its questions.
func (p *printing) readParts(c *cli.Context) (err error) {
	if !c.IsSet("key") && p.weak {
		p.key = "foot"
	}
	switch p.key {
	case "end", "separate", "none":
	case "foot":
		p.sheet.Answers = export.AnswersAtFoot
	case "fold":
		p.sheet.Answers = export.AnswersBehindFold
	default:
		return usage("--key must be end, separate, foot, fold or none, not %q", printable(p.key))
	}
	switch {
	case c.IsSet("fields"):
		if p.sheet.Fields, err = export.ParseFields(c.String("fields")); err != nil {
			return usage("--fields: %w", err)
		}
	case p.weak: // whose sheet it is, everybody who holds it knows
		p.sheet.Fields = []export.Field{export.DateField, export.ScoreField}
	}
	p.sheet.PointsTable, p.sheet.WordBank = c.Bool("points-table"), c.Bool("word-bank")
	if c.IsSet("lang") {
		if p.sheet.Language, err = export.ParseLabelLanguage(c.String("lang")); err != nil {
			return usage("--lang: %w", err)
		}
	}
	p.sheet.Images = imagesOf
	return nil
}

// readOutput reads where the files go.
func (p *printing) readOutput(*cli.Context) error {
	if p.output != "" && p.output != "-" && filepath.Ext(p.output) != ".pdf" { // a deck must not be replaced by its sheet
		return usage("%q does not end in .pdf\nhint: -o %s.pdf", printable(p.output), printable(p.output))
	}
	if p.key == "separate" && p.output == "-" {
		return usage("--key separate writes two files and cannot write to the standard output")
	}
	return nil
}
