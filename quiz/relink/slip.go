package relink

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// slip reports whether two folded words are one, written wrongly or otherwise
// in one of the two places, rather than two words that look alike. Names are
// often a letter apart ("Iran", "Iraq"; "Gambia", "Zambia"), so that only what
// slips of the fingers do is taken for one: letters that changed places, a
// letter doubled or single; in longer words, behind the first letter, a letter
// too many, missing, or another.
func slip(a, b string) bool {
	if a == b {
		return true
	}
	if strings.ContainsFunc(a+b, unicode.IsNumber) || isClass(a, number) || isClass(b, number) {
		return false
	}
	if german.Replace(a) == german.Replace(b) { // "Fluß", "Fluss"; "Oesterreich", "Österreich"
		return true
	}
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	switch len(y) - len(x) {
	case 0:
		return i < len(x) && slipWithin(x, y, i)
	case 1:
		if string(x[i:]) != string(y[i+1:]) {
			return false
		}
		doubled := i > 0 && y[i] == y[i-1]
		return doubled && len(x) >= 2 || i > 0 && len(x) >= 5
	}
	return false
}

// german writes what a keyboard without the letters has for them, and what the
// spelling of before 1996 had.
var german = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss")

// misspelt reports whether two words are a single edit apart, the first letter
// aside. It is for a word that every text has beside one that none has.
func misspelt(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if strings.ContainsFunc(a+b, unicode.IsNumber) || len(x) < 2 || len(y) < 2 || x[0] != y[0] {
		return false
	}
	if len(x) != len(y) {
		return lacks(a, b, 2)
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] {
		return string(x[i+2:]) == string(y[i+2:])
	}
	return len(x) >= 4 && i < len(x) && string(x[i+1:]) == string(y[i+1:])
}

// lacks reports whether one of two words is the other without a letter that is
// not the first, and has least letters or more.
func lacks(a, b string, least int) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) != 1 || len(x) < least {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	return i > 0 && string(x[i:]) == string(y[i+1:])
}

// slipWithin is slip for words of one length that first differ at i.
func slipWithin(x, y []rune, i int) bool {
	if i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] {
		return len(x) >= 3 && string(x[i+2:]) == string(y[i+2:])
	}
	if string(x[i+1:]) != string(y[i+1:]) {
		return false
	}
	return i > 0 && len(x) >= 6 || plainForm(x[i]) == plainForm(y[i])
}

// plainForm returns a letter without its accent, for the letters that the
// languages of western Europe have.
func plainForm(r rune) rune {
	const accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿ"
	const bare = "aaaaaaceeeeiiiinoooooouuuuyy"
	if i := strings.IndexRune(accented, r); i >= 0 {
		return rune(bare[utf8.RuneCountInString(accented[:i])])
	}
	return r
}

// stems reports whether two folded words are forms of one: a plural, a past, a
// person of a country.
func stems(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 3 {
		return false
	}
	if ending, ok := strings.CutPrefix(b, a); ok {
		switch ending {
		case "s", "es", "d", "ed", "ing", "ly", "n":
			return true
		}
		return false
	}
	x, y := stem(a), stem(b)
	return len(x) >= 3 && x == y
}

// stem takes an ending from a word.
func stem(w string) string {
	for _, ending := range []string{"ying", "ing", "ies", "ied", "ed", "es", "s", "y", "e"} {
		if rest, ok := strings.CutSuffix(w, ending); ok && len(rest) >= 3 {
			return rest
		}
	}
	return w
}
