package test

import (
	"fmt"
	"strings"

	"recto/quiz/practice"
	"recto/quiz/tui/card"
	"recto/quiz/tui/frame"
)

// composeList lays out the questions with what became of them, and the line
// that hands in.
func (s *Screen) composeList(b *card.Body, w int) {
	v, say := s.view, &s.w.Test
	if v.Phase == practice.Ready {
		b.Add(frame.Wrap(frame.Text(say.Asked(v.Answered, v.Unanswered), frame.Bold), w)...)
		b.Gap()
	}
	s.addRows(b, v.Total, s.listRow)
	if !b.Tight {
		b.Add(nil)
	}
	hand := frame.Line{frame.P(say.HandInRow(v.Unanswered), frame.Bold)}
	b.Add(s.row(v.Total, hand, "", "", w))
}

// listRow lays out a question in the list, from 0.
func (s *Screen) listRow(i, w int) frame.Line {
	e, say := s.view.List[i], &s.w.Test
	mark := "[ ] "
	if e.State == practice.Answered {
		mark = "[x] "
	}
	state := map[practice.State]string{practice.Open: say.States.Open, practice.Left: say.States.Left}[e.State]
	if e.Later {
		state = say.States.Skipped
	}
	if e.Flag {
		state = strings.TrimSuffix(say.Flagged+", "+state, ", ")
	}
	label := frame.Line{frame.P(mark, 0), frame.P(fmt.Sprintf("%*d  ", len(fmt.Sprint(s.view.Total)), e.Number), frame.Bold)}
	return s.row(i, label, frame.Inline(s.test.Ask(i)), state, w)
}

// rows are lines of a body of which each is a question that can be chosen. They
// are laid out when they come into sight: a deck may have thousands.
type rows struct {
	first, n int // the lines of the body
	lay      func(i, w int) frame.Line
}

// addRows adds n rows, not laid out yet.
func (s *Screen) addRows(b *card.Body, n int, lay func(i, w int) frame.Line) {
	s.rows = rows{len(b.Lines), n, lay}
	b.Add(make([]frame.Line, n)...)
}

// fill lays out the rows that are in sight, and reports whether any was not.
func (s *Screen) fill(w int) (some bool) {
	from := max(s.window.Scroll-s.rows.first, 0)
	to := min(s.window.Scroll+s.window.Room()-s.rows.first, s.rows.n)
	for i := from; i < to; i++ {
		if l := &s.body.Lines[s.rows.first+i]; *l == nil {
			*l, some = s.rows.lay(i, w), true
		}
	}
	return some
}

// row lays out a line that can be chosen: a label, a text that is cut where
// there is no room, and what stands at the end.
func (s *Screen) row(i int, label frame.Line, text, end string, w int) frame.Line {
	l := frame.Text(frame.BlankSign, 0)
	if i == s.at {
		l = frame.Text(frame.HereSign, frame.Accent)
	}
	l = append(l, label...)
	tail := frame.Text(end, frame.Faint)
	l = append(l, frame.P(frame.Short(text, max(w-l.Width()-tail.Width()-2, 0)), 0))
	lines := []frame.Line{append(append(l, frame.Spaces(w-l.Width()-tail.Width())), tail...)}
	frame.ZoneLines(lines, card.Zones+i, w)
	return lines[0]
}
