package decks

import (
	"errors"
	"fmt"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// ErrNoQuestion is what errors.Is finds in the ErrorList of a file that is
// read without a fault but holds no question at all. A folder of decks may
// hold such files, which are no decks.
var ErrNoQuestion = errors.New("no question")

// Error is one fault of a deck file.
type Error struct {
	File     string
	Pos      Position
	Question int    // number of the question in its file, from 1; 0 outside questions
	Message  string // what is wrong, lower case, no full stop
	Line     string // the line of the file, control characters replaced; "" when there is none
	Hint     string // how to go on; "" when none is known

	is error
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
		line, caret := window(e.Line, e.Pos.Column)
		fmt.Fprintf(&b, "\n    %s\n    %s^", line, caret)
	}
	if e.Hint != "" {
		b.WriteString("\nhint: " + e.Hint)
	}
	return b.String()
}

// Unwrap returns what kind of fault it is where errors.Is knows one.
func (e *Error) Unwrap() error { return e.is }

// maxWindow is how many code points of a line are shown.
const maxWindow = 100

// window returns the part of a line around a column, tabs as four spaces, and
// the spaces that put a caret under the character at that column.
func window(line string, column int) (shown, caret string) {
	runes := []rune(line)
	at := max(0, min(column-1, len(runes)))
	start, end := 0, len(runes)
	prefix, suffix := "", ""
	if len(runes) > maxWindow {
		if at > maxWindow/2 {
			start, prefix = at-maxWindow/2, "..."
		}
		if start+maxWindow < len(runes) {
			end, suffix = start+maxWindow, "..."
		}
	}
	before := prefix + expandTabs(string(runes[start:at]))
	return before + expandTabs(string(runes[at:end])) + suffix, strings.Repeat(" ", displaywidth.String(before))
}

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
