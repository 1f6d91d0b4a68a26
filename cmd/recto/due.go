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
	d, err := w.look(c)
	if err != nil {
		return err
	}
	now, items, planned, queue, limits, exams := d.now, d.items, d.planned, d.queue, d.limits, d.exams
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

// dealt is what waits at a moment, and what that follows from.
type dealt struct {
	now     quiz.Moment
	items   []quiz.Item // all cards
	planned []quiz.Item // the same with the exams heeded
	queue   []quiz.Item
	limits  quiz.Limits
	exams   *exams
}

// look deals the cards that a session would bring now. Nothing is written.
func (w *workspace) look(c *cli.Context) (*dealt, error) {
	d := &dealt{now: w.clock.Now()}
	var done quiz.Done
	var err error
	if d.items, done, err = w.deal(c, d.now); err != nil {
		return nil, err
	}
	weights, err := w.store.Weights(c.Context)
	if err != nil {
		return nil, err
	}
	if d.limits, err = w.dayLimits(c.Context, done, d.now, weights); err != nil {
		return nil, err
	}
	if d.exams, err = w.exams(c, weights, d.now.Day); err != nil {
		return nil, err
	}
	d.planned = d.exams.prepare(d.items, d.now, &d.limits)
	d.queue = quiz.Queue(d.planned, d.now, d.limits, 0)
	return d, nil
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
