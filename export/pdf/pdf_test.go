package pdf

import (
	"bytes"
	"errors"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"recto/decks"
	"recto/decks/library"
	"recto/export"
)

var update = flag.Bool("update", false, "write the golden files anew")

// letters is a text without spaces and without the lines to write on: how a
// program joins lines is its own business.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '_' || r == '\f' {
			return -1
		}
		return r
	}, s)
}

// spoken is what pages say, in reading order.
func spoken(pages []export.Page) string {
	var b strings.Builder
	for _, p := range pages {
		aloud := false // what follows is said already
		for _, t := range p.Texts {
			if t.Font.Style == export.Aloud {
				aloud = t.Text != ""
			}
			if !aloud || t.Font.Style == export.Aloud {
				b.WriteString(t.Text)
			}
		}
	}
	return letters(b.String())
}

// Every word is read back, in the order of the sheet.
func TestTextIsReadBackInOrder(t *testing.T) {
	f := fonts(t)
	for name, qs := range printed(t) {
		t.Run(name, func(t *testing.T) {
			sheet, key := layout(t, qs, export.SheetOptions{Paper: export.A4}, f)
			pages := slices.Concat(sheet.Pages, key.Pages)
			file := write(t, f, pages...)
			checked(t, file)
			got, want := letters(textOf(t, file)), spoken(pages)
			if got != want {
				i := 0
				for i < min(len(got), len(want)) && got[i] == want[i] {
					i++
				}
				t.Errorf("read  ...%s\nwanted ...%s", cut60(got, i), cut60(want, i))
			}
		})
	}
}

// Two columns are read in order by programs that take the text as it was
// written; others guess by the gaps.
func TestTwoColumnsAreWrittenInOrder(t *testing.T) {
	f := fonts(t)
	for name, qs := range printed(t) {
		sheet, _ := layout(t, qs, export.SheetOptions{Columns: 2}, f)
		file := write(t, f, sheet.Pages...)
		if got, want := letters(string(tool(t, file, "pdftotext", "-raw", "FILE", "-"))), spoken(sheet.Pages); got != want {
			t.Errorf("%s: columns are not read one after the other", name)
		}
	}
}

func TestLicenses(t *testing.T) {
	for _, want := range []string{"ParaType Free Font License", "Bitstream Vera Fonts Copyright", "Arev Fonts Copyright"} {
		if !strings.Contains(Licenses(), want) {
			t.Errorf("%q is missing", want)
		}
	}
}

// cut60 returns some text around a place where texts differ.
func cut60(s string, i int) string {
	return strings.ToValidUTF8(s[max(0, i-60):min(len(s), i+60)], "")
}

// printed is what the tests print: the sample and the decks of the library.
func printed(t testing.TB) map[string][]*decks.Question {
	t.Helper()
	out := map[string][]*decks.Question{"sample": sample()}
	for _, name := range library.Names() {
		file, _ := library.Open(name)
		d, err := decks.Parse(file.Path, file.Source, file.Images)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = d.Questions
	}
	return out
}

// A document says what it is, in any language, and holds no clock.
func TestInformation(t *testing.T) {
	var b bytes.Buffer
	day := time.Date(2024, 10, 24, 12, 0, 0, 0, time.FixedZone("", 9*3600))
	o := Options{Title: "Łódź 😀 한국", Author: "A. (B) \\ C", Language: "pl", Created: day}
	if err := Write(&b, []export.Page{lone("x", 0)}, fonts(t), o); err != nil {
		t.Fatal(err)
	}
	checked(t, b.Bytes())
	info := string(tool(t, b.Bytes(), "pdfinfo", "-rawdates", "FILE"))
	for _, want := range []string{"Łódź 😀 한국", "A. (B) \\ C", "D:20241024030000Z", "Producer:        recto\n"} {
		if !strings.Contains(info, want) {
			t.Errorf("%q is not in\n%s", want, info)
		}
	}
	if bytes.Contains(write(t, fonts(t), lone("x", 0)), []byte("Date")) {
		t.Error("a document without a date has one")
	}
}

func TestEveryFontIsEmbeddedInPart(t *testing.T) {
	f := fonts(t)
	sheet, _ := layout(t, sample(), export.SheetOptions{}, f)
	file := write(t, f, sheet.Pages...)
	out := string(tool(t, file, "pdffonts", "FILE"))
	for _, name := range []string{"PTSerif-Regular", "PTSerif-Bold", "PTSerif-Italic", "DejaVuSansMono"} {
		if !strings.Contains(out, "+"+name) {
			t.Errorf("%s is not in\n%s", name, out)
		}
	}
	if n := strings.Count(out, " yes yes yes "); n != strings.Count(out, "RECTO") {
		t.Errorf("a font is not embedded, not cut or without a map to text:\n%s", out)
	}
	if len(file) > 60_000 {
		t.Errorf("the file has %d bytes", len(file))
	}
}

// What is written between two writings of the same pages does not matter, nor
// does the order of maps.
func TestSamePagesSameBytes(t *testing.T) {
	f := fonts(t)
	for name, qs := range printed(t) {
		var first []byte
		for range 5 {
			sheet, key := layout(t, qs, export.SheetOptions{Paper: export.Letter, Columns: 2}, f)
			file := write(t, f, slices.Concat(sheet.Pages, key.Pages)...)
			if first == nil {
				first = file
			}
			if !bytes.Equal(first, file) {
				t.Errorf("%s: the same deck gives other bytes", name)
			}
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

func TestWriteFails(t *testing.T) {
	f := fonts(t)
	if err := Write(full{}, []export.Page{lone("x", 0)}, f, Options{}); err == nil || err.Error() != "the disk is full" {
		t.Errorf("got %v", err)
	}
	if err := Write(full{}, nil, f, Options{}); err == nil || err.Error() != "no page to write" {
		t.Errorf("got %v", err)
	}
}

// The look of the sample, small and in grey. Programs draw letters a little
// differently, so a few shades are forgiven.
func TestLook(t *testing.T) {
	f := fonts(t)
	for name, o := range map[string]export.SheetOptions{"a4": {}, "letter-2": {Paper: export.Letter, Columns: 2}} {
		sheet, key := layout(t, sample(), o, f)
		pages := slices.Concat(sheet.Pages, key.Pages)
		file := write(t, f, pages...)
		for i := range pages {
			golden(t, name+"-"+string(rune('1'+i)), pixels(t, file, i+1, 45))
		}
	}
}

func golden(t *testing.T, name string, got *image.Gray) {
	t.Helper()
	path := filepath.Join("testdata", name+".png")
	if *update {
		var b bytes.Buffer
		if err := png.Encode(&b, got); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	decoded, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	want := decoded.(*image.Gray)
	if want.Rect != got.Rect {
		t.Fatalf("%s is %v, want %v", name, got.Rect, want.Rect)
	}
	far, sum := 0, 0
	for i := range got.Pix {
		d := int(got.Pix[i]) - int(want.Pix[i])
		sum += max(d, -d)
		if max(d, -d) > 96 {
			far++
		}
	}
	if n := len(got.Pix); far > n/4000 || sum > n/2 {
		t.Errorf("%s: %d of %d pixels look different, %.2f shades in the mean; run with -update and look at it", name, far, n, float64(sum)/float64(n))
	}
}
