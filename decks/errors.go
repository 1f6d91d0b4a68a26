package decks

import (
	"errors"
	"fmt"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// ErrNoQuestion is what errors.Is finds in the ErrorList of a file that is
// TOML but holds no question at all, nor anything that was meant to be one. A folder of decks may
// hold such files, which are no decks.
var ErrNoQuestion = errors.New("no question")

// Error is one fault of a deck file.
type Error struct {
	File     string
	Pos      Position
	End      Position // behind the last character of what is wrong
	Question int      // number of the question in its file, from 1; 0 outside questions
	Message  string   // what is wrong, lower case, no full stop
	Line     string   // the line of the file, control characters replaced, a long one cut to what is near; "" when there is none
	Hint     string   // how to go on; "" when none is known

	caret int   // bytes of Line before the place
	is    error // what errors.Is knows it as
}

// Error returns the fault for a person: file:line:col: question 3: what is
// wrong; then the line with a caret under the place; then the hint, with
// newlines between and none at the end.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(strings.ReplaceAll(visible(e.File), "\n", "\ufffd"))
	if e.Pos != (Position{}) {
		fmt.Fprintf(&b, ":%d:%d", e.Pos.Line, e.Pos.Column)
	}
	b.WriteString(": ")
	if e.Question > 0 {
		fmt.Fprintf(&b, "question %d: ", e.Question)
	}
	b.WriteString(e.Message)
	if e.Line != "" {
		before := expandTabs(e.Line[:e.caret])
		fmt.Fprintf(&b, "\n    %s%s\n    %s^", before, expandTabs(e.Line[e.caret:]), strings.Repeat(" ", displaywidth.String(before)))
	}
	if e.Hint != "" {
		b.WriteString("\nhint: " + e.Hint)
	}
	return b.String()
}

// Unwrap returns what kind of fault it is where errors.Is knows one.
func (e *Error) Unwrap() error { return e.is }

// expandTabs returns a line with its tabs as four spaces, as wide on any terminal.
func expandTabs(s string) string { return strings.ReplaceAll(s, "\t", "    ") }

// ErrorList is every fault of the files that were read, sorted by file and position.
type ErrorList []*Error

// Error returns all faults, each on lines of its own.
func (l ErrorList) Error() string {
	texts := make([]string, len(l))
	for i, e := range l {
		texts[i] = e.Error()
	}
	return strings.Join(texts, "\n")
}

// Unwrap returns the faults, for errors.Is and errors.As.
func (l ErrorList) Unwrap() []error {
	list := make([]error, len(l))
	for i, e := range l {
		list[i] = e
	}
	return list
}

// err returns the list as an error, nil when it is empty.
func (l ErrorList) err() error {
	if len(l) == 0 {
		return nil
	}
	return l
}
