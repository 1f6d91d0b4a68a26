package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// OneLine returns any text, of a deck, a response or an error, as one line in
// which nothing can command a terminal or turn the direction of what follows:
// tabs and line ends are spaces; what is Forbidden, the line separators of
// Unicode, and bytes that are no UTF-8 are U+FFFD.
func OneLine(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case Forbidden(r), r == 0x2028, r == 0x2029:
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(s, string(utf8.RuneError)))
}
