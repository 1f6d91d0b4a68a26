package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"github.com/urfave/cli/v2"

	"recto/quiz"
	"recto/quiz/fsrs"
	"recto/quiz/history"
)

func exportHistory(c *cli.Context) error {
	store, err := openOwnHistory(c, true)
	if err != nil {
		return err
	}
	defer store.Close()
	path := c.Args().First()
	switch {
	case c.NArg() > 1:
		return usage("history export takes one file name at most")
	case c.Bool("json"):
		return exportJSON(c, store)
	case path == "" || path == "-":
		return store.Export(c.Context, c.App.Writer)
	}
	return slowly(c.App.ErrWriter, "exporting the history", func() error {
		return writeAll(path, func(w io.Writer) error { return store.Export(c.Context, w) })
	})
}

// exportJSON prints the events as one object, the same events as the lines.
func exportJSON(c *cli.Context, store *history.Store) error {
	if c.NArg() > 0 {
		return usage("history export --json prints to the standard output and takes no file")
	}
	w := c.App.Writer
	if _, err := io.WriteString(w, "{\"v\":1,\"events\":["); err != nil {
		return err
	}
	between := &separated{to: w}
	if err := store.Export(c.Context, between); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n]}\n")
	return err
}

// separated writes lines as the items of a JSON array.
type separated struct {
	to     io.Writer
	inside bool // of a line
	some   bool // a line was written
}

func (s *separated) Write(p []byte) (int, error) {
	out := make([]byte, 0, len(p)+64)
	for _, b := range p {
		if b == '\n' {
			s.inside = false
			continue
		}
		if !s.inside {
			if s.some {
				out = append(out, ',')
			}
			out = append(out, '\n')
			s.inside, s.some = true, true
		}
		out = append(out, b)
	}
	if _, err := s.to.Write(out); err != nil {
		return 0, err
	}
	return len(p), nil
}

func importHistory(c *cli.Context) error {
	path, err := oneFile(c)
	if err != nil {
		return err
	}
	from, closeInput, err := openInput(c, path)
	if err != nil {
		return err
	}
	defer closeInput()
	store, err := openOwnHistory(c, false)
	if err != nil {
		return err
	}
	defer store.Close()
	var done history.Imported
	err = slowly(c.App.ErrWriter, "importing", func() (err error) {
		done, err = store.Import(c.Context, from)
		return err
	})
	var line *history.LineError
	if errors.As(err, &line) && !errors.Is(err, context.Canceled) {
		err = fmt.Errorf("%s:%d: %w\nhint: nothing was imported; name a file that recto history export wrote", printable(path), line.Line, line.Err)
		if errors.Is(err, history.ErrConflict) {
			return &failure{exitConflict, err}
		}
		return &failure{exitInput, err}
	}
	if err != nil {
		return err
	}
	if c.Bool("json") {
		return writeJSON(c.App.Writer, struct {
			V     int `json:"v"`
			Added int `json:"added"`
			Known int `json:"known"`
		}{1, done.Added, done.Known})
	}
	_, err = fmt.Fprintf(c.App.ErrWriter, "imported %s, %d known already\n", count(done.Added, "event"), done.Known)
	return err
}

func undoHistory(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	n := c.Int("count")
	if n < 1 || n > 10000 {
		return usage("--count must be from 1 to 10000")
	}
	undone, err := undoLast(c, n)
	if err != nil {
		return err
	}
	return reportUndo(c, undone)
}

// undoLast takes the last n actions back, and returns the events of them.
func undoLast(c *cli.Context, n int) ([]quiz.Event, error) {
	w, err := newWorkspace()
	if err != nil {
		return nil, err
	}
	store, err := openExisting(c.Context, w.paths.History)
	if err != nil {
		return nil, err
	}
	defer store.Close()
	actions, err := lastActions(c, store, n)
	if err != nil {
		return nil, err
	}
	if len(actions) == 0 {
		return nil, &failure{exitFindings, errors.New("there is nothing to undo")}
	}
	return takeBack(c.Context, store, actions, w.clock.Now())
}

// takeBack commits one undo of actions and returns the events it names.
func takeBack(ctx context.Context, store *history.Store, actions [][]quiz.EventID, now quiz.Moment) ([]quiz.Event, error) {
	ids := slices.Concat(actions...)
	undone, err := store.EventsOf(ctx, ids...)
	if err != nil {
		return nil, err
	}
	undo, err := quiz.UndoOf(ids, now.At.UnixMilli(), rand.Reader)
	if err != nil {
		return nil, err
	}
	return undone, store.Commit(ctx, undo...)
}

func reportUndo(c *cli.Context, undone []quiz.Event) error {
	if c.Bool("json") {
		out := struct {
			V      int      `json:"v"`
			Undone []string `json:"undone"`
		}{V: 1, Undone: []string{}}
		for _, e := range undone {
			out.Undone = append(out.Undone, e.ID.String())
		}
		return writeJSON(c.App.Writer, out)
	}
	lines := undoLines(undone)
	for _, line := range lines[:min(len(lines), maxUndone)] {
		if _, err := fmt.Fprintf(c.App.ErrWriter, "undone: %s\n", line); err != nil {
			return err
		}
	}
	if more := len(lines) - maxUndone; more > 0 {
		_, err := fmt.Fprintf(c.App.ErrWriter, "undone: %d more\n", more)
		return err
	}
	return nil
}

