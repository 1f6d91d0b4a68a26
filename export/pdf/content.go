package pdf

import (
	"fmt"
	"math"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"recto/export"
)

// contents returns what the pages show, but their pictures, as gofpdf is to
// keep it: packed, unless pictures stand before it. Several pages are made at
// once; each is the same whenever it is made.
func (p *painter) contents(pages []export.Page) []string {
	out := make([]string, len(pages))
	var next atomic.Int64
	var failed atomic.Value // a panic, which has to be that of the caller
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), (len(pages)+3)/4) {
		wg.Go(func() {
			defer func() {
				if r := recover(); r != nil {
					failed.CompareAndSwap(nil, fmt.Sprint(r))
				}
			}()
			c, z := content{fonts: p.fonts, cuts: p.cuts}, newPacker()
			for i := int(next.Add(1)) - 1; i < len(pages); i = int(next.Add(1)) - 1 {
				c.page(&pages[i])
				if len(pages[i].Images) > 0 {
					out[i] = string(c.b)
				} else {
					out[i] = z.pack(packed, c.b)
				}
			}
		})
	}
	wg.Wait()
	if r := failed.Load(); r != nil {
		panic(r)
	}
	return out
}

// content writes the operators of a page: ISO 32000-1, 8 and 9.
type content struct {
	fonts  *Fonts
	cuts   map[*face]*cut
	b      []byte
	height float64 // of the page, mm

	// What the page is set to.
	drawInk, textInk export.Ink
	line             float64
	link             *link
	size             float64
	x, y             int  // where the last text began, in hundredths of a point
	heavy            bool // see embolden
}

func (c *content) page(page *export.Page) {
	*c = content{fonts: c.fonts, cuts: c.cuts, b: c.b[:0], height: page.Height, line: -1}
	for _, r := range page.Rules {
		c.pen(r.Thickness, r.Ink)
		c.point(r.X1, r.Y1, "m ")
		c.point(r.X2, r.Y2, "l S\n")
	}
	for _, s := range page.Shapes {
		c.pen(s.Thickness, s.Ink)
		if s.Round {
			c.ellipse(s)
		} else {
			c.point(s.X, s.Y+s.H, "")
			c.number(hundredths(s.W))
			c.number(hundredths(s.H))
			c.b = append(c.b, "re S\n"...)
		}
	}
	c.texts(page.Texts)
	c.turned(page)
}

func (c *content) texts(texts []export.Text) {
	if len(texts) == 0 {
		return
	}
	c.x, c.y = 0, 0
	c.b = append(c.b, "BT\n"...)
	aloud := false
	for i := range texts {
		if texts[i].Font.Style != export.Aloud {
			c.text(&texts[i])
			continue
		}
		if aloud {
			c.b = append(c.b, "EMC\n"...)
		}
		if aloud = texts[i].Text != ""; aloud { // ISO 32000-1, 14.9.4
			c.b = append(c.b, "/Span<</ActualText"...)
			c.b = append(c.b, textString(texts[i].Text)...)
			c.b = append(c.b, ">>BDC\n"...)
		}
	}
	if aloud {
		c.b = append(c.b, "EMC\n"...)
	}
	c.embolden(false, nil)
	c.b = append(c.b, "ET\n"...)
}

// turned draws the texts that stand upside down: on the page turned around.
func (c *content) turned(page *export.Page) {
	if len(page.Turned) == 0 {
		return
	}
	c.b = append(c.b, "q -1 0 0 -1 "...)
	c.number(hundredths(page.Width))
	c.number(hundredths(page.Height))
	c.b = append(c.b, "cm\n"...)
	around := make([]export.Text, len(page.Turned))
	for i, t := range page.Turned {
		t.X, t.Y = page.Width-t.X, page.Height-t.Y
		around[i] = t
	}
	c.texts(around)
	c.b = append(c.b, "Q\n"...)
}

func (c *content) pen(thickness float64, ink export.Ink) {
	if thickness != c.line {
		c.line = thickness
		c.number(hundredths(thickness))
		c.b = append(c.b, "w\n"...)
	}
	if ink != c.drawInk {
		c.drawInk = ink
		c.shade(ink, "G\n")
	}
}

// ellipse draws four curves whose handles make them round to 0.03 %.
func (c *content) ellipse(s export.Shape) {
	const handle = 0.5522847498
	rx, ry := s.W/2, s.H/2
	x, y := s.X+rx, s.Y+ry
	lx, ly := rx*handle, ry*handle
	c.point(x+rx, y, "m ")
	for _, q := range [4][6]float64{
		{x + rx, y - ly, x + lx, y - ry, x, y - ry},
		{x - lx, y - ry, x - rx, y - ly, x - rx, y},
		{x - rx, y + ly, x - lx, y + ry, x, y + ry},
		{x + lx, y + ry, x + rx, y + ly, x + rx, y},
	} {
		c.point(q[0], q[1], "")
		c.point(q[2], q[3], "")
		c.point(q[4], q[5], "c ")
	}
	c.b = append(c.b, "S\n"...)
}

