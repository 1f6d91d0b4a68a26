package card

import (
	"slices"
	"strings"
	"testing"

	"recto/quiz/tui/frame"
)

func TestAlign(t *testing.T) {
	for _, tt := range []struct{ name, given, wanted, top, bottom, marks string }{
		{"missing", "Ouagadugu", "Ouagadougou", "Ouagad·ug·u", "Ouagadougou", "      ^  ^ "},
		{"too much", "abbc", "abc", "abbc", "ab·c", "  ^ "},
		{"other", "Prague", "Plague", "Prague", "Plague", " ^    "},
		{"wide", "東都大", "東京大", "東都大", "東京大", "  ^   "},
		{"wide for narrow", "a東b", "acb", "a東b", "ac b", " ^  "},
		{"marks", "e\u0301te", "e\u0301te\u0301", "e\u0301te", "e\u0301te\u0301", "  ^"},
		{"unlike", "abc", "xyz", "", "", ""},
		{"nothing given", "", "xyz", "", "", ""},
		{"too long", strings.Repeat("a", 40), strings.Repeat("a", 41), "", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			top, bottom, marks, ok := align(tt.given, tt.wanted, 30)
			if ok != (tt.top != "") {
				t.Fatalf("aligned: %v", ok)
			}
			if !ok {
				return
			}
			if got := []string{text(top), text(bottom), text(marks)}; !slices.Equal(got, []string{tt.top, tt.bottom, tt.marks}) {
				t.Errorf("got %q", got)
			}
		})
	}
}

// text returns a line without its looks.
func text(l frame.Line) string {
	var b strings.Builder
	for _, p := range l {
		b.WriteString(p.Text)
	}
	return b.String()
}
