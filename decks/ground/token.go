package ground

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// token is a word, a number or a sign that counts as a word, such as %.
type token struct {
	text       string // folded: lower case, no accents, no apostrophes
	stem       string // text without the endings that its language gives a word
	root       string // of a word with a capital: what a country shares with its people; "" for none
	start, end int    // byte offsets in the text
	sentence   int    // number of its sentence, from 0
	values     []float64
	decade     int  // 1990 of "1990s", 90 of "'90s"; 0 of what is none
	ordinal    bool // values are those of a written ordinal: "third"
	figures    bool // values were written in figures
	capital    bool // the word begins with a capital
	opens      bool // the first word of a sentence
	glued      bool // no space before it
	dated      bool // the day or month of a date: "3" in "3 March"
}

// isWordRune reports whether a character belongs to a word.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.M, r)
}

// unspaced reports whether a character is of a script that puts no spaces
// between words, so that it stands for a word of its own.
func unspaced(r rune) bool {
	return r >= 0xe00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// fold returns the words of a text, folded, with spaces between: texts that
// say the same to a reader fold to the same.
func fold(s string) string {
	tokens := tokenize(s, english)
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.text
	}
	return strings.Join(words, " ")
}

// foldWord returns a word in lower case and without accents. It leaves the
// marks of scripts in which they are letters.
func foldWord(s string) string {
	ascii := true
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			ascii = false
		}
	}
	if ascii {
		return strings.ToLower(s)
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= 0x300 && r <= 0x36f, r == '\u200c', r == '\u200d', r == '\u00ad':
			return -1
		}
		return r
	}, norm.NFD.String(cases.Fold().String(s)))
	return norm.NFC.String(s)
}

// tokenizer parts a text into tokens.
type tokenizer struct {
	text     string
	language *language
	tokens   []token
	i        int
	sentence int
	opens    bool // the next word opens a sentence
}

// tokenize returns the words of a text in a language, numbers in words put
// together.
func tokenize(text string, l *language) []token {
	t := &tokenizer{text: text, language: l, opens: true}
	for t.i < len(text) {
		r, size := utf8.DecodeRuneInString(text[t.i:])
		switch {
		case r >= '0' && r <= '9':
			t.number()
		case isWordRune(r):
			t.word()
		default:
			t.sign(r)
			t.i += size
		}
	}
	return l.joinNumbers(t.tokens)
}

// add appends a token that ends at the current place.
func (t *tokenizer) add(start int, tok token) {
	tok.start, tok.end, tok.sentence, tok.opens = start, t.i, t.sentence, t.opens
	if n := len(t.tokens); n > 0 {
		between := t.text[t.tokens[n-1].end:start]
		tok.glued = !strings.ContainsFunc(between, unicode.IsSpace)
	}
	if tok.stem == "" {
		tok.stem = t.language.stem(tok.text)
	}
	t.tokens = append(t.tokens, tok)
	t.opens = false
}

// word reads a word. An apostrophe inside it is left out; what stands before
// one after a letter or two (l'an, d'or) is a word of its own, and an English
// 's is none.
func (t *tokenizer) word() {
	start := t.i
	first, size := utf8.DecodeRuneInString(t.text[t.i:])
	if fraction, ok := vulgar[first]; ok {
		t.i += size
		t.add(start, token{text: string(first), values: []float64{fraction}, figures: true})
		return
	}
	if unspaced(first) {
		t.i += size
		for t.i < len(t.text) {
			r, size := utf8.DecodeRuneInString(t.text[t.i:])
			if !unicode.Is(unicode.M, r) {
				break
			}
			t.i += size
		}
		t.add(start, token{text: foldWord(t.text[start:t.i])})
		return
	}
	var parts []string
	from := start
	for t.i < len(t.text) {
		r, size := utf8.DecodeRuneInString(t.text[t.i:])
		if isApostrophe(r) {
			next, _ := utf8.DecodeRuneInString(t.text[t.i+size:])
			if !unicode.IsLetter(next) {
				break
			}
			parts = append(parts, t.text[from:t.i])
			t.i += size
			from = t.i
			continue
		}
		if !isWordRune(r) && r != '\u200d' && r != '\u200c' && r != '\u00ad' || unspaced(r) {
			break
		}
		t.i += size
	}
	parts = append(parts, t.text[from:t.i])
	capital := unicode.IsUpper(first) || unicode.IsTitle(first)
	if last := parts[len(parts)-1]; len(parts) > 1 && (last == "s" || last == "S") {
		parts = parts[:len(parts)-1]
	}
	if len(parts) == 2 && utf8.RuneCountInString(parts[0]) <= 2 && utf8.RuneCountInString(parts[1]) > 2 && parts[1] != "re" && parts[1] != "ve" {
		end := t.i
		t.i = start + len(parts[0])
		t.add(start, token{text: foldWord(parts[0]), capital: capital})
		second, _ := utf8.DecodeRuneInString(parts[1])
		t.i = end
		t.add(from, token{text: foldWord(parts[1]), capital: unicode.IsUpper(second)})
		return
	}
	text := strings.Join(parts, "")
	tok := token{text: foldWord(text), capital: capital}
	if capital {
		tok.root = rootOf(tok.text)
	}
	if n, ok := roman(text); ok {
		tok.values = []float64{n}
	}
	t.add(start, tok)
}

// sign takes in what is no part of a word.
func (t *tokenizer) sign(r rune) {
	word := ""
	switch r {
	case '.':
		if t.endsSentence() {
			t.sentence++
			t.opens = true
		}
	case '!', '?', '。', '！', '？', '।', '\n', '…':
		t.sentence++
		t.opens = true
	case ':', '“', '„', '"', '«', '(', '•':
		t.opens = true
	case '%', '％':
		word = "percent"
	case '‰':
		word = "permille"
	case '°', '℃':
		word = "degree"
	case '$':
		word = "dollar"
	case '€':
		word = "euro"
	case '£':
		word = "pound"
	case '¥':
		word = "yen"
	}
	if word != "" {
		opens := t.opens
		start := t.i
		t.i += utf8.RuneLen(r)
		t.add(start, token{text: word})
		t.i = start
		t.opens = opens
	}
}

// endsSentence reports whether the point at the current place ends a sentence:
// a space follows, and what stands before is no initial.
func (t *tokenizer) endsSentence() bool {
	next, _ := utf8.DecodeRuneInString(t.text[t.i+1:])
	if t.i+1 < len(t.text) && !unicode.IsSpace(next) && !strings.ContainsRune("”’\"')»", next) {
		return false
	}
	if n := len(t.tokens); n > 0 && t.tokens[n-1].end == t.i && t.tokens[n-1].capital && utf8.RuneCountInString(t.tokens[n-1].text) == 1 {
		return false
	}
	return true
}

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == 'ʼ' || r == '‘' || r == '＇'
}