// text draws a piece of a line, face by face.
func (c *content) text(t *export.Text) {
	if t.Ink != c.textInk {
		c.textInk = t.Ink
		c.shade(t.Ink, "g\n")
	}
	s := chain(t.Font.Style)
	x := t.X
	for rest := t.Text; rest != ""; {
		r, _ := utf8.DecodeRuneInString(rest)
		_, begin := c.fonts.drawn(r, s)
		c.set(begin.link, t.Font.Size)
		c.embolden(isBold(s) && begin.link.order != emoji && !begin.link.bold(), t)
		c.move(x, t.Y)
		n, em := c.stretch(rest, s, begin.link)
		x += em * t.Font.Size * mmPerPoint
		rest = rest[n:]
	}
}

// stretch shows the longest beginning of text that one face draws. It returns
// that beginning's length in bytes and its width in em, with the kerning
// before what follows.
func (c *content) stretch(text string, s int, in *link) (n int, em float64) {
	start := len(c.b)
	c.b = append(c.b, '(')
	var before rune
	var last glyph
	kerned := false
	n = len(text)
	for i, r := range text {
		r, g := c.fonts.drawn(r, s)
		if g.link != in {
			n = i
			break
		}
		if i > 0 {
			if k := c.fonts.kern(before, r, last, g, s); k != 0 {
				kerned = true
				em += k
				c.b = append(c.b, ')')
				c.b = strconv.AppendInt(c.b, -int64(math.Round(k/in.scale*1000)), 10)
				c.b = append(c.b, '(')
			}
		}
		em += g.advance
		before, last = r, g
		if r > 0xFFFF {
			r = rune(c.cuts[in.face].astral[r])
		}
		c.b = escaped(escaped(c.b, byte(r>>8)), byte(r))
	}
	if kerned {
		c.b = append(c.b, ")]TJ\n"...)
		c.b = append(c.b, 0)
		copy(c.b[start+1:], c.b[start:])
		c.b[start] = '['
		return n, em
	}
	c.b = append(c.b, ")Tj\n"...)
	return n, em
}

// escaped appends a byte of a string: ISO 32000-1, 7.3.4.2.
func escaped(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r':
		return append(b, '\\', 'r')
	}
	return append(b, c)
}

func (c *content) set(l *link, size float64) {
	if l == c.link && size == c.size {
		return
	}
	c.link, c.size = l, size
	c.b = append(c.b, '/')
	c.b = append(c.b, c.cuts[l.face].name...)
	c.b = append(c.b, ' ')
	c.number(int(math.Round(size * l.scale * 100)))
	c.b = append(c.b, "Tf\n"...)
}

// embolden draws the outlines of letters too, for bold text in a font that has
// no bold face here.
func (c *content) embolden(heavy bool, t *export.Text) {
	if heavy {
		c.pen(t.Font.Size*mmPerPoint*0.03, t.Ink)
	}
	if heavy == c.heavy {
		return
	}
	c.heavy = heavy
	if heavy {
		c.b = append(c.b, "2 Tr\n"...)
	} else {
		c.b = append(c.b, "0 Tr\n"...)
	}
}

// move goes from where the last text began to where the next does, in whole
// hundredths of a point, so that nothing adds up.
func (c *content) move(x, y float64) {
	right, up := hundredths(x), hundredths(c.height-y)
	c.number(right - c.x)
	c.number(up - c.y)
	c.b = append(c.b, "Td"...)
	c.x, c.y = right, up
}

func (c *content) point(x, y float64, operator string) {
	c.number(hundredths(x))
	c.number(hundredths(c.height - y))
	c.b = append(c.b, operator...)
}

func (c *content) shade(ink export.Ink, operator string) {
	c.number(int(math.Round(float64(ink) / 255 * 100)))
	c.b = append(c.b, operator...)
}

// number writes hundredths and a space.
func (c *content) number(n int) {
	if n < 0 {
		c.b = append(c.b, '-')
		n = -n
	}
	c.b = strconv.AppendInt(c.b, int64(n/100), 10)
	if part := n % 100; part != 0 {
		c.b = append(c.b, '.', byte('0'+part/10))
		if part%10 != 0 {
			c.b = append(c.b, byte('0'+part%10))
		}
	}
	c.b = append(c.b, ' ')
}

// hundredths returns millimetres in hundredths of a point.
func hundredths(mm float64) int { return int(math.Round(mm / mmPerPoint * 100)) }
