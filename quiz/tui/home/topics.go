package home

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"recto/decks/markup"
	"recto/quiz/tui/frame"
)

// Topic is a text that can be read.
type Topic struct {
	Name string
	Text func() string // lines
}

// read opens the help topics.
func (s *Screen) read() tea.Cmd {
	if len(s.options.Topics) == 0 {
		return nil
	}
	return frame.Push(func(context.Context) (frame.Screen, error) {
		return &reader{home: s, window: frame.Window{Max: readColumns, Words: s.words}}, nil
	})
}

// readColumns is how wide a topic is shown: they are written in lines of that
// many cells.
const readColumns = 80

// reader lists the help topics, and shows one.
type reader struct {
	home   *Screen // its keys, words and topics
	window frame.Window
	at     int
	text   []string // of the topic that is read; nil: they are listed
	width  int      // that body is laid out for
	body   []frame.Line
}

// Init has nothing to do.
func (r *reader) Init() tea.Cmd { return nil }

// Update does what a message says.
func (r *reader) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		c, cmd, done := r.window.Press(msg, r.home.keys)
		if done {
			return r, cmd
		}
		return r, r.do(c)
	case tea.MouseMsg:
		c := r.window.Mouse(msg)
		r.window.Scroll += c.Wheel
		if c.Zone >= 0 && r.text == nil {
			r.at = c.Zone
			return r, r.do(frame.Open)
		}
		return r, r.do(c.Command)
	default:
		r.window.Takes(msg)
	}
	return r, nil
}

// do carries a command out.
func (r *reader) do(c frame.Command) tea.Cmd {
	by := 0
	switch c {
	case frame.Leave, topics:
		if r.text == nil {
			return tea.Quit
		}
		r.text = nil
		r.window.Scroll = 0
		r.choose(r.at)
	case frame.Open:
		if r.text != nil {
			by = max(r.window.Room()-1, 1)
			break
		}
		r.text = strings.Split(strings.TrimRight(r.home.options.Topics[r.at].Text(), "\n"), "\n")
		r.window.Scroll, r.width = 0, 0
	case frame.Up:
		by = -1
	case frame.Down:
		by = 1
	case frame.PageUp:
		by = -max(r.window.Room()-1, 1)
	case frame.PageDown:
		by = max(r.window.Room()-1, 1)
	case frame.Top:
		by = -1 << 20
	case frame.Bottom:
		by = 1 << 20
	}
	if r.text != nil {
		r.window.Scroll += by
		return nil
	}
	r.choose(r.at + by)
	return nil
}

// choose chooses a topic.
func (r *reader) choose(at int) {
	r.at = max(min(at, len(r.home.options.Topics)-1), 0)
	r.window.Reveal(frame.Span{From: r.at, To: r.at + 1})
}

// View draws the screen.
func (r *reader) View() tea.View {
	h, w := r.home, r.window.Columns()
	c := &h.words.Home.Commands
	p := frame.Page{
		Status: frame.Status(h.words.Home.Topics, nil, w),
		Hints:  []frame.Hint{h.keys.Hint(frame.Open, c.Read), h.keys.Hint(frame.Up, ""), h.keys.Hint(frame.Down, ""), h.keys.Hint(frame.Leave, c.Back)},
	}
	if r.text == nil {
		for i, t := range h.options.Topics {
			sign, look := frame.BlankSign, frame.Look(0)
			if i == r.at {
				sign, look = frame.HereSign, frame.Bold
			}
			lines := []frame.Line{{frame.P(sign, frame.Accent), frame.P(t.Name, look)}}
			frame.ZoneLines(lines, i, w)
			p.Body = append(p.Body, lines...)
		}
		return r.window.Draw(p)
	}
	p.Status = frame.Status(h.words.Home.Topics+" › "+h.options.Topics[r.at].Name, nil, w)
	p.Hints = []frame.Hint{h.keys.Hint(frame.PageDown, ""), h.keys.Hint(frame.PageUp, ""), h.keys.Hint(frame.Leave, c.Back)}
	if r.width != w {
		r.width, r.body = w, nil
		for _, line := range r.text {
			r.body = append(r.body, frame.Wrap(frame.Text(markup.OneLine(line), 0), w)...)
		}
	}
	p.Body = r.body
	return r.window.Draw(p)
}
