package lint

import (
	"fmt"
	"slices"
	"strings"

	"recto/decks"
)

// wanted is an answer that is typed and of which a slip is forgiven.
type wanted struct {
	question *decks.Question
	text     string
	place    []any
}

// confusable tells of two answers of a deck that are one slip apart: whoever
// takes one for the other is told that it is close.
func confusable(c *checker, d *decks.Deck) {
	byText := map[string][]wanted{}
	var texts []string
	for _, q := range d.Questions {
		for _, w := range typedAnswers(q) {
			w.text = c.bare(w.text, answerLanguage(q))
			if byText[w.text] == nil {
				texts = append(texts, w.text)
			}
			byText[w.text] = append(byText[w.text], w)
		}
	}
	slices.Sort(texts)
	told := map[*decks.Question]bool{}
	for _, p := range namesakes(texts) {
		a, b := byText[texts[p[0]]], byText[texts[p[1]]]
		if slices.Equal(shape(texts[p[0]]), shape(texts[p[1]])) || !c.unrelated(texts[p[0]], texts[p[1]], answerLanguage(a[0].question)) {
			continue
		}
		for _, pair := range [][2][]wanted{{a, b}, {b, a}} {
			for _, w := range pair[0] {
				if other := pair[1][0]; !told[w.question] && !c.allowed(w.question) && !c.settles(w.question, other.text) {
					told[w.question] = true
					c.found(w.question, w.question.Place(w.place...),
						fmt.Sprintf("%s, which the question %s wants, is a slip away and passes as close", quoted(other.text), whereIs(other.question, w.question)),
						fmt.Sprintf(`reject = [%s], or exact = true`, quotedWhole(other.text)))
				}
			}
		}
	}
}

// bare returns an answer without the article before it.
func (c *checker) bare(s, language string) string {
	t := c.lexicon(language)
	first, rest, found := strings.Cut(s, " ")
	if t != nil && found && slices.Contains(t.articles, strings.ToLower(first)) {
		return rest
	}
	return s
}

// typedAnswers returns the answers of a question of which a slip is forgiven.
func typedAnswers(q *decks.Question) []wanted {
	if q.Exact || !q.Typed || len(q.Choices) > 0 {
		return nil
	}
	var all []wanted
	switch q.Kind {
	case decks.Short:
		all = append(all, wanted{q, q.Answers[0].Text, []any{"answer"}})
	case decks.Cloze:
		for _, g := range q.Gaps {
			all = append(all, wanted{q, g.Text, []any{"cloze"}})
		}
	}
	return all
}

// unrelated reports whether two answers are no forms of one word, which a fair
// teacher lets pass.
func (c *checker) unrelated(a, b, language string) bool {
	x, y := c.words(a, language), c.words(b, language)
	for i := range x {
		if i < len(y) && !x[i].same(y[i]) {
			return true
		}
	}
	return false
}

// settles reports whether a question says what another answer is worth to it.
func (c *checker) settles(q *decks.Question, other string) bool {
	same := func(s string) bool { return slices.Equal(shape(c.bare(s, answerLanguage(q))), shape(other)) }
	if slices.ContainsFunc(q.Reject, same) {
		return true
	}
	isOther := func(v decks.Value) bool { return same(v.Text) }
	return slices.ContainsFunc(q.Answers, func(a decks.Answer) bool { return isOther(a.Value) || slices.ContainsFunc(a.Accept, isOther) }) ||
		slices.ContainsFunc(q.Gaps, func(g decks.Gap) bool { return same(g.Text) || slices.ContainsFunc(g.Accept, isOther) })
}
