package tui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"

	"recto/decks/markup"
)

// piece is a run of text of one look, without control characters but newlines
// before it is wrapped.
type piece struct {
	text string
	look look
}

// line is a line of the screen.
type line []piece

// text returns a line of one look.
func text(s string, l look) line { return line{{s, l}} }

// width returns how many cells a line takes.
func (l line) width() int {
	n := 0
	for _, p := range l {
		n += displaywidth.String(p.text)
	}
	return n
}

// cut returns the cells of a line that fit into a width.
func (l line) cut(width int) line {
	for i, p := range l {
		if n := displaywidth.String(p.text); n > width {
			return append(l[:i:i], piece{displaywidth.TruncateString(p.text, width, ""), p.look})
		} else {
			width -= n
		}
	}
	return l
}

// cell is a character as people see it: a grapheme cluster.
type cell struct {
	text  string
	width int
	look  look
}

// wrap breaks pieces into lines of at most width cells, at spaces and between
// wide characters, and inside a word only where it is longer than a line.
// Newlines break too. At least one line is returned.
func wrap(pieces []piece, width int) []line {
	width = max(width, 2) // a wide character takes two
	var lines []line
	var row []cell
	flush := func() {
		lines = append(lines, breakRow(row, width)...)
		row = row[:0]
	}
	for _, p := range pieces {
		for i, part := range strings.Split(p.text, "\n") {
			if i > 0 {
				flush()
			}
			for g := displaywidth.StringGraphemes(part); g.Next(); {
				row = append(row, cell{g.Value(), g.Width(), p.look})
			}
		}
	}
	flush()
	return lines
}

// breakRow breaks the cells of a text without newlines.
func breakRow(row []cell, width int) []line {
	var lines []line
	for {
		end, next := fit(row, width)
		lines = append(lines, join(row[:end]))
		if next >= len(row) {
			return lines
		}
		row = row[next:]
	}
}

// fit returns where a line of at most width cells ends and the next begins.
func fit(row []cell, width int) (end, next int) {
	used, breakAt := 0, 0
	for i, c := range row {
		if used+c.width > width {
			if c.text == " " {
				return trimmed(row, i), skipSpaces(row, i)
			}
			if breakAt == 0 {
				return max(i, 1), max(i, 1)
			}
			return trimmed(row, breakAt), skipSpaces(row, breakAt)
		}
		used += c.width
		if i+1 < len(row) && breaks(c, row[i+1]) {
			breakAt = i + 1
		}
	}
	return len(row), len(row)
}

// breaks reports whether a line may end between two cells: behind a space, and
// between wide characters, but not before a sign that closes; Hangul has spaces.
func breaks(before, after cell) bool {
	if before.text == " " {
		return after.text != " "
	}
	if before.width < 2 && after.width < 2 {
		return false
	}
	last, _ := utf8.DecodeRuneInString(before.text)
	next, _ := utf8.DecodeRuneInString(after.text)
	if unicode.Is(unicode.Hangul, last) && unicode.Is(unicode.Hangul, next) {
		return false
	}
	return next != ' ' && next != 'ー' && !unicode.In(next, unicode.Pe, unicode.Pf, unicode.Po) && !unicode.In(last, unicode.Ps, unicode.Pi)
}

func trimmed(row []cell, end int) int {
	for end > 0 && row[end-1].text == " " {
		end--
	}
	return end
}

func skipSpaces(row []cell, i int) int {
	for i < len(row) && row[i].text == " " {
		i++
	}
	return i
}

// join makes a line of cells; neighbours of one look are one piece.
func join(row []cell) line {
	var l line
	var b strings.Builder
	for i, c := range row {
		b.WriteString(c.text)
		if i+1 == len(row) || row[i+1].look != c.look {
			l = append(l, piece{b.String(), c.look})
			b.Reset()
		}
	}
	return l
}

// hang wraps pieces behind a label; further lines stand under the first.
func hang(label line, pieces []piece, width int) []line {
	indent := label.width()
	lines := wrap(pieces, width-indent)
	for i := range lines {
		before := label
		if i > 0 {
			before = text(strings.Repeat(" ", indent), 0)
		}
		lines[i] = append(append(line{}, before...), lines[i]...)
	}
	return lines
}

// short returns s cut to a number of cells, with an ellipsis where it was cut.
func short(s string, width int) string {
	if width < 1 {
		return ""
	}
	return displaywidth.TruncateString(s, width, "…")
}

// pieces returns markup as pieces of a look. Gaps are what gap returns for the
// first, second and so on; nil writes [...].
func pieces(source string, base look, gap func(int) []piece) []piece {
	var all []piece
	gaps := 0
	for _, s := range markup.Parse(source) {
		l := base
		if s.Emphasis {
			l |= italic
		}
		if s.Strong {
			if base&bold != 0 {
				l |= underline
			}
			l |= bold
		}
		if s.URL != "" {
			l |= underline
		}
		switch s.Kind {
		case markup.Break:
			all = append(all, piece{"\n", base})
		case markup.Paragraph:
			all = append(all, piece{"\n\n", base})
		case markup.Gap:
			if gap == nil {
				all = append(all, piece{"[...]", l | bold})
			} else {
				all = append(all, gap(gaps)...)
			}
			gaps++
		case markup.Fence:
			for i, code := range strings.Split(s.Text, "\n") {
				if i > 0 {
					all = append(all, piece{"\n", base})
				}
				all = append(all, piece{"  " + markup.OneLine(code), l | accent})
			}
		case markup.Code:
			all = append(all, piece{markup.OneLine(s.Text), l | accent})
		case markup.Math:
			all = append(all, piece{markup.OneLine(s.Text), l | italic})
		default:
			all = append(all, piece{markup.OneLine(s.Text), l})
		}
	}
	return all
}

// inline returns markup as one line without looks.
func inline(source string) string {
	return strings.Join(strings.Fields(markup.OneLine(markup.Plain(markup.Parse(source)))), " ")
}
