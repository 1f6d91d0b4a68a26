package frame

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"recto/quiz/words"
)

// Command is what a key means on a screen, by the name that the configuration
// has for it: small letters, with dashes.
type Command string

// The commands that several screens have. They mean the same everywhere, and
// the presets have keys for them.
const (
	Up       Command = "up"
	Down     Command = "down"
	Left     Command = "left"
	Right    Command = "right"
	PageUp   Command = "page-up"
	PageDown Command = "page-down"
	Top      Command = "top"
	Bottom   Command = "bottom"
	Next     Command = "next"     // the next one of what is shown
	Previous Command = "previous" // the one before
	Open     Command = "open"     // what is selected
	Search   Command = "search"
	Edit     Command = "edit"
	Undo     Command = "undo"
	Help     Command = "help" // all keys that work now
	Leave    Command = "leave"
)

// Binding is a command of a screen and the keys that mean it by default, as
// ParseKey writes them.
type Binding struct {
	Command Command
	Keys    []string
	Short   string // what it does, in a word or two, for the line of keys
	Does    string // the same for the panel of all keys
}

// Bind returns the binding of a command that does something, by default to some
// keys.
func Bind(c Command, does words.Does, keys ...string) Binding {
	return Binding{Command: c, Keys: keys, Short: does.Short, Does: does.Long}
}

// Table is the keys of a screen. No two commands of a table have a key in
// common.
type Table struct {
	Screen   string // by the name that the configuration has for it
	Bindings []Binding
}

// find returns the binding of a command, nil for none.
func (t *Table) find(c Command) *Binding {
	if i := slices.IndexFunc(t.Bindings, func(b Binding) bool { return b.Command == c }); i >= 0 {
		return &t.Bindings[i]
	}
	return nil
}

// Keys is the keys of a screen under the map that is in force.
type Keys struct {
	table Table
	means map[string]Command
	names words.KeyNames
}

// newKeys makes the keys of a table that has no clash.
func newKeys(t Table, names words.KeyNames) *Keys {
	k := &Keys{t, map[string]Command{}, names}
	for _, b := range t.Bindings {
		for _, key := range b.Keys {
			k.means[key] = b.Command
		}
	}
	return k
}

// Means returns the command that a key means, "" for none.
func (k *Keys) Means(msg tea.KeyPressMsg) Command { return k.means[KeyName(msg)] }

// Label names the first key of a command to the learner, "" for one that has
// none.
func (k *Keys) Label(c Command) string {
	if b := k.table.find(c); b != nil && len(b.Keys) > 0 {
		return KeyLabel(b.Keys[0], k.names)
	}
	return ""
}

// LastLabel names the last key of a command, where the first is text.
func (k *Keys) LastLabel(c Command) string {
	if b := k.table.find(c); b != nil && len(b.Keys) > 0 {
		return KeyLabel(b.Keys[len(b.Keys)-1], k.names)
	}
	return ""
}

// Hint returns what the line of keys says of a command: its first key, and what
// it does, where does is "" as the table says it.
func (k *Keys) Hint(c Command, does string) Hint {
	if b := k.table.find(c); b != nil && does == "" {
		does = b.Short
	}
	return Hint{k.Label(c), does, c}
}

// Panel lists the keys of the commands that work now, in the order of the
// table; of all commands when none is named.
func (k *Keys) Panel(title string, now ...Command) *Panel {
	p := &Panel{Title: title}
	for _, b := range k.table.Bindings {
		if len(b.Keys) == 0 || len(now) > 0 && !slices.Contains(now, b.Command) {
			continue
		}
		label := ""
		for _, key := range b.Keys {
			label += " " + KeyLabel(key, k.names)
		}
		p.Lines = append(p.Lines, Line{{label[1:], Bold}, {b.Does, 0}})
	}
	return p
}
