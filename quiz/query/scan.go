package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a sign or a term of a query.
type token struct {
	kind     tokenKind
	from, to int    // byte offsets in the query
	name     string // of a field, lower case; "" for text
	sign     string // between a field and its value, one of signs
	value    string // or the text, without quotes
	valueAt  int
	inQuotes bool
}

type tokenKind uint8

const (
	end tokenKind = iota
	open
	closing
	minus // or the word not
	or
	and
	term
)

// signs stand between a field and its value, longer ones first.
var signs = [...]string{"<=", ">=", "!=", "<", ">", "=", ":"}

// scan returns the tokens of a query; the last one is its end.
func scan(query string) ([]token, error) {
	var all []token
	for at := 0; ; {
		at += len(query[at:]) - len(strings.TrimLeftFunc(query[at:], unicode.IsSpace))
		t, err := next(query, at)
		if err != nil {
			return nil, err
		}
		all = append(all, t)
		if t.kind == end {
			return all, nil
		}
		at = t.to
	}
}

// next returns the token that begins at an offset.
func next(query string, at int) (token, error) {
	rest := query[at:]
	if rest == "" {
		return token{kind: end, from: at, to: at}, nil
	}
	switch rest[0] {
	case '(':
		return token{kind: open, from: at, to: at + 1}, nil
	case ')':
		return token{kind: closing, from: at, to: at + 1}, nil
	case '-':
		return token{kind: minus, from: at, to: at + 1}, nil
	}
	if rest[0] != '"' {
		word := rest[:wordEnd(rest)]
		switch strings.ToLower(word) {
		case "or":
			return token{kind: or, from: at, to: at + len(word)}, nil
		case "and":
			return token{kind: and, from: at, to: at + len(word)}, nil
		case "not":
			return token{kind: minus, from: at, to: at + len(word)}, nil
		}
	}
	t := token{kind: term, from: at, valueAt: at}
	t.name, t.sign = fieldOf(rest)
	t.valueAt += len(t.name) + len(t.sign)
	err := t.readValue(query)
	return t, err
}

// wordEnd returns where a word without quotes ends.
func wordEnd(s string) int {
	for i, r := range s {
		if r == '(' || r == ')' || unicode.IsSpace(r) {
			return i
		}
	}
	return len(s)
}

// fieldOf returns the name and the sign of a field that a text begins with, ""
// when it begins with none.
func fieldOf(s string) (name, sign string) {
	letters := 0
	for letters < len(s) && (s[letters]|0x20) >= 'a' && (s[letters]|0x20) <= 'z' {
		letters++
	}
	if letters == 0 {
		return "", ""
	}
	if sign = signOf(s[letters:]); sign == "" {
		return "", ""
	}
	return strings.ToLower(s[:letters]), sign
}

// signOf returns the sign that a text begins with, "" when it begins with none.
func signOf(s string) string {
	for _, sign := range signs {
		if strings.HasPrefix(s, sign) {
			return sign
		}
	}
	return ""
}

// bare reports whether a token is a word without quotes that is no field.
func (t token) bare() bool { return t.kind == term && t.name == "" && !t.inQuotes }

// readValue reads the value of a field, or a text.
func (t *token) readValue(query string) error {
	rest := query[t.valueAt:]
	if rest == "" || rest[0] != '"' {
		t.value = rest[:wordEnd(rest)]
		t.to = t.valueAt + len(t.value)
		return nil
	}
	t.inQuotes = true
	var b strings.Builder
	for i := 1; i < len(rest); i++ {
		switch c := rest[i]; {
		case c == '"':
			t.value, t.to = b.String(), t.valueAt+i+1
			return nil
		case c == '\\' && i+1 < len(rest) && (rest[i+1] == '"' || rest[i+1] == '\\'):
			i++
			b.WriteByte(rest[i])
		default:
			b.WriteByte(c)
		}
	}
	return &Error{Query: query, From: t.valueAt, To: t.valueAt + 1, Message: "this quote is not closed",
		Hint: `write a second " behind the words`}
}

// quoted writes a text in quotes.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// plainValue reports whether a value can stand without quotes.
func plainValue(text string) bool {
	return text != "" && text[0] != '"' && wordEnd(text) == len(text)
}

// plainWord reports whether a text without quotes is read as that text, whatever
// stands before it.
func plainWord(text string) bool {
	if !plainValue(text) || text[0] == '-' || signOf(text) != "" {
		return false
	}
	t, err := next(text, 0)
	return err == nil && t.kind == term && t.name == ""
}

// valid reports whether a query is text: bytes that are no UTF-8 would not be
// found.
func valid(query string) bool { return utf8.ValidString(query) }
