package main

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/urfave/cli/v2"

	"recto/quiz"
)

// catchUpDays is over how many days a backlog is spread unless the limit of the
// day needs more.
const catchUpDays = 7

func catchUpCommand() *cli.Command {
	return &cli.Command{
		Name:      "catch-up",
		Usage:     "spread the overdue cards over some days",
		ArgsUsage: "[DECK...]",
		Description: "Moves the due days of overdue cards so that the coming days are alike and none has more\n" +
			"than reviews_per_day. Those that gain most by a review come first. Shows what would\n" +
			"change, and asks; without a terminal nothing changes unless --yes is given.\n" +
			"\"recto history undo\" takes all of it back.",
		Flags: spreadFlags(
			&cli.IntFlag{Name: "days", Usage: "spread over `N` days", DefaultText: "7, or as many as the limit of the day needs"}),
		Action: catchUp,
	}
}

func catchUp(c *cli.Context) error {
	days := c.Int("days")
	if c.IsSet("days") && (days < 1 || days > 365) {
		return usage("--days must be from 1 to 365")
	}
	w, err := openDealt(c, true)
	if err != nil {
		return err
	}
	defer func() { w.Close() }()
	if w.progress, err = w.store.Progress(c.Context); err != nil {
		return err
	}
	s, err := w.planCatchUp(c, days)
	if err != nil {
		return err
	}
	if !c.Bool("json") {
		if s.cards == 0 {
			fmt.Fprintln(c.App.Writer, "Nothing is overdue.")
			return nil
		}
		fmt.Fprintf(c.App.Writer, "%s overdue.\n", isOrAre(s.cards, "card"))
		s.table(c)
		fmt.Fprintln(c.App.Writer, wrapped(s.cost()))
	}
	if err := s.decide(c, w, fmt.Sprintf("Move %s?", count(len(s.moved), "due day")), count(len(s.moved), "due day")+" moved"); err != nil {
		return err
	}
	if c.Bool("json") {
		return writeJSON(c.App.Writer, s.json())
	}
	return nil
}

// planCatchUp spreads what is overdue of the decks over days, 0 for as many as
// it takes.
func (w *workspace) planCatchUp(c *cli.Context, days int) (spreading, error) {
	weights, err := w.store.Weights(c.Context)
	if err != nil {
		return spreading{}, err
	}
	now := w.clock.Now()
	items, _, err := w.deal(c, now)
	if err != nil {
		return spreading{}, err
	}
	value := gain(weights, now.Day)
	var cards []waiting
	for _, it := range items {
		if p := it.Progress; p.State == quiz.Review && !p.Suspended && p.DueDay < now.Day {
			cards = append(cards, waiting{it.Card.ID, p, value(&it)})
		}
	}
	slices.SortFunc(cards, func(a, b waiting) int {
		return cmp.Or(cmp.Compare(b.urgency, a.urgency), compareIDs(a.id, b.id))
	})
	load := map[quiz.Day]int{now.Day: quiz.DoneOn(now.Day, w.progress).Reviews}
	for _, p := range w.progress {
		if p.State == quiz.Review && !p.Suspended && p.DueDay >= now.Day {
			load[p.DueDay]++
		}
	}
	room := quiz.Room{First: now.Day, Days: days, Limit: w.limits(quiz.Done{}).Reviews, Load: func(day quiz.Day) int { return load[day] }}
	if err := fit(&room, min(len(cards), maxMoves), catchUpDays); err != nil {
		return spreading{}, err
	}
	return w.spread(cards, room, now.Day, weights, func(quiz.Progress) quiz.Day { return now.Day })
}

// fit gives a room the days that n cards need, or refuses those that were asked
// for when they are too few. At least is how many they are when nobody asked.
func fit(room *quiz.Room, n, atLeast int) error {
	fewest, ok := room.Fewest(n)
	if !ok {
		return usage("%s do not fit into ten years at %d reviews a day\nhint: reviews_per_day in config.toml is the limit", count(n, "card"), room.Limit)
	}
	if room.Days == 0 {
		room.Days = max(fewest, atLeast)
	}
	if room.Days < fewest {
		return usage("%s need %s at %d reviews a day\nhint: --days %d, or a higher reviews_per_day in config.toml", count(n, "card"), count(fewest, "day"), room.Limit, fewest)
	}
	return nil
}

// isOrAre writes "1 card is" or "2 cards are".
func isOrAre(n int, thing string) string {
	if n == 1 {
		return count(n, thing) + " is"
	}
	return count(n, thing) + " are"
}
