package lint

import (
	"cmp"
	"fmt"
	"slices"

	"recto/decks"
	"recto/decks/markup"
)

// alike is a question that is like an earlier one.
type alike struct {
	first, later *asked
	how          likeness
}

// sameQuestion, nearQuestion, mirrorQuestion and sameAnswer tell of questions
// that ask twice what is learned once. Of each question only the strongest likeness is told,
// that to the first question which it is like.
func sameQuestion(c *checker, loaded []*decks.Deck)   { c.tellAlike(loaded) }
func nearQuestion(c *checker, loaded []*decks.Deck)   { c.tellAlike(loaded) }
func mirrorQuestion(c *checker, loaded []*decks.Deck) { c.tellAlike(loaded) }
func sameAnswer(c *checker, loaded []*decks.Deck)     { c.tellAlike(loaded) }

func (c *checker) tellAlike(loaded []*decks.Deck) {
	if c.alike == nil {
		c.alike = allAlike(loaded)
	}
	for _, a := range c.alike {
		if a.how.code() == c.rule.Code {
			message, hint := a.words()
			c.found(a.later.question, a.place(), message, hint)
		}
	}
}

// allAlike returns the questions of decks that are like an earlier one, in
// their order; never nil.
func allAlike(loaded []*decks.Deck) []alike {
	strongest := map[int32]alike{}
	r := newReading()
	t := twins{reading: r, sides: r.sidesOf(loaded), allow: allowsAlike, tell: func(first, later *asked, how likeness) {
		best, known := strongest[later.order]
		if !known || how < best.how || how == best.how && first.order < best.first.order {
			strongest[later.order] = alike{first, later, how}
		}
	}}
	t.find()
	all := make([]alike, 0, len(strongest))
	for _, a := range strongest {
		all = append(all, a)
	}
	slices.SortFunc(all, func(a, b alike) int { return cmp.Compare(a.later.order, b.later.order) })
	return all
}

// allowsAlike reports whether the author of a question switched the lint off
// that tells of a likeness. Then it is in no pair, neither first nor second.
func allowsAlike(s *asked, how likeness) bool {
	return slices.Contains(s.question.Allow, how.code())
}

// place returns where a likeness is told: at what the later question asks.
func (a alike) place() decks.Place {
	switch q := a.later.question; {
	case a.later.reverse:
		return q.KeyPlace("reverse")
	case a.later.cloze:
		return q.Place("cloze")
	default:
		return q.Place("ask")
	}
}

// words returns what is told of a likeness, and how to mend it.
func (a alike) words() (message, hint string) {
	other := whereIs(a.first.question, a.later.question)
	if a.later.reverse || a.first.reverse {
		return a.backwards(other)
	}
	switch a.how {
	case sameWords:
		return "this is the question " + other, "keep one of them"
	case otherAnswer:
		return fmt.Sprintf("this is the question %s, with another answer", other),
			"say in both what tells them apart, or make one question of them with accept or list"
	case otherGaps:
		return fmt.Sprintf("the text is that of the question %s, with other gaps", other),
			"put all gaps into one text: its cards are siblings, and none gives another away on the same day"
	case mirrored:
		return fmt.Sprintf("this is the question %s the other way round", other),
			"keep one of them with reverse = true: its two cards are siblings, and none gives the other away on the same day"
	case sameContent:
		return fmt.Sprintf("the question %s is nearly the same, with the same answer", other), "keep the better one"
	}
	return fmt.Sprintf("the question %s has the same answer and says little more or less", other),
		"if both want the same fact keep the better one"
}

// backwards returns what is told of a likeness of which one side is asked the
// other way round.
func (a alike) backwards(other string) (message, hint string) {
	switch {
	case a.how == otherAnswer && a.later.reverse && a.first.reverse:
		return fmt.Sprintf("the other way round this asks the same as the question %s, with another answer", other),
			`let each accept the answer of the other, reverse = { accept = ["..."] }, or ask for more: reverse = { ask = "..." }`
	case a.how == otherAnswer:
		return fmt.Sprintf("one way round this is the question %s, with another answer", other),
			"say what tells them apart, or let each accept the answer of the other"
	}
	return fmt.Sprintf("one way round this is the question %s", other), "keep the one with reverse"
}

// whereIs returns where a question stands, as one tells it at another one.
func whereIs(q, at *decks.Question) string {
	if q.File == at.File {
		return fmt.Sprintf("on line %d", q.Pos.Line)
	}
	return fmt.Sprintf("in %s, line %d", markup.OneLine(q.File), q.Pos.Line)
}
