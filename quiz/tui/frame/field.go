package frame

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/clipperhouse/displaywidth"

	"recto/decks/markup"
)

// MaxField is how many bytes a field holds at most: more than any response
// that is read.
const MaxField = 16 << 10

// Field is a text that is being typed. Its cursor moves by characters as
// people see them: a letter and its marks are one.
type Field struct {
	Text   string
	Cursor int // a byte offset
}

// Insert types s at the cursor. What does not fit is left out, and insert
// reports false.
func (f *Field) Insert(s string) bool {
	s = markup.OneLine(s)
	if len(f.Text)+len(s) > MaxField {
		return false
	}
	f.Text = f.Text[:f.Cursor] + s + f.Text[f.Cursor:]
	f.Cursor += len(s)
	return true
}

// Key edits the text as a key says, and reports whether the key means anything
// here.
func (f *Field) Key(k tea.KeyPressMsg) bool {
	switch k.Keystroke() {
	case "left", "ctrl+b":
		f.Cursor = f.before(f.Cursor)
	case "right", "ctrl+f":
		f.Cursor = f.after(f.Cursor)
	case "home", "ctrl+a":
		f.Cursor = 0
	case "end", "ctrl+e":
		f.Cursor = len(f.Text)
	case "ctrl+left", "alt+left", "alt+b":
		f.Cursor = f.wordBefore()
	case "ctrl+right", "alt+right", "alt+f":
		f.Cursor = f.wordAfter()
	case "backspace", "ctrl+h", "shift+backspace":
		f.cut(f.before(f.Cursor), f.Cursor)
	case "delete", "ctrl+d":
		f.cut(f.Cursor, f.after(f.Cursor))
	case "ctrl+w", "alt+backspace", "ctrl+backspace":
		f.cut(f.wordBefore(), f.Cursor)
	case "ctrl+u":
		f.cut(0, f.Cursor)
	case "ctrl+k":
		f.cut(f.Cursor, len(f.Text))
	default:
		return k.Text != "" && f.Insert(k.Text)
	}
	return true
}

func (f *Field) cut(from, to int) {
	f.Text = f.Text[:from] + f.Text[to:]
	f.Cursor = from
}

// before returns where the character before an offset begins.
func (f *Field) before(at int) int {
	last := 0
	i := 0
	for g := displaywidth.StringGraphemes(f.Text); i < at && g.Next(); {
		last = i
		i += len(g.Value())
	}
	return last
}

// after returns where the character at an offset ends.
func (f *Field) after(at int) int {
	g := displaywidth.StringGraphemes(f.Text[at:])
	if g.Next() {
		return at + len(g.Value())
	}
	return at
}

func (f *Field) wordBefore() int {
	head := strings.TrimRight(f.Text[:f.Cursor], " ")
	return strings.LastIndexByte(head, ' ') + 1
}

func (f *Field) wordAfter() int {
	tail := f.Text[f.Cursor:]
	skip := len(tail) - len(strings.TrimLeft(tail, " "))
	if i := strings.IndexByte(tail[skip:], ' '); i >= 0 {
		return f.Cursor + skip + i
	}
	return len(f.Text)
}

// Lines returns the text broken at the last cell of a line, and where the
// cursor stands. Spaces are kept, so that the cursor is where it types.
func (f *Field) Lines(width int) (lines []Line, row, column int) {
	width = max(width, 2)
	var b strings.Builder
	used, at, found := 0, 0, false
	flush := func() {
		lines = append(lines, Text(b.String(), 0))
		b.Reset()
		used = 0
	}
	for g := displaywidth.StringGraphemes(f.Text); g.Next(); {
		if used+g.Width() > width {
			flush()
		}
		if at >= f.Cursor && !found {
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
