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
func (p *packer) pack(head string, data []byte) []byte {
	p.z.Reset()
	p.z.WriteString(head)
	p.w.Reset(&p.z)
	_, _ = p.w.Write(data) // a buffer takes everything
	_ = p.w.Close()
	return bytes.Clone(p.z.Bytes())
}

// packed stands before the content of a page that is packed already, in what
// gofpdf keeps as that page.
const packed = "%packed\n"

// compress packs every stream that is not packed. Of a packed page it takes
// away what gofpdf has written before it.
func (d *document) compress() {
	p := newPacker()
	for i, body := range d.objects {
		head := plainPattern.FindSubmatch(body)
		if head == nil {
			continue
		}
		start, length := len(head[0]), number(head[1])
		data := body[start : start+length]
		// gofpdf writes little there; further on it may stand by chance.
		if at := bytes.Index(data[:min(len(data), 200)], []byte(packed)); at >= 0 {
			data = bytes.TrimSuffix(data[at+len(packed):], []byte("\n"))
		} else {
			data = p.pack("", data)
		}
		d.objects[i] = fmt.Appendf(nil, "<</Length %d /Filter /FlateDecode>>\nstream\n%s\nendstream\n", len(data), data)
	}
}
