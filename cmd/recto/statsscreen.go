package main

import (
	"errors"
	"os"

	"github.com/urfave/cli/v2"

	"recto/quiz/stats"
	"recto/quiz/stats/plot"
	"recto/quiz/tui"
	"recto/quiz/tui/frame"
)

// showScreen shows the report on the full screen of a terminal, page by page.
func showScreen(c *cli.Context, r *stats.Report, in, out *os.File) error {
	_, cfg, err := settings()
	if err != nil {
		return err
	}
	err = frame.Run(c.Context, terminal(c, cfg, in, out), tui.StatsPages(statsScreen(r, cfg)))
	if errors.Is(err, frame.ErrInterrupted) {
		return silent(exitInterrupted)
	}
	return err
}

// statsScreen returns what the pages of a report need.
func statsScreen(r *stats.Report, cfg *config) tui.StatsOptions {
	return tui.StatsOptions{
		Sections: func(width int) []plot.Section {
			return plot.Sections(r, plot.Style{Width: width, Words: speech(), Plain: !utf8Locale()})
		},
		Words:  speech(),
		Keymap: cfg.Keys,
	}
}
