package tui

import (
	"context"
	"os"

	tea "charm.land/bubbletea/v2"

	"recto/quiz/stats/plot"
	"recto/quiz/tui/frame"
)

// StatsOptions are what the pages of statistics need.
type StatsOptions struct {
	// Sections returns what stands on the pages, in lines of at most width
	// cells. It is called again when the width changes.
	Sections func(width int) []plot.Section

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
	options       StatsOptions
	page          plot.Page
	width, height int
	light         bool // the ground of the terminal
	body          []frame.Line
	scroll        [6]int // of each page
	panel         *frame.Panel
}

func newStatsViewer(o StatsOptions) *statsViewer { return &statsViewer{options: o} }

// Init has nothing to do: the pages are laid out for the size that comes.
func (v *statsViewer) Init() tea.Cmd { return nil }

// Update does what a message says.
func (v *statsViewer) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		v.width, v.height = msg.Width, msg.Height
		v.compose()
	case tea.BackgroundColorMsg:
		v.light = !msg.IsDark()
	case tea.KeyPressMsg:
		cmd = v.press(msg.String())
	}
	at := &v.scroll[v.page]
	*at = max(min(*at, len(v.body)-v.bodyHeight()), 0)
	return v, cmd
}

// press does what a key says.
func (v *statsViewer) press(name string) tea.Cmd {
	switch {
	case name == "ctrl+c":
		return tea.Interrupt
	case name == "ctrl+z":
		return frame.Suspend()
	case v.panel != nil && v.panel.Scrolls(name, v.bodyHeight()):
		return nil
	case v.panel != nil:
		v.panel = nil
		return nil
	}
	pages, at := plot.Page(len(v.scroll)), &v.scroll[v.page]
	switch name {
	case "tab", "right", "l", "n":
		v.turn((v.page + 1) % pages)
	case "shift+tab", "left", "h", "p":
		v.turn((v.page + pages - 1) % pages)
	case "1", "2", "3", "4", "5", "6":
		v.turn(plot.Page(name[0] - '1'))
	case "up", "k":
		*at--
	case "down", "j":
		*at++
	case "pgup":
		*at -= max(v.bodyHeight()-1, 1)
	case "pgdown", "space":
		*at += max(v.bodyHeight()-1, 1)
	case "home":
		*at = 0
	case "end":
		*at = len(v.body)
	case "?", "f1":
		v.panel = statsKeys()
	case "q", "esc":
		return tea.Quit
	}
	return nil
}

// turn goes to a page.
func (v *statsViewer) turn(to plot.Page) {
	v.page = to
	v.compose()
}

// compose lays the page out.
func (v *statsViewer) compose() {
	v.body = nil
	for _, s := range v.options.Sections(v.columns()) {
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
}
