package export

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"strings"

	"recto/decks"
)

// Duplex says how the backs get behind their fronts.
type Duplex uint8

// The ways to print both sides.
const (
	LongEdge  Duplex = iota // the printer turns the paper over its long edge, like a book
	ShortEdge               // over its short edge, like a pad
	ByHand                  // all fronts, then all backs: the pile is put in again
)

// ParseDuplex returns the way of that name: long, short or hand.
func ParseDuplex(name string) (Duplex, error) {
	switch strings.ToLower(name) {
	case "long":
		return LongEdge, nil
	case "short":
		return ShortEdge, nil
	case "hand":
		return ByHand, nil
	}
	return 0, fmt.Errorf("unknown duplex %q: choose long, short or hand", name)
}

// CardOptions say how cards are laid out.
type CardOptions struct {
	Paper  Paper
	Size   CardSize
	Duplex Duplex
	// Fold puts front and back side by side, to be folded and glued; Duplex
	// does not matter then.
	Fold bool
	// OffsetX and OffsetY move the backs, in millimetres right and down on the
	// back itself: printers pull the second side a little askew.
	OffsetX, OffsetY float64
	// Language is that of the words that no deck writes, BCP 47; "" means
	// that of the first deck.
	Language string
	// Images opens the folder that a deck file's images are relative to.
	Images func(deckFile string) (fs.FS, error)
}

// Cards are cards laid out on pages.
type Cards struct {
	Pages    []Page
	Places   []CardPlace // of every card, in the order of the deck
	Warnings []Warning   // characters that could not be shown
	Cut      []CutCard   // what did not fit
}

// CardPlace is where the two sides of a card lie.
type CardPlace struct {
	Card        decks.Card
	Number      int // from 1, as it stands on both sides
	Front, Back Area
}

// Area is a part of a page, counted from 0, in millimetres.
type Area struct {
	Page       int
	X, Y, W, H float64
}

// safe is the part of an area that is printed on: cutters and printers are off
// by a millimetre or two, and printers leave the edge of the paper white.
func (a Area) safe() Area {
	return Area{a.Page, a.X + cardMargin, a.Y + cardMargin, a.W - 2*cardMargin, a.H - 2*cardMargin}
}

// cardMargin is what stays white along the edges of a card, in millimetres.
const cardMargin = 4.5

// CutCard is a card of which something had to be left out.
type CutCard struct {
	Number   int
	Question *decks.Question
	What     string // "the end of its front", "its explanation"
}

// String names the card and its question.
func (c CutCard) String() string {
	return fmt.Sprintf("card %d (%s:%d): %s does not fit at %g points and is left out", c.Number, c.Question.File, c.Question.Pos.Line, c.What, leastCardSize)
}

// Check reports what is wrong with the options: what cannot be cut, turned or
// moved so.
func (o *CardOptions) Check() error {
	if math.Abs(o.OffsetX) > mostOffset || math.Abs(o.OffsetY) > mostOffset {
		return fmt.Errorf("an offset of %g,%g mm: at most %g are possible", o.OffsetX, o.OffsetY, mostOffset)
	}
	if paper, ok := o.Size.Paper(); ok && paper != o.Paper {
		return fmt.Errorf("sheets of %s cards are %s paper, not %s", o.Size.Name, paper.Name, o.Paper.Name)
	}
	if o.Fold && o.Size.ready != nil {
		return fmt.Errorf("sheets of %s cards are cut already: they cannot be folded", o.Size.Name)
	}
	_, _, err := o.grid()
	return err
}

// LayoutCards lays out the cards of a version, front and back. They lie so that
// cut piles are in order: when all pages are cut at once, each pile holds
// numbers that follow each other, and the piles follow each other row by row.
func LayoutCards(v Version, o CardOptions, m Measurer) (*Cards, error) {
	if err := o.Check(); err != nil {
		return nil, err
	}
	s, err := newSheet(v, SheetOptions{Paper: o.Paper, Language: o.Language, Images: o.Images}, m)
	if err != nil {
		return nil, err
	}
	var cards []cardContent
	for i := range v.Items {
		cards = append(cards, s.cardsOf(v.Items[i])...)
	}
	if len(cards) == 0 {
		return nil, errors.New("there is no card to print")
	}
	out := &Cards{}
	if out.Places, out.Pages, err = placeCards(len(cards), o); err != nil {
		return nil, err
	}
	for i, c := range cards {
		p := &out.Places[i]
		p.Card, p.Number = c.card, i+1
		cut, err := s.drawCard(out.Pages, *p, c)
		if err != nil {
			return nil, s.fault(err)
		}
		out.Cut = append(out.Cut, cut...)
	}
	out.Warnings = s.warnings
	return out, nil
}

