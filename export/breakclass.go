package export

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// class is what a code point means for setting lines.
type class uint8

const (
	letter    class = iota // and everything that is none of the others
	space                  // may be left out at the end of a line
	glue                   // a space that never ends a line
	zeroSpace              // invisible; a line may end there
	soft                   // soft hyphen
	mark                   // belongs to what is before it
)

func classOf(r rune) class {
	switch {
	case r == ' ':
		return space
	case r < 0x80:
		return letter
	case r == 0xA0 || r == 0x202F || r == 0x2007 || r == 0x2060 || r == 0xFEFF:
		return glue
	case r == 0x200B:
		return zeroSpace
	case r == 0xAD:
		return soft
	case unicode.Is(unicode.Zs, r):
		return space
	case r == 0x200D || unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc) || r >= 0x1F3FB && r <= 0x1F3FF:
		return mark
	}
	return letter
}

// nextBreak returns the length of the longest beginning of text that no line
// may end inside, with the spaces behind it. The places are those of UAX #14
// but for some that it allows and running text does without: see mayEnd.
func nextBreak(text string) int {
	if n, ok := nextPlainBreak(text); ok {
		return n
	}
	state, end := -1, 0
	for rest := text; rest != ""; {
		var segment string
		segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		if i := minusAfterSpace(segment); i > 0 {
			return end + i
		}
		end += len(segment)
		if rest == "" || mayEnd(text[:end], rest) {
			break
		}
	}
	return end
}

// minusAfterSpace returns where a number with a minus sign stands after a space:
// uniseg keeps the two together, which the annex does not. It returns 0 where
// there is none.
func minusAfterSpace(text string) int {
	for i := 1; i+1 < len(text); i++ {
		if text[i-1] == ' ' && text[i] == '-' && text[i+1] >= '0' && text[i+1] <= '9' {
			return i
		}
	}
	return 0
}

// nextPlainBreak is nextBreak for a text that begins with ASCII up to its
// first break; ok is false where it does not.
func nextPlainBreak(text string) (n int, ok bool) {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= utf8.RuneSelf:
			return 0, false
		case c == ' ':
			before := i - 1
			for i < len(text) && text[i] == ' ' {
				i++
			}
			if before >= 0 && strings.IndexByte(`([{"'`, text[before]) >= 0 {
				return 0, false
			}
			// A mark on a space belongs to it, and some signs go on a line with
			// what is before the spaces.
			return i, i == len(text) || text[i] < utf8.RuneSelf && strings.IndexByte(`)]}!?.,:;/`, text[i]) < 0
		case c == '/' && i > 0 && asciiLetter(text[i-1]) && i+1 < len(text) && asciiLetter(text[i+1]):
			return i + 1, true
		}
	}
	return len(text), true
}

func asciiLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// mayEnd reports whether a line may end between before and after where UAX #14
// allows it. Between letters it may after spaces, dashes and slashes alone: not
// after a hyphen, which programs that read the text of a PDF drop at the end
// of a line, nor after an exclamation mark. Hangul is kept in words. Beside
// signs that are written without spaces it always may.
func mayEnd(before, after string) bool {
	r, n := utf8.DecodeLastRuneInString(before)
	for classOf(r) == mark && n < len(before) {
		before = before[:len(before)-n]
		r, n = utf8.DecodeLastRuneInString(before)
	}
	next, _ := utf8.DecodeRuneInString(after)
	switch c := classOf(r); {
	case c == space || c == zeroSpace || c == soft:
		return true
	case spaceless(r) || spaceless(next):
		return true
	case r == '/' || r >= 0x2012 && r <= 0x2014:
		last, _ := utf8.DecodeLastRuneInString(before[:len(before)-n])
		return unicode.IsLetter(last) && (unicode.IsLetter(next) || unicode.In(next, unicode.Ps, unicode.Pi))
	}
	return ofOneScript(r) && !unicode.IsLetter(r) // a separator of words there
}

// ofOneScript reports whether r stands where scripts beyond Europe and the Near
// East have their signs, and not those that all use.
func ofOneScript(r rune) bool { return r >= 0x0D80 && (r < 0x2000 || r >= 0xA4D0) }

// spaceless reports whether r is of a script that has no spaces between its
// words, or a sign used there, or a picture.
func spaceless(r rune) bool {
	return r >= 0x2E80 && r <= 0x312F || r >= 0x3190 && r <= 0xA4CF || r >= 0xF900 && r <= 0xFAFF ||
		r >= 0xFE30 && r <= 0xFE6F || r >= 0xFF00 && r <= 0xFFEF || r >= 0x1B000 && r <= 0x1B2FF || r >= 0x1F000
}

// cluster returns the length in bytes of what readers take for the first
// character of text.
func cluster(text string) int {
	if len(text) < 2 || text[0] < utf8.RuneSelf && text[1] < utf8.RuneSelf {
		return min(1, len(text))
	}
	first, _, _, _ := uniseg.FirstGraphemeClusterInString(text, -1)
	return len(first)
}
