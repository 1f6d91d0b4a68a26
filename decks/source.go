package decks

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// source is the text of a deck file. It finds places in it when a fault is
// to be told, so that a deck without faults costs nothing but the reading.
type source struct {
	file  string
	text  []byte // without a byte-order mark
	mark  int    // bytes of the byte-order mark
	lines []int  // offsets of the starts of lines, once they were needed
	tree  *node  // where keys and values stand, once that was needed

	runes []int // code points before each block of the text, once that was needed
}

func newSource(file string, src []byte) *source {
	text := bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	return &source{file: file, text: text, mark: len(src) - len(text)}
}

// block is how many bytes are counted at most to find a column: a deck may
// stand on one line.
const block = 1 << 10

// position returns the place of an offset; one outside the text counts as the
// nearest inside.
func (s *source) position(offset int) Position {
	offset = max(0, min(offset, len(s.text)))
	line := s.lineOf(offset)
	start := s.lineStarts()[line-1]
	if offset-start <= block {
		return Position{Line: line, Column: 1 + utf8.RuneCount(s.text[start:offset])}
	}
	return Position{Line: line, Column: 1 + s.runesBefore(offset) - s.runesBefore(start)}
}

// runesBefore returns how many code points begin before an offset.
func (s *source) runesBefore(offset int) int {
	if s.runes == nil {
		s.runes = make([]int, 1, 2+len(s.text)/block)
		for at := block; at <= len(s.text); at += block {
			s.runes = append(s.runes, s.runes[len(s.runes)-1]+starts(s.text[at-block:at]))
		}
	}
	n := offset / block
	return s.runes[n] + starts(s.text[n*block:offset])
}

// starts returns how many code points begin in a stretch of UTF-8, which may
// begin within one.
func starts(text []byte) (n int) {
	for _, c := range text {
		if utf8.RuneStart(c) {
			n++
		}
	}
	return n
}

// lineOf returns the number of the line that holds an offset.
func (s *source) lineOf(offset int) int {
	return sort.SearchInts(s.lineStarts(), offset+1)
}

func (s *source) lineStarts() []int {
	if s.lines == nil {
		s.lines = append(make([]int, 0, 1+bytes.Count(s.text, []byte("\n"))), 0)
		for i, c := range s.text {
			if c == '\n' {
				s.lines = append(s.lines, i+1)
			}
		}
	}
	return s.lines
}

// nodes returns the tree of the text.
func (s *source) nodes() *node {
	if s.tree == nil {
		s.tree, _ = locate(s.text)
	}
	return s.tree
}

// positions returns the places of rising offsets, in one pass.
func (s *source) positions(offsets []int) []Position {
	places := make([]Position, len(offsets))
	here, at := Position{Line: 1, Column: 1}, 0
	for i, offset := range offsets {
		between := s.text[at:offset]
		if n := bytes.Count(between, []byte("\n")); n > 0 {
			here = Position{Line: here.Line + n, Column: 1}
			between = between[bytes.LastIndexByte(between, '\n')+1:]
		}
		here.Column += utf8.RuneCount(between)
		places[i], at = here, offset
	}
	return places
}

// lineAt returns the line that holds an offset, without its newline.
func (s *source) lineAt(offset int) []byte {
	start := s.lineStart(offset)
	line := s.text[start:]
	if number := s.lineOf(start); number < len(s.lineStarts()) {
		line = s.text[start : s.lineStarts()[number]-1]
	}
	return bytes.TrimSuffix(line, []byte("\r"))
}

// lineStart returns the offset of the line that holds an offset.
func (s *source) lineStart(offset int) int {
	return s.lineStarts()[s.lineOf(max(0, min(offset, len(s.text))))-1]
}

// maxBeside is how many bytes of a line are shown before a place and from it on.
const maxBeside = 60

// around returns the line that holds an offset, a long one cut to the
// surroundings of the offset, and the offset in what is returned.
func (s *source) around(offset int) (line string, at int) {
	whole := s.lineAt(offset)
	at = min(offset-s.lineStart(offset), len(whole))
	before, after := whole[:at], whole[at:]
	prefix, suffix := "", ""
	if len(before) > maxBeside {
		before, prefix = before[len(before)-maxBeside:], "..."
		for len(before) > 0 && !utf8.RuneStart(before[0]) {
			before = before[1:]
		}
	}
	if len(after) > maxBeside {
		after, suffix = after[:maxBeside], "..."
		for len(after) > 0 && !utf8.RuneStart(whole[at+len(after)]) {
			after = after[:len(after)-1]
		}
	}
	shown := prefix + visible(string(before))
	return shown + visible(string(after)) + suffix, len(shown)
}
