package picture

import (
	"bufio"
	"bytes"
	"fmt"
	"image"
	_ "image/gif" // the formats that an image may have
	_ "image/jpeg"
	_ "image/png"
	"io"
)

const (
	// MaxPoints is how many points an image may have to be decoded.
	MaxPoints = 24 << 20

	// MaxBytes is how much of a file is read: as much as a deck may name.
	MaxBytes = 32 << 20

	// header is how much of a file is looked at for its size and orientation.
	header = 256 << 10
)

// Size is how many points an image has, upright.
type Size struct{ Width, Height int }

// Measure returns the size of an image, upright, from the start of its file.
func Measure(r io.Reader) (Size, error) {
	s, _, err := measure(r)
	return s, err
}

// measure returns the size of an image and how it is turned, from the start of
// its file.
func measure(r io.Reader) (Size, orientation, error) {
	b := bufio.NewReaderSize(io.LimitReader(r, header), header)
	start, _ := b.Peek(header)
	c, _, err := image.DecodeConfig(bytes.NewReader(start))
	if err != nil {
		return Size{}, 0, err
	}
	s, o := Size{c.Width, c.Height}, exifOrientation(start)
	switch {
	case s.Width < 1 || s.Height < 1:
		return Size{}, 0, fmt.Errorf("the image has no points")
	case s.Width > MaxPoints/s.Height:
		return Size{}, 0, fmt.Errorf("the image has %d times %d points, at most %d in all are shown", s.Width, s.Height, MaxPoints)
	}
	return o.turned(s), o, nil
}

// decode returns an image upright and scaled to fit a size. A panic of a
// decoder is an error.
func decode(r io.Reader, fit Size) (img *image.RGBA, err error) {
	defer func() {
		if p := recover(); p != nil {
			img, err = nil, fmt.Errorf("the image is damaged: %v", p)
		}
	}()
	all, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if len(all) > MaxBytes {
		return nil, fmt.Errorf("the image is larger than %d MiB", MaxBytes>>20)
	}
	_, o, err := measure(bytes.NewReader(all)) // it may have changed
	if err != nil {
		return nil, err
	}
	src, _, err := image.Decode(bytes.NewReader(all))
	if err != nil {
		return nil, err
	}
	return o.upright(scale(src, o.turned(fit))), nil
}
