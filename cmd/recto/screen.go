package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/plain"
	"recto/quiz/tui"
	"recto/quiz/tui/frame"
	"recto/quiz/words"
)

// runSession runs a session on the full screen where there is one, else as
// lines of text.
func runSession(c *cli.Context, w *workspace, s *quiz.Session, weights quiz.Weights) error {
	var err error
	if in, out, ok := fullScreen(c); ok {
		err = frame.Run(c.Context, terminal(c, w.config, in, out), tui.Study(c.Context, s, screenOptions(c, w, weights)))
	} else {
		err = plain.Run(c.Context, s, c.App.Reader, c.App.Writer, plain.Options{
			Now:     w.now,
			Store:   w.store,
			Echo:    !isTerminal(c.App.Reader),
			Edit:    editor(c, w),
			Recall:  recall(weights),
			Reviews: w.store.Reviews,
			Words:   speech(),
			Accept:  w.accepter(c),
			Print:   w.printer(c),
			Week:    w.week,
			Stands:  w.stands(c),
			Measure: measureImage,
			Stay:    isTerminal(c.App.Reader),
		})
	}
	if errors.Is(err, plain.ErrInterrupted) || errors.Is(err, frame.ErrInterrupted) {
		fmt.Fprintln(c.App.ErrWriter, "recto: stopped; everything that was rated is saved")
		return silent(exitInterrupted)
	}
	return err
}

// terminal returns how screens use a terminal.
func terminal(c *cli.Context, cfg *config, in, out *os.File) frame.Terminal {
	return frame.Terminal{Input: in, Output: out, Mouse: cfg.Mouse, Colours: looks(cfg), Words: speech(), Pictures: pictures(c, cfg)}
}

// screenOptions returns what the screen of a session needs beside a terminal.
func screenOptions(c *cli.Context, w *workspace, weights quiz.Weights) tui.Options {
	accept := w.accepter(c)
	return tui.Options{
		Now:      w.now,
		Store:    w.store,
		Edit:     screenEditor(c, w),
		Recall:   recall(weights),
		Reviews:  w.store.Reviews,
		Words:    speech(),
		Keymap:   w.config.Keys,
		Timer:    w.config.Timer,
		Pictures: pictures(c, w.config),
		Accept: func(ctx context.Context, o quiz.Offer) (tui.Find, error) {
			find, err := accept(ctx, o)
			return find, err
		},
		Print:  w.printer(c),
		Week:   w.week,
		Stands: w.stands(c),
	}
}

// speech returns what screens and the plain mode say, as the locale of the
// environment writes it.
func speech() *words.Words { return words.English(words.LocaleOf(os.Getenv)) }

// commandSpeech is what commands say that write lines, in the same way in every
// locale: other programs read them.
func commandSpeech() quiz.Speaker { return quiz.Speaker{Words: words.English(words.Locale{})} }

// fullScreen returns the terminal that the session can be drawn on, and whether
// there is one.
func fullScreen(c *cli.Context) (in, out *os.File, ok bool) {
	if c.Bool("plain") || !drawable(os.Getenv("TERM"), runtime.GOOS) || !isTerminal(c.App.Reader) || !isTerminal(c.App.Writer) {
		return nil, nil, false
	}
	in, isIn := c.App.Reader.(*os.File)
	out, isOut := screen(c.App.Writer).(*os.File)
	return in, out, isIn && isOut
}

// drawable reports whether the terminal of a name can be drawn on. On Windows
// terminals have no name.
func drawable(name, system string) bool { return name != "dumb" && (name != "" || system == "windows") }

// screenEditor returns what the full screen needs to let the learner edit a
// question: the editor at its line, and the decks loaded again.
func screenEditor(c *cli.Context, w *workspace) func(decks.Card) (*exec.Cmd, func() (tui.Find, error), error) {
	return func(card decks.Card) (*exec.Cmd, func() (tui.Find, error), error) {
		cmd, err := w.editorOf(card)
		if err == nil {
			err = w.carry(c)
		}
		return cmd, func() (tui.Find, error) {
			find, err := w.edited(c)
			return find, err
		}, err
	}
}
