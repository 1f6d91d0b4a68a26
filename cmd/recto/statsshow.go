package main

import (
	"github.com/urfave/cli/v2"

	"recto/quiz"
	"recto/quiz/stats"
)

// statsOptions is what the flags of stats ask for.
type statsOptions struct {
	since quiz.Day
}

func readStatsFlags(c *cli.Context) (o statsOptions, err error) {
	if c.IsSet("since") {
		if o.since, err = quiz.ParseDay(c.String("since")); err != nil {
			return o, usage("--since: %w", err)
		}
	}
	return o, nil
}

func (o statsOptions) show(c *cli.Context, r *stats.Report) error {
	return writeJSON(c.App.Writer, struct {
		V int `json:"v"`
		*stats.Report
	}{1, r})
}
