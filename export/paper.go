package export

import (
	"fmt"
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
	A4     = Paper{"a4", 210, 297}
	A5     = Paper{"a5", 148, 210}
	Letter = Paper{"letter", 215.9, 279.4}
	Legal  = Paper{"legal", 215.9, 355.6}
)

// ParsePaper returns the paper of that name, in either case.
func ParsePaper(name string) (Paper, error) {
	for _, p := range []Paper{A4, A5, Letter, Legal} {
		if strings.EqualFold(name, p.Name) {
			return p, nil
		}
	}
	return Paper{}, fmt.Errorf("unknown paper %q: choose a4, a5, letter or legal", name)
}
