package page

import (
	_ "embed"
	"encoding/xml"
	"math"
	"strconv"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// escape returns a text as it may stand in XML, in an attribute too.
func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder does not fail
	return b.String()
}

// number writes a coordinate, to the hundredth.
func number(x float64) string {
	return strconv.FormatFloat(math.Round(x*100)/100, 'f', -1, 64)
}

// name is a name in the markup: an id, a class, the anchor of a text. Nobody
// reads it.
type name string

// canvas collects the elements of a drawing.
type canvas struct{ strings.Builder }

// rect draws a bar of a class that says title when it is pointed at.
func (c *canvas) rect(x, y, w, h float64, class name, title string) {
	c.WriteString(`<rect x="` + number(x) + `" y="` + number(y) + `" width="` + number(w) + `" height="` + number(h) + `" class="` + string(class) + `"`)
	if title == "" {
		c.WriteString("/>")
		return
	}
	c.WriteString("><title>" + escape(title) + "</title></rect>")
}

// text writes a text of a class; its x is the start, the middle or the end of
// it, by anchor.
func (c *canvas) text(x, y float64, anchor, class name, s string) {
	c.WriteString(`<text x="` + number(x) + `" y="` + number(y) + `"`)
	if anchor != "" {
		c.WriteString(` text-anchor="` + string(anchor) + `"`)
	}
	if class != "" {
		c.WriteString(` class="` + string(class) + `"`)
	}
	c.WriteString(">" + escape(s) + "</text>")
}

// rule draws a line.
func (c *canvas) rule(x1, y1, x2, y2 float64, class name) {
	c.WriteString(`<line x1="` + number(x1) + `" y1="` + number(y1) + `" x2="` + number(x2) + `" y2="` + number(y2) + `" class="` + string(class) + `"/>`)
}

// dot draws a point that says title when it is pointed at.
func (c *canvas) dot(x, y, r float64, class name, title string) {
	c.WriteString(`<circle cx="` + number(x) + `" cy="` + number(y) + `" r="` + number(r) + `" class="` + string(class) + `"><title>` + escape(title) + "</title></circle>")
}

// point is a place in a drawing.
type point struct{ x, y float64 }

// path draws lines from point to point.
func (c *canvas) path(points []point, class name) {
	if len(points) < 2 {
		return
	}
	c.WriteString(`<path d="`)
	for i, p := range points {
		c.WriteString([]string{"M", "L"}[min(i, 1)] + number(p.x) + " " + number(p.y))
	}
	c.WriteString(`" class="` + string(class) + `"/>`)
}

// short cuts a text to a number of cells.
func short(s string, cells int) string { return displaywidth.TruncateString(s, cells, "…") }

// style is the style of every drawing. The colours of the levels grow darker,
// on a dark ground lighter, so they differ in print as well.
//
//go:embed drawing.css
var style string
