package frame

import (
	"slices"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"
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
			if displaywidth.String(l) > width {
				t.Fatalf("%q takes more than %d cells", l, width)
			}
		}
		squeeze := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if got := squeeze(strings.Join(lines, "")); got != squeeze(s) {
			t.Fatalf("%q became %q", s, got)
		}
	})
}
