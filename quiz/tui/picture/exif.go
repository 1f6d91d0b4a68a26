package picture

import (
	"bytes"
	"encoding/binary"
	"image"
)

// orientation is how a camera was held, as Exif numbers it: 1 upright, 3 upside
// down, 6 and 8 on its sides, the others mirrored; 0 for not noted.
type orientation uint8

// sideways reports whether width and height are swapped.
func (o orientation) sideways() bool { return o >= 5 }

// turned returns a size as it is when the image is upright, and back.
func (o orientation) turned(s Size) Size {
	if o.sideways() {
		return Size{s.Height, s.Width}
	}
	return s
}

// upright returns an image turned as it was taken.
func (o orientation) upright(src *image.RGBA) *image.RGBA {
	if o < 2 {
		return src
	}
	w, h := src.Rect.Dx(), src.Rect.Dy()
	size := o.turned(Size{w, h})
	dst := image.NewRGBA(image.Rect(0, 0, size.Width, size.Height))
	for y := range size.Height {
		for x := range size.Width {
			sx, sy := x, y
			if o.sideways() {
				sx, sy = y, x
			}
			switch o {
			case 2, 7, 8:
				sx = w - 1 - sx
			case 3:
				sx, sy = w-1-sx, h-1-sy
			}
			switch o {
			case 4, 6, 7:
				sy = h - 1 - sy
			}
			dst.SetRGBA(x, y, src.RGBAAt(sx, sy))
		}
	}
	return dst
}

// exifOrientation finds the orientation in the start of a JPEG file.
func exifOrientation(b []byte) orientation {
	if len(b) < 4 || b[0] != 0xff || b[1] != 0xd8 {
		return 0
	}
	for i := 2; i+4 <= len(b) && b[i] == 0xff; {
		size := int(binary.BigEndian.Uint16(b[i+2:]))
		end := i + 2 + size
		if b[i+1] == 0xda || size < 2 || end > len(b) { // the image itself begins
			return 0
		}
		if body, ok := bytes.CutPrefix(b[i+4:end], []byte("Exif\x00\x00")); b[i+1] == 0xe1 && ok {
			return tiffOrientation(body)
		}
		i = end
	}
	return 0
}

// tiffOrientation reads the tag 0x0112 of the first directory of a TIFF
// structure.
func tiffOrientation(b []byte) orientation {
	if len(b) < 8 {
		return 0
	}
	var order binary.ByteOrder = binary.BigEndian
	if b[0] == 'I' {
		order = binary.LittleEndian
	}
	at := int64(order.Uint32(b[4:]))
	if at+2 > int64(len(b)) {
		return 0
	}
	n := int64(order.Uint16(b[at:]))
	for i := range n {
		entry := at + 2 + i*12
		if entry+12 > int64(len(b)) {
			return 0
		}
		if order.Uint16(b[entry:]) == 0x0112 {
			if v := order.Uint16(b[entry+8:]); v >= 1 && v <= 8 {
				return orientation(v)
			}
			return 0
		}
	}
	return 0
}
