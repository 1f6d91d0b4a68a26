package lint

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// foldForm returns a form of an answer without what marking surely passes
// over: case, outer punctuation, the width of spaces, an article before it,
// and which of several quotation marks or dashes are written. It folds less
// than marking does, never more. Of a form that is nothing but signs they stay.
func foldForm(s string, articles []string) string {
	s = strings.Join(strings.Fields(strings.Map(plainSign, norm.NFC.String(strings.ToLower(s)))), " ")
	s = openWords(s)
	if trimmed := strings.Trim(s, ` "'.,;:!?`); strings.ContainsFunc(trimmed, isWordRune) && !strings.ContainsFunc(trimmed, unicode.IsSymbol) {
		s = trimmed
	}
	for _, a := range articles {
		if rest, is := strings.CutPrefix(s, a+" "); is && len([]rune(rest)) > 1 {
			return rest
		}
	}
	return s
}

// plainSign returns the plain form of a quotation mark, a dash or a space, and
// drops what nobody sees.
func plainSign(r rune) rune {
	switch r {
	case '‘', '’', '‛', 'ʼ':
		return '\''
	case '“', '”', '„', '«', '»':
		return '"'
	case '‐', '‑', '–', '—', '−':
		return '-'
	case '\u200b', '\u00ad', '\ufeff', '\u2060':
		return -1
	}
	if unicode.IsSpace(r) {
		return ' '
	}
	return r
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// openWords returns a text with the hyphens inside words as spaces, and without
// the points there: "ice hockey", "us".
func openWords(s string) string {
	if !strings.ContainsAny(s, "-.") {
		return s
	}
	rs := []rune(s)
	out := rs[:0:0]
	for i, r := range rs {
		inside := i > 0 && i+1 < len(rs) && unicode.IsLetter(rs[i-1]) && unicode.IsLetter(rs[i+1])
		switch {
		case r == '-' && inside:
			out = append(out, ' ')
		case r != '.' || !inside:
			out = append(out, r)
		}
	}
	return string(out)
}
