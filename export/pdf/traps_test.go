package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"unicode"

	"recto/decks"
	"recto/export"
)

// The ways in which gofpdf harms text and what is done about each. Every one
// of them was found in documents of other programs.

// Code points above U+FFFF make gofpdf panic. They are drawn and read out.
func TestAboveTheBasicPlane(t *testing.T) {
	f := fonts(t)
	for _, tt := range []struct {
		text  string
		style export.Style
	}{{"😀 and 𝕏, 😀 again", export.Regular}, {"so 𝕏", export.Bold | export.Italic}, {"𝕏 = 1", export.Code}} {
		file := write(t, f, lone(tt.text, tt.style))
		checked(t, file)
		if got := strings.TrimSpace(textOf(t, file)); got != tt.text {
			t.Errorf("read %q, want %q", got, tt.text)
		}
	}
	face, blank := write(t, f, lone("😀", 0)), write(t, f, lone("\ufffd", 0))
	if a, b := pixels(t, face, 1, 60), pixels(t, blank, 1, 60); ink(a) == 0 || slices.Equal(a.Pix, b.Pix) {
		t.Error("😀 is not drawn")
	}
}

// Text that is no UTF-8 makes gofpdf panic.
func TestInvalidText(t *testing.T) {
	f := fonts(t)
	for text, want := range map[string]string{
		"ab\xe2\x82":          "ab\ufffd\ufffd",
		"\xff":                "\ufffd",
		"a\xed\xa0\x80b":      "a\ufffd\ufffd\ufffdb",
		"nul \x00 and \x1b[m": "nul \ufffd and \ufffd[m",
		"(\\)\r\n":            "(\\)\ufffd\ufffd",
		"\uffff end \ue000":   "\ufffd end \ufffd",
	} {
		file := write(t, f, lone(text, 0))
		checked(t, file)
		if got := strings.TrimSpace(textOf(t, file)); got != want {
			t.Errorf("%q read as %q, want %q", text, got, want)
		}
	}
}

// gofpdf's wrapping deletes the ideograph at every break. Ours keeps each one;
// no face of the family has them, so each is a replacement character, and
// each is told.
func TestIdeographsAreKept(t *testing.T) {
	qs := sample()[:1]
	ideographs := []rune("今日天気良散歩行思明雨降聞家居本読時間過夜早寝朝起勉強")
	qs[0].Ask = strings.Repeat(string(ideographs), 6)
	f := fonts(t)
	sheet, _ := layout(t, qs, export.SheetOptions{}, f)
	if got, want := strings.Count(textOf(t, write(t, f, sheet.Pages...)), "\ufffd"), 6*len(ideographs); got != want {
		t.Errorf("%d of %d characters are there", got, want)
	}
	if w := sheet.Warnings; len(w) != 1 || w[0].Text != string(ideographs) {
		t.Errorf("warnings %v", w)
	}
}

// gofpdf's wrapping breaks the line at every combining mark.
func TestMarksHaveNoWidth(t *testing.T) {
	f := fonts(t)
	for _, s := range []export.Style{export.Regular, export.Bold, export.Italic, export.Bold | export.Italic} {
		font := export.Font{Style: s, Size: 10}
		if bare, marked := f.Width("x", font), f.Width("x\u0304", font); bare != marked {
			t.Errorf("style %d: x is %g wide, x with a mark %g", s, bare, marked)
		}
	}
	qs := sample()[:1]
	qs[0].Ask = "The mean x\u0304 of cafe\u0301 prices, and q\u0323"
	sheet, _ := layout(t, qs, export.SheetOptions{}, f)
	got := textOf(t, write(t, f, sheet.Pages...))
	if !strings.Contains(got, "The mean x\u0304 of café prices, and q\u0323") {
		t.Errorf("read %q", got)
	}
}

// gofpdf pads the font bytes that it is given in place: the next document
// differs, and documents written at the same time race.
func TestFontBytesStayAsTheyAre(t *testing.T) {
	sum := func() (s [sha256.Size]byte) {
		h := sha256.New()
		for _, b := range [][]byte{serifRegular, serifBold, serifItalic, serifBoldItalic, legibleRegular, legibleBold, legibleItalic, legibleBoldItalic, dejavuSerif, dejavuSerifBold, dejavuSerifItalic, dejavuSerifBoldItalic, dejavuSans, dejavuSansBold, dejavuMono, notoEmoji} {
			h.Write(b)
		}
		h.Sum(s[:0])
		return s
	}
	before := sum()
	f := fonts(t)
	sheet, key := layout(t, sample(), export.SheetOptions{}, f)
	pages := slices.Concat(sheet.Pages, key.Pages)
	first := write(t, f, pages...)
	write(t, f, lone("another document between, with `other` glyphs: αβγ", export.Code))
	if !bytes.Equal(first, write(t, f, pages...)) {
		t.Error("the second document differs from the first")
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			var b bytes.Buffer
			if err := Write(&b, pages, f, Options{Title: "Sample", Language: "en"}); err != nil {
				t.Error(err)
			}
			if !bytes.Equal(first, b.Bytes()) {
				t.Error("a document written beside others differs")
			}
		})
	}
	wg.Wait()
	if before != sum() {
		t.Error("the font bytes changed")
	}
}

