package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"recto/decks"
)

// merge applies what a file says. Every fault is told, or the first of what is
// no TOML.
func (c *config) merge(path string, src []byte) error {
	if err := decks.Bounded(path, src); err != nil {
		return err
	}
	written := map[string]any{}
	if _, err := toml.Decode(string(src), &written); err != nil {
		return notTOML(path, src, err)
	}
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	var faults decks.ErrorList
	keys, places := configKeys(), keyPlaces(src)
	for _, at := range places {
		if len(at.path) > 1 {
			continue
		}
		if table := findTable(at.name()); table != nil {
			faults = append(faults, c.mergeTable(path, table, written[table.name], places)...)
			continue
		}
		key := findKey(keys, at.name())
		if key == nil {
			faults = append(faults, unknownKey(path, at, keyNames(keys)))
			continue
		}
		if err := key.set(c, written[key.name]); err != nil {
			for _, err := range eachError(err) {
				faults = append(faults, badValueAt(path, places, at, err, fmt.Sprintf("the default is %s = %s", key.name, key.value)))
			}
			continue
		}
		c.origin[key.name] = fmt.Sprintf("%s:%d", path, at.key.Line)
	}
	if len(faults) > 0 {
		return faults
	}
	for i, deck := range c.Decks {
		c.Decks[i] = configPath(filepath.Dir(path), deck)
	}
	for i, font := range c.Fonts {
		c.Fonts[i] = configPath(filepath.Dir(path), font)
	}
	return nil
}

// badValueAt tells what is wrong with the value at a place, or with a key inside
// of it.
func badValueAt(path string, places []keyPlace, at keyPlace, err error, hint string) *decks.Error {
	fault := &decks.Error{File: path, Pos: at.value, Message: at.dotted() + " " + err.Error(), Hint: hint}
	if inside := (*fieldError)(nil); errors.As(err, &inside) {
		fault.Message = at.dotted() + "." + err.Error()
		for _, p := range places {
			if slices.Equal(p.path, append(slices.Clone(at.path), inside.path()...)) {
				fault.Pos = p.value
			}
		}
	}
	return fault
}

// unknownKey tells a key that the configuration does not have.
func unknownKey(path string, at keyPlace, known []string) *decks.Error {
	fault := &decks.Error{File: path, Pos: at.key, Message: fmt.Sprintf("unknown key %q", printable(at.name())), Hint: "recto help config lists the keys"}
	if at.table {
		known = []string{"easy_days", "keys"}
		for _, t := range configTables() {
			known = append(known, t.name)
		}
		fault.Message = fmt.Sprintf("unknown table %q", printable(at.name()))
		fault.Hint = tablesHint
	}
	if near := decks.Nearest(at.name(), known); near != "" {
		fault.Message += fmt.Sprintf(", did you mean %q?", near)
	}
	return fault
}

// tablesHint says which tables there are.
const tablesHint = "the tables are [deck.ID], [tag.NAME] and [keys]; every other key stands on a line of its own, before any [table]"

// notTOML tells where a file stops being TOML. The reader of decks knows the
// mistakes that TOML makes easy; its first fault is that of the TOML.
func notTOML(path string, src []byte, err error) error {
	_, told := decks.Parse(path, src, nil)
	var faults decks.ErrorList
	if errors.As(told, &faults) && len(faults) == 1 {
		fault := *faults[0]
		if bytes.HasPrefix(bytes.TrimSpace([]byte(fault.Line)), []byte("[")) {
			fault.Hint = tablesHint
		}
		return decks.ErrorList{&fault}
	}
	var syntax toml.ParseError
	if errors.As(err, &syntax) {
		return badInput("%s:%d: %s", printable(path), syntax.Position.Line, printable(syntax.Message))
	}
	return badInput("%s: %s", printable(path), printable(err.Error()))
}

// positionAt returns the place of an offset: 1-based, columns in code points.
func positionAt(src []byte, offset int) decks.Position {
	before := src[:offset]
	start := bytes.LastIndexByte(before, '\n') + 1
	return decks.Position{Line: bytes.Count(before, []byte("\n")) + 1, Column: utf8.RuneCount(before[start:]) + 1}
}
