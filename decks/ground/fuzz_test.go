package ground

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recto/decks"
)

func FuzzPlain(f *testing.F)    { fuzzReader(f, "a.txt") }
func FuzzMarkdown(f *testing.F) { fuzzReader(f, "a.md") }
func FuzzHTML(f *testing.F)     { fuzzReader(f, "a.html") }

// fuzzReader reads what a stranger wrote and compares a deck with it: nothing
// panics, no control character passes, one input has one result.
func fuzzReader(f *testing.F, name string) {
	for _, s := range []string{lighthousePlain, lighthouseWrapped, lighthouseMarkdown, lighthouseHTML} {
		f.Add([]byte(s))
	}
	for _, m := range matches {
		f.Add([]byte("T\n" + m.paragraph + "\n"))
	}
	f.Add([]byte("<table><tr><td><h2>x<ul><li><table>"))
	f.Add([]byte("> - > - 1. x\n\n| a |\n|--\n| b"))
	deck, err := decks.Parse("deck.toml", []byte(fuzzDeck), nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		a, err := Read(name, src)
		if err != nil {
			return
		}
		for _, s := range a.Sections {
			for _, p := range s.Paragraphs {
				if strings.ContainsAny(p.Text+s.Heading, "\x00\x1b\x07\u202e") || p.Text == "" {
					t.Fatalf("paragraph %q", p.Text)
				}
			}
		}
		again, err := Read(name, src)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(a, again); d != "" {
			t.Fatal(d)
		}
		if d := cmp.Diff(verdicts(Check(a, name, []*decks.Deck{deck})), verdicts(Check(a, name, []*decks.Deck{deck}))); d != "" {
			t.Fatal(d)
		}
	})
}

const fuzzDeck = `title = "T"
[[question]]
ask = "Who built the tower of 1872?"
answer = "Ada Quill"
from = [{ section = "The keepers", paragraph = 2 }, "half-blind", { section = "", paragraph = 1 }]
[[question]]
ask = "How many?"
answer = 33
[[question]]
ask = "When?"
answer = 1872-03-04
[[question]]
cloze = "The {{boat}} took the {{keepers}} home."
`

// verdicts writes a report for a comparison.
func verdicts(r *Report) string {
	var b strings.Builder
	for i := range r.Results {
		one := &r.Results[i]
		fmt.Fprintln(&b, one.Verdict, one.Found, one.Missing, one.Copied.Words, one.Copied.Text)
	}
	for _, f := range r.Findings {
		fmt.Fprintln(&b, f.Code, f.Error)
	}
	return b.String()
}

// FuzzTokens parts any text into words: they stand in order, one behind
// another, where the text has them.
func FuzzTokens(f *testing.F) {
	for _, m := range matches {
		f.Add(m.paragraph)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, l := range []*language{english, german, french, unknown} {
			at := 0
			for _, token := range tokenize(s, l) {
				if token.start < at || token.end <= token.start || token.end > len(s) {
					t.Fatalf("%q: a token from %d to %d behind %d", s, token.start, token.end, at)
				}
				at = token.end
			}
		}
	})
}
