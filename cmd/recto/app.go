package main

import (
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/decks"
)

// newApp returns the command tree. Nothing in it exits or prints errors: run
// does both, once.
func newApp(stdin io.Reader, stdout, stderr io.Writer) *cli.App {
	app := &cli.App{
		Name:                      "recto",
		Usage:                     "turn the facts of an article into something you remember",
		Reader:                    stdin,
		Writer:                    stdout,
		ErrWriter:                 stderr,
		HideVersion:               true,
		Flags:                     []cli.Flag{cli.HelpFlag, &cli.BoolFlag{Name: "version", Aliases: []string{"v"}, Hidden: true}},
		HideHelpCommand:           true,
		DisableSliceFlagSeparator: true,
		ExitErrHandler:            func(*cli.Context, error) {}, // the default exits at once, before files are closed
		Action:                    start,
		CustomAppHelpTemplate:     strings.Replace(appHelp, "TOPICS", strings.Join(topicNames(), ", "), 1),
		Commands: []*cli.Command{
			studyCommand(), quizCommand(), dueCommand(), printCommand(), cardsCommand(), statsCommand(),
			checkCommand(), previewCommand(), newCommand(), addCommand(), idCommand(), decksCommand(),
			historyCommand(), optimizeCommand(), simulateCommand(), catchUpCommand(), pauseCommand(),
			schemaCommand(), configCommand(), completionCommand(), completeCommand(),
			versionCommand(), helpCommand(),
		},
	}
	app.OnUsageError = usageError
	prepare(app.Commands, "")
	return app
}

// prepare gives every command what the library does not hand down by itself:
// errors of flags come back to run, and an unknown subcommand is an error.
func prepare(commands []*cli.Command, parent string) {
	for _, c := range commands {
		c.OnUsageError = usageError
		c.HideHelpCommand = true
		if parent != "" { // the library names those of the first level itself
			c.HelpName = "recto " + parent + " " + c.Name
		}
		c.CustomHelpTemplate = commandHelp
		if len(c.Subcommands) > 0 {
			c.CustomHelpTemplate = parentHelp
			if c.Action == nil {
				c.Action = needSubcommand
			}
		}
		prepare(c.Subcommands, c.Name)
	}
}

// start is recto without a known command: the home screen where a person sits at
// a terminal, the help elsewhere.
func start(c *cli.Context) error {
	if name := c.Args().First(); name != "" {
		return unknownCommand(name, "recto", c.App.Commands)
	}
	if c.Bool("version") {
		return printVersion(c)
	}
	if in, out, ok := fullScreen(c); ok {
		return showHome(c, in, out)
	}
	if isTerminal(c.App.Reader) && isTerminal(c.App.Writer) { // one that cannot be drawn on
		if err := writeHome(c); err != nil {
			return err
		}
		return c.App.RunContext(c.Context, []string{"recto", "study"})
	}
	return cli.ShowAppHelp(c)
}

func needSubcommand(c *cli.Context) error {
	if name := c.Args().First(); name != "" {
		return unknownCommand(name, c.Command.HelpName, c.Command.Subcommands)
	}
	var names []string
	for _, sub := range c.Command.Subcommands {
		names = append(names, sub.Name)
	}
	return usage("%s needs one of: %s\nhint: recto help %s", c.Command.HelpName, strings.Join(names, ", "), c.Command.Name)
}

// unknownCommand names the nearest of the commands that there are.
func unknownCommand(name, parent string, commands []*cli.Command) error {
	var names []string
	for _, c := range commands {
		names = append(names, c.Name)
	}
	text := fmt.Sprintf("unknown command %q of %s", printable(name), parent)
	if parent == "recto" {
		text = fmt.Sprintf("unknown command %q", printable(name))
	}
	if near := decks.Nearest(name, names); near != "" {
		text += fmt.Sprintf(", did you mean %q?", near)
	} else if _, err := os.Stat(name); err == nil && parent == "recto" { // perhaps a deck
		return usage("%s\nhint: recto study %s", text, printable(name))
	}
	return usage("%s\nhint: recto help%s lists the commands", text, strings.TrimPrefix(parent, "recto"))
}

// badValue is what the flag parser says of a number that is none; of the
// flags only numbers can be wrong by themselves.
var badValue = regexp.MustCompile(`^invalid value "(.*)" for flag -+(\S+): `)

// dashes writes the name of a flag as people type it.
func dashes(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// usageError turns what the flag parser says into one clear line.
func usageError(c *cli.Context, err error, _ bool) error {
	text := err.Error()
	if name, ok := strings.CutPrefix(text, "flag provided but not defined: "); ok {
		name = "--" + strings.TrimLeft(name, "-")
		text = fmt.Sprintf("unknown flag %s", printable(name))
		var flags []string
		if c.Command != nil {
			for _, f := range c.Command.Flags {
				flags = append(flags, "--"+f.Names()[0])
			}
		}
		slices.Sort(flags)
		if near := decks.Nearest(name, flags); near != "" {
			text += fmt.Sprintf(", did you mean %s?", near)
		}
	} else if rest, ok := strings.CutPrefix(text, "flag needs an argument: "); ok {
		text = dashes(strings.TrimLeft(rest, "-")) + " needs a value"
	} else if m := badValue.FindStringSubmatch(text); m != nil {
		text = fmt.Sprintf("%s must be a whole number, not %q", dashes(m[2]), printable(m[1]))
	} else {
		text = printable(text)
	}
	topic := ""
	if c.Command != nil {
		topic = strings.TrimPrefix(c.Command.HelpName, "recto")
	}
	return usage("%s\nhint: recto help%s shows the flags", text, topic)
}
