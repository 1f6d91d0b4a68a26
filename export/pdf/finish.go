package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
)

// substitute is what replaces gofpdf's words about one face.
type substitute struct {
	name    string            // of the font, as gofpdf writes it
	proper  string            // the name it gets
	page    string            // the name that the pages know it by
	unicode map[uint16]string // code -> the text that it stands for
}

// finish rewrites gofpdf's document: proper font names, a legal map from
// codes to text for every font (gofpdf's cannot say what a private code
// means), the document's language and information, an identifier.
func finish(raw []byte, subs []substitute, o Options, marks []bookmark) ([]byte, error) {
	d, err := split(raw)
	if err != nil {
		return nil, err
	}
	if err := d.rename(subs); err != nil {
		return nil, err
	}
	d.sortImages()
	d.compress()
	d.describe(o, marks)
	return d.join(), nil
}

// document is a PDF as its objects, by number; objects[0] is unused.
type document struct {
	objects    [][]byte // without "n 0 obj" and "endobj"
	root, info int
}

var (
	startPattern   = regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`)
	sizePattern    = regexp.MustCompile(`^xref\n0 (\d+)\n`)
	trailerPattern = regexp.MustCompile(`/Root (\d+) 0 R\n/Info (\d+) 0 R\n`)
	imagePattern   = regexp.MustCompile(`/I([0-9a-f]{40}) (\d+) 0 R`)
	plainPattern   = regexp.MustCompile(`^<</Length (\d+)>>\nstream\n`)
	fontPattern    = regexp.MustCompile(`/F[0-9a-f]{40} (\d+) 0 R`)
	unicodePattern = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)
)

var errLayout = errors.New("cannot finish the PDF: its structure is not as expected")

// split takes the objects out of a document as gofpdf writes it: one plain
// cross-reference table and every object with generation 0.
func split(raw []byte) (*document, error) {
	start := startPattern.FindSubmatch(raw[max(0, len(raw)-64):])
	if start == nil {
		return nil, errLayout
	}
	xref := number(start[1])
	size := sizePattern.FindSubmatch(raw[xref:])
	trailer := trailerPattern.FindSubmatch(raw[xref:])
	if size == nil || trailer == nil {
		return nil, errLayout
	}
	n := number(size[1])
	offsets := make([]int, n)
	for i := 1; i < n; i++ {
		entry := xref + len(size[0]) + 20*i
		offsets[i] = number(raw[entry : entry+10])
	}
	ends := slices.Sorted(slices.Values(append(offsets[1:], xref)))
	d := &document{objects: make([][]byte, n), root: number(trailer[1]), info: number(trailer[2])}
	for i := 1; i < n; i++ {
		at, _ := slices.BinarySearch(ends, offsets[i])
		body := raw[offsets[i]:ends[at+1]]
		body, found := bytes.CutPrefix(body, fmt.Appendf(nil, "%d 0 obj\n", i))
		body, closed := bytes.CutSuffix(body, []byte("endobj\n"))
		if !found || !closed {
			return nil, errLayout
		}
		d.objects[i] = body
	}
	return d, nil
}

// rename gives every font its proper name, a map from codes to text and, in
// the dictionary of resources, object 2, the name that the pages use.
func (d *document) rename(subs []substitute) error {
	names := map[string]string{}
	for _, s := range subs {
		old := []byte("/" + s.name + "\n")
		found := false
		for i, body := range d.objects {
			if !bytes.HasPrefix(body, []byte("<</Type /Font")) || !bytes.Contains(body, old) {
				continue
			}
			d.objects[i] = bytes.ReplaceAll(body, old, []byte("/"+s.proper+"\n"))
			if ref := unicodePattern.FindSubmatch(body); ref != nil {
				d.objects[number(ref[1])] = plainStream(toUnicode(s.unicode))
				names[strconv.Itoa(i)] = s.page
				found = true
			}
		}
		if !found {
			return errLayout
		}
	}
	d.objects[2] = fontPattern.ReplaceAllFunc(d.objects[2], func(ref []byte) []byte {
		n := fontPattern.FindSubmatch(ref)[1]
		return fmt.Appendf(nil, "/%s %s 0 R", names[string(n)], n)
	})
	return nil
}

// sortImages puts the pictures in an order of their own: gofpdf sorts them by
// width, and equally wide ones come as its map gives them. What refers to
// pictures is the dictionary of resources alone, object 2.
func (d *document) sortImages() {
	var places []int
	for i, body := range d.objects {
		if bytes.HasPrefix(body, []byte("<</Type /XObject\n/Subtype /Image\n")) {
			places = append(places, i)
		}
	}
	sorted := slices.Clone(places)
	slices.SortFunc(sorted, func(a, b int) int { return bytes.Compare(d.objects[a], d.objects[b]) })
	bodies := make([][]byte, len(sorted))
	moved := map[string]string{}
	for i, from := range sorted {
		bodies[i] = d.objects[from]
		moved[strconv.Itoa(from)] = strconv.Itoa(places[i])
	}
	for i, to := range places {
		d.objects[to] = bodies[i]
	}
	d.objects[2] = imagePattern.ReplaceAllFunc(d.objects[2], func(ref []byte) []byte {
		m := imagePattern.FindSubmatch(ref)
		return fmt.Appendf(nil, "/I%s %s 0 R", m[1], moved[string(m[2])])
	})
}

// join writes the objects in order with a new table and trailer.
func (d *document) join() []byte {
	size := 4096
	for _, body := range d.objects {
		size += len(body) + 48 // its number, its end and its place in the table
	}
	b := bytes.NewBuffer(make([]byte, 0, size))
	b.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	offsets := make([]int, len(d.objects))
	for i := 1; i < len(d.objects); i++ {
		offsets[i] = b.Len()
		fmt.Fprintf(b, "%d 0 obj\n", i)
		b.Write(d.objects[i])
		b.WriteString("endobj\n")
	}
	id := sha256.Sum256(b.Bytes())
	xref := b.Len()
	fmt.Fprintf(b, "xref\n0 %d\n0000000000 65535 f \n", len(d.objects))
	for _, at := range offsets[1:] {
		fmt.Fprintf(b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(b, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R /ID [<%x> <%x>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(d.objects), d.root, d.info, id[:16], id[:16], xref)
	return b.Bytes()
}

// toUnicode writes a CMap that gives the text of every code, in blocks of at
// most 100 as the format asks for.
func toUnicode(texts map[uint16]string) []byte {
	codes := make([]uint16, 0, len(texts))
	for c := range texts {
		codes = append(codes, c)
	}
	slices.Sort(codes)
	var b bytes.Buffer
	b.WriteString(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`)
	for block := range slices.Chunk(codes, 100) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(block))
		for _, c := range block {
			fmt.Fprintf(&b, "<%04X> <%s>\n", c, utf16Hex(texts[c]))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}

func plainStream(data []byte) []byte {
	return fmt.Appendf(nil, "<</Length %d>>\nstream\n%s\nendstream\n", len(data), data)
}

func number(digits []byte) int {
	n, err := strconv.Atoi(string(digits))
	if err != nil {
		return 0 // an object of that number is never found
	}
	return n
}
