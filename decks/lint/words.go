package lint

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"recto/decks"
	"recto/decks/markup"
)

// text is what a question says, in words; each is worked out once.
type text struct {
	ask    []word // of the question, or of a cloze text with its gaps filled
	answer []word // of what is wanted
}

// word is one word of a text: as it stands in lower case, and its stem, which
// words of one family share.
type word struct {
	text, stem string
}

// text returns the words of a question.
func (c *checker) text(q *decks.Question) *text {
	t := c.texts[q]
	if t == nil {
		t = &text{ask: words(askOf(q), language(q)), answer: words(answerOf(q), language(q))}
		c.texts[q] = t
	}
	return t
}

// askOf returns the markup of what a question asks.
func askOf(q *decks.Question) string {
	if q.Kind == decks.Cloze {
		return q.Ask + " " + q.Text
	}
	return q.Ask
}

// answerOf returns what a question wants, its parts on lines of their own.
func answerOf(q *decks.Question) string {
	var all []string
	for _, a := range q.Answers {
		all = append(all, a.Text)
	}
	for _, g := range q.Gaps {
		all = append(all, g.Text)
	}
	return strings.Join(all, "\n")
}

func language(q *decks.Question) string {
	base, _, _ := strings.Cut(q.Deck.Language, "-")
	return strings.ToLower(base)
}

// words returns the words of a text of markup: runs of letters, marks and
// digits in lower case.
func words(s, language string) []word {
	plain := norm.NFC.String(strings.ToLower(markup.Plain(markup.Parse(s))))
	var all []word
	for _, w := range strings.FieldsFunc(plain, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }) {
		all = append(all, word{w, stem(w, language)})
	}
	return all
}

// endings are what a stem leaves off, longest first.
var endings = map[string][]string{
	"en": {"ations", "ation", "ingly", "ings", "ing", "edly", "ies", "ied", "es", "ed", "ly", "s"},
	"de": {"ungen", "ung", "ern", "en", "em", "er", "es", "e", "s", "n"},
}

// stem returns a word without its ending; at least three letters are left.
func stem(w, language string) string {
	for _, e := range endings[language] {
		if len(w) >= len(e)+3 && strings.HasSuffix(w, e) {
			return w[:len(w)-len(e)]
		}
	}
	return w
}
