package pdf

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/jung-kurt/gofpdf"

	"recto/export"
)

// painter puts pages on a gofpdf document. Lines of text, rules and boxes are
// written by package-own operators: gofpdf cannot kern, and formats numbers
// slowly. It keeps the pages, the fonts and the pictures.
type painter struct {
	fonts    *Fonts
	doc      *gofpdf.Fpdf
	cuts     map[*face]*cut
	used     []*face                    // the keys of cuts, in the order of the document
	met      [styles][block * 11]bool   // what collect has seen of the first characters
	pictures map[*export.Picture]string //
}

// cut is the part of a face that a document uses.
type cut struct {
	name   string            // of the font on the pages
	codes  map[uint16]uint16 // code written in the PDF -> glyph
	astral map[rune]uint16   // code points above U+FFFF -> the private code written
}

// The private codes that stand for code points above U+FFFF: two bytes are
// written for each.
const (
	firstPrivate = 0xE000
	lastPrivate  = 0xF8FF
)

// paint puts pages on a new document.
func (p *painter) paint(pages []export.Page) {
	p.doc = gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "mm", Size: gofpdf.SizeType{Wd: pages[0].Width, Ht: pages[0].Height}})
	p.doc.SetAutoPageBreak(false, 0)
	p.doc.SetCatalogSort(true)
	p.doc.SetCompression(false)    // the pages come packed, and finish does the rest
	epoch := time.Unix(0, 0).UTC() // replaced later; a zero time would mean now
	p.doc.SetCreationDate(epoch)
	p.doc.SetModificationDate(epoch)
	for i := range pages {
		p.collect(&pages[i])
	}
	p.embed()
	contents := p.contents(pages)
	for i, content := range contents {
		contents[i] = "" // gofpdf has a copy
		p.doc.AddPageFormat("P", gofpdf.SizeType{Wd: pages[i].Width, Ht: pages[i].Height})
		for n := range pages[i].Images {
			p.image(&pages[i].Images[n], pages[i].Height)
		}
		p.doc.RawWriteStr(content)
	}
}

// collect notes which glyphs a page draws.
func (p *painter) collect(page *export.Page) {
	p.meet(page.Texts)
	p.meet(page.Turned)
}

func (p *painter) meet(texts []export.Text) {
	for i := range texts {
		t := &texts[i]
		if t.Font.Style == export.Aloud {
			continue
		}
		s := chain(t.Font.Style)
		for _, r := range t.Text {
			if int(r) < len(p.met[s]) {
				if p.met[s][r] {
					continue
				}
				p.met[s][r] = true
			}
			r, g := p.fonts.drawn(r, s)
			c := p.cuts[g.link.face]
			if c == nil {
				c = &cut{codes: map[uint16]uint16{}, astral: map[rune]uint16{}}
				p.cuts[g.link.face] = c
			}
			if !c.add(r, g.id) {
				p.doc.SetError(errors.New("too many different characters above U+FFFF for one document"))
			}
		}
	}
}

// add notes a character and its glyph; it fails when there are no codes left.
func (c *cut) add(r rune, glyph uint16) bool {
	code := uint16(r)
	if r > 0xFFFF {
		known := false
		if code, known = c.astral[r]; !known {
			if len(c.astral) > lastPrivate-firstPrivate {
				return false
			}
			code = firstPrivate + uint16(len(c.astral))
			c.astral[r] = code
		}
	}
	c.codes[code] = glyph
	return true
}

// embed gives the document the parts of the faces that it uses. gofpdf cuts
// fonts down to the characters that its own functions have written, so they
// are written once, on a template that no page uses.
func (p *painter) embed() {
	for f := range p.cuts {
		p.used = append(p.used, f)
	}
	slices.SortFunc(p.used, func(a, b *face) int { return cmp.Compare(a.order, b.order) })
	for i, f := range p.used {
		p.cuts[f].name = fmt.Sprintf("F%d", i+1)
		p.doc.AddUTF8FontFromBytes(family(i), "", f.subset(p.cuts[f].codes))
	}
	p.doc.CreateTemplate(func(t *gofpdf.Tpl) {
		for i, f := range p.used {
			t.SetFont(family(i), "", 1)
			var all []rune
			for code := range p.cuts[f].codes {
				all = append(all, rune(code))
			}
			t.Text(0, 0, string(all))
		}
	})
}

// family is the name of the nth face inside gofpdf.
func family(n int) string { return fmt.Sprintf("face%d", n) }

// substitutes returns what the finished document says about each used face.
func (p *painter) substitutes() []substitute {
	var out []substitute
	for i, f := range p.used {
		c := p.cuts[f]
		texts := make(map[uint16]string, len(c.codes))
		for code := range c.codes {
			texts[code] = string(rune(code))
		}
		for r, code := range c.astral {
			texts[code] = string(r)
		}
		// Six letters and a plus sign mark a font that is not all there.
		proper := fmt.Sprintf("RECTO%c+%s", 'A'+i%26, f.name)
		out = append(out, substitute{"utf8" + family(i), proper, c.name, texts})
	}
	return out
}
