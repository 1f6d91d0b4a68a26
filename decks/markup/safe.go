package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// OneLine returns any text, of a deck, a response or an error, as one line in
// which nothing can command a terminal or turn the direction of what follows:
// tabs and line ends are spaces; what is Forbidden, the line separators of
// Unicode, characters for the use of programs among themselves and bytes that
// are no UTF-8 are U+FFFD. Of more than MaxMarks characters without a width
// that follow each other the rest is left out.
func OneLine(s string) string {
	if printableASCII(s) {
		return s
	}
	marks := 0
	return strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf {
			marks = 0
		} else if Widthless(r) {
			if marks++; marks > MaxMarks {
				return -1
			}
		} else {
			marks = 0
		}
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case Forbidden(r), internal(r):
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(s, string(utf8.RuneError)))
}

// MaxMarks is how many characters without a width are kept behind one another:
// more than any script has above and below a letter.
const MaxMarks = 8

// printableASCII reports whether there is nothing to be done about a text.
func printableASCII(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// Widthless reports whether a character takes no cell of its own: a combining
// mark, a joiner, what only steers how others are set.
func Widthless(r rune) bool {
	return r >= 0x300 && unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) || r == 0xad
}

// internal reports whether a character means something to programs only: it
// separates lines, annotates, is none, or is of the last private plane, in which
// programs and terminals have signs for images.
func internal(r rune) bool {
	switch {
	case r == 0x2028, r == 0x2029:
		return true
	case r >= 0x206a && r <= 0x206f, r >= 0xfff9 && r <= 0xfffb, r >= 0x100000:
		return true
	case r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
		return true
	}
	return false
}

// Isolate returns a text that OneLine returned so that what is written from
// right to left in it cannot move what stands around it on the line: between
// the isolates of Unicode, FSI and PDI. A text without such writing is as it was.
func Isolate(s string) string {
	if !RightToLeft(s) {
		return s
	}
	return FSI + s + PDI
}

// The characters that Isolate puts around a text.
const (
	FSI = "\u2068"
	PDI = "\u2069"
)

// RightToLeft reports whether there is anything in a text that is written from
// right to left, or says that something is.
func RightToLeft(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		switch {
		case r < 0x590:
			return false
		case r <= 0x8ff, r == 0x200f, r >= 0xfb1d && r <= 0xfdff, r >= 0xfe70 && r <= 0xfefc:
			return true
		}
		return r >= 0x10800 && r <= 0x10fff || r >= 0x1e800 && r <= 0x1efff
	}) >= 0
}
