package query

import (
	"slices"
	"strings"

	"recto/decks"
	"recto/quiz"
)

// Query is a parsed search. The zero Query matches every card. A Query may be
// used by several goroutines at once.
type Query struct {
	root node // nil: every card
}

// Item is a card that a query is asked about. What must be set beside the id of
// the card is what the query Needs.
type Item struct {
	Card     decks.Card // with the texts of its question when they are needed and not in Folded
	Kind     decks.Kind // as Card.Kind returns it
	Progress quiz.Progress
	Folded   string // what AppendText makes of the card; "" is made when it is needed, and kept
}

// Now is what a query has to know beside the card.
type Now struct {
	Day   quiz.Day // the study day
	Leech int      // lapses from which on a card is a leech; 0: none is
	// Recall returns the probability that a card with reviews is remembered
	// now, 0 to 1.
	Recall func(decks.CardID, *quiz.Progress) float64
}

// NewItem returns a card and what is believed about it as an Item. The card
// has the texts of its question.
func NewItem(card decks.Card, p quiz.Progress) Item {
	return Item{Card: card, Kind: card.Kind(), Progress: p}
}

// Match reports whether the query matches a card.
func (q Query) Match(it *Item, now *Now) bool {
	return q.root == nil || q.root.match(it, now)
}

// Empty reports whether the query matches every card since it asks for nothing.
func (q Query) Empty() bool { return q.root == nil }

// Needs is what a query must be given of a card, beside the id, the tags and
// the groups, which are always at hand.
type Needs uint8

// What may be needed.
const (
	Text    Needs = 1 << iota // Item.Folded, or the texts of the question
	Kind                      // Item.Kind
	History                   // Item.Progress
	Recall                    // Now.Recall
)

// Needs returns what the query must be given.
func (q Query) Needs() Needs {
	if q.root == nil {
		return 0
	}
	return q.root.needs()
}

// String returns the query in its normal form, which parses to the same query.
func (q Query) String() string {
	if q.root == nil {
		return ""
	}
	var b strings.Builder
	q.root.write(&b)
	return b.String()
}

// And returns the query for cards that match both.
func (q Query) And(other Query) Query {
	switch {
	case q.root == nil:
		return other
	case other.root == nil:
		return q
	}
	return Query{every(q.root, other.root)}
}

// Narrows reports whether q asks for all that another query asks for, and
// maybe more: then it matches only cards that the other matches. It sees only
// what is plain, as from tor to "tort law": false says nothing.
func (q Query) Narrows(other Query) bool {
	has := parts(q.root)
	for _, want := range parts(other.root) {
		if !slices.ContainsFunc(has, func(n node) bool { return implies(n, want) }) {
			return false
		}
	}
	return true
}

// parts returns the nodes that must all match.
func parts(n node) []node {
	switch n := n.(type) {
	case nil:
		return nil
	case all:
		return n
	}
	return []node{n}
}

// implies reports whether what matches a plainly matches b.
func implies(a, b node) bool {
	x, isText := a.(words)
	if y, both := b.(words); isText && both {
		return strings.Contains(x.folded, y.folded)
	}
	return Query{a}.String() == Query{b}.String()
}
