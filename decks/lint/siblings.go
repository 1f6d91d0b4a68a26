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
