package page

import (
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

// canvas collects the elements of a drawing.
type canvas struct{ strings.Builder }

// rect draws a bar of a class that says title when it is pointed at.
func (c *canvas) rect(x, y, w, h float64, class, title string) {
	c.WriteString(`<rect x="` + number(x) + `" y="` + number(y) + `" width="` + number(w) + `" height="` + number(h) + `" class="` + class + `"`)
	if title == "" {
		c.WriteString("/>")
		return
	}
	c.WriteString("><title>" + escape(title) + "</title></rect>")
}

// text writes a text of a class; its x is the start, the middle or the end of
// it, by anchor.
func (c *canvas) text(x, y float64, anchor, class, s string) {
	c.WriteString(`<text x="` + number(x) + `" y="` + number(y) + `"`)
	if anchor != "" {
		c.WriteString(` text-anchor="` + anchor + `"`)
	}
	if class != "" {
		c.WriteString(` class="` + class + `"`)
	}
	c.WriteString(">" + escape(s) + "</text>")
}

// rule draws a line.
func (c *canvas) rule(x1, y1, x2, y2 float64, class string) {
	c.WriteString(`<line x1="` + number(x1) + `" y1="` + number(y1) + `" x2="` + number(x2) + `" y2="` + number(y2) + `" class="` + class + `"/>`)
}

// dot draws a point that says title when it is pointed at.
func (c *canvas) dot(x, y, r float64, class, title string) {
	c.WriteString(`<circle cx="` + number(x) + `" cy="` + number(y) + `" r="` + number(r) + `" class="` + class + `"><title>` + escape(title) + "</title></circle>")
}

// point is a place in a drawing.
type point struct{ x, y float64 }

// path draws lines from point to point.
func (c *canvas) path(points []point, class string) {
	if len(points) < 2 {
		return
	}
	c.WriteString(`<path d="`)
	for i, p := range points {
		c.WriteString([]string{"M", "L"}[min(i, 1)] + number(p.x) + " " + number(p.y))
	}
	c.WriteString(`" class="` + class + `"/>`)
}

// short cuts a text to a number of cells.
func short(s string, cells int) string { return displaywidth.TruncateString(s, cells, "…") }

// style is the style of every drawing. The colours of the levels grow darker,
// on a dark ground lighter, so they differ in print as well.
const style = `
.recto{--ground:#fff;--card:#fff;--ink:#1d2430;--soft:#5b6675;--line:#dfe4ea;--main:#2468ad;--light:#8db9e2;--warn:#c2512f;
--l0:#edf0f3;--l1:#bcd9f2;--l2:#7ab2e0;--l3:#3a81c2;--l4:#174d84;--r1:#c2512f;--r2:#dfa03a;--r3:#2468ad;--r4:#2f8f6b;
color:var(--ink);font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",sans-serif}
@media screen and (prefers-color-scheme:dark){.recto{--ground:#12161c;--card:#1a2029;--ink:#e8ecf1;--soft:#a2adba;--line:#323b47;
--main:#62a8ea;--light:#33618f;--warn:#ec8465;--l0:#262e38;--l1:#1f4466;--l2:#2b6aa3;--l3:#4d97d8;--l4:#a5d2fa;--r1:#ec8465;--r2:#e6b860;--r3:#62a8ea;--r4:#5cc39b}}
.recto svg{display:block;width:100%;height:auto}
.recto text{fill:var(--ink);font-size:12px}
.recto .soft{fill:var(--soft)}.recto .small{font-size:11px;fill:var(--soft)}.recto .head{font-size:15px;font-weight:600}
.recto .big{font-size:24px;font-weight:650}.recto .ground{fill:var(--ground)}
.recto .grid{stroke:var(--line);stroke-width:1}.recto .axis{stroke:var(--soft);stroke-width:1}
.recto .main{fill:var(--main)}.recto .light{fill:var(--light)}.recto .warn{fill:var(--warn)}.recto .none{fill:var(--l0)}
.recto .way{fill:none;stroke:var(--main);stroke-width:2.2;stroke-linejoin:round;stroke-linecap:round}
.recto .young,.recto .mature{fill:none;stroke:var(--soft);stroke-width:1.4;stroke-dasharray:5 3;stroke-linejoin:round}.recto .mature{stroke-dasharray:1.5 3;stroke-width:1.8}
.recto .l0{fill:var(--l0)}.recto .l1{fill:var(--l1)}.recto .l2{fill:var(--l2)}.recto .l3{fill:var(--l3)}.recto .l4{fill:var(--l4)}
.recto .r1{fill:var(--r1)}.recto .r2{fill:var(--r2)}.recto .r3{fill:var(--r3)}.recto .r4{fill:var(--r4)}
@media print{.recto rect,.recto circle{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`
