package tui

import (
	"context"
	"fmt"
	"os"
	"os/exec"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/tui/frame"
	"recto/quiz/tui/picture"
	"recto/quiz/words"
)

// ErrInterrupted is returned when Ctrl+C, the end of the context or the end of
// the terminal ended the session. Everything that was rated is saved.
var ErrInterrupted = frame.ErrInterrupted

// Store is what a session needs of a history.
type Store interface {
	Progress(ctx context.Context, ids ...decks.CardID) (map[decks.CardID]quiz.Progress, error)
	Commit(ctx context.Context, events ...quiz.Event) error
}

// Find finds each card again in decks that were edited, see quiz.Session.Reload.
type Find func(decks.CardID) (decks.Card, bool)

// Options are what a session needs beside its cards. Now and Store are
// required. Store, Recall, Reviews, Accept, Print and what Edit returns are
// called while the screen is drawn, from other goroutines, one at a time; Week
// and Stands may be called beside them.
type Options struct {
	Now   func() (now quiz.Moment, zone int) // the learner's clock, and seconds east of UTC
	Store Store

	Words  *words.Words // what the screen says; nil: English, as the C locale writes it
	Keymap frame.Keymap

	// Pictures shows the images of the cards, and opens them in a program of
	// their own; nil: they are told in words.
	Pictures *picture.Gallery

	Timer bool // the time that a card takes is on screen

	// Edit returns the editor that opens a card's question, and what loads the
	// decks again when it has ended; nil: not available.
	Edit func(decks.Card) (editor *exec.Cmd, reload func() (Find, error), err error)
	// Recall returns the probability that a card is remembered now, 0 to 1;
	// nil: not told.
	Recall func(decks.Card, quiz.Progress, quiz.Moment) float64
	// Reviews returns the reviews of a card that stand, oldest first; nil: not
	// told.
	Reviews func(context.Context, decks.CardID) ([]quiz.Event, error)

	// Accept writes a form that the learner let count into the deck, and returns
	// the decks as they are then; nil: nothing is offered.
	Accept func(context.Context, quiz.Offer) (Find, error)
	// Print prints cards and says where they are; nil: not available.
	Print func(context.Context, []decks.Card) (said string, err error)
	// Week returns how many cards were reviewed on each of the last seven days,
	// today last; nil: not told.
	Week func(context.Context) ([7]int, error)
	// Stands is told where the session stands, so that another one can go on
	// there; false: it is over. Nil: nobody wants to know. It is called with
	// every card that comes on screen, and once at the end.
	Stands func(quiz.Standstill, bool)

	Input, Output *os.File // the terminal; nil: the standard input and output

	again bool // the wrong ones of another session, nothing of which is recorded
}

// Run runs a session on the full screen until it is left. It writes what the
// session came to as one line where the screen was, and returns ErrInterrupted
// when the session was interrupted, an error of the store when the last answer
// could not be saved, and one of the terminal when it could not be used.
// Whatever it returns, each rating that was taken is saved and the terminal is
// as it was.
func Run(ctx context.Context, s *quiz.Session, o Options) error {
	t := frame.Terminal{Input: o.Input, Output: o.Output}
	if o.Pictures != nil {
		t.Pictures = o.Pictures
	}
	return frame.Run(ctx, t, Study(ctx, s, o))
}

// Study returns the screen of a session. It needs no terminal in its options.
// At its end each rating that was taken is saved.
func Study(ctx context.Context, s *quiz.Session, o Options) frame.Screen { return newApp(ctx, s, o) }

// End waits until the rating that is on its way is saved, and leaves the
// session. It returns what the session came to, when the learner has left it.
func (a *app) End(why error) (string, error) {
	if a.saving != nil {
		_ = a.session.Settle(a.saving.do())
	}
	v := a.session.View()
	a.stand.tell(a.session.Standstill())
	switch {
	case a.err != nil && a.ctx.Err() == nil:
		return "", a.err
	case v.Fault != nil:
		return "", fmt.Errorf("the last answer is not saved: %w", v.Fault)
	case why != nil, a.options.again:
		return "", nil
	}
	now, zone := a.options.Now()
	if v.Phase != quiz.Finished {
		if _, err := a.session.Apply(quiz.Input{Action: quiz.Leave, Moment: now, Zone: zone}); err != nil {
			return "", err
		}
		v = a.session.View()
	}
	return a.summaryLine(v, now), nil
}
