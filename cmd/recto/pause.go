package main

import (
	"cmp"
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/quiz"
)

// maxPause is how many days a pause lasts at most.
const maxPause = 366

func pauseCommand() *cli.Command {
	return &cli.Command{
		Name:  "pause",
		Usage: "take a holiday: nothing comes due, and no flood waits behind it",
		Description: "Moves what is due before DATE behind it, in order, at most reviews_per_day a day and\n" +
			"over half as many days as the pause lasts, or more where that needs it. Until then no\n" +
			"new cards come. Shows what would change, and asks; without a terminal nothing changes\n" +
			"unless --yes is given. Without flags it says until when there is a pause.",
		Flags: spreadFlags(
			&cli.StringFlag{Name: "until", Usage: "the `DATE` on which you are back, as 2026-08-20"},
			&cli.IntFlag{Name: "days", Usage: "spread what waits over `N` days", DefaultText: "half the days of the pause"},
			&cli.BoolFlag{Name: "end", Usage: "you are back: what is still where the pause moved it goes back to its day"}),
		Action: takePause,
	}
}

func takePause(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	if c.Bool("end") && c.IsSet("until") {
		return usage("--end and --until do not go together\nhint: recto pause --end, then recto pause --until DATE")
	}
	if days := c.Int("days"); c.IsSet("days") && (days < 1 || days > 365) {
		return usage("--days must be from 1 to 365")
	}
	if c.IsSet("days") && !c.IsSet("until") {
		return usage("--days is for --until\nhint: recto pause --until DATE --days %d", c.Int("days"))
	}
	w, err := newWorkspace()
	if err != nil {
		return err
	}
	if err := w.open(c, true); err != nil {
		return err
	}
	defer func() { w.Close() }()
	until := quiz.PausedUntil(w.progress[quiz.PauseCard()], w.clock.Now().Day)
	switch {
	case c.Bool("end"):
		return w.endPause(c, until)
	case c.IsSet("until"):
		return w.beginPause(c, until)
	case c.Bool("json"):
		out := spreadJSON{V: 1, Days: []dayJSON{}}
		if until > 0 {
			out.Until = until.String()
		}
		return writeJSON(c.App.Writer, out)
	case until == 0:
		fmt.Fprintln(c.App.Writer, "There is no pause.")
	default:
		fmt.Fprintf(c.App.Writer, "Paused until %s.\n", until)
	}
	return nil
}

// pausedUntil returns the day on which a pause ends, 0 when there is none.
func (w *workspace) pausedUntil(ctx context.Context, today quiz.Day) (quiz.Day, error) {
	id := quiz.PauseCard()
	all, err := w.store.Progress(ctx, id)
	return quiz.PausedUntil(all[id], today), err
}

// tellPause says to stderr that there is a pause.
func tellPause(stderr io.Writer, until quiz.Day) {
	if until > 0 {
		fmt.Fprintf(stderr, "paused until %s; recto pause --end ends it\n", until)
	}
}

// beginPause moves what is due before the date of the flags behind it. Already
// is when a pause that there is ends, 0 for none.
func (w *workspace) beginPause(c *cli.Context, already quiz.Day) error {
	today := w.clock.Now().Day
	until, err := quiz.ParseDay(c.String("until"))
	switch {
	case err != nil:
		return usage("--until %v", err)
	case until <= today:
		return usage("--until %s is not after today, %s", until, today)
	case until > today+maxPause:
		return usage("--until %s is more than a year away", until)
	case until < already:
		return usage("there is a pause until %s already\nhint: recto pause --end ends it", already)
	}
	s, err := w.planPause(c, until)
	if err != nil {
		return err
	}
	if !c.Bool("json") {
		fmt.Fprintf(c.App.Writer, "A pause of %s, until %s; %s due before it.\n", count(int(until-today), "day"), until, isOrAre(s.cards, "card"))
		if s.cards > 0 {
			s.table(c)
			fmt.Fprintln(c.App.Writer, wrapped(s.cost()))
		}
	}
	done := fmt.Sprintf("paused until %s, %s moved", until, count(len(s.moved), "due day"))
	if err := s.decide(c, w, fmt.Sprintf("Pause until %s?", until), done); err != nil {
		return err
	}
	if c.Bool("json") {
		return writeJSON(c.App.Writer, s.json())
	}
	return nil
}

