package markup

import (
	"strings"
	"testing"
)

func TestOneLine(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"plain text", "a b", "a b"},
		{"line ends and tabs", "a\r\nb\tc", "a  b c"},
		{"an escape sequence", "\x1b[31mred", "\uFFFD[31mred"},
		{"C1, which some terminals obey", "\u009b31m", "\uFFFD31m"},
		{"direction overrides", "a\u202Eb\u2066c", "a\uFFFDb\uFFFDc"},
		{"line separators", "a\u2028b", "a\uFFFDb"},
		{"no UTF-8", "a\xffb", "a\uFFFDb"},
		{"joiners and marks stay", "e\u0301 \u200d", "e\u0301 \u200d"},
		{"a family stays", "👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"},
		{"a flood of marks", "a" + strings.Repeat("\u0301", 100) + "b", "a" + strings.Repeat("\u0301", MaxMarks) + "b"},
		{"a flood of joiners", strings.Repeat("\u200d", 100), strings.Repeat("\u200d", MaxMarks)},
		{"annotations", "a\ufff9b", "a\uFFFDb"},
		{"the place of a terminal's image", "\U0010eeee", "\uFFFD"},
	} {
		if got := OneLine(tt.in); got != tt.want {
			t.Errorf("%s: OneLine(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

func FuzzOneLine(f *testing.F) {
	f.Add("a\x1b[2J\u202e\xff\r\n")
	f.Fuzz(func(t *testing.T, s string) {
		got := OneLine(s)
		if i := strings.IndexFunc(got, func(r rune) bool { return Forbidden(r) || r == '\n' || r == '\t' }); i >= 0 {
			t.Errorf("OneLine(%q) = %q lets a character pass at %d", s, got, i)
		}
		if again := OneLine(got); again != got {
			t.Errorf("OneLine(%q) is not at rest: %q, then %q", s, got, again)
		}
	})
}
