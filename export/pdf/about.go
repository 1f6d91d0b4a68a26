package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf16"
)

// Duplex is how a printer is asked to use both sides of the paper. Dialogs
// take it as a suggestion.
type Duplex string

// The ways to print; the zero Duplex suggests nothing.
const (
	Simplex   Duplex = "Simplex"
	LongEdge  Duplex = "DuplexFlipLongEdge"
	ShortEdge Duplex = "DuplexFlipShortEdge"
)

const producer = "recto"

// describe writes what the document says about itself: the catalog, the
// information dictionary, the same as XMP, and the outline. Both name the same
// things in the same words, as readers that find them different call the file
// damaged.
func (d *document) describe(o Options, marks []bookmark) {
	o.Title, o.Author, o.Subject = sayable(o.Title), sayable(o.Author), sayable(o.Subject)
	outline := d.outline(marks)
	metadata := d.add(fmt.Appendf(nil, "<</Type /Metadata /Subtype /XML /Length %d>>\nstream\n%s\nendstream\n", len(xmp(o)), xmp(o)))
	d.objects[d.info] = information(o)

	var b bytes.Buffer
	fmt.Fprintf(&b, "<</Type /Catalog /Pages 1 0 R /Metadata %d 0 R", metadata)
	b.WriteString(" /ViewerPreferences <</DisplayDocTitle true /PrintScaling /None")
	if o.Duplex != "" {
		b.WriteString(" /Duplex /" + string(o.Duplex))
	}
	b.WriteString(">>")
	if outline != 0 {
		fmt.Fprintf(&b, " /Outlines %d 0 R", outline)
	}
	if o.Language != "" {
		b.WriteString(" /Lang " + textString(o.Language))
	}
	b.WriteString(">>\n")
	d.objects[d.root] = b.Bytes()
}

// add appends an object and returns its number.
func (d *document) add(body []byte) int {
	d.objects = append(d.objects, body)
	return len(d.objects) - 1
}

// sayable is text without what neither a PDF string nor XML can hold.
func sayable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

func information(o Options) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "<</Producer (%s)", producer)
	for _, entry := range []struct{ key, value string }{
		{"Title", o.Title}, {"Author", o.Author}, {"Subject", o.Subject},
	} {
		if entry.value != "" {
			fmt.Fprintf(&b, " /%s %s", entry.key, textString(entry.value))
		}
	}
	if !o.Created.IsZero() {
		date := o.Created.UTC().Format("20060102150405")
		fmt.Fprintf(&b, " /CreationDate (D:%sZ) /ModDate (D:%sZ)", date, date)
	}
	b.WriteString(">>\n")
	return b.Bytes()
}

// xmp is the information dictionary in the words of XMP (ISO 16684-1).
func xmp(o Options) []byte {
	var b bytes.Buffer
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n" +
		"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" +
		" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n" +
		"<dc:format>application/pdf</dc:format>\n")
	element := func(name, value, open, end string) {
		if value != "" {
			fmt.Fprintf(&b, "<%s>%s%s%s</%s>\n", name, open, xmlText(value), end, name)
		}
	}
	const alt, seq, bag = "<rdf:Alt><rdf:li xml:lang=\"x-default\">", "<rdf:Seq><rdf:li>", "<rdf:Bag><rdf:li>"
	element("dc:title", o.Title, alt, "</rdf:li></rdf:Alt>")
	element("dc:creator", o.Author, seq, "</rdf:li></rdf:Seq>")
	element("dc:description", o.Subject, alt, "</rdf:li></rdf:Alt>")
	element("dc:language", o.Language, bag, "</rdf:li></rdf:Bag>")
	element("pdf:Producer", producer, "", "")
	if !o.Created.IsZero() {
		date := o.Created.UTC().Format(time.RFC3339)
		element("xmp:CreateDate", date, "", "")
		element("xmp:ModifyDate", date, "", "")
	}
	b.WriteString("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.Bytes()
}

func xmlText(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}

// textString writes any text as a PDF string; gofpdf would spoil code points
// above U+FFFF.
func textString(s string) string {
	return "<FEFF" + utf16Hex(strings.ToValidUTF8(s, "\uFFFD")) + ">"
}

func utf16Hex(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}
