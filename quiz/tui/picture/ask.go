package picture

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
)

// means is how pictures are drawn.
type means uint8

const (
	unasked means = iota
	asking
	cells // as text
	kitty
	sixels
)

// graphics reports whether pictures are drawn over the text.
func (m means) graphics() bool { return m == kitty || m == sixels }

const (
	// AskWait is how long the terminal has to say what it can.
	AskWait = time.Second

	// settleWait is how long pictures wait for the frame that they stand in:
	// several times as long as it takes.
	settleWait = 40 * time.Millisecond

	// ask asks for kitty graphics, the size of a cell in points and, last since
	// all terminals answer it, what the terminal has: 4 stands for sixel.
	ask = kittyAsk + "\x1b[16t\x1b[c"

	sixelAttribute = 4
)

// Messages of a gallery.
type (
	wakeMsg struct{}
	lateMsg struct{}            // nothing was answered
	drawMsg struct{ stamp int } // the frame stands
	sendMsg struct {            // what draws it
		stamp     int
		sequences string
		sent      []*room      // those that the terminal has then
		drawn     map[int]bool // rooms that are on the screen then
	}
)

// Init waits for the first picture.
func (g *Gallery) Init() tea.Cmd {
	return func() tea.Msg { <-g.wake; return wakeMsg{} }
}

// Update hears all messages of the program, and reports whether it alone was
// meant.
func (g *Gallery) Update(msg tea.Msg) (tea.Cmd, bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	switch msg := msg.(type) {
	case wakeMsg:
		return tea.Batch(g.Init(), g.wakened()), true
	case lateMsg:
		if g.means == asking {
			g.means = cells
		}
		return nil, true
	case drawMsg:
		return g.draw(msg.stamp), true
	case sendMsg:
		if msg.stamp != g.stamp {
			return nil, true // another frame has come
		}
		return tea.Raw(g.send(msg)), true
	case uv.KittyGraphicsEvent:
		if g.means == asking && msg.Options.ID == kittyAskID && string(msg.Payload) == "OK" {
			g.means = kitty
		}
		return nil, true
	case uv.CellSizeEvent:
		if !g.sized && plausible(Size(msg)) { // the system's size was there before anything was laid out
			g.cell, g.sized = Size(msg), true
		}
		return nil, true
	case uv.PrimaryDeviceAttributesEvent:
		g.answered(slices.Contains(msg, sixelAttribute))
		return g.later(), true
	case tea.ColorProfileMsg:
		g.profile = msg.Profile
	case tea.WindowSizeMsg: // also after another program had the terminal
		g.fresh = true
		g.measure()
		return g.later(), false
	}
	return nil, false
}

// measure takes the size of a cell as the system knows it, which is there before
// pictures are laid out.
func (g *Gallery) measure() {
	if g.options.Cell == nil {
		return
	}
	if cell, ok := g.options.Cell(); ok && plausible(cell) {
		g.cell, g.sized = cell, true
	}
}

// plausible reports whether a cell may be that large.
func plausible(s Size) bool {
	return s.Width >= 2 && s.Width <= 200 && s.Height >= 4 && s.Height <= 400
}

// answered takes what the terminal has. Sixels need the size of a cell.
func (g *Gallery) answered(sixel bool) {
	switch {
	case g.means != asking:
	case sixel && g.sized:
		g.means = sixels
	default:
		g.means = cells
	}
}

// wakened asks the terminal when a picture is to be seen for the first time,
// and has pictures drawn that have come or moved.
func (g *Gallery) wakened() tea.Cmd {
	if g.means == unasked && g.profile > colorprofile.ASCII {
		g.means = asking
		return tea.Batch(tea.Raw(ask), tea.Tick(AskWait, func(time.Time) tea.Msg { return lateMsg{} }))
	}
	return g.later()
}

// later has the pictures drawn when the frame stands that they are in.
func (g *Gallery) later() tea.Cmd {
	if !g.means.graphics() {
		return nil
	}
	g.stamp++
	stamp := g.stamp
	return tea.Tick(settleWait, func(time.Time) tea.Msg { return drawMsg{stamp} })
}

// work is what is drawn, copied for a command.
type work struct {
	place
	room *room
	id   int
	img  *image.RGBA
	new  bool // the terminal does not have it yet
}

// draw returns the command that makes what draws the pictures of the last
// frame.
func (g *Gallery) draw(stamp int) tea.Cmd {
	if stamp != g.stamp {
		return nil
	}
	if g.fresh {
		g.fresh = false
		clear(g.drawn)
		for _, r := range g.rooms {
			if r != nil {
				r.sent = false
			}
		}
	}
	var todo []work
	for _, p := range g.seen {
		if r := g.rooms[p.room]; r != nil && r.img != nil {
			todo = append(todo, work{p, r, kittyIDs + p.room, r.img, !r.sent})
		}
	}
	means, cell := g.means, g.cell
	return func() tea.Msg {
		msg := sendMsg{stamp: stamp, drawn: map[int]bool{}}
		var b strings.Builder
		for _, w := range todo {
			if means == sixels {
				b.WriteString(w.sixel(cell))
				continue
			}
			b.WriteString(w.kitty(&msg))
		}
		msg.sequences = b.String()
		return msg
	}
}

// kitty returns the sequences that draw a picture with kitty graphics.
func (w work) kitty(msg *sendMsg) string {
	sent := ""
	if w.new {
		var err error
		if sent, err = kittySend(w.id, w.img); err != nil {
			return ""
		}
		msg.sent = append(msg.sent, w.room)
	}
	msg.drawn[w.place.room] = true
	return sent + w.at(kittyPlace(w.id, w.img, w.place))
}

// sixel returns the sequence that draws a picture with sixels.
func (w work) sixel(cell Size) string {
	part := w.img.SubImage(w.part(Size{w.img.Rect.Dx(), w.img.Rect.Dy()}))
	return w.at(sixel(scale(part, Size{w.columns * cell.Width, w.rows * cell.Height})))
}

// send returns what is written for a frame, and notes what the terminal has
// and shows then. What it shows no more is hidden; sixels are where they were
// overwritten.
func (g *Gallery) send(msg sendMsg) string {
	var b strings.Builder
	for n := range g.rooms {
		if g.drawn[n] && !msg.drawn[n] {
			b.WriteString(kittyHide(kittyIDs + n))
		}
	}
	g.drawn = msg.drawn
	for _, r := range msg.sent {
		r.sent = true
	}
	return b.String() + msg.sequences
}

// at returns a sequence that is obeyed at the place of a picture, and after
// which the cursor is where it was.
func (w work) at(sequence string) string {
	return fmt.Sprintf("\x1b7\x1b[%d;%dH%s\x1b8", w.y+1, w.x+1, sequence)
}

// Close returns the sequences after which the terminal keeps nothing.
func (g *Gallery) Close() string {
	g.mu.Lock()
	defer g.mu.Unlock()
	var b strings.Builder
	if g.means == kitty {
		for n, r := range g.rooms {
			if r != nil && r.sent {
				b.WriteString(kittyFree(kittyIDs + n))
			}
		}
	}
	return b.String()
}
