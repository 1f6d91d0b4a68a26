package frame

import (
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/displaywidth"
)

// Cell is a character as people see it: a grapheme cluster.
type Cell struct {
	Text  string
	Width int
	Look  Look
}

// maxCluster is how many code points a cell holds at most: more than any
// character that is written, a family of emoji with its tones included.
const maxCluster = 16

// Cells splits a text into what people see as its characters.
func Cells(s string) []Cell { return appendCells(nil, s, 0) }

// appendCells appends the cells of a text without newlines.
func appendCells(row []Cell, s string, look Look) []Cell {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf && (i+1 == len(s) || s[i+1] < utf8.RuneSelf) { // nothing can be joined to it
			row = append(row, Cell{s[i : i+1], 1, look})
			i++
			continue
		}
		g := displaywidth.StringGraphemes(s[i:])
		for g.Next() {
			for part := range clusterParts(g.Value()) {
				row = append(row, Cell{part, clusterWidth(part), look})
			}
			i += len(g.Value())
			if i < len(s) && s[i] < utf8.RuneSelf {
				break
			}
		}
	}
	return row
}

// clusterParts cuts a cluster that is too long into several.
func clusterParts(s string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		n, from := 0, 0
		for i := range s {
			if n == maxCluster {
				if !yield(s[from:i]) {
					return
				}
				n, from = 0, i
			}
			n++
		}
		yield(s[from:])
	}
}

// Width returns how many cells a text takes.
func Width(s string) int {
	if isPlain(s) {
		return len(s)
	}
	n := 0
	for g := displaywidth.StringGraphemes(s); g.Next(); {
		for part := range clusterParts(g.Value()) {
			n += clusterWidth(part)
		}
	}
	return n
}

// isPlain reports whether every byte of a text is a cell.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// clusterWidth returns how many cells a cluster takes: an emoji those of one
// emoji, of however many it is made, see settle; all else as much as its
// characters, for few terminals join the letters that some scripts join.
func clusterWidth(s string) int {
	if emoji(s) {
		return displaywidth.String(s)
	}
	return ansi.StringWidthWc(s)
}

// emoji reports whether a cluster may be drawn as one emoji or as several.
func emoji(s string) bool {
	for _, r := range s {
		if r == emojiLook || r >= 0x1f000 && r < 0x20000 {
			return true
		}
	}
	return false
}

// What emoji are made with.
const (
	joiner    = '\u200d' // ZWJ, between several that are one
	emojiLook = '\ufe0f' // VS16, behind a character that can be text too
	firstTone = '\U0001f3fb'
	lastTone  = '\U0001f3ff'
)
