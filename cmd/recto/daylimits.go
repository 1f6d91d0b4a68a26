package main

import (
	"context"
	"time"

	"recto/quiz"
	"recto/quiz/fsrs"
)

// limits returns the limits of the day, what was studied today counted. What
// an author suggests caps the deck, and lifts the default of the sum when it is
// more; and so does what the learner wrote for a deck.
func (w *workspace) limits(done quiz.Done) quiz.Limits {
	l := quiz.DefaultLimits()
	l.New, l.Reviews, l.Done = w.config.NewPerDay, w.config.ReviewsPerDay, done
	l.NewOrder, l.NewMix, l.ReviewOrder = w.config.NewOrder, w.config.NewMix, w.config.ReviewOrder
	l.Together = !w.config.BurySiblings
	for _, d := range w.decks {
		if n := d.Study.NewPerDay; n != nil && !w.config.wrote("new_per_day") {
			l.New = max(l.New, *n)
		}
		if n := w.config.Deck[d.ID].ReviewsPerDay; n != nil {
			if l.ReviewsOf == nil {
				l.ReviewsOf = map[string]int{}
			}
			l.ReviewsOf[d.ID] = *n
			if !w.config.wrote("reviews_per_day") {
				l.Reviews = max(l.Reviews, *n)
			}
		}
	}
	return l
}

// dayLimits returns the limits of the day with what takes a look at the
// history: what a review is worth, whether the learner takes a rest, and how
// much time is left.
func (w *workspace) dayLimits(ctx context.Context, done quiz.Done, now quiz.Moment, weights quiz.Weights) (quiz.Limits, error) {
	l := w.limits(done)
	l.Gain = gain(weights, now.Day)
	var err error
	if l.Paused, err = w.pausedUntil(ctx, now.Day); err != nil || w.config.MinutesPerDay == 0 {
		return l, err
	}
	l.Time, l.Pace, err = w.timeLeft(ctx, now)
	return l, err
}

// gain returns what a review of a card on a day is worth, see fsrs.Model.Gain.
func gain(weights quiz.Weights, day quiz.Day) func(*quiz.Item) float64 {
	models := map[string]*fsrs.Model{}
	return func(it *quiz.Item) float64 {
		deck := it.Card.ID.Deck
		m, known := models[deck]
		if !known {
			var err error
			if m, err = fsrs.NewModel(weights.For(deck)); err != nil {
				m = nil // the same weights are refused where a scheduler is made of them
			}
			models[deck] = m
		}
		if m == nil {
			return 0
		}
		return m.Gain(it.Progress, day)
	}
}

// paceDays is how many days tell the pace of a learner.
const paceDays = 30

// timeLeft returns how much of the minutes of the day is left, below 0 when
// nothing is, and the learner's pace.
func (w *workspace) timeLeft(ctx context.Context, now quiz.Moment) (time.Duration, quiz.Pace, error) {
	since := now.At.AddDate(0, 0, -paceDays)
	reviews, err := w.store.ReviewsSince(ctx, since.UnixMilli())
	if err != nil {
		return 0, quiz.Pace{}, err
	}
	left := time.Duration(w.config.MinutesPerDay) * time.Minute
	for _, e := range reviews {
		if e.Review.Day == now.Day {
			left -= time.Duration(e.Review.Taken) * time.Millisecond
		}
	}
	if left == 0 {
		left = -1
	}
	return left, quiz.PaceOf(reviews), nil
}
