package ground

import (
	"strings"
	"unicode"
)

// language is what is known of a language for the comparison of texts.
type language struct {
	name    string // its BCP 47 primary tag, "" of one that is not known
	decimal string // the sign before a fraction; "" where both may be
	common  map[string]bool
	words   map[string]float64 // numbers below 1000, as they are folded
	scales  map[string]float64 // hundred and up, which multiply
	ordinal map[string]float64
	and     string // stands within a number in words
	months  map[string]int
	endings []string // what words take, the longest first
}

// The languages that are known, and what is used for any other.
var (
	english    = newLanguage("en", ".", "and", commonEnglish, numbersEnglish, scalesEnglish, ordinalsEnglish, monthsEnglish, "")
	german     = newLanguage("de", ",", "und", commonGerman, numbersGerman, scalesGerman, ordinalsGerman, monthsGerman, "ern en em er es e n s")
	french     = newLanguage("fr", ",", "et", commonFrench, numbersFrench, scalesFrench, ordinalsFrench, monthsFrench, "es e s x")
	spanish    = newLanguage("es", ",", "y", commonSpanish, numbersSpanish, scalesSpanish, ordinalsSpanish, monthsSpanish, "es as os a o e s")
	portuguese = newLanguage("pt", ",", "e", commonPortuguese, numbersPortuguese, scalesPortuguese, ordinalsPortuguese, monthsPortuguese, "es as os a o e s")
	unknown    = newLanguage("", "", "", "", "", "", "", monthsEnglish, "")
)

// languageOf returns what is known of the language of a BCP 47 tag.
func languageOf(tag string) *language {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	for _, l := range []*language{english, german, french, spanish, portuguese} {
		if l.name == primary {
			return l
		}
	}
	if primary == "" {
		return unknown
	}
	other := *unknown
	other.name = primary
	if strings.Contains(" it nl da tr id el ro hr sl sr ca vi ru uk pl cs sk sv nb nn no fi hu bg et lv lt ", " "+primary+" ") {
		other.decimal = ","
	} else {
		other.decimal = "."
	}
	return &other
}

// guessLanguage returns the language that a text is in, by its common words
// and by its script; unknown when they do not show it.
func guessLanguage(text string) *language {
	if len(text) > 64<<10 {
		text = text[:64<<10]
	}
	counts := map[*language]int{}
	words, hangul, kana, han, cyrillic := 0, 0, 0, 0, 0
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		for _, r := range word {
			switch {
			case unicode.Is(unicode.Hangul, r):
				hangul++
			case unicode.In(r, unicode.Hiragana, unicode.Katakana):
				kana++
			case unicode.Is(unicode.Han, r):
				han++
			case unicode.Is(unicode.Cyrillic, r):
				cyrillic++
			}
			break
		}
		word = foldWord(word)
		for _, l := range []*language{english, german, french, spanish, portuguese} {
			if l.common[word] {
				counts[l]++
			}
		}
	}
	switch most := max(words/2, 1); {
	case hangul >= most:
		return languageOf("ko")
	case kana > 0 && kana+han >= most:
		return languageOf("ja")
	case han >= most:
		return languageOf("zh")
	case cyrillic >= most:
		return languageOf("ru")
	}
	best, second := unknown, 0
	for _, l := range []*language{english, german, french, spanish, portuguese} {
		if counts[l] > counts[best] {
			best, second = l, counts[best]
		} else {
			second = max(second, counts[l])
		}
	}
	if 5*counts[best] < words || counts[best] == second {
		return unknown
	}
	return best
}

