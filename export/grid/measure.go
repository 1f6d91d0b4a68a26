package grid

import (
	"github.com/clipperhouse/displaywidth"

	"recto/export"
)

// cell is the width of a character in millimetres: about that of a sheet's
// letters, so that boxes and indents keep their proportions to the text.
const cell = 2.1

// Width returns how many millimetres a number of characters take.
func Width(cells int) float64 { return float64(cells) * cell }

// Measurer measures texts in cells of one width, for a terminal to show. Wide
// characters take two, marks none.
type Measurer struct {
	Glyph func(r rune, s export.Style) bool // whether the fonts of the paper can show a character
}

// Width returns the advance of a text in millimetres, the same at every size.
func (Measurer) Width(text string, _ export.Font) float64 {
	return Width(cells(text))
}

// Kern returns 0: cells stand where they stand.
func (Measurer) Kern(_, _ rune, _ export.Font) float64 { return 0 }

// cells returns how many cells the characters of a text take one by one: so
// the widths of its parts add up.
func cells(text string) int {
	n := 0
	for _, r := range text {
		n += displaywidth.Rune(r)
	}
	return n
}

// Has reports whether the paper has a glyph for r.
func (m Measurer) Has(r rune, s export.Style) bool { return m.Glyph(r, s) }