// mostOffset bounds what a printer can be off, in millimetres.
const mostOffset = 15.0

// grid is where cards lie, or cards with their backs beside them or, where the
// paper is too narrow for that, below them.
func (o *CardOptions) grid() (g cardGrid, beside bool, err error) {
	w, h := o.Size.Width, o.Size.Height
	switch beside = o.Fold && 2*w <= o.Paper.Width; {
	case beside:
		w *= 2
	case o.Fold:
		h *= 2
	}
	g, err = gridOf(o.Size, w, h, o.Paper)
	return g, beside, err
}

// placeCards returns where n cards lie, and the pages with their marks for
// cutting and folding.
func placeCards(n int, o CardOptions) ([]CardPlace, []Page, error) {
	g, beside, err := o.grid()
	if err != nil {
		return nil, nil, err
	}
	w, h := o.Size.Width, o.Size.Height
	sheets := (n + g.slots() - 1) / g.slots()
	places := make([]CardPlace, n)
	for i := range places {
		slot, sheet := i/sheets, i%sheets
		x, y := g.at(slot)
		front := Area{sheet, x, y, w, h}
		back := front
		switch {
		case beside:
			back.X += w
		case o.Fold:
			back.Y += h
		default:
			front.Page, back = backOf(front, sheets, o)
		}
		places[i] = CardPlace{Front: front, Back: back}
	}
	return places, cardPages(g, sheets, o, beside), nil
}

// backOf returns the page of a front and the area that lies behind it.
func backOf(front Area, sheets int, o CardOptions) (page int, back Area) {
	back = front
	if o.Duplex == ShortEdge {
		back.Y = o.Paper.Height - front.Y - front.H
	} else {
		back.X = o.Paper.Width - front.X - front.W
	}
	back.X += o.OffsetX
	back.Y += o.OffsetY
	if o.Duplex == ByHand {
		back.Page = sheets + front.Page
		return front.Page, back
	}
	back.Page = 2*front.Page + 1
	return 2 * front.Page, back
}

// cardPages returns empty pages with marks on their fronts.
func cardPages(g cardGrid, sheets int, o CardOptions, beside bool) []Page {
	count := 2 * sheets
	if o.Fold {
		count = sheets
	}
	pages := make([]Page, count)
	for i := range pages {
		pages[i] = Page{Width: o.Paper.Width, Height: o.Paper.Height}
		front := o.Fold || o.Duplex == ByHand && i < sheets || o.Duplex != ByHand && i%2 == 0
		if front && o.Size.ready == nil {
			pages[i].Rules = g.marks()
		}
		if o.Fold {
			pages[i].Rules = append(pages[i].Rules, g.folds(beside)...)
		}
	}
	return pages
}

// marks are the lines to cut along: short ones in the margin of the paper, as
// long as there is room, and small crosses where four cards meet. They touch
// no text.
func (g cardGrid) marks() []Rule {
	const gap, long, arm, least = 1.0, 5.0, 1.2, 2.0
	var out []Rule
	right, bottom := g.left+float64(g.columns)*g.w, g.top+float64(g.rows)*g.h
	line := func(x1, y1, x2, y2 float64) { out = append(out, Rule{x1, y1, x2, y2, 0.1, faint}) }
	for c := range g.columns + 1 {
		x := g.left + float64(c)*g.w
		if reach := min(long, g.top-gap); reach >= least {
			line(x, g.top-gap-reach, x, g.top-gap)
			line(x, bottom+gap, x, bottom+gap+reach)
		}
		for r := range g.rows + 1 {
			y := g.top + float64(r)*g.h
			if reach := min(long, g.left-gap); c == 0 && reach >= least {
				line(g.left-gap-reach, y, g.left-gap, y)
				line(right+gap, y, right+gap+reach, y)
			}
			line(max(x-arm, g.left), y, min(x+arm, right), y)
			line(x, max(y-arm, g.top), x, min(y+arm, bottom))
		}
	}
	return out
}

// folds are dashed lines between fronts and backs.
func (g cardGrid) folds(beside bool) []Rule {
	const dash, gap = 2.0, 1.5
	var out []Rule
	for slot := range g.slots() {
		x, y := g.at(slot)
		length := g.w
		if beside {
			length = g.h
		}
		for at := gap; at+dash < length; at += dash + gap {
			if beside {
				out = append(out, Rule{x + g.w/2, y + at, x + g.w/2, y + at + dash, 0.15, faint})
			} else {
				out = append(out, Rule{x + at, y + g.h/2, x + at + dash, y + g.h/2, 0.15, faint})
			}
		}
	}
	return out
}
