package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/quiz"
)

// accepter returns what writes a form that the learner let count into its deck,
// and finds the cards of the session in the decks as they are then, see carrier.
func (w *workspace) accepter(c *cli.Context) func(context.Context, quiz.Offer) (func(decks.CardID) (decks.Card, bool), error) {
	return func(_ context.Context, o quiz.Offer) (func(decks.CardID) (decks.Card, bool), error) {
		if w.deckPath(o.Card.Question) == "" {
			return nil, fmt.Errorf("the deck %s is inside the program and cannot be changed", o.Card.ID.Deck)
		}
		if err := w.carry(c); err != nil {
			return nil, err
		}
		if err := acceptForm(o); err != nil {
			return nil, err
		}
		return w.edited(c)
	}
}

// acceptForm splices a form into the file of its question. The file is replaced
// in one step, and not at all when the question is not what it was, or when the
// deck would have a fault with the form.
func acceptForm(o quiz.Offer) error {
	t := &target{path: o.Card.Question.File}
	was, f, deck, err := t.now()
	if err != nil {
		return err
	}
	q, err := questionNow(deck, t.path, o.Card.Question)
	if err != nil {
		return err
	}
	change, err := f.AddAccept(q, o.Card.Face, o.Right, decks.Value{Text: o.Form})
	if err != nil {
		return err
	}
	now, err := f.Make(change)
	if err != nil {
		return err
	}
	after, err := t.deck(now, t.others)
	if err != nil {
		return withoutPlaces(err)
	}
	if _, err := questionNow(after, t.path, q); err != nil {
		return err
	}
	return replaceFile(t.path, was, now)
}

// questionNow returns a question of the session as its deck has it now.
func questionNow(d *decks.Deck, path string, was *decks.Question) (*decks.Question, error) {
	changed := errors.New("the question was changed meanwhile, and its file stays as it is")
	if d == nil {
		return nil, changed
	}
	at := slices.IndexFunc(d.Questions, func(q *decks.Question) bool { return q.File == path && q.Number == was.Number })
	if at < 0 {
		return nil, changed
	}
	q := d.Questions[at]
	if q.Kind != was.Kind || q.Ask != was.Ask || q.Text != was.Text || !slices.EqualFunc(q.Answers, was.Answers, func(a, b decks.Answer) bool { return a.Value == b.Value }) {
		return nil, changed
	}
	return q, nil
}
