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

// maxConfusable is how many confusable answers of a deck are told one by one.
// More of them are what the deck is about, and mended at once.
const maxConfusable = 5

// confusable tells of two answers of a deck that are one slip apart: whoever
// takes one for the other is told that it is close.
func confusable(c *checker, d *decks.Deck) {
	all := c.confused(d)
	if len(all) > maxConfusable {
		c.foundIn(titleOf(d), fmt.Sprintf("the answers of %d questions are a slip away from those of others and pass as close there, as %s and %s do",
			len(all), quoted(all[0][0].text), quoted(all[0][1].text)), "exact = true in [defaults] or in a group, or reject in the questions")
		return
	}
	for _, pair := range all {
		w, other := pair[0], pair[1]
		c.found(w.question, w.question.Place(w.place...),
			fmt.Sprintf("%s, which the question %s wants, is a slip away and passes as close", quoted(other.text), whereIs(other.question, w.question)),
			fmt.Sprintf(`reject = [%s], or exact = true`, quotedWhole(other.text)))
	}
}

// confused returns the answers for which another one passes, each with that,
// one of a question.
func (c *checker) confused(d *decks.Deck) (all [][2]wanted) {
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
		if !unrelated(shape(texts[p[0]]), shape(texts[p[1]]), answerLanguage(a[0].question)) {
			continue
		}
		for _, pair := range [][2][]wanted{{a, b}, {b, a}} {
			for _, w := range pair[0] {
				if other := pair[1][0]; !told[w.question] && !c.allowed(w.question) && !c.settles(w.question, other.text) {
					told[w.question] = true
					all = append(all, [2]wanted{w, other})
				}
			}
		}
	}
	return all
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
func unrelated(a, b []string, language string) bool {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] && !(word{a[i], root(a[i], language)}).same(word{b[i], root(b[i], language)}) {
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
