package export

import (
	"strings"
	"testing"

	"recto/decks"
)

func TestMergeWarnings(t *testing.T) {
	q, other := &decks.Question{}, &decks.Question{}
	got := MergeWarnings([]Warning{
		{1, q, "Hangul", "한국", ""},
		{1, q, "Han", "漢", ""},
		{2, other, "Hangul", "한", ""},
		{1, q, "Hebrew", "שלום", leftward},
		{1, q, "Hangul", "국어", ""},
		{1, q, "Hebrew", "עולם", leftward},
	})
	want := []Warning{
		{1, q, "Hangul", "한국어", ""},
		{1, q, "Han", "漢", ""},
		{2, other, "Hangul", "한", ""},
		{1, q, "Hebrew", "שלום", leftward},
	}
	if len(got) != len(want) {
		t.Fatalf("got %v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %v, want %v", got[i], want[i])
		}
	}
}

// A warning says what helps, where something does.
func TestHints(t *testing.T) {
	for _, tt := range []struct {
		w    Warning
		want string
	}{
		{Warning{Script: "Hangul"}, "fonts-nanum"},
		{Warning{Script: "Han"}, "fonts-wqy-microhei"},
		{Warning{Script: "Katakana"}, "fonts-ipafont"},
		{Warning{Script: "Vai"}, "--font FILE.ttf"},
		{Warning{Script: "Hebrew", Unset: leftward}, ""},
	} {
		if got := tt.w.Hint(); !strings.Contains(got, tt.want) || (got == "") != (tt.want == "") {
			t.Errorf("%s: %q", tt.w.Script, got)
		}
	}
}

func TestUnsetScripts(t *testing.T) {
	for text, want := range map[string]string{
		"ש": "Hebrew", "م": "Arabic", "ܐ": "Syriac", "ߐ": "Nko", "𞤀": "Adlam", "क": "Devanagari", "த": "Tamil", "ក": "Khmer", "མ": "Tibetan",
	} {
		r := []rune(text)[0]
		if unset(r) == "" || scriptOf(r) != want {
			t.Errorf("%s: %q of %s", text, unset(r), scriptOf(r))
		}
	}
	for _, r := range "aéЖΩ한漢あเກ①½٣۵→ℵ😀" {
		if unset(r) != "" {
			t.Errorf("%c is not laid out: %s", r, unset(r))
		}
	}
}
