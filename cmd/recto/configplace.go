package main

import (
	"bytes"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"recto/decks"
)

// keyPlace is a key of a TOML file and where it and its value stand. The value
// of a table is its header.
type keyPlace struct {
	path       []string // from the top level on
	table      bool     // it is the header of a table
	key, value decks.Position
}

func (p keyPlace) name() string { return p.path[len(p.path)-1] }

// dotted writes the path as TOML does.
func (p keyPlace) dotted() string {
	parts := make([]string, len(p.path))
	for i, part := range p.path {
		parts[i] = bareKey(part)
	}
	return strings.Join(parts, ".")
}

// bareKey writes a key as TOML does, quoted only where it must be.
func bareKey(key string) string {
	const bare = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
	if key != "" && strings.Trim(key, bare) == "" {
		return key
	}
	return quoteText(key)
}

// keyPlaces returns the keys of a file in its order, each once, those inside of
// tables too; src parses and has no byte-order mark.
func keyPlaces(src []byte) []keyPlace {
	f := placeFinder{src: src, known: map[string]bool{}}
	var p unstable.Parser
	p.Reset(src)
	var table []string
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.KeyValue:
			f.keyValue(table, e)
		case unstable.Table, unstable.ArrayTable:
			table = f.key(nil, e.Key(), true)
		}
	}
	return f.places
}

// placeFinder collects the places of keys.
type placeFinder struct {
	src    []byte
	places []keyPlace
	known  map[string]bool
}

// keyValue notes a key of a table, and those inside of its value.
func (f *placeFinder) keyValue(table []string, e *unstable.Node) {
	path := f.key(table, e.Key(), false)
	if value := e.Value(); value.Kind == unstable.InlineTable {
		for it := value.Children(); it.Next(); {
			if inner := it.Node(); inner.Kind == unstable.KeyValue {
				f.keyValue(path, inner)
			}
		}
	}
}

// key notes the parts of a key that are not known yet, and returns its path.
func (f *placeFinder) key(table []string, parts unstable.Iterator, header bool) []string {
	path := slices.Clone(table)
	for parts.Next() {
		node := parts.Node()
		path = append(path, string(node.Data))
		at := int(node.Raw.Offset)
		place := keyPlace{path: slices.Clone(path), table: header, key: positionAt(f.src, at), value: positionAt(f.src, at)}
		rest := bytes.TrimLeft(f.src[at+int(node.Raw.Length):], " \t")
		if value, ok := bytes.CutPrefix(rest, []byte("=")); ok {
			value = bytes.TrimLeft(value, " \t")
			place.value = positionAt(f.src, len(f.src)-len(value))
		}
		if name := strings.Join(path, "\x00"); !f.known[name] {
			f.known[name] = true
			f.places = append(f.places, place)
		}
	}
	return path
}
