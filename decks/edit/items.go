package edit

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Add writes an item behind the last one of an array, a new array where there
// is none: f.Add("Wagadugu", "question", 0, "accept"). An item that stands
// there already is not written twice: the change is empty then.
func (f *File) Add(value any, path ...any) (Change, error) {
	was := f.value(path...)
	if was == nil {
		return f.Set([]any{value}, path...)
	}
	list, is := plain(was).([]any)
	if !is || f.listOfTables(path...) {
		return Change{}, fmt.Errorf("no array in brackets stands at %v", path)
	}
	item := tree(value)
	if slices.ContainsFunc(list, func(have any) bool { return reflect.DeepEqual(have, item) }) {
		return Change{}, nil
	}
	text, err := encode(value, f.eol())
	if err != nil {
		return Change{}, err
	}
	return Change{f.addItem(path, len(list), text), []effect{{path, add, item, false}}}, nil
}

// addItem returns the insertion of the text of an item behind the n that an
// array has, in the way of its last one.
func (f *File) addItem(path []any, n int, text string) []Splice {
	array := f.part.Place(path...)
	if n == 0 {
		inside := string(f.src[array.Start+1 : array.End-1])
		if strings.TrimSpace(inside) == "" {
			return []Splice{{array.Start, array.End, "[" + text + "]"}}
		}
		return []Splice{{array.End - 1, array.End - 1, text + f.eol()}} // behind comments
	}
	last := f.part.Place(below(path, n-1)...)
	var splices []Splice
	at, after := f.comma(last.End), ","
	if at < 0 {
		splices = append(splices, Splice{last.End, last.End, ","})
		at, after = last.End, ""
	}
	indent := string(f.src[f.lineStart(last.Start):last.Start])
	if blank(indent) != indent || f.lineStart(last.Start) <= array.Start {
		return append(splices, Splice{at, at, " " + text + after})
	}
	if rest := strings.TrimLeft(string(f.src[at:f.lineEnd(at)]), " \t"); strings.HasPrefix(rest, "#") {
		at = f.lineEnd(at)
	}
	return append(splices, Splice{at, at, f.eolAt(at) + indent + text + after})
}

// comma returns the offset behind the comma that follows an item of an array,
// -1 when the array ends without one.
func (f *File) comma(at int) int {
	for at < len(f.src) {
		switch f.src[at] {
		case ',':
			return at + 1
		case ' ', '\t', '\r', '\n':
			at++
		case '#':
			at = f.lineEnd(at)
		default:
			return -1
		}
	}
	return -1
}

// Remove takes items, by their numbers from 0, out of an array in brackets. A
// line that held nothing else goes with its item, comments stay.
func (f *File) Remove(numbers []int, path ...any) (Change, error) {
	n := length(f.value(path...))
	gone := slices.Compact(slices.Sorted(slices.Values(numbers)))
	if len(gone) == 0 {
		return Change{}, nil
	}
	if n == 0 || f.listOfTables(path...) || gone[0] < 0 || gone[len(gone)-1] >= n {
		return Change{}, fmt.Errorf("no such items in brackets stand at %v", path)
	}
	var c Change
	for _, i := range gone {
		c.Splices = append(c.Splices, f.removeItem(below(path, i))...)
		c.effects = append(c.effects, effect{below(path, i), remove, nil, false})
	}
	tail := n // the items from here on are removed
	for tail > 0 && slices.Contains(gone, tail-1) {
		tail--
	}
	if tail > 0 && tail < n {
		c.Splices = append(c.Splices, f.closeGap(path, tail, n)...)
	}
	return c, nil
}

// removeItem returns the deletion of an item with the comma behind it.
func (f *File) removeItem(path []any) []Splice {
	item := f.part.Place(path...)
	end, comma := item.End, f.comma(item.End)
	var apart []Splice // the comma of an item that stands on a line further down
	if comma > 0 && blank(string(f.src[end:comma-1])) == string(f.src[end:comma-1]) {
		end = comma
	} else if comma > 0 {
		apart = []Splice{{comma - 1, comma, ""}}
	}
	start := f.lineStart(item.Start)
	before, after := string(f.src[start:item.Start]), string(f.src[end:f.lineEnd(end)])
	switch {
	case apart == nil && blank(before) == before && blank(after) == after && f.nextLine(end) > f.lineEnd(end):
		return []Splice{{start, f.nextLine(end), ""}}
	case comma > 0:
		end += len(after) - len(strings.TrimLeft(after, " \t"))
	}
	return append([]Splice{{item.Start, end, ""}}, apart...)
}

// closeGap returns the deletion of what stood between the last item that is
// kept and the first of those behind it, which are all removed: the comma,
// unless the array had one behind its last item, and spaces.
func (f *File) closeGap(path []any, tail, n int) []Splice {
	kept, first := f.part.Place(below(path, tail-1)...).End, f.part.Place(below(path, tail)...).Start
	start := f.comma(kept)
	if start < 0 {
		return nil
	}
	end := start
	if between := string(f.src[start:first]); blank(between) == between {
		end = first
	}
	if f.comma(f.part.Place(below(path, n-1)...).End) < 0 {
		start--
	}
	if start == end {
		return nil
	}
	return []Splice{{start, end, ""}}
}
