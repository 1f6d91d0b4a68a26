package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/clipperhouse/displaywidth"

	"recto/quiz/stats/plot"
)

// columns returns the width of the column.
func (v *statsViewer) columns() int { return max(min(plot.MaxWidth, v.width-4), 1) }

// bodyHeight returns how many lines there are between the top and the bottom.
func (v *statsViewer) bodyHeight() int {
	return max(v.height-len(v.top(""))-len(v.bottom()), 1)
}

// View draws the screen.
func (v *statsViewer) View() tea.View {
	view := tea.View{AltScreen: true}
	if v.width == 0 || v.height == 0 {
		return view
	}
	if v.width < minWidth || v.height < minHeight {
		view.Content = short("window too small", v.width)
		return view
	}
	h, body, scroll := v.bodyHeight(), v.body, v.scroll[v.page]
	if v.panel != nil {
		body = v.panel.body(v.columns())
		scroll = max(min(v.panel.scroll, len(body)-h), 0)
	}
	top := v.top(more(len(body)-scroll-h, scroll))
	view.Content = paint(v.width, v.columns(), h, v.light, top, body[min(scroll, len(body)):], v.bottom())
	return view
}

// top returns the names of the pages and the rule below them.
func (v *statsViewer) top(said string) []line {
	top := []line{v.tabs(), v.rule(said)}
	if v.height >= roomy {
		top = append(top, nil)
	}
	return top
}

// tabs names the pages, the one on screen in brackets; where there is no room
// for all, that one alone.
func (v *statsViewer) tabs() line {
	var l line
	for _, p := range plot.Pages() {
		if len(l) > 0 {
			l = append(l, spaces(1))
		}
		if p == v.page {
			l = append(l, piece{"[" + p.String() + "]", bold})
		} else {
			l = append(l, piece{" " + p.String() + " ", faint})
		}
	}
	if l.width() <= v.columns() {
		return l
	}
	return line{{"recto stats  ", faint}, {"[" + v.page.String() + "]", bold}}
}

// rule returns a rule whose heavy part is how far the pages were gone through,
// and what is said at its end.
func (v *statsViewer) rule(said string) line {
	pages := len(plot.Pages())
	label := fmt.Sprintf(" %d of %d", v.page+1, pages)
	if said != "" {
		label = " " + said + " ·" + label
	}
	length := max(v.columns()-displaywidth.String(label), 0)
	heavy := length * (int(v.page) + 1) / pages
	return line{{strings.Repeat("━", heavy), accent}, {strings.Repeat("─", length-heavy), faint}, {label, faint}}
}

// bottom returns the keys.
func (v *statsViewer) bottom() []line {
	keys := []hint{{"Tab", "next page"}, {"←→", "page"}, {"↑↓", "scroll"}, {"?", "keys"}, {"q", "leave"}}
	switch {
	case v.panel != nil:
		keys = []hint{{"Esc", "back"}, {"↑↓", "scroll"}}
	case v.columns() < wide:
		keys = []hint{{"Tab", "page"}, {"↑↓", "scroll"}, {"?", "keys"}, {"q", "leave"}}
	}
	bottom := []line{keyLine(keys, v.columns())}
	if v.height >= roomy {
		return append([]line{nil}, bottom...)
	}
	return bottom
}

// statsKeys lists all keys of the pages.
func statsKeys() *panel {
	p := &panel{title: "Keys"}
	for _, h := range []hint{
		{"Tab → n", "next page"},
		{"Shift+Tab ← p", "the page before"},
		{"1 to 6", "a page by its number"},
		{"↑ ↓", "scroll by a line"},
		{"Space PgDn PgUp", "scroll by a screen"},
		{"Home End", "top, bottom"},
		{"q Esc", "leave"},
		{"Ctrl+Z", "to the shell, fg comes back"},
		{"? F1", "these keys"},
	} {
		p.lines = append(p.lines, line{{h.key, bold}, {h.does, 0}})
	}
	return p
}
