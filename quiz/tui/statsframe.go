package tui

import (
	tea "charm.land/bubbletea/v2"

	"recto/quiz/stats/plot"
	"recto/quiz/tui/frame"
)

// View draws the screen. The heavy part of the rule is how far the pages were
// gone through.
func (v *statsViewer) View() tea.View {
	at, all := int(v.page)+1, len(plot.Pages())
	return v.window.Draw(frame.Page{
		Status: v.tabs(), Done: at, All: all, Label: v.w.Stats.Place(at, all), Body: v.body, Hints: v.hints(),
	})
}

// tabs names the pages, the one on screen in brackets; where there is no room
// for all, that one alone.
func (v *statsViewer) tabs() frame.Line {
	var l frame.Line
	for i, p := range plot.Pages() {
		if len(l) > 0 {
			l = append(l, frame.Spaces(1))
		}
		if p == v.page {
			l = append(l, frame.P("["+v.w.Stats.Pages[p]+"]", frame.Bold))
		} else {
			l = append(l, frame.P(" "+v.w.Stats.Pages[p]+" ", frame.Faint|frame.Zone(i)))
		}
	}
	if l.Width() <= v.window.Columns() {
		return l
	}
	return frame.Line{frame.P(v.w.Stats.Name+"  ", frame.Faint), frame.P("["+v.w.Stats.Pages[v.page]+"]", frame.Bold)}
}

// hints returns the keys that matter now.
func (v *statsViewer) hints() []frame.Hint {
	if v.window.Panel != nil {
		return []frame.Hint{frame.K(v.w.Common.Keys.Esc, v.w.Frame.Back)}
	}
	var hints []frame.Hint
	for _, c := range []frame.Command{frame.Next, frame.Help, frame.Leave, frame.Down, frame.Up, frame.PageDown} {
		hints = append(hints, v.keys.Hint(c, ""))
	}
	return hints
}
