package stats

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"recto/decks/markup"
)

// maxText is how many characters of a text are shown.
const maxText = 300

// plain returns markup as one line without looks, cut to what is shown.
func plain(source string) string {
	return clip(markup.Line(source))
}

// clip returns a text cut to what is shown.
func clip(s string) string {
	n := 0
	for i := range s {
		if n++; n > maxText {
			return strings.TrimRight(s[:i], " ") + "…"
		}
	}
	return s
}

// folder makes keys of texts. It is not safe for several goroutines.
type folder struct{ caser cases.Caser }

func newFolder() folder { return folder{cases.Fold()} }

// key returns the letters, digits and the signs that are no punctuation of a
// text, case and accents folded, with single spaces: what two people would call
// the same answer. It is "" for a text that has none.
func (f folder) key(s string) string {
	var b strings.Builder
	space := false
	for _, r := range f.caser.String(norm.NFKD.String(s)) {
		switch {
		case r >= 0x300 && r <= 0x36f: // accents; marks of other scripts are vowels
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsSymbol(r), unicode.IsMark(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(r)
		case r == '\'', r == '’', r == ',', r == '.': // "don't", "34,259"
		default:
			space = true
		}
	}
	return b.String()
}
