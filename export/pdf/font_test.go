package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"recto/export"
)

// strange returns a font whose characters look like letters of the text family:
// each character like the letter that follows it.
func strange(t testing.TB, pairs string, change ...func(map[string][]byte)) []byte {
	t.Helper()
	from, err := parseTrueType(serifRegular)
	if err != nil {
		t.Fatal(err)
	}
	codes := map[uint16]uint16{}
	r := []rune(pairs)
	for i := 0; i+1 < len(r); i += 2 {
		codes[uint16(r[i])] = from.glyph(r[i+1])
	}
	made := from.subset(codes)
	if len(change) == 0 {
		return made
	}
	to, err := parseTrueType(made)
	if err != nil {
		t.Fatal(err)
	}
	var tables []table
	for _, f := range change {
		f(to.tables)
	}
	for name, data := range to.tables {
		tables = append(tables, table{name, data})
	}
	return assemble(tables)
}

// collected returns a collection of one font.
func collected(font []byte) []byte {
	head := []byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x10")
	out := slices.Concat(head, font)
	for i := range u16(font, 4) {
		at := len(head) + 12 + 16*i + 8
		binary.BigEndian.PutUint32(out[at:], uint32(u32(out, at)+len(head)))
	}
	return out
}

// What the program's faces lack is drawn by given fonts, in their order.
func TestGivenFonts(t *testing.T) {
	f, err := OpenFonts(FontOptions{Files: []FontFile{
		{Name: "first", Data: strange(t, "한A국B")},
		{Name: "second", Data: collected(strange(t, "국X漢YéZ"))},
	}})
	if err != nil {
		t.Fatal(err)
	}
	own := fonts(t)
	font := export.Font{Size: 100}
	for r, like := range map[string]string{"한": "A", "국": "B", "漢": "Y"} {
		if got, want := f.Width(r, font), own.Width(like, font)*0.96; got < want-0.02 || got > want+0.02 {
			t.Errorf("%s is %g wide, want %g", r, got, want)
		}
		if !f.Has([]rune(r)[0], export.Bold) || own.Has([]rune(r)[0], 0) {
			t.Errorf("who has %s?", r)
		}
	}
	if f.Width("é", font) != own.Width("é", font) {
		t.Error("a given font takes the place of the text family")
	}
	file := write(t, f, lone("한국 漢字 é", 0))
	checked(t, file)
	if got := strings.TrimSpace(textOf(t, file)); got != "한국 漢\ufffd é" {
		t.Errorf("read %q", got)
	}
}

// Bold text in a font without a bold face is drawn heavier.
func TestHeavyFonts(t *testing.T) {
	f, err := OpenFonts(FontOptions{Files: []FontFile{{Name: "first", Data: strange(t, "한A국B")}}})
	if err != nil {
		t.Fatal(err)
	}
	plain := ink(pixels(t, write(t, f, lone("한국 A", 0)), 1, 100))
	bold := write(t, f, lone("한국 A", export.Bold))
	checked(t, bold)
	if heavy := ink(pixels(t, bold, 1, 100)); heavy < plain*11/10 {
		t.Errorf("%d dark pixels, %d when bold", plain, heavy)
	}
}

// Fonts that cannot be embedded, or may not, are told.
func TestUnusableFonts(t *testing.T) {
	for name, tt := range map[string]struct {
		data []byte
		want error
	}{
		"nothing":              {nil, errNoFont},
		"a text":               {[]byte("format = 1\n"), errNoFont},
		"PostScript outlines":  {[]byte("OTTO\x00\x0a"), errOutlines},
		"an empty collection":  {[]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x00"), errNoFont},
		"such of a collection": {collected([]byte("OTTO\x00\x00\x00\x00\x00\x00\x00\x00")), errOutlines},
		"a licence": {strange(t, "AA", func(tables map[string][]byte) {
			os2 := bytes.Clone(tables["OS/2"])
			os2[9] = 2
			tables["OS/2"] = os2
		}), errForbids},
	} {
		if _, err := OpenFonts(FontOptions{Files: []FontFile{{Name: "a.ttf", Data: tt.data}}}); !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, want %v", name, err, tt.want)
		}
	}
	for _, missing := range []string{"head", "glyf", "cmap", "OS/2"} {
		data := strange(t, "AA", func(tables map[string][]byte) { delete(tables, missing) })
		if err := CheckFont(data); err == nil || !strings.Contains(err.Error(), missing) {
			t.Errorf("without %s: %v", missing, err)
		}
	}
}

