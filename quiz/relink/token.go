package relink

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// class says what a token tells of a fact.
type class uint8

const (
	plain    class = iota // a word of content
	filler                // a word that holds the sentence together
	asker                 // who, when, how many
	name                  // a word that may name a person, a place, a thing
	number                // figures, numerals, months, "II"
	opposite              // first, before, largest, north
	negation              // not, never, without
	sign                  // an operator, a letter by itself, a piece of code
)

// identifies reports whether another token of the class in its place makes
// another fact of the sentence.
func (c class) identifies() bool { return c >= name }

// token is a word or a sign of a text.
type token struct {
	text       string // folded: lower case, NFC, without possessive and inner points
	class      class
	start, end int // byte offsets in the text
}

// maxTokens bounds the work on one text; what comes behind is compared as one
// more token.
const maxTokens = 2000

// tokens splits a text, as its author wrote it, into what is compared.
func tokens(text string) []token {
	t := tokenizer{text: text, first: true}
	for t.at < len(text) && len(t.out) < maxTokens {
		t.step()
	}
	if t.at < len(text) {
		t.add(t.at, len(text), text[t.at:], sign)
	}
	t.english()
	return t.out
}

// english mends the classes of words that hold a sentence together in one
// language and tell of something in English, where the text is in English:
// "die", "war".
func (t *tokenizer) english() {
	if !slices.ContainsFunc(t.out, func(w token) bool { return englishOnly[w.text] }) {
		return
	}
	for i := range t.out {
		if c, known := falseFriends[t.out[i].text]; known && t.out[i].class != name {
			t.out[i].class = c
		}
	}
}

type tokenizer struct {
	text  string
	at    int
	out   []token
	first bool // at the beginning of a sentence
	code  rune // '`' or '$' inside of code or mathematics, else 0
}

// step takes one token, or passes over what is none.
func (t *tokenizer) step() {
	r, size := utf8.DecodeRuneInString(t.text[t.at:])
	switch {
	case r == '`' || r == '$' && (t.code == '$' || t.code == 0 && opensMath(t.text[t.at:])):
		switch t.code {
		case 0:
			t.code = r
		case r:
			t.code = 0
		}
		t.at += size
	case inWord(r):
		t.word()
	default:
		t.mark(r, size)
	}
}

// opensMath reports whether a text that begins with a dollar begins with
// mathematics: another dollar closes it, with no space inside of the two.
func opensMath(text string) bool {
	r, _ := utf8.DecodeRuneInString(text[1:])
	if unicode.IsSpace(r) {
		return false
	}
	end := strings.IndexByte(text[1:], '$') + 1
	if end < 2 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:end])
	after, _ := utf8.DecodeRuneInString(text[end+1:])
	return !unicode.IsSpace(before) && !unicode.IsDigit(after)
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) }

