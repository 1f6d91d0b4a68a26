package ground

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/unicode"
)

// One article of our own in three formats.
const (
	lighthousePlain = `The Lighthouse of Marrow Point
The lighthouse at Marrow Point was lit for the first time on 4 March 1872. Its tower, built by Ada Quill from 12,400 blocks of grey granite, is forty-one metres high.
The keepers
Three keepers lived on the rock at a time, and each of them served eight weeks before the boat "Petrel" took him home. In winter the sea was often too rough for the boat, so in 1899 two men stayed for nearly five months.
Jonas Vey kept the light longest. He came in the mid-1880s and left after thirty-three years, in spite of a half-blind eye.
A slow end
- oil, until 1911
- gas, until 1938
- electricity, with a lamp of 1.5 million candelas
The light was automated in 1974, and about 25% of its former staff found work in the harbour. Today inter-island ferries pass it with hardly a glance.
`
	lighthouseWrapped = `THE LIGHTHOUSE OF MARROW POINT

The lighthouse at Marrow Point was lit for the first time on 4 March
1872. Its tower, built by Ada Quill from 12,400 blocks of grey granite,
is forty-one metres high.

The keepers
===========

Three keepers lived on the rock at a time, and each of them served
eight weeks before the boat "Petrel" took him home. In winter the sea
was often too rough for the boat, so in 1899 two men stayed for nearly
five months.

Jonas Vey kept the light longest. He came in the mid-1880s and left
after thirty-three years, in spite of a half-blind eye.

A slow end
- oil, until 1911
- gas, until 1938
- electricity, with a lamp of 1.5 million candelas

The light was automated in 1974, and about 25% of its former staff
found work in the harbour. Today inter-island ferries pass it with
hardly a glance.
`
	lighthouseMarkdown = `---
title: Not this one
---
# The Lighthouse of Marrow Point

The lighthouse at *Marrow Point* was lit for the first time on 4&nbsp;March 1872.
Its tower, built by [Ada Quill](https://example.org/q "her page") from 12,400 blocks of grey
granite, is **forty-one metres** high.

## The keepers

Three keepers lived on the rock at a time, and each of them served eight weeks before the
boat "Petrel" took him home. In winter the sea was often too rough for the boat, so in 1899
two men stayed for nearly five months.

> Jonas Vey kept the light longest. He came in the mid-1880s and left after thirty-three
> years, in spite of a half&#45;blind eye.

A slow end
----------

- oil, until 1911
- gas, until 1938
- electricity, with a lamp of 1.5 million candelas

The light was automated in 1974, and about 25% of its former staff found work in the
harbour. Today inter\-island ferries pass it with hardly a glance.
`
	lighthouseHTML = `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>The Lighthouse of Marrow Point | The Coastal Review</title>
<script>var text = "<p>Three million keepers</p>";</script><style>p { color: red }</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">All the news</a></li></ul></nav>
<header><h1>The Lighthouse of Marrow&nbsp;Point</h1><p class="byline">By Someone, 3 May 2019</p></header>
<main><article>
<p>The lighthouse at <em>Marrow Point</em> was lit for the first time on 4 March 1872. Its tower, built by
<a href="https://example.org/q">Ada Quill</a> from 12,400 blocks of grey granite, is <b>forty-one metres</b> high.</p>
<figure><img src="x.jpg"><figcaption>The tower in 1900.</figcaption></figure>
<h2>The keepers</h2>
<p>Three keepers lived on the rock at a time, and each of them served eight weeks before the boat &quot;Petrel&quot; took him home. In winter the sea was often too rough for the boat, so in 1899 two men stayed for nearly five months.</p>
<!-- a comment with 99 balloons -->
<p>Jonas Vey kept the light longest. He came in the mid-1880s and left after thirty-three years, in spite of a half-blind eye.</p>
<div style="display: none"><p>Nobody sees these hundred words.</p></div>
<h3>A slow end</h3>
<ul><li>oil, until 1911</li><li>gas, until 1938</li><li>electricity, with a lamp of 1.5 million candelas</li></ul>
<p>The light was automated in 1974, and about 25% of its former staff found work in the harbour. Today inter-island ferries pass it with hardly a glance.</p>
</article></main>
<aside><h3>Related</h3><p>Ten lighthouses that you must see before you are forty, by our own readers.</p></aside>
<div class="comments" id="comments"><h3>Comments</h3><p>I was there in 1975 and it was lovely, thanks.</p></div>
<footer><p>Copyright 2019 The Coastal Review. All rights reserved.</p></footer></body></html>
`
)

