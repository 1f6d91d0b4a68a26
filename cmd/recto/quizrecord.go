package main

import (
	"context"
	"crypto/rand"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/practice"
)

// recordFunc records the result of a test; nil records nothing.
type recordFunc = func(context.Context, practice.Result) (practice.Recorded, error)

// quizRecorder returns what records the result of a test where --record is
// set: one review of each card that the result says something about, all in
// one transaction, which "history undo" takes back. The sitting counts them.
func quizRecorder(c *cli.Context, q *quizSitting) (recordFunc, error) {
	w := q.w
	if !c.Bool("record") {
		return nil, nil
	}
	schedulers, err := w.quizSchedulers(c)
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context, result practice.Result) (practice.Recorded, error) {
		ratings := result.Ratings()
		ids := make([]decks.CardID, len(ratings))
		for i, one := range ratings {
			ids[i] = one.Card.ID
		}
		if len(ids) == 0 {
			return practice.Recorded{}, nil
		}
		progress, err := w.store.Progress(ctx, ids...)
		if err != nil {
			return practice.Recorded{}, err
		}
		now, zone := w.now()
		events, leeches, err := practice.Record(ratings, practice.RecordOptions{
			Now: now, Zone: zone, Random: rand.Reader, Progress: progress, Schedulers: schedulers,
			Seen: w.seen(ctx), Path: w.deckPath,
			Leech: w.config.Leech, Leeches: w.config.LeechAction, Load: w.days,
		})
		if err == nil {
			err = w.store.Commit(ctx, events...)
		}
		if err != nil {
			return practice.Recorded{}, err
		}
		q.recorded = len(ratings)
		return practice.Recorded{Cards: len(ratings), Leeches: leeches, Undo: w.unrecord(events)}, nil
	}, nil
}

// quizSchedulers returns the schedulers of cards as a session of them all has
// them: with the load of the days, and the exams that are planned for.
func (w *workspace) quizSchedulers(c *cli.Context) (func(decks.Card) quiz.Scheduler, error) {
	weights, err := w.store.Weights(c.Context)
	if err != nil {
		return nil, err
	}
	now := w.clock.Now()
	w.days = w.newLoad()
	schedulers, err := w.schedulers(weights)
	if err != nil {
		return nil, err
	}
	exams, err := w.exams(c, weights, now.Day)
	if err != nil {
		return nil, err
	}
	items, done, err := w.deal(c, now)
	if err != nil {
		return nil, err
	}
	limits, err := w.dayLimits(c.Context, done, now, weights)
	if err != nil {
		return nil, err
	}
	exams.prepare(items, now, &limits)
	w.days.Know(items, items)
	return exams.schedulers(schedulers), nil
}

// unrecord returns what takes recorded events back.
func (w *workspace) unrecord(events []quiz.Event) func(context.Context) error {
	return func(ctx context.Context) error {
		var ids []quiz.EventID
		for _, e := range events {
			if e.Kind != quiz.SeenEvent {
				ids = append(ids, e.ID)
			}
		}
		_, err := takeBack(ctx, w.store, [][]quiz.EventID{ids}, w.clock.Now())
		return err
	}
}
