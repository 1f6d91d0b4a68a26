package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
)

// packer compresses. One serves many streams: making one costs more than
// packing a page.
type packer struct {
	z bytes.Buffer
	w *zlib.Writer
}

func newPacker() *packer {
	p := &packer{}
	p.w = zlib.NewWriter(io.Discard)
	return p
}

// pack returns head and, behind it, the packed data.
func (p *packer) pack(head string, data []byte) string {
	p.z.Reset()
	p.z.WriteString(head)
	p.w.Reset(&p.z)
	_, _ = p.w.Write(data) // a buffer takes everything
	_ = p.w.Close()
	return p.z.String()
}

// packed stands before the content of a page that is packed already, in what
// gofpdf keeps as that page.
const packed = "%packed\n"

// compress packs every stream that is not packed.
func (d *document) compress() {
	p := newPacker()
	for i, body := range d.objects {
		head := plainPattern.FindSubmatch(body)
		if head == nil {
			continue
		}
		start, end := len(head[0]), len(head[0])+number(head[1])
		// gofpdf writes little before the mark; further on it may stand by
		// chance.
		if at := bytes.Index(body[start:min(end, start+200)], []byte(packed)); at >= 0 {
			d.objects[i] = packedStream(body, start+at+len(packed), end-1)
			continue
		}
		data := p.pack("", body[start:end])
		d.objects[i] = append(append(packedHead(len(data)), data...), streamEnd...)
	}
}

const streamEnd = "\nendstream\n"

func packedHead(length int) []byte {
	return fmt.Appendf(nil, "<</Length %d /Filter /FlateDecode>>\nstream\n", length)
}

// packedStream makes a page that is packed from start to end a stream that says
// so, without what gofpdf has written around it. All pages of a long document
// are many bytes: it works in the place where they are.
func packedStream(body []byte, start, end int) []byte {
	head := packedHead(end - start)
	if len(head) > start {
		return append(append(head, body[start:end]...), streamEnd...)
	}
	copy(body[start-len(head):], head)
	copy(body[end:], streamEnd) // there is a longer end
	return body[start-len(head) : end+len(streamEnd)]
}
