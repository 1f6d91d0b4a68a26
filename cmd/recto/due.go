package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/quiz"
)

func dueCommand() *cli.Command {
	return &cli.Command{
		Name:      "due",
		Usage:     "what waits now, for prompts and scripts",
		ArgsUsage: "[DECK...]",
		Description: "Counts the cards that \"recto study\" would bring now, with the limits of the day.\n" +
			"Nothing is written. The exit code is 0, whether something waits or not.",
		Flags:  []cli.Flag{examFlag(), jsonFlag()},
		Action: due,
	}
}

// deckCounts is what waits of one deck.
type deckCounts struct {
	Deck     string `json:"deck"`
	Title    string `json:"title"`
	New      int    `json:"new"`
	Learning int    `json:"learning"`
	Due      int    `json:"due"`
}

func (d *deckCounts) add(p quiz.Progress) {
	switch {
	case p.Steps():
		d.Learning++
	case p.State == quiz.New:
		d.New++
	default:
		d.Due++
	}
}

func due(c *cli.Context) error {
	defer uncollected()()
	w, err := openDealt(c, true)
	if err != nil {
		return err
	}
	defer w.Close()
	now := w.clock.Now()
	items, done, err := w.deal(c, now)
	if err != nil {
		return err
	}
	weights, err := w.store.Weights(c.Context)
	if err != nil {
		return err
	}
	limits, err := w.dayLimits(c.Context, done, now, weights)
	if err != nil {
		return err
	}
	exams, err := w.exams(c, weights, now.Day)
	if err != nil {
		return err
	}
	planned := exams.prepare(items, now, &limits)
	queue := quiz.Queue(planned, now, limits, 0)
	waits := countByDeck(w.decks, queue)
	if c.Bool("json") {
		out := struct {
			V        int          `json:"v"`
			Decks    []deckCounts `json:"decks"`
			New      int          `json:"new"`
			Learning int          `json:"learning"`
			Due      int          `json:"due"`
			Total    int          `json:"total"`
			Held     held         `json:"held"`             // by the limits of the day
			Paused   string       `json:"paused,omitempty"` // until this study day
			Later    string       `json:"later,omitempty"`
			Exams    []examJSON   `json:"exams,omitempty"` // with the cards that cannot be ready
		}{V: 1, Decks: waits, Held: heldBack(planned, queue, now, limits), Later: later(planned, queue, now, limits)}
		if out.Exams, err = exams.outlooks(items, now); err != nil {
			return err
		}
		if limits.Paused > 0 {
			out.Paused = limits.Paused.String()
		}
		for _, d := range waits {
			out.New, out.Learning, out.Due = out.New+d.New, out.Learning+d.Learning, out.Due+d.Due
		}
		out.Total = len(queue)
		return writeJSON(c.App.Writer, out)
	}
	tellPause(c.App.ErrWriter, limits.Paused)
	for _, d := range waits {
		fmt.Fprintf(c.App.Writer, "%s: %d new, %d learning, %d due\n", printable(d.Deck), d.New, d.Learning, d.Due)
	}
	if err := exams.tell(c, items, now, ""); err != nil {
		return err
	}
	if len(queue) == 0 {
		heldBack(planned, queue, now, limits).tell(c.App.ErrWriter)
		if day := later(planned, queue, now, limits); day != "" {
			fmt.Fprintf(c.App.ErrWriter, "nothing waits until %s\n", day)
		}
	}
	return nil
}

// later returns the day on which a card outside a queue waits, "" for none.
func later(items, queue []quiz.Item, now quiz.Moment, l quiz.Limits) string {
	if day := quiz.Later(items, queue, now, l); day != 0 {
		return day.String()
	}
	return ""
}

// countByDeck counts the cards of items for each deck, in the order of decks.
func countByDeck(loaded []*decks.Deck, items []quiz.Item) []deckCounts {
	counts := make([]deckCounts, len(loaded))
	index := map[string]int{}
	for i, d := range loaded {
		counts[i] = deckCounts{Deck: d.ID, Title: d.Title}
		index[d.ID] = i
	}
	for _, it := range items {
		counts[index[it.Card.ID.Deck]].add(it.Progress)
	}
	return counts
}
