package pdf

import (
	"fmt"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"recto/export"
)

// mmPerPoint is the length of a typographic point, 1/72 inch.
const mmPerPoint = 25.4 / 72

// Fonts are the text family and the faces behind it. They measure text for
// the layout. What they draw for a character never changes, and they may be
// used by several goroutines.
type Fonts struct {
	chains [styles][]*link
	emoji  *link
	given  [styles][]*link // by the caller; behind those of the program
	system *system         // behind all others; nil: none

	blocks [styles][(unicode.MaxRune + 1) / block]atomic.Pointer[[block]glyph]
	kerns  [1 << kernBits]atomic.Uint64
}

// block counts the characters whose glyphs are looked up together.
const block = 128

type face struct {
	*truetype
	name  string // as it stands in the PDF
	order int    // among the faces of a document
}

// link is a face and the size it is set at beside the text family.
type link struct {
	*face
	scale float64
}

// glyph is what draws a code point.
type glyph struct {
	link    *link // nil: no face has it
	id      uint16
	advance float64 // in em of the text's size
}

// FontOptions say what Fonts draw besides the faces of the program.
type FontOptions struct {
	// Files are fonts for what the program's faces lack, the first that has
	// a character first.
	Files []FontFile
	// Folders are searched for a font when a character is in none of the
	// others, and not before: what is found there depends on the machine.
	Folders []string
	// Language (BCP 47) chooses among fonts of Folders that draw the same
	// characters in the manner of several languages.
	Language string
}

// FontFile is a font with TrueType outlines, or a collection of which the
// first such font counts.
type FontFile struct {
	Name string // for errors
	Data []byte // Fonts keep it; nobody may write into it
}

// NewFonts reads the fonts of the program.
func NewFonts() (*Fonts, error) { return OpenFonts(FontOptions{}) }

// CheckFont says why a font file cannot be used, nil when it can.
func CheckFont(data []byte) error {
	_, err := parseTrueType(data)
	return err
}

// OpenFonts reads the fonts of the program and those that are given. It fails
// when one of them cannot be used.
func OpenFonts(o FontOptions) (*Fonts, error) {
	faces, err := embeddedFaces()
	if err != nil {
		return nil, err
	}
	f := &Fonts{chains: chains(faces), emoji: &link{faces[emoji], 0.92}}
	if len(o.Folders) > 0 {
		f.system = newSystem(o.Folders, o.Language)
	}
	var regular, bold []*link
	for i, file := range o.Files {
		t, err := parseTrueType(file.Data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file.Name, err)
		}
		l := &link{&face{t, t.postScriptName(), embedded + i}, 0.96}
		if regular = append(regular, l); t.bold() {
			bold = append(bold, l)
		}
	}
	for s := range f.given {
		if isBold(s) {
			f.given[s] = append(f.given[s], bold...)
		}
		f.given[s] = append(f.given[s], regular...)
	}
	return f, nil
}

// Width returns the advance of text in millimetres, kerned.
func (f *Fonts) Width(text string, font export.Font) float64 {
	s := chain(font.Style)
	var sum float64
	var before rune
	var last glyph
	for i, r := range text {
		r, g := f.drawn(r, s)
		if i > 0 {
			sum += f.kern(before, r, last, g, s)
		}
		sum += g.advance
		before, last = r, g
	}
	return sum * font.Size * mmPerPoint
}

// Kern returns what is added between two characters, in millimetres.
func (f *Fonts) Kern(a, b rune, font export.Font) float64 {
	s := chain(font.Style)
	a, first := f.drawn(a, s)
	b, second := f.drawn(b, s)
	return f.kern(a, b, first, second, s) * font.Size * mmPerPoint
}

// Has reports whether some face of the style's chain draws r.
func (f *Fonts) Has(r rune, s export.Style) bool {
	return f.lookup(r, chain(s)).link != nil
}

// Ink returns how far the ink of text reaches above and below its baseline,
// in millimetres.
func (f *Fonts) Ink(text string, font export.Font) (above, below float64) {
	s := chain(font.Style)
	for i, r := range text {
		_, g := f.drawn(r, s)
		up, down := g.link.ink(g.id)
		a, b := float64(up)*g.link.scale, float64(down)*g.link.scale
		if i == 0 {
			above, below = a, b
		}
		above, below = max(above, a), max(below, b)
	}
	em := font.Size * mmPerPoint / 1000
	return above * em, below * em
}

// drawn returns what is drawn for r and how: r itself or, where no face has
// it, the replacement character, so that nothing becomes an empty box.
func (f *Fonts) drawn(r rune, s int) (rune, glyph) {
	if g := f.lookup(r, s); g.link != nil {
		return r, g
	}
	return utf8.RuneError, f.lookup(utf8.RuneError, s)
}

// lookup returns what draws r. A block of characters is looked up once.
func (f *Fonts) lookup(r rune, s int) glyph {
	if r < 0 || r > unicode.MaxRune {
		return glyph{}
	}
	at := &f.blocks[s][r/block]
	known := at.Load()
	if known == nil {
		known = new([block]glyph)
		for i := range known {
			known[i] = f.find(r/block*block+rune(i), s)
		}
		at.Store(known)
	}
	g := known[r%block]
	if g.link == nil && f.system != nil && !nobodys(r) {
		g = f.system.find(r, s)
	}
	return g
}

// find returns the first face of a chain that has r; of a mark that belongs on
// the letter before it, the first that draws it there.
func (f *Fonts) find(r rune, s int) glyph {
	if nobodys(r) {
		return glyph{}
	}
	if r >= pictographs {
		if g := f.emoji.draw(r); g.link != nil {
			return g
		}
	}
	var astray glyph
	for _, chain := range [][]*link{f.chains[s], {f.emoji}, f.given[s]} {
		for _, l := range chain {
			switch g := l.draw(r); {
			case g.link == nil:
			case !unicode.Is(unicode.Mn, r) || g.advance == 0 && l.leansBack(g.id):
				return g
			case astray.link == nil:
				astray = g
			}
		}
	}
	return astray
}

// pictographs is where emoji begin of which no other face has all.
const pictographs = 0x1F000

// nobodys reports whether no face can have r: what controls has no glyph, and
// fonts fill private code points as they like; the writer needs them itself.
func nobodys(r rune) bool { return unicode.Is(unicode.Co, r) || unicode.IsControl(r) }

func (l *link) draw(r rune) glyph {
	if id := l.glyph(r); id != 0 {
		return glyph{l, id, float64(l.advance(id)) / 1000 * l.scale}
	}
	return glyph{}
}

// kernBits is the size of the memory for kerned pairs, as a power of 2.
const kernBits = 13

// kern returns what is added between a and b, in em of the text's size. It
// remembers pairs: a word of memory holds one, its characters and style above
// the value.
func (f *Fonts) kern(a, b rune, first, second glyph, s int) float64 {
	if first.link != second.link || first.link.kerning == nil || a == ' ' || b == ' ' {
		return 0
	}
	const sign = 1 << 15 // of the value, which is at least -sign
	key := uint64(s+1)<<42 | uint64(a)<<21 | uint64(b)
	at := &f.kerns[key*0x9E3779B97F4A7C15>>(64-kernBits)]
	known := at.Load()
	if known>>16 != key {
		v := first.link.kerning.between(first.id, second.id)
		v = min(max(first.link.thousandths(v), -sign), sign-1)
		known = key<<16 | uint64(v+sign)
		at.Store(known)
	}
	return float64(int(known&0xFFFF)-sign) / 1000 * first.link.scale
}