// outlineOf writes an article without its title and lines, for a comparison.
func outlineOf(a *Article) string {
	var b strings.Builder
	for _, s := range a.Sections {
		fmt.Fprintf(&b, "# %s\n", s.Heading)
		for _, p := range s.Paragraphs {
			fmt.Fprintf(&b, "%s\n\n", p.Text)
		}
	}
	return b.String()
}

func read(t testing.TB, name, src string) *Article {
	t.Helper()
	a, err := Read(name, []byte(src))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return a
}

func TestFormatsAgree(t *testing.T) {
	want := outlineOf(read(t, "a.txt", lighthousePlain))
	if strings.Count(want, "# ") != 3 || strings.Count(want, "\n\n") != 5 {
		t.Fatalf("the plain text reads as\n%s", want)
	}
	for _, f := range []struct{ name, src string }{
		{"wrapped.txt", lighthouseWrapped}, {"a.md", lighthouseMarkdown}, {"a.html", lighthouseHTML}, {"noname", lighthouseHTML},
		{"crlf.txt", strings.ReplaceAll(lighthousePlain, "\n", "\r\n")}, {"bom.md", "\ufeff" + lighthouseMarkdown},
	} {
		a := read(t, f.name, f.src)
		if d := cmp.Diff(want, outlineOf(a)); d != "" {
			t.Errorf("%s: %s", f.name, d)
		}
		if !strings.EqualFold(a.Title, "The Lighthouse of Marrow Point") {
			t.Errorf("%s: title %q", f.name, a.Title)
		}
	}
}

