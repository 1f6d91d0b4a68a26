package main

import (
	"errors"
	"os"

	"github.com/urfave/cli/v2"

	"recto/quiz/stats"
	"recto/quiz/stats/plot"
	"recto/quiz/tui"
)

// showScreen shows the report on the full screen of a terminal, page by page.
func showScreen(c *cli.Context, r *stats.Report, in, out *os.File) error {
	err := tui.Stats(c.Context, tui.StatsOptions{
		Sections: func(width int) []plot.Section {
			return plot.Sections(r, plot.Style{Width: width, Plain: !utf8Locale()})
		},
		Input:  in,
		Output: out,
	})
	if errors.Is(err, tui.ErrInterrupted) {
		return silent(exitInterrupted)
	}
	return err
}
