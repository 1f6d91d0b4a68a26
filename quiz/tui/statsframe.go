package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"recto/quiz/stats/plot"
	"recto/quiz/tui/frame"
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
	if view.Content = frame.TooSmall(v.width, v.height); view.Content != "" {
		return view
	}
	h, body, scroll := v.bodyHeight(), v.body, v.scroll[v.page]
	if v.panel != nil {
		body = v.panel.Body(v.columns())
		scroll = max(min(v.panel.Scroll, len(body)-h), 0)
	}
	top := v.top(frame.More(len(body)-scroll-h, scroll))
	view.Content = frame.Paint(v.width, v.columns(), h, v.light, top, body[min(scroll, len(body)):], v.bottom())
	return view
}

// top returns the names of the pages and the rule below them.
func (v *statsViewer) top(said string) []frame.Line {
	top := []frame.Line{v.tabs(), v.rule(said)}
	if v.height >= frame.Roomy {
		top = append(top, nil)
	}
	return top
}

// tabs names the pages, the one on screen in brackets; where there is no room
// for all, that one alone.
func (v *statsViewer) tabs() frame.Line {
	var l frame.Line
	for _, p := range plot.Pages() {
		if len(l) > 0 {
			l = append(l, frame.Spaces(1))
		}
		if p == v.page {
			l = append(l, frame.P("["+p.String()+"]", frame.Bold))
		} else {
			l = append(l, frame.P(" "+p.String()+" ", frame.Faint))
		}
	}
	if l.Width() <= v.columns() {
		return l
	}
	return frame.Line{frame.P("recto stats  ", frame.Faint), frame.P("["+v.page.String()+"]", frame.Bold)}
}

// rule returns a rule whose heavy part is how far the pages were gone through,
// and what is said at its end.
func (v *statsViewer) rule(said string) frame.Line {
	pages := len(plot.Pages())
	return frame.Rule(int(v.page)+1, pages, said, fmt.Sprintf("%d of %d", v.page+1, pages), v.columns())
}

// bottom returns the keys.
func (v *statsViewer) bottom() []frame.Line {
	keys := []frame.Hint{frame.K("Tab", "next page"), frame.K("←→", "page"), frame.K("↑↓", "scroll"), frame.K("?", "keys"), frame.K("q", "leave")}
	switch {
	case v.panel != nil:
		keys = []frame.Hint{frame.K("Esc", "back"), frame.K("↑↓", "scroll")}
	case v.columns() < frame.Wide:
		keys = []frame.Hint{frame.K("Tab", "page"), frame.K("↑↓", "scroll"), frame.K("?", "keys"), frame.K("q", "leave")}
	}
	bottom := []frame.Line{frame.KeyLine(keys, v.columns())}
	if v.height >= frame.Roomy {
		return append([]frame.Line{nil}, bottom...)
	}
	return bottom
}

// statsKeys lists all keys of the pages.
func statsKeys() *frame.Panel {
	p := &frame.Panel{Title: "Keys"}
	for _, h := range []frame.Hint{
		frame.K("Tab → n", "next page"),
		frame.K("Shift+Tab ← p", "the page before"),
		frame.K("1 to 6", "a page by its number"),
		frame.K("↑ ↓", "scroll by a line"),
		frame.K("Space PgDn PgUp", "scroll by a screen"),
		frame.K("Home End", "top, bottom"),
		frame.K("q Esc", "leave"),
		frame.K("Ctrl+Z", "to the shell, fg comes back"),
		frame.K("? F1", "these keys"),
	} {
		p.Lines = append(p.Lines, frame.Line{frame.P(h.Key, frame.Bold), frame.P(h.Does, 0)})
	}
	return p
}
