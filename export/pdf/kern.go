package pdf

import (
	"math/bits"
	"slices"
	"sort"
)

// pairs knows by how many font units two glyphs beside each other are moved
// together (less than 0) or apart.
type pairs interface{ between(a, b uint16) int }

// findPairs returns the kerning of a font: that of its GPOS table or, where
// that has none, of its kern table; nil without both.
func findPairs(tables map[string][]byte) pairs {
	if p := parsePositions(tables["GPOS"]); len(p) > 0 {
		return p
	}
	if p := parsePairTable(tables["kern"]); p != nil {
		return p
	}
	return nil
}

// pairTable is the list of pairs of a kern table of format 0, six bytes each,
// sorted by their glyphs.
type pairTable []byte

// parsePairTable finds the horizontal pairs. The length of a part is no help:
// it is too short a number for the lists of large fonts.
func parsePairTable(kern []byte) pairTable {
	at := 4
	for range min(u16(kern, 2), 16) {
		if u16(kern, 0) != 0 || at+14 > len(kern) {
			return nil
		}
		const horizontal, everyKind = 1, 0xFF07
		if u16(kern, at+4)&everyKind == horizontal {
			list := kern[at+14:]
			return pairTable(list[:min(6*u16(kern, at+6), len(list)/6*6)])
		}
		at += max(6, u16(kern, at+2))
	}
	return nil
}

func (p pairTable) between(a, b uint16) int {
	key, n := int(a)<<16|int(b), len(p)/6
	i := sort.Search(n, func(i int) bool { return u32(p, 6*i) >= key })
	if i == n || u32(p, 6*i) != key {
		return 0
	}
	return i16(p, 6*i+4)
}

// positions are the lookups of a GPOS table that its kern feature names. All
// that know a pair add up; within one the first part that knows it counts.
type positions [][]pairPart

// pairPart is a subtable for the adjustment of pairs.
type pairPart struct {
	table         []byte
	first, second int // bytes of the values of the two glyphs
	advance       int // place of the first glyph's advance among its values
}

// The bounds of a GPOS table: a text is set in time however it is built.
const (
	maxLookups = 64
	maxParts   = 256 // of all lookups
)

const (
	pairLookup      = 2
	extensionLookup = 9
)

func parsePositions(gpos []byte) (out positions) {
	lookups := part(gpos, u16(gpos, 8))
	left := maxParts
	for _, index := range kernLookups(part(gpos, u16(gpos, 6))) {
		if index >= u16(lookups, 0) {
			continue
		}
		lookup := part(lookups, u16(lookups, 2+2*index))
		var parts []pairPart
		for i := range min(u16(lookup, 4), left) {
			kind, table := u16(lookup, 0), part(lookup, u16(lookup, 6+2*i))
			if kind == extensionLookup {
				kind, table = u16(table, 2), part(table, u32(table, 4))
			}
			if p, ok := newPairPart(table); ok && kind == pairLookup {
				parts = append(parts, p)
			}
		}
		left -= len(parts)
		if len(parts) > 0 {
			out = append(out, parts)
		}
	}
	return out
}

// kernLookups returns the lookups of every kern feature, whichever scripts
// and languages want it, in the order in which they are to be applied.
func kernLookups(features []byte) (out []int) {
	for i := range min(u16(features, 0), 1024) {
		if record := 2 + 6*i; record+6 <= len(features) && string(features[record:record+4]) == "kern" {
			feature := part(features, u16(features, record+4))
			for n := range min(u16(feature, 2), maxLookups) {
				out = append(out, u16(feature, 4+2*n))
			}
		}
	}
	slices.Sort(out)
	out = slices.Compact(out)
	return out[:min(len(out), maxLookups)]
}

func newPairPart(table []byte) (p pairPart, ok bool) {
	first, second := u16(table, 4), u16(table, 6)
	const advance = 4
	p = pairPart{table, 2 * bits.OnesCount16(uint16(first)), 2 * bits.OnesCount16(uint16(second)), 2 * bits.OnesCount16(uint16(first)&(advance-1))}
	return p, first&advance != 0
}

func (p positions) between(a, b uint16) (sum int) {
	for _, parts := range p {
		for _, part := range parts {
			if v, known := part.between(a, b); known {
				sum += v
				break
			}
		}
	}
	return sum
}

func (p pairPart) between(a, b uint16) (value int, known bool) {
	place := covered(part(p.table, u16(p.table, 2)), a)
	if place < 0 {
		return 0, false
	}
	switch u16(p.table, 0) {
	case 1: // a list of second glyphs for each first
		if place >= u16(p.table, 8) {
			return 0, false
		}
		set := part(p.table, u16(p.table, 10+2*place))
		size := 2 + p.first + p.second
		n := u16(set, 0)
		i := sort.Search(n, func(i int) bool { return u16(set, 2+size*i) >= int(b) })
		if i == n || u16(set, 2+size*i) != int(b) {
			return 0, false
		}
		return i16(set, 2+size*i+2+p.advance), true
	case 2: // classes of first and second glyphs
		c := classIn(part(p.table, u16(p.table, 8)), a)
		d := classIn(part(p.table, u16(p.table, 10)), b)
		rows, columns := u16(p.table, 12), u16(p.table, 14)
		if c >= rows || d >= columns {
			return 0, false
		}
		return i16(p.table, 16+(c*columns+d)*(p.first+p.second)+p.advance), true
	}
	return 0, false
}

// covered returns the place of a glyph in a coverage table, -1 outside.
func covered(t []byte, g uint16) int {
	n := u16(t, 2)
	switch u16(t, 0) {
	case 1:
		i := sort.Search(n, func(i int) bool { return u16(t, 4+2*i) >= int(g) })
		if i < n && u16(t, 4+2*i) == int(g) {
			return i
		}
	case 2:
		if i := rangeOf(t, n, g); i < n {
			return u16(t, 4+6*i+4) + int(g) - u16(t, 4+6*i)
		}
	}
	return -1
}

// classIn returns the class of a glyph; 0 is that of all others.
func classIn(t []byte, g uint16) int {
	switch u16(t, 0) {
	case 1:
		if i := int(g) - u16(t, 2); i >= 0 && i < u16(t, 4) {
			return u16(t, 6+2*i)
		}
	case 2:
		n := u16(t, 2)
		if i := rangeOf(t, n, g); i < n {
			return u16(t, 4+6*i+4)
		}
	}
	return 0
}

// rangeOf returns which of n ranges, from byte 4, has a glyph; n for none.
func rangeOf(t []byte, n int, g uint16) int {
	i := sort.Search(n, func(i int) bool { return u16(t, 4+6*i+2) >= int(g) })
	if i < n && u16(t, 4+6*i) <= int(g) {
		return i
	}
	return n
}

// part is what begins at a place of a table; nothing behind its end.
func part(t []byte, at int) []byte {
	if at <= 0 || at >= len(t) {
		return nil
	}
	return t[at:]
}
