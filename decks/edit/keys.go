package edit

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Set gives a key of the file a value, whatever stood there: f.Set("x",
// "question", 2, "explain") writes the explain of the third question. A table
// that the path leads through and that is not there is written too. A table
// with a header cannot be replaced.
func (f *File) Set(value any, path ...any) (Change, error) {
	text, err := encode(value, f.eol())
	if err != nil {
		return Change{}, err
	}
	place := f.part.Place(path...)
	if !place.Found() {
		return f.insert(value, path)
	}
	if form := f.formOf(path...); form == headed || form == dotted || form == implied || f.listOfTables(path...) {
		return Change{}, fmt.Errorf("%v is a table of several lines", path)
	}
	return Change{
		Splices: []Splice{{place.Start, place.End, text}},
		effects: []effect{{path, set, tree(value), false}},
	}, nil
}

// insert writes a key that is not there yet. In a question what is wanted and
// its name stand first; else a new key stands last.
func (f *File) insert(value any, path []any) (Change, error) {
	key, is := path[len(path)-1].(string)
	parent := path[:len(path)-1]
	if !is {
		return Change{}, fmt.Errorf("nothing stands at %v", path)
	}
	effects := []effect{{path, set, tree(value), true}}
	switch f.formOf(parent...) {
	case absent:
		if len(parent) == 0 || f.value(parent...) != nil {
			return Change{}, fmt.Errorf("no table stands at %v", parent)
		}
		return f.insert(Table{{key, value}}, parent)
	case implied:
		return Change{}, fmt.Errorf("%v has no lines of its own", parent)
	case dotted:
		return f.insertDotted(value, path, effects)
	}
	name, err := Key(key)
	if err != nil {
		return Change{}, err
	}
	text, err := encode(value, f.eol())
	if err != nil {
		return Change{}, err
	}
	if f.formOf(parent...) == braced {
		return Change{f.insertPair(parent, key, name+" = "+text), effects}, nil
	}
	return Change{[]Splice{f.insertLine(parent, key, f.styleOf(parent...).line(name, text))}, effects}, nil
}

// insertDotted writes a key of a table that is written by keys with dots, as
// one more of these.
func (f *File) insertDotted(value any, path []any, effects []effect) (Change, error) {
	top := path[:len(path)-1]
	var names []string
	for f.formOf(top...) == dotted {
		name, err := Key(top[len(top)-1].(string))
		if err != nil {
			return Change{}, err
		}
		names = append([]string{name}, names...)
		top = top[:len(top)-1]
	}
	last, err := Key(path[len(path)-1].(string))
	if err != nil {
		return Change{}, err
	}
	text, err := encode(value, f.eol())
	if err != nil {
		return Change{}, err
	}
	name := strings.Join(append(names, last), ".")
	end := f.bodyEnd(path[:len(path)-1]...)
	if f.formOf(top...) == braced {
		return Change{[]Splice{{end, end, ", " + name + " = " + text}}, effects}, nil
	}
	line := f.styleOf(top...)
	line.column = 0
	return Change{[]Splice{f.lineBelow(end, line.line(name, text))}, effects}, nil
}

// insertLine returns the insertion of the line of a key into a table below a
// header.
func (f *File) insertLine(parent []any, key, line string) Splice {
	if after := f.neighbour(parent, key); after != "" {
		return f.lineBelow(f.bodyEnd(below(parent, after)...), line)
	}
	if len(parent) > 0 {
		return f.lineBelow(f.part.Place(parent...).End, line)
	}
	return f.atTop(line)
}

// atTop returns the insertion of a line before all that a file says.
func (f *File) atTop(line string) Splice {
	at := f.statement(f.lineStart(0))
	if at == len(f.src) {
		at = f.lineStart(0)
	}
	return Splice{at, at, line + f.eol()}
}

// statement returns where the first line begins that says something, from a
// start of a line on; the end of the file when none does.
func (f *File) statement(at int) int {
	for at < len(f.src) {
		rest := bytes.TrimLeft(f.src[at:f.lineEnd(at)], " \t\r")
		if len(rest) > 0 && rest[0] != '#' {
			return at
		}
		at = f.nextLine(at)
	}
	return at
}

// insertPair returns the insertion of a pair into a table in braces.
func (f *File) insertPair(parent []any, key, pair string) []Splice {
	place := f.part.Place(parent...)
	keys := f.keysOf(parent...)
	if len(keys) == 0 {
		inside := string(f.src[place.Start+1 : place.End-1])
		if strings.TrimSpace(inside) == "" {
			return []Splice{{place.Start, place.End, "{ " + pair + " }"}}
		}
		return []Splice{{place.End - 1, place.End - 1, pair + f.eol()}} // behind comments
	}
	if after := f.neighbour(parent, key); after != "" {
		end := f.bodyEnd(below(parent, after)...)
		return []Splice{{end, end, ", " + pair}}
	}
	first := f.part.Block(below(parent, keys[0])...).Start
	between := string(f.src[place.Start+1 : first])
	switch {
	case between == "":
		between = " "
	case strings.TrimSpace(between) != "": // a comment stays where it is
		between = f.eol() + blank(string(f.src[f.lineStart(first):first]))
	}
	return []Splice{{first, first, pair + "," + between}}
}

// neighbour returns the key behind which a new one belongs, "" for the first
// place.
func (f *File) neighbour(parent []any, key string) string {
	own := f.body(parent...)
	if len(own) == 0 || key == "id" && len(parent) == 2 {
		return ""
	}
	if key == "accept" || key == "reverse" {
		for _, wanted := range []string{"answer", "list", "order", "cloze"} {
			if slices.Contains(own, wanted) {
				return wanted
			}
		}
	}
	if len(parent) == 0 && slices.Contains(own, "title") {
		return "title"
	}
	return own[len(own)-1]
}

// listOfTables reports whether the array at a path is written by headers.
func (f *File) listOfTables(path ...any) bool { return f.formOf(below(path, 0)...) == headed }

// keysOf returns the keys of a table in the order of the file.
func (f *File) keysOf(path ...any) []string {
	m, _ := f.value(path...).(map[string]any)
	keys := make([]string, 0, len(m))
	starts := make(map[string]int, len(m))
	for key := range m {
		keys = append(keys, key)
		starts[key] = f.part.KeyPlace(below(path, key)...).Start
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Compare(starts[a], starts[b]) })
	return keys
}

// SetID gives a question, by its number from 1, an id that it has not yet: the
// first key below its header, or in its braces.
func (f *File) SetID(number int, id string) (Change, error) {
	path := []any{"question", number - 1, "id"}
	if f.formOf(path[:2]...) == absent {
		return Change{}, fmt.Errorf("there is no question %d", number)
	}
	if f.value(path...) != nil {
		return Change{}, errors.New("the question has an id already")
	}
	return f.insert(id, path)
}
