package picture

import (
	"image"
	"image/color"
)

// samples is how many points of an image, across and down, one point of a
// smaller one is the mean of at most.
const samples = 6

// scale returns an image of a size, white where it is transparent.
func scale(src image.Image, to Size) *image.RGBA {
	dst := image.NewRGBA(image.Rect(0, 0, to.Width, to.Height))
	b := src.Bounds()
	at := pointsOf(src)
	for y := range to.Height {
		y0, y1 := span(y, to.Height, b.Dy())
		for x := range to.Width {
			x0, x1 := span(x, to.Width, b.Dx())
			dst.SetRGBA(x, y, mean(at, b.Min, x0, x1, y0, y1))
		}
	}
	return dst
}

// span returns the points of a row of n that the i-th of m stands for; never
// none.
func span(i, m, n int) (from, to int) {
	from, to = i*n/m, (i+1)*n/m
	if to <= from {
		to = from + 1
	}
	return from, to
}

// pointsOf returns how points of an image are read, without a value on the
// heap for each where the image can.
func pointsOf(src image.Image) func(x, y int) color.RGBA64 {
	if img, ok := src.(image.RGBA64Image); ok {
		return img.RGBA64At
	}
	return func(x, y int) color.RGBA64 {
		r, g, b, a := src.At(x, y).RGBA()
		return color.RGBA64{R: uint16(r), G: uint16(g), B: uint16(b), A: uint16(a)}
	}
}

// mean returns the mean of the points of a rectangle, on white.
func mean(at func(x, y int) color.RGBA64, origin image.Point, x0, x1, y0, y1 int) color.RGBA {
	dx, dy := 1+(x1-x0-1)/samples, 1+(y1-y0-1)/samples
	var r, g, b, n uint32
	for y := y0; y < y1; y += dy {
		for x := x0; x < x1; x += dx {
			c := at(origin.X+x, origin.Y+y)
			white := uint32(0xffff - c.A) // colours are multiplied with their alpha
			r += uint32(c.R) + white
			g += uint32(c.G) + white
			b += uint32(c.B) + white
			n++
		}
	}
	return color.RGBA{R: uint8(r / n >> 8), G: uint8(g / n >> 8), B: uint8(b / n >> 8), A: 0xff}
}
