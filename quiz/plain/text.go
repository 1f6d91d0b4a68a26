package plain

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"recto/decks/markup"
)

// maxEcho is how many characters of a response are written back.
const maxEcho = 500

// indent stands before what belongs to the line above.
const indent = "   "

// line writes a line as it is. A failed write is seen when a prompt is flushed.
func (r *runner) line(s string) {
	fmt.Fprintln(r.out, s)
}

// say writes a line about the session itself.
func (r *runner) say(s string) { r.line(markup.Isolate(markup.OneLine(s))) }

// text writes markup behind a word that says what it is; further lines are
// indented.
func (r *runner) text(word, source string) {
	for i, l := range strings.Split(plain(source), "\n") {
		switch l = strings.TrimRight(l, " "); {
		case i == 0 && l == "":
			r.line(strings.TrimRight(word, " "))
		case i == 0:
			r.line(word + markup.Isolate(l))
		case l == "":
			r.line("")
		default:
			r.line(indent + markup.Isolate(l))
		}
	}
}

// plain returns markup as a terminal without any looks shows it, in lines.
func plain(source string) string {
	ls := strings.Split(markup.Shown(markup.Parse(source)), "\n")
	for i := range ls {
		ls[i] = markup.OneLine(ls[i])
	}
	return strings.Trim(strings.Join(ls, "\n"), "\n")
}

// inline returns markup as one line.
func inline(source string) string { return markup.Line(source) }

// clip returns s cut to maxEcho characters.
func clip(s string) string {
	if utf8.RuneCountInString(s) <= maxEcho {
		return s
	}
	return string([]rune(s)[:maxEcho]) + "..."
}
