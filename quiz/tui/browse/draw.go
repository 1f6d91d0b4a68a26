package browse

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"recto/quiz/tui/frame"
)

// The measures of the screen, in cells.
const (
	maxColumns = 400
	signs      = 3   // before the columns: cursor, mark, space
	besides    = 100 // from this width on the card stands beside the list
	between    = " │ "
	prompt     = "/ " // before the search
)

// Zones: the rows of the list on screen from 0, which are columns while those
// are chosen; heads of columns.
const headZone = 0x1000

// hasCard reports whether the card stands beside the list.
func (s *screen) hasCard() bool {
	return s.window.Width >= besides && !s.folded && !s.view.alone && !s.choosing
}

// listWidth returns how many cells the columns of the list have.
func (s *screen) listWidth() int {
	w := s.window.Columns()
	if s.hasCard() {
		w -= s.cardWidth() + frame.Width(between)
	}
	return max(w-signs, 1)
}

// cardWidth returns how many cells the card has.
func (s *screen) cardWidth() int {
	w := s.window.Columns()
	if !s.view.alone {
		w = w * 9 / 20
	}
	return min(w, frame.MaxColumns)
}

// listHeight returns how many cards were on screen when it was drawn last.
func (s *screen) listHeight() int { return max(s.window.Room()-1, 1) }

// View draws the screen.
func (s *screen) View() tea.View {
	p := s.page()
	// How many lines the list has depends on what stands around it.
	if s.window.Draw(p); s.window.Width == 0 {
		return s.window.Draw(p)
	}
	s.settle()
	p.Body = s.body(s.window.Room())
	return s.window.Draw(p)
}

// page returns what stands around the body.
func (s *screen) page() frame.Page {
	w, words := s.window.Columns(), &s.words.Browse
	right := words.Found(len(s.list), s.table.Len())
	if s.job.runs {
		right = words.Searching
	}
	if s.marks.count > 0 {
		right += " · " + words.Marked(s.marks.count)
	}
	left := words.Title
	if len(s.titles) == 1 {
		left = s.titles[0]
	}
	p := frame.Page{Status: frame.Status(left, frame.Text(right, frame.Faint), w), Hints: s.hints()}
	if len(s.list) > 0 {
		p.Done, p.All, p.Label = s.cursor+1, len(s.list), words.Place(s.cursor+1, len(s.list))
	}
	if (s.searching || s.field.Text != "") && !s.view.alone && !s.choosing {
		s.searchLine(&p, w)
	}
	return p
}

// searchLine draws the search above the keys.
func (s *screen) searchLine(p *frame.Page, w int) {
	lines, row, column := s.field.Lines(max(w-len(prompt), 2))
	look := frame.Faint
	if s.searching {
		look = frame.Accent
		p.Cursor = frame.Cursor{Place: frame.InAbove, Column: len(prompt) + column}
	}
	l := frame.Text(prompt, look)
	if s.field.Text == "" {
		l = append(l, frame.P(frame.Short(s.words.Browse.Search, w-len(prompt)), frame.Faint))
	}
	p.Above = []frame.Line{append(l, lines[row]...)}
}

// body draws what stands in h lines between top and bottom, or more.
func (s *screen) body(h int) []frame.Line {
	switch {
	case s.choosing:
		return s.columnLines()
	case s.view.alone:
		s.compose(s.cardWidth())
		return s.view.lines
	}
	s.window.Scroll = 0
	list := s.listLines(h)
	if !s.hasCard() {
		return list
	}
	s.compose(s.cardWidth())
	w := s.listWidth() + signs
	lines := make([]frame.Line, h)
	for n := range lines {
		var l frame.Line
		if n < len(list) {
			l = list[n].Cut(w)
		}
		l = append(l[:len(l):len(l)], frame.Spaces(w-l.Width()), frame.P(between, frame.Faint))
		if n < len(s.view.lines) {
			l = append(l, s.view.lines[n]...)
		}
		lines[n] = l
	}
	return lines
}

// arrow says in which way the list is sorted.
func (s *screen) arrow() string {
	if s.order.down {
		return "↓"
	}
	return "↑"
}

// listLines draws the heads of the columns and the cards below them.
func (s *screen) listLines(h int) []frame.Line {
	all := s.layout(s.listWidth())
	head := frame.Line{frame.Spaces(signs)}
	for n, p := range all {
		name, look := s.heading(p.column), frame.Faint
		if p.column == s.order.by && (s.order.by != deckColumn || s.order.down) {
			name, look = name+" "+s.arrow(), frame.Bold
		}
		head = append(head, padded(name, p, look|frame.Zone(headZone+int(p.column)), n)...)
	}
	lines := []frame.Line{head}
	if len(s.list) == 0 {
		said := s.words.Browse.NoMatch
		if s.table.Len() == 0 {
			said = s.words.Browse.NoCard
		}
		return append(lines, nil, frame.Line{frame.Spaces(signs), frame.P(said, 0)})
	}
	for n := s.top; n < min(s.top+h-1, len(s.list)); n++ {
		lines = append(lines, s.cardLine(s.list[n], all, n == s.cursor))
		frame.ZoneLines(lines[len(lines)-1:], n-s.top, s.listWidth()+signs)
	}
	return lines
}

// cardLine draws a card of the list.
func (s *screen) cardLine(i int32, all []placed, here bool) frame.Line {
	sign, look := []byte("   "), frame.Look(0)
	if here {
		sign[0], look = '>', frame.Bold
	}
	if s.marks.has(i) {
		sign[1] = '*'
	}
	l := frame.Line{frame.P(string(sign), look)}
	for n, p := range all {
		of := look
		if !here && (p.column == stateColumn || p.column == deckColumn || p.column == tagsColumn) {
			of = frame.Faint
		}
		l = append(l, padded(s.cell(p.column, i), p, of, n)...)
	}
	return l
}

// padded returns the n-th cell of a line, as wide as its column, with the gap
// before it.
func padded(text string, p placed, look frame.Look, n int) []frame.Piece {
	text = frame.Short(text, p.width)
	rest := strings.Repeat(" ", max(p.width-frame.Width(text), 0))
	gap := frame.Spaces(0)
	if n > 0 {
		gap = frame.Spaces(gapWidth)
	}
	if p.column.isNumber() {
		return []frame.Piece{gap, frame.P(rest, 0), frame.P(text, look)}
	}
	return []frame.Piece{gap, frame.P(text, look), frame.P(rest, 0)}
}

// mouse takes what the mouse does: a click goes to a card, one on the card under
// the cursor opens it, one on a head sorts by its column; the wheel scrolls.
func (s *screen) mouse(msg tea.MouseMsg) tea.Cmd {
	if s.busy || s.ask != nil {
		return nil
	}
	click := s.window.Mouse(msg)
	switch {
	case s.view.alone:
		s.window.Scroll += click.Wheel
	case click.Wheel != 0:
		s.cursor, s.top = s.cursor+click.Wheel, s.top+click.Wheel
	}
	switch {
	case click.Command != "":
		return s.do(click.Command)
	case click.Zone >= headZone:
		return s.sortBy(column(click.Zone - headZone))
	case click.Zone >= 0 && s.choosing:
		s.choice = column(click.Zone)
	case click.Zone >= 0 && s.top+click.Zone == s.cursor:
		return s.do(frame.Open)
	case click.Zone >= 0:
		s.cursor = s.top + click.Zone
	}
	return nil
}
