package pdf

import (
	_ "embed" // the font files
	"fmt"
	"unicode"
	"unicode/utf8"

	"recto/export"
)

// The font files. Nothing writes into them: every document works on copies.
var (
	//go:embed fonts/PTSerif-Regular.ttf
	serifRegular []byte
	//go:embed fonts/PTSerif-Bold.ttf
	serifBold []byte
	//go:embed fonts/PTSerif-Italic.ttf
	serifItalic []byte
	//go:embed fonts/PTSerif-BoldItalic.ttf
	serifBoldItalic []byte
	//go:embed fonts/DejaVuSerif.ttf
	dejavuSerif []byte
	//go:embed fonts/DejaVuSerif-Bold.ttf
	dejavuSerifBold []byte
	//go:embed fonts/DejaVuSans.ttf
	dejavuSans []byte
	//go:embed fonts/DejaVuSansMono.ttf
	dejavuMono []byte
)

//go:embed fonts/PTSerif-LICENSE.txt
var serifLicense string

//go:embed fonts/DejaVu-LICENSE.txt
var dejavuLicense string

// Licenses returns the licences of the fonts inside the program, which ask to
// be shown wherever the fonts go.
func Licenses() string { return serifLicense + "\n\n" + dejavuLicense }

// mmPerPoint is the length of a typographic point, 1/72 inch.
const mmPerPoint = 25.4 / 72

// faces counts the font files.
const faces = 8

// styles counts the combinations of export.Style that have a chain of faces.
const styles = 5

// common counts the code points from 0 whose glyphs are looked up beforehand.
const common = 0x180

// Fonts are the text family and the DejaVu faces behind it. It measures text
// for the layout. It never changes and may be used by several goroutines.
type Fonts struct {
	faces  [faces]face
	chains [styles][]link
	near   [styles][common]glyph
}

type face struct {
	*truetype
	name string // as it stands in the PDF
}

// link is a face of a chain and the size it is set at beside the first face,
// so that small letters are about equally tall.
type link struct {
	face  int
	scale float64
}

// glyph is what draws a code point: a place in a chain and a width there.
type glyph struct {
	link    int8 // -1: no face has it
	id      uint16
	advance float64 // in em of the first face's size
}

// NewFonts reads the fonts of the program.
func NewFonts() (*Fonts, error) {
	f := &Fonts{}
	files := [faces]struct {
		name string
		data []byte
	}{
		{"PTSerif-Regular", serifRegular},
		{"PTSerif-Bold", serifBold},
		{"PTSerif-Italic", serifItalic},
		{"PTSerif-BoldItalic", serifBoldItalic},
		{"DejaVuSerif", dejavuSerif},
		{"DejaVuSerif-Bold", dejavuSerifBold},
		{"DejaVuSans", dejavuSans},
		{"DejaVuSansMono", dejavuMono},
	}
	for i, file := range files {
		t, err := parseTrueType(file.data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file.name, err)
		}
		f.faces[i] = face{t, file.name}
	}
	f.chains = [styles][]link{
		export.Regular:              {{0, 1}, {4, 0.94}, {6, 0.92}},
		export.Bold:                 {{1, 1}, {5, 0.94}, {6, 0.92}},
		export.Italic:               {{2, 1}, {4, 0.94}, {6, 0.92}},
		export.Bold | export.Italic: {{3, 1}, {5, 0.94}, {6, 0.92}},
		export.Code:                 {{7, 0.88}, {6, 0.88}},
	}
	for s := range f.near {
		for r := range f.near[s] {
			f.near[s][r] = f.find(rune(r), s)
		}
	}
	return f, nil
}

// Width returns the advance of text in millimetres. It is the sum of the
// advances of its code points: there is no kerning.
func (f *Fonts) Width(text string, font export.Font) float64 {
	s := chain(font.Style)
	var sum float64
	for _, r := range text {
		_, g := f.drawn(r, s)
		sum += g.advance
	}
	return sum * font.Size * mmPerPoint
}

// Has reports whether some face of the style's chain draws r.
func (f *Fonts) Has(r rune, s export.Style) bool {
	return f.lookup(r, chain(s)).link >= 0
}

// drawn returns what is drawn for r and how: r itself or, where no face has
// it, the replacement character, so that nothing becomes an empty box.
func (f *Fonts) drawn(r rune, s int) (rune, glyph) {
	if g := f.lookup(r, s); g.link >= 0 {
		return r, g
	}
	return utf8.RuneError, f.lookup(utf8.RuneError, s)
}

func (f *Fonts) lookup(r rune, s int) glyph {
	if r >= 0 && r < common {
		return f.near[s][r]
	}
	return f.find(r, s)
}

// find returns the first face of a chain that has r. Private code points are
// nobody's: fonts fill them as they like, and the writer needs them itself.
func (f *Fonts) find(r rune, s int) glyph {
	if unicode.Is(unicode.Co, r) || unicode.IsControl(r) {
		return glyph{link: -1}
	}
	for i, l := range f.chains[s] {
		t := f.faces[l.face]
		if id := t.glyph(r); id != 0 {
			return glyph{int8(i), id, float64(t.advance(id)) / 1000 * l.scale}
		}
	}
	return glyph{link: -1}
}

// chain returns the place of a style's chain. Code has no bold or italic.
func chain(s export.Style) int {
	if s&export.Code != 0 {
		return int(export.Code)
	}
	return int(s & (export.Bold | export.Italic))
}