// Fonts of the machine are looked at when a character is missing, the known
// ones first, and the choice does not depend on what was asked before.
func TestSystemFonts(t *testing.T) {
	folder := t.TempDir()
	for name, pairs := range map[string]string{
		"aaa.ttf": "한I漢I字I", "NanumGothic.ttf": "한A漢B", "nanum/NanumMyeongjo.ttf": "한M漢N", "nanum/NanumMyeongjoBold.ttf": "한D",
		"wqy-zenhei.ttc": "漢W字X한Q", "ipag.ttf": "漢Y",
	} {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		data := strange(t, pairs)
		if strings.HasSuffix(name, ".ttc") {
			data = collected(data)
		}
		if err := os.WriteFile(path, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	faint := strange(t, "漢Z한Z", func(tables map[string][]byte) {
		os2 := bytes.Clone(tables["OS/2"])
		os2[4], os2[5] = 0, 100
		tables["OS/2"], tables["fvar"] = os2, []byte{0, 1}
	})
	if err := os.WriteFile(filepath.Join(folder, "NotoSerifKR-VF.ttf"), faint, 0o666); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{"broken.ttf": "no font", "cff.ttf": "OTTO", "readme.txt": "x", "empty.ttf": ""} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	own := fonts(t)
	font := export.Font{Size: 100}
	for _, tt := range []struct {
		language string
		r        rune
		style    export.Style
		like     string
	}{
		{"en", '한', 0, "M"}, {"en", '한', export.Bold, "D"}, {"en", '한', export.Legible, "A"},
		{"en", '漢', 0, "W"}, {"ja-JP", '漢', 0, "Y"}, {"ko", '漢', 0, "N"}, {"en", '字', 0, "X"}, {"en", '무', 0, "\ufffd"},
	} {
		for _, before := range []string{"", "字漢한"} {
			f, err := OpenFonts(FontOptions{Folders: []string{folder, filepath.Join(folder, "nanum"), "/nowhere"}, Language: tt.language})
			if err != nil {
				t.Fatal(err)
			}
			f.Width(before, font)
			scale := 0.96
			if tt.like == "\ufffd" {
				scale = 1
			}
			font.Style = tt.style
			got, want := f.Width(string(tt.r), font), own.Width(tt.like, export.Font{Size: 100})*scale
			font.Style = 0
			if got < want-0.02 || got > want+0.02 {
				t.Errorf("%q of %s in style %d is %g wide, that of %s %g", tt.r, tt.language, tt.style, got, tt.like, want)
			}
		}
	}
}

// A document does not depend on the order in which characters were met, nor on
// who else was asking.
func TestSystemFontsSameBytes(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "a.ttf"), strange(t, "한A국B"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "b.ttf"), strange(t, "漢C국D"), 0o666); err != nil {
		t.Fatal(err)
	}
	var first []byte
	for _, before := range []string{"", "漢", "국漢한"} {
		f, err := OpenFonts(FontOptions{Folders: []string{folder}})
		if err != nil {
			t.Fatal(err)
		}
		f.Width(before, export.Font{Size: 10})
		file := write(t, f, lone("한국漢字", 0))
		if first == nil {
			first = file
		}
		if !bytes.Equal(first, file) {
			t.Errorf("after %q other bytes", before)
		}
	}
}

// Whatever a font file is, it is refused or used, without a panic and in time.
func FuzzFont(f *testing.F) {
	f.Add(strange(f, "AABB"))
	f.Add(collected(strange(f, "AABB")))
	from, err := parseTrueType(serifBold)
	if err != nil {
		f.Fatal(err)
	}
	kerned := strange(f, "AAVV", func(tables map[string][]byte) {
		tables["GPOS"] = from.tables["GPOS"][:400]
		tables["kern"] = from.tables["kern"][:200]
	})
	f.Add(kerned)
	f.Add(kerned[:len(kerned)/2])
	f.Fuzz(func(t *testing.T, data []byte) {
		readMap(bytes.NewReader(data))
		font, err := parseTrueType(data)
		if err != nil {
			return
		}
		font.postScriptName()
		for _, r := range "A한𐎀" {
			g := font.glyph(r)
			font.ink(g)
			font.advance(g)
			if font.kerning != nil {
				font.kerning.between(g, font.glyph('V'))
			}
			font.subset(map[uint16]uint16{1: g})
		}
	})
}

// Nor does a damaged one get further than an error when a page is written.
func TestDamagedFonts(t *testing.T) {
	whole := strange(t, "한A漢B")
	rapid.Check(t, func(t *rapid.T) {
		data := bytes.Clone(whole)
		for range rapid.IntRange(1, 6).Draw(t, "changes") {
			data[rapid.IntRange(12, len(data)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
		}
		f, err := OpenFonts(FontOptions{Files: []FontFile{{Name: "a.ttf", Data: data}}})
		if err != nil {
			return
		}
		var b bytes.Buffer
		_ = Write(&b, []export.Page{lone("한A漢", 0)}, f, Options{}) // gofpdf may refuse it
	})
}

// Combining marks stand over or under the letter before them in every style,
// also where the family has marks that only anchors would bring there.
func TestMarksOnLetters(t *testing.T) {
	for _, style := range []export.Style{export.Regular, export.Bold, export.Italic, export.Legible, export.Legible | export.Bold, export.Legible | export.Italic, export.Code} {
		bare := reach(pixels(t, write(t, fonts(t), lone("x", style)), 1, 100))
		for _, mark := range "\u0301\u0304\u0308\u0323" {
			got := reach(pixels(t, write(t, fonts(t), lone("x"+string(mark), style)), 1, 100))
			if got.Max.X > bare.Max.X+2 || got.Min.X < bare.Min.X-2 {
				t.Errorf("style %d: x is inked from %d to %d, with %U from %d to %d", style, bare.Min.X, bare.Max.X, mark, got.Min.X, got.Max.X)
			}
			if got.Dy() <= bare.Dy() {
				t.Errorf("style %d: %U is not seen", style, mark)
			}
		}
	}
}

// reach is the part of a picture that is not white.
func reach(m *image.Gray) (r image.Rectangle) {
	for y := range m.Rect.Dy() {
		for x := range m.Rect.Dx() {
			if m.GrayAt(x, y).Y < 200 {
				r = r.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return r
}
