package main

import (
	"io"
	"os"
	"strings"

	"github.com/urfave/cli/v2"
)

// printDiff prints a unified difference: as it is for a program that patches,
// and safe, with colours where these are wanted, for a person at a terminal.
func printDiff(c *cli.Context, diff string) error {
	if !isTerminal(c.App.Writer) && !forced(os.Getenv) {
		_, err := io.WriteString(c.App.Writer, diff)
		return err
	}
	colour := colours(os.Getenv, isTerminal(c.App.Writer))
	var b strings.Builder
	for line := range strings.Lines(diff) {
		line = printable(strings.ReplaceAll(strings.TrimRight(line, "\r\n"), "\t", "    "))
		if on := diffColour(line); colour && on != "" {
			line = on + line + "\x1b[0m"
		}
		b.WriteString(line + "\n")
	}
	_, err := io.WriteString(c.App.Writer, b.String())
	return err
}

// diffColour returns what turns the colour of a line on: removed red, added
// green.
func diffColour(line string) string {
	switch {
	case strings.HasPrefix(line, "---"), strings.HasPrefix(line, "+++"):
		return "\x1b[1m"
	case strings.HasPrefix(line, "-"):
		return "\x1b[31m"
	case strings.HasPrefix(line, "+"):
		return "\x1b[32m"
	}
	return ""
}
