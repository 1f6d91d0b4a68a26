package tui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"

	tea "charm.land/bubbletea/v2"

	"recto/decks"
	"recto/quiz"
)

// ErrInterrupted is returned when Ctrl+C, the end of the context or the end of
// the terminal ended the session. Everything that was rated is saved.
var ErrInterrupted = errors.New("interrupted")

// framesPerSecond is how often the screen is drawn at most. A key waits half a
// frame on average, here 4 ms.
const framesPerSecond = 120

// Store is what a session needs of a history.
type Store interface {
	Progress(ctx context.Context, ids ...decks.CardID) (map[decks.CardID]quiz.Progress, error)
	Commit(ctx context.Context, events ...quiz.Event) error
}

// Find finds each card again in decks that were edited, see quiz.Session.Reload.
type Find func(decks.CardID) (decks.Card, bool)

// Options are what a session needs beside its cards. Now and Store are
// required. Store, Recall, Reviews and what Edit returns are called while the
// screen is drawn, from other goroutines, one at a time.
type Options struct {
	Now   func() (now quiz.Moment, zone int) // the learner's clock, and seconds east of UTC
	Store Store

	// Edit returns the editor that opens a card's question, and what loads the
	// decks again when it has ended; nil: not available.
	Edit func(decks.Card) (editor *exec.Cmd, reload func() (Find, error), err error)
	// Recall returns the probability that a card is remembered now, 0 to 1;
	// nil: not told.
	Recall func(decks.Card, quiz.Progress, quiz.Moment) float64
	// Reviews returns the reviews of a card that stand, oldest first; nil: not
	// told.
	Reviews func(context.Context, decks.CardID) ([]quiz.Event, error)

	Input, Output *os.File // the terminal; nil: the standard input and output
}

// Run runs a session on the full screen until it is left. It writes what the
// session came to as one line where the screen was, and returns ErrInterrupted
// when the session was interrupted, an error of the store when the last answer
// could not be saved, and one of the terminal when it could not be used.
// Whatever it returns, each rating that was taken is saved and the terminal is
// as it was.
func Run(ctx context.Context, s *quiz.Session, o Options) error {
	if o.Input == nil {
		o.Input = os.Stdin
	}
	if o.Output == nil {
		o.Output = os.Stdout
	}
	a := newApp(ctx, s, o)
	_, err := tea.NewProgram(a,
		tea.WithContext(ctx),
		tea.WithInput(o.Input),
		tea.WithOutput(o.Output),
		tea.WithFPS(framesPerSecond),
		tea.WithoutSignalHandler(), // signals end ctx
	).Run()
	// The program may have ended while a rating was on its way.
	if a.saving != nil {
		_ = s.Settle(a.saving.do())
	}
	return a.ending(ctx, err, o.Output)
}

// ending returns the error of a run after the program has ended with err, and
// writes to out what the session came to when it was not interrupted.
func (a *app) ending(ctx context.Context, err error, out io.Writer) error {
	v := a.session.View()
	switch {
	case errors.Is(err, tea.ErrProgramPanic):
		return err
	case a.err != nil && ctx.Err() == nil:
		return a.err
	case v.Fault != nil:
		return fmt.Errorf("the last answer is not saved: %w", v.Fault)
	case a.interrupted, ctx.Err() != nil:
		return ErrInterrupted
	case err != nil:
		return fmt.Errorf("%w: %w", ErrInterrupted, err)
	}
	now, zone := a.options.Now()
	if v.Phase != quiz.Finished {
		if _, err := a.session.Apply(quiz.Input{Action: quiz.Leave, Moment: now, Zone: zone}); err != nil {
			return err
		}
		v = a.session.View()
	}
	if _, err := fmt.Fprintln(out, summaryLine(v, now)); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return nil
}
