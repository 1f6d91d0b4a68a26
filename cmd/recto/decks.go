package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"recto/decks/markup"
	"recto/quiz"
)

func decksCommand() *cli.Command {
	return &cli.Command{
		Name:      "decks",
		Usage:     "the decks in reach, with counts",
		ArgsUsage: "[DECK...]",
		Description: "Without an argument: the configured decks and those inside the program. A deck's\n" +
			"name is its id; it stands for the deck on every command line.",
		Flags:  []cli.Flag{jsonFlag()},
		Action: listDecks,
	}
}

// deckInReach is a line of the list.
type deckInReach struct {
	Deck      string `json:"deck"`
	Title     string `json:"title"`
	File      string `json:"file"`
	Questions int    `json:"questions"`
	Cards     int    `json:"cards"`
	New       int    `json:"new"`      // never reviewed
	Learning  int    `json:"learning"` // in a step
	Review    int    `json:"review"`   // scheduled by days
	Due       int    `json:"due"`      // of Learning and Review, due today
	Suspended int    `json:"suspended"`
}

func listDecks(c *cli.Context) error {
	w, err := newWorkspace()
	if err != nil {
		return err
	}
	if c.NArg() == 0 {
		w.decks, err = loadReach(c, w.config, nil)
	} else {
		w.decks, err = loadDecks(c, w.config, c.Args().Slice())
	}
	if err != nil {
		return err
	}
	if err := w.open(c, true); err != nil {
		return err
	}
	defer w.Close()
	list := inReach(w)
	if c.Bool("json") {
		return writeJSON(c.App.Writer, struct {
			V     int           `json:"v"`
			Decks []deckInReach `json:"decks"`
		}{1, list})
	}
	for _, d := range list {
		fmt.Fprintf(c.App.Writer, "%s: %s\n    %s, %s: %d new, %d learning, %d in review, %d suspended; %d due\n    %s\n",
			printable(d.Deck), markup.Isolate(markup.Line(d.Title)), count(d.Questions, "question"), count(d.Cards, "card"),
			d.New, d.Learning, d.Review, d.Suspended, d.Due, printable(d.File))
	}
	return nil
}

func inReach(w *workspace) []deckInReach {
	list := make([]deckInReach, len(w.decks))
	index := map[string]*deckInReach{}
	for i, d := range w.decks {
		list[i] = deckInReach{Deck: d.ID, Title: d.Title, File: d.File, Questions: len(d.Questions)}
		index[d.ID] = &list[i]
	}
	today := w.clock.Now().Day
	for _, it := range w.items() {
		d, p := index[it.Card.ID.Deck], it.Progress
		d.Cards++
		switch {
		case p.Suspended:
			d.Suspended++
			continue
		case p.State == quiz.New:
			d.New++
			continue
		case p.Steps():
			d.Learning++
		default:
			d.Review++
		}
		if p.DueOn(today) && !p.BuriedOn(today) {
			d.Due++
		}
	}
	return list
}
