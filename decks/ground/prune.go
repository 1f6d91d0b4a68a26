package ground

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// prune takes out of a page what stands between the paragraphs of an article
// without being of it, and makes paragraphs of what two line breaks part.
func prune(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.CommentNode || c.Type == html.ElementNode && (hidden(c) && c.DataAtom != atom.Head || beside(c)) {
			n.RemoveChild(c)
		} else {
			prune(c)
		}
		c = next
	}
	splitBreaks(n)
}

// maxBeside is how many bytes of text an element may hold that its class says
// to be no part of the article; what holds more is one in spite of that.
const maxBeside = 1000

// besideNames are parts of classes and ids of such elements.
var besideNames = strings.Fields("ad ads advert advertisement adsense adslot banner breadcrumb breadcrumbs byline comments cookie cookies menu newsletter " +
	"paywall popup promo promoted recommended related share sharing sidebar social sponsor sponsored subscribe tags toolbar widget")

// beside reports whether an element says by its class or id that it stands
// beside the article: advertisements, links to share it, related articles.
func beside(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Head, atom.Body, atom.Main, atom.Article, atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return false
	}
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" {
			continue
		}
		for _, name := range strings.FieldsFunc(strings.ToLower(a.Val), func(r rune) bool { return r == ' ' || r == '-' || r == '_' }) {
			if slices.Contains(besideNames, name) {
				return textBelow(n, maxBeside) <= maxBeside
			}
		}
	}
	return false
}

// textBelow returns how many bytes of text stand below a node, counted no
// further than beyond most.
func textBelow(n *html.Node, most int) int {
	size := 0
	for c := n.FirstChild; c != nil && size <= most; c = c.NextSibling {
		if c.Type == html.TextNode {
			size += len(strings.TrimSpace(c.Data))
		} else {
			size += 1 + textBelow(c, most-size) // empty elements count, so that a search of them ends
		}
	}
	return size
}

// splitBreaks makes a paragraph of each stretch of an element that two line
// breaks part from the next.
func splitBreaks(n *html.Node) {
	if n.Type != html.ElementNode || !hasDoubleBreak(n) {
		return
	}
	if n.DataAtom == atom.P {
		n.DataAtom, n.Data = atom.Div, "div"
	}
	var children []*html.Node
	for n.FirstChild != nil {
		c := n.FirstChild
		n.RemoveChild(c)
		children = append(children, c)
	}
	var open *html.Node
	for i, c := range children {
		switch {
		case c.Type == html.ElementNode && isBlock(c.DataAtom) || isHeading(c.DataAtom):
			open = nil
			n.AppendChild(c)
			continue
		case isBreak(c) && (i+1 < len(children) && isBreak(children[i+1]) || i > 0 && isBreak(children[i-1])):
			open = nil
			continue
		case open == nil && blank(c):
			continue
		case open == nil:
			open = &html.Node{Type: html.ElementNode, DataAtom: atom.P, Data: "p"}
			n.AppendChild(open)
		}
		open.AppendChild(c)
	}
}

// hasDoubleBreak reports whether two line breaks follow one another right
// below an element. White space between them is taken out.
func hasDoubleBreak(n *html.Node) bool {
	double := false
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if !isBreak(c) {
			continue
		}
		for blank(c.NextSibling) {
			n.RemoveChild(c.NextSibling)
		}
		double = double || isBreak(c.NextSibling)
	}
	return double
}

func isBreak(n *html.Node) bool { return n != nil && n.DataAtom == atom.Br }

func blank(n *html.Node) bool {
	return n != nil && n.Type == html.TextNode && strings.TrimSpace(n.Data) == ""
}

func isHeading(a atom.Atom) bool {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// hidden reports whether an element is not part of an article's text.
func hidden(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Nav, atom.Aside, atom.Footer, atom.Button,
		atom.Figcaption, atom.Iframe, atom.Svg, atom.Select, atom.Object, atom.Dialog, atom.Menu, atom.Math, atom.Textarea:
		return true
	}
	for _, a := range n.Attr {
		switch value := strings.ToLower(a.Val); a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return value == "true"
		case "role":
			return value == "navigation" || value == "banner" || value == "complementary" || value == "contentinfo" || value == "search"
		case "style":
			value = strings.ReplaceAll(value, " ", "")
			if strings.Contains(value, "display:none") || strings.Contains(value, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}
