package grid

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"recto/export"
)

// The heights of a sheet, in millimetres, that lines of characters follow.
const (
	lineHeight = 5.0  //  from one line of text to the next
	sameLine   = 1.3  // a writing line stands this far below the text of its line at most
	below      = 1.25 // from the middle of a box to the baseline of its text
	besideMark = 12.0 // from a box to the text of its label at most
	maxSkip    = 3    // lines from one line to the next at most
	maxPicture = 8    // lines of an image at most
)

// Paint returns the lines of a page, without spaces at their ends. They hold
// no control characters as long as the texts of the page hold none.
func Paint(p export.Page) []string {
	c := &canvas{levels: levelsOf(p), marks: map[int][]float64{}}
	for _, r := range p.Rules {
		if r.X1 == r.X2 {
			c.bar(r)
		} else {
			c.rule(r)
		}
	}
	for _, s := range p.Shapes {
		c.shape(s)
	}
	for _, im := range p.Images {
		c.image(im)
	}
	for _, t := range p.Texts {
		c.text(t)
	}
	return c.lines()
}

// level is a height on the page and the line that shows it.
type level struct {
	y   float64
	row int
}

// levelsOf finds a line for everything that stands on a page. What is on one
// baseline is on one line; frames have lines of their own.
func levelsOf(p export.Page) []level {
	type height struct {
		y     float64
		alone bool // no text stands on the same line
		rows  int  // that it takes beyond its own
	}
	var all []height
	for _, t := range p.Texts {
		all = append(all, height{y: t.Y})
	}
	for _, r := range p.Rules {
		if r.X1 != r.X2 {
			all = append(all, height{y: r.Y1})
		}
	}
	for _, s := range p.Shapes {
		if frame(s) {
			all = append(all, height{y: s.Y, alone: true}, height{y: s.Y + s.H, alone: true})
		}
	}
	for _, im := range p.Images {
		all = append(all, height{y: im.Y, alone: true, rows: pictureRows(im) - 1})
	}
	slices.SortStableFunc(all, func(a, b height) int { return cmp.Compare(a.y, b.y) })
	var levels []level
	row, alone, extra := 0, false, 0
	for i, h := range all {
		if i > 0 {
			last := levels[len(levels)-1]
			if dy := h.y - last.y; dy > sameLine || alone || h.alone {
				steps := int(math.Round(dy / lineHeight))
				row += min(max(steps, 1+extra), maxSkip+extra)
				alone, extra = false, 0
			} else {
				h.y = last.y // the line is that of its first text
			}
		}
		alone, extra = alone || h.alone, max(extra, h.rows)
		levels = append(levels, level{h.y, row})
	}
	return levels
}

// frame reports whether a shape stands around text, and is no mark.
func frame(s export.Shape) bool { return s.W > 4*cell }

func pictureRows(im export.Image) int {
	return min(max(int(math.Round(im.H/lineHeight)), 3), maxPicture)
}

// canvas is lines of cells that grow as they are painted.
type canvas struct {
	levels []level
	marks  map[int][]float64 // of each line: where its boxes and circles stand, in mm
	rows   [][]string        // "" for what a wide character before it covers
}

// row returns the line that shows a height: the nearest one.
func (c *canvas) row(y float64) int {
	best, distance := 0, math.Inf(1)
	for _, l := range c.levels {
		if d := math.Abs(l.y - y); d < distance {
			best, distance = l.row, d
		}
	}
	return best
}

// column returns the cell of a distance from the left. Distances that differ
// by less than a thousandth of a cell are in the same one.
func column(x float64) int {
	return int(math.Floor(math.Round(x/cell*1000)/1000 + 0.5))
}

// put writes a character of some width into a cell.
func (c *canvas) put(row, col int, s string, width int) {
	if row < 0 || col < 0 {
		return
	}
	for len(c.rows) <= row {
		c.rows = append(c.rows, nil)
	}
	for len(c.rows[row]) < col+width {
		c.rows[row] = append(c.rows[row], " ")
	}
	c.rows[row][col] = s
	for i := 1; i < width; i++ {
		c.rows[row][col+i] = ""
	}
}

// text writes a text where it was laid out, and further right where something
// stands already.
func (c *canvas) text(t export.Text) {
	row := c.row(t.Y)
	col := column(t.X)
	for _, x := range c.marks[row] { // labels keep their distance to their boxes
		if d := t.X - x; d > 0 && d < besideMark {
			col = column(x) + column(d)
		}
	}
	for row < len(c.rows) && col < len(c.rows[row]) && !blank(c.rows[row][col]) && t.Text != "" {
		col++
	}
	for g := displaywidth.StringGraphemes(t.Text); g.Next(); {
		if g.Width() == 0 {
			continue
		}
		c.put(row, col, g.Value(), g.Width())
		col += max(g.Width(), cells(g.Value()))
	}
}

// blank reports whether a text may stand in a cell: nothing does, or a line to
// write on.
func blank(s string) bool { return s == " " || s == "_" }

// rule draws a line to write on, or a thin one.
func (c *canvas) rule(r export.Rule) {
	row := c.row(r.Y1)
	for col := column(r.X1); col < max(column(r.X2), column(r.X1)+1); col++ {
		c.put(row, col, "_", 1)
	}
}

// bar draws the bar beside the lines between two heights.
func (c *canvas) bar(r export.Rule) {
	from, to := -1, -1
	for _, l := range c.levels {
		if l.y >= r.Y1 && l.y <= r.Y2 {
			if from < 0 {
				from = l.row
			}
			to = l.row
		}
	}
	for row := from; from >= 0 && row <= to; row++ {
		c.put(row, column(r.X1), "│", 1)
	}
}

// shape draws a mark, or the frame around text.
func (c *canvas) shape(s export.Shape) {
	if frame(s) {
		c.frame(c.row(s.Y), c.row(s.Y+s.H), column(s.X), column(s.X+s.W))
		return
	}
	row, col := c.row(s.Y+s.H/2+below), column(s.X)
	c.marks[row] = append(c.marks[row], s.X)
	signs := []string{"□"}
	switch {
	case s.Round:
		signs[0] = "○"
	case s.W > 2*cell:
		signs = []string{"[", " ", "]"}
	}
	for i, sign := range signs {
		c.put(row, col+i, sign, 1)
	}
}

// frame draws a frame from one line to another and from one cell to another.
func (c *canvas) frame(top, bottom, left, right int) {
	right = max(right-1, left+1)
	for col := left; col <= right; col++ {
		c.put(top, col, "─", 1)
		c.put(bottom, col, "─", 1)
	}
	for row := top; row <= bottom; row++ {
		c.put(row, left, "│", 1)
		c.put(row, right, "│", 1)
	}
	c.put(top, left, "┌", 1)
	c.put(top, right, "┐", 1)
	c.put(bottom, left, "└", 1)
	c.put(bottom, right, "┘", 1)
}

// image draws the frame of an image with its path in it.
func (c *canvas) image(im export.Image) {
	top, left := c.row(im.Y), column(im.X)
	right := max(column(im.X+im.W), left+2)
	c.frame(top, top+pictureRows(im)-1, left, right)
	if im.Picture == nil {
		return
	}
	col := left + 1
	for g := displaywidth.StringGraphemes(displaywidth.TruncateString(im.Picture.Path, right-left-2, "…")); g.Next(); {
		c.put(top+1, col, g.Value(), g.Width())
		col += g.Width()
	}
}

func (c *canvas) lines() []string {
	lines := make([]string, len(c.rows))
	for i, row := range c.rows {
		lines[i] = strings.TrimRight(strings.Join(row, ""), " ")
	}
	return lines
}
