package frame

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"

	"recto/quiz/words"
)

// The screen from top to bottom: a line of status, a rule that is the progress
// too, the body, what was said about the last key, the four ratings, a line of
// keys. All of it stands in one column in the middle.
const (
	MaxColumns = 72
	MinWidth   = 20 // below it there is nothing to be seen
	MinHeight  = 6
	Roomy      = 18 // from this height on there are empty lines between the parts
	Wide       = 56 // from this width of the column on ratings take one line
)

// Paint draws a screen: what stands on top, h lines of a body, and what stands
// at the bottom, in a column in the middle.
func Paint(width, column, h int, light bool, top, body, bottom []Line) string {
	margin := strings.Repeat(" ", (width-column)/2)
	var b strings.Builder
	draw := func(l Line) {
		if len(l) > 0 {
			b.WriteString(margin)
			l.Cut(column).paint(&b, light)
		}
		b.WriteByte('\n')
	}
	for _, l := range top {
		draw(l)
	}
	for i := range h {
		if i < len(body) {
			draw(body[i])
		} else {
			draw(nil)
		}
	}
	for _, l := range bottom {
		draw(l)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// TooSmall returns what a window shows that is too small for all else, "" for
// one that is not.
func TooSmall(w *words.Words, width, height int) string {
	if width >= MinWidth && height >= MinHeight {
		return ""
	}
	return Short(w.Frame.TooSmall, width)
}

// Status returns the first line of a screen of w cells: left says where the
// learner is, and is cut where both have no room, right counts.
func Status(left string, right Line, w int) Line {
	left = Short(left, w-right.Width()-2)
	space := max(w-right.Width()-displaywidth.String(left), 0)
	return append(Line{{left, Faint}, Spaces(space)}, right...)
}

// Rule returns a rule of w cells whose heavy part is how much of all is done,
// and what is said at its end: first what has to do with the moment, then the
// label that is always there. Both may be "".
func Rule(done, all int, said, label string, w int) Line {
	if label != "" {
		label = " " + label
	}
	if said != "" {
		label = strings.TrimSuffix(" "+said+" ·"+label, " ·")
	}
	length := max(w-displaywidth.String(label), 0)
	heavy := 0
	if all > 0 {
		heavy = length * min(max(done, 0), all) / all
	}
	return Line{{strings.Repeat("━", heavy), Accent}, {strings.Repeat("─", length-heavy), Faint}, {label, Faint}}
}

// More says how many lines there are below, or else above, what is to be seen.
func More(w *words.Words, below, above int) string {
	switch {
	case below > 0:
		return w.Frame.Below(below)
	case above > 0:
		return w.Frame.Above(above)
	}
	return ""
}

// AtMost returns the first n lines, with an ellipsis where more follow.
func AtMost(n int, lines []Line, w int) []Line {
	if len(lines) <= n {
		return lines
	}
	if n > 0 {
		lines[n-1] = append(lines[n-1].Cut(w-2), Piece{" …", 0})
	}
	return lines[:n]
}

// Spaces returns n spaces, none for a negative n.
func Spaces(n int) Piece { return Piece{strings.Repeat(" ", max(n, 0)), 0} }

// The signs before an option. All take two cells, so that nothing moves when
// the answer is shown.
const (
	BlankSign = "  "
	HereSign  = "> "
	RightSign = "✓ "
	WrongSign = "✗ "
)

// Sentence returns an error's text as a line for the learner.
func Sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:] + "."
}
