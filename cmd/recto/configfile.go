package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"github.com/pelletier/go-toml/v2/unstable"

	"recto/decks"
)

// merge applies what a file says. Every fault is told, or the first of what is
// no TOML.
func (c *config) merge(path string, src []byte) error {
	written := map[string]any{}
	if _, err := toml.Decode(string(src), &written); err != nil {
		return notTOML(path, src, err)
	}
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	var faults decks.ErrorList
	keys := configKeys()
	for _, at := range topKeys(src) {
		key := findKey(keys, at.name)
		if key == nil {
			faults = append(faults, unknownKey(path, at, keyNames(keys)))
			continue
		}
		if err := key.set(c, written[at.name]); err != nil {
			faults = append(faults, &decks.Error{File: path, Pos: at.value,
				Message: key.name + " " + err.Error(), Hint: fmt.Sprintf("the default is %s = %s", key.name, key.value)})
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
	return nil
}

// unknownKey tells a key that the configuration does not have.
func unknownKey(path string, at keyPlace, known []string) *decks.Error {
	fault := &decks.Error{File: path, Pos: at.key, Message: fmt.Sprintf("unknown key %q", printable(at.name)), Hint: "recto help config lists the keys"}
	if at.table {
		fault.Message = fmt.Sprintf("unknown table %q", printable(at.name))
		fault.Hint = "the configuration has no tables: every key stands on a line of its own, before any [table]"
	}
	if near := decks.Nearest(at.name, known); near != "" {
		fault.Message += fmt.Sprintf(", did you mean %q?", near)
	}
	return fault
}

// notTOML tells where a file stops being TOML. The reader of decks knows the
// mistakes that TOML makes easy; its first fault is that of the TOML.
func notTOML(path string, src []byte, err error) error {
	_, told := decks.Parse(path, src, nil)
	var faults decks.ErrorList
	if errors.As(told, &faults) && len(faults) == 1 {
		fault := *faults[0]
		if bytes.HasPrefix(bytes.TrimSpace([]byte(fault.Line)), []byte("[")) {
			fault.Hint = "the configuration has no tables: every key stands on a line of its own"
		}
		return decks.ErrorList{&fault}
	}
	var syntax toml.ParseError
	if errors.As(err, &syntax) {
		return badInput("%s:%d: %s", printable(path), syntax.Position.Line, printable(syntax.Message))
	}
	return badInput("%s: %s", printable(path), printable(err.Error()))
}

// keyPlace is a key of the top level of a TOML file and where it and its value
// stand.
type keyPlace struct {
	name       string
	table      bool // it is the header of a table
	key, value decks.Position
}

// topKeys returns the keys of the top level in file order, each once; src
// parses and has no byte-order mark.
func topKeys(src []byte) []keyPlace {
	var places []keyPlace
	var p unstable.Parser
	p.Reset(src)
	table := false
	for p.NextExpression() {
		e := p.Expression()
		if e.Kind == unstable.KeyValue && table {
			continue
		}
		table = table || e.Kind != unstable.KeyValue
		it := e.Key()
		it.Next()
		node := it.Node()
		name := string(node.Data)
		if slices.ContainsFunc(places, func(p keyPlace) bool { return p.name == name }) {
			continue
		}
		at := int(node.Raw.Offset)
		place := keyPlace{name: name, table: table, key: positionAt(src, at), value: positionAt(src, at)}
		rest := bytes.TrimLeft(src[at+int(node.Raw.Length):], " \t")
		if value, ok := bytes.CutPrefix(rest, []byte("=")); ok {
			value = bytes.TrimLeft(value, " \t")
			place.value = positionAt(src, len(src)-len(value))
		}
		places = append(places, place)
	}
	return places
}

// positionAt returns the place of an offset: 1-based, columns in code points.
func positionAt(src []byte, offset int) decks.Position {
	before := src[:offset]
	start := bytes.LastIndexByte(before, '\n') + 1
	return decks.Position{Line: bytes.Count(before, []byte("\n")) + 1, Column: utf8.RuneCount(before[start:]) + 1}
}
