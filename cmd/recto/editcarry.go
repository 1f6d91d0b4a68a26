package main

import (
	"slices"
	"unicode/utf8"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/relink"
)

// carrier finds the cards of a session in decks that were edited meanwhile. The
// id of a question that has none written follows from its text: when that was
// edited, the question goes on under the id that it had, until the end of the
// session, so that its card keeps its history. (The next session finds the same
// text under the new id, and carries the history over.)
//
// What is one question that was edited is told as when histories are carried
// over; where the learner would be asked, one that stands in the same place and
// has the same telling answer is one. All others leave the session, so that what
// is answered now is not added to the history of another question; and so do
// those whose gaps moved, as their faces ask something else now.
type carrier struct {
	decks []*decks.Deck // as the session has them
}

func newCarrier(loaded []*decks.Deck) *carrier { return &carrier{loaded} }

// carry takes decks that were loaded again, and returns how to find cards in
// them.
func (c *carrier) carry(now []*decks.Deck) func(decks.CardID) (decks.Card, bool) {
	next := map[*decks.Question]*decks.Question{} // under the id that the session has
	moved := map[*decks.Question]bool{}
	for _, ch := range c.changes(now) {
		if slices.ContainsFunc(ch.Moves, func(m quiz.Relink) bool { return m.From.Face != m.To.Face }) {
			moved[ch.To] = true
		} else if ch.From.Question != ch.To.ID {
			q := *ch.To
			q.ID = ch.From.Question
			next[ch.To] = &q
		}
	}
	cards := map[decks.CardID]decks.Card{}
	c.decks = make([]*decks.Deck, len(now))
	for i, d := range now {
		session := *d
		session.Questions = slices.Clone(d.Questions)
		c.decks[i] = &session
		for n, q := range session.Questions {
			if next[q] != nil {
				session.Questions[n] = next[q]
			}
			for _, card := range session.Questions[n].Cards() {
				if !moved[q] {
					cards[card.ID] = card
				}
			}
		}
	}
	return func(id decks.CardID) (decks.Card, bool) {
		card, ok := cards[id]
		return card, ok
	}
}

// changes returns which questions of the session became which of now.
func (c *carrier) changes(now []*decks.Deck) []relink.Change {
	in := relink.Input{
		Decks: now, Progress: map[decks.CardID]quiz.Progress{},
		Path:  func(q *decks.Question) string { return q.File },
		Where: func(_, _ string) relink.Place { return relink.Gone }, // all were loaded
	}
	for _, d := range c.decks {
		for _, q := range d.Questions {
			in.Seen = append(in.Seen, quiz.SeenOf(q, q.File))
			for _, card := range q.Cards() {
				in.Progress[card.ID] = quiz.Progress{}
			}
		}
	}
	plan, err := relink.Find(in)
	if err != nil { // another deck lies there now
		return nil
	}
	was, is := before(c.decks), before(now)
	for _, ch := range plan.Asked {
		old, known := was[questionID{ch.From.Deck, ch.From.Question}]
		if known && old == is[questionID{ch.To.Deck.ID, ch.To.ID}] && telling(ch.To) && slices.Equal(ch.From.Answers, answersOf(ch.To)) {
			plan.Sure = append(plan.Sure, ch)
		}
	}
	return plan.Sure
}

// telling reports whether few other questions have the answer of this one, as
// many have true, or 3.
func telling(q *decks.Question) bool {
	return q.Kind == decks.Short && utf8.RuneCountInString(q.Answers[0].Text) > 3
}

// questionID names a question.
type questionID struct{ deck, question string }

// before returns the id of the question before each one, "" of the first.
func before(all []*decks.Deck) map[questionID]string {
	ids := map[questionID]string{}
	for _, d := range all {
		last := ""
		for _, q := range d.Questions {
			ids[questionID{d.ID, q.ID}] = last
			last = q.ID
		}
	}
	return ids
}
