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
	lines []int  // offsets of the starts of lines, once they were needed
	tree  *node  // where keys and values stand, once that was needed
}

func newSource(file string, src []byte) *source {
	return &source{file: file, text: bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))}
}

// position returns the place of an offset; one outside the text counts as the
// nearest inside.
func (s *source) position(offset int) Position {
	offset = max(0, min(offset, len(s.text)))
	starts := s.lineStarts()
	line := sort.SearchInts(starts, offset+1)
	return Position{Line: line, Column: 1 + utf8.RuneCount(s.text[starts[line-1]:offset])}
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

// positions returns the places of rising offsets, in one pass.
func (s *source) positions(offsets []int) []Position {
	places := make([]Position, len(offsets))
	line, at := 1, 0
	for i, offset := range offsets {
		line += bytes.Count(s.text[at:offset], []byte("\n"))
		at = offset
		start := bytes.LastIndexByte(s.text[:offset], '\n') + 1
		places[i] = Position{Line: line, Column: 1 + utf8.RuneCount(s.text[start:offset])}
	}
	return places
}

// lineAt returns the line that holds an offset, without its newline.
func (s *source) lineAt(offset int) []byte {
	offset = max(0, min(offset, len(s.text)))
	start := bytes.LastIndexByte(s.text[:offset], '\n') + 1
	line := s.text[start:]
	if end := bytes.IndexByte(line, '\n'); end >= 0 {
		line = line[:end]
	}
	return bytes.TrimSuffix(line, []byte("\r"))
}
