package export

import "encoding/binary"

// orientation says how a photograph is to be turned, as EXIF numbers it: 1 as
// it is, 3 half a turn, 6 a quarter clockwise, 8 counter-clockwise; 2, 4, 5 and
// 7 mirrored besides.
type orientation uint8

// plainJPEG returns a JPEG without what only tells about it: where and when it
// was taken, with which camera, a small copy of it. It returns how the picture
// is to be turned too, which that said. What is no JPEG comes back as it is.
func plainJPEG(data []byte) ([]byte, orientation) {
	turn := orientation(1)
	if len(data) < 4 || data[0] != 0xFF || data[1] != 0xD8 {
		return data, turn
	}
	out := append(make([]byte, 0, len(data)), data[:2]...)
	at := 2
	for at+4 <= len(data) && data[at] == 0xFF {
		kind, end := data[at+1], at+2+int(binary.BigEndian.Uint16(data[at+2:]))
		if kind == 0xFF { // a byte that fills
			at++
			continue
		}
		if kind == 0xDA || kind == 0xD9 || kind < 0xC0 || kind >= 0xD0 && kind <= 0xD7 || end < at+4 || end > len(data) {
			break // the picture itself begins, or what is none
		}
		segment := data[at:end]
		if kind == 0xE1 && turn == 1 {
			turn = exifOrientation(segment[4:])
		}
		if told := kind == 0xFE || kind >= 0xE1 && kind <= 0xEF && kind != 0xEE; !told {
			out = append(out, segment...)
		}
		at = end
	}
	return append(out, data[at:]...), turn
}

// exifOrientation reads the orientation out of the metadata of a camera; 1
// where they say nothing of the kind. TIFF 6.0, section 2; EXIF 2.3, 4.6.4.
func exifOrientation(b []byte) orientation {
	const mark = "Exif\x00\x00"
	if len(b) < len(mark)+8 || string(b[:len(mark)]) != mark {
		return 1
	}
	b = b[len(mark):]
	var order binary.ByteOrder = binary.BigEndian
	if string(b[:2]) == "II" {
		order = binary.LittleEndian
	}
	at := int64(order.Uint32(b[4:]))
	if at+2 > int64(len(b)) {
		return 1
	}
	entries := b[at+2:]
	for range order.Uint16(b[at:]) {
		if len(entries) < 12 {
			break
		}
		const tag, short = 0x0112, 3
		if order.Uint16(entries) == tag && order.Uint16(entries[2:]) == short {
			if v := order.Uint16(entries[8:]); v >= 1 && v <= 8 {
				return orientation(v)
			}
		}
		entries = entries[12:]
	}
	return 1
}
