package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"

	"github.com/jung-kurt/gofpdf"

	"recto/export"
)

// image draws a picture, embedding it the first time.
func (p *painter) image(im *export.Image, height float64) {
	name, known := p.pictures[im.Picture]
	if !known {
		format, data, err := embeddable(im.Picture)
		if err != nil {
			p.doc.SetError(err)
			return
		}
		// Two files may hold one picture. gofpdf registers a name once, and
		// calls what is alike by the same name among the resources of a page.
		name = fmt.Sprintf("%x", sha256.Sum256(data))
		p.pictures[im.Picture] = name
		p.doc.RegisterImageOptionsReader(name, gofpdf.ImageOptions{ImageType: format}, bytes.NewReader(data))
	}
	// gofpdf draws a square of one point in the lower left corner, which is
	// stretched and turned to where the picture belongs.
	a := placed(im, height)
	p.doc.RawWriteStr(fmt.Sprintf("q %.2f %.2f %.2f %.2f %.2f %.2f cm", a[0], a[1], a[2], a[3], a[4], a[5]))
	p.doc.ImageOptions(name, 0, height-mmPerPoint, mmPerPoint, mmPerPoint, false, gofpdf.ImageOptions{}, 0, "")
	p.doc.RawWriteStr("Q")
}

// placed returns the matrix that takes the unit square of a picture to its place
// on a page so high, turned as it is to be seen: ISO 32000-1, 8.3.4; EXIF 2.3,
// orientation.
func placed(im *export.Image, height float64) [6]float64 {
	x, y := im.X/mmPerPoint, (height-im.Y-im.H)/mmPerPoint
	w, h := im.W/mmPerPoint, im.H/mmPerPoint
	switch im.Picture.Turn {
	case 2:
		return [6]float64{-w, 0, 0, h, x + w, y}
	case 3:
		return [6]float64{-w, 0, 0, -h, x + w, y + h}
	case 4:
		return [6]float64{w, 0, 0, -h, x, y + h}
	case 5:
		return [6]float64{0, -h, -w, 0, x + w, y + h}
	case 6:
		return [6]float64{0, -h, w, 0, x, y + h}
	case 7:
		return [6]float64{0, h, w, 0, x, y}
	case 8:
		return [6]float64{0, h, -w, 0, x + w, y}
	}
	return [6]float64{w, 0, 0, h, x, y}
}

// fineSide is how many pixels of a side are enough: 300 to the inch on the width
// of A4. A document keeps less than twice as many.
const fineSide = 2480

// embeddable returns a picture in a form that gofpdf takes without a doubt: a
// JPEG as it is, anything else as an opaque PNG of 8 bits on white, grey where
// the picture is. One with more pixels than are seen on paper gets fewer.
func embeddable(p *export.Picture) (format string, data []byte, err error) {
	large := max(p.Width, p.Height) >= 2*fineSide
	if p.Format == "jpeg" && !large {
		return "JPG", p.Data, nil
	}
	decoded, _, err := image.Decode(bytes.NewReader(p.Data))
	if err != nil {
		return "", nil, err
	}
	bounds := decoded.Bounds()
	size := image.Rect(0, 0, bounds.Dx(), bounds.Dy())
	var plain draw.Image = image.NewRGBA(size)
	switch decoded.ColorModel() {
	case color.GrayModel, color.Gray16Model:
		plain = image.NewGray(size)
	}
	draw.Draw(plain, size, image.White, image.Point{}, draw.Src)
	draw.Draw(plain, size, decoded, bounds.Min, draw.Over)
	if large {
		plain = smaller(plain)
	}
	var b bytes.Buffer
	if p.Format == "jpeg" {
		err = jpeg.Encode(&b, plain, &jpeg.Options{Quality: 90})
		return "JPG", b.Bytes(), err
	}
	err = png.Encode(&b, plain)
	return "PNG", b.Bytes(), err
}

// smaller returns a picture with so many times fewer pixels a side that the
// longer one has fineSide or little more: each is the mean of those in its
// place.
func smaller(m draw.Image) draw.Image {
	w, h := m.Bounds().Dx(), m.Bounds().Dy()
	n := max(w, h) / fineSide
	size := image.Rect(0, 0, (w+n-1)/n, (h+n-1)/n)
	pix, stride, bytesEach := pixelsOf(m)
	out := image.NewRGBA(size)
	var grey *image.Gray
	to, toStride := out.Pix, out.Stride
	if bytesEach == 1 {
		grey = image.NewGray(size)
		to, toStride = grey.Pix, grey.Stride
	}
	for y := range size.Dy() {
		for x := range size.Dx() {
			for c := range bytesEach {
				sum, count := 0, 0
				for sy := y * n; sy < min(h, (y+1)*n); sy++ {
					for sx := x * n; sx < min(w, (x+1)*n); sx++ {
						sum += int(pix[sy*stride+sx*bytesEach+c])
						count++
					}
				}
				to[y*toStride+x*bytesEach+c] = byte((sum + count/2) / count)
			}
		}
	}
	if grey != nil {
		return grey
	}
	return out
}

// pixelsOf returns the bytes of a picture that embeddable made, those of a row
// and those of a pixel.
func pixelsOf(m draw.Image) (pix []byte, stride, each int) {
	if g, ok := m.(*image.Gray); ok {
		return g.Pix, g.Stride, 1
	}
	rgba := m.(*image.RGBA)
	return rgba.Pix, rgba.Stride, 4
}
