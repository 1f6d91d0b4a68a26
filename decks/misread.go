package decks

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// What stands here tells of values that are TOML and mean something else than
// their author thought: only the file shows how they were written.

// raw returns the text of the file from a value on.
func (t table) raw(key string, items ...any) []byte {
	return t.r.src.text[t.r.src.nodes().at(t.to(append([]any{key}, items...)...)).value:]
}

// thousands tells of a float such as 12.000 in a language where a point stands
// between thousands, and reports whether it is one.
func (t table) thousands(v float64, key string, items ...any) bool {
	text := strconv.FormatFloat(v+0, 'f', -1, 64)
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	if whole == "0" || len(whole) > 3 || len(fraction) > 3 || numberSigns(t.wantedLanguage()).group != "." {
		return false
	}
	raw := t.raw(key, items...)
	end := 0
	for end < len(raw) && strings.IndexByte("+-._0123456789eE", raw[end]) >= 0 {
		end++
	}
	digits := string(raw[:end])
	if len(digits) < 5 || digits[len(digits)-4] != '.' {
		return false
	}
	joined := strings.TrimPrefix(strings.ReplaceAll(digits, ".", ""), "+")
	t.bad(fmt.Sprintf("%s is %s here, and %s to its readers", digits, text, joined),
		fmt.Sprintf("write %s, or %s", joined, text+pointZero(text)), key, items...)
	return true
}

// wantedLanguage returns the language of the answers that the table is about.
func (t table) wantedLanguage() string {
	if n := len(t.path); n > 0 && t.path[n-1] == "reverse" {
		return t.r.deck.Language
	}
	return t.r.deck.AnswerLanguage
}

func pointZero(number string) string {
	if strings.Contains(number, ".") {
		return "0"
	}
	return ".0"
}

// escapeOf returns the letter of the escape of TOML that a character came
// from, and what it is called.
func escapeOf(c byte) (letter, name string, ok bool) {
	switch c {
	case '\b':
		return "b", "a backspace", true
	case '\t':
		return "t", "a tab", true
	case '\n':
		return "n", "a line break", true
	case '\f':
		return "f", "a form feed", true
	case '\r':
		return "r", "a carriage return", true
	case '\x1b':
		return "e", "an escape character", true
	}
	return "", "", false
}

// escapeHint tells how a text that begins with a control character came about
// when it looks like a backslash in double quotes.
func escapeHint(s string) string {
	letter, name, ok := escapeOf(s[0])
	if !ok || len(s) < 2 || !isLetter(s[1]) {
		return ""
	}
	return fmt.Sprintf(`in double quotes \%s is %s: use single quotes, or write \\%s`, letter, name, letter)
}

// lostBackslash returns the offset of the first tab or line break of a text
// that stands where a command of mathematics was meant, -1 for none. A line
// break that the file does not write as \n was meant as one.
func (t table) lostBackslash(s, key string, items []any) int {
	math, breaks := false, true
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '$':
			math = !math && closed(s, i+1)
		case '\t':
			if tabCommand(s[i+1:]) || math && shortTabCommand(firstWord(s[i+1:])) {
				return i
			}
		case '\n':
			if math && breaks && breakCommand(firstWord(s[i+1:])) {
				raw := t.raw(key, items...)
				if breaks = bytes.HasPrefix(raw, []byte(`"`)) && !bytes.HasPrefix(raw, []byte(`"""`)); breaks {
					return i
				}
			}
		}
	}
	return -1
}

// closed reports whether the next dollar sign of s from an offset on may close
// mathematics.
func closed(s string, from int) bool {
	at := from + strings.IndexByte(s[from:], '$')
	if at <= from || strings.IndexByte(" \t\n\\", s[at-1]) >= 0 {
		return false
	}
	return at+1 == len(s) || s[at+1] < '0' || s[at+1] > '9'
}

// tabCommand reports whether s begins with the rest of a command of
// mathematics whose name begins with t, and with no word of its own.
func tabCommand(s string) bool {
	switch firstWord(s) {
	case "imes", "heta", "au", "ilde", "riangle", "frac", "binom", "herefore", "extbf", "extit", "extrm":
		return true
	}
	return strings.HasPrefix(s, "ext{")
}

// shortTabCommand is tabCommand for words that stand for themselves elsewhere.
func shortTabCommand(word string) bool {
	switch word {
	case "o", "op", "an", "anh":
		return true
	}
	return false
}

// breakCommand reports whether a word is the rest of a command of mathematics
// whose name begins with n.
func breakCommand(word string) bool {
	switch word {
	case "e", "eq", "eg", "u", "i", "ot", "otin", "abla", "leq", "geq", "mid":
		return true
	}
	return false
}

func firstWord(s string) string {
	for i, r := range s {
		if r >= utf8.RuneSelf || !isLetter(byte(r)) {
			return s[:i]
		}
	}
	return s
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
