package pdf

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"recto/export"
)

// Options are what a document says about itself.
type Options struct {
	Title    string
	Author   string
	Subject  string
	Language string    // BCP 47; "" leaves it out
	Created  time.Time // the zero time leaves the dates out
	Duplex   Duplex    // what a print dialog suggests; "" leaves it out
}

// Write writes pages as one PDF. The same pages and options give the same
// bytes, whatever was written before. Fonts must be those that the pages were
// laid out with; their headings become the outline. Nothing is written to w
// before the document is complete.
func Write(w io.Writer, pages []export.Page, fonts *Fonts, o Options) error {
	if len(pages) == 0 {
		return errors.New("no page to write")
	}
	p := &painter{fonts: fonts, cuts: map[*face]*cut{}, pictures: map[*export.Picture]string{}}
	raw, err := p.render(pages)
	if err != nil {
		return err
	}
	out, err := finish(raw, p.substitutes(), o, bookmarks(pages))
	if err != nil {
		return err
	}
	_, err = w.Write(out)
	return err
}

// render paints pages and returns what gofpdf makes of them. gofpdf panics
// where it does not expect its input; no page should get there, and if one
// does it is an error of this document alone.
func (p *painter) render(pages []export.Page) (raw []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("cannot write the PDF: %v", r)
		}
	}()
	p.paint(pages)
	var k keeper
	if err := p.doc.Output(&k); err != nil {
		return nil, fmt.Errorf("cannot write the PDF: %w", err)
	}
	p.doc = nil // it holds all pages twice
	return k.written, nil
}

// keeper keeps the bytes that are written to it. Those of the first time are
// not copied: gofpdf writes its whole document at once and is then done.
type keeper struct{ written []byte }

func (k *keeper) Write(b []byte) (int, error) {
	if k.written == nil {
		k.written = b
	} else {
		k.written = append(slices.Clip(k.written), b...)
	}
	return len(b), nil
}
