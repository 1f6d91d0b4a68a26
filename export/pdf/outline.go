package pdf

import (
	"bytes"
	"fmt"
	"strings"

	"recto/decks/markup"
	"recto/export"
)

// bookmark is an entry of the outline: a heading and where it stands.
type bookmark struct {
	text  string
	level int     // 0 for those of the whole document
	page  int     // from 0
	y     float64 // from the lower edge of the page, in points
}

// bookmarks collects the headings of pages. A document with one heading needs
// no outline.
func bookmarks(pages []export.Page) []bookmark {
	var out []bookmark
	for i, p := range pages {
		for _, h := range p.Headings {
			text := sayable(markup.Plain(markup.Parse(h.Text)))
			out = append(out, bookmark{text, h.Level, i, (p.Height - h.Y) / mmPerPoint})
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// pageObjects returns the numbers of the pages' objects, as object 1 lists
// them: "3 0 R 5 0 R ...".
func (d *document) pageObjects() []string {
	_, kids, _ := strings.Cut(string(d.objects[1]), "/Kids [")
	kids, _, _ = strings.Cut(kids, "]")
	words := strings.Fields(kids)
	var out []string
	for i := 0; i+2 < len(words); i += 3 {
		out = append(out, words[i])
	}
	return out
}

// outline adds the objects of an outline and returns the number of its root, 0
// when there is none. Entries of a document with many are closed: what is seen
// first is its parts.
func (d *document) outline(marks []bookmark) int {
	if len(marks) == 0 {
		return 0
	}
	pages := d.pageObjects()
	root := d.add(nil)
	first := root + 1
	parent, before, after, child, last, count := linked(marks)
	ref := func(b *bytes.Buffer, key string, n int) {
		if n >= 0 {
			fmt.Fprintf(b, " /%s %d 0 R", key, first+n)
		}
	}
	for i, m := range marks {
		var b bytes.Buffer
		fmt.Fprintf(&b, "<</Title %s", textString(m.text))
		if parent[i] < 0 {
			fmt.Fprintf(&b, " /Parent %d 0 R", root)
		}
		ref(&b, "Parent", parent[i])
		ref(&b, "Prev", before[i])
		ref(&b, "Next", after[i])
		ref(&b, "First", child[i])
		ref(&b, "Last", last[i])
		if count[i] > 0 {
			fmt.Fprintf(&b, " /Count -%d", count[i])
		}
		fmt.Fprintf(&b, " /Dest [%s 0 R /XYZ null %.2f null]>>\n", pages[m.page], m.y)
		d.add(b.Bytes())
	}
	top := 0
	end := -1
	for i := range marks {
		if parent[i] < 0 {
			top++
			end = i
		}
	}
	d.objects[root] = fmt.Appendf(nil, "<</Type /Outlines /First %d 0 R /Last %d 0 R /Count %d>>\n", first, first+end, top)
	return root
}

// linked returns for each bookmark its parent, its neighbours on the same
// level, its first and its last child, -1 for none, and how many children it
// has. A level that was left out does not matter: a bookmark belongs to the
// last one before it of a lower level.
func linked(marks []bookmark) (parent, before, after, child, last, count []int) {
	n := len(marks)
	all := make([][]int, 6)
	for i := range all {
		all[i] = make([]int, n)
		for j := range all[i] {
			all[i][j] = -1
		}
	}
	parent, before, after, child, last, count = all[0], all[1], all[2], all[3], all[4], all[5]
	var open []int // the bookmarks that a next one may belong to, from the top
	lastTop := -1
	for i, m := range marks {
		count[i] = 0
		for len(open) > 0 && marks[open[len(open)-1]].level >= m.level {
			open = open[:len(open)-1]
		}
		previous := lastTop
		if len(open) > 0 {
			p := open[len(open)-1]
			parent[i], previous = p, last[p]
			if child[p] < 0 {
				child[p] = i
			}
			last[p] = i
			count[p]++
		} else {
			lastTop = i
		}
		if previous >= 0 {
			before[i], after[previous] = previous, i
		}
		open = append(open, i)
	}
	return parent, before, after, child, last, count
}
