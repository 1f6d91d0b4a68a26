package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// permute returns args with the flags of the command moved before its
// arguments, and "--" between them. The library reads no flag after the first
// argument, it would take "check deck.toml --strict" for two decks.
func permute(app *cli.App, args []string) []string {
	if len(args) == 0 {
		return args
	}
	var path, flags, rest []string
	commands, known := app.Commands, app.Flags
	for i := 1; i < len(args); i++ {
		arg := args[i]
		if arg == "--" {
			rest = append(rest, args[i+1:]...)
			break
		}
		if isFlag(arg) {
			flags = append(flags, arg)
			if !takesValue(known, arg) {
				continue
			}
			if i++; i == len(args) { // no value: nothing may stand where the flag looks for it
				return slices.Concat([]string{args[0]}, path, flags)
			}
			flags = append(flags, args[i])
			continue
		}
		if c := find(commands, arg); c != nil && len(rest) == 0 {
			path = append(path, arg)
			commands, known = c.Subcommands, c.Flags
			continue
		}
		rest = append(rest, arg)
	}
	out := append([]string{args[0]}, path...)
	out = append(out, flags...)
	if len(rest) > 0 {
		out = append(out, "--")
	}
	return append(out, rest...)
}

// isFlag reports whether arg is a flag; "-" alone is the standard input.
func isFlag(arg string) bool {
	return len(arg) > 1 && arg[0] == '-'
}

// takesValue reports whether arg is one of the known flags and the argument
// after it is its value.
func takesValue(known []cli.Flag, arg string) bool {
	name := strings.TrimLeft(arg, "-")
	if strings.Contains(name, "=") {
		return false
	}
	for _, flag := range known {
		if slices.Contains(flag.Names(), name) {
			_, isBool := flag.(*cli.BoolFlag)
			return !isBool
		}
	}
	return false
}

func find(commands []*cli.Command, name string) *cli.Command {
	for _, c := range commands {
		if c.HasName(name) {
			return c
		}
	}
	return nil
}
