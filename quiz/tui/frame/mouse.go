package frame

import (
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/clipperhouse/displaywidth"
)

// maxZones is how many zones a screen may have, beside those of its hints.
const (
	maxZones  = 0xF000
	hintZones = maxZones
)

// Zone is a look that makes its text a place to click: zone n of the screen,
// from 0. It is joined to the look of a piece, and kept through all that is laid
// out of it. Numbers that are too high make no zone.
func Zone(n int) Look {
	if n < 0 || n >= maxZones {
		return 0
	}
	return zoneLook(n)
}

func zoneLook(n int) Look { return Look(n+1) << 16 }

// zone returns the zone of a look, -1 for none.
func (l Look) zone() int { return int(l>>16) - 1 }

// ZoneLines makes all of some lines a zone, to the end of a column of width
// cells.
func ZoneLines(lines []Line, n, width int) {
	zone := Zone(n)
	for i, l := range lines {
		made := make(Line, len(l), len(l)+1)
		for j, p := range l {
			made[j] = Piece{p.Text, p.Look&looks | zone}
		}
		lines[i] = append(made, Piece{Spaces(width - l.Width()).Text, zone})
	}
}

// hit is cells of a line that are a zone.
type hit struct{ from, to, zone int }

// Click is what the mouse did.
type Click struct {
	Command Command // of a hint that was clicked, "" for none
	Zone    int     // that was clicked, -1 for none
	Wheel   int     // lines down, negative for up
}

// wheelLines is how many lines a step of the wheel scrolls.
const wheelLines = 3

// Mouse returns what the mouse did on the page that was drawn last. While a
// panel is open the wheel scrolls it and a click puts it away.
func (w *Window) Mouse(msg tea.MouseMsg) Click {
	c := Click{Zone: -1}
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseWheelMsg:
		switch m.Button {
		case tea.MouseWheelUp:
			c.Wheel = -wheelLines
		case tea.MouseWheelDown:
			c.Wheel = wheelLines
		}
		if w.Panel != nil {
			w.Panel.Scroll, c.Wheel = max(w.Panel.Scroll+c.Wheel, 0), 0
		}
	case tea.MouseClickMsg:
		if m.Button != tea.MouseLeft {
			return c
		}
		w.Notice = ""
		if w.Panel != nil {
			w.Panel = nil
			return c
		}
		c.Zone = w.zoneAt(m.X, m.Y)
		if i := c.Zone - hintZones; i >= 0 {
			c.Zone = -1
			if i < len(w.hints) {
				c.Command = w.hints[i].Command
			}
		}
	}
	return c
}

// zoneAt returns the zone of a cell of the window, -1 for none.
func (w *Window) zoneAt(x, y int) int {
	if y >= 0 && y < len(w.drawn) {
		for _, h := range w.drawn[y] {
			if x >= h.from && x < h.to {
				return h.zone
			}
		}
	}
	return -1
}

// note remembers where the zones of a page are: what stands on top, the lines
// of a body for which there are h, and what stands at the bottom.
func (w *Window) note(top, body, bottom []Line, h int) {
	w.drawn = make([][]hit, len(top)+h+len(bottom))
	margin := (w.Width - w.Columns()) / 2
	part := func(at int, lines []Line) {
		for i, l := range lines {
			w.drawn[at+i] = hits(l, margin, margin+w.Columns())
		}
	}
	part(0, top)
	part(len(top), body)
	part(len(top)+h, bottom)
}

// hits returns the zones of a line that begins at a cell.
func hits(l Line, at, end int) (all []hit) {
	if !slices.ContainsFunc(l, func(p Piece) bool { return p.Look.zone() >= 0 }) {
		return nil
	}
	for _, p := range l {
		to := at + displaywidth.String(p.Text)
		if zone := p.Look.zone(); zone >= 0 && at < end {
			all = append(all, hit{at, min(to, end), zone})
		}
		at = to
	}
	return all
}
