package main

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/decks/ground"
	"recto/decks/lint"
	"recto/export/pdf"
	"recto/quiz/words"
)

//go:embed help/*.md
var topics embed.FS

// The templates of the library's help, in lower case and without what nobody reads.
const (
	appHelp = `recto - {{.Usage}}

usage: recto COMMAND [flags] [arguments]    flags may stand anywhere

commands:
{{range .VisibleCommands}}  {{.Name}}{{"\t"}}{{.Usage}}
{{end}}
DECK is a .toml file, a folder of them, or the name of a deck. Without one: the
configured decks, else the deck inside the program.

recto help COMMAND explains a command.
recto help TOPIC, where TOPIC is one of: TOPICS.
`
	commandHelp = `{{.HelpName}} - {{.Usage}}

usage: {{.HelpName}}{{if .ArgsUsage}} {{.ArgsUsage}}{{end}}
{{if .Description}}
{{.Description}}
{{end}}{{if .VisibleFlags}}
flags:
{{range .VisibleFlags}}  {{.}}
{{end}}{{end}}`
	parentHelp = `{{.HelpName}} - {{.Usage}}

usage: {{.HelpName}} COMMAND [flags] [arguments]
{{if .ArgsUsage}}       {{.HelpName}} {{.ArgsUsage}}
{{end}}
commands:
{{range .VisibleCommands}}  {{.Name}}{{if .ArgsUsage}} {{.ArgsUsage}}{{end}}{{"\t"}}{{.Usage}}
{{end}}{{if .Description}}
{{.Description}}
{{end}}{{if .VisibleFlags}}
flags:
{{range .VisibleFlags}}  {{.}}
{{end}}{{end}}`
)

func helpCommand() *cli.Command {
	return &cli.Command{
		Name:      "help",
		Usage:     "explain a command or a topic",
		ArgsUsage: "[COMMAND or TOPIC]",
		Action:    help,
	}
}

func help(c *cli.Context) error {
	asked := c.Args().Slice()
	if len(asked) == 0 {
		return cli.ShowAppHelp(c)
	}
	found := false
	if text, ok := commandText(c.App, asked); ok {
		fmt.Fprint(c.App.Writer, text)
		found = true
	}
	if text, ok := topic(asked); ok {
		if found {
			fmt.Fprintln(c.App.Writer)
		}
		fmt.Fprint(c.App.Writer, text)
		found = true
	}
	if found {
		return nil
	}
	name := strings.Join(asked, " ")
	text := fmt.Sprintf("no help on %q", printable(name))
	names := append(topicNames(), "lints")
	for _, r := range lint.Rules() {
		names = append(names, "lint-"+r.Code)
	}
	for _, command := range c.App.Commands {
		names = append(names, command.Name)
	}
	if near := decks.Nearest(name, names); near != "" {
		text += fmt.Sprintf(", did you mean %q?", near)
	}
	return usage("%s\nhint: recto help lists commands and topics", text)
}

// commandText returns the help of the command that words name.
func commandText(app *cli.App, words []string) (string, bool) {
	commands := app.Commands
	var command *cli.Command
	for _, word := range words {
		if command = find(commands, word); command == nil {
			return "", false
		}
		commands = command.Subcommands
	}
	var b strings.Builder
	cli.HelpPrinterCustom(&b, command.CustomHelpTemplate, command, nil)
	return b.String(), true
}

// topic returns the text of a help topic; the keys of the configuration and the
// texts of the licences are added to theirs.
func topic(words []string) (string, bool) {
	name := strings.Join(words, "-")
	if code, is := strings.CutPrefix(name, "lint-"); is {
		return lintPage(code)
	}
	if name == "lints" {
		return lintList(), true
	}
	text, err := topics.ReadFile("help/" + name + ".md")
	if err != nil {
		return "", false
	}
	switch words[0] {
	case "config":
		return string(text) + configHelp(), true
	case "keys":
		return string(text) + keysHelp(), true
	case "licences":
		return string(text) + pdf.Licenses(), true
	}
	return string(text), true
}

func topicNames() []string {
	files, err := topics.ReadDir("help")
	if err != nil {
		return nil
	}
	var names []string
	for _, f := range files {
		names = append(names, strings.TrimSuffix(f.Name(), ".md"))
	}
	slices.Sort(names)
	return names
}

// lintPage returns the page of a lint.
func lintPage(code string) (string, bool) {
	for _, r := range lint.Rules() {
		if r.Code == code {
			return fmt.Sprintf("LINT %s (%s)\n\n%s.\n\n%s\nSwitched off by allow = [\"%s\"] at a question, a group, or in [defaults].\n",
				r.Code, r.Severity, upperFirst(r.Reason), r.Help(), r.Code), true
		}
	}
	return "", false
}

func upperFirst(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// lintList names every lint with its reason.
func lintList() string {
	var b strings.Builder
	b.WriteString("LINTS: WHAT recto check ADVISES AGAINST\n\n\"recto help lint-CODE\" tells more of one, \"recto help checking\" of all.\n")
	for _, severity := range []lint.Severity{lint.Warning, lint.Note} {
		fmt.Fprintf(&b, "\n%sS\n\n", strings.ToUpper(string(severity)))
		for _, r := range lint.Rules() {
			if r.Severity == severity {
				fmt.Fprintf(&b, "  %-19s %s\n", r.Code, r.Reason)
			}
		}
	}
	b.WriteString("\nWITH --source\n\n")
	for _, code := range ground.Codes() {
		fmt.Fprintf(&b, "  %-19s %s\n", code.Code, code.Severity)
	}
	return b.String()
}

// keysHelp lists the commands of every screen with their keys.
func keysHelp() string {
	w := words.English(words.Locale{})
	var b strings.Builder
	for _, t := range keyTables(w) {
		fmt.Fprintf(&b, "\n%s\n", t.Screen)
		for _, bind := range t.Bindings {
			fmt.Fprintf(&b, "  %-12s %-12s %s\n", bind.Command, strings.Join(bind.Keys, " "), bind.Does)
		}
	}
	return b.String()
}

// configHelp lists the keys of config.toml with their defaults.
func configHelp() string {
	var b strings.Builder
	for _, k := range configKeys() {
		fmt.Fprintf(&b, "\n%s = %s\n    %s\n", k.name, k.value, k.help)
	}
	for _, t := range configTables() {
		fmt.Fprintf(&b, "\n[%s.%s]\n    %s\n", t.name, t.of, t.help)
		for _, k := range t.keys {
			fmt.Fprintf(&b, "%s\n    %s\n", k.name, k.help)
		}
	}
	return b.String()
}
