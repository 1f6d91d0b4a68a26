package main

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/quiz/plain"
	"recto/quiz/tui"
	"recto/quiz/tui/frame"
)

func previewCommand() *cli.Command {
	return &cli.Command{
		Name:      "preview",
		Usage:     "how each card will look, studied and on paper, again whenever the file is saved",
		ArgsUsage: "DECK [QUESTION]",
		Description: "QUESTION is a number, an id, or words of the question to begin with. On a terminal the\n" +
			"deck is read again after each save, and the question that changed is shown; what check\n" +
			"says about it stands below. Elsewhere every card is written once, front and back; then\n" +
			"QUESTION is the only one. \"recto help previewing\" tells more.",
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "plain", Usage: "sequential lines, for pipes and screen readers"},
			jsonFlag(),
		},
		Action: preview,
	}
}

func preview(c *cli.Context) error {
	if c.NArg() == 0 {
		return usage("preview needs a deck\nhint: recto preview facts.toml")
	}
	if c.NArg() > 2 {
		return usage("preview takes one deck and one question, not %d arguments\nhint: a folder is a deck too; quote the words of a question", c.NArg())
	}
	_, cfg, err := settings()
	if err != nil {
		return err
	}
	in, out, ok := fullScreen(c)
	if !ok || c.Bool("json") {
		return writePreview(c, newDeckReader(c, cfg, c.Args().First()))
	}
	o, err := previewOptions(c, cfg, c.Context)
	if err != nil {
		return err
	}
	err = frame.Run(c.Context, terminal(c, cfg, in, out), tui.Cards(c.Context, o))
	if errors.Is(err, frame.ErrInterrupted) {
		return silent(exitInterrupted)
	}
	return err
}

// previewOptions returns what the screen of a preview needs beside a terminal.
// The files are watched until ctx is over.
func previewOptions(c *cli.Context, cfg *config, ctx context.Context) (o tui.PreviewOptions, err error) {
	r := newDeckReader(c, cfg, c.Args().First())
	if o.First, err = r.first(); err != nil {
		return o, err
	}
	if c.NArg() == 2 && len(o.First.Questions) > 0 {
		if o.Start, err = findQuestion(o.First.Questions, c.Args().Get(1)); err != nil {
			return o, err
		}
	}
	o.Changes, o.Read, o.Pictures = r.watch(ctx), r.read, pictures(c, cfg)
	o.Words, o.Keymap = speech(), cfg.Keys
	o.Edit = func(file string, line int) (*exec.Cmd, error) {
		if inLibrary(file) {
			return nil, errors.New("the deck is inside the program and cannot be edited")
		}
		return editorCommand(file, line)
	}
	return o, nil
}

// writePreview writes every card once, or those of one question.
func writePreview(c *cli.Context, r *deckReader) error {
	loaded, err := loadDecks(c, r.config, []string{r.name})
	if err != nil {
		return err
	}
	e := r.edition(loaded)
	all := len(e.Questions)
	from := 0
	if c.NArg() == 2 {
		if from, err = findQuestion(e.Questions, c.Args().Get(1)); err != nil {
			return err
		}
		e.Questions = e.Questions[from : from+1]
	}
	if c.Bool("json") {
		return writeJSON(c.App.Writer, previewJSON(e))
	}
	found := byPlace(e.Lint())
	return plain.Preview(c.App.Writer, plain.PreviewOptions{
		Measure: measureImage,
		Words:   speech(), Questions: e.Questions, First: from + 1, Total: all,
		Paper: func(q *decks.Question, answer bool) (lines, warnings []string) {
			return e.Paper(q, answer, paperColumns)
		},
		Findings: func(q *decks.Question) (said []string) {
			for _, f := range found[q.File][q.Number] {
				text := f.Code + ": " + f.Message
				if f.Hint != "" {
					text += "\nhint: " + f.Hint
				}
				said = append(said, text)
			}
			return said
		},
	})
}

// paperColumns is the width of the paper in lines of text.
const paperColumns = 72

// findQuestion returns the place of the question that a number, an id, or words
// of its text name.
func findQuestion(all []*decks.Question, name string) (int, error) {
	if n, err := strconv.Atoi(name); err == nil {
		if n < 1 || n > len(all) {
			return 0, usage("there is no question %d\nhint: the deck has questions 1 to %d", n, len(all))
		}
		return n - 1, nil
	}
	for i, q := range all {
		if q.ID == name {
			return i, nil
		}
	}
	for i, q := range all {
		if strings.Contains(strings.ToLower(q.Ask+"\n"+q.Text), strings.ToLower(name)) {
			return i, nil
		}
	}
	var ids []string
	for _, q := range all {
		ids = append(ids, q.ID)
	}
	text := fmt.Sprintf("no question has the id or the words %q", printable(name))
	if near := decks.Nearest(name, ids); near != "" {
		text += fmt.Sprintf(", did you mean %q?", near)
	}
	return 0, usage("%s", text)
}