// newLanguage builds a language from lists of words with spaces between; a
// word of the lists of numbers is followed by its value.
func newLanguage(name, decimal, and, common, numbers, scales, ordinals, months, endings string) *language {
	l := &language{name: name, decimal: decimal, and: and, common: map[string]bool{}, months: map[string]int{}, endings: strings.Fields(endings)}
	for _, word := range strings.Fields(common) {
		l.common[foldWord(word)] = true
	}
	l.words, l.scales, l.ordinal = valuesOf(numbers), valuesOf(scales), valuesOf(ordinals)
	for i, month := range strings.Split(months, ";") {
		for _, form := range strings.Fields(month) {
			l.months[foldWord(form)] = i + 1
		}
	}
	return l
}

func valuesOf(list string) map[string]float64 {
	values := map[string]float64{}
	words := strings.Fields(list)
	for i := 0; i+1 < len(words); i += 2 {
		if v := parseFloats(words[i+1]); v != nil {
			values[foldWord(words[i])] = v[0]
		}
	}
	return values
}

// stem returns a folded word without the endings that its language gives it,
// so that forms of a word are the same. It is cruder than a grammar: two words
// may share a stem.
func (l *language) stem(word string) string {
	if len(word) < 3 || word[0] >= '0' && word[0] <= '9' {
		return word
	}
	if l.name == "en" {
		return stemEnglish(word)
	}
	for _, ending := range l.endings {
		if cut, ok := strings.CutSuffix(word, ending); ok && len(cut) >= 4 {
			return cut
		}
	}
	return word
}

// stemEnglish makes one word of British and American spellings, singular and
// plural, and the forms of a verb.
func stemEnglish(word string) string {
	w := word
	if cut, ok := strings.CutSuffix(w, "ies"); ok && len(cut) >= 2 {
		w = cut + "y"
	} else if cut, ok := strings.CutSuffix(w, "es"); ok && len(cut) >= 3 && strings.ContainsRune("sxzh", rune(cut[len(cut)-1])) {
		w = cut
	} else if strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is") && len(w) > 3 {
		w = w[:len(w)-1]
	}
	for _, swap := range [][2]string{{"isation", "ization"}, {"ise", "ize"}, {"ising", "izing"}, {"ised", "ized"}, {"yse", "yze"}, {"our", "or"}, {"oured", "ored"}, {"ouring", "oring"}, {"tre", "ter"}, {"ence", "ense"}, {"ogue", "og"}} {
		if cut, ok := strings.CutSuffix(w, swap[0]); ok && len(cut) >= 3 {
			w = cut + swap[1]
			break
		}
	}
	for _, ending := range []string{"ation", "ating", "ated", "ate"} {
		if cut, ok := strings.CutSuffix(w, ending); ok && len(cut) >= 4 {
			return cut
		}
	}
	for _, ending := range []string{"ization", "izing", "ized", "ingly", "edly", "ing", "ied", "ed", "ly", "ious", "ion", "ous", "ment", "ness"} {
		if cut, ok := strings.CutSuffix(w, ending); ok && len(cut) >= 3 && strings.ContainsAny(cut, "aeiouy") {
			if ending == "ied" {
				cut += "y"
			}
			w = cut
			break
		}
	}
	if n := len(w); n > 4 && w[n-1] == w[n-2] && !strings.ContainsRune("aeiouls", rune(w[n-1])) {
		w = w[:n-1] // stopped, stop
	}
	if len(w) > 5 {
		w = strings.TrimSuffix(w, "iz")
	}
	if len(w) > 3 {
		w = strings.TrimSuffix(w, "e")
	}
	if len(w) > 3 && strings.HasSuffix(w, "y") {
		w = w[:len(w)-1] + "i"
	}
	return w
}

// rootOf returns what the English name of a country has in common with that of
// its people: Russia and Russian, China and Chinese, Ukraine and Ukrainian.
func rootOf(word string) string {
	word = strings.TrimSuffix(word, "s")
	for _, ending := range []string{"ian", "ean", "ese", "ia", "ea", "an", "a", "e", "y"} {
		if root, ok := strings.CutSuffix(word, ending); ok && len(root) >= 3 {
			return root
		}
	}
	return ""
}
