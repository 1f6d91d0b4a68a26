package lint

import (
	"strings"
	"unicode/utf8"
)

// families are what a root leaves off, longest first, once in each row: what
// makes one word of another, then what only bends it, then a last vowel.
var families = map[string][3][]string{
	"en": {
		{"ications", "ication", "ations", "ation", "ators", "ator", "ments", "ment", "ingly", "ities", "ness", "ions", "ings", "edly", "ion", "ers", "ors",
			"ing", "ity", "ate", "ize", "ise", "er", "or", "ly"},
		{"ies", "ied", "es", "ed", "s"},
		{"e", "y"},
	},
	"de": {
		{"ungen", "heiten", "keiten", "innen", "erin", "heit", "keit", "lich", "isch", "ung", "end"},
		{"ern", "en", "em", "er", "es", "st", "et", "e", "s", "n", "t"},
		{},
	},
	"fr": {
		{"issements", "issement", "ements", "ement", "ations", "ation", "iques", "ique", "euses", "euse", "eurs", "eur", "ions", "ités", "ité", "ées", "ion", "ant"},
		{"ées", "ée", "és", "er", "ir", "es", "aux", "al", "é", "e", "s", "x"},
		{},
	},
	"es": {
		{"aciones", "ación", "imientos", "imiento", "amientos", "amiento", "adores", "adora", "ador", "mente", "idades", "idad", "iones", "ión", "ando", "iendo"},
		{"adas", "ados", "ada", "ado", "idos", "ido", "ar", "er", "ir", "as", "os", "es", "a", "o", "e", "s"},
		{},
	},
	"pt": {
		{"ações", "ação", "imentos", "imento", "amentos", "amento", "adores", "adora", "ador", "mente", "idades", "idade", "ões", "ão", "ando", "endo", "indo"},
		{"adas", "ados", "ada", "ado", "idos", "ido", "ar", "er", "ir", "as", "os", "es", "a", "o", "e", "s"},
		{},
	},
}

// leastRoot is how many bytes of a word are left at least.
const leastRoot = 3

// root returns a word without its endings, so that words of one family have one
// root: "photograph", "photographer". It is rough: what matters is that words
// of different families differ.
func root(w, language string) string {
	if len(w) <= leastRoot || w[0] >= '0' && w[0] <= '9' {
		return w
	}
	rows, known := families[language]
	if !known {
		return w
	}
	for i, row := range rows {
		least := leastRoot
		if i == 0 {
			least++ // "nation" is not of the family of "n"
		}
		for _, e := range row {
			if len(w) >= len(e)+least && strings.HasSuffix(w, e) {
				w = w[:len(w)-len(e)]
				break
			}
		}
	}
	if n := len(w); n > leastRoot && w[n-1] == w[n-2] && w[n-1] < utf8.RuneSelf && language == "en" {
		w = w[:n-1] // "running", "run"
	}
	return w
}
