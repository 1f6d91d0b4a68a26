package main

import (
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"

	"recto/quiz"
	"recto/quiz/optimizer"
)

// The values of the key optimize.
const (
	optimizeOff  = "off"
	optimizeAuto = "auto"
)

// optimizeWhen reads the value of the key optimize.
func optimizeWhen(v any) (string, error) {
	if v == optimizeOff || v == optimizeAuto {
		return v.(string), nil
	}
	return "", errors.New(`must be "off" or "auto"`)
}

// With optimize = "auto" parameters are fitted anew when there are that many
// new reviews since they were last set, and a tenth as many as there were then.
const (
	autoReviews = 400
	autoGrowth  = 10
)

// autoOptimize fits the parameters of all decks before the first session of a
// study day, where the learner wants that and there is enough new to learn
// from. It returns the parameters that hold. What goes wrong is told and stops
// no session.
func (w *workspace) autoOptimize(c *cli.Context, weights quiz.Weights) quiz.Weights {
	if w.config.Optimize != optimizeAuto || c.Bool("cram") {
		return weights
	}
	all, err := w.store.Progress(c.Context)
	if err != nil {
		return weights // the session will tell
	}
	now, reps := w.clock.Now(), 0
	for _, p := range all {
		if p.Reps > 0 && p.Last >= now.Day {
			return weights // not the first session
		}
		reps += p.Reps
	}
	if reps < autoReviews {
		return weights
	}
	fitted, err := w.refit(c, weights)
	if err != nil {
		fmt.Fprintf(c.App.ErrWriter, "recto: the parameters stay as they are: %s\n", lines(err.Error()))
		return weights
	}
	return fitted
}

// refit fits and writes parameters when there is enough new, and returns those
// that hold.
func (w *workspace) refit(c *cli.Context, weights quiz.Weights) (quiz.Weights, error) {
	s := scope{weights: weights}
	since, err := w.store.SettingsTime(c.Context, s.deck)
	if err != nil {
		return nil, err
	}
	all, err := readStudied(c.Context, w.store, s, since)
	if err != nil || all.after < autoReviews || all.after*autoGrowth < len(all.reviews)-all.after {
		return weights, err
	}
	o, err := s.options(w.config)
	if err != nil {
		return nil, err
	}
	r := optimizer.Fit(optimizer.NewDataset(all.reviews), o)
	if !r.New {
		return weights, nil
	}
	if err := (optimization{scope: s, settings: true, weights: r.Weights}).commit(c, w); err != nil {
		return nil, err
	}
	fmt.Fprintf(c.App.ErrWriter, "fitted to %s: log loss %.4f, before %.4f; recto history undo takes it back, until something is rated\n",
		counted(len(all.reviews), "review"), r.After.LogLoss, r.Before.LogLoss)
	if w.progress, err = w.store.Progress(c.Context); err != nil {
		return nil, err
	}
	return w.store.Weights(c.Context)
}
