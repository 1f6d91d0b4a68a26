package pdf

import (
	"image"
	"math"
	"testing"

	"pgregory.net/rapid"

	"recto/export"
)

// Pairs that stand too far apart are moved together in every text face, and
// letters of one width are not.
func TestKern(t *testing.T) {
	f := fonts(t)
	for s, want := range map[export.Style]bool{
		export.Regular: true, export.Bold: true, export.Italic: true, export.Bold | export.Italic: true,
		export.Legible: true, export.Legible | export.Bold: true, export.Legible | export.Italic: true, export.Code: false,
	} {
		for _, pair := range []string{"AV", "To", "VA", "LT", "P,", "Та", "Го"} {
			r := []rune(pair)
			if s&export.Legible != 0 && r[0] > 0x400 {
				continue // another face, which kerns less
			}
			if k := f.Kern(r[0], r[1], export.Font{Style: s, Size: 10}); (k < 0) != want {
				t.Errorf("style %d: %q is moved by %g mm", s, pair, k)
			}
		}
		if k := f.Kern('A', ' ', export.Font{Style: s, Size: 10}); k != 0 {
			t.Errorf("style %d: a space is kerned", s)
		}
	}
}

// The two ways in which a font tells of pairs say the same.
func TestPairsOfTheTablesAgree(t *testing.T) {
	f := fonts(t)
	for s, l := range f.chains {
		tables := l[0].tables
		gpos, kern := parsePositions(tables["GPOS"]), parsePairTable(tables["kern"])
		if gpos == nil || kern == nil {
			continue
		}
		for a := 'A'; a <= 'z'; a++ {
			for b := 'A'; b <= 'z'; b++ {
				ga, gb := l[0].glyph(a), l[0].glyph(b)
				if x, y := gpos.between(ga, gb), kern.between(ga, gb); x != y {
					t.Fatalf("style %d: %c%c: %d in GPOS, %d in kern", s, a, b, x, y)
				}
			}
		}
	}
}

// What the layout measures is what is painted, to the last unit.
func TestMeasuredAsPainted(t *testing.T) {
	f := fonts(t)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("AVToWay. -ПТаАУΑΥ漢😀é1_"))).Draw(t, "text")
		style := export.Style(rapid.SampledFrom([]int{0, 1, 2, 3, 4, 8, 9}).Draw(t, "style"))
		font := export.Font{Style: style, Size: rapid.Float64Range(5, 30).Draw(t, "size")}
		p := &painter{fonts: f, cuts: map[*face]*cut{}}
		page := export.Page{Width: 210, Height: 297, Texts: []export.Text{{Font: font, Text: text}}}
		p.collect(&page)
		c := content{fonts: f, cuts: p.cuts}
		em := 0.0
		for rest := text; rest != ""; {
			_, g := f.drawn([]rune(rest)[0], chain(style))
			n, w := c.stretch(rest, chain(style), g.link)
			em += w
			rest = rest[n:]
		}
		if painted, measured := em*font.Size*mmPerPoint, f.Width(text, font); math.Abs(painted-measured) > 1e-9 {
			t.Fatalf("%q is painted %g wide and measured %g", text, painted, measured)
		}
		r := []rune(text)
		for i := 1; i < len(r); i++ {
			a, b := string(r[:i]), string(r[i:])
			if parts := f.Width(a, font) + f.Kern(r[i-1], r[i], font) + f.Width(b, font); math.Abs(parts-f.Width(text, font)) > 1e-9 {
				t.Fatalf("%q and %q are %g wide, together %g", a, b, parts, f.Width(text, font))
			}
		}
	})
}

// Kerned letters stand where the layout has them, on the paper.
func TestKernedOnPaper(t *testing.T) {
	f := fonts(t)
	const dpi = 200
	for pair, s := range map[string]export.Style{"AV": export.Regular, "To": export.Bold, "Wa": export.Regular, "LT": export.Bold | export.Italic} {
		font := export.Font{Style: s, Size: 60}
		page := lone(pair, s)
		page.Texts[0].Font = font
		together := lastInk(pixels(t, write(t, f, page), 1, dpi))
		a, b := page.Texts[0], page.Texts[0]
		r := []rune(pair)
		a.Text, b.Text = string(r[0]), string(r[1])
		b.X += f.Width(a.Text, font) // where it would stand without kerning
		page.Texts = []export.Text{a, b}
		apart := lastInk(pixels(t, write(t, f, page), 1, dpi))
		moved := float64(together-apart) / dpi * 25.4
		if want := f.Kern(r[0], r[1], font); math.Abs(moved-want) > 0.2 || want > -0.5 {
			t.Errorf("%q in style %d is moved by %.2f mm on paper, %.2f in the layout", pair, s, moved, want)
		}
	}
}

// lastInk returns the column of the last ink.
func lastInk(m *image.Gray) (right int) {
	for x := m.Rect.Dx() - 1; x >= 0; x-- {
		for y := range m.Rect.Dy() {
			if m.GrayAt(x, y).Y < 128 {
				return x
			}
		}
	}
	return -1
}
