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
		format, data, err := embeddable(im.Picture)
		if err != nil {
			p.doc.SetError(err)
			return
		}
		p.doc.RegisterImageOptionsReader(name, gofpdf.ImageOptions{ImageType: format}, bytes.NewReader(data))
	}
	p.doc.ImageOptions(name, im.X, im.Y, im.W, im.H, false, gofpdf.ImageOptions{}, 0, "")
}

// embeddable returns a picture in a form that gofpdf takes without a doubt: a
// JPEG as it is, anything else as an opaque PNG of 8 bits on white, grey where
// the picture is.
func embeddable(p *export.Picture) (format string, data []byte, err error) {
	if p.Format == "jpeg" {
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
	var b bytes.Buffer
	err = png.Encode(&b, plain)
	return "PNG", b.Bytes(), err
}
