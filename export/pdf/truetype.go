package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"sort"
)

// truetype reads the tables of a TrueType font, which may come from anywhere:
// no byte of it is believed to be in its place. It never writes into them and
// copies what it hands out: gofpdf pads the bytes that it is given in place,
// which would change the next document of the process.
type truetype struct {
	tables   map[string][]byte
	units    float64 // per em
	glyphs   int
	metrics  int // glyphs with an advance of their own
	longLoca bool
	format4  []byte // the character map of the basic plane; nil when there is none
	format12 []byte // the character map of all planes; nil when there is none
	kerning  pairs  // nil when there is none
}

// maxFont bounds the size of a font file in bytes: the largest that are in use
// draw all of Unicode and have 40 million.
const maxFont = 64 << 20

// The beginnings of font files.
const (
	signTrueType   = 0x00010000
	signApple      = 0x74727565 // true
	signOpenType   = 0x4F54544F // OTTO
	signCollection = 0x74746366 // ttcf
)

var (
	errNoFont   = errors.New("no TrueType font")
	errOutlines = errors.New("its outlines are of the PostScript kind (CFF), which cannot be embedded; take a font with TrueType outlines")
	errForbids  = errors.New("its maker does not allow to embed it in documents")
)

// parseTrueType reads the directory of a font with glyf outlines; of a
// collection that of its first font that has them.
func parseTrueType(data []byte) (*truetype, error) {
	if len(data) > maxFont {
		return nil, fmt.Errorf("font of %d bytes: at most %d are read", len(data), maxFont)
	}
	if u32(data, 0) != signCollection {
		return parseFont(data, 0)
	}
	err := error(errNoFont)
	for i := range min(u32(data, 8), 64) {
		t, fault := parseFont(data, u32(data, 12+4*i))
		if fault == nil {
			return t, nil
		}
		err = fault
	}
	return nil, err
}

// parseFont reads the font whose directory begins at a place.
func parseFont(data []byte, at int) (*truetype, error) {
	switch u32(data, at) {
	case signTrueType, signApple:
	case signOpenType:
		return nil, errOutlines
	default:
		return nil, errNoFont
	}
	t := &truetype{tables: map[string][]byte{}}
	for i := range min(u16(data, at+4), 256) {
		entry := at + 12 + 16*i
		if entry+16 > len(data) {
			break
		}
		start, size := u32(data, entry+8), u32(data, entry+12)
		if start <= len(data) && size <= len(data)-start {
			t.tables[string(data[entry:entry+4])] = data[start : start+size : start+size]
		}
	}
	for name, least := range map[string]int{"head": 54, "hhea": 36, "hmtx": 4, "maxp": 6, "cmap": 4, "loca": 2, "glyf": 1, "OS/2": 78, "post": 32} {
		if len(t.tables[name]) < least {
			return nil, fmt.Errorf("font has no whole table %q", name)
		}
	}
	t.units = float64(u16(t.tables["head"], 18))
	t.longLoca = u16(t.tables["head"], 50) == 1
	t.glyphs = u16(t.tables["maxp"], 4)
	t.metrics = u16(t.tables["hhea"], 34)
	if t.units < 16 || t.units > 16384 || t.glyphs == 0 || t.metrics == 0 {
		return nil, errors.New("font has no legal measures")
	}
	if u16(t.tables["OS/2"], 8)&0xF == 2 {
		return nil, errForbids
	}
	t.findMaps()
	if t.format4 == nil && t.format12 == nil {
		return nil, errors.New("font has no Unicode character map")
	}
	if u32(t.tables["post"], 12) == 0 { // letters of one width are not kerned
		t.kerning = findPairs(t.tables)
	}
	return t, nil
}

func (t *truetype) findMaps() {
	cmap := t.tables["cmap"]
	for i := range min(u16(cmap, 2), 64) {
		platform, encoding, at := u16(cmap, 4+8*i), u16(cmap, 6+8*i), u32(cmap, 8+8*i)
		unicode := platform == 0 && encoding != 5 || platform == 3 && (encoding == 1 || encoding == 10)
		if !unicode || at >= len(cmap) {
			continue
		}
		switch sub := cmap[at:]; u16(sub, 0) {
		case 4:
			t.format4 = sub
		case 12:
			t.format12 = sub
		}
	}
}

// glyph returns the glyph of r, 0 when the font has none.
func (t *truetype) glyph(r rune) uint16 {
	g := 0
	if r <= 0xFFFF && t.format4 != nil {
		g = t.glyph4(int(r))
	} else if t.format12 != nil {
		g = t.glyph12(int(r))
	}
	if g >= t.glyphs {
		return 0
	}
	return uint16(g)
}

