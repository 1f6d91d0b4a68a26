package main

import (
	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/quiz"
)

// openDealt loads the decks that the arguments of a command name as far as a
// queue needs them, and opens the history. Close it.
func openDealt(c *cli.Context, readOnly bool) (*workspace, error) {
	w, err := newWorkspace()
	if err != nil {
		return nil, err
	}
	if w.loaded, err = loadCompiled(c, w.config, c.Args().Slice(), newCache(w.paths.Cache)); err != nil {
		return nil, err
	}
	for _, d := range w.loaded {
		w.decks = append(w.decks, d.Deck)
	}
	w.heedConfig()
	if w.store, err = openHistory(c.Context, w.paths.History, readOnly); err != nil {
		return nil, err
	}
	if err := w.warnOfClock(c.Context, c.App.ErrWriter); err != nil {
		w.store.Close()
		return nil, err
	}
	return w, nil
}

// deal returns the cards of the decks with what is believed about them, and
// what was studied today of any deck.
func (w *workspace) deal(c *cli.Context, now quiz.Moment) (items []quiz.Item, done quiz.Done, err error) {
	size := 0
	for _, d := range w.loaded {
		size += len(d.Questions)
		if d.compiled != nil {
			size += d.compiled.Len()
		}
	}
	items = make([]quiz.Item, 0, size)
	first := map[string]map[string]int32{} // of each question: its first card
	for _, d := range w.loaded {
		of := make(map[string]int32, size)
		first[d.ID] = of
		for card := range d.cards() {
			if n := len(items); n == 0 || items[n-1].Card.ID.Question != card.ID.Question || items[n-1].Card.ID.Deck != d.ID {
				of[card.ID.Question] = int32(n)
			}
			items = append(items, quiz.Item{Card: card})
		}
	}
	err = w.store.Each(c.Context, func(id decks.CardID, p *quiz.Progress) {
		done.Count(now.Day, id, p)
		at, ok := first[id.Deck][id.Question]
		for ; ok && int(at) < len(items) && items[at].Card.ID.Question == id.Question; at++ {
			if items[at].Card.ID == id {
				items[at].Progress = *p
			}
		}
	})
	return items, done, err
}
