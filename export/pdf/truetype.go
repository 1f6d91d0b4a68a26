package pdf

import (
	"encoding/binary"
	"fmt"
	"math"
	"sort"
)

// truetype reads the tables of a TrueType font. It never writes into them
// and copies what it hands out: gofpdf pads the bytes that it is given in
// place, which would change the next document of the process.
type truetype struct {
	data     []byte
	tables   map[string][]byte
	units    float64 // per em
	glyphs   int
	metrics  int // glyphs with an advance of their own
	longLoca bool
	format4  []byte // the character map of the basic plane
	format12 []byte // the character map of all planes; nil when there is none
}

// parseTrueType reads the directory of a font with glyf outlines.
func parseTrueType(data []byte) (*truetype, error) {
	if len(data) < 12 || binary.BigEndian.Uint32(data) != 0x00010000 {
		return nil, fmt.Errorf("no TrueType font")
	}
	t := &truetype{data: data, tables: map[string][]byte{}}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		entry := data[12+16*i:]
		start, size := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
		end := start + size
		t.tables[string(entry[:4])] = data[start:end:end]
	}
	for _, name := range []string{"head", "hhea", "hmtx", "maxp", "cmap", "loca", "glyf", "OS/2", "post"} {
		if t.tables[name] == nil {
			return nil, fmt.Errorf("font has no table %q", name)
		}
	}
	t.units = float64(u16(t.tables["head"], 18))
	t.longLoca = u16(t.tables["head"], 50) == 1
	t.glyphs = u16(t.tables["maxp"], 4)
	t.metrics = u16(t.tables["hhea"], 34)
	t.findMaps()
	if t.format4 == nil {
		return nil, fmt.Errorf("font has no Unicode character map")
	}
	return t, nil
}

func (t *truetype) findMaps() {
	cmap := t.tables["cmap"]
	for i := range u16(cmap, 2) {
		sub := cmap[binary.BigEndian.Uint32(cmap[4+8*i+4:]):]
		switch platform, format := u16(cmap, 4+8*i), u16(sub, 0); {
		case platform == 3 && format == 4:
			t.format4 = sub
		case platform == 3 && format == 12:
			t.format12 = sub
		}
	}
}

// glyph returns the glyph of r, 0 when the font has none.
func (t *truetype) glyph(r rune) uint16 {
	if r > 0xFFFF {
		return t.glyph12(r)
	}
	m := t.format4
	segments := u16(m, 6) / 2
	ends, starts := m[14:], m[16+2*segments:]
	deltas, offsets := m[16+4*segments:], m[16+6*segments:]
	i := sort.Search(segments, func(i int) bool { return u16(ends, 2*i) >= int(r) })
	if i == segments || u16(starts, 2*i) > int(r) {
		return 0
	}
	offset := u16(offsets, 2*i)
	if offset == 0 {
		return uint16(int(r) + u16(deltas, 2*i))
	}
	g := u16(offsets, 2*i+offset+2*(int(r)-u16(starts, 2*i)))
	if g == 0 {
		return 0
	}
	return uint16(g + u16(deltas, 2*i))
}

func (t *truetype) glyph12(r rune) uint16 {
	if t.format12 == nil {
		return 0
	}
	n := int(binary.BigEndian.Uint32(t.format12[12:]))
	groups := t.format12[16:]
	i := sort.Search(n, func(i int) bool { return binary.BigEndian.Uint32(groups[12*i+4:]) >= uint32(r) })
	if i == n || binary.BigEndian.Uint32(groups[12*i:]) > uint32(r) {
		return 0
	}
	return uint16(binary.BigEndian.Uint32(groups[12*i+8:]) + uint32(r) - binary.BigEndian.Uint32(groups[12*i:]))
}

// advance returns the width of a glyph in thousandths of an em, rounded as
// gofpdf rounds the widths that it writes: viewers place text by those.
func (t *truetype) advance(g uint16) int {
	return int(math.Round(float64(t.metric(g)) * 1000 / t.units))
}

func (t *truetype) metric(g uint16) int {
	return u16(t.tables["hmtx"], 4*min(int(g), t.metrics-1))
}

func (t *truetype) bearing(g uint16) int {
	if int(g) < t.metrics {
		return u16(t.tables["hmtx"], 4*int(g)+2)
	}
	return u16(t.tables["hmtx"], 4*t.metrics+2*(int(g)-t.metrics))
}

// outline returns the bytes of a glyph in the glyf table; none for a blank.
func (t *truetype) outline(g uint16) []byte {
	loca, glyf := t.tables["loca"], t.tables["glyf"]
	if t.longLoca {
		return glyf[binary.BigEndian.Uint32(loca[4*int(g):]):binary.BigEndian.Uint32(loca[4*int(g)+4:])]
	}
	return glyf[2*u16(loca, 2*int(g)) : 2*u16(loca, 2*int(g)+2)]
}

func u16(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }
