package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
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
	var b bytes.Buffer
	if err := p.doc.Output(&b); err != nil {
		return nil, fmt.Errorf("cannot write the PDF: %w", err)
	}
	p.doc = nil // it holds all pages twice
	return b.Bytes(), nil
}
