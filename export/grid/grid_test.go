package grid_test

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/clipperhouse/displaywidth"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"recto/decks"
	"recto/export"
	"recto/export/grid"
)

var update = flag.Bool("update", false, "write the golden file anew")

// latin is a paper whose fonts have no ideographs and no emoji.
var latin = grid.Measurer{Glyph: func(r rune, _ export.Style) bool { return r < 0x2E80 }}

// folder is the folder of a deck with one picture.
func folder(t testing.TB) fstest.MapFS {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 120, 80))); err != nil {
		t.Fatal(err)
	}
	return fstest.MapFS{"picture.png": {Data: b.Bytes()}}
}

func version(t testing.TB, source string, images fs.FS) export.Version {
	t.Helper()
	deck, err := decks.Parse("deck.toml", []byte(source), images)
	if err != nil {
		t.Fatal(err)
	}
	x, err := export.NewExam(deck.Questions, export.ExamOptions{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	return x.Version(1)
}

// Every kind, and its answer, in a wide and in a narrow column.
func TestKinds(t *testing.T) {
	source, err := os.ReadFile("testdata/kinds.toml")
	if err != nil {
		t.Fatal(err)
	}
	images := folder(t)
	v := version(t, string(source), images)
	var b strings.Builder
	for _, width := range []int{72, 36} {
		for n := range v.Items {
			part, err := export.LayoutQuestion(v, n, grid.Width(width), func(string) (fs.FS, error) { return images, nil }, latin)
			if err != nil {
				t.Fatal(err)
			}
			answer := export.LayoutAnswer(v, n, grid.Width(width), latin)
			fmt.Fprintf(&b, "== question %d, %d cells\n", n+1, width)
			for _, p := range []*export.Part{part, answer} {
				for _, l := range grid.Paint(p.Page) {
					if w := displaywidth.String(l); w > width {
						t.Errorf("question %d: %d cells of %d: %q", n+1, w, width, l)
					}
					b.WriteString(l + "\n")
				}
				for _, w := range p.Warnings {
					fmt.Fprintln(&b, "warning:", w)
				}
				b.WriteString("--\n")
			}
		}
	}
	const file = "testdata/kinds.golden"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Error(diff)
	}
}

// Whatever a question says, all of its letters are painted in their order, and
// no line is longer than the column.
func TestPaintLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ask := rapid.StringMatching(`[a-zé東,.!? -]{0,300}[a-z]`).Draw(t, "ask")
		width := rapid.IntRange(30, 120).Draw(t, "width")
		q := &decks.Question{Kind: decks.TrueFalse, Ask: ask, Points: 0, Answers: []decks.Answer{{Value: decks.Value{Type: decks.BoolValue, Text: "true"}}}}
		v := export.Version{Number: 1, Items: []export.Item{{Number: 1, Question: q}}}
		all := grid.Measurer{Glyph: func(rune, export.Style) bool { return true }}
		part, err := export.LayoutQuestion(v, 0, grid.Width(width), nil, all)
		if err != nil {
			t.Fatal(err)
		}
		lines := grid.Paint(part.Page)
		for _, l := range lines {
			if w := displaywidth.String(l); w > width {
				t.Fatalf("%d cells of %d: %q", w, width, l)
			}
		}
		letters := func(s string) string {
			return strings.Map(func(r rune) rune {
				if unicode.IsLetter(r) {
					return r
				}
				return -1
			}, s)
		}
		if got, want := letters(strings.Join(lines, "")), letters(ask)+"TrueFalse"; got != want {
			t.Fatalf("painted %q, want %q", got, want)
		}
	})
}
