package frame

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"recto/decks/markup"
	"recto/quiz/words"
)

// Window is what a screen has of the window, to be held in its model: the size,
// what covers the body, what is said, how far it is scrolled. Only the
// program's loop touches it.
type Window struct {
	Width, Height int
	Light         bool         // the ground of the terminal
	Max           int          // cells of the column at most; 0: MaxColumns
	Words         *words.Words // what the window itself says; nil: English, as the C locale writes it
	Panel         *Panel       // covers the body; nil: nothing does
	Notice        string       // about the last key, until the next
	Scroll        int          // lines of the body above the window
	AtOnce        string       // what Ctrl+C does; "": what it does on most screens

	room  int     // lines that the body had when it was drawn last
	drawn [][]hit // the zones that were drawn, by line of the window
	hints []Hint
}

// Page is what a screen draws: its parts from top to bottom.
type Page struct {
	Status    Line
	Done, All int    // what the heavy part of the rule is of it
	Label     string // at the end of the rule
	Body      []Line
	Above     []Line // stands above the keys: buttons, a prompt
	Hints     []Hint // the most useful first

	// The text cursor, in cells of the column: in a line of Body, of Above, or
	// nowhere.
	Cursor Cursor
}

// Cursor is where the text cursor stands; the zero value is nowhere.
type Cursor struct {
	Place  CursorPlace
	Row    int // of the body or of what stands above the keys, from 0
	Column int
}

// CursorPlace is a part of a page.
type CursorPlace uint8

// The parts that a text cursor may be in.
const (
	NoCursor CursorPlace = iota
	InBody
	InAbove
)

// Takes takes the messages that tell of the window, and reports whether msg is
// one of them.
func (w *Window) Takes(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		w.Width, w.Height = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		w.Light = !msg.IsDark()
	default:
		return false
	}
	return true
}

// said returns the words of the window.
func (w *Window) said() *words.Words {
	if w.Words == nil {
		w.Words = words.English(words.Locale{})
	}
	return w.Words
}

// Columns returns how many cells the column is wide.
func (w *Window) Columns() int {
	most := w.Max
	if most == 0 {
		most = MaxColumns
	}
	return max(min(most, w.Width-4), 1)
}

// Tight reports whether no line can be left free.
func (w *Window) Tight() bool { return w.Height < Roomy }

// Say tells the learner something until the next key.
func (w *Window) Say(s string) { w.Notice = markup.OneLine(s) }

// Press takes the keys that mean the same on every screen: Ctrl+C, Ctrl+Z and,
// while a panel is open, all others. Else it returns the command that the key
// means, and forgets what was said. The screen carries out cmd when done.
func (w *Window) Press(k tea.KeyPressMsg, keys *Keys) (c Command, cmd tea.Cmd, done bool) {
	switch KeyName(k) {
	case "ctrl+c":
		return "", tea.Interrupt, true
	case "ctrl+z":
		return "", Suspend(), true
	}
	w.Notice = ""
	c = keys.Means(k)
	if w.Panel != nil {
		w.pressPanel(c, KeyName(k))
		return "", nil, true
	}
	return c, nil, false
}

// pressPanel scrolls a panel, or puts it away.
func (w *Window) pressPanel(c Command, name string) {
	switch c {
	case Up, Down, PageUp, PageDown:
		name = map[Command]string{Up: "up", Down: "down", PageUp: "pgup", PageDown: "pgdown"}[c]
	}
	if !w.Panel.Scrolls(name, w.Room()) {
		w.Panel = nil
	}
}

// Help opens the panel of the keys that work now, see Keys.Panel, with those
// that always do.
func (w *Window) Help(keys *Keys, now ...Command) {
	said := w.said()
	w.Panel = keys.Panel(said.Frame.Keys, now...)
	for _, always := range []struct{ key, does string }{{"ctrl+c", cmp.Or(w.AtOnce, said.Frame.AtOnce)}, {"ctrl+z", said.Frame.ToShell}} {
		w.Panel.Lines = append(w.Panel.Lines, Line{{KeyLabel(always.key, said.Common.Keys), Bold}, {always.does, 0}})
	}
}

// Room returns how many lines the body had when the page was drawn last.
func (w *Window) Room() int { return max(w.room, 1) }

// Reveal scrolls as little as is needed to bring lines of the body into sight.
func (w *Window) Reveal(s Span) {
	if s.To > w.Scroll+w.Room() {
		w.Scroll = s.To - w.Room()
	}
	if s.From < w.Scroll {
		w.Scroll = s.From
	}
}

// Draw draws a page. It holds Scroll inside of the body.
func (w *Window) Draw(p Page) tea.View {
	v := tea.View{AltScreen: true}
	w.drawn, w.hints = nil, p.Hints
	if w.Width == 0 || w.Height == 0 {
		return v
	}
	if v.Content = TooSmall(w.said(), w.Width, w.Height); v.Content != "" {
		return v
	}
	columns := w.Columns()
	top := []Line{p.Status, nil}
	if !w.Tight() {
		top = append(top, nil)
	}
	bottom, above := w.bottom(p, columns)
	h := max(w.Height-len(top)-len(bottom), 1)
	w.room = h
	body, scroll := p.Body, &w.Scroll
	if w.Panel != nil {
		body, scroll = w.Panel.Body(columns), &w.Panel.Scroll
	}
	*scroll = max(min(*scroll, len(body)-h), 0)
	top[1] = Rule(p.Done, p.All, More(w.said(), len(body)-*scroll-h, *scroll), p.Label, columns)
	shown := body[min(*scroll, len(body)):]
	v.Content = Paint(w.Width, columns, h, w.Light, top, shown, bottom)
	w.note(top, shown[:min(h, len(shown))], bottom, h)
	if w.Panel == nil {
		v.Cursor = w.cursor(p.Cursor, len(top), h, len(top)+h+above)
	}
	return v
}

// bottom returns what stands below the body, and where in it Above begins. Of
// Above the last lines are kept where there is no room for all, and what was
// said gives way to it.
func (w *Window) bottom(p Page, columns int) (lines []Line, above int) {
	const others = 4 // the status, the rule, a line of the body, the keys
	room := max(w.Height-others, 0)
	var kept []Line
	if w.Panel == nil {
		kept = p.Above[max(len(p.Above)-room, 0):]
	}
	if w.Notice != "" && w.Panel == nil {
		most := min(maxSaid, max(w.Height-MinHeight, 0), room-len(kept))
		lines = AtMost(most, Wrap(Text(w.Notice, 0), columns), columns)
	}
	if len(lines) == 0 && !w.Tight() {
		lines = append(lines, nil)
	}
	above = len(lines) - (len(p.Above) - len(kept))
	if len(kept) > 0 {
		lines = append(lines, kept...)
		if !w.Tight() {
			lines = append(lines, nil)
		}
	}
	return append(lines, KeyLine(p.Hints, columns)), above
}

// maxSaid is how many lines at the bottom tell about the last key.
const maxSaid = 3

// cursor returns where the text cursor stands in the window, nil for nowhere.
func (w *Window) cursor(c Cursor, body, room, above int) *tea.Cursor {
	x, y := (w.Width-w.Columns())/2+c.Column, 0
	switch c.Place {
	case InBody:
		if y = c.Row - w.Scroll; y < 0 || y >= room {
			return nil
		}
		y += body
	case InAbove:
		y = above + c.Row
	default:
		return nil
	}
	if x >= w.Width || y >= w.Height {
		return nil
	}
	cursor := tea.NewCursor(x, y)
	cursor.Blink = false // nothing on a screen moves by itself
	return cursor
}
