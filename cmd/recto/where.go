package main

import (
	"context"
	"fmt"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
	"recto/quiz/history"
	"recto/quiz/query"
)

// whereFlag is the flag that selects cards, or questions, by a query.
func whereFlag(things string) cli.Flag {
	return &cli.StringFlag{Name: "where", Usage: "only " + things + " that match `QUERY`: tag:law due<7 is:leech; see recto help searching"}
}

// readWhere returns the query of --where, the one that matches everything
// without it.
func readWhere(c *cli.Context) (query.Query, error) {
	q, err := query.Parse(c.String("where"))
	if err != nil {
		return q, usage("--where: %w", err)
	}
	return q, nil
}

// questionsWhere returns those of the questions of which a card matches the
// query of --where, in their order. The history is read only when the query
// asks for what it knows. That none matches is an error.
func questionsWhere(c *cli.Context, questions []*decks.Question) ([]*decks.Question, error) {
	q, err := readWhere(c)
	if err != nil || q.Empty() {
		return questions, err
	}
	w, err := newWorkspace()
	if err != nil {
		return nil, err
	}
	var items []quiz.Item
	for _, question := range questions {
		for _, card := range question.Cards() {
			items = append(items, quiz.Item{Card: card})
		}
	}
	if q.Needs()&(query.History|query.Recall) != 0 {
		if w.store, err = openHistory(c.Context, w.paths.History, true); err != nil {
			return nil, err
		}
		defer w.store.Close()
		table := newItemTable(items)
		if err := w.store.Each(c.Context, func(cards []history.Believed) {
			for i := range cards {
				if at, ok := table.find(&cards[i].Card); ok {
					items[at].Progress = cards[i].Progress
				}
			}
		}); err != nil {
			return nil, err
		}
	}
	matches, err := w.where(c.Context, q, items)
	if err != nil {
		return nil, err
	}
	matching := map[*decks.Question]bool{}
	for _, it := range items {
		if matches(it) {
			matching[it.Card.Question] = true
		}
	}
	var out []*decks.Question
	for _, question := range questions {
		if matching[question] {
			out = append(out, question)
		}
	}
	if len(out) == 0 {
		return nil, usage("no question matches --where %q", printable(q.String()))
	}
	return out, nil
}

// where returns what tells whether one of the items matches a query, whatever
// becomes of its progress later; nil when all match. That no card matches what
// asks for its text alone is an error: that would look like a day's end.
func (w *workspace) where(ctx context.Context, q query.Query, items []quiz.Item) (func(quiz.Item) bool, error) {
	if q.Empty() {
		return nil, nil
	}
	now, err := w.queryNow(ctx, q)
	if err != nil {
		return nil, err
	}
	matching := map[decks.CardID]struct{}{}
	ask := func(some []quiz.Item) error {
		for i := range some {
			it := query.Item{Card: some[i].Card, Progress: some[i].Progress}
			if q.Needs()&query.Kind != 0 {
				it.Kind = some[i].Card.Kind()
			}
			if q.Match(&it, &now) {
				matching[some[i].Card.ID] = struct{}{}
			}
		}
		return nil
	}
	if q.Needs()&(query.Text|query.Kind) != 0 {
		err = w.inParts(items, ask)
	} else {
		err = ask(items)
	}
	if err != nil {
		return nil, err
	}
	if len(matching) == 0 && q.Needs()&query.History == 0 {
		return nil, usage("no card matches --where %q", printable(q.String()))
	}
	return func(it quiz.Item) bool { _, is := matching[it.Card.ID]; return is }, nil
}

// narrow adds the query of --where to what the limits of a session select.
func (w *workspace) narrow(c *cli.Context, items []quiz.Item, limits *quiz.Limits) error {
	q, err := readWhere(c)
	if err != nil {
		return err
	}
	matches, err := w.where(c.Context, q, items)
	limits.Only = both(limits.Only, matches)
	return err
}

// inParts hands over items with all that their questions say, some at a time.
func (w *workspace) inParts(items []quiz.Item, do func([]quiz.Item) error) error {
	const together = 10_000 // in memory
	for from := 0; from < len(items); from += together {
		some, err := w.full(items[from:min(from+together, len(items))])
		if err != nil {
			return err
		}
		if err := do(some); err != nil {
			return err
		}
	}
	return nil
}

// queryNow returns what a query has to know beside the cards.
func (w *workspace) queryNow(ctx context.Context, q query.Query) (query.Now, error) {
	now := query.Now{Day: w.clock.Now().Day, Leech: w.config.Leech}
	if q.Needs()&query.Recall == 0 {
		return now, nil
	}
	weights, err := w.store.Weights(ctx)
	if err != nil {
		return now, err
	}
	recall, err := w.recallOn(now.Day, weights)
	now.Recall = recall
	return now, err
}

// recallOn returns the probability that a card with reviews is remembered on a
// day.
func (w *workspace) recallOn(day quiz.Day, weights quiz.Weights) (func(decks.CardID, *quiz.Progress) float64, error) {
	usual, err := fsrs.NewModel(weights.For(""))
	if err != nil {
		return nil, fmt.Errorf("the parameters of all decks: %w", err)
	}
	of := map[string]*fsrs.Model{}
	for _, d := range w.decks {
		if of[d.ID], err = fsrs.NewModel(weights.For(d.ID)); err != nil {
			return nil, fmt.Errorf("the parameters of %s: %w", printable(d.ID), err)
		}
	}
	return func(id decks.CardID, p *quiz.Progress) float64 {
		if m, own := of[id.Deck]; own {
			return m.Recall(*p, day)
		}
		return usual.Recall(*p, day)
	}, nil
}

// both returns what selects the items that two functions select; nil selects
// all.
func both(a, b func(quiz.Item) bool) func(quiz.Item) bool {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return func(it quiz.Item) bool { return a(it) && b(it) }
}
