package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"recto/decks"
	"recto/decks/markup"
)

// Fold returns a text as it is searched: without case and accents, quotes and
// dashes in their plain form, each run of space as one, nothing before and
// behind.
func Fold(text string) string {
	return string(appendFolded(make([]byte, 0, len(text)), text))
}

// appendFolded appends what Fold returns.
func appendFolded(dst []byte, text string) []byte {
	from := len(dst)
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			text = foldUnicode(text)
			break
		}
	}
	space := false
	for i := range len(text) {
		c := text[i]
		switch {
		case c == ' ' || '\t' <= c && c <= '\r':
			space = true
			continue
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		}
		if space && len(dst) > from {
			dst = append(dst, ' ')
		}
		space = false
		dst = append(dst, c)
	}
	return dst
}

// foldUnicode folds what is more than lower case and space.
func foldUnicode(text string) string {
	text = norm.NFC.String(strings.Map(plainSign, norm.NFD.String(cases.Fold().String(text))))
	return strings.Join(strings.Fields(text), " ")
}

// plainSign returns the plain form of a rune of a text that is taken apart: no
// accent, one kind of quote, dash and space.
func plainSign(r rune) rune {
	switch r {
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return '-'
	case '‘', '’', '‚', '‛':
		return '\''
	case '“', '”', '„', '‟':
		return '"'
	case '\u200b', '\u00ad', '\ufeff', '\u2060':
		return -1
	}
	switch {
	case 0x300 <= r && r <= 0x36f: // the accents; vowel signs of other scripts are letters
		return -1
	case unicode.IsSpace(r):
		return ' '
	}
	return r
}

// AppendText appends what of a card is searched, folded: its id, what it asks
// and its answer as displayed, a line each; then, where there are any, further
// lines of its instruction, answers, options and tags. Mathematics can be found
// as it was written and as it is shown.
func AppendText(dst []byte, c decks.Card) []byte {
	from, lines := len(dst), 0
	var formulas []string // texts with mathematics, as they are shown
	add := func(text string, marked bool) {
		if text == "" && lines > 2 {
			return
		}
		if lines++; len(dst) > from {
			dst = append(dst, '\n')
		}
		if marked && strings.ContainsAny(text, "*`[]{}$\\\x01") {
			if strings.Contains(text, "$") {
				formulas = append(formulas, markup.Line(text))
			}
			text = markup.Plain(markup.Parse(text))
		}
		dst = appendFolded(dst, text)
	}
	q := c.Question
	add(c.ID.Deck+"/"+c.ID.Question+"/"+string(c.ID.Face), false)
	add(c.Ask(), true)
	shown := c.Shown()
	add(shown, true)
	add(c.Instruction(), true)
	for _, a := range c.Answers() {
		if a.Text != shown {
			add(a.Text, true)
		}
		for _, other := range a.Accept {
			add(other.Text, true)
		}
	}
	for _, option := range c.Options() {
		if option.Text != shown {
			add(option.Text, true)
		}
	}
	for _, left := range q.Lefts {
		add(left.Text, true)
	}
	for _, tag := range q.Tags {
		add(tag, false)
	}
	for _, text := range formulas {
		add(text, false)
	}
	return dst
}

// text is the folded text of the card.
func (it *Item) text() string {
	if it.Folded == "" {
		it.Folded = string(AppendText(nil, it.Card))
	}
	return it.Folded
}
