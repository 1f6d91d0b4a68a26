package frame

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"recto/decks/markup"
)

func TestSettle(t *testing.T) {
	const fsi, pdi = markup.FSI, markup.PDI
	for _, tt := range []struct {
		name, in        string
		separate, whole string // without and with clusters
	}{
		{"nothing to do", "│ a \x1b[1mé\x1b[m", "│ a \x1b[1mé\x1b[m", ""},
		{"a sequence that is no look", "a\x1b[2Jb", "a[2Jb", ""},
		{"a title", "a\x1b]0;t\x07b", "a]0;tb", ""},
		{"C1", "a\u009b2Jb", "a2Jb", ""},
		{"overrides", "a\u202eb\u2066c", "abc", ""},
		{"a stranger's end of an isolate", "a" + pdi + "b", "ab", ""},
		{"an isolate that never ends", fsi + "ש\nb", fsi + "ש" + pdi + "\nb", ""},
		{"one that Wrap made", "A: " + fsi + "ש a" + pdi + "  b", "A: " + fsi + "ש a" + pdi + "  b", ""},
		{"a title that is not isolated", "  של  12", "  " + fsi + "של" + pdi + "  12", ""},
		{"beside a pane", "ש│a", fsi + "ש" + pdi + "│a", ""},
		{"beside a look", "\x1b[1mש\x1b[mb", "\x1b[1m" + fsi + "ש" + pdi + "\x1b[mb", ""},
		{"a heart", "❤\ufe0f x", "❤  x", "❤\ufe0f x"},
		{"a tone", "👍🏽 x", "👍 x", "👍🏽 x"},
		{"a tone alone", "🏽 x", "🏽 x", "🏽 x"},
		{"a flag", "🇩🇪 x", "🇩🇪 x", "🇩🇪 x"},
		{"a teacher, where there is room", "👩\u200d🏫 x", "👩🏫 x", "👩\u200d🏫 x"},
		{"a teacher before a column", "👩\u200d🏫    x", "👩🏫  x", "👩\u200d🏫    x"},
		{"a teacher close to a column", "👩\u200d🏫  x", "👩  x", "👩\u200d🏫  x"},
		{"letters that are joined", "क्ष  x", "क्ष  x", "क्ष   x"},
	} {
		if got := settle(tt.in, 20, false); got != tt.separate {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.separate)
		}
		if tt.whole == "" {
			tt.whole = tt.separate
		}
		if got := settle(tt.in, 20, true); got != tt.whole {
			t.Errorf("%s, with clusters: got %q, want %q", tt.name, got, tt.whole)
		}
	}
}

func FuzzSettle(f *testing.F) {
	for _, s := range []string{"a\x1b[2J", "\u202e\u2066\u2069", "👩\u200d🏫    x", "ש  │ a", "e\u0301\u200d", "\x1b[1mx\x1b[", "क्ष"} {
		f.Add(s, 20, false)
	}
	f.Fuzz(func(t *testing.T, s string, width int, clusters bool) {
		got := settle(strings.ToValidUTF8(s, "?"), width, clusters)
		harmless(t, got)
	})
}

// FuzzDraw draws markup as screens do.
func FuzzDraw(f *testing.F) {
	for _, s := range []string{"*a* `b` [c](d)", "$x^2$ ש", "```\nx\n```", "\x1b[2Ja\u202e", "👩\u200d🏫", "- item", "e" + strings.Repeat("\u0301", 99)} {
		f.Add(s, 30)
	}
	f.Fuzz(func(t *testing.T, s string, width int) {
		width = max(min(width, 200), MinWidth)
		column := width - 4
		body := Hang(Text("A: ", Faint), Pieces(s, Bold, nil), column)
		for _, l := range body {
			if n := l.Width(); n > column {
				t.Errorf("%d cells of %d: %v", n, column, l)
			}
		}
		content := Paint(width, column, len(body), false, []Line{Status(Inline(s), Text("1 of 2", 0), column)}, body, nil)
		drawn := settle(content, width, false)
		harmless(t, drawn)
		for l := range strings.SplitSeq(drawn, "\n") {
			if n := ansi.StringWidthWc(l); n > width {
				t.Errorf("%d cells of %d are drawn: %q", n, width, l)
			}
		}
	})
}

// harmless fails when a text holds what commands a terminal, but looks, or
// turns the direction for more than its own line.
func harmless(t *testing.T, s string) {
	t.Helper()
	for l := range strings.SplitSeq(s, "\n") {
		depth := 0
		for i := 0; i < len(l); {
			if n := lookEnd(l[i:]); n > 0 {
				i += n
				continue
			}
			r, size := utf8.DecodeRuneInString(l[i:])
			switch {
			case string(r) == markup.FSI:
				depth++
			case string(r) == markup.PDI:
				depth--
			case unicode.IsControl(r), r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
				t.Fatalf("%q holds %q", l, r)
			}
			i += size
		}
		if depth != 0 {
			t.Fatalf("the isolates of %q do not end", l)
		}
	}
}
