package card

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// separator stands between the items of a list and between the gaps of a
// text; a backslash makes it a character of its own, as in the plain mode.
const separator = ';'

// part is one of several items or gaps that are typed.
type part struct {
	text     string // without the spaces before it
	from, to int    // of the field, the spaces included
}

// parts returns what is typed, item by item; there is always one.
func (r *Reply) parts() []part {
	s := r.Field.Text
	if r.wanted < 2 {
		return []part{{s, 0, len(s)}}
	}
	var all []part
	from := 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && (s[i] != separator || i > 0 && s[i-1] == '\\') {
			continue
		}
		all = append(all, part{strings.TrimLeft(s[from:i], " "), from, i})
		from = i + 1
	}
	return all
}

// current returns the part in which the cursor stands, and where in its text.
func (r *Reply) current() (at, offset int) {
	all := r.parts()
	for at < len(all)-1 && all[at].to < r.Field.Cursor {
		at++
	}
	p := all[at]
	spaces := p.to - p.from - len(p.text)
	return at, max(r.Field.Cursor-p.from-spaces, 0)
}

// goTo puts the cursor to the end of a part, and reports whether there is one.
func (r *Reply) goTo(at int) bool {
	all := r.parts()
	if at < 0 || at >= len(all) {
		return false
	}
	r.Field.Cursor = all[at].to
	return true
}

// More reports whether Enter goes on to the next item or gap and does not
// answer: something was typed for the one at the cursor, and some are wanted
// still.
func (r *Reply) More() bool {
	if r.Way != Typing || r.wanted < 2 {
		return false
	}
	all := r.parts()
	at, _ := r.current()
	return strings.TrimSpace(all[at].text) != "" && (at < len(all)-1 || len(all) < r.wanted)
}

// Advance goes on to the next item or gap.
func (r *Reply) Advance() {
	at, _ := r.current()
	if r.goTo(at + 1) {
		return
	}
	r.Field.Cursor = len(r.Field.Text)
	r.Field.Insert(string(separator) + " ")
}

// typed returns what was typed: of several items none that is empty behind the
// last, "" when all are.
func (r *Reply) typed() string {
	if r.wanted < 2 {
		return r.Field.Text
	}
	all, last := r.parts(), -1
	for i, p := range all {
		if strings.TrimSpace(p.text) != "" {
			last = i
		}
	}
	switch {
	case last < 0:
		return ""
	case r.inGaps:
		return r.Field.Text
	}
	return r.Field.Text[:all[last].to]
}

// Type takes a key that edits what is typed, and reports whether it means
// anything here. Up and down go from item to item.
func (r *Reply) Type(k tea.KeyPressMsg) bool {
	at, _ := r.current()
	switch name := k.Keystroke(); {
	case r.wanted > 1 && name == "up":
		return r.goTo(at - 1)
	case r.wanted > 1 && name == "down":
		return r.goTo(at + 1)
	case r.inGaps && r.wanted > 1 && k.Text == string(separator) && len(r.parts()) >= r.wanted:
		r.goTo(at + 1) // there is no further gap
		return true
	}
	return r.Field.Key(k)
}
