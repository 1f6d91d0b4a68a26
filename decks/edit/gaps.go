package edit

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"recto/decks"
)

// LabelGaps writes the labels c1, c2 and so on that the gaps of a cloze have by
// their order into its text, so that a gap which comes in between later renames
// none. A text with one gap, and one with labels, leaves the change empty.
// The file is the one that the question was read from, or says the same.
func (f *File) LabelGaps(q *decks.Question) (Change, error) {
	if q.Kind != decks.Cloze || len(q.Gaps) < 2 || labelled(q) {
		return Change{}, nil
	}
	path := []any{"question", q.Number - 1, "cloze"}
	place := f.part.Place(path...)
	raw := place.Text()
	text, at, err := offsets(raw)
	if err != nil {
		return Change{}, err
	}
	if text != q.Text {
		return Change{}, fmt.Errorf("question %d is not what it was", q.Number)
	}
	escape := `\`
	if raw[0] == '"' {
		escape = `\\`
	}
	c := Change{}
	var b strings.Builder
	from := 0
	put := func(offset int, written, said string) {
		start := place.Start + at[offset]
		c.Splices = append(c.Splices, Splice{start, start, written})
		b.WriteString(text[from:offset] + said)
		from = offset
	}
	for _, g := range q.Gaps {
		label := "c" + strconv.Itoa(g.Label) + "::"
		put(g.Start+2, label, label)
		for i := g.Start + 2; i < g.End-2; i++ { // what has no label may hold colons as they are
			if text[i] == ':' && (text[i+1] == ':' || text[i-1] == '\\') {
				put(i, escape, `\`)
			}
		}
	}
	b.WriteString(text[from:])
	c.effects = []effect{{path, set, b.String(), false}}
	return c, nil
}

// labelled reports whether the gaps of a cloze have labels.
func labelled(q *decks.Question) bool {
	first := q.Gaps[0]
	return strings.HasPrefix(q.Text[first.Start:], "{{c"+strconv.Itoa(first.Label)+"::")
}

// offsets decodes a string of TOML, quotes included, and returns for each byte
// of its text, and for its end, where that stands in the raw string. A line
// end is "\n" in the text.
func offsets(raw string) (text string, at []int, err error) {
	quotes := 1
	if strings.HasPrefix(raw, `"""`) || strings.HasPrefix(raw, "'''") {
		quotes = 3
	}
	if len(raw) < 2*quotes || raw[0] != '"' && raw[0] != '\'' {
		return "", nil, errors.New("no string stands there")
	}
	var b strings.Builder
	put := func(s string, from int) {
		for range len(s) {
			at = append(at, from)
		}
		b.WriteString(s)
	}
	i, end := quotes, len(raw)-quotes
	if quotes == 3 {
		i += len(raw[i:]) - len(strings.TrimPrefix(strings.TrimPrefix(raw[i:], "\r"), "\n"))
	}
	for i < end {
		switch {
		case strings.HasPrefix(raw[i:], "\r\n"):
			put("\n", i)
			i += 2
		case raw[i] == '\\' && raw[0] == '"':
			s, size, err := escaped(raw[i:end])
			if err != nil {
				return "", nil, err
			}
			put(s, i)
			i += size
		default:
			put(raw[i:i+1], i)
			i++
		}
	}
	text, at = b.String(), append(at, end)
	for i := strings.Index(text, "\r\n"); i >= 0; i = strings.Index(text, "\r\n") { // as escapes
		text, at = text[:i]+text[i+1:], slices.Delete(at, i, i+1)
	}
	return text, at, nil
}

// escaped decodes the escape at the start of s and returns its length. One of
// a line end stands for nothing.
func escaped(s string) (text string, size int, err error) {
	if len(s) < 2 {
		return "", 0, errors.New("a backslash ends the string")
	}
	digits := 0
	switch s[1] {
	case 'b':
		return "\b", 2, nil
	case 't':
		return "\t", 2, nil
	case 'n':
		return "\n", 2, nil
	case 'f':
		return "\f", 2, nil
	case 'r':
		return "\r", 2, nil
	case 'e':
		return "\x1b", 2, nil
	case '"', '\\':
		return s[1:2], 2, nil
	case 'x':
		digits = 2
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	default:
		rest := strings.TrimLeft(s[1:], " \t\r\n")
		return "", len(s) - len(rest), nil
	}
	if len(s) < 2+digits {
		return "", 0, errors.New("an escape ends early")
	}
	code, err := strconv.ParseUint(s[2:2+digits], 16, 32)
	if err != nil || code > utf8.MaxRune {
		return "", 0, errors.New("an escape is no character")
	}
	return string(rune(code)), 2 + digits, nil
}
