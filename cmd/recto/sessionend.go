package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"recto/decks"
)

// week returns how many reviews each of the last seven study days had, today
// last.
func (w *workspace) week(ctx context.Context) (days [7]int, err error) {
	today := w.clock.Now().Day
	since := (today - quizWeek).Start(time.Local, w.config.DayStart).UnixMilli() // a day more, for zones
	reviews, err := w.store.ReviewsSince(ctx, since)
	for _, e := range reviews {
		if at := int(e.Review.Day-today) + 6; e.Review != nil && at >= 0 && at < len(days) {
			days[at]++
		}
	}
	return days, err
}

// quizWeek is how many days back the reviews of a week are looked for.
const quizWeek = 8

// printer returns what prints cards as "recto print" does: those that the
// learner did not know, with their answers at the foot of the page.
func (w *workspace) printer(c *cli.Context) func(context.Context, []decks.Card) (string, error) {
	return func(ctx context.Context, cards []decks.Card) (string, error) {
		var files, ids []string
		for _, card := range cards {
			name := card.Question.File
			if w.deckPath(card.Question) == "" {
				name = card.ID.Deck // of the library
			}
			if !slices.Contains(files, name) {
				files = append(files, name)
			}
			ids = append(ids, "id:"+strconv.Quote(card.ID.Deck+"/"+card.ID.Question))
		}
		h := &homeScreen{c: c}
		p, err := h.command(ctx, printCommand(), files)
		if err != nil {
			return "", err
		}
		path := fmt.Sprintf("%s-wrong-%s.pdf", cards[0].ID.Deck, w.clock.Now().Day)
		for name, value := range map[string]string{"output": path, "where": strings.Join(ids, " or "), "key": "foot"} {
			if err := p.Set(name, value); err != nil {
				return "", err
			}
		}
		if err := printSheet(p); err != nil {
			return "", err
		}
		return strings.TrimSpace(h.talk.said.String()), nil
	}
}
