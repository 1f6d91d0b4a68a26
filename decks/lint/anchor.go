package lint

import (
	"strconv"

	"recto/decks"
)

// unanchored tells of questions that do not say where in the source of their
// deck they stand: each one where most do, all at once where none does. Where
// a few do the deck has more behind it than its source.
func unanchored(c *checker, d *decks.Deck) {
	if d.Source == nil {
		return
	}
	anchored := 0
	for _, q := range d.Questions {
		if len(q.From) > 0 {
			anchored++
		}
	}
	hint := `say where: from = { section = "...", paragraph = 1 }, or a few words of it`
	switch {
	case anchored == 0:
		n := strconv.Itoa(len(d.Questions)) + " questions"
		if len(d.Questions) == 1 {
			n = "its questions"
		}
		c.foundIn(d.Parts[0].KeyPlace("source"), "a source is named, and none of "+n+" says where in it its fact stands", hint)
	case 2*anchored >= len(d.Questions):
		for _, q := range d.Questions {
			if len(q.From) == 0 {
				c.found(q, q.Place(), "the question does not say where in the source its fact stands", hint)
			}
		}
	}
}

// unknownLint tells of a lint that is switched off and that there is not.
func unknownLint(c *checker, q *decks.Question) {
	for i, code := range q.Allow {
		if c.codes[code] {
			continue
		}
		at := q.Place("allow", i)
		if c.told[code] && !at.Found() {
			continue // inherited by many
		}
		c.told[code] = true
		hint := "recto help lints names them all"
		if near := decks.Nearest(code, c.names); near != "" {
			hint = "did you mean " + near + "?"
		}
		c.found(q, at, "no lint is called "+quoted(code), hint)
	}
}
