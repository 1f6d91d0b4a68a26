package lint_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"recto/decks"
	"recto/decks/lint"
)

// FuzzFindings checks and repairs any deck: nothing panics, a finding has a place
// inside the file, a repaired deck has no fault and the same questions, and what
// was repaired needs no repair again.
func FuzzFindings(f *testing.F) {
	files, _ := filepath.Glob("testdata/*/*.toml")
	more, _ := filepath.Glob("../library/*.toml")
	for _, file := range append(files, more...) {
		src, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		d, err := decks.Parse("deck.toml", src, nil)
		if err != nil {
			return
		}
		lines := 1 + bytes.Count(src, []byte("\n"))
		for round := 0; ; round++ {
			findings := lint.Check([]*decks.Deck{d}, lint.Options{})
			for _, found := range findings {
				if found.Pos.Line < 1 || found.Pos.Line > lines || found.End.Line < found.Pos.Line {
					t.Fatalf("%s stands nowhere: %+v", found.Code, found.Error)
				}
			}
			out, made := lint.Fix(src, findings, func(now []byte) bool { return sameQuestions(d, now) })
			if made == 0 {
				if !bytes.Equal(out, src) {
					t.Fatal("nothing is repaired and the file is another one")
				}
				return
			}
			if round == 20 {
				t.Fatalf("repairs never end: %s", out)
			}
			if d, err = decks.Parse("deck.toml", out, nil); err != nil {
				t.Fatalf("a repair made a fault: %v", err)
			}
			src = out
		}
	})
}

// sameQuestions reports whether a text is a deck with the questions of another.
func sameQuestions(d *decks.Deck, now []byte) bool {
	again, err := decks.Parse("deck.toml", now, nil)
	if err != nil || len(again.Questions) != len(d.Questions) {
		return false
	}
	for i, q := range d.Questions {
		if again.Questions[i].ID != q.ID || again.Questions[i].Kind != q.Kind {
			return false
		}
	}
	return true
}
