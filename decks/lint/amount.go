package lint

import (
	"strconv"
	"strings"

	"recto/decks"
)

// manyItems is how many items of a list are kept in mind at once.
const manyItems = 7

// longList tells of a list that is too long to be learned as one card.
func longList(c *checker, q *decks.Question) {
	n := len(q.Answers)
	switch {
	case q.Kind == decks.List && (q.Need == 0 && n > manyItems || q.Need > manyItems):
		c.found(q, q.Place("list"), strconv.Itoa(n)+" items are more than most people keep in mind at once",
			"split the list, ask for some with need, or make a cloze of each item")
	case q.Kind == decks.Order && n > manyItems:
		c.found(q, q.Place("order"), strconv.Itoa(n)+" items are more than most people keep in order at once", "split the sequence, or ask what comes after what")
	}
}

// manyWords is how many words an answer has at most that is typed.
const manyWords = 12

// longAnswer tells of a typed answer that nobody types the same.
func longAnswer(c *checker, q *decks.Question) {
	if q.Kind != decks.Short && q.Kind != decks.List && q.Kind != decks.Cloze || !q.Typed {
		return
	}
	for i, answer := range c.text(q).answers {
		if len(answer) <= manyWords {
			continue
		}
		at := answerPlace
		if q.Kind == decks.Cloze {
			at = gapPlace
		}
		c.found(q, at(q, i), "the answer has "+strconv.Itoa(len(answer))+" words to be typed", "ask for less at a time, or let the learner judge: typed = false")
	}
}

// cues are how a question begins that asks for several things, by language;
// numbers aside.
var cues = map[string]string{
	"en": "name|list|enumerate|what are|which are|who are|who were|which two|which three|which four|what two|what three|what four|what were",
	"de": "nenne|nennen|zähle|was sind|welche sind|wer sind|welche zwei|welche drei|welche vier|wer waren|welches sind",
	"fr": "nommez|citez|nomme|cite|énumérez|quels sont|quelles sont|quels étaient|quelles étaient",
	"es": "nombra|nombre|enumera|enumere|cita|cuáles son|cuáles eran|quiénes son|quiénes eran",
	"pt": "nomeie|cite|enumere|liste|quais são|quais eram|quem são|quem eram",
}

// listAsText tells of several things that are typed as one text.
func listAsText(c *checker, q *decks.Question) {
	if q.Kind != decks.Short || !q.Typed || q.Exact || !strings.ContainsAny(q.Answers[0].Text, ",;") {
		return
	}
	begin := ""
	for _, w := range c.text(q).ask[:min(2, len(c.text(q).ask))] {
		begin += " " + w.text
		if oneOf(cues[language(q)], begin[1:]) {
			c.found(q, q.Place("answer"), "several answers in one text must be typed in this order, or none counts", `write list = ["...", "..."]: each item counts`)
			return
		}
	}
}

// openEnd are the words with which an answer says that there is more, as
// the last word, by language.
var openEnd = map[string]vocabulary{
	"en": newVocabulary("etc"), "de": newVocabulary("etc usw usf"), "fr": newVocabulary("etc"), "es": newVocabulary("etc etcétera"), "pt": newVocabulary("etc"),
}

// openEnded tells of an answer that ends with "etc.", and of an item of dots.
func openEnded(c *checker, q *decks.Question) {
	if q.Kind != decks.Short && q.Kind != decks.List && q.Kind != decks.Cloze || !q.Typed || q.Exact {
		return
	}
	for i, answer := range c.text(q).answers {
		n := len(answer)
		if n == 0 {
			if q.Kind == decks.List && strings.Trim(q.Answers[i].Text, ".… ") == "" {
				c.found(q, answerPlace(q, i), "an item of dots cannot be known: what else counts?", "take it out; need asks for some of many")
			}
			continue
		}
		if !openEnd[answerLanguage(q)][answer[n-1].text] {
			continue
		}
		at := answerPlace
		if q.Kind == decks.Cloze {
			at = gapPlace
		}
		c.found(q, at(q, i), quoted(answer[n-1].text)+" cannot be known: what else counts?", "write out what is wanted; with list and need some of many")
	}
}

// clozeAll tells of a card of a cloze that hides nearly all of its text.
func clozeAll(c *checker, q *decks.Question) {
	c.hidden(q, func(asked, left, said int) bool { return said > 0 && asked >= 4 && asked > 2*left }, "the gap hides nearly everything",
		"hide the one thing that is to be learned")
}

// clozeNoContext tells of a card of a cloze that leaves nothing to go by.
func clozeNoContext(c *checker, q *decks.Question) {
	if q.Image != "" || len(q.Hints) > 0 {
		return
	}
	for _, g := range q.Group.Path() {
		if g.Text != "" || g.Image != "" {
			return
		}
	}
	c.hidden(q, func(_, _, said int) bool { return said == 0 }, "nothing beside the gap says what is asked", "leave a sentence around it, or ask a question")
}

// hidden tells the cards of a cloze of which too much is hidden: how many
// words are asked, how many are left, and how many of those say something.
func (c *checker) hidden(q *decks.Question, bad func(asked, left, said int) bool, message, hint string) {
	if q.Kind != decks.Cloze {
		return
	}
	t := c.lexicon(language(q))
	if t == nil || len(q.Choices) > 0 {
		return
	}
	text := c.text(q)
	told := [100]bool{}
	for i, g := range q.Gaps {
		if told[g.Label] {
			continue
		}
		told[g.Label] = true
		asked, left, said, hints := 0, len(text.ask), t.said(text.ask), len(q.Hints)
		for j, other := range q.Gaps {
			switch {
			case other.Label != g.Label:
				left += len(text.answers[j])
				said += t.said(text.answers[j])
			default:
				asked += len(text.answers[j])
				hints += len(other.Hint)
			}
		}
		if asked > 0 && bad(asked, left, said) && (said > 0 || hints == 0) {
			c.found(q, gapPlace(q, i), message, hint)
		}
	}
}

// said counts the words that say something.
func (t *lexicon) said(words []word) int {
	n := 0
	for _, w := range words {
		if !t.small[w.text] {
			n++
		}
	}
	return n
}
