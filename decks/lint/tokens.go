package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"recto/decks/markup"
)

// token is one word or sign of a text, as the search for twins reads it.
type token struct {
	text string // as written, NFC
	fold string // in lower case; of code and mathematics as written
	kind tokenKind
}

// tokenKind says what a token may mean.
type tokenKind uint8

const (
	plainWord tokenKind = iota
	nameWord            // a capital letter inside a sentence
	figure              // it holds a digit
	sign                // a symbol, code or mathematics
)

// decides reports whether a text without the token means something else.
func (t token) decides(l *tongue) bool { return t.kind != plainWord || l.decisive[t.fold] }

// tokens reads a text of markup. What only ends, joins or encloses words is
// left out; operators, currencies and other symbols stay, and so does all that
// is in code.
func tokens(s string, l *tongue) []token {
	r := tokenReader{tongue: l, start: true}
	for _, span := range markup.Parse(s) {
		switch span.Kind {
		case markup.Break, markup.Paragraph:
			r.start = true
		case markup.Code, markup.Fence, markup.Math, markup.Gap:
			r.add(token{span.Text, span.Text, sign})
		default:
			r.stressed = span.Emphasis || span.Strong
			r.read(norm.NFC.String(span.Text))
		}
	}
	if len(r.all) == 0 && s != "" {
		return []token{{s, s, sign}}
	}
	return r.all
}

// tokenReader reads running text.
type tokenReader struct {
	*tongue
	all      []token
	start    bool // a sentence begins
	stressed bool // the words are emphasised
	quoted   bool // the words are in quotes
}

func (r *tokenReader) add(t token) {
	r.all = append(r.all, t)
	r.start = false
}

func (r *tokenReader) read(s string) {
	r.quoted = false
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case inWord(c):
			size = wordEnd(s, i) - i
			r.add(r.word(s[i : i+size]))
		case strings.ContainsRune(".!?:…", c):
			r.start = true
		case isSign(s, i, c):
			if n := len(r.all); n == 0 || c != '_' || r.all[n-1].text != "_" {
				r.add(token{string(c), string(c), sign})
			}
		case isApostrophe(c) && i > 0 && !r.quoted && r.ending(s[i+size:]):
			size++
		case strings.ContainsRune(`"“”„«»‹›‘’'`, c):
			before, _ := utf8.DecodeLastRuneInString(s[:i])
			r.quoted = !r.quoted && (i == 0 || !inWord(before))
		}
		i += size
	}
}

// ending reads what follows an apostrophe as the end of a word, if it is one:
// the n't of a negation, the 's of a genitive.
func (r *tokenReader) ending(rest string) bool {
	if rest == "" || len(r.all) == 0 {
		return false
	}
	if after, _ := utf8.DecodeRuneInString(rest[1:]); rest[1:] != "" && inWord(after) {
		return false
	}
	last := &r.all[len(r.all)-1]
	switch rest[0] {
	case 't', 'T':
		if r.english && strings.HasSuffix(last.fold, "n") {
			*last = token{"not", "not", plainWord}
			return true
		}
	case 's', 'S':
		return r.english
	}
	return false
}

// word returns the token of a word.
func (r *tokenReader) word(s string) token {
	t := token{text: s, fold: strings.ToLower(s)}
	first, size := utf8.DecodeRuneInString(s)
	switch {
	case strings.IndexFunc(s, unicode.IsDigit) >= 0:
		t.kind = figure
	case r.quoted, r.stressed:
		t.kind = nameWord
	case unicode.IsUpper(first) && (!r.start && (!r.capitals || size == len(s)) || size < len(s) && s == strings.ToUpper(s)):
		t.kind = nameWord
	}
	return t
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

// wordEnd returns where the word that begins at start ends; a point or comma
// between digits is inside it.
func wordEnd(s string, start int) int {
	i := start
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		point := (r == '.' || r == ',') && i > start && isDigit(s, i-1) && isDigit(s, i+1)
		if !inWord(r) && !point {
			break
		}
		i += size
	}
	return i
}

func isDigit(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }

// isSign reports whether a character that is in no word means something by
// itself. A hyphen or slash between words does not.
func isSign(s string, i int, r rune) bool {
	switch r {
	case '-', '−':
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		return isDigit(s, i+utf8.RuneLen(r)) && !unicode.IsLetter(before) && !unicode.IsDigit(before)
	case '#', '%', '&', '*', '@', '\\', '_', '§', '‰':
		return true
	case '`', '´', '^', '¨':
		return false
	}
	return unicode.IsSymbol(r)
}
