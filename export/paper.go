package export

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Paper is a sheet of paper, upright, in millimetres.
type Paper struct {
	Name          string
	Width, Height float64
}

// Columns returns how many columns the paper has room for, 1 or 2: two need
// 180 millimetres.
func (p Paper) Columns() int {
	if p.Width < 180 {
		return 1
	}
	return 2
}

// The papers a sheet can be printed on.
var (
	A3     = Paper{"a3", 297, 420}
	A4     = Paper{"a4", 210, 297}
	A5     = Paper{"a5", 148, 210}
	Letter = Paper{"letter", 215.9, 279.4}
	Legal  = Paper{"legal", 215.9, 355.6}
)

// ParsePaper returns the paper of that name, in either case.
func ParsePaper(name string) (Paper, error) {
	for _, p := range []Paper{A3, A4, A5, Letter, Legal} {
		if strings.EqualFold(name, p.Name) {
			return p, nil
		}
	}
	return Paper{}, fmt.Errorf("unknown paper %q: choose a3, a4, a5, letter or legal", name)
}

// Margins are the millimetres along the edges of a paper that stay empty: also
// of what stands at the head and the foot of a page.
type Margins struct{ Top, Right, Bottom, Left float64 }

// The margins that a page can have, in millimetres: few printers reach further
// than the smallest.
const (
	leastMargin = 4.0
	mostMargin  = 60.0
)

// ParseMargins reads one number for all edges, two for top and bottom and for
// the sides, or four clockwise from the top, in millimetres with commas
// between.
func ParseMargins(text string) (Margins, error) {
	var n []float64
	for part := range strings.SplitSeq(text, ",") {
		v, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(part), "mm")), 64)
		if err != nil || math.IsNaN(v) {
			return Margins{}, fmt.Errorf("%q is no number of millimetres", part)
		}
		if v < leastMargin || v > mostMargin {
			return Margins{}, fmt.Errorf("%g mm is not between %g and %g", v, leastMargin, mostMargin)
		}
		n = append(n, v)
	}
	switch len(n) {
	case 1:
		return Margins{n[0], n[0], n[0], n[0]}, nil
	case 2:
		return Margins{n[0], n[1], n[0], n[1]}, nil
	case 4:
		return Margins{n[0], n[1], n[2], n[3]}, nil
	}
	return Margins{}, fmt.Errorf("%d numbers: give one for all edges, two for top and sides, or four clockwise from the top", len(n))
}
