package export

import (
	"bytes"
	"fmt"
	"image"
	_ "image/gif"  // a format that decks may use
	_ "image/jpeg" // another
	_ "image/png"  // and another
	"io/fs"
	"sync"
)

// maxImage bounds the file of a picture, in bytes.
const maxImage = 64 << 20

// maxPixels bounds what a picture may unpack to: a small file can claim to
// be a huge one.
const maxPixels = 50_000_000

// Picture is an image of a deck, known to be whole.
type Picture struct {
	Path          string // as the deck names it
	Data          []byte // the file; of a JPEG without what a camera tells about it
	Format        string // "png", "jpeg" or "gif"
	Width, Height int    // pixels, as it is seen
	Turn          int    // how Data is turned to be seen so, as EXIF numbers it: 1 to 8
}

// loadPicture reads and decodes a picture completely, since a damaged one
// must be told with its question rather than printed as a hole.
func loadPicture(files fs.FS, path string) (*Picture, error) {
	if info, err := fs.Stat(files, path); err == nil && info.Size() > maxImage {
		return nil, fmt.Errorf("image %q has %d million bytes: at most %d are printed", path, info.Size()>>20, maxImage>>20)
	}
	data, err := fs.ReadFile(files, path)
	if err != nil {
		return nil, err
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("image %q cannot be read as PNG, JPEG or GIF: %w", path, err)
	}
	if config.Width <= 0 || config.Height <= 0 || config.Width > maxPixels/config.Height {
		return nil, fmt.Errorf("image %q is %d by %d pixels: at most %d million are printed", path, config.Width, config.Height, maxPixels/1_000_000)
	}
	if _, _, err := image.Decode(bytes.NewReader(data)); err != nil {
		return nil, fmt.Errorf("image %q is damaged: %w", path, err)
	}
	p := &Picture{path, data, format, config.Width, config.Height, 1}
	if format == "jpeg" {
		var turn orientation
		p.Data, turn = plainJPEG(data)
		if p.Turn = int(turn); turn >= 5 { // it lies on its side
			p.Width, p.Height = p.Height, p.Width
		}
	}
	return p, nil
}

// picture sets an image, 96 pixels to the inch but no larger than given.
func (s *sheet) picture(b *block, file, path string, x, width, height float64) error {
	p, err := s.pictureOf(file, path)
	if err != nil {
		return err
	}
	w, h := float64(p.Width)*25.4/96, float64(p.Height)*25.4/96
	scale := min(1, width/w, height/h)
	b.Images = append(b.Images, Image{x, b.height, w * scale, h * scale, p})
	b.height += h * scale
	b.cuts = append(b.cuts, b.height)
	return nil
}

// pictureOf returns an image that was read before, or reads it.
func (s *sheet) pictureOf(file, path string) (*Picture, error) {
	read := func() (*Picture, error) {
		if s.options.Images == nil {
			return nil, fmt.Errorf("image %q: no folder to read images from", path)
		}
		files, err := s.options.Images(file)
		if err != nil {
			return nil, err
		}
		return loadPicture(files, path)
	}
	id := file + "\x00" + path
	if shared := s.options.Pictures; shared != nil {
		return shared.get(id, read)
	}
	if p := s.pictures[id]; p != nil {
		return p, nil
	}
	p, err := read()
	s.pictures[id] = p
	return p, err
}

// Pictures are images that several sheets share, so that each is read once and
// stands in their document once. It may be used by several goroutines.
type Pictures struct {
	mu  sync.Mutex
	all map[string]*Picture
}

func (p *Pictures) get(id string, read func() (*Picture, error)) (*Picture, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if known := p.all[id]; known != nil {
		return known, nil
	}
	picture, err := read()
	if err == nil {
		if p.all == nil {
			p.all = map[string]*Picture{}
		}
		p.all[id] = picture
	}
	return picture, err
}
