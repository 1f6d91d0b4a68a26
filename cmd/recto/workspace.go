package main

import (
	"context"
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/history"
)

// workspace is what most commands work on: the configuration, the decks that
// were named, and the history.
type workspace struct {
	paths    paths
	config   *config
	clock    clock
	decks    []*decks.Deck
	store    *history.Store
	progress map[decks.CardID]quiz.Progress // of every card of the learner
	loaded   []loadedDeck                   // decks as a queue needs them, after openDealt
	carried  *carrier                       // finds the cards of a session in edited decks, from the first edit on
	ask      asker                          // about edited questions; nil: lines of text where there is a terminal
	days     *quiz.Load                     // cards due on each day, of every deck; nil where nobody asks
}

// settings reads the configuration from its place.
func settings() (paths, *config, error) {
	where, err := findPaths()
	if err != nil {
		return where, nil, err
	}
	cfg, err := readConfig(where.Config)
	return where, cfg, err
}

// newWorkspace reads the configuration and sets the clock.
func newWorkspace() (*workspace, error) {
	w := &workspace{}
	var err error
	if w.paths, w.config, err = settings(); err != nil {
		return nil, err
	}
	w.clock, err = newClock(w.config.DayStart)
	return w, err
}

// load loads the decks that names stand for.
func (w *workspace) load(c *cli.Context, names []string) (err error) {
	w.decks, err = loadDecks(c, w.config, names)
	w.heedConfig()
	return err
}

// heedConfig lets the learner's word go before the author's.
func (w *workspace) heedConfig() {
	for _, d := range w.decks {
		if w.config.wrote("new_per_day") {
			d.Study.NewPerDay = nil
		}
		if n := w.config.Deck[d.ID].NewPerDay; n != nil {
			d.Study.NewPerDay = n
		}
	}
}

// open opens the history and reads the progress of every card. Close it.
func (w *workspace) open(c *cli.Context, readOnly bool) (err error) {
	if w.store, err = openHistory(c.Context, w.paths.History, readOnly); err != nil {
		return err
	}
	if w.progress, err = w.store.Progress(c.Context); err == nil {
		err = w.warnOfClock(c.Context, c.App.ErrWriter)
	}
	if err != nil {
		w.store.Close()
	}
	return err
}

func (w *workspace) Close() error { return w.store.Close() }

// warnOfClock says when the clock stands more than a day before the last event.
func (w *workspace) warnOfClock(ctx context.Context, stderr io.Writer) error {
	last, err := w.store.LastTime(ctx)
	if err != nil {
		return err
	}
	now := w.clock.Now().At
	if behind := last - now.UnixMilli(); behind > day.Milliseconds() {
		fmt.Fprintf(stderr, "recto: the clock says %s, but the history goes on until %d days later\nhint: is the clock right? new ratings are sorted behind the known ones; cards rated on a day that has not come are due now\n",
			now.Format("2006-01-02 15:04"), behind/day.Milliseconds())
	}
	return nil
}

// items returns the cards of the decks with what is believed about them.
func (w *workspace) items() []quiz.Item {
	var items []quiz.Item
	for _, d := range w.decks {
		for _, q := range d.Questions {
			for _, card := range q.Cards() {
				items = append(items, quiz.Item{Card: card, Progress: w.progress[card.ID]})
			}
		}
	}
	return items
}

// held counts the new cards and the reviews that the limits of the day keep
// out of a queue.
type held struct {
	New int `json:"new"`
	Due int `json:"due"`
}

// heldBack returns what a queue would hold beside its cards if the day had no
// limits.
func heldBack(items, queue []quiz.Item, now quiz.Moment, l quiz.Limits) held {
	if l.NewNow == nil && l.Paused <= now.Day {
		all := quiz.Unlimited
		l.NewNow = &all // also beyond what the decks suggest
	}
	l.Reviews, l.ReviewsOf, l.Session, l.Time = quiz.Unlimited, nil, quiz.Unlimited, 0
	var h held
	for _, it := range quiz.Queue(items, now, l, 0) {
		if it.Progress.State == quiz.New {
			h.New++
		} else {
			h.Due++
		}
	}
	for _, it := range queue {
		if it.Progress.State == quiz.New {
			h.New--
		} else {
			h.Due--
		}
	}
	return h
}

// tell says to stderr what is held back.
func (h held) tell(stderr io.Writer) {
	if h.New > 0 || h.Due > 0 {
		fmt.Fprintf(stderr, "the limits of the day hold %s and %s back\nhint: recto study --new 10 brings new ones, recto help config has the limits\n",
			count(h.New, "new card"), count(h.Due, "review"))
	}
}
