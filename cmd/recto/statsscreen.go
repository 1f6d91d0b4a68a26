package main

import (
	"errors"
	"os"

	"github.com/urfave/cli/v2"

	"recto/quiz/stats"
	"recto/quiz/tui"
)

// showScreen shows the report on the full screen of a terminal, page by page.
func showScreen(c *cli.Context, r *stats.Report, in, out *os.File) error {
	err := tui.Stats(c.Context, tui.StatsOptions{
		Sections: sectionsOf(r),
		Input:    in,
		Output:   out,
	})
	if errors.Is(err, tui.ErrInterrupted) {
		return silent(exitInterrupted)
	}
	return err
}
