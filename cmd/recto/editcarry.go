package main

import (
	"slices"
	"strings"

	"recto/decks"
)

// carrier finds the cards of a session in decks that were edited meanwhile. The
// id of a question that has none written follows from its text: when that was
// edited, the question goes on under the id that it had, until the end of the
// session, so that its card keeps its history. (The next session finds the same
// text under the new id, and carries the history over.)
type carrier struct {
	questions []*decks.Question // as the session has them
}

func newCarrier(loaded []*decks.Deck) *carrier {
	c := &carrier{}
	for _, d := range loaded {
		c.questions = append(c.questions, d.Questions...)
	}
	return c
}

// carry takes decks that were loaded again, and returns how to find cards in
// them.
func (c *carrier) carry(now []*decks.Deck) func(decks.CardID) (decks.Card, bool) {
	is := newCarrier(now).questions
	next := slices.Clone(is)
	for was, heir := range heirs(c.questions, is) {
		q := *heir
		q.ID = was.ID
		next[slices.Index(is, heir)] = &q
	}
	c.questions = next
	cards := map[decks.CardID]decks.Card{}
	for _, q := range append(next, is...) {
		for _, card := range q.Cards() {
			cards[card.ID] = card
		}
	}
	return func(id decks.CardID) (decks.Card, bool) {
		card, ok := cards[id]
		return card, ok
	}
}

// heirs pairs the questions whose derived id is gone with the new ones that
// stand in their place: with the same text, or between the same questions of
// the file and much alike.
func heirs(before, now []*decks.Question) map[*decks.Question]*decks.Question {
	known, there := idsOf(before), idsOf(now)
	pairs := map[*decks.Question]*decks.Question{}
	taken := map[*decks.Question]bool{}
	gone := runs(before, there)
	for place, added := range runs(now, known) {
		for _, was := range gone[place] {
			for _, is := range added {
				if pairs[was] == nil && !taken[is] && was.Derived && alike(was, is) {
					pairs[was], taken[is] = is, true
				}
			}
		}
	}
	return pairs
}

// questionID names a question.
type questionID struct{ deck, question string }

func idOf(q *decks.Question) questionID { return questionID{q.Deck.ID, q.ID} }

func idsOf(all []*decks.Question) map[questionID]bool {
	ids := map[questionID]bool{}
	for _, q := range all {
		ids[idOf(q)] = true
	}
	return ids
}

// runs returns the questions that are not among some ids, by their deck and the
// id of the question before them, "" for none.
func runs(all []*decks.Question, ids map[questionID]bool) map[questionID][]*decks.Question {
	out := map[questionID][]*decks.Question{}
	last := map[string]string{}
	for _, q := range all {
		if ids[idOf(q)] {
			last[q.Deck.ID] = q.ID
			continue
		}
		place := questionID{q.Deck.ID, last[q.Deck.ID]}
		out[place] = append(out[place], q)
	}
	return out
}

// alike reports whether two questions of one place are one that was edited:
// half of their words are the same, or what is wanted is.
func alike(a, b *decks.Question) bool {
	if a.Kind != b.Kind {
		return false
	}
	x, y := wordsOf(a), wordsOf(b)
	same := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			same++
		}
	}
	if 2*same >= max(len(x), len(y)) {
		return true
	}
	return len(a.Answers) > 0 && a.Kind != decks.TrueFalse && slices.EqualFunc(a.Answers, b.Answers, func(x, y decks.Answer) bool { return x.Value == y.Value })
}

func wordsOf(q *decks.Question) []string {
	return strings.Fields(strings.ToLower(q.Ask + " " + q.Text))
}