func (t *truetype) glyph4(r int) int {
	m := t.format4
	n := u16(m, 6) / 2
	ends, starts, deltas, offsets := 14, 16+2*n, 16+4*n, 16+6*n
	i := sort.Search(n, func(i int) bool { return u16(m, ends+2*i) >= r })
	if i == n || u16(m, starts+2*i) > r {
		return 0
	}
	offset := u16(m, offsets+2*i)
	if offset == 0 {
		return (r + u16(m, deltas+2*i)) & 0xFFFF
	}
	g := u16(m, offsets+2*i+offset+2*(r-u16(m, starts+2*i)))
	if g == 0 {
		return 0
	}
	return (g + u16(m, deltas+2*i)) & 0xFFFF
}

func (t *truetype) glyph12(r int) int {
	m := t.format12
	n := min(u32(m, 12), len(m)/12)
	i := sort.Search(n, func(i int) bool { return u32(m, 16+12*i+4) >= r })
	if i == n || u32(m, 16+12*i) > r {
		return 0
	}
	return u32(m, 16+12*i+8) + r - u32(m, 16+12*i)
}

// bold reports what the font says of itself.
func (t *truetype) bold() bool { return u16(t.tables["head"], 44)&1 != 0 }

// thin reports whether a font of many weights is drawn in one of the lightest,
// which its file begins with: other weights are not read.
func (t *truetype) thin() bool {
	const light = 300
	return t.tables["fvar"] != nil && u16(t.tables["OS/2"], 4) < light
}

// postScriptName returns the name by which documents call the font, which may
// be of any length and any signs in the file: at most 60 letters, digits and
// hyphens.
func (t *truetype) postScriptName() string {
	const postScript = 6
	names := t.tables["name"]
	for i := range min(u16(names, 2), 1024) {
		record := 6 + 12*i
		at := u16(names, 4) + u16(names, record+10)
		text := part(names, at)
		text = text[:min(u16(names, record+8), len(text), 120)]
		if u16(names, record+6) != postScript || u16(names, record) != 3 {
			continue
		}
		var out []byte
		for i := 0; i+1 < len(text); i += 2 {
			if c := text[i+1]; text[i] == 0 && (c == '-' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z') {
				out = append(out, c)
			}
		}
		if len(out) > 0 {
			return string(out)
		}
	}
	return "Font"
}

// advance returns the width of a glyph in thousandths of an em, rounded as
// gofpdf rounds the widths that it writes: viewers place text by those.
func (t *truetype) advance(g uint16) int { return t.thousandths(t.metric(g)) }

func (t *truetype) thousandths(units int) int {
	return int(math.Round(float64(units) * 1000 / t.units))
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

// ink returns how far a glyph reaches above the baseline and below it, in
// thousandths of an em; both are 0 for a blank.
func (t *truetype) ink(g uint16) (above, below int) {
	o := t.outline(g)
	return t.thousandths(i16(o, 8)), -t.thousandths(i16(o, 4))
}

// leansBack reports whether the ink of a glyph lies before it rather than behind:
// a combining mark of that kind stands over the letter before it as it is, others
// wait for the anchors of the GPOS table.
func (t *truetype) leansBack(g uint16) bool {
	o := t.outline(g)
	return i16(o, 2)+i16(o, 6) < 0
}

// outline returns the bytes of a glyph in the glyf table; none for a blank.
func (t *truetype) outline(g uint16) []byte {
	loca, glyf := t.tables["loca"], t.tables["glyf"]
	start, end := 2*u16(loca, 2*int(g)), 2*u16(loca, 2*int(g)+2)
	if t.longLoca {
		start, end = u32(loca, 4*int(g)), u32(loca, 4*int(g)+4)
	}
	if start >= end || end > len(glyf) {
		return nil
	}
	return glyf[start:end]
}

// What lies behind the end of a table reads as 0.

func u16(b []byte, at int) int {
	if uint(at)+2 > uint(len(b)) {
		return 0
	}
	return int(binary.BigEndian.Uint16(b[at:]))
}

func i16(b []byte, at int) int { return int(int16(u16(b, at))) }

func u32(b []byte, at int) int {
	if uint(at)+4 > uint(len(b)) {
		return 0
	}
	return int(min(binary.BigEndian.Uint32(b[at:]), math.MaxInt32))
}
