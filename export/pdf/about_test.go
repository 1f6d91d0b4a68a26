package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"recto/decks/markup"
	"recto/export"
)

// headed is a page with headings.
func headed(headings ...export.Heading) export.Page {
	p := lone("text", export.Regular)
	p.Headings = headings
	return p
}

func written(t testing.TB, o Options, pages ...export.Page) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, pages, fonts(t), o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What the document says of itself it says twice, in the same words, and no
// reader finds anything wrong with it.
func TestAbout(t *testing.T) {
	o := Options{Title: `"Law" & <order> 😀 ` + "\x01", Author: "Zoë (A.)", Subject: "x\ny", Language: "en-GB", Duplex: LongEdge, Created: time.Unix(1_700_000_000, 0)}
	file := written(t, o, headed(export.Heading{Text: "One"}), headed(export.Heading{Text: "Two *b*"}))
	checked(t, file)
	info := string(tool(t, file, "pdfinfo", "FILE"))
	for _, want := range []string{`"Law" & <order> 😀`, "Zoë (A.)", "PDF version:     1.7", "Tue Nov 14"} {
		if !strings.Contains(info, want) {
			t.Errorf("%q is missing in:\n%s", want, info)
		}
	}
	var meta struct {
		Title       string `xml:"RDF>Description>title>Alt>li"`
		Author      string `xml:"RDF>Description>creator>Seq>li"`
		Description string `xml:"RDF>Description>description>Alt>li"`
		Language    string `xml:"RDF>Description>language>Bag>li"`
		Created     string `xml:"RDF>Description>CreateDate"`
		Modified    string `xml:"RDF>Description>ModifyDate"`
		Producer    string `xml:"RDF>Description>Producer"`
	}
	if err := xml.Unmarshal(tool(t, file, "pdfinfo", "-meta", "FILE"), &meta); err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprintf("%+v", meta), `{Title:"Law" & <order> 😀   Author:Zoë (A.) Description:x y Language:en-GB Created:2023-11-14T22:13:20Z Modified:2023-11-14T22:13:20Z Producer:recto}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, want := range []string{"/PrintScaling /None", "/DisplayDocTitle true", "/Duplex /DuplexFlipLongEdge"} {
		if !bytes.Contains(file, []byte(want)) {
			t.Errorf("%s is missing", want)
		}
	}
	plain := written(t, Options{}, headed())
	checked(t, plain)
	for _, not := range []string{"/Outlines", "/Duplex", "/Lang", "Date"} {
		if bytes.Contains(plain, []byte(not)) {
			t.Errorf("a document that says nothing has %s", not)
		}
	}
}

// The outline is the headings, each below the last one of a lower level.
func TestOutline(t *testing.T) {
	pages := []export.Page{
		headed(export.Heading{Text: "A"}, export.Heading{Y: 30, Level: 1, Text: "A *one*"}, export.Heading{Y: 60, Level: 1, Text: "A two"}),
		headed(export.Heading{Y: 20, Level: 2, Text: "deeper"}, export.Heading{Text: "B", Level: 0}),
		headed(),
		headed(export.Heading{Text: "C", Level: 0}, export.Heading{Level: 3, Text: "far down"}),
	}
	marks := bookmarks(pages)
	parent, before, after, child, last, count := linked(marks)
	want := []struct {
		text                                      string
		parent, before, after, child, last, count int
	}{
		{"A", -1, -1, 4, 1, 2, 2},
		{"A one", 0, -1, 2, -1, -1, 0},
		{"A two", 0, 1, -1, 3, 3, 1},
		{"deeper", 2, -1, -1, -1, -1, 0},
		{"B", -1, 0, 5, -1, -1, 0},
		{"C", -1, 4, -1, 6, 6, 1},
		{"far down", 5, -1, -1, -1, -1, 0},
	}
	if len(marks) != len(want) {
		t.Fatalf("%d bookmarks", len(marks))
	}
	for i, w := range want {
		got := []int{parent[i], before[i], after[i], child[i], last[i], count[i]}
		if marks[i].text != w.text || !slices.Equal(got, []int{w.parent, w.before, w.after, w.child, w.last, w.count}) {
			t.Errorf("%q: %v, want %q: %v", marks[i].text, got, w.text, w)
		}
	}
	file := written(t, Options{}, pages...)
	checked(t, file)
	if one := written(t, Options{}, headed(export.Heading{Text: "alone"})); bytes.Contains(one, []byte("/Outlines")) {
		t.Error("a single heading has an outline")
	}
}

// Sheets and keys of the sample are in the outline of their document, their
// sections below them, and mupdf, which complains of much that others pass, has
// nothing to say.
func TestOutlineOfSheets(t *testing.T) {
	f := fonts(t)
	sheet, key := layout(t, sample(), export.SheetOptions{}, f)
	pages := slices.Concat(sheet.Pages, key.Pages)
	var got []string
	for _, m := range bookmarks(pages) {
		got = append(got, strings.Repeat("  ", m.level)+markup.Plain(markup.Parse(m.text)))
	}
	if len(got) < 3 || !strings.HasPrefix(got[len(got)-1], "Answer key") || !strings.HasPrefix(got[1], "  ") {
		t.Errorf("the outline is %q", got)
	}
	mupdf(t, write(t, f, pages...))
}

// mupdf asserts that mutool draws a file without a warning.
func mupdf(t *testing.T, file []byte) {
	t.Helper()
	t.Run("mupdf", func(t *testing.T) {
		if _, err := exec.LookPath("mutool"); err != nil {
			t.Skip("no mutool")
		}
		for line := range strings.Lines(string(tool(t, file, "mutool", "draw", "-q", "-r", "20", "-o", "/dev/null", "FILE"))) {
			if !strings.Contains(line, "ICC support") { // of how mutool was built
				t.Errorf("mupdf: %s", line)
			}
		}
	})
}
