package ground

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxElements is how many elements the reading view is asked to judge; of a
// page with more the body is read as it stands.
const maxElements = 100_000

// readHTML reads a page: what a reading view would show of it, or where that
// leaves most of the text out, its body.
func readHTML(source string) (*Article, error) {
	doc, elements, err := parseHTML(source)
	if err != nil {
		return nil, err
	}
	prune(doc)
	whole := sectionsOf(doc)
	whole.Title, whole.Language = titleOf(doc), attribute(find(doc, atom.Html), "lang")
	takeTitle(whole)
	if elements > maxElements {
		return whole, nil
	}
	viewed, err := readable(doc)
	if err != nil || viewed == nil || 2*viewed.length() < whole.length() {
		return whole, nil
	}
	viewed.Title, viewed.Language = whole.Title, whole.Language
	takeTitle(viewed)
	return viewed, nil
}

// bodyOf reads a piece of HTML.
func bodyOf(source string) (*Article, error) {
	doc, _, err := parseHTML(source)
	if err != nil {
		return nil, err
	}
	return sectionsOf(doc), nil
}

// parseHTML returns the tree of a page and how many elements it has.
func parseHTML(source string) (doc *html.Node, elements int, err error) {
	doc, err = html.Parse(strings.NewReader(source))
	if err != nil {
		return nil, 0, errNesting // its only failure, but for that of the reader
	}
	depth := 0
	for n := doc; n != nil; {
		if n.Type == html.ElementNode {
			elements++
		}
		if depth > maxNesting+12 {
			return nil, 0, errNesting
		}
		if n.FirstChild != nil {
			n, depth = n.FirstChild, depth+1
			continue
		}
		for n != nil && n.NextSibling == nil {
			n, depth = n.Parent, depth-1
		}
		if n != nil {
			n = n.NextSibling
		}
	}
	return doc, elements, nil
}

// readable returns the reading view of a page, nil when there is none. What
// the library cannot cope with is an error, whatever its way to say so.
func readable(doc *html.Node) (article *Article, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("no reading view: %v", r)
		}
	}()
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	view, err := parser.ParseDocument(doc, nil)
	if err != nil {
		return nil, err
	}
	if view.Node == nil {
		return nil, errors.New("no reading view")
	}
	return sectionsOf(view.Node), nil
}

// htmlReader makes an article of a tree of HTML. Text outside of paragraphs is
// gathered until something ends it.
type htmlReader struct {
	builder
	text   strings.Builder
	plain  bool                // some of text is not bold
	bold   bool                // there are no headings, so that a bold line may be one
	layout map[*html.Node]bool // elements with headings below: no list or table of data
}

// sectionsOf returns what a tree says.
func sectionsOf(n *html.Node) *Article {
	r := &htmlReader{layout: map[*html.Node]bool{}, bold: true}
	r.findLayout(n)
	r.node(n, false)
	r.flush()
	return r.done()
}

// node takes in a node and what stands below it; bold says whether it stands
// in bold type. Depth was bounded before.
func (r *htmlReader) node(n *html.Node, bold bool) {
	switch n.Type {
	case html.TextNode:
		r.plain = r.plain || !bold && strings.TrimSpace(n.Data) != ""
		r.text.WriteString(strings.ReplaceAll(n.Data, "\n", " "))
		return
	case html.ElementNode, html.DocumentNode:
	default:
		return
	}
	if hidden(n) {
		return
	}
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		r.flush()
		r.heading(flatText(n))
		return
	case atom.Ul, atom.Ol, atom.Dl, atom.Table, atom.Pre:
		if !r.layout[n] {
			r.flush()
			r.paragraph(flatText(n), 0)
			return
		}
	case atom.Br:
		r.text.WriteByte(' ')
		return
	case atom.B, atom.Strong:
		bold = true
	}
	whole := isBlock(n.DataAtom)
	if whole {
		r.flush()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.node(c, bold)
	}
	if whole {
		r.flush()
	}
}

// flush ends a paragraph. On a page without headings a short bold one is a heading.
func (r *htmlReader) flush() {
	text := r.text.String()
	if r.bold && !r.plain && strings.TrimSpace(text) != "" && (block{lines: []string{text}}).isHeading() {
		r.heading(text)
	} else {
		r.paragraph(text, 0)
	}
	r.text.Reset()
	r.plain = false
}