// gofpdf's alias for the number of pages is replaced after the font was cut,
// so a figure that stands nowhere else is an empty box that still reads right.
func TestNumberOfPagesIsDrawn(t *testing.T) {
	f := fonts(t)
	qs := thousand(140)
	for _, q := range qs {
		q.Ask, q.Answers[0].Text = "Why?", "so" // no figures elsewhere but in numbers
	}
	sheet, _ := layout(t, qs, export.SheetOptions{}, f)
	last := sheet.Pages[len(sheet.Pages)-1]
	foot := last.Texts[len(last.Texts)-1]
	if want := fmt.Sprintf("Page\u00a0%d\u00a0of\u00a0%d", len(sheet.Pages), len(sheet.Pages)); !strings.HasSuffix(foot.Text, want) {
		t.Fatalf("foot %q, want %q", foot.Text, want)
	}
	alone := export.Page{Width: last.Width, Height: last.Height, Texts: []export.Text{foot}}
	const dpi = 60
	a := pixels(t, write(t, f, sheet.Pages...), len(sheet.Pages), dpi)
	b := pixels(t, write(t, f, alone), 1, dpi)
	for y := int((foot.Y - 3) * dpi / 25.4); y < int((foot.Y+2)*dpi/25.4); y++ {
		for x := int(foot.X * dpi / 25.4); x < b.Rect.Dx(); x++ {
			if a.GrayAt(x, y) != b.GrayAt(x, y) {
				t.Fatalf("the foot looks different at %d, %d", x, y)
			}
		}
	}
}

// A missing glyph is an empty box in most programs, and text extraction does
// not see it: only pixels tell.
func TestMissingGlyphIsNoBox(t *testing.T) {
	f := fonts(t)
	qs := sample()[:1]
	qs[0].Ask = "한"
	sheet, _ := layout(t, qs, export.SheetOptions{}, f)
	if len(sheet.Warnings) != 1 || sheet.Warnings[0].String() != `question 1 (sample.toml:10): no font has '한' (U+D55C); � is printed in its place` {
		t.Errorf("warnings %v", sheet.Warnings)
	}
	missing, mark := write(t, f, lone("한", 0)), write(t, f, lone("\ufffd", 0))
	if !slices.Equal(pixels(t, missing, 1, 60).Pix, pixels(t, mark, 1, 60).Pix) {
		t.Error("a missing glyph does not look like the replacement character")
	}
}

// Everything that the fonts say they have is drawn by some outline.
func TestEveryGlyphHasAnOutline(t *testing.T) {
	f := fonts(t)
	for s := range styles {
		for r := rune(' '); r < 0x2FFFF; r++ {
			if r == 0x3000 {
				r = 0x10000
			}
			g := f.lookup(r, s)
			if g.link == nil || unicode.In(r, unicode.Z, unicode.C) {
				continue
			}
			if len(g.link.outline(g.id)) == 0 && !blank(r) {
				t.Errorf("style %d: %U of %s has no outline", s, r, g.link.name)
			}
		}
	}
}

// blank reports whether r is seen by what it does to others alone.
func blank(r rune) bool {
	return r == 0x2800 || r == 0x034F || r >= 0xFE00 && r <= 0xFE0F || unicode.In(r, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// Images come from strangers: gofpdf panics on some, refuses others and takes
// damaged ones for whole.
func TestImages(t *testing.T) {
	f := fonts(t)
	grey16 := image.NewGray16(image.Rect(0, 0, 30, 20))
	deep := image.NewNRGBA64(image.Rect(0, 0, 30, 20))
	indexed := image.NewPaletted(image.Rect(0, 0, 30, 20), color.Palette{color.Transparent, color.Black})
	encode := func(as func(*bytes.Buffer) error) []byte {
		var b bytes.Buffer
		if err := as(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	pictures := map[string][]byte{
		"16 bit grey":  encode(func(b *bytes.Buffer) error { return png.Encode(b, grey16) }),
		"16 bit alpha": encode(func(b *bytes.Buffer) error { return png.Encode(b, deep) }),
		"palette":      encode(func(b *bytes.Buffer) error { return png.Encode(b, indexed) }),
		"gif":          encode(func(b *bytes.Buffer) error { return gif.Encode(b, indexed, nil) }),
		"jpeg":         encode(func(b *bytes.Buffer) error { return jpeg.Encode(b, deep, nil) }),
		"grey jpeg":    encode(func(b *bytes.Buffer) error { return jpeg.Encode(b, image.NewGray(grey16.Rect), nil) }),
	}
	for name, data := range pictures {
		t.Run(name, func(t *testing.T) {
			qs := []*decks.Question{{ID: "q", Kind: decks.Short, Ask: "What is this?", Points: 1, Answers: sample()[0].Answers, Image: "picture"}}
			x, err := export.NewExam(qs, export.ExamOptions{})
			if err != nil {
				t.Fatal(err)
			}
			folder := func(string) (fs.FS, error) { return fstest.MapFS{"picture": {Data: data}}, nil }
			sheet, err := export.LayoutSheet(x.Version(1), export.SheetOptions{Paper: export.A4, Images: folder}, f)
			if err != nil {
				t.Fatal(err)
			}
			checked(t, write(t, f, sheet.Pages...))
		})
	}
}

// Whatever a text is, writing it is no panic and no error.
func FuzzWrite(f *testing.F) {
	for _, s := range []string{"plain", "😀𝕏", "ab\xe2\x82", "(\\\r", "한국", "x\u0304", "\ue000\uffff", ""} {
		f.Add(s, uint8(0))
		f.Add(s, uint8(7))
	}
	known, err := NewFonts()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string, style uint8) {
		var b bytes.Buffer
		if err := Write(&b, []export.Page{lone(text, export.Style(style))}, known, Options{Title: text, Language: text}); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
	})
}
