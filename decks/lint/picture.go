package lint

import "recto/decks"

// missingAlt tells of a picture without words for those who do not see it.
func missingAlt(c *checker, q *decks.Question) {
	if q.Image != "" && q.Alt == "" {
		c.found(q, q.Place("image"), "the image has no alt", `say what it shows, not what it means: alt = "..."`)
	}
}
