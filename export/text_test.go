package export

import (
	"strings"
	"testing"

	"recto/decks"
	"recto/decks/markup"
)

func TestWarnings(t *testing.T) {
	q := text("q", "What is 한국 and שלום, 한?", "x")
	q.File, q.Pos.Line = "deck.toml", 8
	d := sheetOf(t, []*decks.Question{text("fine", "a", "b"), q}, SheetOptions{}, press{lacks: "한국"})
	var got []string
	for _, w := range d.Warnings {
		got = append(got, w.String())
	}
	want := []string{
		`question 2 (deck.toml:8): no font has '한' (U+D55C) and 1 more of Hangul; � is printed in their place`,
		`question 2 (deck.toml:8): "שלום" is written from right to left, which is not printed yet; [Hebrew] stands in its place`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if pages := pagesWith(d, "What is �� and [Hebrew], �?"); len(pages) != 1 {
		t.Error("the replacement is not printed")
	}
}

func TestClean(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"plain", "plain", "plain"},
		{"composed", "e\u0301", "é"},
		{"truncated", "ab\xe2\x82", "ab\ufffd"},
		{"invalid in the middle", "a\xffb", "a\ufffdb"},
		{"controls", "a\x1b[31mb\x00", "a[31mb"},
		{"tab", "a\tb", "a b"},
		{"line separator", "a\u2028b", "a b"},
		{"variation selector", "☺\ufe0f", "☺"},
		{"direction marks", "a\u202eb\u200f", "ab"},
		{"a thin space without glyph", "1\u2009000", "1 000"},
		{"a narrow no-break space without glyph", "1\u202f000", "1\u00a0000"},
		{"above U+FFFF", "😀", "😀"},
		{"a tone of skin", "👍🏽", "👍"},
		{"from right to left", "say שלום עולם, friend", "say [Hebrew], friend"},
		{"with marks and figures", "(שָׁלוֹם 5 עולם)", "([Hebrew])"},
		{"two scripts", "שלום مرحبا", "[Hebrew]"},
		{"Arabic figures", "٣", "٣"},
		{"letters that join", "हिन्दी 5", "[Devanagari] 5"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := setter{m: grid{lacks: "\u2009\u202f"}}
			if got := s.clean(tt.text, Regular); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// Where only cells are known, mathematics is set on its line in italics; behind the words of a link
// stands where it leads.
func TestMathematicsAndLinks(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"mathematics", "so $x^2$ is", "so |<x²>| is"},
		{"mathematics with a gap", "$a=\x01 b$", "<a =>|_|<b>"},
		{"emphasised mathematics", "*so $x$*", "<so x>"},
		{"a dollar", "from $5 to $10", "from $5 to $10"},
		{"a link", "see [the page](https://example.org/a) now", "see the page (https://example.org/a) now"},
		{"a link of two looks", "[a *b* c](https://example.org).", "a |<b>| c (https://example.org)."},
		{"a link over two lines", "[a\nb](https://example.org)", "a/b (https://example.org)"},
		{"two links", "[a](https://a.org) [b](https://b.org)", "a (https://a.org) b (https://b.org)"},
		{"an address as its own words", "[https://example.org](https://example.org)", "https://example.org"},
		{"an address without its scheme", "[example.org](https://example.org)", "example.org"},
		{"a mail address", "[a@example.org](mailto:a@example.org)", "a@example.org"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := setter{m: grid{}}
			var lines []string
			for _, l := range s.lines(markup.Parse(tt.text), Font{Size: 10}, 1000, 0) {
				var runs []string
				for _, r := range l.runs {
					if r.font.Style == Italic {
						r.text = "<" + r.text + ">"
					}
					runs = append(runs, r.text)
				}
				lines = append(lines, strings.Join(runs, "|"))
			}
			if got := strings.Join(lines, "/"); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
