package pdf

import (
	"cmp"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// system are the fonts of the machine. Nothing of them is read before a
// character is missing; then what they draw, and a whole file only of the one
// that is taken. Which one that is depends on the files alone, never on what
// was asked before.
type system struct {
	folders  []string
	language string

	mu     sync.Mutex
	files  []*systemFont // nil before they are searched
	orders map[order][]*systemFont
	known  map[wanted]glyph
}

// order is what decides in which order fonts are asked.
type order struct {
	s       int
	manners [3]string
}

type wanted struct {
	r rune
	s int
}

// systemFont is a font file of the machine.
type systemFont struct {
	path  string
	stem  string // the name of its family
	bold  bool
	place int       // in the list of known families; len(families) outside
	order int       // among the files
	draws *truetype // its character map alone; nil before it is read
	taken *link     // the whole font; nil before it is taken
	tried bool
}

// families are names of files of fonts that have many characters and are made
// for reading, the best first; those with serifs go with the text family.
// Chinese, Japanese and Korean fonts draw the same characters differently.
var families = []struct {
	stem  string
	of    string // the language whose manner it has, "" for another script
	serif bool
}{
	{"notoserifkr", "ko", true}, {"nanummyeongjo", "ko", true}, {"unbatang", "ko", true}, {"applemyungjo", "ko", true}, {"batang", "ko", true},
	{"notosanskr", "ko", false}, {"nanumgothic", "ko", false}, {"nanumbarungothic", "ko", false}, {"undotum", "ko", false}, {"malgun", "ko", false}, {"applegothic", "ko", false}, {"gulim", "ko", false},
	{"notoserifsc", "zh", true}, {"uming", "zh", true}, {"simsun", "zh", true},
	{"notosanssc", "zh", false}, {"wqymicrohei", "zh", false}, {"wqyzenhei", "zh", false}, {"droidsansfallbackfull", "zh", false}, {"droidsansfallback", "zh", false}, {"msyh", "zh", false}, {"simhei", "zh", false}, {"arialunicode", "zh", false},
	{"notoserifjp", "ja", true}, {"ipam", "ja", true}, {"ipaexm", "ja", true}, {"msmincho", "ja", true},
	{"notosansjp", "ja", false}, {"ipag", "ja", false}, {"ipaexg", "ja", false}, {"meiryo", "ja", false}, {"msgothic", "ja", false},
	{"notosans", "", false}, {"unifont", "", false},
}

// manners returns in whose manner r is drawn, the best first, in a document of
// a language.
func manners(r rune, language string) [3]string {
	switch {
	case unicode.Is(unicode.Hangul, r):
		return [3]string{"ko", "zh", "ja"}
	case strings.HasPrefix(language, "ja"):
		return [3]string{"ja", "zh", "ko"}
	case strings.HasPrefix(language, "ko"):
		return [3]string{"ko", "zh", "ja"}
	}
	return [3]string{"zh", "ja", "ko"}
}

// The bounds of a search.
const (
	maxFontFiles = 20_000
	maxMap       = 4 << 20 // bytes of a character map
)

func newSystem(folders []string, language string) *system {
	return &system{folders: folders, language: language, orders: map[order][]*systemFont{}, known: map[wanted]glyph{}}
}

// find returns the glyph of the first font of the machine that has r.
func (y *system) find(r rune, s int) glyph {
	y.mu.Lock()
	defer y.mu.Unlock()
	if g, known := y.known[wanted{r, s}]; known {
		return g
	}
	if y.files == nil {
		y.files = fontFiles(y.folders)
	}
	var g glyph
	for _, file := range y.ranked(order{s, manners(r, y.language)}) {
		if file.has(r) {
			if l := file.load(); l != nil {
				if g = l.draw(r); g.link != nil {
					break
				}
			}
		}
	}
	y.known[wanted{r, s}] = g
	return g
}

// fontFiles returns the font files below folders, sorted by their paths.
func fontFiles(folders []string) []*systemFont {
	out := []*systemFont{}
	for _, folder := range folders {
		_ = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil || len(out) >= maxFontFiles {
				return nil // what cannot be read has no fonts
			}
			name := strings.ToLower(d.Name())
			if ext := filepath.Ext(name); !d.IsDir() && (ext == ".ttf" || ext == ".ttc") {
				out = append(out, newSystemFont(path, strings.TrimSuffix(name, ext)))
			}
			return nil
		})
	}
	slices.SortFunc(out, func(a, b *systemFont) int { return cmp.Compare(a.path, b.path) })
	out = slices.CompactFunc(out, func(a, b *systemFont) bool { return a.path == b.path })
	for i, file := range out {
		file.order = i
	}
	return out
}

