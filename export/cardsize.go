package export

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// CardSize is how large a card is, in millimetres, and how many of them a
// ready-made sheet of perforated cards has, if it is one.
type CardSize struct {
	Name          string
	Width, Height float64

	ready *readySheet // nil: as many as the paper has room for
}

// readySheet is a sheet that is sold with its cards cut already.
type readySheet struct {
	paper         Paper
	columns, rows int
	left, top     float64 // of the first card
	dx, dy        float64 // from one card to the next
}

// inch in millimetres.
const inch = 25.4

// The sizes that have a name. Those of Avery's sheets are as their makers and
// the label programs state them: a letter sheet of ten business cards and one
// of three index cards, an A4 sheet of ten cards and one of eight that lie
// apart.
var cardSizes = []struct {
	names []string
	size  CardSize
}{
	{[]string{"business"}, CardSize{Width: 85, Height: 55}},
	{[]string{"us-business"}, CardSize{Width: 3.5 * inch, Height: 2 * inch}},
	{[]string{"index"}, CardSize{Width: 5 * inch, Height: 3 * inch}},
	{[]string{"a7"}, CardSize{Width: 105, Height: 74}},
	{
		[]string{"5371", "5371", "5871", "5911", "8371", "8471", "8871", "28371"},
		CardSize{Width: 3.5 * inch, Height: 2 * inch, ready: &readySheet{Letter, 2, 5, 0.75 * inch, 0.5 * inch, 3.5 * inch, 2 * inch}},
	},
	{
		[]string{"5388", "5386", "8388"},
		CardSize{Width: 5 * inch, Height: 3 * inch, ready: &readySheet{Letter, 1, 3, 1.75 * inch, inch, 5 * inch, 3 * inch}},
	},
	{[]string{"l7414", "7414"}, CardSize{Width: 90, Height: 52, ready: &readySheet{A4, 2, 5, 15, 18.5, 90, 52}}},
	{[]string{"c32015", "32015"}, CardSize{Width: 85, Height: 54, ready: &readySheet{A4, 2, 4, 17, 31.5, 91, 60}}},
}

// CardSizeNames returns the names of the sizes, Avery's sheets by one number
// each.
func CardSizeNames() []string {
	names := make([]string, len(cardSizes))
	for i, s := range cardSizes {
		names[i] = s.names[0]
	}
	return names
}

// The smallest and the largest card of a size of its own, in millimetres.
const (
	leastCard = 40.0
	mostCard  = 210.0
)

// ParseCardSize returns the size of that name, in either case and with or
// without "avery" before a number; or one of WIDTHxHEIGHT millimetres.
func ParseCardSize(text string) (CardSize, error) {
	name := strings.ToLower(strings.TrimSpace(text))
	if number, ok := strings.CutPrefix(name, "avery"); ok {
		name = strings.TrimLeft(number, " -")
	}
	for _, s := range cardSizes {
		for _, n := range s.names {
			if n == name {
				size := s.size
				size.Name = name
				return size, nil
			}
		}
	}
	w, h, ok := strings.Cut(strings.TrimSuffix(name, "mm"), "x")
	width, errW := strconv.ParseFloat(w, 64)
	height, errH := strconv.ParseFloat(h, 64)
	if !ok || errW != nil || errH != nil {
		return CardSize{}, fmt.Errorf("unknown card size %q: choose %s, or one of your own such as 90x60 (millimetres)", text, strings.Join(CardSizeNames(), ", "))
	}
	for _, mm := range []float64{width, height} {
		if !(mm >= leastCard && mm <= mostCard) {
			return CardSize{}, fmt.Errorf("a card of %s mm: width and height must be %g to %g", text, leastCard, mostCard)
		}
	}
	return CardSize{Name: name, Width: width, Height: height}, nil
}

// Paper returns the paper that a ready-made sheet is of, false for a size that
// is cut out of any.
func (s CardSize) Paper() (Paper, bool) {
	if s.ready == nil {
		return Paper{}, false
	}
	return s.ready.paper, true
}

// cardGrid is where the cards of a page lie.
type cardGrid struct {
	paper         Paper
	columns, rows int
	left, top     float64 // of the first one
	dx, dy        float64 // from one to the next
	w, h          float64 // of each
}

// gridOf returns where cells of a width and height lie on a paper: as the
// ready-made sheet has them, else as many as fit, in its middle.
func gridOf(size CardSize, w, h float64, paper Paper) (cardGrid, error) {
	if r := size.ready; r != nil {
		return cardGrid{paper, r.columns, r.rows, r.left, r.top, r.dx, r.dy, w, h}, nil
	}
	const slack = 1e-6
	g := cardGrid{paper: paper, columns: int(math.Floor(paper.Width/w + slack)), rows: int(math.Floor(paper.Height/h + slack)), dx: w, dy: h, w: w, h: h}
	if g.columns == 0 || g.rows == 0 {
		return g, fmt.Errorf("a card of %g by %g mm does not fit on %s paper", w, h, paper.Name)
	}
	g.left = (paper.Width - float64(g.columns)*w) / 2
	g.top = (paper.Height - float64(g.rows)*h) / 2
	return g, nil
}

// slots is how many cards a page has.
func (g cardGrid) slots() int { return g.columns * g.rows }

// at is the upper left corner of a slot, counted row by row.
func (g cardGrid) at(slot int) (x, y float64) {
	return g.left + float64(slot%g.columns)*g.dx, g.top + float64(slot/g.columns)*g.dy
}
