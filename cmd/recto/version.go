package main

import (
	"encoding/json"
	"fmt"
	"io"
	"runtime"

	"github.com/urfave/cli/v2"
)

// version is the version of the program; the deck format has its own.
const version = "0.1.0"

func versionCommand() *cli.Command {
	return &cli.Command{
		Name:  "version",
		Usage: "print the version",
		Flags: []cli.Flag{jsonFlag()},
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			return printVersion(c)
		},
	}
}

func printVersion(c *cli.Context) error {
	if c.Bool("json") {
		return writeJSON(c.App.Writer, struct {
			V       int    `json:"v"`
			Version string `json:"version"`
			Go      string `json:"go"`
		}{1, version, runtime.Version()})
	}
	_, err := fmt.Fprintf(c.App.Writer, "recto %s (%s %s/%s)\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}

func jsonFlag() cli.Flag {
	return &cli.BoolFlag{Name: "json", Usage: "print one JSON object"}
}

// writeJSON prints one object the same way each time: keys in the order of the
// struct, two spaces, no HTML escapes.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// noArguments refuses arguments of a command that takes none.
func noArguments(c *cli.Context) error {
	if name := c.Args().First(); name != "" {
		return usage("%s takes no argument, but got %q", c.Command.HelpName, printable(name))
	}
	return nil
}
