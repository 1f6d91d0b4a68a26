package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"recto/decks"
	"recto/quiz/tui"
	"recto/quiz/tui/browse"
	"recto/quiz/tui/edited"
	"recto/quiz/tui/frame"
	"recto/quiz/tui/home"
	"recto/quiz/tui/test"
	"recto/quiz/words"
)

// keyTables returns the keys of every screen, with the words of a language.
func keyTables(w *words.Words) []frame.Table {
	return []frame.Table{home.Keys(w), edited.Keys(w), tui.StudyKeys(w), test.Keys(w), browse.Keys(w), tui.PreviewKeys(w), tui.StatsKeys(w)}
}

// The parts of the value of keys.
const (
	keysPreset = "preset"
	keysHint   = "recto help keys lists the commands of each screen"
)

// keymap reads which keys mean what: the name of a preset, or a table with a
// preset, commands, and tables of commands by screen.
func keymap(v any) (m frame.Keymap, err error) {
	if name, ok := v.(string); ok {
		m.Preset, err = oneOf(name, frame.Presets()...)
		return m, err
	}
	table, ok := v.(map[string]any)
	if !ok {
		return m, errors.New(`must be a preset such as "vim", or a table such as { preset = "vim", undo = ["u"] }`)
	}
	tables := keyTables(words.English(words.Locale{}))
	for _, name := range sortedKeys(table) {
		is := table[name]
		_, screen := is.(map[string]any)
		switch {
		case name == keysPreset:
			if m.Preset, err = oneOf(is, frame.Presets()...); err != nil {
				return m, &fieldError{name, err}
			}
		case screen:
			if err := screenKeys(&m, tables, name, is.(map[string]any)); err != nil {
				return m, &fieldError{name, err}
			}
		default:
			if err := ownKeys(&m, tables, "", name, is); err != nil {
				return m, &fieldError{name, err}
			}
		}
	}
	return m, clashing(m, tables)
}

// screenKeys reads the keys of one screen.
func screenKeys(m *frame.Keymap, tables []frame.Table, screen string, commands map[string]any) error {
	var screens []string
	for _, t := range tables {
		screens = append(screens, t.Screen)
	}
	if !slices.Contains(screens, screen) {
		return fmt.Errorf("is no screen%s: write %s", meant(screen, screens), strings.Join(screens, ", "))
	}
	for _, command := range sortedKeys(commands) {
		if err := ownKeys(m, tables, screen, command, commands[command]); err != nil {
			return &fieldError{command, err}
		}
	}
	return nil
}

// ownKeys reads the keys of a command.
func ownKeys(m *frame.Keymap, tables []frame.Table, screen, command string, v any) error {
	var known []string
	for _, t := range tables {
		if screen == "" || t.Screen == screen {
			for _, b := range t.Bindings {
				known = append(known, string(b.Command))
			}
		}
	}
	if !slices.Contains(known, command) {
		of := ""
		if screen != "" {
			of = " of that screen"
		}
		return fmt.Errorf("is no command%s%s: %s", of, meant(command, known), keysHint)
	}
	written, ok := v.([]any)
	if !ok {
		return errors.New(`must be an array of keys such as ["u", "ctrl+r", "pgdown"]`)
	}
	own := frame.Own{Screen: screen, Command: frame.Command(command), Keys: []string{}}
	for _, k := range written {
		name, ok := k.(string)
		if !ok {
			return errors.New(`must be an array of keys such as ["u", "ctrl+r", "pgdown"]`)
		}
		key, err := frame.ParseKey(name)
		if err != nil {
			return fmt.Errorf("has a fault: %w", err)
		}
		own.Keys = append(own.Keys, key)
	}
	m.Own = append(m.Own, own)
	return nil
}

// meant names what was likely meant.
func meant(name string, known []string) string {
	if near := decks.Nearest(name, known); near != "" {
		return fmt.Sprintf(", did you mean %q?", near)
	}
	return ""
}

// clashing tells a key that would mean two commands, at the one of them that
// was written last.
func clashing(m frame.Keymap, tables []frame.Table) error {
	c := m.Clash(tables)
	if c == nil {
		return nil
	}
	said := fmt.Errorf("would make %q mean both %s and %s on the screen %s: give one of them another key", c.Key, c.A, c.B, c.Screen)
	for _, o := range slices.Backward(m.Own) {
		if (o.Command == c.A || o.Command == c.B) && (o.Screen == "" || o.Screen == c.Screen) && slices.Contains(o.Keys, c.Key) {
			if o.Screen == "" {
				return &fieldError{string(o.Command), said}
			}
			return &fieldError{o.Screen, &fieldError{string(o.Command), said}}
		}
	}
	return said
}

// showKeymap writes the keys as TOML.
func showKeymap(m frame.Keymap) string {
	if len(m.Own) == 0 && (m.Preset == "" || m.Preset == frame.Default) {
		return "{}"
	}
	var parts []string
	if m.Preset != "" && m.Preset != frame.Default {
		parts = append(parts, keysPreset+" = "+quoteText(m.Preset))
	}
	of := map[string][]string{}
	for _, o := range m.Own {
		of[o.Screen] = append(of[o.Screen], bareKey(string(o.Command))+" = "+list(o.Keys, quoteText))
	}
	parts = append(parts, of[""]...)
	for _, screen := range sortedKeys(of) {
		if screen != "" {
			parts = append(parts, bareKey(screen)+" = { "+strings.Join(of[screen], ", ")+" }")
		}
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}
