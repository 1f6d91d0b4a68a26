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
