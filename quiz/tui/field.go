package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/clipperhouse/displaywidth"

	"recto/decks/markup"
)

// maxField is how many bytes a field holds at most: more than any response
// that is read.
const maxField = 16 << 10

// field is a text that is being typed. Its cursor moves by characters as
// people see them: a letter and its marks are one.
type field struct {
	text   string
	cursor int // a byte offset
}

// insert types s at the cursor. What does not fit is left out, and insert
// reports false.
func (f *field) insert(s string) bool {
	s = markup.OneLine(s)
	if len(f.text)+len(s) > maxField {
		return false
	}
	f.text = f.text[:f.cursor] + s + f.text[f.cursor:]
	f.cursor += len(s)
	return true
}

// key edits the text as a key says, and reports whether the key means anything
// here.
func (f *field) key(k tea.KeyPressMsg) bool {
	switch k.Keystroke() {
	case "left", "ctrl+b":
		f.cursor = f.before(f.cursor)
	case "right", "ctrl+f":
		f.cursor = f.after(f.cursor)
	case "home", "ctrl+a":
		f.cursor = 0
	case "end", "ctrl+e":
		f.cursor = len(f.text)
	case "ctrl+left", "alt+left", "alt+b":
		f.cursor = f.wordBefore()
	case "ctrl+right", "alt+right", "alt+f":
		f.cursor = f.wordAfter()
	case "backspace", "ctrl+h", "shift+backspace":
		f.cut(f.before(f.cursor), f.cursor)
	case "delete", "ctrl+d":
		f.cut(f.cursor, f.after(f.cursor))
	case "ctrl+w", "alt+backspace", "ctrl+backspace":
		f.cut(f.wordBefore(), f.cursor)
	case "ctrl+u":
		f.cut(0, f.cursor)
	case "ctrl+k":
		f.cut(f.cursor, len(f.text))
	default:
		return k.Text != "" && f.insert(k.Text)
	}
	return true
}

func (f *field) cut(from, to int) {
	f.text = f.text[:from] + f.text[to:]
	f.cursor = from
}

// before returns where the character before an offset begins.
func (f *field) before(at int) int {
	last := 0
	i := 0
	for g := displaywidth.StringGraphemes(f.text); i < at && g.Next(); {
		last = i
		i += len(g.Value())
	}
	return last
}

// after returns where the character at an offset ends.
func (f *field) after(at int) int {
	g := displaywidth.StringGraphemes(f.text[at:])
	if g.Next() {
		return at + len(g.Value())
	}
	return at
}

func (f *field) wordBefore() int {
	head := strings.TrimRight(f.text[:f.cursor], " ")
	return strings.LastIndexByte(head, ' ') + 1
}

func (f *field) wordAfter() int {
	tail := f.text[f.cursor:]
	skip := len(tail) - len(strings.TrimLeft(tail, " "))
	if i := strings.IndexByte(tail[skip:], ' '); i >= 0 {
		return f.cursor + skip + i
	}
	return len(f.text)
}

// lines returns the text broken at the last cell of a line, and where the
// cursor stands. Spaces are kept, so that the cursor is where it types.
func (f *field) lines(width int) (lines []line, row, column int) {
	width = max(width, 2)
	var b strings.Builder
	used, at, found := 0, 0, false
	flush := func() {
		lines = append(lines, text(b.String(), 0))
		b.Reset()
		used = 0
	}
	for g := displaywidth.StringGraphemes(f.text); g.Next(); {
		if used+g.Width() > width {
			flush()
		}
		if at >= f.cursor && !found {
			row, column, found = len(lines), used, true
		}
		b.WriteString(g.Value())
		used += g.Width()
		at += len(g.Value())
	}
	if !found && used >= width {
		flush() // the cursor needs a cell behind the last one
	}
	if !found {
		row, column = len(lines), used
	}
	flush()
	return lines, row, column
}
