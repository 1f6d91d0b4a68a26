package decks

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"recto/decks/markup"
)

// maxFaults is how many faults of a file are told. The reading of a file stops
// once there are more; what was not read is not counted.
const maxFaults = 1000

// place says which part of a key and its value a fault stands at.
type place uint8

const (
	onValue  place = iota // a wrong value; a table with a header: its '['
	onKey                 // an unknown key, a value that is missing, a conflict
	onOffset              // a known offset
)

// fault is something wrong in a file, at a place that is looked up when all
// are known.
type fault struct {
	path     steps
	place    place
	last     []steps // the last of these in the file counts, instead of path
	offset   int     // with onOffset
	end      int     // behind what is wrong; looked up
	question int     // its number, 0 outside questions
	message  string
	hint     string
	is       error // what errors.Is knows it as, nil for most
}

// add keeps a fault, up to one more than are told.
func (r *reader) add(f fault) {
	if len(r.faults) <= maxFaults {
		f.question = r.number
		r.faults = append(r.faults, f)
	}
}

// full reports whether there are more faults than are told.
func (r *reader) full() bool { return len(r.faults) > maxFaults }

// errors returns the faults with their places, sorted by position.
func (r *reader) errors() ErrorList {
	if len(r.faults) == 0 {
		return nil
	}
	src := r.src
	for i := range r.faults {
		src.find(&r.faults[i])
	}
	sort.SliceStable(r.faults, func(i, j int) bool {
		a, b := &r.faults[i], &r.faults[j]
		if a.offset != b.offset {
			return a.offset < b.offset
		}
		return a.message < b.message
	})
	told := r.faults[:min(len(r.faults), maxFaults)]
	list := make(ErrorList, 0, len(told)+1)
	for i := range told {
		list = append(list, src.err(&told[i]))
	}
	if r.full() {
		list = append(list, &Error{File: src.file, Pos: list[len(list)-1].Pos, End: list[len(list)-1].End,
			Message: fmt.Sprintf("more than %d faults, the rest is not told", maxFaults)})
	}
	return list
}

// find looks up where a fault stands in the text.
func (s *source) find(f *fault) {
	if f.place == onOffset {
		f.end = s.behind(f.offset)
		return
	}
	f.offset = 0
	for _, p := range append(f.last, f.path) {
		if p == nil {
			continue
		}
		n := s.nodes().at(p)
		from, to := n.value, n.end
		if f.place == onKey {
			from, to = n.key, n.past
		}
		if from >= f.offset {
			f.offset, f.end = from, to
		}
	}
}

// behind returns the offset behind the character at an offset; of a line end
// or the end of the text the offset itself.
func (s *source) behind(offset int) int {
	if offset >= len(s.text) || s.text[offset] == '\n' || s.text[offset] == '\r' {
		return offset
	}
	_, size := utf8.DecodeRune(s.text[offset:])
	return offset + size
}

// err returns the error that tells of a fault whose offset is known.
func (s *source) err(f *fault) *Error {
	line, at := s.around(f.offset)
	pos := s.position(f.offset)
	return &Error{
		File:     s.file,
		Pos:      pos,
		End:      s.position(max(f.end, f.offset)),
		Question: f.question,
		Message:  f.message,
		Line:     line,
		Hint:     f.hint,
		caret:    at,
		is:       f.is,
	}
}

// visible returns s with a replacement for every character that must not reach
// a terminal. The number of code points stays the same.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if markup.Forbidden(r) {
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(s, string(utf8.RuneError)))
}

// quote writes a text of a deck for a message: in double quotes, short, on one
// line, nothing in it that a terminal obeys.
func quote(s string) string {
	return `"` + strings.NewReplacer("\n", `\n`, "\t", `\t`).Replace(visible(excerpt(s))) + `"`
}
