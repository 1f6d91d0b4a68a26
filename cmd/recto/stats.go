package main

import (
	"maps"
	"slices"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
	"recto/quiz/stats"
)

func statsCommand() *cli.Command {
	return &cli.Command{
		Name:      "stats",
		Usage:     "retention, forecast, calendar, hardest cards, what is confused",
		ArgsUsage: "[DECK...]",
		Description: "Pages on a terminal, text elsewhere. Without a DECK: all that was ever studied.\n" +
			"--html and --svg write a page for a browser and for paper, without anything that is\n" +
			"loaded from elsewhere. \"recto help statistics\" says what each figure counts.",
		Flags: []cli.Flag{
			jsonFlag(),
			&cli.BoolFlag{Name: "plain", Usage: "text without block characters, one page after the other"},
			&cli.StringFlag{Name: "html", Usage: "write a page to `FILE.html`, - for the standard output"},
			&cli.StringFlag{Name: "svg", Usage: "write a picture to `FILE.svg`, - for the standard output"},
			&cli.StringFlag{Name: "since", Usage: "only reviews from the day `DATE` on, as 2026-01-31"},
			&cli.StringSliceFlag{Name: "tag", Usage: "only cards with the tag `T` (may be repeated: any of them)"},
		},
		Action: showStats,
	}
}

func showStats(c *cli.Context) error {
	o, err := readStatsFlags(c)
	if err != nil {
		return err
	}
	r, err := readStatistics(c, o)
	if err != nil {
		return err
	}
	return o.show(c, r)
}

// readStatistics counts what a command line asks for.
func readStatistics(c *cli.Context, o statsOptions) (*stats.Report, error) {
	w, err := newWorkspace()
	if err != nil {
		return nil, err
	}
	if err := w.open(c, true); err != nil {
		return nil, err
	}
	defer w.Close()
	s, err := w.statsScope(c)
	if err != nil {
		return nil, err
	}
	return w.statistics(c, s, o.since)
}

// statistics counts the reviews of a scope.
func (w *workspace) statistics(c *cli.Context, s statsScope, since quiz.Day) (*stats.Report, error) {
	counter := stats.NewCounter(stats.Options{Today: w.clock.Now().Day, Since: since, Only: s.only})
	if err := w.store.Held(c.Context, func(e quiz.Event) error { counter.Add(e); return nil }); err != nil {
		return nil, err
	}
	weights, err := w.store.Weights(c.Context)
	if err != nil {
		return nil, err
	}
	in := stats.Input{Decks: s.decks, Known: w.progress, Seen: w.lastSaid(c.Context), Recall: recallOf(weights, w.clock.Now().Day)}
	maps.DeleteFunc(w.progress, func(id decks.CardID, _ quiz.Progress) bool { return !s.only(id) })
	in.Items = slices.DeleteFunc(w.items(), func(it quiz.Item) bool { return !s.only(it.Card.ID) })
	return counter.Report(in), nil
}

// recallOf returns a function that gives the probability of remembering a card
// on a day; the model of each deck is made once.
func recallOf(weights quiz.Weights, today quiz.Day) func(decks.CardID, quiz.Progress) float64 {
	models := map[string]*fsrs.Model{}
	return func(id decks.CardID, p quiz.Progress) float64 {
		m, ok := models[id.Deck]
		if !ok {
			m, _ = fsrs.NewModel(weights.For(id.Deck)) // the store folded with the same weights
			models[id.Deck] = m
		}
		if m == nil {
			return 0
		}
		return m.Recall(p, today)
	}
}

// statsScope is what a command line asks statistics of.
type statsScope struct {
	decks []*decks.Deck // at hand
	only  func(decks.CardID) bool
}

// statsScope loads what the arguments name. Without any, the scope is every
// deck that was studied, and those of the configuration.
func (w *workspace) statsScope(c *cli.Context) (s statsScope, err error) {
	studied := map[string]bool{}
	for id := range w.progress {
		studied[id.Deck] = true
	}
	wanted := map[string]bool{}
	if c.NArg() == 0 {
		if w.decks, err = w.allStudied(c, studied); err != nil {
			return s, err
		}
		wanted = studied
	} else if w.decks, err = w.namedStudied(c, studied, wanted); err != nil {
		return s, err
	}
	for _, d := range w.decks {
		wanted[d.ID] = true
	}
	s.decks = w.decks
	tagged, err := tagged(w.items(), c.StringSlice("tag"))
	if err != nil {
		return s, err
	}
	if tagged == nil {
		s.only = func(id decks.CardID) bool { return wanted[id.Deck] }
		return s, nil
	}
	has := map[decks.CardID]bool{}
	for _, it := range w.items() {
		has[it.Card.ID] = tagged(it)
	}
	s.only = func(id decks.CardID) bool { return has[id] }
	return s, nil
}

// namedStudied loads the decks that the arguments name. A name that no deck in
// reach has may be that of a deck that was studied; it is wanted then.
func (w *workspace) namedStudied(c *cli.Context, studied, wanted map[string]bool) ([]*decks.Deck, error) {
	var names []string
	for _, name := range c.Args().Slice() {
		if studied[name] && newLoader(c).add(name, w.config) != nil {
			wanted[name] = true
			continue
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return nil, nil
	}
	return loadDecks(c, w.config, names)
}

// allStudied loads the decks that were studied and those of the configuration:
// from where each is in reach, else from where it was last. Before the first
// review it is what study would begin with.
func (w *workspace) allStudied(c *cli.Context, studied map[string]bool) ([]*decks.Deck, error) {
	if len(studied) == 0 {
		return loadDecks(c, w.config, nil)
	}
	reach, err := loadReach(c, w.config, nil)
	if err != nil {
		return nil, err
	}
	configured := w.config.Decks
	missing := map[string]bool{}
	for id := range studied {
		missing[id] = true
	}
	for _, d := range reach {
		delete(missing, d.ID)
	}
	kept := slices.DeleteFunc(reach, func(d *decks.Deck) bool {
		return !studied[d.ID] && (len(configured) == 0 || isLibrary(d))
	})
	var ids []string
	for id := range missing {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		said, err := w.store.SeenInDeck(c.Context, id)
		if err != nil {
			return nil, err
		}
		for _, d := range loadBeside(c.Context, id, said) {
			if d.ID == id {
				kept = append(kept, d)
			}
		}
	}
	return kept, nil
}