// TestPagesAsTheyAre reads the article out of pages as people save them: with
// what a shop, a magazine and an old home page put around and between.
func TestPagesAsTheyAre(t *testing.T) {
	plain := read(t, "a.txt", lighthousePlain)
	want := outlineOf(plain)
	var magazine, old strings.Builder
	magazine.WriteString(`<!doctype html><html lang="en"><head><title>The Lighthouse of Marrow Point | Magazine</title></head><body class="post">
<div id="cookie" class="cookie-banner"><p>We use cookies to make this better for you and our 1500 partners.</p></div>
<div class="site"><header class="site-header"><a href="/">Magazine</a><nav><a href="/s">Ships</a></nav></header>
<div class="wrap"><div class="col-main"><article class="post-123"><header><h1>The Lighthouse of Marrow Point</h1>
<div class="meta">By <a href="/a">A. Author</a> <time>2 December 2024</time></div></header><div class="entry-content">`)
	old.WriteString(`<html><head><title>The Lighthouse of Marrow Point</title></head><body bgcolor=white><div id=menu><a href=/>Home</a></div>
<table width=100%><tr><td><h1>The Lighthouse of Marrow Point</h1>`)
	for i, s := range plain.Sections {
		if s.Heading != "" {
			fmt.Fprintf(&magazine, "<h2 class=wp-heading><strong>%s</strong></h2>\n", s.Heading)
			fmt.Fprintf(&old, "<b>%s</b><br><br>\n", s.Heading)
		}
		for _, p := range s.Paragraphs {
			if strings.Contains(p.Text, "\n") {
				list := "<ul><li>" + strings.ReplaceAll(p.Text, "\n", "</li><li>") + "</li></ul>"
				magazine.WriteString(list)
				old.WriteString(list)
				continue
			}
			fmt.Fprintf(&magazine, "<p>%s</p>\n", strings.Replace(p.Text, "Ada Quill", "<a href=/q>Ada Quill</a>", 1))
			fmt.Fprintf(&old, "%s<br>\n<br>\n", p.Text)
		}
		if i == 1 {
			magazine.WriteString(`<div class="ad-slot"><script>ads()</script><p>Advertisement</p></div>
<div class="related"><h4>Read more</h4><ul><li><a href="/1">Ten lighthouses to see</a></li></ul></div>
<figure><img src="k.jpg" alt="x"><figcaption>Marrow Point in 1900</figcaption></figure><div class="share-buttons"><a href="#">Share</a></div>`)
		}
	}
	magazine.WriteString(`</div><div class="tags">Tags: <a href="#">Sea</a></div></article>
<section id="comments" class="comments"><h2>2 thoughts</h2><ol><li><p>I think that it was lit in 1873, surely, by Ada Quill herself.</p></li></ol></section></div>
<aside class="sidebar"><h2>Most read</h2><ul><li><a href="/m">The most read story of the week</a></li></ul></aside></div>
<footer>Copyright 2024 Magazine</footer></body></html>`)
	for name, src := range map[string]string{"magazine.html": magazine.String(), "old.html": old.String()} {
		if d := cmp.Diff(want, outlineOf(read(t, name, src))); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestLinesOfParagraphs(t *testing.T) {
	a := read(t, "a.md", lighthouseMarkdown)
	lines := strings.Split(lighthouseMarkdown, "\n")
	for _, s := range a.Sections {
		for _, p := range s.Paragraphs {
			word := strings.Fields(p.Text)[0]
			if p.Line < 1 || p.Line > len(lines) || !strings.Contains(lines[p.Line-1], word) {
				t.Errorf("%q is said to begin on line %d", p.Text, p.Line)
			}
		}
	}
}

func TestEncodings(t *testing.T) {
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("Zürich\nEin Café in Zürich hat „alles“, sagt man.\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, file, src, want string }{
		{"UTF-16", "a.txt", utf16, "Ein Café in Zürich hat „alles“, sagt man."},
		{"Windows-1252", "a.txt", "Title\nA caf\xe9 that didn\x92t open.\n", "A café that didn’t open."},
		{"one broken byte", "a.txt", "Title\nZürich, Malmö and a \xff byte.\n", "Zürich, Malmö and a \ufffd byte."},
		{"declared", "a.html", "<html><head><meta charset='iso-8859-2'></head><p>\xa3\xf3d\xbc is a city.</p>", "Łódź is a city."},
		{"controls", "a.txt", "Title\nA \x1b[31mred\x07 word\u202e.\n", "A [31mred word."},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := read(t, c.file, c.src)
			if got := a.Sections[0].Paragraphs[0].Text; got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	if _, err := Read("a.txt", make([]byte, MaxSize+1)); !errors.Is(err, ErrTooBig) {
		t.Errorf("too big: %v", err)
	}
	for _, c := range []struct{ name, file, src, want string }{
		{"empty", "a.txt", "", "no paragraph"},
		{"signs only", "a.txt", "***\n---\n", "no paragraph"},
		{"PDF", "a.txt", "%PDF-1.7 ...", "PDF"},
		{"zip", "a.html", "PK\x03\x04....", "packed"},
		{"binary", "a.txt", "abc\x00def", "binary"},
		{"deep page", "a.html", "<p>" + strings.Repeat("<div>", 2000) + "x", "nested"},
		{"deep quotation", "a.md", strings.Repeat("> ", 2000) + "x", "nested"},
		{"page without text", "a.html", "<html><script>alert('x')</script></html>", "no paragraph"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Read(c.file, []byte(c.src)); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %q", err, c.want)
			}
		})
	}
}

// TestBigPages reads big pages that strain a parser; a hang shows as a
// test that does not end.
func TestBigPages(t *testing.T) {
	for _, c := range []struct {
		name, piece string
		size        int
	}{
		{"paragraphs", "<p>Some words, of a text.</p>\n", 2 << 20},
		{"open elements", "<b><i>x</i>", 10 << 20},
		{"nested 400 deep", strings.Repeat("<div>", 400) + "<p>some text, with words.</p>" + strings.Repeat("</div>", 400), 10 << 20},
		{"entities", "&lt;&amp;&#120;", 10 << 20},
		{"tables", "<table><tr><td>x</td></tr></table>", 2 << 20},
		{"comments", "<!-- x -->y", 2 << 20},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := Read("a.html", []byte("<html><body>"+strings.Repeat(c.piece, c.size/len(c.piece))))
			if err == nil && a.paragraphs() == 0 {
				t.Error("neither a paragraph nor an error")
			}
		})
	}
}

func TestMarkdownParts(t *testing.T) {
	a := read(t, "a.md", "# One\n\ntext `code` <em>raw</em> ![a picture](x.png) <https://example.org>\n\n# Two\n\n```\nlet x = 1\nlet y = 2\n```\n\n| a | b |\n|---|---|\n| 1 | *2* |\n\n1. first\n\n   more of it\n2. second\n\n<div><p>raw words</p></div>\n")
	want := "# One\ntext code raw https://example.org\n\n# Two\nlet x = 1\nlet y = 2\n\na b\n1 2\n\nfirst\nmore of it\nsecond\n\nraw words\n\n"
	if d := cmp.Diff(want, outlineOf(a)); d != "" {
		t.Error(d)
	}
}
