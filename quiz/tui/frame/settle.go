package frame

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"recto/decks/markup"
)

// settle returns what a screen draws as it may go to the terminal, whatever the
// screen was made of:
//
//   - Nothing commands the terminal but what frame writes itself: the sequences
//     of looks, which paint writes.
//   - Nothing turns the direction of what stands beside it: text that runs from
//     right to left is isolated, each isolate ends in its line.
//   - Every character takes as many cells as were counted for it. Terminals
//     without clusters, which are most, draw some emoji as one sign or as the
//     several that it is made of; there each is drawn as what all of them agree
//     on, in the same room.
//
// Without that the rest of a line would stand elsewhere than the program that
// draws it believes, and what is drawn later would be scattered over the line.
func settle(content string, width int, clusters bool) string {
	if quiet(content) {
		return content
	}
	var b strings.Builder
	b.Grow(len(content) + 64)
	for i, l := range strings.Split(content, "\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		if quiet(l) {
			b.WriteString(l)
			continue
		}
		s := settler{tokens: tokens(l), clusters: clusters, out: &b}
		s.room = width - s.measure()
		s.line()
	}
	return b.String()
}

// quiet reports whether there is nothing to settle: a text of Latin, Greek and
// Cyrillic letters, the signs of frames and looks.
func quiet(s string) bool {
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c >= ' ' && c < 0x7f, c == '\n':
			i++
			continue
		case c == 0x1b:
			n := lookEnd(s[i:])
			if n == 0 {
				return false
			}
			i += n
			continue
		case c < utf8.RuneSelf:
			return false
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		plain := r >= 0xa0 && r < 0x300 && r != 0xad || r >= 0x370 && r < 0x483 || r >= 0x2010 && r < 0x2028 ||
			r >= 0x2030 && r < 0x2060 || r >= 0x2070 && r < 0x20d0 || r >= 0x2100 && r < 0x2600 || r == '✓' || r == '✗'
		if !plain {
			return false
		}
		i += size
	}
	return true
}

// lookEnd returns the length of the sequence of looks at the start of s, 0
// when there is none.
func lookEnd(s string) int {
	if !strings.HasPrefix(s, "\x1b[") {
		return 0
	}
	i := 2
	for i < len(s) && (s[i] >= '0' && s[i] <= '9' || s[i] == ';') {
		i++
	}
	if i < len(s) && s[i] == 'm' {
		return i + 1
	}
	return 0
}

// token is a character or a sequence of looks.
type token struct {
	Cell
	look bool
}

// tokens splits a line that was painted.
func tokens(l string) []token {
	var all []token
	for len(l) > 0 {
		if n := lookEnd(l); n > 0 {
			all = append(all, token{Cell{l[:n], 0, 0}, true})
			l = l[n:]
			continue
		}
		end := len(l)
		if i := strings.IndexByte(l[1:], 0x1b); i >= 0 {
			end = i + 1
		}
		for _, c := range Cells(l[:end]) {
			all = append(all, token{c, false})
		}
		l = l[end:]
	}
	return all
}

// settler settles one line.
type settler struct {
	tokens   []token
	clusters bool // the terminal draws a cluster as one sign
	room     int  // cells of the window that are free behind the line
	out      *strings.Builder

	open int // isolates that have begun
	own  bool
	debt int // cells that were drawn more than counted, negative: fewer
}

// measure returns the cells that were counted for the line.
func (s *settler) measure() int {
	n := 0
	for _, t := range s.tokens {
		n += t.Width
	}
	return n
}

// line writes the line.
func (s *settler) line() {
	for i := 0; i < len(s.tokens); i++ {
		t := s.tokens[i]
		switch {
		case t.look:
			s.closeOwn()
			s.out.WriteString(t.Text)
		case t.Text == " ":
			i += s.spaces(i) - 1
		default:
			s.cell(i)
		}
	}
	s.own = false
	for ; s.open > 0; s.open-- {
		s.out.WriteString(markup.PDI)
	}
}

// spaces writes a run of spaces and returns its length. A run of several stands
// between columns: there what was drawn too wide or too narrow is made up for.
func (s *settler) spaces(i int) int {
	n := s.run(i)
	if n < 2 {
		s.out.WriteByte(' ')
		return n
	}
	s.closeOwn()
	paid := min(s.debt, n-1)
	s.debt -= paid
	s.out.WriteString(strings.Repeat(" ", n-paid))
	return n
}

// run returns how many spaces there are from a token on.
func (s *settler) run(i int) int {
	n := 0
	for i+n < len(s.tokens) && s.tokens[i+n].Text == " " {
		n++
	}
	return n
}

// closeOwn ends an isolate that settle began.
func (s *settler) closeOwn() {
	if s.own {
		s.out.WriteString(markup.PDI)
		s.own = false
		s.open--
	}
}

// cell writes a character.
func (s *settler) cell(i int) {
	text := safe(s.tokens[i].Text)
	switch text {
	case "":
		return
	case markup.FSI:
		s.open++
		s.out.WriteString(text)
		return
	case markup.PDI:
		if s.open > 0 {
			s.open--
			s.out.WriteString(text)
		}
		return
	}
	if s.open == 0 && markup.RightToLeft(text) {
		s.out.WriteString(markup.FSI)
		s.open, s.own = 1, true
	} else if s.own && strings.HasPrefix(text, "│") {
		s.closeOwn()
	}
	text, width := s.agreed(text, s.tokens[i].Width, i)
	s.debt += width - s.tokens[i].Width
	s.out.WriteString(text)
}

// agreed returns a character as all terminals of the sort draw it, and the
// cells that it then takes.
func (s *settler) agreed(text string, width, i int) (string, int) {
	if s.clusters {
		return text, ansi.StringWidth(text)
	}
	if !emoji(text) || ansi.StringWidthWc(text) == width {
		return text, ansi.StringWidthWc(text)
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == joiner })
	for k, p := range parts {
		parts[k] = strings.Map(func(r rune) rune {
			if r == emojiLook || r >= firstTone && r <= lastTone && p != string(r) {
				return -1
			}
			return r
		}, p)
	}
	all := strings.Join(parts, "")
	if n := ansi.StringWidthWc(all); n > width && s.spare(i) >= n-width+s.debt {
		return all, n
	}
	first := ""
	if len(parts) > 0 {
		first = parts[0]
	}
	n := ansi.StringWidthWc(first)
	if n > width {
		return "\uFFFD" + strings.Repeat(" ", max(width-1, 0)), max(width, 1)
	}
	return first + strings.Repeat(" ", width-n), width
}

// spare returns how many cells the line may be longer from a token on: those
// of the next run of spaces, else those behind the line.
func (s *settler) spare(i int) int {
	for ; i < len(s.tokens); i++ {
		if n := s.run(i); n > 1 {
			return n - 1
		} else if n == 1 {
			continue
		}
	}
	return s.room
}

// safe returns the characters of a cell that may be drawn: no control
// character, and nothing that turns the direction but the isolates that Wrap
// puts around a line.
func safe(cell string) string {
	if cell == markup.FSI || cell == markup.PDI {
		return cell
	}
	return strings.Map(func(r rune) rune {
		if markup.Forbidden(r) || r == '\t' || r == '\n' {
			return -1
		}
		return r
	}, cell)
}
