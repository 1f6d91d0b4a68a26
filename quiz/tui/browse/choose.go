package browse

import (
	tea "charm.land/bubbletea/v2"

	"recto/quiz/tui/frame"
)

// choose lets the learner choose columns, and what the list is sorted by.
func (s *screen) choose() {
	s.choosing, s.choice, s.window.Scroll = true, s.order.by, 0
}

// chooses takes a command while columns are chosen.
func (s *screen) chooses(c frame.Command) tea.Cmd {
	switch c {
	case frame.Up:
		s.choice = (s.choice + columns - 1) % columns
	case frame.Down:
		s.choice = (s.choice + 1) % columns
	case mark:
		shown := s.shown()
		shown[s.choice] = !shown[s.choice]
		s.chosen = &shown
	case markAll:
		s.chosen = nil
	case frame.Open:
		s.choosing = false
		return s.sortBy(s.choice)
	default:
		s.choosing = false
	}
	return nil
}

// shown returns which columns are on screen.
func (s *screen) shown() (shown [columns]bool) {
	if s.chosen != nil {
		return *s.chosen
	}
	was := s.choosing
	s.choosing = false // as the list is without the columns to choose from
	for _, p := range s.layout(s.listWidth()) {
		shown[p.column] = true
	}
	s.choosing = was
	return shown
}

// columnLines draws the columns to choose from.
func (s *screen) columnLines() []frame.Line {
	lines := []frame.Line{frame.Text(s.words.Browse.Choose, frame.Bold), nil}
	if s.window.Tight() {
		lines = nil // for every column
	}
	shown := s.shown()
	for c := range columns {
		sign, look := frame.BlankSign, frame.Look(0)
		if c == s.choice {
			sign, look = frame.HereSign, frame.Bold
		}
		box := "[ ] "
		if shown[c] {
			box = "[x] "
		}
		l := frame.Line{frame.P(sign+box+s.heading(c), look|frame.Zone(int(c)))}
		if c == s.order.by {
			l = append(l, frame.P(" "+s.arrow(), frame.Accent))
		}
		lines = append(lines, l)
		if c == s.choice {
			s.window.Reveal(frame.Span{From: len(lines) - 1, To: len(lines)})
		}
	}
	return lines
}
