package export

// Style says which face of the text family a text is set in.
type Style uint8

// Styles add up: Bold|Italic is bold italic. Code is the typewriter face and
// has no bold or italic. Legible is a family for readers who see little, whose
// letters are not taken for each other; it has the same styles.
const (
	Regular Style = 0
	Bold    Style = 1
	Italic  Style = 2
	Code    Style = 4
	Legible Style = 8
)

// Aloud is the style of a text that is not drawn: it is what those behind it
// say together, up to an empty one of the same style. A program that reads the
// page takes it in their place, as a fraction for two numbers.
const Aloud Style = 1 << 7

// Font is a face at a size in points (1/72 inch).
type Font struct {
	Style Style
	Size  float64
}

// Measurer knows the fonts that the pages will be painted with.
type Measurer interface {
	// Width returns the advance of text in millimetres: those of its code
	// points and the kerning between each two of them. So the width of two
	// parts together is the sum of theirs and of Kern between them.
	Width(text string, f Font) float64
	// Kern returns what is added between a and b when they stand beside each
	// other in one text, in millimetres; mostly negative, 0 beside a space.
	Kern(a, b rune, f Font) float64
	// Has reports whether there is a glyph to draw r with.
	Has(r rune, s Style) bool
}

// Inker is a Measurer that knows how far letters reach. Formulas are built of
// two dimensions where the Measurer is one, else they are set on one line.
type Inker interface {
	Measurer
	// Ink returns how far the ink of text reaches above and below its
	// baseline, in millimetres; below is negative where all of it is above.
	Ink(text string, f Font) (above, below float64)
}
