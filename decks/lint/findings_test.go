package lint_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"recto/decks"
	"recto/decks/edit"
	"recto/decks/lint"
	"recto/decks/markup"
)

// FuzzFindings checks strangers' decks: every finding stands in the file, what it
// says commands no terminal, and its fix fits the file. The corpus is the seed.
func FuzzFindings(f *testing.F) {
	files, err := filepath.Glob("testdata/*/*.toml")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
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
		findings := lint.Check([]*decks.Deck{d}, lint.Options{})
		var fixes []edit.Splice
		for _, found := range findings {
			standsInside(t, src, found)
			fixes = append(fixes, found.Fix...)
			for _, line := range strings.Split(found.Error.Error(), "\n") {
				if markup.OneLine(line) != line {
					t.Errorf("%s says %q", found.Code, line)
				}
			}
			if strings.ContainsAny(found.Message+found.Hint, "\n\t") {
				t.Errorf("%s says more than a line: %q", found.Code, found.Message+found.Hint)
			}
		}
		if _, err := edit.Apply(src, fixes...); err != nil {
			t.Errorf("the fixes do not fit: %v", err)
		}
		if again := lint.Check([]*decks.Deck{d}, lint.Options{}); toldIn(again) != toldIn(findings) {
			t.Error("the same deck tells other findings")
		}
	})
}

// standsInside wants a finding to stand in the text.
func standsInside(t *testing.T, src []byte, found lint.Finding) {
	t.Helper()
	lines := strings.Split(strings.TrimPrefix(string(src), "\ufeff"), "\n")
	for _, at := range []decks.Position{found.Pos, found.End} {
		if at.Line < 1 || at.Line > len(lines) {
			t.Fatalf("%s stands on line %d of %d", found.Code, at.Line, len(lines))
		}
		if most := utf8.RuneCountInString(lines[at.Line-1]) + 1; at.Column < 1 || at.Column > most {
			t.Fatalf("%s stands in column %d of %d", found.Code, at.Column, most)
		}
	}
	if found.End.Line < found.Pos.Line || found.End.Line == found.Pos.Line && found.End.Column < found.Pos.Column {
		t.Errorf("%s ends at %v before it begins at %v", found.Code, found.End, found.Pos)
	}
	if found.Question < 0 || found.File != "deck.toml" || found.Message == "" {
		t.Errorf("%s tells nothing of question %d in %q", found.Code, found.Question, found.File)
	}
}

func toldIn(findings []lint.Finding) string {
	var b strings.Builder
	for _, f := range findings {
		b.WriteString(f.Code + " " + f.Error.Error() + "\n")
	}
	return b.String()
}
