package main

import (
	"context"

	"github.com/urfave/cli/v2"

	"recto/quiz/fsrs"
	"recto/quiz/history"
)

func historyCommand() *cli.Command {
	return &cli.Command{
		Name:  "history",
		Usage: "export, import, undo, backup, restore or verify what was studied",
		Description: "The history is a list of events that nothing edits or deletes. \"recto config\"\n" +
			"prints where it lies.",
		Subcommands: []*cli.Command{
			{
				Name:      "export",
				Usage:     "print every event as a line of JSON",
				ArgsUsage: "[FILE]",
				Description: "The lines are a full copy of the history, the same bytes each time. FILE must\n" +
					"not be there yet; without it the lines go to the standard output.",
				Flags:  []cli.Flag{jsonFlag()},
				Action: exportHistory,
			},
			{
				Name:      "import",
				Usage:     "take in exported events; what is known already stays as it is",
				ArgsUsage: "FILE",
				Description: "Importing twice, or in another order, gives the same history. If one line is\n" +
					"wrong, nothing is taken in. - reads the standard input.",
				Flags:  []cli.Flag{jsonFlag()},
				Action: importHistory,
			},
			{
				Name:        "undo",
				Usage:       "take the last action back, also of an earlier session",
				Description: "An undo is one more event, nothing is deleted.",
				Flags: []cli.Flag{
					&cli.IntFlag{Name: "count", Usage: "take `N` actions back", Value: 1},
					&cli.BoolFlag{Name: "relink", Usage: "take back that edited questions kept their history"},
					jsonFlag(),
				},
				Action: undoHistory,
			},
			{
				Name:      "backup",
				Usage:     "write a copy of the history; FILE must not be there yet",
				ArgsUsage: "FILE",
				Action:    backupHistory,
			},
			{
				Name:        "restore",
				Usage:       "put a backup in the place of the history; the present one is kept beside it",
				ArgsUsage:   "FILE",
				Description: "The backup is examined first, and left as it is.",
				Action:      restoreHistory,
			},
			{
				Name:  "verify",
				Usage: "examine the history and rebuild all progress from its events",
				Description: "Compares the rebuilt progress byte for byte with the stored one. --repair stores\n" +
					"the rebuilt one where they differ. Exit code 1 when something is wrong.",
				Flags:  []cli.Flag{&cli.BoolFlag{Name: "repair", Usage: "store the rebuilt progress"}, jsonFlag()},
				Action: verifyHistory,
			},
		},
	}
}

// openHistory opens the history at its place, for reading only or for both.
func openHistory(ctx context.Context, place string, readOnly bool) (*history.Store, error) {
	if readOnly {
		return history.OpenReadOnly(ctx, place, fsrs.Models)
	}
	return history.Open(ctx, place, fsrs.Models)
}

// openOwnHistory opens the history of the learner, for a command that needs
// nothing else.
func openOwnHistory(c *cli.Context, readOnly bool) (*history.Store, error) {
	where, err := findPaths()
	if err != nil {
		return nil, err
	}
	return openHistory(c.Context, where.History, readOnly)
}

// oneFile returns the only argument of the command, a file name.
func oneFile(c *cli.Context) (string, error) {
	if c.NArg() != 1 {
		return "", usage("%s takes one file name\nhint: recto help history %s", c.Command.HelpName, c.Command.Name)
	}
	return c.Args().First(), nil
}
