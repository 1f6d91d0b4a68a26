package main

import (
	"fmt"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
)

// newLoad returns what the configuration says of the days of a fuzz range, with
// no card counted yet.
func (w *workspace) newLoad() *quiz.Load {
	return &quiz.Load{Even: w.config.LoadBalance, Apart: w.config.BurySiblings, Week: w.config.EasyDays}
}

// schedulers returns the scheduler of each card: the parameters are those of
// the learner's settings, the retention that of config.retention. The days of
// its fuzz range are weighed by w.days, when there is one.
func (w *workspace) schedulers(weights quiz.Weights) (func(decks.Card) quiz.Scheduler, error) {
	type kind struct {
		deck      string
		retention float64
	}
	all := map[kind]*fsrs.Scheduler{}
	of := func(k kind) (*fsrs.Scheduler, error) {
		if s := all[k]; s != nil {
			return s, nil
		}
		s, err := fsrs.New(fsrs.Options{
			Weights: weights.For(k.deck), Retention: k.retention,
			LearningSteps: w.config.LearningSteps, RelearningSteps: w.config.RelearningSteps,
			MaxInterval: w.config.MaxInterval, Fuzz: w.config.Fuzz,
		})
		if err != nil {
			return nil, fmt.Errorf("scheduler of deck %q: %w", k.deck, err)
		}
		all[k] = s
		return s, nil
	}
	for _, d := range w.decks {
		if _, err := of(kind{d.ID, w.config.deckRetention(d.ID, d)}); err != nil {
			return nil, err
		}
	}
	return func(card decks.Card) quiz.Scheduler {
		// Retentions are within bounds wherever they are read, and the weights
		// made a scheduler above.
		s, err := of(kind{card.ID.Deck, w.config.retention(card)})
		if err != nil {
			s = all[kind{card.ID.Deck, w.config.deckRetention(card.ID.Deck, card.Question.Deck)}]
		}
		if w.days == nil {
			return s
		}
		return balanced{s, w.days, card.ID}
	}, nil
}

// balanced is the scheduler of a card that weighs the days of its fuzz ranges.
type balanced struct {
	*fsrs.Scheduler
	load *quiz.Load
	id   decks.CardID
}

// Preview is that of the scheduler, see quiz.Scheduler.
func (b balanced) Preview(p quiz.Progress, now quiz.Moment, seed uint64) [4]quiz.Progress {
	return b.Balanced(func(today quiz.Day, low, high, interval int) []float64 {
		return b.load.Weights(b.id, p, today, low, high, interval)
	}).Preview(p, now, seed)
}