// alone reports whether a rune is a token by itself: scripts that put no
// space between words.
func alone(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// word takes a run of letters and digits, with what belongs inside of it: the
// apostrophe of "don't", the points of "U.S." and "3.5".
func (t *tokenizer) word() {
	start, end := t.at, t.at
	for end < len(t.text) {
		r, size := utf8.DecodeRuneInString(t.text[end:])
		if alone(r) {
			if end == start {
				end += size
			}
			break
		}
		if inWord(r) {
			end += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(t.text[end+size:])
		before, _ := utf8.DecodeLastRuneInString(t.text[:end])
		if !joins(before, r, next) {
			break
		}
		end += size
	}
	written := t.text[start:end]
	t.at = end
	if t.code != 0 {
		t.add(start, end, written, sign)
		return
	}
	folded := fold(written)
	if same, known := sameWords[folded]; known {
		folded = same
	}
	if last := len(t.out) - 1; folded == "of" && last >= 0 && t.out[last].text == "one" {
		t.out[last].class = filler // "one of the members": no number
	}
	t.add(start, end, folded, t.classOf(written, folded))
	if strings.HasSuffix(strings.ToLower(written), "n't") {
		t.add(start, end, "not", negation)
	}
	t.first = false
}

// joins reports whether a mark between two characters belongs to a word.
func joins(before, r, next rune) bool {
	switch r {
	case '\'', '’':
		return unicode.IsLetter(before) && unicode.IsLetter(next)
	case '.':
		return unicode.IsDigit(before) && unicode.IsDigit(next) || unicode.IsUpper(before) && unicode.IsUpper(next)
	case ',':
		return unicode.IsDigit(before) && unicode.IsDigit(next)
	}
	return false
}

// classOf tells the class of a word. What begins with a capital inside of a
// sentence, has no lower case, or is capitalised at its beginning and no known
// word, may be a name.
func (t *tokenizer) classOf(written, folded string) class {
	first, _ := utf8.DecodeRuneInString(written)
	single := utf8.RuneCountInString(folded) == 1
	word, known := vocabulary[folded]
	switch {
	case strings.ContainsFunc(folded, unicode.IsNumber), known && word == number:
		return number
	case roman(written) && (!single || t.afterName()):
		return number
	case known && (word == negation || word == opposite):
		return word
	case single && !known && !alone(first), single && unicode.IsUpper(first) && !t.first && written != "I":
		return sign
	case known && word == asker, known && (t.first || !unicode.IsUpper(first)):
		return word
	case unicode.Is(unicode.Hiragana, first) || unicode.IsLower(first) && !innerCapital(written):
		return plain
	}
	return name
}

// afterName reports whether the token before is a name: "Elizabeth I".
func (t *tokenizer) afterName() bool {
	return len(t.out) > 0 && t.out[len(t.out)-1].class == name
}

func innerCapital(s string) bool { return strings.IndexFunc(s, unicode.IsUpper) > 0 }

// roman reports whether a word is a Roman numeral in capitals.
func roman(s string) bool {
	return s != "" && strings.Trim(s, "IVXLCDM") == "" && s != "DM" && s != "CD"
}

// mark passes over punctuation, or takes a sign that means something.
func (t *tokenizer) mark(r rune, size int) {
	start := t.at
	t.at += size
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(t.text[:start], " "))
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(t.text[t.at:], " "))
	digits := unicode.IsNumber(before) || unicode.IsNumber(next)
	means := false
	switch r {
	case ' ', ',', ';', ':', '"', '\'', '_':
	case '.', '?', '\n', '¿', '¡':
		t.first = true
	case '!':
		t.first = !unicode.IsNumber(before)
		means = unicode.IsNumber(before) && !strings.HasSuffix(t.text[:start], " ")
	case '-', '−', '–', '—', '*', '/':
		r, means = operator(r, t.text[:start], t.text[t.at:], digits)
	default:
		means = unicode.IsSymbol(r) || r == '%' || r == '#' || r == '&' || r == '@' || r == '‰'
	}
	if means || t.code != 0 && !unicode.IsSpace(r) {
		t.add(start, t.at, string(r), sign)
	}
}

// operator tells whether a dash, star or stroke calculates: "5 - 3", "-5".
func operator(r rune, before, after string, digits bool) (rune, bool) {
	if r == '−' || r == '–' {
		r = '-'
	}
	spaced := before == "" || strings.HasSuffix(before, " ")
	if r == '-' && spaced && after != "" && unicode.IsDigit(rune(after[0])) {
		return r, true // a sign
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " "))
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " "))
	both := (unicode.IsNumber(last) || last == ')') && (unicode.IsNumber(next) || next == '(')
	switch r {
	case '-':
		return r, both && spaced
	case '*', '/':
		return r, both || r == '/' && digits
	}
	return r, false
}

func (t *tokenizer) add(start, end int, text string, c class) {
	t.out = append(t.out, token{text: text, class: c, start: start, end: end})
}

// fold returns a word in the form in which it is compared.
func fold(s string) string {
	if simple(s) {
		return s
	}
	s = strings.ToLower(norm.NFC.String(s))
	s = strings.ReplaceAll(s, "’", "'")
	s = strings.TrimSuffix(s, "'s")
	s = strings.ReplaceAll(s, "'", "")
	if !strings.ContainsAny(s, ".,") {
		return s
	}
	if !strings.ContainsFunc(s, unicode.IsDigit) {
		return strings.ReplaceAll(s, ".", "")
	}
	return ungroup(s)
}

// simple reports whether a word is lower-case letters of ASCII.
func simple(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

// ungroup takes the thousands separators from figures: a point or comma
// before three digits, unless it could be a decimal one.
func ungroup(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if c := s[i]; c != '.' && c != ',' {
			b.WriteByte(c)
			continue
		}
		rest := s[i+1:]
		digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
		if digits != 3 {
			b.WriteByte('.')
		}
	}
	return b.String()
}
