package tui

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"recto/quiz"
	"recto/quiz/tui/card"
	"recto/quiz/tui/frame"
)

// texts returns lines as they read, without looks.
func texts(lines []frame.Line) (all []string) {
	for _, l := range lines {
		s := ""
		for _, p := range l {
			s += p.Text
		}
		all = append(all, s)
	}
	return all
}

// The cursor stands between characters, inside the lines, and what is typed is
// there.
func TestFieldLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var f frame.Field
		keys := rapid.SliceOf(rapid.SampledFrom([]string{"left", "right", "home", "end", "backspace", "delete", "ctrl+w", "alt+b", "ctrl+k",
			"a", " ", "日", "\u0301", "é", "\x1b"})).Draw(t, "keys")
		for _, k := range keys {
			msg, ok := named[k]
			if !ok {
				msg.Text = k
			}
			f.Key(msg)
			if f.Cursor < 0 || f.Cursor > len(f.Text) || !utf8.ValidString(f.Text[:f.Cursor]) {
				t.Fatalf("the cursor is at %d of %q", f.Cursor, f.Text)
			}
			width := rapid.IntRange(2, 12).Draw(t, "width")
			lines, row, column := f.Lines(width)
			if row >= len(lines) || column >= width {
				t.Fatalf("the cursor is in line %d of %d, cell %d of %d", row, len(lines), column, width)
			}
			if got := strings.Join(texts(lines), ""); got != f.Text {
				t.Fatalf("%q is shown as %q", f.Text, got)
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
			if got := d.app.face.Reply.Field.Text; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// A reply that is written and read again is the same.
func TestReplyRestores(t *testing.T) {
	for _, it := range allKinds(t) {
		d := seat(t, []quiz.Item{it}, 80, 24, quiz.SessionOptions{})
		d.press("<esc><esc>a b1c<down>2")
		want := d.app.face.Reply.Response()
		v := d.app.face.View
		v.Response = want
		if r := card.NewReply(v); r.Response() != want {
			t.Errorf("%s: %q was read as %q", it.Card.ID, want, r.Response())
		}
	}
}
