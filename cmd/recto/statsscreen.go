package main

import (
	"errors"
	"os"

	"github.com/urfave/cli/v2"

	"recto/quiz/stats"
	"recto/quiz/tui"
	"recto/quiz/tui/frame"
)

// showScreen shows the report on the full screen of a terminal, page by page.
func showScreen(c *cli.Context, r *stats.Report, in, out *os.File) error {
	_, cfg, err := settings()
	if err != nil {
		return err
	}
	err = frame.Run(c.Context, terminal(c, cfg, in, out), tui.StatsPages(tui.StatsOptions{Sections: sectionsOf(r)}))
	if errors.Is(err, frame.ErrInterrupted) {
		return silent(exitInterrupted)
	}
	return err
}
