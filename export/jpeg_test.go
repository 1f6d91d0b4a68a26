package export

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/jpeg"
	"testing"
)

// photograph returns a small JPEG as a camera writes it, which says that it is
// to be turned.
func photograph(t testing.TB, order binary.ByteOrder, turn uint16) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 30, 20)), nil); err != nil {
		t.Fatal(err)
	}
	var tiff bytes.Buffer
	put := func(values ...any) {
		for _, v := range values {
			if err := binary.Write(&tiff, order, v); err != nil {
				t.Fatal(err)
			}
		}
	}
	if order == binary.ByteOrder(binary.LittleEndian) {
		tiff.WriteString("II")
	} else {
		tiff.WriteString("MM")
	}
	put(uint16(42), uint32(8), uint16(2))
	put(uint16(0x0110), uint16(2), uint32(4), []byte("Cam\x00"))
	put(uint16(0x0112), uint16(3), uint32(1), turn, uint16(0), uint32(0))
	segment := append([]byte("Exif\x00\x00"), tiff.Bytes()...)
	segment = append(segment, "48 N 2 E at home"...)
	out := append([]byte{0xFF, 0xD8, 0xFF, 0xE1, 0, byte(len(segment) + 2)}, segment...)
	out = append(out, 0xFF, 0xFE, 0, 8)
	out = append(append(out, "secret"...), b.Bytes()[2:]...)
	return out
}

func TestPlainJPEG(t *testing.T) {
	for _, order := range []binary.ByteOrder{binary.BigEndian, binary.LittleEndian} {
		for turn := range uint16(10) {
			data, got := plainJPEG(photograph(t, order, turn))
			want := orientation(turn)
			if turn < 1 || turn > 8 {
				want = 1
			}
			if got != want {
				t.Errorf("orientation %d read as %d", turn, got)
			}
			for _, told := range []string{"Exif", "home", "secret", "Cam"} {
				if bytes.Contains(data, []byte(told)) {
					t.Errorf("%q is still there", told)
				}
			}
			if _, err := jpeg.Decode(bytes.NewReader(data)); err != nil {
				t.Error(err)
			}
		}
	}
	for _, data := range []string{"", "\xff\xd8", "\x89PNG\r\n", "\xff\xd8\xff\xe1\xff\xffExif"} {
		if got, turn := plainJPEG([]byte(data)); string(got) != data || turn != 1 {
			t.Errorf("%q became %q, turn %d", data, got, turn)
		}
	}
}

func FuzzPlainJPEG(f *testing.F) {
	f.Add(photograph(f, binary.BigEndian, 6))
	f.Add(photograph(f, binary.LittleEndian, 3))
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x10Exif\x00\x00II*\x00\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		out, turn := plainJPEG(data)
		if len(out) > len(data) || turn < 1 || turn > 8 {
			t.Fatalf("%d bytes of %d, turn %d", len(out), len(data), turn)
		}
		if _, err := jpeg.DecodeConfig(bytes.NewReader(data)); err == nil && len(data) < 1<<16 {
			if _, err := jpeg.Decode(bytes.NewReader(data)); err == nil {
				if _, err := jpeg.Decode(bytes.NewReader(out)); err != nil {
					t.Fatalf("a picture that could be read cannot any more: %v", err)
				}
			}
		}
	})
}
