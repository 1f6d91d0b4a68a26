package main

import (
	"embed"
	"fmt"
	"slices"

	"github.com/urfave/cli/v2"
)

//go:embed completion
var completions embed.FS

// shells are the shells that there is a completion for, with the file of each.
var shells = map[string]string{
	"bash": "recto.bash", "zsh": "recto.zsh", "fish": "recto.fish", "powershell": "recto.ps1",
}

func completionCommand() *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "a script that lets a shell complete commands, flags, decks, tags and ids",
		ArgsUsage: "bash, zsh, fish or powershell",
		Description: "The script says in its first lines where it belongs. Decks, tags and ids are those\n" +
			"of the decks in reach and of those that stand on the command line.",
		Action: func(c *cli.Context) error {
			file, ok := shells[c.Args().First()]
			if !ok || c.NArg() != 1 {
				return usage("completion needs a shell: bash, zsh, fish or powershell\nhint: recto completion bash")
			}
			script, err := completions.ReadFile("completion/" + file)
			if err != nil {
				return err
			}
			_, err = c.App.Writer.Write(script)
			return err
		},
	}
}

// completeCommand is what the scripts ask. It answers with what may stand at
// the end of a command line, says nothing when there is nothing, writes no
// file, and never fails.
//
//	recto __complete -- words WORD...    a line for each offer: value, tab, about
//	recto __complete -- dotted WORD...   the same; the last word has a dot before it
//	recto __complete -- bash LINE BREAKS what bash inserts, a line for each
func completeCommand() *cli.Command {
	return &cli.Command{
		Name:   "__complete",
		Hidden: true,
		Action: func(c *cli.Context) error {
			defer func() { _ = recover() }() // a shell has no use for it
			args := c.Args().Slice()
			if len(args) < 2 {
				return nil
			}
			switch args[0] {
			case "words":
				return printOffers(c, args[1:])
			case "dotted":
				last := &args[len(args)-1]
				*last = (*last)[min(1, len(*last)):]
				return printOffers(c, args[1:])
			case "bash":
				if len(args) == 3 {
					return printForBash(c, args[1], args[2])
				}
			}
			return nil
		},
	}
}

// offer is a word that may stand at the end of the command line.
type offer struct {
	value string // ends in / or = when more may follow it at once
	about string
}

// maxOffers is how many are printed: more are of use to nobody.
const maxOffers = 2000

func printOffers(c *cli.Context, words []string) error {
	for _, found := range offers(c, words) {
		if _, err := fmt.Fprintf(c.App.Writer, "%s\t%s\n", found.value, found.about); err != nil {
			return nil
		}
	}
	return nil
}

// offers returns what may stand in the place of the last word, sorted as
// its source has it. Nothing in them harms a terminal.
func offers(c *cli.Context, words []string) []offer {
	current := words[len(words)-1]
	var fit []offer
	for _, found := range read(c, words).complete() {
		found.about = cutAbout(printable(found.about))
		fits := len(found.value) >= len(current) && found.value[:len(current)] == current
		if fits && printable(found.value) == found.value && !slices.ContainsFunc(fit, func(f offer) bool { return f.value == found.value }) {
			if fit = append(fit, found); len(fit) == maxOffers {
				break
			}
		}
	}
	return fit
}

// cutAbout shortens the words on an offer to what a line has room for.
func cutAbout(text string) string {
	const most = 60
	n := 0
	for i := range text {
		if n == most {
			return text[:i] + "…"
		}
		n++
	}
	return text
}