// findLayout marks what headings and sections stand in: a table of these is
// one for the looks of a page.
func (r *htmlReader) findLayout(n *html.Node) {
	switch n.DataAtom {
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		r.bold = false
	}
	switch n.DataAtom {
	case atom.P:
		if n.Parent == nil || n.Parent.DataAtom != atom.Td || n.PrevSibling == nil {
			break
		}
		fallthrough // the second part of a cell: no cell of data
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Article, atom.Section:
		for p := n.Parent; p != nil && !r.layout[p]; p = p.Parent {
			r.layout[p] = true
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.findLayout(c)
	}
}

// flatText returns the text of a node, a line for each item, row and line.
func flatText(n *html.Node) string {
	var b strings.Builder
	var add func(*html.Node, bool)
	add = func(n *html.Node, verbatim bool) {
		if n.Type == html.TextNode {
			if verbatim {
				b.WriteString(n.Data)
			} else {
				b.WriteString(strings.ReplaceAll(n.Data, "\n", " "))
			}
		}
		if n.Type == html.CommentNode || hidden(n) {
			return
		}
		verbatim = verbatim || n.DataAtom == atom.Pre
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			add(c, verbatim)
		}
		switch n.DataAtom {
		case atom.Li, atom.Tr, atom.Dd, atom.Dt, atom.P, atom.Div, atom.Caption:
			b.WriteByte('\n')
		case atom.Td, atom.Th, atom.Br:
			b.WriteByte(' ')
		}
	}
	add(n, false)
	return b.String()
}

// isBlock reports whether an element begins and ends a paragraph.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Blockquote, atom.Header, atom.Figure, atom.Address, atom.Body, atom.Html,
		atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.Dd, atom.Dt, atom.Table, atom.Tbody, atom.Thead, atom.Tr, atom.Td, atom.Th, atom.Form, atom.Hr, atom.Details, atom.Summary:
		return true
	}
	return false
}

// titleOf returns the title that a page states: its only heading of the first
// level, else its title element without the name of the site.
func titleOf(doc *html.Node) string {
	title := tidy(childText(find(doc, atom.Title)))
	if h1 := find(doc, atom.H1); h1 != nil {
		if text := tidy(flatText(h1)); text != "" {
			return text
		}
	}
	for _, sign := range []string{" | ", " — ", " – ", " - "} {
		if i := strings.LastIndex(title, sign); i > 0 {
			return title[:i]
		}
	}
	return title
}

// takeTitle takes the heading that says the title off the sections. What stands
// above it, a date or a name, is no paragraph of the text unless it is long.
func takeTitle(a *Article) {
	at := slices.IndexFunc(a.Sections, func(s Section) bool { return s.Heading != "" && fold(s.Heading) == fold(a.Title) })
	if at < 0 || at > 1 || at == 1 && a.Sections[0].Heading != "" {
		return
	}
	opening := Section{}
	for _, s := range a.Sections[:at] {
		for _, p := range s.Paragraphs {
			if utf8.RuneCountInString(p.Text) > longLine {
				opening.Paragraphs = append(opening.Paragraphs, p)
			}
		}
	}
	opening.Paragraphs = append(opening.Paragraphs, a.Sections[at].Paragraphs...)
	rest := a.Sections[at+1:]
	a.Sections = nil
	if len(opening.Paragraphs) > 0 {
		a.Sections = append(a.Sections, opening)
	}
	a.Sections = append(a.Sections, rest...)
}

// find returns the first element of a name, nil when there is none.
func find(n *html.Node, name atom.Atom) *html.Node {
	if n.DataAtom == name && n.Type == html.ElementNode {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if found := find(c, name); found != nil {
			return found
		}
	}
	return nil
}

// childText is the text right below a node that may be hidden or missing.
func childText(n *html.Node) string {
	if n == nil || n.FirstChild == nil {
		return ""
	}
	return n.FirstChild.Data
}

func attribute(n *html.Node, key string) string {
	if n != nil {
		for _, a := range n.Attr {
			if a.Key == key {
				return tidy(a.Val)
			}
		}
	}
	return ""
}

// length returns how many characters the paragraphs hold.
func (a *Article) length() int {
	n := 0
	for _, s := range a.Sections {
		for _, p := range s.Paragraphs {
			n += utf8.RuneCountInString(p.Text)
		}
	}
	return n
}
