package main

import (
	"testing"

	"recto/quiz/tui/frame"
	"recto/quiz/words"
)

// Under no preset does a key mean two commands, and each command can be called.
func TestPresets(t *testing.T) {
	tables := keyTables(words.English(words.Locale{}))
	for _, preset := range frame.Presets() {
		m := frame.Keymap{Preset: preset}
		if clash := m.Clash(tables); clash != nil {
			t.Errorf("%s: %v", preset, clash)
		}
		for _, table := range tables {
			keys := m.Of(table, words.English(words.Locale{}).Common.Keys)
			for _, b := range table.Bindings {
				if keys.Label(b.Command) == "" {
					t.Errorf("%s: %s.%s has no key", preset, table.Screen, b.Command)
				}
				if b.Short == "" || b.Does == "" {
					t.Errorf("%s.%s says nothing", table.Screen, b.Command)
				}
			}
		}
	}
}

// The keys that a table writes are keys, as they are written.
func TestTablesHaveKeys(t *testing.T) {
	for _, table := range keyTables(words.English(words.Locale{})) {
		for _, b := range table.Bindings {
			for _, key := range b.Keys {
				if name, err := frame.ParseKey(key); err != nil || name != key {
					t.Errorf("%s.%s: %q is %q, %v", table.Screen, b.Command, key, name, err)
				}
			}
		}
	}
}

// A preset names commands that there are.
func TestPresetsNameCommands(t *testing.T) {
	known := map[string]bool{}
	for _, table := range keyTables(words.English(words.Locale{})) {
		for _, b := range table.Bindings {
			known[string(b.Command)], known[table.Screen+"."+string(b.Command)] = true, true
		}
	}
	for _, preset := range frame.Presets() {
		for _, name := range frame.PresetCommands(preset) {
			if !known[name] {
				t.Errorf("%s: there is no %s", preset, name)
			}
		}
	}
}
