package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"recto/export"
)

// interlaced returns a PNG of two by two pixels, white but for the lower right
// one, in the order of Adam7 and with 16 bits a sample.
func interlaced() []byte {
	white, black := []byte{0xFF, 0xFF}, []byte{0, 0}
	var raw bytes.Buffer
	w := zlib.NewWriter(&raw)
	for _, pass := range [][]byte{white, white, append(white[:2:2], black...)} {
		_, _ = w.Write(append([]byte{0}, pass...))
	}
	_ = w.Close()
	out := bytes.NewBufferString("\x89PNG\r\n\x1a\n")
	chunk := func(name string, data []byte) {
		body := append([]byte(name), data...)
		_ = binary.Write(out, binary.BigEndian, uint32(len(data)))
		out.Write(body)
		_ = binary.Write(out, binary.BigEndian, crc32.ChecksumIEEE(body))
	}
	chunk("IHDR", []byte{0, 0, 0, 2, 0, 0, 0, 2, 16, 0, 0, 0, 1})
	chunk("IDAT", raw.Bytes())
	chunk("IEND", nil)
	return out.Bytes()
}

// corner returns a picture, white but for its upper left quarter.
func corner(w, h int) *image.Gray {
	m := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			if x >= w/2 || y >= h/2 {
				m.SetGray(x, y, color.Gray{255})
			}
		}
	}
	return m
}

// on returns a page with a picture of 60 by 40 mm at 30, 50.
func on(p *export.Picture) export.Page {
	return export.Page{Width: 120, Height: 150, Images: []export.Image{{X: 30, Y: 50, W: 60, H: 40, Picture: p}}}
}

// quarters says which quarters of the picture of on are dark: upper left, upper
// right, lower left, lower right.
func quarters(t *testing.T, file []byte) string {
	t.Helper()
	const dpi = 50
	m := pixels(t, file, 1, dpi)
	var b strings.Builder
	for _, y := range []float64{60, 80} {
		for _, x := range []float64{45, 75} {
			if m.GrayAt(int(x*dpi/25.4), int(y*dpi/25.4)).Y < 128 {
				b.WriteByte('#')
			} else {
				b.WriteByte('.')
			}
		}
	}
	return b.String()
}

// Photographs are turned as the camera was held.
func TestTurnedPictures(t *testing.T) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, corner(60, 40), nil); err != nil {
		t.Fatal(err)
	}
	for turn, want := range map[int]string{1: "#...", 2: ".#..", 3: "...#", 4: "..#.", 5: "#...", 6: ".#..", 7: "...#", 8: "..#."} {
		file := write(t, fonts(t), on(&export.Picture{Data: b.Bytes(), Format: "jpeg", Width: 60, Height: 40, Turn: turn}))
		if got := quarters(t, file); got != want {
			t.Errorf("turn %d: %s, want %s", turn, got, want)
		}
		if turn < 3 {
			checked(t, file)
		}
	}
}

// gofpdf refuses interlaced pictures and those with 16 bits.
func TestInterlaced(t *testing.T) {
	file := write(t, fonts(t), on(&export.Picture{Data: interlaced(), Format: "png", Width: 2, Height: 2, Turn: 1}))
	checked(t, file)
	if got := quarters(t, file); got != "...#" {
		t.Errorf("it looks like %s", got)
	}
}

// Two files of one picture are embedded once: a key that stands twice among the
// resources is no valid document.
func TestPictureTwice(t *testing.T) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, corner(60, 40), nil); err != nil {
		t.Fatal(err)
	}
	first := export.Picture{Path: "a.jpg", Data: b.Bytes(), Format: "jpeg", Width: 60, Height: 40, Turn: 1}
	second := first
	second.Path, second.Turn = "b.jpg", 3
	file := write(t, fonts(t), on(&first), on(&second))
	checked(t, file)
	if n := bytes.Count(file, []byte("/Subtype /Image")); n != 1 {
		t.Errorf("%d pictures, want 1", n)
	}
	if got := quarters(t, file); got != "#..." {
		t.Errorf("it looks like %s", got)
	}
}

// A document has no more pixels of a picture than are seen on paper.
func TestLargePictures(t *testing.T) {
	large := corner(3*fineSide, 90)
	var p, j bytes.Buffer
	if err := png.Encode(&p, large); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&j, large, nil); err != nil {
		t.Fatal(err)
	}
	for format, data := range map[string][]byte{"png": p.Bytes(), "jpeg": j.Bytes()} {
		file := write(t, fonts(t), on(&export.Picture{Data: data, Format: format, Width: 3 * fineSide, Height: 90, Turn: 1}))
		checked(t, file)
		if got := quarters(t, file); got != "#..." {
			t.Errorf("%s looks like %s", format, got)
		}
		list := string(tool(t, file, "pdfimages", "-list", "FILE"))
		if !strings.Contains(list, fmt.Sprint(" ", fineSide, " ")) {
			t.Errorf("%s:\n%s", format, list)
		}
	}
}
