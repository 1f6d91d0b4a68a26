package frame

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
		n += Width(p.Text)
	}
	return n
}

// Cut returns the cells of a line that fit into a width.
func (l Line) Cut(width int) Line {
	for i, p := range l {
		if n := Width(p.Text); n > width {
			return append(l[:i:i], Piece{cut(p.Text, width), p.Look})
		} else {
			width -= n
		}
	}
	return l
}

// cut returns the characters of a text that fit into a width.
func cut(s string, width int) string {
	n := 0
	for _, c := range Cells(s) {
		if width -= c.Width; width < 0 {
			break
		}
		n += len(c.Text)
	}
	return s[:n]
}

// Wrap breaks pieces into lines of at most width cells, at spaces and between
// wide characters, and inside a word only where it is longer than a line.
// Newlines break too. What goes on stands under what it goes on with: under the
// text of an item that begins with a dash or a number, under the first sign of
// a line that begins with spaces. A line that runs from right to left in parts
// is isolated, so that it cannot move what stands beside it. At least one line
// is returned.
func Wrap(pieces []Piece, width int) []Line {
	width = max(width, 2) // a wide character takes two
	var lines []Line
	row := make([]Cell, 0, 256)
	flush := func() {
		lines = append(lines, breakRow(row, width)...)
		row = row[:0]
	}
	for _, p := range pieces {
		rest := p.Text
		for {
			part, after, more := strings.Cut(rest, "\n")
			row = slices.Grow(row, utf8.RuneCountInString(part))
			row = appendCells(row, part, p.Look)
			if !more {
				break
			}
			flush()
			rest = after
		}
	}
	flush()
	return lines
}

// breakRow breaks the cells of a text without newlines.
func breakRow(row []Cell, width int) []Line {
	var lines []Line
	indent := hanging(row, width)
	for room := width; ; room = width - indent {
		end, next := fit(row, room)
		l := isolated(Join(row[:end]))
		if len(lines) > 0 && indent > 0 {
			l = append(Line{Spaces(indent)}, l...)
		}
		lines = append(lines, l)
		if next >= len(row) {
			return lines
		}
		row = row[next:]
	}
}

// hanging returns how far the lines are indented that a text goes on in.
func hanging(row []Cell, width int) int {
	n := 0
	for n < len(row) && row[n].Text == " " {
		n++
	}
	n += marker(row[n:])
	if n > width/2 || width-n < 2 { // a wide character takes two
		return 0
	}
	return n
}

// marker returns how many cells the sign of an item takes, with the space
// behind it: "- ", "12. ", "b) ".
func marker(row []Cell) int {
	sign, n := "", 0
	for n < len(row) && n < 4 && row[n].Text != " " {
		sign += row[n].Text
		n++
	}
	if n == len(row) || row[n].Text != " " || n == 0 {
		return 0
	}
	last := sign[len(sign)-1]
	digits := strings.Trim(sign[:len(sign)-1], "0123456789") == ""
	switch {
	case sign == "-" || sign == "•" || sign == "–":
	case n > 1 && (last == '.' || last == ')') && digits:
	case n == 2 && last == ')' && unicode.IsLetter(rune(sign[0])):
	default:
		return 0
	}
	return n + 1
}

// isolated returns a line that cannot move what stands beside it.
func isolated(l Line) Line {
	if !slices.ContainsFunc(l, func(p Piece) bool { return markup.RightToLeft(p.Text) }) {
		return l
	}
	l[0].Text = markup.FSI + l[0].Text
	l[len(l)-1].Text += markup.PDI
	return l
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
	switch {
	case width < 1:
		return ""
	case Width(s) <= width:
		return s
	}
	return cut(s, width-1) + "…"
}

// Pieces returns markup as pieces of a look. Mathematics is Unicode, and behind
// a link stands where it leads. Gaps are what gap returns for the first, second
// and so on; nil writes [...].
func Pieces(source string, base Look, gap func(int) []Piece) []Piece {
	var all []Piece
	gaps := 0
	spans := markup.Parse(source)
	for i, s := range spans {
		l := base | spanLook(s, base)
		switch s.Kind {
		case markup.Break:
			all = append(all, Piece{"\n", base})
		case markup.Paragraph:
			all = append(all, Piece{"\n\n", base})
		case markup.Gap:
			if gap == nil {
				all = append(all, Piece{s.Shown(), l | Bold})
			} else {
				all = append(all, gap(gaps)...)
			}
			gaps++
		case markup.Fence:
			for i, code := range strings.Split(s.Text, "\n") {
				if i > 0 {
					all = append(all, Piece{"\n", base})
				}
				all = append(all, Piece{"  " + markup.OneLine(code), l})
			}
		default:
			all = append(all, Piece{markup.OneLine(s.Shown()), l})
		}
		if url := markup.Address(spans, i); url != "" {
			all = append(all, Piece{" (" + markup.OneLine(url) + ")", Faint | base&^Bold})
		}
	}
	return all
}

// spanLook returns what a span adds to the look of the text that it is in.
func spanLook(s markup.Span, base Look) Look {
	var l Look
	if s.Emphasis || s.Kind == markup.Math {
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
	if s.Kind == markup.Code || s.Kind == markup.Fence {
		l |= Accent
	}
	return l
}

// Inline returns markup as one line without looks.
func Inline(source string) string { return markup.Line(source) }
