package tui

import (
	"context"
	"os"

	tea "charm.land/bubbletea/v2"

	"recto/quiz/stats/plot"
	"recto/quiz/tui/frame"
	"recto/quiz/words"
)

// StatsOptions are what the pages of statistics need.
type StatsOptions struct {
	// Sections returns what stands on the pages, in lines of at most width
	// cells. It is called again when the width changes.
	Sections func(width int) []plot.Section

	Words  *words.Words // nil: English, as the C locale writes it
	Keymap frame.Keymap

	Input, Output *os.File // the terminal; nil: the standard input and output
}

// Stats shows statistics page by page until they are left. It returns
// ErrInterrupted when it was interrupted, and an error of the terminal when that
// could not be used. Whatever it returns, the terminal is as it was.
func Stats(ctx context.Context, o StatsOptions) error {
	return frame.Run(ctx, frame.Terminal{Input: o.Input, Output: o.Output}, StatsPages(o))
}

// StatsPages returns the screen of statistics. It needs no terminal in its
// options.
func StatsPages(o StatsOptions) frame.Screen { return newStatsViewer(o) }

// statsViewer is the model of the pages. Only the program's loop touches it.
type statsViewer struct {
	options StatsOptions
	w       *words.Words
	keys    *frame.Keys
	window  frame.Window
	page    plot.Page
	body    []frame.Line
	scroll  [6]int // of each page that is not on screen
}

func newStatsViewer(o StatsOptions) *statsViewer {
	if o.Words == nil {
		o.Words = words.English(words.Locale{})
	}
	return &statsViewer{
		options: o, w: o.Words, keys: o.Keymap.Of(StatsKeys(o.Words), o.Words.Common.Keys),
		window: frame.Window{Max: plot.MaxWidth, Words: o.Words},
	}
}

// The commands that go to a page by its number.
var pages = [...]frame.Command{"page-1", "page-2", "page-3", "page-4", "page-5", "page-6"}

// StatsKeys returns the keys of the statistics.
func StatsKeys(w *words.Words) frame.Table {
	t := frame.Table{Screen: "stats"}
	add := func(c frame.Command, keys ...string) {
		t.Bindings = append(t.Bindings, frame.Bind(c, w.Stats.Keys[string(c)], keys...))
	}
	add(frame.Next, "tab", "right", "n")
	add(frame.Previous, "shift+tab", "left", "p")
	for i, page := range pages {
		add(page, string(rune('1'+i)))
	}
	add(frame.Up, "up", "k")
	add(frame.Down, "down", "j")
	add(frame.PageUp, "pgup")
	add(frame.PageDown, "pgdown", "space")
	add(frame.Top, "home")
	add(frame.Bottom, "end")
	add(frame.Help, "?", "f1")
	add(frame.Leave, "q", "esc")
	return t
}

// Init has nothing to do: the pages are laid out for the size that comes.
func (v *statsViewer) Init() tea.Cmd { return nil }

// Update does what a message says.
func (v *statsViewer) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		c, cmd, done := v.window.Press(msg, v.keys)
		if done {
			return v, cmd
		}
		return v, v.do(c)
	case tea.MouseMsg:
		click := v.window.Mouse(msg)
		v.window.Scroll += click.Wheel
		if click.Zone >= 0 {
			v.turn(plot.Page(click.Zone))
		}
		return v, v.do(click.Command)
	case tea.WindowSizeMsg:
		v.window.Takes(msg)
		v.compose()
	default:
		v.window.Takes(msg)
	}
	return v, nil
}

// do carries a command out.
func (v *statsViewer) do(c frame.Command) tea.Cmd {
	all := plot.Page(len(v.scroll))
	for i, page := range pages {
		if c == page {
			v.turn(plot.Page(i))
		}
	}
	switch c {
	case frame.Next:
		v.turn((v.page + 1) % all)
	case frame.Previous:
		v.turn((v.page + all - 1) % all)
	case frame.Up:
		v.window.Scroll--
	case frame.Down:
		v.window.Scroll++
	case frame.PageUp:
		v.window.Scroll -= max(v.window.Room()-1, 1)
	case frame.PageDown:
		v.window.Scroll += max(v.window.Room()-1, 1)
	case frame.Top:
		v.window.Scroll = 0
	case frame.Bottom:
		v.window.Scroll = len(v.body)
	case frame.Help:
		v.window.Help(v.keys)
	case frame.Leave:
		return tea.Quit
	}
	v.window.Scroll = max(min(v.window.Scroll, len(v.body)-v.window.Room()), 0)
	return nil
}

// turn goes to a page, where it was left.
func (v *statsViewer) turn(to plot.Page) {
	v.scroll[v.page] = v.window.Scroll
	v.page, v.window.Scroll = to, v.scroll[to]
	v.compose()
}

// compose lays the page out.
func (v *statsViewer) compose() {
	v.body = nil
	for _, s := range v.options.Sections(v.window.Columns()) {
		if s.Page != v.page {
			continue
		}
		if len(v.body) > 0 {
			v.body = append(v.body, nil)
		}
		v.body = append(v.body, frame.Text(s.Title, frame.Bold))
		for _, l := range s.Lines {
			v.body = append(v.body, frame.Text(l, 0))
		}
	}
	if len(v.body) == 0 {
		v.body = frame.Wrap(frame.Text(v.options.Words.Stats.NothingYet, 0), v.window.Columns())
	}
}
