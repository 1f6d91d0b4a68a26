package export

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// Why a script is not laid out.
const (
	leftward = "written from right to left"
	joined   = "written with letters that change beside others"
)

// joining are the scripts whose letters are drawn beside each other in shapes
// and an order of their own, which lines of single glyphs do not show.
var joining = []*unicode.RangeTable{
	unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil, unicode.Telugu,
	unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Tibetan, unicode.Myanmar, unicode.Khmer, unicode.Mongolian,
	unicode.Javanese, unicode.Balinese, unicode.Sundanese, unicode.Tai_Tham, unicode.Meetei_Mayek, unicode.Grantha,
}

// unset returns why r is of a script that is not laid out, "" when it is.
func unset(r rune) string {
	if r < 0x590 || r >= 0x2E80 && r < 0xA800 || !unicode.IsLetter(r) {
		return ""
	}
	p, _ := bidi.LookupRune(r)
	if c := p.Class(); c == bidi.R || c == bidi.AL {
		return leftward
	}
	if unicode.In(r, joining...) {
		return joined
	}
	return ""
}

// unsetRun returns the length of what text begins with that is not laid out, in
// bytes: words of such scripts and what is between them; 0 for none.
func unsetRun(text string) (n int) {
	first, _ := utf8.DecodeRuneInString(text)
	why := unset(first)
	if why == "" {
		return 0
	}
	for i, r := range text {
		switch {
		case unset(r) == why || n == i && classOf(r) == mark:
			n = i + utf8.RuneLen(r)
		case unicode.IsLetter(r):
			return n
		}
	}
	return n
}

// scriptOf returns the name of the script of r as Unicode has it, with spaces.
func scriptOf(r rune) string {
	var names []string
	for name, table := range unicode.Scripts {
		if unicode.Is(table, r) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	if len(names) == 0 {
		return "Common"
	}
	return names[0]
}
