package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recto/decks"
)

// A stem gives a noun away, "mitochondria" for "mitochondrion", while the forms
// of a verb in a sentence, "Ayer hablé, hoy hablo", are what is to be learned.
// So another form of a word tells only where the text shows that it is a noun:
// by its capital in German, elsewhere by what stands before one of the gaps,
// and never behind what a verb stands behind.
var (
	beforeNouns = map[string]vocabulary{
		"en": newVocabulary("every each many several few some most these those this both no all its their his her our your my"),
		"fr": newVocabulary("chaque plusieurs quelques ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes"),
		"es": newVocabulary("cada muchos muchas varios varias algunos algunas este esta estos estas ese esa esos esas su sus mi mis"),
		"pt": newVocabulary("cada muitos muitas vários várias alguns algumas este esta estes estas esse essa esses essas seu sua seus suas"),
	}
	beforeVerbs = map[string]vocabulary{
		"en": newVocabulary("i you he she it we they who to not can could will would may might must should shall do does did has have had is are was were be been"),
		"de": newVocabulary("ich du er sie es wir ihr man wer zu nicht"),
		"fr": newVocabulary("je j tu il elle on nous vous ils elles qui ne pas se s me m te t y"),
		"es": newVocabulary("yo tú él ella nosotros vosotros ellos ellas usted ustedes quien que no se me te nos os"),
		"pt": newVocabulary("eu tu ele ela nós vós eles elas você vocês quem que não se me te nos"),
	}
	// plurals are endings which roots do not make alike: those of Latin and Greek
	// words, and an s behind what itself looks like an ending.
	plurals = map[string][][2]string{
		"en": {{"", "s"}, {"on", "a"}, {"um", "a"}, {"us", "i"}, {"is", "es"}, {"a", "ae"}, {"ix", "ices"}, {"ex", "ices"}},
		"fr": {{"", "s"}, {"", "x"}},
		"es": {{"", "s"}},
		"pt": {{"", "s"}},
	}
)

// stemShown reports whether gap j shows another form of the words that gap i
// asks for, and both are nouns.
func (c *checker) stemShown(q *decks.Question, i, j int, wanted, words []word) bool {
	tongue := language(q)
	for _, w := range wanted {
		if !kin(words, w, tongue) {
			return false
		}
	}
	return c.nouns(q, tongue, q.Gaps[i], q.Gaps[j])
}

// kin reports whether one of the words is of the family of w, and not by the
// ending of a verb.
func kin(words []word, w word, tongue string) bool {
	for _, o := range words {
		if (o.same(w) || numbered(o.text, w.text, tongue)) && verbal(o.text, tongue) == verbal(w.text, tongue) {
			return true
		}
	}
	return false
}

// numbered reports whether one word is the plural of the other.
func numbered(a, b, tongue string) bool {
	for _, e := range plurals[tongue] {
		for _, pair := range [2][2]string{{a, b}, {b, a}} {
			stem, is := strings.CutSuffix(pair[0], e[0])
			if is && len(stem) >= longWord && stem+e[1] == pair[1] {
				return true
			}
		}
	}
	return false
}

// verbal reports whether an English word ends as a form of a verb does.
func verbal(w, tongue string) bool {
	return tongue == "en" && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing"))
}

// nouns reports whether the text shows that both gaps hold nouns.
func (c *checker) nouns(q *decks.Question, tongue string, gaps ...decks.Gap) bool {
	shown := 0
	for _, g := range gaps {
		before := c.wordBefore(q.Text[:g.Start], tongue)
		if beforeVerbs[tongue][before] {
			return false
		}
		first := c.words(g.Text, tongue)
		capital, _ := utf8.DecodeRuneInString(strings.TrimSpace(g.Text))
		switch {
		case tongue == "de":
			if !unicode.IsUpper(capital) {
				return false
			}
			shown++
		case c.determines(before, tongue), len(first) > 1 && c.determines(first[0].text, tongue):
			shown++
		}
	}
	return shown > 0
}

// determines reports whether a word stands before nouns only.
func (c *checker) determines(w, tongue string) bool {
	t := c.lexicon(tongue)
	if t == nil || w == "" {
		return false
	}
	for _, a := range t.articles {
		if a == w {
			return true
		}
	}
	for _, n := range t.numbers {
		if n == w {
			return true
		}
	}
	return beforeNouns[tongue][w]
}

// wordBefore returns the last word of a text when nothing but space stands
// behind it.
func (c *checker) wordBefore(text, tongue string) string {
	const enough = 64 // bytes: more than a word has that stands before another
	text = text[max(0, len(text)-enough):]
	trimmed := strings.TrimRightFunc(text, unicode.IsSpace)
	if last, _ := utf8.DecodeLastRuneInString(trimmed); !unicode.IsLetter(last) {
		return ""
	}
	words := c.words(trimmed, tongue)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1].text
}
