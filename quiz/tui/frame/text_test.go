package frame

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"recto/decks/markup"
)

// texts returns lines as they read, without looks.
func texts(lines []Line) (all []string) {
	for _, l := range lines {
		s := ""
		for _, p := range l {
			s += p.Text
		}
		all = append(all, s)
	}
	return all
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		width      int
		want       []string
	}{
		{"empty", "", 10, []string{""}},
		{"fits", "one two", 7, []string{"one two"}},
		{"at a space", "one two three", 8, []string{"one two", "three"}},
		{"a space at the edge", "one two", 3, []string{"one", "two"}},
		{"many spaces", "one     two", 5, []string{"one", "two"}},
		{"inside a long word", "abcdefgh", 3, []string{"abc", "def", "gh"}},
		{"newlines", "a\n\nb", 10, []string{"a", "", "b"}},
		{"between wide characters", "日本語です", 6, []string{"日本語", "です"}},
		{"half of a wide character", "日本語", 5, []string{"日本", "語"}},
		{"not before a sign that closes", "日本語。", 6, []string{"日本", "語。"}},
		{"hangul at spaces", "한국어 낱말", 8, []string{"한국어", "낱말"}},
		{"under the text of an item", "- one two three", 9, []string{"- one two", "  three"}},
		{"under the text of a numbered item", "12. one two", 9, []string{"12. one", "    two"}},
		{"under the first sign of a line", "  if one two", 8, []string{"  if one", "  two"}},
		{"no room under the first sign", " 。", 2, []string{"", "。"}},
		{"no item", "a one two", 5, []string{"a one", "two"}},
		{"right to left", "שלום עולם", 4, []string{"\u2068שלום\u2069", "\u2068עולם\u2069"}},
		{"marks stay with their letters", "e\u0301e\u0301e\u0301", 2, []string{"e\u0301e\u0301", "e\u0301"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := texts(Wrap(Text(tt.text, 0), tt.width)); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// Whatever is wrapped: no line is too wide, and nothing but spaces is lost.
func TestWrapLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := markup.OneLine(rapid.StringOf(rapid.RuneFrom([]rune("ab -,。日한é\u0301\u200d👩ש"))).Draw(t, "text"))
		width := rapid.IntRange(2, 20).Draw(t, "width")
		lines := texts(Wrap(Text(s, 0), width))
		for _, l := range lines {
			if Width(l) > width {
				t.Fatalf("%q takes more than %d cells", l, width)
			}
		}
		squeeze := strings.NewReplacer(" ", "", markup.FSI, "", markup.PDI, "").Replace
		if got := squeeze(strings.Join(lines, "")); got != squeeze(s) {
			t.Fatalf("%q became %q", s, got)
		}
	})
}

func TestPieces(t *testing.T) {
	for _, tt := range []struct {
		name, source string
		want         []Piece
	}{
		{"emphasis", "a *b* **c**", []Piece{{"a ", 0}, {"b", Italic}, {" ", 0}, {"c", Bold}}},
		{"mathematics", `$\frac{1}{2}$ of $x^2$`, []Piece{{"½", Italic}, {" of ", 0}, {"x²", Italic}}},
		{"a link and where it leads", "see [*it* all](http://a.example)", []Piece{
			{"see ", 0}, {"it", Italic | Underline}, {" all", Underline}, {" (http://a.example)", Faint}}},
		{"a link that says it", "[a.example](http://a.example)", []Piece{{"a.example", Underline}}},
		{"a block of code", "```\nif a\n\tb\n```", []Piece{{"  if a", Accent}, {"\n", 0}, {"      b", Accent}}},
	} {
		if diff := cmp.Diff(tt.want, Pieces(tt.source, 0, nil)); diff != "" {
			t.Errorf("%s:\n%s", tt.name, diff)
		}
	}
}

func TestShort(t *testing.T) {
	for _, tt := range []struct {
		text  string
		width int
		want  string
	}{{"abc", 3, "abc"}, {"abcd", 3, "ab…"}, {"日本語", 4, "日…"}, {"abc", 0, ""}, {"e\u0301e\u0301", 1, "…"}} {
		if got := Short(tt.text, tt.width); got != tt.want {
			t.Errorf("Short(%q, %d) is %q, want %q", tt.text, tt.width, got, tt.want)
		}
	}
}

// A line as long as a text of a deck may be takes as long for each of its
// characters as a short one.
func BenchmarkWrapLongLine(b *testing.B) {
	for _, tt := range []struct{ name, part string }{
		{"words", "word "}, {"no space", "w"}, {"spaces", " "}, {"wide", "日"}, {"marks", "e\u0301"}, {"joiners", "\u200d"},
		{"family", "👩\u200d"}, {"Hangul", "\u1100"}, {"right to left", "ש"},
	} {
		b.Run(tt.name, func(b *testing.B) {
			cost := func(size int) float64 { // of the same number of bytes in all
				pieces := Text(markup.OneLine(strings.Repeat(tt.part, size/len(tt.part))), 0)
				start := b.Elapsed()
				for range 4 * (64 << 10) / size {
					Wrap(pieces, 72)
				}
				return float64(b.Elapsed() - start)
			}
			for b.Loop() {
				long, short := cost(64<<10), cost(4<<10)
				b.ReportMetric(long/4e6, "ms/64KiB")
				b.ReportMetric(long/short, "growth") // 1: in proportion to the length
			}
		})
	}
}

// What is drawn most of the time is settled in no time; a screen full of what
// is not, in less than a frame.
func BenchmarkSettle(b *testing.B) {
	for _, tt := range []struct{ name, line string }{
		{"plain", "    \x1b[2mA deck\x1b[m  a line of words, such as there are on most of the screens"},
		{"Chinese", "    日本の首都はどこですか。とても長い質問なので、この行は折り返されるはずで"},
		{"right to left", "    " + strings.Repeat("שלום ", 14)},
		{"emoji", "    " + strings.Repeat("👩\u200d🏫 ", 20)},
	} {
		screen := strings.Repeat(tt.line+"\n", 40)
		b.Run(tt.name, func(b *testing.B) {
			for b.Loop() {
				settle(screen, 80, false)
			}
		})
	}
}
