package lint

import (
	"fmt"

	"recto/decks"
)

// answerInSibling tells of a card that shows the year or figure it asks for in
// another gap, which is filled in. That words stand beside their gap is told by
// answerInQuestion; a number alone may stand there by chance, but from three
// digits up not in another gap.
func answerInSibling(c *checker, q *decks.Question) {
	for i, g := range q.Gaps {
		answer := c.text(q).answers[i]
		if len(answer) != 1 || !isNumber(answer[0].text) || len(answer[0].text) < 3 {
			continue
		}
		for j, other := range q.Gaps {
			if other.Label != g.Label && has(c.text(q).answers[j], answer[0]) {
				c.found(q, gapPlace(q, i), fmt.Sprintf("the card that asks for %s shows it in the gap %s", quoted(g.Text), quoted(other.Text)),
					"give both gaps the same label, so that they are asked together, or hide only what they do not share")
				return
			}
		}
	}
}

// mirrorQuestion tells of a question that is another one the other way round.
// As they are no siblings, each may be asked right behind the other and give
// it away. One that is asked both ways already is told as the same question.
func mirrorQuestion(c *checker, loaded []*decks.Deck) {
	r := newReading()
	seen := map[uint64]*decks.Question{}
	for _, d := range loaded {
		for _, q := range d.Questions {
			if q.Kind != decks.Short || q.Reverse != nil || c.allowed(q) {
				continue
			}
			scene := r.sceneOf(q, nil)
			ask, answer := r.answer(q.Ask), r.answer(q.Answers[0].Text)
			if first := seen[r.join(scene, answer, ask)]; first != nil && ask != answer {
				c.found(q, q.Place("ask"), fmt.Sprintf("this is the question %s the other way round", whereIs(first, q)),
					"keep one of them with reverse = true: its two cards are siblings, and none gives the other away on the same day")
			}
			if key := r.join(scene, ask, answer); seen[key] == nil {
				seen[key] = q
			}
		}
	}
}