// planPause spreads what is due before a day over the days from it on.
func (w *workspace) planPause(c *cli.Context, until quiz.Day) (spreading, error) {
	weights, err := w.store.Weights(c.Context)
	if err != nil {
		return spreading{}, err
	}
	today := w.clock.Now().Day
	var cards []waiting
	load := map[quiz.Day]int{}
	for id, p := range w.progress {
		switch {
		case p.State != quiz.Review || p.Suspended:
		case p.DueDay < until:
			cards = append(cards, waiting{id: id, progress: p})
		default:
			load[p.DueDay]++
		}
	}
	slices.SortFunc(cards, func(a, b waiting) int {
		return cmp.Or(cmp.Compare(a.progress.DueDay, b.progress.DueDay), compareIDs(a.id, b.id))
	})
	room := quiz.Room{First: until, Days: c.Int("days"), Limit: w.limits(quiz.Done{}).Reviews, Load: func(day quiz.Day) int { return load[day] }}
	if err := fit(&room, min(len(cards), maxMoves), (int(until-today)+1)/2); err != nil {
		return spreading{}, err
	}
	s, err := w.spread(cards, room, today, weights, func(p quiz.Progress) quiz.Day { return max(p.DueDay, today) })
	at := time.UnixMilli(w.clock.Now().At.UnixMilli()).AddDate(0, 0, int(until-today))
	s.marker = &quiz.Event{Kind: quiz.DueEvent, Card: quiz.PauseCard(), Due: &quiz.Due{Due: at.UnixMilli(), DueDay: until}}
	return s, err
}

// endPause takes the moves of the pause that there is back, when the learner
// agrees. What was reviewed since stays where that review has put it.
func (w *workspace) endPause(c *cli.Context, until quiz.Day) error {
	if until == 0 {
		fmt.Fprintln(c.App.ErrWriter, "there is no pause")
		if c.Bool("json") {
			return writeJSON(c.App.Writer, spreadJSON{V: 1, Days: []dayJSON{}})
		}
		return nil
	}
	_, moved, err := w.pauseEvents(c.Context)
	if err != nil {
		return err
	}
	if !c.Bool("json") {
		fmt.Fprintf(c.App.Writer, "The pause until %s would end, %s.\n", until, goBack(moved))
	}
	end := spreadJSON{V: 1, Until: until.String(), Cards: moved, Moved: moved, Days: []dayJSON{}}
	if end.Written, err = agreed(c, "End the pause?"); err != nil {
		return err
	}
	if end.Written {
		if err := w.writePauseEnd(c); err != nil {
			return err
		}
	}
	if c.Bool("json") {
		return writeJSON(c.App.Writer, end)
	}
	return nil
}

// writePauseEnd ends the pause that there is, and says what waits now.
func (w *workspace) writePauseEnd(c *cli.Context) error {
	w.Close()
	if err := w.open(c, false); err != nil {
		return err
	}
	ids, _, err := w.pauseEvents(c.Context)
	if err != nil {
		return err
	}
	now := w.clock.Now()
	if err := w.commitPauseEnd(c.Context, now, ids); err != nil {
		return err
	}
	if w.progress, err = w.store.Progress(c.Context); err != nil {
		return err
	}
	overdue := 0
	for _, p := range w.progress {
		if p.State == quiz.Review && !p.Suspended && p.DueDay < now.Day {
			overdue++
		}
	}
	fmt.Fprintln(c.App.ErrWriter, "the pause is over; recto history undo takes that back")
	if overdue > 0 {
		fmt.Fprintf(c.App.ErrWriter, "%s overdue\nhint: recto catch-up spreads them over some days\n", isOrAre(overdue, "card"))
	}
	return nil
}

// commitPauseEnd takes the events of a pause back as one action, which can be
// undone as any other: its first event says that the pause ends today.
func (w *workspace) commitPauseEnd(ctx context.Context, now quiz.Moment, ids []quiz.EventID) error {
	first, err := quiz.NewEventID(rand.Reader)
	if err != nil {
		return err
	}
	at := now.At.UnixMilli()
	undo, err := quiz.UndoOf(ids, at, rand.Reader)
	if err != nil {
		return err
	}
	events := []quiz.Event{{ID: first, At: at, Kind: quiz.DueEvent, Card: quiz.PauseCard(), Due: &quiz.Due{Due: at, DueDay: now.Day}}}
	for _, e := range undo {
		e.With = first
		events = append(events, e)
	}
	return w.store.Commit(ctx, events...)
}

// goBack says that so many cards return to where they were before a pause.
func goBack(cards int) string {
	if cards == 1 {
		return "1 card goes back to its day"
	}
	return fmt.Sprintf("%d cards go back to their days", cards)
}

// pauseEvents returns the events of the pauses that last beyond today,
// with all that they moved: a pause that was made longer is two. Moved is how
// many cards are still where one of them has put them.
func (w *workspace) pauseEvents(ctx context.Context) (ids []quiz.EventID, moved int, err error) {
	today := w.clock.Now().Day
	actions := map[quiz.EventID][]quiz.EventID{}
	still := map[decks.CardID]bool{}
	for e, err := range w.store.Events(ctx, 0) {
		switch {
		case err != nil:
			return nil, 0, err
		case e.Kind != quiz.DueEvent:
		case e.Card == quiz.PauseCard() && e.Due.DueDay > today:
			actions[e.ID] = append(actions[e.ID], e.ID)
		case actions[e.With] != nil:
			actions[e.With] = append(actions[e.With], e.ID)
			if w.progress[e.Card].DueDay == e.Due.DueDay {
				still[e.Card] = true
			}
		}
	}
	for _, action := range actions {
		ids = append(ids, action...)
	}
	slices.SortFunc(ids, func(a, b quiz.EventID) int { return slices.Compare(a[:], b[:]) })
	return ids, len(still), nil
}
