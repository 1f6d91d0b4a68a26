package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"

	"github.com/jung-kurt/gofpdf"

	"recto/export"
)

// image draws a picture, embedding it the first time.
func (p *painter) image(im *export.Image) {
	name, known := p.pictures[im.Picture]
	if !known {
		name = fmt.Sprintf("picture%d", len(p.pictures))
		p.pictures[im.Picture] = name
		format, data := embeddable(im.Picture)
		p.doc.RegisterImageOptionsReader(name, gofpdf.ImageOptions{ImageType: format}, bytes.NewReader(data))
	}
	p.doc.ImageOptions(name, im.X, im.Y, im.W, im.H, false, gofpdf.ImageOptions{}, 0, "")
}

// embeddable returns a picture in a form that gofpdf takes without a doubt: a
// JPEG as it is, anything else as an opaque PNG of 8 bits on white, grey where
// the picture is.
func embeddable(p *export.Picture) (format string, data []byte) {
	if p.Format == "jpeg" {
		return "JPG", p.Data
	}
	bounds := p.Image.Bounds()
	size := image.Rect(0, 0, bounds.Dx(), bounds.Dy())
	var plain draw.Image = image.NewRGBA(size)
	switch p.Image.ColorModel() {
	case color.GrayModel, color.Gray16Model:
		plain = image.NewGray(size)
	}
	draw.Draw(plain, size, image.White, image.Point{}, draw.Src)
	draw.Draw(plain, size, p.Image, bounds.Min, draw.Over)
	var b bytes.Buffer
	_ = png.Encode(&b, plain) // a buffer takes everything, and the size was checked
	return "PNG", b.Bytes()
}
