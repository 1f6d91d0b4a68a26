package tui

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"pgregory.net/rapid"

	"recto/decks/markup"
	"recto/quiz"
)

// texts returns lines as they read, without looks.
func texts(lines []line) (all []string) {
	for _, l := range lines {
		s := ""
		for _, p := range l {
			s += p.text
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
			if got := texts(wrap(text(tt.text, 0), tt.width)); !slices.Equal(got, tt.want) {
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
		lines := texts(wrap(text(s, 0), width))
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

// The cursor stands between characters, inside the lines, and what is typed is
// there.
func TestFieldLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var f field
		keys := rapid.SliceOf(rapid.SampledFrom([]string{"left", "right", "home", "end", "backspace", "delete", "ctrl+w", "alt+b", "ctrl+k",
			"a", " ", "日", "\u0301", "é", "\x1b"})).Draw(t, "keys")
		for _, k := range keys {
			msg, ok := named[k]
			if !ok {
				msg.Text = k
			}
			f.key(msg)
			if f.cursor < 0 || f.cursor > len(f.text) || !utf8.ValidString(f.text[:f.cursor]) {
				t.Fatalf("the cursor is at %d of %q", f.cursor, f.text)
			}
			width := rapid.IntRange(2, 12).Draw(t, "width")
			lines, row, column := f.lines(width)
			if row >= len(lines) || column >= width {
				t.Fatalf("the cursor is in line %d of %d, cell %d of %d", row, len(lines), column, width)
			}
			if got := strings.Join(texts(lines), ""); got != f.text {
				t.Fatalf("%q is shown as %q", f.text, got)
			}
		}
	})
}

func TestField(t *testing.T) {
	for _, tt := range []struct{ name, keys, want string }{
		{"in the middle", "ac<left>b", "abc"},
		{"a letter and its mark are one", "ae\u0301<backspace>", "a"},
		{"at the start", "bc<home>a", "abc"},
		{"and the end", "ab<home><end>c", "abc"},
		{"delete", "abc<home><delete>", "bc"},
		{"a word", "one two<ctrl+w>", "one "},
		{"the rest", "one two<alt+b><ctrl+k>", "one "},
		{"all", "one<ctrl+u>x", "x"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := sit(t, twoQuestions, 80, 24)
			d.press(tt.keys)
			if got := d.app.reply.field.text; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

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
			if got := texts([]line{top, bottom, marks}); !slices.Equal(got, []string{tt.top, tt.bottom, tt.marks}) {
				t.Errorf("got %q", got)
			}
		})
	}
}

// A reply that is written and read again is the same.
func TestReplyRestores(t *testing.T) {
	for _, it := range allKinds(t) {
		d := seat(t, []quiz.Item{it}, 80, 24, quiz.SessionOptions{})
		d.press("<esc><esc>a b1c<down>2")
		want := d.app.reply.response()
		v := d.app.view
		v.Response = want
		if r := newReply(v); r.response() != want {
			t.Errorf("%s: %q was read as %q", it.Card.ID, want, r.response())
		}
	}
}
