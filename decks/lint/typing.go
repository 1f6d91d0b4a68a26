package lint

import (
	"strings"
	"unicode"

	"recto/decks"
	"recto/decks/edit"
)

// invisibleAnswer tells of an answer or option that nobody can see or type.
func invisibleAnswer(c *checker, q *decks.Question) {
	if !anyText(q, func(s string) bool { return !visible(s) }) {
		return
	}
	for _, a := range answers(q) {
		if !visible(a.text) {
			c.found(q, a.at(), "nothing of the answer can be seen", "write what is wanted")
		}
	}
	for i, o := range q.Choices {
		if !visible(o.Text) && q.Kind != decks.Match {
			c.found(q, optionPlace(q, i), "nothing of the option can be seen", "write what can be picked")
		}
	}
	if q.Kind != decks.Cloze && !visible(q.Ask) {
		c.found(q, q.Place("ask"), "nothing of the question can be seen", "write what is asked")
	}
}

// visible reports whether a text shows anything.
func visible(s string) bool {
	for i := 0; i < len(s); i++ { // most texts begin with a letter
		if b := s[i]; b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' {
			return true
		}
	}
	return strings.ContainsFunc(plain(s), func(r rune) bool { return !unicode.IsSpace(r) && !ignorable(r) })
}

// ignorable reports whether a character shows nothing by itself: those of
// Unicode that are ignored by default, and the empty Braille pattern.
func ignorable(r rune) bool {
	switch {
	case r == 0xad, r == 0x34f, r == 0x61c, r == 0x115f, r == 0x1160, r == 0x2800, r == 0x3164, r == 0xfeff, r == 0xffa0:
		return true
	case r >= 0x180b && r <= 0x180f, r >= 0x200b && r <= 0x200f, r >= 0x2060 && r <= 0x206f, r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0000 && r <= 0xe0fff:
		return true
	}
	return false
}

// typed is a string of a question as its author wrote it.
type typed struct {
	located
	also []located // strings that must stay the same as this one
}

// strings returns the strings of a question that are asked, wanted or picked.
func (c *checker) typed(q *decks.Question) []typed {
	all := []typed{{located: located{q.Ask, func() decks.Place { return q.Place("ask") }}}}
	keyed := len(accepted(q)) > 0 && (q.Kind == decks.List || q.Kind == decks.Order) // accept names the items
	for i, a := range q.Answers {
		if a.Type != decks.TextValue || keyed {
			continue
		}
		t := typed{located: located{a.Text, func() decks.Place { return answerPlace(q, i) }}}
		for j, o := range q.Choices {
			if sameValue(o, a.Value) && optionPlace(q, j).Found() {
				t.also = append(t.also, located{o.Text, func() decks.Place { return optionPlace(q, j) }})
			}
		}
		all = append(all, t)
	}
	for _, f := range accepted(q) {
		if f.Type == decks.TextValue {
			all = append(all, typed{located: located{f.text, func() decks.Place { return q.Place(f.path...) }}})
		}
	}
	for i, o := range q.Choices {
		if o.Type == decks.TextValue && !isRight(q, o) && q.Kind != decks.Cloze {
			all = append(all, typed{located: located{o.Text, func() decks.Place { return optionPlace(q, i) }}})
		}
	}
	return all
}

// outerSpace tells of blanks around a text on one line, which no reader sees.
func outerSpace(c *checker, q *decks.Question) {
	if !anyText(q, outerBlank) {
		return
	}
	for _, t := range c.typed(q) {
		if strings.Trim(t.text, " \t") == t.text || strings.Contains(t.text, "\n") || strings.TrimSpace(t.text) == "" {
			continue
		}
		var fix []edit.Splice
		for _, l := range append([]located{t.located}, t.also...) {
			cut := trimmed(l.at())
			if cut == nil {
				fix = nil
				break
			}
			fix = append(fix, cut...)
		}
		c.found(q, t.at(), "blanks stand around "+quoted(strings.TrimSpace(t.text)), "take them out", fix...)
	}
}

// outerBlank reports whether a blank stands at an end of a text.
func outerBlank(s string) bool {
	return s != "" && (s[0] == ' ' || s[0] == '\t' || s[len(s)-1] == ' ' || s[len(s)-1] == '\t')
}

// trimmed returns the splices that take the blanks from the ends of a string of
// one line; nil when they are not written as blanks.
func trimmed(at decks.Place) []edit.Splice {
	raw := at.Text()
	if len(raw) < 2 || raw[0] != raw[len(raw)-1] || raw[0] != '"' && raw[0] != '\'' || strings.HasPrefix(raw, `"""`) || strings.HasPrefix(raw, "'''") {
		return nil
	}
	inside := raw[1 : len(raw)-1]
	left := len(inside) - len(strings.TrimLeft(inside, " \t"))
	right := len(strings.TrimRight(inside, " \t"))
	if left == 0 && right == len(inside) || left >= right {
		return nil
	}
	var fix []edit.Splice
	if left > 0 {
		fix = append(fix, swap(at.Within(1, 1+left), ""))
	}
	if right < len(inside) {
		fix = append(fix, swap(at.Within(1+right, 1+len(inside)), ""))
	}
	return fix
}
