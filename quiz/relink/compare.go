package relink

import (
	"math"
	"slices"
	"strings"
)

// likeness is how sure it is that two facts are one that was edited.
type likeness uint8

const (
	unlike likeness = iota // two facts, or no telling
	close                  // probably one: the learner is asked
	surely                 // one
)

// How much of what is asked must have stayed, as a share of the weight of both
// texts. They were chosen on seeded edits of the decks of the library.
const (
	sureSame     = 0.60 // the answer is the same
	closeSame    = 0.42
	sureReplaced = 0.80 // and a word of content stands in the place of another
	sureTruth    = 0.78 // the answer is one that many questions share
	closeTruth   = 0.60
	sureMended   = 0.85 // the answer was edited too
	closeMended  = 0.70
)

// corpus knows the words of the questions that are compared.
type corpus struct {
	in map[string]int // in how many of them a word stands
	// standing counts in how many questions that nobody edited a word stands;
	// called only when a slip may be one.
	standing func() map[string]int

	capped  map[string]bool   // decks of which nothing is sure
	renamed map[string]string // decks that go by another id now
}

// weight is what a token counts: little for a word that holds the sentence
// together, less the more questions have it.
func (c *corpus) weight(t token) float64 {
	if t.class == filler || t.class == asker {
		return 0.15
	}
	return 1 / (1 + 0.25*math.Log(float64(max(1, c.in[t.text]))))
}

// change is what became of one text in another.
type change struct {
	kept     float64 // weight of what stayed, in one of them
	old, new float64 // weight of each
	removed  []token
	added    []token
	slips    int  // words with a slip in one of the texts
	turned   bool // what identifies the fact stands in another order
}

// share returns how much of both texts stayed, 0 to 1.
func (c change) share() float64 {
	if c.old+c.new == 0 {
		return 0
	}
	return 2 * c.kept / (c.old + c.new)
}

// changes compares the texts of two facts word by word, in any order: a
// sentence that was turned round says the same.
func (c *corpus) changes(o, n *fact) change {
	var d change
	places := map[string][]int{} // of the words of n that are still free
	for i, t := range n.tokens {
		places[t.text] = append(places[t.text], i)
	}
	taken := make([]bool, len(n.tokens))
	became := make([]int, len(o.tokens))
	match := func(at, i int, quality float64) {
		t := o.tokens[at]
		taken[i], became[at] = true, i+1
		weight := min(c.weight(t), c.weight(n.tokens[i])) // a slip makes a word rare
		d.old += weight
		d.new += weight
		d.kept += quality * weight
	}
	var left []int
	for at, t := range o.tokens {
		if free := places[t.text]; len(free) > 0 {
			places[t.text] = free[1:]
			match(at, free[0], 1)
			continue
		}
		left = append(left, at)
	}
	var rest []int
	for i := range n.tokens {
		if !taken[i] {
			rest = append(rest, i)
		}
	}
	for _, at := range left {
		t := o.tokens[at]
		if i := slices.IndexFunc(rest, func(i int) bool { return c.oneWord(t, n.tokens[i]) }); i >= 0 {
			match(at, rest[i], 0.9)
			rest = slices.Delete(rest, i, i+1)
			d.slips++
			continue
		}
		d.old += c.weight(t)
		d.removed = append(d.removed, t)
	}
	for _, i := range rest {
		d.new += c.weight(n.tokens[i])
		d.added = append(d.added, n.tokens[i])
	}
	d.turned = turned(o.tokens, became)
	return d
}

// turned reports whether the names and numbers that stayed stand in another
// order. Became holds one more than the place of each in the new text, 0 for
// none.
func turned(tokens []token, became []int) bool {
	last := 0
	for i, at := range became {
		if at == 0 || !tokens[i].class.identifies() {
			continue
		}
		if at < last {
			return true
		}
		last = at
	}
	return false
}

// oneWord reports whether two words that are spelled differently are one. Two
// that both stand in questions which nobody edited are two words; one that
// does lends the other some trust, and so does one that every text has.
func (c *corpus) oneWord(a, b token) bool {
	if a.class == sign || b.class == sign || a.class == negation || b.class == negation {
		return false
	}
	fixed := a.class == number || a.class == opposite || b.class == number || b.class == opposite
	if !fixed && stems(a.text, b.text) {
		return true
	}
	_, common := vocabulary[a.text]
	_, other := vocabulary[b.text]
	likely := !fixed && slip(a.text, b.text) || common != other && misspelt(a.text, b.text)
	possible := !fixed && lacks(a.text, b.text, 3)
	if !likely && !possible {
		return false
	}
	stands := c.standing()
	x, y := stands[a.text], stands[b.text]
	if x > 0 && y > 0 {
		return false
	}
	return likely || max(x, y) > 1
}

// compare tells how sure it is that o was edited into n, and how alike their
// texts are, 0 to 1.
func (c *corpus) compare(o, n *fact) (likeness, float64) {
	answers := compareAnswers(o, n)
	d := c.changes(o, n)
	share := d.share()
	if d.opposed() {
		return unlike, share
	}
	if len(d.removed) == 0 && len(d.added) == 0 && d.slips == 0 && !d.turned { // punctuation, spaces, capitals
		switch {
		case answers != different:
			return surely, share
		case o.text == n.text:
			return unlike, share // "What is this?" beside another picture
		}
		return close, share
	}
	return min(level(o, n, d, answers), d.caution(o)), share
}

// opposed reports whether something that identifies a fact gave way to
// another, or a negation came or went: that is another fact, however much of
// the sentence stayed.
func (d change) opposed() bool {
	of := func(tokens []token, classes ...class) bool {
		return slices.ContainsFunc(tokens, func(t token) bool {
			return slices.Contains(classes, t.class) || t.text == "one" && slices.Contains(classes, number)
		})
	}
	if of(d.removed, negation) || of(d.added, negation) {
		return true
	}
	// A number may be written out, a name be told by a word, so that any of
	// these may stand for any other.
	identity := []class{name, number, opposite, sign}
	return of(d.removed, identity...) && of(d.added, identity...)
}

// level weighs how much of the text stayed against what the answers say.
func level(o, n *fact, d change, answers sameness) likeness {
	sure, near := sureSame, closeSame
	switch {
	case answers == different:
		return unlike
	case answers == mended:
		sure, near = sureMended, closeMended
	case o.weak() || n.weak():
		sure, near = sureTruth, closeTruth
	}
	switch share := d.share(); {
	case share >= sure:
		return surely
	case share >= near:
		return close
	}
	return unlike
}

// caution is the highest likeness that a change allows whatever the share. A
// word of content in the place of another may be all that tells two short
// questions apart, or any two with an answer that many share, or any that are
// written without capitals, where names look like other words; and what
// identifies a fact, though nothing gave way to it, may make it another: "Faust"
// and "Faust, Part Two". A year is mostly put in to be understood.
func (d change) caution(o *fact) likeness {
	content := func(t token) bool { return t.class == plain || t.class.identifies() }
	marked := func(t token) bool { return t.class.identifies() && t.class != name && (o.weak() || !year(t.text)) }
	replaced := slices.ContainsFunc(d.removed, content) && slices.ContainsFunc(d.added, content)
	switch {
	case slices.ContainsFunc(d.removed, marked), slices.ContainsFunc(d.added, marked),
		replaced && (o.weak() || o.lower || d.share() < sureReplaced),
		d.turned && o.weak():
		return close
	}
	return surely
}

// year reports whether a number may be a year of history.
func year(text string) bool {
	return len(text) == 4 && (text[0] == '1' || text[0] == '2') && strings.Trim(text, "0123456789") == ""
}
