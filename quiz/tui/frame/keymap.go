package frame

import (
	"fmt"
	"maps"
	"slices"

	"recto/quiz/words"
)

// Keymap is which keys a learner chose. The zero value is the default.
type Keymap struct {
	Preset string // one of Presets, "" for the default
	Own    []Own  // go before the preset, a later one before an earlier
}

// Own is the keys that a learner gave a command: on one screen, or on all that
// have it and are not named for it.
type Own struct {
	Screen  string // "" for all
	Command Command
	Keys    []string // as ParseKey returns them; none: the command has no key
}

// Clash is a key of a screen that would mean two commands.
type Clash struct {
	Screen string
	Key    string
	A, B   Command // in the order of the table
}

// Error names both commands and the key.
func (c *Clash) Error() string {
	return fmt.Sprintf("%q would mean both %s and %s on the screen %s", c.Key, c.A, c.B, c.Screen)
}

// Of returns the keys of a screen under the map. The map has no clash.
func (m Keymap) Of(t Table, names words.KeyNames) *Keys { return newKeys(m.apply(t), names) }

// Clash returns the first key of the tables that would mean two commands, nil
// for none.
func (m Keymap) Clash(tables []Table) *Clash {
	for _, t := range tables {
		is := map[string]Command{}
		for _, b := range m.apply(t).Bindings {
			for _, key := range b.Keys {
				if other, ok := is[key]; ok && other != b.Command {
					return &Clash{t.Screen, key, other, b.Command}
				}
				is[key] = b.Command
			}
		}
	}
	return nil
}

// apply returns a table with the keys of the map.
func (m Keymap) apply(t Table) Table {
	t.Bindings = slices.Clone(t.Bindings)
	preset := presets[m.Preset]
	for i := range t.Bindings {
		b := &t.Bindings[i]
		for _, name := range []string{string(b.Command), t.Screen + "." + string(b.Command)} {
			if keys, ok := preset[name]; ok {
				b.Keys = keys
			}
		}
		for _, screen := range []string{"", t.Screen} {
			for _, o := range m.Own {
				if o.Command == b.Command && o.Screen == screen {
					b.Keys = o.Keys
				}
			}
		}
	}
	return t
}

// Presets returns the names of the maps that there are, the default first.
func Presets() []string {
	names := slices.Sorted(maps.Keys(presets))
	return append([]string{Default}, slices.DeleteFunc(names, func(s string) bool { return s == Default })...)
}

// PresetCommands returns what a preset names, sorted: commands, and commands of
// a screen as "study.again".
func PresetCommands(preset string) []string { return slices.Sorted(maps.Keys(presets[preset])) }

// Default is the name of the map that is in force when nothing is chosen.
const Default = "default"

// presets are maps by name: keys by command, or by screen and command, which
// goes before. What they do not name keeps the keys of its table.
var presets = map[string]map[string][]string{
	Default: nil,
	"vim": {
		"up": {"k", "up"}, "down": {"j", "down"}, "left": {"h", "left"}, "right": {"l", "right"},
		"page-up": {"ctrl+b", "ctrl+u", "pgup"}, "page-down": {"ctrl+f", "ctrl+d", "pgdown"},
		"top": {"g", "home"}, "bottom": {"G", "end"},
		"home.topics":  {"H"},
		"preview.next": {"l", "n", "right"}, "preview.previous": {"h", "p", "left"},
		"stats.next": {"tab", "l", "right", "n"}, "stats.previous": {"shift+tab", "h", "left", "p"},
	},
	"emacs": {
		"up": {"ctrl+p", "up"}, "down": {"ctrl+n", "down"}, "left": {"ctrl+b", "left"}, "right": {"ctrl+f", "right"},
		"page-up": {"alt+v", "pgup"}, "page-down": {"ctrl+v", "pgdown"},
		"top": {"alt+<", "home"}, "bottom": {"alt+>", "end"},
		"search": {"ctrl+s", "/"}, "undo": {"ctrl+_", "ctrl+/", "u"},
	},
	// The left hand alone, on the left half of a keyboard; the right one may
	// hold the mouse, or nothing.
	"one-hand": {
		"up": {"W", "up"}, "down": {"S", "down"}, "left": {"A", "left"}, "right": {"D", "right"},
		"page-up": {"R", "pgup"}, "page-down": {"F", "pgdown"}, "top": {"T", "home"}, "bottom": {"B", "end"},
		"undo": {"z"}, "search": {"f", "/"}, "help": {"f1", "?"}, "leave": {"q"}, "answer": {"space", "enter"},
		"home.open": {"space", "enter"}, "home.preview": {"v"}, "home.topics": {"g"},
		"edited.same": {"a"}, "edited.another": {"x"}, "edited.later": {"v"},
		"study.accept": {"a"}, "study.bury": {"b"}, "study.flag": {"f"}, "study.why": {"c"}, "study.print": {"g"},
		"test.flag": {"f"}, "test.list": {"g"}, "test.next": {"e", "alt+e"}, "test.previous": {"w", "alt+w"}, "test.save": {"c"},
		"cards.open": {"tab", "enter"}, "cards.bury": {"b"}, "cards.flag": {"g"}, "cards.reset": {"X"}, "cards.why": {"w"},
		"cards.history": {"d"}, "cards.next": {"2", "right"}, "cards.previous": {"1", "left"}, "cards.image": {"t"},
		"preview.next": {"d", "right"}, "preview.previous": {"a", "left"}, "preview.next-question": {"D"}, "preview.previous-question": {"A"},
		"preview.flip": {"x"}, "preview.image": {"t"}, "study.image": {"d"}, "test.image": {"t"}, "stats.next": {"tab", "d", "right"}, "stats.previous": {"a", "left"},
	},
	// The right hand alone, with the arrows and the digits on its side.
	"one-hand-right": {
		"edit": {"o"}, "image": {"O"}, "leave": {"m"},
		"home.quiz": {"k"}, "home.browse": {"j"}, "home.stats": {"i"}, "home.leave": {"m", "backspace"},
		"study.again": {"7", "1"}, "study.hard": {"8", "2"}, "study.good": {"9", "3"}, "study.easy": {"0", "4"},
		"study.hint": {"h", "tab"}, "study.skip": {"k"}, "study.suspend": {"."}, "study.flag": {"l"}, "study.explain": {"j"},
		"study.text": {"n", "f9"}, "study.retry": {","},
		"test.skip": {"k"}, "test.flag": {"j"}, "test.hand-in": {"h"}, "test.retry": {","}, "test.save": {"."},
		"test.wrong": {"7", "1"}, "test.partly": {"8", "2"}, "test.right-answer": {"9", "3"},
		"cards.mark-all": {"l"}, "cards.suspend": {"."}, "cards.flag": {"j"}, "cards.reset": {"P"}, "cards.sort": {"k"},
		"cards.reverse": {"K"}, "cards.columns": {","}, "cards.card": {"y"}, "cards.clear": {"backspace", "esc"},
		"preview.flip": {"k"}, "preview.hint": {"h", "tab"}, "preview.view": {"y"}, "preview.check": {","}, "preview.read": {"."},
	},
}
