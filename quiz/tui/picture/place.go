package picture

import (
	"image"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"recto/decks/markup"
	"recto/quiz/tui/frame"
)

// A placeholder is a private character that tells the room of a picture and
// the row in it. No text of a deck has one: markup.OneLine sees to that.
const (
	firstPlaceholder = '\U00100000'
	rowsOfRoom       = 512
	maxRooms         = 24
	lastPlaceholder  = firstPlaceholder + maxRooms*rowsOfRoom - 1
)

// placeholders returns the cells of a row of a room.
func placeholders(room, row, columns int) string {
	return strings.Repeat(string(rune(firstPlaceholder+room*rowsOfRoom+min(row, rowsOfRoom-1))), columns)
}

// place is where the part of a picture is that is to be seen.
type place struct {
	room          int // its number
	x, y          int // of the window, from 0
	top           int // rows of the picture that are scrolled away above
	columns, rows int
	all           Size // columns and rows of the whole picture
}

// part returns which points of an image of a size are to be seen.
func (p place) part(s Size) image.Rectangle {
	return image.Rect(0, p.top*s.Height/p.all.Height, p.columns*s.Width/p.all.Width, (p.top+p.rows)*s.Height/p.all.Height)
}

// run is a row of a picture in a line.
type run struct {
	from, to  int // bytes of the line
	x         int
	room, row int
	columns   int
}

// runs returns the rows of pictures in a line.
func runs(l string) []run {
	if !strings.Contains(l, "\xf4") { // what a placeholder begins with
		return nil
	}
	var all []run
	for i := 0; i < len(l); {
		r, size := utf8.DecodeRuneInString(l[i:])
		if r < firstPlaceholder || r > lastPlaceholder {
			i += size
			continue
		}
		at := run{from: i, x: ansi.StringWidthWc(l[:i]), room: int(r-firstPlaceholder) / rowsOfRoom, row: int(r-firstPlaceholder) % rowsOfRoom}
		for strings.HasPrefix(l[i:], string(r)) {
			i += size
			at.columns++
		}
		at.to = i
		all = append(all, at)
	}
	return all
}

// Paint returns the content of a window with its pictures drawn, as far as
// that is done with text, and notes where the others are.
func (g *Gallery) Paint(content string) string {
	g.mu.Lock()
	defer g.mu.Unlock()
	var seen []place
	if strings.Contains(content, "\xf4") {
		lines := strings.Split(content, "\n")
		for y, l := range lines {
			all := runs(l)
			for i := len(all) - 1; i >= 0; i-- {
				lines[y] = lines[y][:all[i].from] + g.text(all[i]) + lines[y][all[i].to:]
			}
			for _, r := range all {
				seen = g.note(seen, r, y)
			}
		}
		content = strings.Join(lines, "\n")
	}
	if !g.means.graphics() {
		seen = nil
	}
	if !same(seen, g.seen) {
		g.seen = seen
		g.stir()
	}
	return content
}

// text returns what stands in the cells of a row of a picture: why there is none
// where it turned out to be damaged.
func (g *Gallery) text(r run) string {
	room := g.rooms[r.room]
	if g.means == cells && room != nil && r.row < len(room.blocks) {
		return room.blocks[r.row].text(r.columns)
	}
	if room != nil && room.err != nil && r.row == 0 {
		said := frame.Short(markup.OneLine(room.err.Error()), r.columns)
		return said + strings.Repeat(" ", r.columns-frame.Width(said))
	}
	return strings.Repeat(blank, r.columns)
}

// blank stands below a picture that is drawn over the text. It is no space, so
// that all of these cells are written again when the picture is gone.
const blank = "\u00a0"

// note adds a row to the places that are seen.
func (g *Gallery) note(seen []place, r run, y int) []place {
	room := g.rooms[r.room]
	if room == nil {
		return seen
	}
	for i := range seen {
		p := &seen[i]
		if p.room == r.room && p.x == r.x && p.top+p.rows == r.row && p.y+p.rows == y {
			p.rows++
			return seen
		}
	}
	return append(seen, place{room: r.room, x: r.x, y: y, top: r.row, columns: min(r.columns, room.columns), rows: 1,
		all: Size{room.columns, room.rows}})
}

// same reports whether two windows have the same pictures in the same places.
func same(a, b []place) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

var _ frame.Pictures = (*Gallery)(nil)
