package query

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
)

// Error says what is wrong with a query, and where.
type Error struct {
	Query    string
	From, To int    // byte offsets of what is wrong; both may be the end of the query
	Message  string // lower case, no full stop
	Hint     string // how to go on; "" when none is known
}

// Column returns where the fault begins, in characters from 1.
func (e *Error) Column() int { return utf8.RuneCountInString(e.Query[:e.From]) + 1 }

// Error returns the fault for a person: column and message, the query with
// carets below what is wrong, then the hint, with newlines between and none at
// the end. What could command a terminal is replaced.
func (e *Error) Error() string {
	from, to := e.near()
	before, marked, after := visible(e.Query[from:e.From]), visible(e.Query[e.From:min(e.To, to)]), visible(e.Query[min(e.To, to):to])
	text := fmt.Sprintf("column %d: %s\n    %s%s%s\n    %s%s", e.Column(), e.Message, before, marked, after,
		strings.Repeat(" ", displaywidth.String(before)), strings.Repeat("^", max(1, displaywidth.String(marked))))
	if e.Hint != "" {
		text += "\nhint: " + e.Hint
	}
	return text
}

// nearby is how many bytes of a query are shown to either side of a fault.
const nearby = 60

// near returns the part of the query that is shown.
func (e *Error) near() (from, to int) {
	from, to = max(e.From-nearby, 0), min(e.From+nearby, len(e.Query))
	for from > 0 && !utf8.RuneStart(e.Query[from]) {
		from--
	}
	for to < len(e.Query) && !utf8.RuneStart(e.Query[to]) {
		to++
	}
	return from, to
}

// visible replaces what is no printable character.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return unicode.ReplacementChar
	}, text)
}
