package main

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/cases"

	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/query"
)

func cardsCommand() *cli.Command {
	search := &cli.StringSliceFlag{Name: "search", Usage: "only cards that hold all these words in text, answer, tags or id (may be repeated)"}
	reach := func() cli.Flag {
		return &cli.StringSliceFlag{Name: "deck", Usage: "a further DECK to look the ids up in (may be repeated)"}
	}
	return &cli.Command{
		Name:      "cards",
		Usage:     "list, search and explain cards; suspend, bury, flag or reset them",
		ArgsUsage: "[DECK...]",
		Description: "On a terminal a screen of cards to search, read, change and edit; ? shows its keys.\n" +
			"Elsewhere a line a card: id, state, due day, lapses, and the question, with tabs between.\n" +
			"An id is deck/question/face; deck/question stands for all cards of a question.\n" +
			"\"recto history undo\" takes each of them back.",
		Flags: []cli.Flag{search, whereFlag("cards"),
			&cli.BoolFlag{Name: "plain", Usage: "lines, on a terminal too"},
			&cli.BoolFlag{Name: "leeches", Usage: "only cards that are forgotten again and again, and what they were confused with"}, jsonFlag()},
		Action: listCards,
		Subcommands: []*cli.Command{
			{Name: "suspend", Usage: "out of the queue until unsuspend", ArgsUsage: "ID...", Flags: []cli.Flag{reach()},
				Action: change(func(e *quiz.Event, _ quiz.Moment) { e.Kind = quiz.SuspendEvent })},
			{Name: "unsuspend", Usage: "back into the queue", ArgsUsage: "ID...", Flags: []cli.Flag{reach()},
				Action: change(func(e *quiz.Event, _ quiz.Moment) { e.Kind = quiz.UnsuspendEvent })},
			{Name: "bury", Usage: "out of the queue until tomorrow", ArgsUsage: "ID...", Flags: []cli.Flag{reach()},
				Action: change(func(e *quiz.Event, now quiz.Moment) { e.Kind, e.Bury = quiz.BuryEvent, now.Day+1 })},
			{Name: "flag", Usage: "mark with 1 to 7, 0 for none", ArgsUsage: "N ID...", Flags: []cli.Flag{reach()}, Action: flagCards},
			{Name: "reset", Usage: "new again; the events stay", ArgsUsage: "ID...", Flags: []cli.Flag{reach()},
				Action: change(func(e *quiz.Event, _ quiz.Moment) { e.Kind = quiz.ResetEvent })},
			whyCommand(reach()),
		},
	}
}

// cardLine is a card of the list.
type cardLine struct {
	ID         string   `json:"id"`
	Kind       string   `json:"kind"`
	Text       string   `json:"text"`
	Answer     string   `json:"answer"`
	Tags       []string `json:"tags"`
	State      string   `json:"state"`
	Due        string   `json:"due,omitempty"` // study day
	Stability  float64  `json:"stability,omitempty"`
	Difficulty float64  `json:"difficulty,omitempty"`
	Reps       int      `json:"reps"`
	Lapses     int      `json:"lapses"`
	Suspended  bool     `json:"suspended"`
	Buried     string   `json:"buried,omitempty"` // until this study day
	Flag       int      `json:"flag,omitempty"`

	Confused []confusedJSON `json:"confused,omitempty"` // only with --leeches and of why
}

func listCards(c *cli.Context) error {
	if c.Bool("leeches") {
		return listLeeches(c)
	}
	if in, out, ok := fullScreen(c); ok && !c.Bool("json") {
		return browseCards(c, in, out)
	}
	q, err := readWhere(c)
	if err != nil {
		return err
	}
	w, err := openDealt(c, true)
	if err != nil {
		return err
	}
	defer w.Close()
	lines := newCardLines(c)
	if err := w.listed(c, q, lines.add); err != nil {
		return err
	}
	return lines.end()
}

// listed hands over the lines of the cards that a query matches and that hold
// the words of --search, in the order of the decks.
func (w *workspace) listed(c *cli.Context, q query.Query, each func(cardLine) error) error {
	now := w.clock.Now()
	items, _, err := w.deal(c, now)
	if err != nil {
		return err
	}
	ask, err := w.queryNow(c.Context, q)
	if err != nil {
		return err
	}
	words := searchWords(c.StringSlice("search"))
	return w.inParts(items, func(some []quiz.Item) error {
		for _, it := range some {
			asked := query.NewItem(it.Card, it.Progress)
			if line := lineOf(it, now.Day); q.Match(&asked, &ask) && line.holds(words) {
				if err := each(line); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// cardLines writes the list, line by line or as one object.
type cardLines struct {
	out  *bufio.Writer
	all  []cardLine // for JSON
	json bool
}

func newCardLines(c *cli.Context) *cardLines {
	return &cardLines{out: bufio.NewWriter(c.App.Writer), all: []cardLine{}, json: c.Bool("json")}
}

func (l *cardLines) add(line cardLine) error {
	if l.json {
		l.all = append(l.all, line)
		return nil
	}
	_, err := fmt.Fprintf(l.out, "%s\t%s\t%s\t%d\t%s\n", printable(line.ID), line.stateWords(), line.Due, line.Lapses, markup.Isolate(line.Text))
	return err
}

// end writes what is left to be written.
func (l *cardLines) end() error {
	if l.json {
		if err := writeJSON(l.out, struct {
			V     int        `json:"v"`
			Cards []cardLine `json:"cards"`
		}{1, l.all}); err != nil {
			return err
		}
	}
	return l.out.Flush()
}

func lineOf(it quiz.Item, today quiz.Day) cardLine {
	p, q := it.Progress, it.Card.Question
	l := cardLine{
		ID: it.Card.ID.String(), Kind: it.Card.Kind().String(), Tags: notNil(q.Tags),
		Text: markup.Line(it.Card.Ask()), Answer: markup.Line(it.Card.Shown()),
		State: p.State.String(), Stability: p.Stability, Difficulty: p.Difficulty,
		Reps: p.Reps, Lapses: p.Lapses, Suspended: p.Suspended, Flag: p.Flag,
	}
	if p.State != quiz.New {
		l.Due = p.DueDay.String()
	}
	if p.BuriedOn(today) {
		l.Buried = p.Buried.String()
	}
	return l
}

// stateWords is the state with what the learner did to the card.
func (l cardLine) stateWords() string {
	words := []string{l.State}
	if l.Suspended {
		words = append(words, "suspended")
	}
	if l.Buried != "" {
		words = append(words, "buried")
	}
	if l.Flag > 0 {
		words = append(words, fmt.Sprintf("flag %d", l.Flag))
	}
	return strings.Join(words, ", ")
}

// searchWords splits what is searched into folded words.
func searchWords(texts []string) []string {
	return strings.Fields(cases.Fold().String(strings.Join(texts, " ")))
}

// holds reports whether the card holds every word somewhere.
func (l cardLine) holds(words []string) bool {
	if len(words) == 0 {
		return true
	}
	all := cases.Fold().String(strings.Join(append([]string{l.ID, l.Text, l.Answer}, l.Tags...), "\n"))
	for _, word := range words {
		if !strings.Contains(all, word) {
			return false
		}
	}
	return true
}
