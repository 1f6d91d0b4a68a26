package lint

import (
	"fmt"
	"unicode/utf8"

	"recto/decks"
)

// Gaps that are alike in a table of forms, as "ich gehe, du gehst", are what is
// to be learned: only a sentence gives a word away, and only one that is long
// enough to mean the same in both gaps. A number may stand in another gap by
// chance when it is short.
const (
	sentence   = 3 // words that say something around the gaps
	longWord   = 5 // characters
	longNumber = 3 // digits
)

// maxGaps is how many gaps of a question are compared with each other by the
// stems of their words.
const maxGaps = 99

// answerInSibling tells of a card that shows what it asks for in another gap,
// which is filled in: the same words, or other forms of nouns. That words stand
// beside their gap is told by answerInQuestion.
func answerInSibling(c *checker, q *decks.Question) {
	if len(q.Gaps) < 2 || len(q.Choices) > 0 {
		return
	}
	text := c.text(q)
	said := map[string][]int{} // the gaps that hold a word
	for i, answer := range text.answers {
		for _, w := range answer {
			if n := len(said[w.text]); n == 0 || said[w.text][n-1] != i {
				said[w.text] = append(said[w.text], i)
			}
		}
	}
	for i, g := range q.Gaps {
		wanted := c.telling(q, text.answers[i], text.ask)
		if len(wanted) == 0 {
			continue
		}
		for _, j := range said[wanted[0].text] {
			if q.Gaps[j].Label == g.Label || !holdsWords(text.answers[j], wanted) {
				continue
			}
			c.found(q, gapPlace(q, i), fmt.Sprintf("the card that asks for %s shows it in the gap %s", quoted(g.Text), quoted(q.Gaps[j].Text)),
				"give both gaps the same label, so that they are asked together, or hide only what they do not share")
			return
		}
	}
	c.stemInSibling(q, text.answers, text.ask)
}

// stemInSibling tells of a noun that another gap shows in another form.
func (c *checker) stemInSibling(q *decks.Question, answers [][]word, ask []word) {
	if len(q.Gaps) > maxGaps {
		return
	}
	for i, g := range q.Gaps {
		wanted := c.telling(q, answers[i], ask)
		if len(wanted) == 0 || c.asked(q) == nil {
			continue
		}
		for j, other := range q.Gaps {
			if other.Label == g.Label || !c.stemShown(q, i, j, wanted, answers[j]) {
				continue
			}
			c.found(q, gapPlace(q, i), fmt.Sprintf("the card that asks for %s shows a form of it in the gap %s", quoted(g.Text), quoted(other.Text)),
				"give both gaps the same label, so that they are asked together, or hide only one of them")
			return
		}
	}
}

// telling returns the words of a gap that would give it away in another one,
// none when they may stand there by chance; ask is what stands around the gaps.
func (c *checker) telling(q *decks.Question, answer, ask []word) []word {
	if len(answer) == 1 && isNumber(answer[0].text) {
		if len(answer[0].text) < longNumber {
			return nil
		}
		return answer
	}
	t := c.asked(q)
	if t == nil || len(answer) > longestOption || t.said(ask) < sentence {
		return nil
	}
	wanted := t.content(answer)
	if len(wanted) == 1 && utf8.RuneCountInString(wanted[0].text) < longWord {
		return nil
	}
	return wanted
}

// holdsWords reports whether words hold all of the wanted ones as they are.
func holdsWords(words, wanted []word) bool {
	for _, w := range wanted {
		there := false
		for i := range words {
			there = there || words[i].text == w.text
		}
		if !there {
			return false
		}
	}
	return true
}
