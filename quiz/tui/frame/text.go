package frame

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"

	"recto/decks/markup"
)

// Piece is a run of text of one look, without control characters but newlines
// before it is wrapped.
type Piece struct {
	Text string
	Look Look
}

// P returns a piece.
func P(text string, look Look) Piece { return Piece{text, look} }

// Line is a line of the screen.
type Line []Piece

// Text returns a line of one look.
func Text(s string, l Look) Line { return Line{{s, l}} }

// Width returns how many cells a line takes.
func (l Line) Width() int {
	n := 0
	for _, p := range l {
		n += displaywidth.String(p.Text)
	}
	return n
}

// Cut returns the cells of a line that fit into a width.
func (l Line) Cut(width int) Line {
	for i, p := range l {
		if n := displaywidth.String(p.Text); n > width {
			return append(l[:i:i], Piece{displaywidth.TruncateString(p.Text, width, ""), p.Look})
		} else {
			width -= n
		}
	}
	return l
}

// Cell is a character as people see it: a grapheme cluster.
type Cell struct {
	Text  string
	Width int
	Look  Look
}

// Wrap breaks pieces into lines of at most width cells, at spaces and between
// wide characters, and inside a word only where it is longer than a line.
// Newlines break too. At least one line is returned.
func Wrap(pieces []Piece, width int) []Line {
	width = max(width, 2) // a wide character takes two
	var lines []Line
	var row []Cell
	flush := func() {
		lines = append(lines, breakRow(row, width)...)
		row = row[:0]
	}
	for _, p := range pieces {
		for i, part := range strings.Split(p.Text, "\n") {
			if i > 0 {
				flush()
			}
			for g := displaywidth.StringGraphemes(part); g.Next(); {
				row = append(row, Cell{g.Value(), g.Width(), p.Look})
			}
		}
	}
	flush()
	return lines
}

// breakRow breaks the cells of a text without newlines.
func breakRow(row []Cell, width int) []Line {
	var lines []Line
	for {
		end, next := fit(row, width)
		lines = append(lines, Join(row[:end]))
		if next >= len(row) {
			return lines
		}
		row = row[next:]
	}
}

// fit returns where a line of at most width cells ends and the next begins.
func fit(row []Cell, width int) (end, next int) {
	used, breakAt := 0, 0
	for i, c := range row {
		if used+c.Width > width {
			if c.Text == " " {
				return trimmed(row, i), skipSpaces(row, i)
			}
			if breakAt == 0 {
				return max(i, 1), max(i, 1)
			}
			return trimmed(row, breakAt), skipSpaces(row, breakAt)
		}
		used += c.Width
		if i+1 < len(row) && breaks(c, row[i+1]) {
			breakAt = i + 1
		}
	}
	return len(row), len(row)
}

// breaks reports whether a line may end between two cells: behind a space, and
// between wide characters, but not before a sign that closes; Hangul has spaces.
func breaks(before, after Cell) bool {
	if before.Text == " " {
		return after.Text != " "
	}
	if before.Width < 2 && after.Width < 2 {
		return false
	}
	last, _ := utf8.DecodeRuneInString(before.Text)
	next, _ := utf8.DecodeRuneInString(after.Text)
	if unicode.Is(unicode.Hangul, last) && unicode.Is(unicode.Hangul, next) {
		return false
	}
	return next != ' ' && next != 'ー' && !unicode.In(next, unicode.Pe, unicode.Pf, unicode.Po) && !unicode.In(last, unicode.Ps, unicode.Pi)
}

func trimmed(row []Cell, end int) int {
	for end > 0 && row[end-1].Text == " " {
		end--
	}
	return end
}

func skipSpaces(row []Cell, i int) int {
	for i < len(row) && row[i].Text == " " {
		i++
	}
	return i
}

// Join makes a line of cells; neighbours of one look are one piece.
func Join(row []Cell) Line {
	var l Line
	var b strings.Builder
	for i, c := range row {
		b.WriteString(c.Text)
		if i+1 == len(row) || row[i+1].Look != c.Look {
			l = append(l, Piece{b.String(), c.Look})
			b.Reset()
		}
	}
	return l
}

// Hang wraps pieces behind a label; further lines stand under the first.
func Hang(label Line, pieces []Piece, width int) []Line {
	indent := label.Width()
	lines := Wrap(pieces, width-indent)
	for i := range lines {
		before := label
		if i > 0 {
			before = Text(strings.Repeat(" ", indent), 0)
		}
		lines[i] = append(append(Line{}, before...), lines[i]...)
	}
	return lines
}

// Short returns s cut to a number of cells, with an ellipsis where it was cut.
func Short(s string, width int) string {
	if width < 1 {
		return ""
	}
	return displaywidth.TruncateString(s, width, "…")
}

// Pieces returns markup as pieces of a look. Gaps are what gap returns for the
// first, second and so on; nil writes [...].
func Pieces(source string, base Look, gap func(int) []Piece) []Piece {
	var all []Piece
	gaps := 0
	for _, s := range markup.Parse(source) {
		l := base
		if s.Emphasis {
			l |= Italic
		}
		if s.Strong {
			if base&Bold != 0 {
				l |= Underline
			}
			l |= Bold
		}
		if s.URL != "" {
			l |= Underline
		}
		switch s.Kind {
		case markup.Break:
			all = append(all, Piece{"\n", base})
		case markup.Paragraph:
			all = append(all, Piece{"\n\n", base})
		case markup.Gap:
			if gap == nil {
				all = append(all, Piece{"[...]", l | Bold})
			} else {
				all = append(all, gap(gaps)...)
			}
			gaps++
		case markup.Fence:
			for i, code := range strings.Split(s.Text, "\n") {
				if i > 0 {
					all = append(all, Piece{"\n", base})
				}
				all = append(all, Piece{"  " + markup.OneLine(code), l | Accent})
			}
		case markup.Code:
			all = append(all, Piece{markup.OneLine(s.Text), l | Accent})
		case markup.Math:
			all = append(all, Piece{markup.OneLine(s.Text), l | Italic})
		default:
			all = append(all, Piece{markup.OneLine(s.Text), l})
		}
	}
	return all
}

// Inline returns markup as one line without looks.
func Inline(source string) string {
	return strings.Join(strings.Fields(markup.OneLine(markup.Plain(markup.Parse(source)))), " ")
}

// Cells splits a text into what people see as its characters.
func Cells(s string) []Cell {
	var all []Cell
	for g := displaywidth.StringGraphemes(s); g.Next(); {
		all = append(all, Cell{g.Value(), g.Width(), 0})
	}
	return all
}
