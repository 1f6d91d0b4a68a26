package lint

import (
	"slices"
	"strings"
	"unicode/utf8"

	"recto/decks"
	"recto/decks/markup"
)

// A leak is an answer that can be read off: all of its words, or others of
// their families, stand near each other in what is shown before it.

// leak looks for an answer in words that are shown; at and end are the
// stretch that holds it.
func (t *lexicon) leak(shown, answer []word) (at, end int, found bool) {
	wanted := t.content(answer)
	if len(wanted) == 0 || len(wanted) > 8 || len(wanted) == 1 && utf8.RuneCountInString(wanted[0].text) < 2 {
		return 0, 0, false
	}
	if len(wanted) == 1 && isNumber(wanted[0].text) {
		return 0, 0, false // "4" alone: see numberLeak
	}
	near := 1
	if len(wanted) > 1 {
		near = 2*len(wanted) + 1
	}
	for i, w := range shown {
		if !has(wanted, w) {
			continue
		}
		for j := i + 1; j <= min(i+near, len(shown)); j++ {
			if j-i >= len(wanted) && all(shown[i:j], wanted) {
				return i, j, true
			}
		}
	}
	return 0, 0, false
}

// all reports whether words hold every one of the wanted ones.
func all(words, wanted []word) bool {
	for _, w := range wanted {
		if !has(words, w) {
			return false
		}
	}
	return true
}

// offered reports whether what stands from at to end is one of several things
// that the question offers to choose from: "Is it A or B?"
func (t *lexicon) offered(shown []word, at, end int) bool {
	const beside = 6
	for _, w := range shown[max(0, at-beside):min(len(shown), end+beside)] {
		if t.or[w.text] {
			return true
		}
	}
	return false
}

// spoken reports whether a question speaks of the answer as of a word, set off
// by emphasis or quotation marks: What is the plural of *sheep*? Or as one of
// several things: Which is the longest: Elbe, Rhine, Weser?
func (c *checker) spoken(markupText string, answer []word, language string, t *lexicon) bool {
	wanted := t.content(answer)
	same := func(s string) bool {
		said := t.content(c.words(s, language))
		return len(said) == len(wanted) && all(said, wanted)
	}
	spans := markup.Parse(markupText)
	for _, s := range spans {
		if (s.Emphasis || s.Strong) && same(s.Text) {
			return true
		}
	}
	text := markup.Plain(spans)
	for i, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(`"“”„«»‘’‚`, r) }) {
		if i > 0 && same(part) {
			return true
		}
	}
	items := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",:;?!", r) })
	for i, item := range items {
		if i > 0 && same(item) {
			return slices.ContainsFunc(items[1:], func(other string) bool {
				words := t.content(c.words(other, language))
				return len(words) > 0 && len(words) <= len(wanted) && !all(words, wanted)
			})
		}
	}
	return false
}

// distinct returns the words of an option that none of the others has: those
// which tell it from them.
func (t *lexicon) distinct(option []word, others [][]word) []word {
	var kept []word
	for _, w := range t.content(option) {
		shared := false
		for _, other := range others {
			shared = shared || has(other, w)
		}
		if !shared {
			kept = append(kept, w)
		}
	}
	return kept
}

// isNumber reports whether a word is digits.
func isNumber(w string) bool { return strings.Trim(w, "0123456789") == "" }

// longestOption is how many words of an option, or of a side of a pair, are
// compared with those of the others: nobody tells longer ones by a word.
const longestOption = 200

// cut returns the words that are compared.
func cut(words []word) []word { return words[:min(len(words), longestOption)] }

// optionWords returns the words of the right options of a question and of the
// wrong ones.
func (c *checker) optionWords(q *decks.Question) (right, wrong [][]word) {
	for _, o := range q.Choices {
		words := cut(c.words(shown(o, q), answerLanguage(q)))
		if isRight(q, o) {
			right = append(right, words)
		} else {
			wrong = append(wrong, words)
		}
	}
	return right, wrong
}

// isRight reports whether an option is one of the answers.
func isRight(q *decks.Question, option decks.Value) bool {
	for _, a := range q.Answers {
		if sameValue(a.Value, option) {
			return true
		}
	}
	return false
}

// sameValue reports whether two values are one option, as the format compares
// them: an integer and a float of one number are.
func sameValue(a, b decks.Value) bool {
	if a.Text != b.Text {
		return false
	}
	number := func(v decks.Value) bool { return v.Type == decks.IntegerValue || v.Type == decks.FloatValue }
	return a.Type == b.Type || number(a) && number(b)
}
