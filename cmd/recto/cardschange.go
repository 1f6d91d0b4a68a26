package main

import (
	"cmp"
	"crypto/rand"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/quiz"
)

// change returns the action of a command that makes one event for each card.
func change(fill func(e *quiz.Event, now quiz.Moment)) cli.ActionFunc {
	return func(c *cli.Context) error { return changeCards(c, c.Args().Slice(), fill) }
}

func flagCards(c *cli.Context) error {
	n, err := strconv.Atoi(c.Args().First())
	if err != nil || n < 0 || n > 7 {
		return usage("the first argument is the flag, 1 to 7, or 0 for none\nhint: recto cards flag 2 ID")
	}
	return changeCards(c, c.Args().Tail(), func(e *quiz.Event, _ quiz.Moment) { e.Kind, e.Flag = quiz.FlagEvent, n })
}

// changeCards commits one action: an event for each card that names stand for.
func changeCards(c *cli.Context, names []string, fill func(e *quiz.Event, now quiz.Moment)) error {
	if len(names) == 0 {
		return usage("%s needs the id of a card\nhint: recto cards lists them", c.Command.HelpName)
	}
	w, err := newWorkspace()
	if err != nil {
		return err
	}
	if err := w.open(c, false); err != nil {
		return err
	}
	defer w.Close()
	known, err := reachable(c, w)
	if err != nil {
		return err
	}
	ids, err := named(names, known)
	if err != nil {
		return err
	}
	now := w.clock.Now()
	events := make([]quiz.Event, len(ids))
	for i, id := range ids {
		key, err := quiz.NewEventID(rand.Reader)
		if err != nil {
			return err
		}
		events[i] = quiz.Event{ID: key, At: now.At.UnixMilli(), Card: id}
		fill(&events[i], now)
	}
	if err := w.store.Commit(c.Context, events...); err != nil {
		return err
	}
	for _, id := range ids {
		fmt.Fprintf(c.App.ErrWriter, "%s: %s\n", c.Command.Name, printable(id.String()))
	}
	return nil
}

// reachable returns the cards that ids of the command line may name: those of
// the decks in reach and those the history knows.
func reachable(c *cli.Context, w *workspace) ([]decks.CardID, error) {
	var err error
	if w.decks, err = loadReach(c, w.config, c.StringSlice("deck")); err != nil {
		return nil, err
	}
	known := slices.Collect(maps.Keys(w.progress))
	slices.SortFunc(known, compareIDs)
	for _, it := range w.items() {
		if _, ok := w.progress[it.Card.ID]; !ok {
			known = append(known, it.Card.ID)
		}
	}
	return known, nil
}

func compareIDs(a, b decks.CardID) int {
	return cmp.Or(cmp.Compare(a.Deck, b.Deck), cmp.Compare(a.Question, b.Question), cmp.Compare(a.Face, b.Face))
}

// named returns the cards that names stand for: a card, or all of a question.
func named(names []string, known []decks.CardID) ([]decks.CardID, error) {
	var ids []decks.CardID
	for _, name := range names {
		some := false
		for _, id := range known {
			text := id.String()
			if text == name || strings.HasPrefix(text, name+"/") && strings.Count(name, "/") == 1 {
				some = true
				if !slices.Contains(ids, id) {
					ids = append(ids, id)
				}
			}
		}
		if !some {
			texts := make([]string, len(known))
			for i, id := range known {
				texts[i] = id.String()
			}
			text := fmt.Sprintf("no card has the id %q", printable(name))
			if near := decks.Nearest(name, texts); near != "" {
				text += fmt.Sprintf(", did you mean %q?", printable(near))
			}
			return nil, badInput("%s\nhint: recto cards lists the ids; --deck FILE looks in a further deck", text)
		}
	}
	return ids, nil
}
