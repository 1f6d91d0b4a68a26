package main

import (
	"crypto/rand"
	"fmt"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
)

// spreading is what catch-up and pause are about to do: due days that move.
type spreading struct {
	moves
	cards  int         // that it is about, moved or not
	marker *quiz.Event // goes before the moves; nil: none
	// The mean retrievability of the cards when they would come by now, and when
	// they come then.
	before, then float64
	written      bool
}

// spreadFlags are the flags of a command that moves due days.
func spreadFlags(flags ...cli.Flag) []cli.Flag {
	return append(flags,
		&cli.BoolFlag{Name: "yes", Usage: "do not ask"},
		&cli.BoolFlag{Name: "dry-run", Aliases: []string{"preview"}, Usage: "only show"},
		jsonFlag())
}

// spreadJSON is a spreading for programs.
type spreadJSON struct {
	V            int       `json:"v"`
	Until        string    `json:"until,omitempty"` // of a pause
	Cards        int       `json:"cards"`
	Moved        int       `json:"moved"`
	Left         int       `json:"left"`
	Limit        int       `json:"limit"`
	RecallBefore float64   `json:"recall_before"`
	RecallThen   float64   `json:"recall_then"`
	Days         []dayJSON `json:"days"`
	Written      bool      `json:"written"`
}

func (s spreading) json() spreadJSON {
	j := spreadJSON{V: 1, Cards: s.cards, Moved: len(s.moved), Left: s.left, Limit: s.limit, RecallBefore: s.before, RecallThen: s.then, Days: []dayJSON{}, Written: s.written}
	if s.marker != nil {
		j.Until = s.marker.Due.DueDay.String()
	}
	for _, day := range s.days() {
		j.Days = append(j.Days, dayJSON{day.String(), s.moves.before[day], s.after[day]})
	}
	return j
}

// table shows the days before and after.
func (s spreading) table(c *cli.Context) {
	fmt.Fprintf(c.App.Writer, "\n  %-24s%8s%8s\n", "due", "now", "then")
	for _, row := range s.rows() {
		fmt.Fprintf(c.App.Writer, "  %-24s%8d%8d\n", row.Day, row.Before, row.After)
	}
	if s.left > 0 {
		fmt.Fprintf(c.App.Writer, "\n%s more should move, too many for one step: run it again afterwards.\n", count(s.left, "card"))
	}
	fmt.Fprintln(c.App.Writer)
}

// cost says what the move costs in recall.
func (s spreading) cost() string {
	points := 100 * (s.before - s.then)
	text := fmt.Sprintf("Recall of these cards: %.0f %% when they come, %.0f %% if they came as they are due now", 100*s.then, 100*s.before)
	if points < 0.05 {
		return text + "; the delay costs nothing."
	}
	return fmt.Sprintf("%s; the delay costs %.1f points.", text, points)
}

// decide writes the moves when the learner agrees, and says so.
func (s *spreading) decide(c *cli.Context, w *workspace, question, done string) error {
	if len(s.moved) == 0 && s.marker == nil {
		return nil
	}
	if yes, err := agreed(c, question); err != nil || !yes {
		return err
	}
	if err := s.write(c, w); err != nil {
		return err
	}
	s.written = true
	fmt.Fprintf(c.App.ErrWriter, "%s; recto history undo takes it back\n", done)
	return nil
}

// agreed reports whether the learner wants what was shown to be done: by --yes,
// or asked at a terminal.
func agreed(c *cli.Context, question string) (bool, error) {
	switch {
	case c.Bool("dry-run"):
		return false, nil
	case c.Bool("yes"):
		return true, nil
	case c.Bool("json") || !isTerminal(c.App.Reader) || !isTerminal(c.App.Writer):
		fmt.Fprintf(c.App.ErrWriter, "nothing was changed\nhint: the same with --yes does it\n")
		return false, nil
	}
	return ask(c, question)
}

// write commits the moves as one action: a single undo takes all of it back.
func (s *spreading) write(c *cli.Context, w *workspace) error {
	w.Close()
	if err := w.open(c, false); err != nil {
		return err
	}
	now := w.clock.Now().At.UnixMilli()
	var events []quiz.Event
	add := func(e quiz.Event) (err error) {
		e.ID, err = quiz.NewEventID(rand.Reader)
		e.At = now
		events = append(events, e)
		return err
	}
	if s.marker != nil {
		if err := add(*s.marker); err != nil {
			return err
		}
	}
	for _, m := range s.moved {
		if p := w.progress[m.card]; !p.LastAt.Equal(m.progress.LastAt) || p.DueDay != m.progress.DueDay || p.Suspended {
			continue // another program was faster
		}
		if err := add(quiz.Event{Kind: quiz.DueEvent, Card: m.card, Due: m.due()}); err != nil {
			return err
		}
	}
	return w.store.Commit(c.Context, events...)
}

// memories returns the memory model of each deck.
func memories(weights quiz.Weights) func(decks.CardID) (*fsrs.Model, error) {
	models := map[string]*fsrs.Model{}
	return func(id decks.CardID) (*fsrs.Model, error) {
		if m := models[id.Deck]; m != nil {
			return m, nil
		}
		m, err := fsrs.NewModel(weights.For(id.Deck))
		if err != nil {
			return nil, fmt.Errorf("parameters of deck %q: %w", id.Deck, err)
		}
		models[id.Deck] = m
		return m, nil
	}
}

// waiting is a card in review that a spreading may move.
type waiting struct {
	id       decks.CardID
	progress quiz.Progress
	urgency  float64 // the highest comes first
}

// spread moves cards, in their order, to the days of a room, and counts what
// that makes of the days of all cards of the learner. Before gives the day on
// which a card would come by now.
func (w *workspace) spread(cards []waiting, room quiz.Room, today quiz.Day, weights quiz.Weights, before func(quiz.Progress) quiz.Day) (spreading, error) {
	s := spreading{moves: moves{today: today, limit: room.Limit, before: map[quiz.Day]int{}, after: map[quiz.Day]int{}}, cards: len(cards)}
	if len(cards) > maxMoves {
		s.left, cards = len(cards)-maxMoves, cards[:maxMoves]
	}
	for _, p := range w.progress {
		if p.State == quiz.Review && !p.Suspended {
			s.moves.before[max(p.DueDay, today)]++
		}
	}
	for day, n := range s.moves.before {
		s.after[day] = n
	}
	ids := make([]decks.CardID, len(cards))
	for i, card := range cards {
		ids[i] = card.id
	}
	days, ok := room.Spread(ids)
	if !ok {
		return s, fmt.Errorf("%s do not fit into %s at %d a day", count(len(ids), "card"), count(room.Days, "day"), room.Limit)
	}
	model := memories(weights)
	for i, card := range cards {
		m, err := model(card.id)
		if err != nil {
			return s, err
		}
		s.before += m.Recall(card.progress, before(card.progress)) / float64(len(cards))
		s.then += m.Recall(card.progress, days[i]) / float64(len(cards))
		if card.progress.DueDay != days[i] { // what stays for today is no longer overdue either
			s.moved = append(s.moved, moved{card.id, card.progress, days[i]})
			s.after[max(card.progress.DueDay, today)]--
			s.after[days[i]]++
		}
	}
	return s, nil
}
