package picture

import (
	"fmt"
	"image"
	"strings"
)

// blocks returns an image of twice as many points down as a room has rows, as
// the rows of text that show it: the upper point of a cell is the colour of its
// sign ▀, the lower one its ground.
func blocks(img *image.RGBA) []row {
	rows := make([]row, img.Rect.Dy()/2)
	for y := range rows {
		rows[y] = make(row, img.Rect.Dx())
		for x := range rows[y] {
			up, down := img.RGBAAt(x, 2*y), img.RGBAAt(x, 2*y+1)
			rows[y][x] = fmt.Sprintf("38;2;%d;%d;%d;48;2;%d;%d;%d", up.R, up.G, up.B, down.R, down.G, down.B)
		}
	}
	return rows
}

// row is the looks of the cells of a line.
type row []string

// text returns the first cells of a row.
func (r row) text(columns int) string {
	var b strings.Builder
	last := ""
	for x := range min(columns, len(r)) {
		if r[x] != last {
			b.WriteString("\x1b[" + r[x] + "m")
			last = r[x]
		}
		b.WriteString("▀")
	}
	b.WriteString("\x1b[m")
	return b.String()
}
