package pdf

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// The flags of a component of a composite glyph.
const (
	componentWords        = 1 << 0
	componentScale        = 1 << 3
	componentMore         = 1 << 5
	componentXYScale      = 1 << 6
	componentMatrix       = 1 << 7
	componentInstructions = 1 << 8
)

// subset returns a small font that draws glyph codes[c] for each code c. It
// keeps what a printer needs and leaves the hinting for screens out. gofpdf
// addresses glyphs by code points of the basic plane alone; the codes may be
// private ones, so that any glyph can be reached. Every call returns fresh
// bytes.
func (t *truetype) subset(codes map[uint16]uint16) []byte {
	glyphs := t.closure(codes)
	place := make(map[uint16]int, len(glyphs))
	for i, g := range glyphs {
		place[g] = i
	}
	var glyf, loca, hmtx []byte
	for _, g := range glyphs {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		if left := maxComponents; t.sound(g, maxNesting, &left) {
			glyf = append(glyf, unhinted(t.outline(g), place)...)
		}
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(t.metric(g)))
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(t.bearing(g)))
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))

	head := slices.Clone(t.tables["head"])
	binary.BigEndian.PutUint32(head[8:], 0) // gofpdf computes the sum
	binary.BigEndian.PutUint16(head[50:], 1)
	hhea := slices.Clone(t.tables["hhea"])
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(glyphs)))
	maxp := slices.Clone(t.tables["maxp"])
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(glyphs)))

	return assemble([]table{
		{"OS/2", slices.Clone(t.tables["OS/2"])},
		{"cmap", characterMap(codes, place)},
		{"glyf", glyf},
		{"head", head},
		{"hhea", hhea},
		{"hmtx", hmtx},
		{"loca", loca},
		{"maxp", maxp},
		{"name", []byte{0, 0, 0, 0, 0, 6}}, // no names; viewers take the PDF's
		{"post", append([]byte{0, 3, 0, 0}, t.tables["post"][4:32]...)},
	})
}

// closure returns the wanted glyphs and their components in ascending order,
// .notdef first.
func (t *truetype) closure(codes map[uint16]uint16) []uint16 {
	seen := map[uint16]bool{}
	var visit func(g uint16)
	visit = func(g uint16) {
		if seen[g] || int(g) >= t.glyphs {
			return
		}
		seen[g] = true
		components(t.outline(g), func(at int, g uint16) { visit(g) })
	}
	visit(0)
	for _, g := range codes {
		visit(g)
	}
	out := make([]uint16, 0, len(seen))
	for g := range seen {
		out = append(out, g)
	}
	slices.Sort(out)
	return out
}

// The bounds of a composite glyph: the glyphs in it, and how deep they stand in
// each other. gofpdf follows them wherever they lead.
const (
	maxComponents = 256
	maxNesting    = 6
)

// sound reports whether the components of a glyph keep to the bounds; one that
// does not is left blank.
func (t *truetype) sound(g uint16, nesting int, left *int) bool {
	ok := true
	components(t.outline(g), func(_ int, g uint16) {
		if *left--; ok {
			ok = *left >= 0 && nesting > 0 && t.sound(g, nesting-1, left)
		}
	})
	return ok
}

// components calls f with every component of a composite outline and the
// place of its glyph number; it returns where the components end, 0 for a
// simple outline.
func components(outline []byte, f func(at int, g uint16)) int {
	if len(outline) < 10 || outline[0]&0x80 == 0 {
		return 0
	}
	at := 10
	for at+4 <= len(outline) {
		flags := u16(outline, at)
		f(at+2, uint16(u16(outline, at+2)))
		at += 6
		if flags&componentWords != 0 {
			at += 2
		}
		switch {
		case flags&componentScale != 0:
			at += 2
		case flags&componentXYScale != 0:
			at += 4
		case flags&componentMatrix != 0:
			at += 8
		}
		if flags&componentMore == 0 {
			return min(at, len(outline))
		}
	}
	return 0 // it breaks off
}

// unhinted returns a copy of an outline without its instructions, with the
// components renumbered to their new places; none of one that breaks off.
func unhinted(outline []byte, place map[uint16]int) []byte {
	if len(outline) < 10 {
		return nil
	}
	if outline[0]&0x80 == 0 {
		end := 10 + 2*u16(outline, 0) // after the ends of the contours
		size := u16(outline, end)
		if end+2+size > len(outline) {
			return nil
		}
		out := slices.Clone(outline[:end+2])
		out[end], out[end+1] = 0, 0
		return append(out, outline[end+2+size:]...)
	}
	out := slices.Clone(outline)
	end := components(outline, func(at int, g uint16) {
		binary.BigEndian.PutUint16(out[at:], uint16(place[g]))
		flags := u16(out, at-2) &^ componentInstructions
		binary.BigEndian.PutUint16(out[at-2:], uint16(flags))
	})
	return out[:end]
}

// characterMap writes a cmap of format 4 with one segment for each code.
func characterMap(codes map[uint16]uint16, place map[uint16]int) []byte {
	sorted := make([]uint16, 0, len(codes)+1)
	for c := range codes {
		sorted = append(sorted, c)
	}
	slices.Sort(sorted)
	sorted = append(sorted, 0xFFFF) // the last segment is required
	n := len(sorted)
	var b bytes.Buffer
	put := func(values ...int) {
		for _, v := range values {
			b.Write([]byte{byte(v >> 8), byte(v)})
		}
	}
	put(0, 1, 3, 1, 0, 12)
	search := 1
	exponent := 0
	for search*2 <= n {
		search *= 2
		exponent++
	}
	put(4, 16+8*n, 0, 2*n, 2*search, exponent, 2*(n-search))
	for _, c := range sorted {
		put(int(c))
	}
	put(0)
	for _, c := range sorted {
		put(int(c))
	}
	for _, c := range sorted {
		delta := 1
		if g, ok := codes[c]; ok {
			delta = place[g] - int(c)
		}
		put(delta & 0xFFFF)
	}
	for range sorted {
		put(0)
	}
	return b.Bytes()
}

type table struct {
	name string
	data []byte
}

// assemble writes tables, sorted by name, as a font. The sums of the tables
// are left zero: the font goes no further than gofpdf, which writes it anew.
func assemble(tables []table) []byte {
	size := 12 + 16*len(tables)
	out := make([]byte, size)
	binary.BigEndian.PutUint32(out, 0x00010000)
	binary.BigEndian.PutUint16(out[4:], uint16(len(tables)))
	for i, t := range tables {
		entry := out[12+16*i:]
		copy(entry, t.name)
		binary.BigEndian.PutUint32(entry[8:], uint32(len(out)))
		binary.BigEndian.PutUint32(entry[12:], uint32(len(t.data)))
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	return out
}
