package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"recto/decks/markup"
	"recto/quiz/tui/frame"
)

// board returns the file of an image of two colours.
func board(t testing.TB, w, h int) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.SetRGBA(x, y, color.RGBA{R: uint8(255 * (x / 10 % 2)), G: uint8(255 * (y / 10 % 2)), A: 255})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// opener opens files from memory.
func opener(files map[string][]byte) func(Source) (io.ReadCloser, error) {
	return func(s Source) (io.ReadCloser, error) {
		b, ok := files[s.Name]
		if !ok {
			return nil, os.ErrNotExist
		}
		return io.NopCloser(bytes.NewReader(b)), nil
	}
}

// corners returns an image whose corners are red, green, blue and white,
// clockwise from the upper left one.
func corners(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{R: 255, A: 255}
			switch {
			case x >= w/2 && y < h/2:
				c = color.RGBA{G: 255, A: 255}
			case x >= w/2:
				c = color.RGBA{B: 255, A: 255}
			case y >= h/2:
				c = color.RGBA{R: 255, G: 255, B: 255, A: 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

// seen returns the corners of an image as letters.
func seen(img *image.RGBA) string {
	s, w, h := "", img.Rect.Dx(), img.Rect.Dy()
	for _, p := range [][2]int{{w / 4, h / 4}, {3 * w / 4, h / 4}, {3 * w / 4, 3 * h / 4}, {w / 4, 3 * h / 4}} {
		c := img.RGBAAt(p[0], p[1])
		switch {
		case c.R > 128 && c.G > 128:
			s += "w"
		case c.R > 128:
			s += "r"
		case c.G > 128:
			s += "g"
		default:
			s += "b"
		}
	}
	return s
}

// turned returns a JPEG file of an image with an orientation noted, in either
// order of bytes.
func turned(t testing.TB, img image.Image, o uint16, order binary.ByteOrder) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 100}); err != nil {
		t.Fatal(err)
	}
	tiff := []byte("MM\x00*")
	if order == binary.LittleEndian {
		tiff = []byte("II*\x00")
	}
	u16 := func(v uint16) {
		tiff = append(tiff, 0, 0)
		order.PutUint16(tiff[len(tiff)-2:], v)
	}
	u32 := func(v uint32) {
		tiff = append(tiff, 0, 0, 0, 0)
		order.PutUint32(tiff[len(tiff)-4:], v)
	}
	u32(8)
	u16(2)
	for _, entry := range [][2]uint16{{0x0100, 7}, {0x0112, o}} { // a tag and its number
		u16(entry[0])
		u16(3)
		u32(1)
		u16(entry[1])
		u16(0)
	}
	u32(0)
	exif := append([]byte("Exif\x00\x00"), tiff...)
	out := []byte{0xff, 0xd8, 0xff, 0xe1}
	out = binary.BigEndian.AppendUint16(out, uint16(len(exif)+2))
	return append(append(out, exif...), b.Bytes()[2:]...)
}

// An image is upright however the camera was held. What the corners of the file
// are is what each orientation says of where its first row and column are.
func TestOrientation(t *testing.T) {
	for o, want := range map[uint16]string{
		0: "rgbw", 1: "rgbw", 2: "grwb", 3: "bwrg", 4: "wbgr", 5: "rwbg", 6: "wrgb", 7: "bgrw", 8: "gbwr", 9: "rgbw",
	} {
		for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
			file := turned(t, corners(80, 40), o, order)
			s, _, err := measure(bytes.NewReader(file))
			if err != nil {
				t.Fatal(err)
			}
			if sideways := o >= 5 && o <= 8; sideways != (s == Size{40, 80}) {
				t.Errorf("orientation %d: %v", o, s)
			}
			img, err := decode(bytes.NewReader(file), s)
			if err != nil {
				t.Fatal(err)
			}
			if got := seen(img); got != want || img.Rect.Dx() != s.Width || img.Rect.Dy() != s.Height {
				t.Errorf("orientation %d: corners %s, want %s, of %v", o, got, want, img.Rect)
			}
		}
	}
}

