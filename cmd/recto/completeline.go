package main

import (
	"regexp"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// commandLine is a command line that is being typed, as far as the cursor.
type commandLine struct {
	c         *cli.Context
	command   *cli.Command // nil before one is named
	commands  []*cli.Command
	flags     []cli.Flag
	given     []string            // flags that stand there already, by their first name
	values    map[string][]string // values of flags that stand there already
	arguments []string
	ended     bool     // by --, behind which there are no flags
	asked     cli.Flag // the flag whose value is being typed, nil for none
	before    string   // of the word that is being typed: what comes before the value, "--paper="
	current   string   // the word that is being typed
}

// read walks over the words of a command line as permute does.
func read(c *cli.Context, words []string) *commandLine {
	l := &commandLine{c: c, commands: c.App.Commands, flags: c.App.Flags, values: map[string][]string{}, current: words[len(words)-1]}
	words = words[:len(words)-1]
	for i := 0; i < len(words); i++ {
		word := words[i]
		if l.ended {
			l.arguments = append(l.arguments, word)
			continue
		}
		switch command := find(l.commands, word); {
		case word == "--":
			l.ended = true
		case isFlag(word):
			name, value, joined := strings.Cut(word, "=")
			flag := l.flag(name)
			if flag == nil {
				continue
			}
			first := flag.Names()[0]
			l.given = append(l.given, first)
			if !joined && takesValue(l.flags, word) {
				if i++; i == len(words) {
					l.asked = flag
					continue
				}
				value = words[i]
			}
			l.values[first] = append(l.values[first], value)
		case command != nil && len(l.arguments) == 0:
			l.command, l.commands, l.flags = command, command.Subcommands, command.Flags
		default:
			l.arguments = append(l.arguments, word)
		}
	}
	if name, _, joined := strings.Cut(l.current, "="); joined && l.asked == nil && !l.ended && isFlag(l.current) {
		if flag := l.flag(name); flag != nil && takesValue(l.flags, name) {
			l.asked, l.before = flag, name+"="
		}
	}
	return l
}

// flag returns the flag of a name as it is typed, nil for none.
func (l *commandLine) flag(name string) cli.Flag {
	name = strings.TrimLeft(name, "-")
	for _, flag := range l.flags {
		if slices.Contains(flag.Names(), name) {
			return flag
		}
	}
	return nil
}

// complete returns what may stand in the place of the current word.
func (l *commandLine) complete() []offer {
	switch {
	case l.asked != nil:
		found := l.flagValues(l.asked)
		for i := range found {
			found[i].value = l.before + found[i].value
		}
		return found
	case !l.ended && strings.HasPrefix(l.current, "-"):
		return l.flagNames()
	}
	var found []offer
	if len(l.arguments) == 0 {
		for _, command := range l.commands {
			if !command.Hidden {
				found = append(found, offer{command.Name, command.Usage})
			}
		}
	}
	if l.command == nil {
		return found
	}
	return append(found, l.argumentValues()...)
}

// flagNames returns the flags that may follow: those that stand there already
// only where several make sense.
func (l *commandLine) flagNames() []offer {
	var found []offer
	for _, flag := range l.flags {
		documented, ok := flag.(cli.DocGenerationFlag)
		if shown, is := flag.(cli.VisibleFlag); !ok || is && !shown.IsVisible() {
			continue
		}
		_, several := flag.(*cli.StringSliceFlag)
		if !several && slices.Contains(l.given, flag.Names()[0]) {
			continue
		}
		for _, name := range flag.Names() {
			found = append(found, offer{dashes(name), strings.ReplaceAll(documented.GetUsage(), "`", "")})
		}
	}
	return append(found, offer{"--help", "explain the command"})
}

// choice is the form of a usage that names its values: "a4, a5 or letter".
var choice = regexp.MustCompile(`^[a-z0-9-]+(, [a-z0-9-]+)*( or [a-z0-9-]+)?$`)

// choices returns the values that a usage names, none when it names no values.
// Placeholders are written in capitals.
func choices(usage string) []offer {
	usage = strings.Trim(usage, "[]")
	if !choice.MatchString(usage) {
		return nil
	}
	var found []offer
	for _, value := range strings.Split(strings.ReplaceAll(usage, " or ", ", "), ", ") {
		found = append(found, offer{value: value})
	}
	return found
}

// flagValues returns the values of a flag: those that its usage names between
// backquotes, or what stands behind the placeholder there.
func (l *commandLine) flagValues(flag cli.Flag) []offer {
	documented, ok := flag.(cli.DocGenerationFlag)
	if !ok {
		return nil
	}
	_, rest, _ := strings.Cut(documented.GetUsage(), "`")
	placeholder, _, _ := strings.Cut(rest, "`")
	switch name := flag.Names()[0]; {
	case name == "tag" || name == "tags":
		return l.tags()
	case name == "deck" || placeholder == "DECK":
		return l.decks()
	case placeholder == "ARTICLE":
		return files(l.current[len(l.before):], "")
	case strings.HasPrefix(placeholder, "FILE"):
		return files(l.current[len(l.before):], strings.TrimPrefix(placeholder, "FILE"))
	}
	return choices(placeholder)
}

// argumentValues returns what the usage of the command has its arguments be: a
// choice of words, or a placeholder for each, the last perhaps repeated.
func (l *commandLine) argumentValues() []offer {
	usage := strings.Trim(l.command.ArgsUsage, "[]")
	if usage == "COMMAND or TOPIC" {
		return l.helpTopics()
	}
	if words := choices(usage); words != nil {
		if len(l.arguments) > 0 {
			return nil
		}
		return words
	}
	places := strings.Fields(l.command.ArgsUsage)
	if len(places) == 0 {
		return nil
	}
	last := strings.HasSuffix(strings.Trim(places[len(places)-1], "[]"), "...")
	if len(l.arguments) >= len(places) && !last {
		return nil
	}
	place := strings.TrimSuffix(strings.Trim(places[min(len(l.arguments), len(places)-1)], "[]"), "...")
	switch {
	case place == "DECK" && l.command.Name == "print":
		return append(l.decks(), files(l.current, recordSuffix)...) // folders twice are offered once
	case place == "DECK":
		return l.decks()
	case place == "ID":
		return l.cardIDs()
	case place == "QUESTION":
		return l.questionIDs()
	case place == "N":
		return choices("0, 1, 2, 3, 4, 5, 6 or 7") // of flags
	case strings.HasPrefix(place, "FILE"):
		return files(l.current, strings.TrimPrefix(place, "FILE"))
	}
	return choices(place)
}

// helpTopics returns what "recto help" explains: the topics, and the commands
// with their subcommands.
func (l *commandLine) helpTopics() []offer {
	commands := l.c.App.Commands
	for _, word := range l.arguments {
		command := find(commands, word)
		if command == nil {
			return nil
		}
		commands = command.Subcommands
	}
	var found []offer
	for _, command := range commands {
		if !command.Hidden {
			found = append(found, offer{command.Name, command.Usage})
		}
	}
	if len(l.arguments) == 0 {
		for _, name := range topicNames() {
			found = append(found, offer{name, "a topic"})
		}
	}
	return found
}
