package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/decks"
)

func addCommand() *cli.Command {
	return &cli.Command{
		Name:      "add",
		Usage:     "add a question to a deck",
		ArgsUsage: "DECK",
		Description: "On a terminal it asks for questions and answers, shows each card as it will look, and\n" +
			"writes it behind the last question. With --ask or --cloze it adds one question and\n" +
			"asks nothing. The kind follows from what is typed: 34259 and 2.5 are numbers, true and\n" +
			"false are themselves, 2024-10-24 is a date, {{gaps}} in the question make a cloze; all\n" +
			"else is text. Several items have ; between, \\; is one inside an item.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "ask", Usage: "the `QUESTION`"},
			&cli.StringSliceFlag{Name: "answer", Usage: "what is right; again for each right option"},
			&cli.BoolFlag{Name: "text", Usage: "the answer is a text, whatever it looks like"},
			&cli.StringSliceFlag{Name: "accept", Usage: "other `ANSWERS` that are just as right"},
			&cli.StringSliceFlag{Name: "choices", Usage: "the `OPTIONS` to pick from; the right one is added"},
			&cli.StringFlag{Name: "cloze", Usage: "a `TEXT` with {{gaps}}"},
			&cli.StringSliceFlag{Name: "list", Usage: "the `ITEMS` wanted, in any order"},
			&cli.StringSliceFlag{Name: "order", Usage: "the `ITEMS` wanted, in this order"},
			&cli.StringSliceFlag{Name: "pairs", Usage: "`PAIRS` to match: left = right; left = right"},
			&cli.StringFlag{Name: "unit", Usage: "of a number"},
			&cli.StringFlag{Name: "tolerance", Usage: "of a number: 2, 5% or 30..40"},
			&cli.StringSliceFlag{Name: "hint", Usage: "shown on request; again for the next one"},
			&cli.StringFlag{Name: "explain", Usage: "shown after the answer"},
			&cli.StringFlag{Name: "group", Usage: "a group of the deck"},
			&cli.StringFlag{Name: "id", Usage: "made from the question where most others have one"},
			&cli.StringSliceFlag{Name: "tags", Aliases: []string{"tag"}, Usage: "`TAGS`"},
			&cli.StringFlag{Name: "file", Usage: "the `FILE` of a deck in parts, named by its id"},
			&cli.BoolFlag{Name: "create", Usage: "begin the deck if it is not there"},
			&cli.StringFlag{Name: "title", Usage: "of a new deck, else the name of its file"},
			&cli.StringFlag{Name: "language", Usage: "of a new deck, as en or pt-BR"},
			jsonFlag(),
		},
		Action: add,
	}
}

func add(c *cli.Context) error {
	if c.NArg() != 1 {
		return usage("add takes one deck\nhint: recto add facts.toml")
	}
	d, given := draftOf(c)
	interactive := !given && isTerminal(c.App.Reader) && isTerminal(c.App.Writer)
	if !given && !interactive {
		return usage("add needs a question where it cannot ask for one\nhint: recto add %s --ask QUESTION --answer ANSWER", printable(c.Args().First()))
	}
	_, cfg, err := settings()
	if err != nil {
		return err
	}
	t, err := findTarget(newLoader(c), cfg, c.Args().First(), c.String("file"))
	if err != nil {
		return err
	}
	if interactive {
		return askFor(c, t)
	}
	if t.missing() {
		if !c.Bool("create") {
			return badInput("%s is not there\nhint: --create begins a new deck", printable(t.path))
		}
		if err := t.begin(c.String("title"), c.String("language")); err != nil {
			return err
		}
	}
	added, err := t.put(d)
	var bad badQuestion
	if errors.As(err, &bad) {
		return fmt.Errorf("the question is not added: %w", bad.error)
	}
	if err != nil {
		return err
	}
	return tellAdded(c, t, added)
}

// draftOf returns the question that the flags state, and whether they do.
func draftOf(c *cli.Context) (d draft, given bool) {
	items := func(name string) (all []string) {
		for _, text := range c.StringSlice(name) {
			all = append(all, splitItems(text)...)
		}
		return all
	}
	d = draft{
		id: c.String("id"), ask: c.String("ask"), cloze: c.String("cloze"), text: c.Bool("text"),
		answers: c.StringSlice("answer"), accept: items("accept"), choices: items("choices"),
		list: items("list"), order: items("order"), pairs: items("pairs"),
		unit: c.String("unit"), tolerance: c.String("tolerance"),
		hints: c.StringSlice("hint"), explain: c.String("explain"), group: c.String("group"), tags: items("tags"),
	}
	if len(d.choices) > 0 && len(d.answers) == 1 && !d.text { // several right options in one flag
		d.answers = splitItems(d.answers[0])
	}
	if d.cloze == "" && strings.Contains(d.ask, "{{") && len(d.answers)+len(d.list)+len(d.order)+len(d.pairs) == 0 {
		d.ask, d.cloze = "", d.ask
	}
	for _, name := range []string{"ask", "cloze", "answer", "list", "order", "pairs"} {
		given = given || c.IsSet(name)
	}
	return d, given
}

// begin makes the target a deck that is going to be created.
func (t *target) begin(title, language string) error {
	name, err := deckName(t.path)
	if err != nil {
		return err
	}
	if title == "" {
		title = name
	}
	begin, err := newBegin(title, language)
	t.begins = []byte(begin)
	return err
}

// tellAdded says what was added, and what could be better about it.
func tellAdded(c *cli.Context, t *target, a *addition) error {
	q := a.question
	if c.Bool("json") {
		type weakness struct {
			Code     string `json:"code"`
			Severity string `json:"severity"`
			Line     int    `json:"line"`
			Column   int    `json:"column"`
			Message  string `json:"message"`
			Hint     string `json:"hint,omitempty"`
		}
		out := struct {
			V        int        `json:"v"`
			File     string     `json:"file"`
			Deck     string     `json:"deck"`
			ID       string     `json:"id"` // written, or derived: then it begins with ~
			Kind     string     `json:"kind"`
			Question int        `json:"question"` // its number in the file, from 1
			Line     int        `json:"line"`
			Findings []weakness `json:"findings"`
		}{1, t.path, q.Deck.ID, q.ID, q.Kind.String(), q.Number, q.Pos.Line, []weakness{}}
		for _, f := range a.findings {
			out.Findings = append(out.Findings, weakness{f.Code, string(f.Severity), f.Pos.Line, f.Pos.Column, f.Message, f.Hint})
		}
		return writeJSON(c.App.Writer, out)
	}
	fmt.Fprintf(c.App.ErrWriter, "%s: added question %d, %s\n", printable(t.path), q.Number, kindName(q.Kind))
	for _, f := range a.findings {
		fmt.Fprintf(c.App.ErrWriter, "%s: %s\n", f.Code, f.Error)
	}
	return nil
}

// kindName returns the name of a kind as a sentence has it.
func kindName(k decks.Kind) string {
	switch k {
	case decks.TrueFalse:
		return "true or false"
	case decks.Short:
		return "a text"
	case decks.Order:
		return "an order"
	case decks.Multiple:
		return "a choice of several"
	}
	return "a " + k.String()
}
