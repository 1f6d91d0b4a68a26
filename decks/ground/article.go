package ground

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
	utf16 "golang.org/x/text/encoding/unicode"
)

// MaxSize is the largest article that is read, in bytes: 16 MiB.
const MaxSize = 16 << 20

// ErrTooBig is what errors.Is finds in the error of an article over MaxSize.
var ErrTooBig = errors.New("the article is larger than 16 MiB")

// Article is a text in sections.
type Article struct {
	Title    string
	Language string    // BCP 47, as the file states it; "" when it does not
	Sections []Section // in order; the first has no heading when text stands before one
}

// Section is a heading and what stands below it, up to the next heading of
// whatever level.
type Section struct {
	Heading    string // "" before the first heading
	Paragraphs []Paragraph
}

// Paragraph is one paragraph, list, table or block of code.
type Paragraph struct {
	Text string // spaces as one; a newline parts items of lists and rows of tables
	Line int    // where it begins in the file, from 1; 0 where that is not known
}

// Format is how an article is written.
type Format int

// The formats of articles.
const (
	Plain Format = iota
	Markdown
	HTML
)

// Read reads an article. The name tells its format together with the bytes;
// nothing is opened. It fails when the file is too big, no text, nested too
// deep, or holds no paragraph.
func Read(name string, src []byte) (*Article, error) {
	if len(src) > MaxSize {
		return nil, ErrTooBig
	}
	if kind := notText(src); kind != "" {
		return nil, fmt.Errorf("%s is no text\nhint: save the article as plain text, Markdown or HTML", kind)
	}
	format := FormatOf(name, src)
	text := decode(src, format)
	var article *Article
	var err error
	switch format {
	case HTML:
		article, err = readHTML(text)
	case Markdown:
		article, err = readMarkdown(text)
	default:
		article = readPlain(text)
	}
	if err != nil {
		return nil, err
	}
	if article.paragraphs() == 0 {
		return nil, errors.New("the article holds no paragraph")
	}
	return article, nil
}

// FormatOf returns the format of a file: what its beginning shows goes before
// what its name says.
func FormatOf(name string, src []byte) Format {
	head := strings.ToLower(string(src[:min(len(src), 1024)]))
	head = strings.TrimLeft(strings.TrimPrefix(head, "\ufeff"), " \t\r\n")
	for _, sign := range []string{"<!doctype html", "<html", "<head", "<body", "<?xml"} {
		if strings.HasPrefix(head, sign) {
			return HTML
		}
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		return HTML
	case ".md", ".markdown", ".mdown":
		return Markdown
	case ".txt", ".text":
		return Plain
	}
	switch {
	case strings.HasPrefix(head, "<!--"), strings.HasPrefix(head, "<article"), strings.HasPrefix(head, "<main"), strings.HasPrefix(head, "<div"), strings.HasPrefix(head, "<p>"), strings.HasPrefix(head, "<h1"):
		return HTML
	case strings.HasPrefix(head, "# "), strings.Contains(head, "\n# "), strings.Contains(head, "\n## "):
		return Markdown
	}
	return Plain
}

// notText names what a file is that is no text, "" for text.
func notText(src []byte) string {
	switch {
	case bytes.HasPrefix(src, []byte("%PDF-")):
		return "a PDF file"
	case bytes.HasPrefix(src, []byte("PK\x03\x04")):
		return "a packed file (.docx, .odt, .epub, .zip)"
	case bytes.HasPrefix(src, []byte("\xfe\xff")), bytes.HasPrefix(src, []byte("\xff\xfe")):
		return ""
	case bytes.IndexByte(src[:min(len(src), 4096)], 0) >= 0:
		return "a binary file"
	}
	return ""
}

// decode returns the text of a file in UTF-8, lines ending in "\n", without a
// byte-order mark; bytes that are no character become U+FFFD.
func decode(src []byte, format Format) string {
	switch {
	case bytes.HasPrefix(src, []byte("\xfe\xff")), bytes.HasPrefix(src, []byte("\xff\xfe")):
		if text, err := utf16.UTF16(utf16.LittleEndian, utf16.UseBOM).NewDecoder().Bytes(src); err == nil {
			src = text
		}
	case utf8.Valid(src):
	case format == HTML:
		if encoding, _, _ := charset.DetermineEncoding(src, "text/html"); encoding != nil {
			if text, err := encoding.NewDecoder().Bytes(src); err == nil {
				src = text
			}
		}
	case mostlyLegacy(src):
		if text, err := charmap.Windows1252.NewDecoder().Bytes(src); err == nil {
			src = text
		}
	}
	text := strings.TrimPrefix(strings.ToValidUTF8(string(src), "\ufffd"), "\ufeff")
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// mostlyLegacy reports whether bytes that are no UTF-8 outnumber the
// characters beyond ASCII that are.
func mostlyLegacy(src []byte) bool {
	bad, good := 0, 0
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRune(src[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		i += size
	}
	return bad > good
}

// paragraphs returns how many there are in all.
func (a *Article) paragraphs() int {
	n := 0
	for _, s := range a.Sections {
		n += len(s.Paragraphs)
	}
	return n
}

// builder puts an article together.
type builder struct{ article Article }

// heading opens a section.
func (b *builder) heading(text string) {
	if text = tidy(text); text != "" {
		b.article.Sections = append(b.article.Sections, Section{Heading: text})
	}
}

// paragraph adds a paragraph to the last section.
func (b *builder) paragraph(text string, line int) {
	if text = tidyLines(text); text == "" || !strings.ContainsFunc(text, isWordRune) {
		return
	}
	if len(b.article.Sections) == 0 {
		b.article.Sections = append(b.article.Sections, Section{})
	}
	last := &b.article.Sections[len(b.article.Sections)-1]
	last.Paragraphs = append(last.Paragraphs, Paragraph{Text: text, Line: line})
}

func (b *builder) done() *Article { return &b.article }

// tidy returns a text with its white space as single spaces and without
// characters that are not for reading: controls, marks of direction, soft
// hyphens and the like.
func tidy(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == '\u200c' || r == '\u200d':
			return r // they join and part letters of some scripts
		case r == '\u00b6' || unicode.Is(unicode.C, r):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// tidyLines is tidy for each line of a text; empty ones are left out.
func tidyLines(s string) string {
	var lines []string
	for line := range strings.SplitSeq(s, "\n") {
		if line = tidy(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}
