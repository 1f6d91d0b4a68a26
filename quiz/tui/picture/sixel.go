package picture

import (
	"fmt"
	"image"
	"image/color/palette"
	"image/draw"
	"strings"
)

// band is how many points down a sixel has.
const band = 6

// sixel returns the sequence that draws an image at the place of the cursor,
// in 256 colours. A last band that is not full is left out: drawn, it could
// reach into the line below.
func sixel(img *image.RGBA) string {
	w, h := img.Rect.Dx(), img.Rect.Dy()/band*band
	if w < 1 || h < 1 {
		return ""
	}
	paletted := image.NewPaletted(image.Rect(0, 0, w, h), palette.Plan9)
	draw.FloydSteinberg.Draw(paletted, paletted.Rect, img, img.Rect.Min)
	var b strings.Builder
	fmt.Fprintf(&b, "\x1bP0;1q\"1;1;%d;%d", w, h)
	var used [256]bool
	for _, i := range paletted.Pix {
		used[i] = true
	}
	for i, c := range palette.Plan9 {
		if used[i] {
			r, g, bl, _ := c.RGBA()
			fmt.Fprintf(&b, "#%d;2;%d;%d;%d", i, r*100/0xffff, g*100/0xffff, bl*100/0xffff)
		}
	}
	for y := 0; y < h; y += band {
		writeBand(&b, paletted, y)
		b.WriteByte('-')
	}
	b.WriteString("\x1b\\")
	return b.String()
}

// writeBand writes six lines, one colour behind the other.
func writeBand(b *strings.Builder, img *image.Paletted, top int) {
	w := img.Rect.Dx()
	var there [256]bool
	for _, i := range img.Pix[top*img.Stride : (top+band)*img.Stride] {
		there[i] = true
	}
	for i, is := range there {
		if !is {
			continue
		}
		fmt.Fprintf(b, "#%d", i)
		last, n := byte(0), 0
		for x := range w {
			bits := byte(0)
			for y := range band {
				if img.Pix[(top+y)*img.Stride+x] == byte(i) {
					bits |= 1 << y
				}
			}
			if bits == last {
				n++
				continue
			}
			writeRun(b, last, n)
			last, n = bits, 1
		}
		if last != 0 { // what is empty up to the end need not be written
			writeRun(b, last, n)
		}
		b.WriteByte('$')
	}
}

// writeRun writes the same six points n times.
func writeRun(b *strings.Builder, bits byte, n int) {
	if c := string(rune(bits + '?')); n > 3 {
		fmt.Fprintf(b, "!%d%s", n, c)
	} else {
		b.WriteString(strings.Repeat(c, n))
	}
}
