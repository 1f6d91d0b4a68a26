package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/export"
	"recto/export/pdf"
)

// cardFlags are the flags of cards to cut out.
func cardFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "card-size", Usage: "`business, us-business, index or a7`, a sheet of Avery's (5371, 5388, l7414, c32015), or millimetres such as 90x60", Value: "business"},
		&cli.BoolFlag{Name: "fold", Usage: "cards with front and back beside each other, to be folded"},
		&cli.StringFlag{Name: "offset", Usage: "move the backs of cards by `X,Y` millimetres right and down", DefaultText: "0,0"},
		&cli.BoolFlag{Name: "calibrate", Usage: "print the page that tells the offset of your printer, and no deck"},
	}
}

// forCards and forSheets are flags that only one layout knows.
var (
	forCards  = []string{"card-size", "fold", "offset"}
	forSheets = []string{"key", "columns", "margins", "large-print", "ink-save", "fields", "points-table", "word-bank", "sections", "versions", "students", "version"}
)

// readCards reads what cards look like, and refuses what belongs to the other
// layout.
func (p *printing) readCards(c *cli.Context) (err error) {
	strange, other := forCards, "cards"
	if p.layout == "cards" {
		strange, other = forSheets, "sheet"
	}
	for _, name := range strange {
		if c.IsSet(name) {
			return usage("--%s is for --layout %s", name, other)
		}
	}
	if p.layout != "cards" {
		return nil
	}
	if p.cards.Size, err = export.ParseCardSize(c.String("card-size")); err != nil {
		return usage("--card-size: %w", err)
	}
	p.cards.Paper, p.cards.Images, p.cards.Language = p.sheet.Paper, imagesOf, p.sheet.Language
	if paper, ok := p.cards.Size.Paper(); ok && !c.IsSet("paper") {
		p.cards.Paper = paper
	}
	p.cards.Fold = c.Bool("fold")
	if p.cards.Fold && c.IsSet("duplex") {
		return usage("--fold prints on one side: leave --duplex out")
	}
	if p.cards.OffsetX, p.cards.OffsetY, err = readOffset(c.String("offset")); err != nil {
		return err
	}
	if err := p.cards.Check(); err != nil {
		return usage("%w", err)
	}
	return nil
}

// readOffset reads "X,Y", in millimetres.
func readOffset(text string) (x, y float64, err error) {
	if text == "" {
		return 0, 0, nil
	}
	right, down, ok := strings.Cut(text, ",")
	x, errX := strconv.ParseFloat(strings.TrimSpace(right), 64)
	y, errY := strconv.ParseFloat(strings.TrimSpace(down), 64)
	if !ok || errors.Join(errX, errY) != nil || x != x || y != y {
		return 0, 0, usage("--offset must be two numbers of millimetres such as 1,-0.5, not %q", printable(text))
	}
	return x, y, nil
}

// printCards prints the cards of an exam to be cut out.
func (p *printing) printCards(c *cli.Context, loaded []*decks.Deck, exam *export.Exam) error {
	var cards *export.Cards
	files, err := render(c, func() ([]outFile, error) {
		fonts, err := pdf.OpenFonts(p.fonts)
		if err != nil {
			return nil, err
		}
		laid, err := export.LayoutCards(exam.Version(1), p.cards, fonts)
		if err != nil {
			return nil, badInput("%w", err)
		}
		cards = laid
		about := pdf.Options{Title: loaded[0].Title, Author: loaded[0].Author, Language: loaded[0].Language, Created: p.created, Duplex: duplexOf(p.cards)}
		data, err := paint(laid.Pages, fonts, about)
		return []outFile{{".pdf", data}}, err
	})
	if err != nil {
		return err
	}
	if err := writeOut(c, p.output, loaded[0].ID, files); err != nil {
		return err
	}
	for _, cut := range cards.Cut {
		fmt.Fprintf(c.App.ErrWriter, "warning: %s\n", printable(cut.String()))
	}
	if len(cards.Cut) > 0 {
		fmt.Fprintf(c.App.ErrWriter, "hint: a larger --card-size, such as %s, has more room\n", largerThan(p.cards.Size))
	}
	warn(c.App.ErrWriter, cards.Warnings)
	return nil
}

// largerThan is a size with more room than another one.
func largerThan(size export.CardSize) string {
	if index, err := export.ParseCardSize("index"); err == nil && size.Width*size.Height < index.Width*index.Height {
		return "index"
	}
	return "150x100"
}

// duplexOf is what the print dialog is asked for.
func duplexOf(o export.CardOptions) pdf.Duplex {
	switch {
	case o.Fold || o.Duplex == export.ByHand:
		return pdf.Simplex
	case o.Duplex == export.ShortEdge:
		return pdf.ShortEdge
	}
	return pdf.LongEdge
}

// printCalibrationPage prints the page that tells how far the second side is off.
func printCalibrationPage(c *cli.Context) error {
	if c.NArg() > 0 {
		return usage("--calibrate prints no deck: leave %q out", printable(c.Args().First()))
	}
	p := printing{output: c.String("output"), layout: "cards"}
	var err error
	if _, p.config, err = settings(); err != nil {
		return err
	}
	for _, read := range []func(*cli.Context) error{p.readPaper, p.readOutput, p.readDuplex} {
		if err := read(c); err != nil {
			return err
		}
	}
	files, err := render(c, func() ([]outFile, error) {
		fonts, err := pdf.NewFonts()
		if err != nil {
			return nil, err
		}
		p.cards.Paper = p.sheet.Paper
		pages := export.LayoutCalibration(p.cards.Paper, p.cards.Duplex, fonts)
		data, err := paint(pages, fonts, pdf.Options{Title: "Calibration", Language: "en", Duplex: duplexOf(p.cards)})
		return []outFile{{".pdf", data}}, err
	})
	if err != nil {
		return err
	}
	return writeOut(c, p.output, "calibration", files)
}
