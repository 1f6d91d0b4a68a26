package edit

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// Append writes a question behind the last one of the file, in the way of the
// others: a block of lines below a header, their '=' aligned or not, or an item
// of question = [ ... ].
func (f *File) Append(question Table) (Change, error) {
	text, err := encodeTable(question, f.eol())
	if err != nil {
		return Change{}, err
	}
	path := []any{"question"}
	n, there := f.Questions(), f.value(path...)
	c := Change{effects: []effect{{path, add, tree(question), false}}}
	switch {
	case there != nil && items(there) == nil:
		return Change{}, errors.New("question is no array")
	case there == nil || f.listOfTables(path...):
		block, err := f.block(question)
		if err != nil {
			return Change{}, err
		}
		c.Splices = []Splice{f.appendBlock(block)}
	case n == 0 && strings.TrimSpace(strings.Trim(f.part.Place(path...).Text(), "[]")) == "":
		array := f.part.Place(path...)
		c.Splices = []Splice{{array.Start, array.End, "[" + f.eol() + "  " + text + "," + f.eol() + "]"}}
	default:
		if n > 0 && f.part.Place("question", n-1).Within(1, 2).Text() != " " {
			text = strings.TrimSuffix(strings.TrimPrefix(text, "{ "), " }")
			text = "{" + text + "}"
		}
		c.Splices = f.addItem(path, n, text)
	}
	return c, nil
}

// block returns the lines of a question below a header.
func (f *File) block(question Table) ([]string, error) {
	n := f.Questions()
	s, header := style{column: 1}, "[[question]]"
	if n > 0 {
		s = f.styleOf("question", n-1)
		header = f.indentOf("question", n-1) + header
	}
	lines := []string{header}
	var keys, values []string
	width := 0
	for _, p := range question {
		key, err := Key(p.Key)
		if err != nil {
			return nil, err
		}
		value, err := encode(p.Value, f.eol())
		if err != nil {
			return nil, err
		}
		keys, values = append(keys, key), append(values, value)
		width = max(width, utf8.RuneCountInString(key)+1)
	}
	if s.column > 0 {
		s.column = width
	}
	for i, key := range keys {
		lines = append(lines, s.line(key, values[i]))
	}
	return lines, nil
}

// appendBlock returns the insertion of a block of lines behind the last
// question: behind comments right below that, and at the end of the file when
// nothing but comments follows.
func (f *File) appendBlock(lines []string) Splice {
	eol := f.eol()
	n := f.Questions()
	text := strings.Join(lines, eol)
	gap := f.blanks(n)
	if n > 0 {
		at := f.lineEnd(f.part.Block("question", n-1).End)
		if f.statement(f.nextLine(at)) < len(f.src) {
			for next := f.nextLine(at); next < len(f.src) && strings.HasPrefix(strings.TrimLeft(string(f.src[next:f.lineEnd(next)]), " \t"), "#"); next = f.nextLine(at) {
				at = f.lineEnd(next)
			}
			return Splice{at, at, strings.Repeat(eol, gap+1) + text}
		}
	}
	end := len(f.src)
	body := string(f.src[f.lineStart(0):])
	if body == "" {
		return Splice{end, end, text + eol}
	}
	if !strings.HasSuffix(body, "\n") {
		return Splice{end, end, strings.Repeat(eol, gap+1) + text}
	}
	for gap > 0 && strings.HasSuffix(strings.TrimSuffix(body, eol), "\n") { // empty lines that are there
		body = strings.TrimSuffix(body, eol)
		gap--
	}
	return Splice{end, end, strings.Repeat(eol, gap) + text + eol}
}

// blanks returns how many empty lines stand before the last of n questions, at
// most two; one when there is none to see it from.
func (f *File) blanks(n int) int {
	if n < 2 {
		return 1
	}
	start, header := f.part.Block("question", n-2).End, f.part.Place("question", n-1).Start
	if header <= start {
		return 1
	}
	count := 0
	for line := range strings.Lines(string(f.src[start:f.lineStart(header)])) {
		if strings.TrimSpace(line) == "" {
			count++
		}
	}
	return min(max(count-1, 0), 2) // the first is the rest of the last line of the question above
}