// newSystemFont reads the name of a file: there is no other way to know a
// family without reading all.
func newSystemFont(path, name string) *systemFont {
	file := &systemFont{path: path, place: len(families)}
	file.stem = strings.NewReplacer("-", "", "_", "", " ", "", "regular", "", "bold", "").Replace(name)
	file.bold = strings.Contains(name, "bold")
	for i, f := range families {
		if strings.HasPrefix(file.stem, f.stem) {
			file.place = i
			break
		}
	}
	return file
}

// ranked returns the files in the order in which a style takes them: families
// that are known first, by manner, those of its kind before the others; then
// the rest by their names; within a family the wanted weight first.
func (y *system) ranked(o order) []*systemFont {
	if known := y.orders[o]; known != nil {
		return known
	}
	rank := func(f *systemFont) int {
		if f.place == len(families) {
			return 8 * len(families)
		}
		family := families[f.place]
		manner := slices.Index(o.manners[:], family.of)
		if manner < 0 {
			manner = len(o.manners)
		}
		kind := 2 * manner
		if family.serif != (o.s < codeStyle) {
			kind++
		}
		return kind*len(families) + f.place
	}
	weight := func(f *systemFont) int {
		if f.bold == isBold(o.s) {
			return 0
		}
		return 1
	}
	y.orders[o] = slices.SortedFunc(slices.Values(y.files), func(a, b *systemFont) int {
		return cmp.Or(rank(a)-rank(b), cmp.Compare(a.stem, b.stem), weight(a)-weight(b), a.order-b.order)
	})
	return y.orders[o]
}

// has reports whether the character map of the file has r.
func (f *systemFont) has(r rune) bool {
	if !f.tried {
		f.tried = true
		if file, err := os.Open(f.path); err == nil {
			f.draws = readMap(file)
			_ = file.Close() // it was only read
		}
	}
	return f.draws != nil && f.draws.glyph(r) != 0
}

// load reads the whole font; nil when it cannot be used.
func (f *systemFont) load() *link {
	if f.taken != nil {
		return f.taken
	}
	info, err := os.Stat(f.path)
	if err == nil && info.Size() <= maxFont {
		if data, err := os.ReadFile(f.path); err == nil {
			if t, err := parseTrueType(data); err == nil && !t.thin() {
				f.taken = &link{&face{t, t.postScriptName(), 1<<20 + f.order}, 0.96}
				return f.taken
			}
		}
	}
	f.draws = nil
	return nil
}

// readMap reads the character map of a font file, of a collection that of its
// first font; nil when it has none or no TrueType outlines.
func readMap(r io.ReaderAt) *truetype {
	head := make([]byte, 16+16*256)
	n, _ := r.ReadAt(head, 0) // a short file is a short head
	at := 0
	if head = head[:n]; u32(head, 0) == signCollection {
		at = u32(head, 12)
		head = make([]byte, 12+16*256)
		n, _ = r.ReadAt(head, int64(at))
		head = head[:n]
	}
	if sign := u32(head, 0); sign != signTrueType && sign != signApple {
		return nil
	}
	var cmap []byte
	outlines := false
	for i := range min(u16(head, 4), 256) {
		entry := 12 + 16*i
		if entry+16 > len(head) {
			break
		}
		switch string(head[entry : entry+4]) {
		case "glyf":
			outlines = true
		case "cmap":
			cmap = make([]byte, min(u32(head, entry+12), maxMap))
			n, _ := r.ReadAt(cmap, int64(u32(head, entry+8)))
			cmap = cmap[:n]
		}
	}
	if !outlines || len(cmap) == 0 {
		return nil
	}
	t := &truetype{tables: map[string][]byte{"cmap": cmap}, glyphs: 1 << 16}
	t.findMaps()
	return t
}