// maxUndone is of how many undone events a line tells.
const maxUndone = 20

// undoLines says what was undone: a line for each event, and one for all the
// due days that were moved together.
func undoLines(undone []quiz.Event) (lines []string) {
	due := 0
	for _, e := range undone {
		what, of := string(e.Kind), printable(e.Card.String())
		switch {
		case e.Kind == quiz.DueEvent && e.Card == quiz.PauseCard():
			lines = append(lines, "what was said about a pause")
			continue
		case e.Kind == quiz.UndoEvent: // of the end of a pause
			continue
		case e.Kind == quiz.DueEvent:
			due++
			continue
		case e.Review != nil:
			what = "rating " + e.Review.Rating.String()
		case e.Relink != nil:
			of = count(len(e.Relink), "card")
		case e.Settings != nil && e.Settings.Deck == "":
			what, of = "parameters", "all decks"
		case e.Settings != nil:
			what, of = "parameters", printable(e.Settings.Deck)
		}
		lines = append(lines, what+" of "+of)
	}
	if due > 0 {
		lines = append(lines, "the moving of "+count(due, "due day"))
	}
	return lines
}

func backupHistory(c *cli.Context) error {
	path, err := oneFile(c)
	if err != nil {
		return err
	}
	if path == "-" {
		return usage("a backup is a file of its own, - is none\nhint: recto history export prints the history")
	}
	store, err := openOwnHistory(c, true)
	if err != nil {
		return err
	}
	defer store.Close()
	if _, err := os.Stat(store.Path()); errors.Is(err, fs.ErrNotExist) {
		return badInput("there is no history at %s yet\nhint: recto config prints where it is looked for", printable(store.Path()))
	}
	err = slowly(c.App.ErrWriter, "copying the history", func() error { return store.Backup(c.Context, path) })
	if errors.Is(err, fs.ErrExist) {
		return &failure{exitConflict, fmt.Errorf("%s is there already and stays as it is\nhint: choose another name", printable(path))}
	}
	if err != nil {
		return &failure{exitStorage, err}
	}
	_, err = fmt.Fprintf(c.App.ErrWriter, "wrote %s\n", printable(path))
	return err
}

func restoreHistory(c *cli.Context) error {
	path, err := oneFile(c)
	if err != nil {
		return err
	}
	where, err := findPaths()
	if err != nil {
		return err
	}
	var done history.Restored
	err = slowly(c.App.ErrWriter, "restoring the history", func() (err error) {
		done, err = history.Restore(c.Context, where.History, path, fsrs.Models)
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return badInput("%s: no such file\nhint: name a file that recto history backup wrote", printable(path))
	}
	var bad *history.Error
	if errors.As(err, &bad) && sameFile(bad.Path, path) {
		return badInput("%s is %v\nhint: name a file that recto history backup wrote", printable(path), bad.Kind)
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(c.App.ErrWriter, "restored %s\n", count(done.Events, "event"))
	if done.Aside != "" {
		fmt.Fprintf(c.App.ErrWriter, "the history from before is kept in %s\n", printable(done.Aside))
	}
	return nil
}

func verifyHistory(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	repair := c.Bool("repair")
	store, err := openOwnHistory(c, !repair)
	if err != nil {
		return err
	}
	defer store.Close()
	mended := 0
	var report history.Report
	if err := slowly(c.App.ErrWriter, "examining the history", func() (err error) {
		if repair {
			if mended, err = store.Rebuild(c.Context); err != nil {
				return err
			}
		}
		report, err = store.Verify(c.Context)
		return err
	}); err != nil {
		return err
	}
	if err := printReport(c, report, mended); err != nil {
		return err
	}
	if !report.Sound() {
		return silent(exitFindings)
	}
	return nil
}

func printReport(c *cli.Context, r history.Report, mended int) error {
	if c.Bool("json") {
		return writeJSON(c.App.Writer, struct {
			V        int      `json:"v"`
			Sound    bool     `json:"sound"`
			Events   int      `json:"events"`
			Cards    int      `json:"cards"`
			Mended   int      `json:"mended"`
			Problems []string `json:"problems"`
			Stale    []string `json:"stale"`
		}{1, r.Sound(), r.Events, r.Cards, mended, notNil(r.Problems), notNil(r.Stale)})
	}
	for _, p := range r.Problems {
		fmt.Fprintf(c.App.Writer, "wrong: %s\n", printable(p))
	}
	for _, p := range r.Stale {
		fmt.Fprintf(c.App.Writer, "stale: %s\n", printable(p))
	}
	if mended > 0 {
		fmt.Fprintf(c.App.Writer, "mended: %s\n", count(mended, "place"))
	}
	word := "sound"
	if !r.Sound() {
		word = "not sound"
		if len(r.Problems) == 0 {
			word += "; recto history verify --repair mends it"
		}
	}
	_, err := fmt.Fprintf(c.App.Writer, "%s, progress of %s: %s\n", count(r.Events, "event"), count(r.Cards, "card"), word)
	return err
}

// openExisting opens a history to change it, without making one: what was
// never studied has nothing to undo.
func openExisting(ctx context.Context, where string) (*history.Store, error) {
	reading, err := openHistory(ctx, where, true)
	if err != nil {
		return nil, err
	}
	last, err := reading.LastTime(ctx)
	if err != nil || last == 0 {
		return reading, err
	}
	reading.Close()
	return openHistory(ctx, where, false)
}