func TestDecode(t *testing.T) {
	if img, err := decode(bytes.NewReader(board(t, 200, 100)), Size{20, 10}); err != nil || img.Rect.Dx() != 20 || img.Rect.Dy() != 10 {
		t.Errorf("%v, %v", img.Rect, err)
	}
	var moving bytes.Buffer
	black, white := color.Gray{}, color.Gray{Y: 255}
	first := image.NewPaletted(image.Rect(0, 0, 8, 8), color.Palette{white, black})
	second := image.NewPaletted(image.Rect(0, 0, 8, 8), color.Palette{black, white})
	if err := gif.EncodeAll(&moving, &gif.GIF{Image: []*image.Paletted{first, second}, Delay: []int{1, 1}}); err != nil {
		t.Fatal(err)
	}
	if img, err := decode(&moving, Size{4, 4}); err != nil || img.RGBAAt(1, 1).R != 255 {
		t.Errorf("the first frame of a moving image is not shown: %v", err)
	}
	clear := scale(image.NewNRGBA(image.Rect(0, 0, 4, 4)), Size{2, 2})
	if c := clear.RGBAAt(0, 0); c != (color.RGBA{255, 255, 255, 255}) {
		t.Errorf("transparent is %v", c)
	}
}

// Images that are too large, or none, are told of, and cost little.
func TestDecodeRefuses(t *testing.T) {
	huge := board(t, 10, 10)
	binary.BigEndian.PutUint32(huge[16:], 1<<20) // its width, without a sum that fits: the header is not believed
	for name, file := range map[string][]byte{
		"nothing":   nil,
		"text":      []byte("no image"),
		"damaged":   board(t, 100, 100)[:300],
		"too large": bomb(t),
		"no sum":    huge,
	} {
		if _, err := decode(bytes.NewReader(file), Size{10, 10}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// bomb returns a small file of an image that is far too large.
func bomb(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	one := image.NewPaletted(image.Rect(0, 0, 1, 1), color.Palette{color.White})
	if err := gif.Encode(&b, one, nil); err != nil {
		t.Fatal(err)
	}
	file := b.Bytes()
	copy(file[6:], []byte{0xff, 0xff, 0xff, 0xff})
	return file
}

func TestFit(t *testing.T) {
	cell := Size{10, 20}
	for _, tt := range []struct {
		name          string
		size          Size
		columns, rows int
		c, r          int
	}{
		{"as large as it is", Size{200, 100}, 72, 20, 20, 5},
		{"no wider than there is room", Size{2000, 1000}, 72, 100, 72, 18},
		{"no higher", Size{1000, 1000}, 72, 10, 20, 10},
		{"a column", Size{10, 4000}, 72, 10, 1, 10},
		{"a line", Size{4000, 10}, 72, 10, 72, 1},
		{"a point", Size{1, 1}, 72, 10, 1, 1},
		{"no room", Size{100, 100}, 0, 0, 1, 1},
	} {
		if c, r := fit(tt.size, cell, tt.columns, tt.rows); c != tt.c || r != tt.r {
			t.Errorf("%s: %d by %d, want %d by %d", tt.name, c, r, tt.c, tt.r)
		}
	}
}

func TestKittySend(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 200, 200))
	noise := rand.New(rand.NewPCG(1, 2)) // hardly to be compressed
	for i := range img.Pix {
		img.Pix[i] = byte(noise.Uint32()) | byte(i/3%2)*0xff
	}
	s, err := kittySend(7, img)
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(strings.TrimSuffix(s, "\x1b\\"), "\x1b\\")
	if len(parts) < 3 {
		t.Fatalf("%d parts", len(parts))
	}
	for i, p := range parts {
		head, data, _ := strings.Cut(p, ";")
		more := strings.Contains(head, "m=1")
		if !strings.HasPrefix(head, "\x1b_G") || len(data) > chunk || more != (i < len(parts)-1) || !strings.Contains(head, "q=2") {
			t.Errorf("part %d: %q and %d bytes", i, head, len(data))
		}
	}
}

// unsixel reads sixels back: the points that are set, by colour register.
func unsixel(t *testing.T, s string, w, h int) [][]int {
	t.Helper()
	points := make([][]int, h)
	for y := range points {
		points[y] = slices.Repeat([]int{-1}, w)
	}
	body := strings.TrimSuffix(s[strings.IndexByte(s, 'q')+1:], "\x1b\\")
	x, y, register, repeat := 0, 0, 0, 1
	for i := 0; i < len(body); {
		c := body[i]
		i++
		numbers := func() (all []int) {
			n, any := 0, false
			for ; i < len(body) && (body[i] >= '0' && body[i] <= '9' || body[i] == ';'); i++ {
				if body[i] == ';' {
					all, n = append(all, n), 0
					continue
				}
				n, any = n*10+int(body[i]-'0'), true
			}
			if any {
				all = append(all, n)
			}
			return all
		}
		switch {
		case c == '"':
			if got := numbers(); !slices.Equal(got, []int{1, 1, w, h}) {
				t.Fatalf("size %v", got)
			}
		case c == '#':
			register = numbers()[0]
		case c == '!':
			repeat = numbers()[0]
		case c == '$':
			x = 0
		case c == '-':
			x, y = 0, y+band
		case c >= '?' && c <= '~':
			for range repeat {
				for bit := range band {
					if (c-'?')&(1<<bit) != 0 {
						points[y+bit][x] = register
					}
				}
				x++
			}
			repeat = 1
		default:
			t.Fatalf("%q in sixels", c)
		}
	}
	return points
}

func TestSixel(t *testing.T) {
	points := unsixel(t, sixel(corners(40, 25)), 40, 24)
	for y, row := range points {
		for x, p := range row {
			if p < 0 {
				t.Fatalf("the point %d, %d is not set", x, y)
			}
		}
	}
	if a, b, c := points[2][2], points[2][38], points[22][38]; a == b || b == c || a == c || points[2][2] != points[9][18] {
		t.Errorf("the colours are %d, %d, %d", a, b, c)
	}
	if s := sixel(corners(10, 5)); s != "" {
		t.Errorf("less than a band is %q", s)
	}
}

func TestBlocks(t *testing.T) {
	rows := blocks(corners(4, 4))
	if len(rows) != 2 {
		t.Fatalf("%d rows", len(rows))
	}
	const red = "\x1b[38;2;255;0;0;48;2;255;0;0m"
	if got, want := rows[0].text(4), red+"▀▀\x1b[38;2;0;255;0;48;2;0;255;0m▀▀\x1b[m"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := rows[0].text(1), red+"▀\x1b[m"; got != want {
		t.Errorf("cut: %q, want %q", got, want)
	}
}

func TestRoom(t *testing.T) {
	g := New(Options{Open: opener(map[string][]byte{"board.png": board(t, 200, 100), "text.png": []byte("text")}), Blocks: true})
	if lines := g.Room(Source{"d", "board.png"}, 72, 20); len(lines) != 5 || lines[0].Width() != 20 {
		t.Errorf("%d lines", len(lines))
	}
	for _, name := range []string{"text.png", "missing.png"} {
		s := Source{"d", name}
		if lines := g.Room(s, 72, 20); lines != nil {
			t.Errorf("%s: %d lines", name, len(lines))
		}
		if err := g.Why(s); err == nil {
			t.Errorf("%s: nothing is said", name)
		}
	}
	var none *Gallery
	if lines := none.Room(Source{"d", "board.png"}, 72, 20); lines != nil || none.Why(Source{}) == nil || none.Show(Source{}) == nil {
		t.Error("no gallery shows a picture")
	}
}

// A stranger's text cannot name a room.
func TestPlaceholdersAreSafe(t *testing.T) {
	s := placeholders(3, 2, 4)
	if got := markup.OneLine(s); strings.ContainsRune(got, firstPlaceholder+3*rowsOfRoom+2) {
		t.Errorf("%q passes", got)
	}
	if n := frame.Width(s); n != 4 {
		t.Errorf("%d cells", n)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(board(f, 20, 10))
	f.Add(turned(f, corners(8, 8), 6, binary.BigEndian))
	f.Add(bomb(f))
	f.Fuzz(func(t *testing.T, file []byte) {
		img, err := decode(bytes.NewReader(file), Size{8, 4})
		if err == nil && (img.Rect.Dx() != 8 || img.Rect.Dy() != 4) {
			t.Errorf("%v", img.Rect)
		}
	})
}
