package pdf

import (
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/jung-kurt/gofpdf"

	"recto/export"
)

// painter puts pages on a gofpdf document. Of gofpdf's text functions it uses
// Text alone, which draws one line as it is given.
type painter struct {
	fonts    *Fonts
	doc      *gofpdf.Fpdf
	cuts     [faces]cut
	met      [styles][common]bool // what collect has seen
	pictures map[*export.Picture]string

	codes []byte // see stretch

	// What doc is set to.
	face    int
	size    float64
	textInk export.Ink
	drawInk export.Ink
	line    float64
}

// cut is the part of a face that a document uses.
type cut struct {
	codes  map[uint16]uint16 // code written in the PDF -> glyph
	astral map[rune]uint16   // code points above U+FFFF -> the private code written
}

// firstPrivate is the first code that stands for a code point above U+FFFF:
// gofpdf writes two bytes for each.
const firstPrivate = 0xE000

// paint returns the document of pages as gofpdf writes it, and the cuts.
func (p *painter) paint(pages []export.Page) {
	p.doc = gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "mm", Size: gofpdf.SizeType{Wd: pages[0].Width, Ht: pages[0].Height}})
	p.doc.SetAutoPageBreak(false, 0)
	p.doc.SetCatalogSort(true)
	p.doc.SetCompression(false)    // finish does it, with one compressor for all pages
	epoch := time.Unix(0, 0).UTC() // replaced later; a zero time would mean now
	p.doc.SetCreationDate(epoch)
	p.doc.SetModificationDate(epoch)
	for i := range pages {
		p.collect(&pages[i])
	}
	for i := range p.cuts {
		if p.cuts[i].codes != nil {
			p.doc.AddUTF8FontFromBytes(family(i), "", p.fonts.faces[i].subset(p.cuts[i].codes))
		}
	}
	for i := range pages {
		p.page(&pages[i])
	}
}

// collect notes which glyphs a page draws.
func (p *painter) collect(page *export.Page) {
	for i := range page.Texts {
		t := &page.Texts[i]
		s := chain(t.Font.Style)
		for _, r := range t.Text {
			if r < common {
				if p.met[s][r] {
					continue
				}
				p.met[s][r] = true
			}
			r, g := p.fonts.drawn(r, s)
			p.cuts[p.fonts.chains[s][g.link].face].add(r, g.id)
		}
	}
}

func (c *cut) add(r rune, glyph uint16) {
	if c.codes == nil {
		c.codes, c.astral = map[uint16]uint16{}, map[rune]uint16{}
	}
	code, known := uint16(r), false
	if r > 0xFFFF {
		if code, known = c.astral[r]; !known {
			code = firstPrivate + uint16(len(c.astral))
			c.astral[r] = code
		}
	}
	c.codes[code] = glyph
}

func (p *painter) page(page *export.Page) {
	p.doc.AddPageFormat("P", gofpdf.SizeType{Wd: page.Width, Ht: page.Height})
	p.face, p.size, p.textInk, p.drawInk, p.line = -1, 0, 0, 0, -1
	p.doc.SetTextColor(0, 0, 0)
	p.doc.SetDrawColor(0, 0, 0)
	for i := range page.Images {
		p.image(&page.Images[i])
	}
	for _, r := range page.Rules {
		p.pen(r.Thickness, r.Ink)
		p.doc.Line(r.X1, r.Y1, r.X2, r.Y2)
	}
	for _, s := range page.Shapes {
		p.pen(s.Thickness, s.Ink)
		if s.Round {
			p.doc.Ellipse(s.X+s.W/2, s.Y+s.H/2, s.W/2, s.H/2, 0, "D")
		} else {
			p.doc.Rect(s.X, s.Y, s.W, s.H, "D")
		}
	}
	for i := range page.Texts {
		p.text(&page.Texts[i])
	}
}

func (p *painter) pen(thickness float64, ink export.Ink) {
	if thickness != p.line {
		p.line = thickness
		p.doc.SetLineWidth(thickness)
	}
	if ink != p.drawInk {
		p.drawInk = ink
		p.doc.SetDrawColor(int(ink), int(ink), int(ink))
	}
}

// text draws a piece of a line, face by face.
func (p *painter) text(t *export.Text) {
	if t.Ink != p.textInk {
		p.textInk = t.Ink
		p.doc.SetTextColor(int(t.Ink), int(t.Ink), int(t.Ink))
	}
	s := chain(t.Font.Style)
	x := t.X
	for rest := t.Text; rest != ""; {
		size, in, em := p.stretch(rest, s)
		l := p.fonts.chains[s][in]
		p.set(l.face, t.Font.Size*l.scale)
		p.doc.Text(x, t.Y, string(p.codes))
		x += em * t.Font.Size * mmPerPoint
		rest = rest[size:]
	}
}

// stretch leaves in p.codes how the longest beginning of text is written that
// one face draws. It returns that beginning's length in bytes, the face's
// place in the chain and the width in em.
func (p *painter) stretch(text string, s int) (size int, in int8, em float64) {
	p.codes = p.codes[:0]
	for i, r := range text {
		r, g := p.fonts.drawn(r, s)
		if i > 0 && g.link != in {
			return i, in, em
		}
		in = g.link
		em += g.advance
		if r > 0xFFFF {
			r = rune(p.cuts[p.fonts.chains[s][in].face].astral[r])
		}
		p.codes = utf8.AppendRune(p.codes, r)
	}
	return len(text), in, em
}

func (p *painter) set(face int, size float64) {
	if face != p.face || size != p.size {
		p.face, p.size = face, size
		p.doc.SetFont(family(face), "", size)
	}
}

// family is the name of a face inside gofpdf.
func family(face int) string { return fmt.Sprintf("face%d", face) }

// substitutes returns what the finished document says about each used face.
func (p *painter) substitutes() []substitute {
	var out []substitute
	for i, c := range p.cuts {
		if c.codes == nil {
			continue
		}
		texts := make(map[uint16]string, len(c.codes))
		for code := range c.codes {
			texts[code] = string(rune(code))
		}
		for r, code := range c.astral {
			texts[code] = string(r)
		}
		// Six letters and a plus sign mark a font that is not all there.
		proper := fmt.Sprintf("RECTO%c+%s", 'A'+i, p.fonts.faces[i].name)
		out = append(out, substitute{"utf8" + family(i), proper, texts})
	}
	return out
}
