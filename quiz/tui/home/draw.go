package home

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/clipperhouse/displaywidth"

	"recto/decks/markup"
	"recto/quiz/tui/frame"
)

// arrange lists the rows that the filter leaves, and keeps the one that was
// chosen where it is still there.
func (s *Screen) arrange() {
	was := s.chosen()
	s.rows = nil
	want := ""
	if s.filter != nil {
		want = strings.ToLower(strings.TrimSpace(s.filter.Text))
	}
	if want == "" && len(s.today.Decks) > 1 {
		s.rows = append(s.rows, row{})
	}
	for i := range s.today.Decks {
		if d := &s.today.Decks[i]; strings.Contains(strings.ToLower(frame.Inline(d.Title)+"\n"+d.ID), want) {
			s.rows = append(s.rows, row{deck: d})
		}
	}
	for i := range s.today.Faults {
		if f := &s.today.Faults[i]; strings.Contains(strings.ToLower(f.File), want) {
			s.rows = append(s.rows, row{fault: f})
		}
	}
	at := slices.IndexFunc(s.rows, func(r row) bool {
		switch {
		case was.deck != nil:
			return r.deck != nil && r.deck.ID == was.deck.ID
		case was.fault != nil:
			return r.fault != nil && r.fault.File == was.fault.File
		}
		return false
	})
	s.choose(max(at, 0))
}

// View draws the screen.
func (s *Screen) View() tea.View {
	w := s.window.Columns()
	body := s.body(w)
	if s.moved {
		s.moved = false
		if s.at == 0 { // what stands above the first row
			s.window.Scroll = 0
		}
		s.window.Reveal(s.lines)
	}
	p := frame.Page{Status: s.status(w), Body: body, Hints: s.hints()}
	if all := s.today.Done + s.waiting(); all > 0 {
		p.Done, p.All, p.Label = s.today.Done, all, s.words.Home.Today(s.today.Done, all)
	}
	if s.filter != nil {
		const prompt = "/ "
		typed, at, column := s.filter.Lines(w - len(prompt))
		p.Above = []frame.Line{append(frame.Text(prompt, frame.Accent), typed[at]...)}
		p.Cursor = frame.Cursor{Place: frame.InAbove, Column: len(prompt) + column}
	}
	return s.window.Draw(p)
}

// status names the program and counts the days in a row.
func (s *Screen) status(w int) frame.Line {
	var right frame.Line
	if s.more != nil {
		right = frame.Text(s.words.Home.Streak(s.more.Streak, s.more.Today), frame.Faint)
	}
	return frame.Status(s.words.Home.Name, right, w)
}

// waiting returns how many cards of all decks wait.
func (s *Screen) waiting() (n int) {
	for i := range s.today.Decks {
		n += s.today.Decks[i].waits()
	}
	return n
}

// body lays out what waits and the decks, and notes where the chosen one is.
func (s *Screen) body(w int) []frame.Line {
	b := frame.Rows{Tight: s.window.Tight()}
	if !s.loaded {
		if s.late {
			b.Add(frame.Text(s.words.Frame.Loading, frame.Faint))
		}
		return b.Lines
	}
	s.composeToday(&b, w)
	b.Gap()
	if len(s.rows) == 0 {
		said := s.words.Home.NoDeck
		if s.filter != nil {
			said = s.words.Home.NoMatch(s.filter.Text)
		}
		b.Add(frame.Wrap(frame.Text(said, 0), w)...)
		s.lines = frame.Span{}
		return b.Lines
	}
	t := s.measure(w)
	faulty := false
	for i, r := range s.rows {
		if i == 0 && r.fault == nil {
			b.Add(t.head(s))
		}
		if r.fault != nil && !faulty {
			faulty = true
			b.Gap()
			b.Add(frame.Wrap(frame.Text(s.words.Home.Faulty(len(s.today.Faults)), frame.Faint), w)...)
		}
		lines := []frame.Line{t.row(s, i, r)}
		frame.ZoneLines(lines, i, w)
		if i == s.at {
			s.lines = frame.Span{From: len(b.Lines), To: len(b.Lines) + 1}
		}
		b.Add(lines...)
	}
	if b.Tight {
		s.composeExams(&b, w)
	}
	return b.Lines
}

// composeToday says what waits, for how long, and what there is to know.
func (s *Screen) composeToday(b *frame.Rows, w int) {
	for i, said := range s.told() {
		look := frame.Look(0)
		if i == 0 {
			look = frame.Bold
		}
		b.Add(frame.Wrap(frame.Text(markup.OneLine(said), look), w)...)
	}
	if !b.Tight {
		s.composeExams(b, w)
	}
}

// composeExams says where the learner stands before each exam: above the decks,
// and below them where there is little room.
func (s *Screen) composeExams(b *frame.Rows, w int) {
	if s.more == nil {
		return
	}
	for _, x := range s.more.Exams {
		b.Add(frame.Wrap(frame.Text(markup.OneLine(s.words.Common.Sentence(x)), 0), w)...)
	}
}

// table is how wide the parts of a row are, in cells.
type table struct {
	name   int
	counts [3]int
	bar    int
	most   int // cards of the longest bar
}

// Between the parts of a row.
const (
	signWidth = 2
	apart     = 2
)

// measure returns a table for a width.
func (s *Screen) measure(w int) table {
	var t table
	heads := [3]string{s.words.Home.New, s.words.Home.Learning, s.words.Home.Due}
	all := s.all()
	for i, n := range [3]int{all.New, all.Learning, all.Due} {
		t.counts[i] = max(displaywidth.String(heads[i]), len(strconv.Itoa(n))) + apart
	}
	left := w - signWidth - t.counts[0] - t.counts[1] - t.counts[2]
	if w >= frame.Wide {
		t.bar = left * 2 / 5
		left -= t.bar + apart
	}
	t.name = max(left, 1)
	for i := range s.today.Decks {
		t.most = max(t.most, s.today.Decks[i].waits())
	}
	return t
}

// all returns the sum of all decks.
func (s *Screen) all() Deck {
	d := Deck{Title: s.words.Home.AllDecks}
	for _, one := range s.today.Decks {
		d.New, d.Learning, d.Due = d.New+one.New, d.Learning+one.Learning, d.Due+one.Due
	}
	return d
}

// head names what is counted.
func (t *table) head(s *Screen) frame.Line {
	l := frame.Line{frame.Spaces(signWidth + t.name)}
	for i, name := range []string{s.words.Home.New, s.words.Home.Learning, s.words.Home.Due} {
		l = append(l, frame.Spaces(t.counts[i]-displaywidth.String(name)), frame.P(name, frame.Faint))
	}
	return l
}

// row lays out the i-th row.
func (t *table) row(s *Screen, i int, r row) frame.Line {
	sign, look := frame.P(frame.BlankSign, 0), frame.Look(0)
	if i == s.at {
		sign, look = frame.P(frame.HereSign, frame.Accent), frame.Bold
	}
	if r.fault != nil {
		return t.faulty(s, i, r.fault, look)
	}
	d := s.all()
	if r.deck != nil {
		d = *r.deck
	}
	name := frame.Short(d.name(), t.name)
	l := frame.Line{sign, frame.P(name, look), frame.Spaces(t.name - displaywidth.String(name))}
	for k, n := range []int{d.New, d.Learning, d.Due} {
		number, look := strconv.Itoa(n), frame.Look(0)
		if n == 0 {
			look = frame.Faint
		}
		l = append(l, frame.Spaces(t.counts[k]-len(number)), frame.P(number, look))
	}
	if t.bar > 0 {
		most := t.most
		if r.deck == nil {
			most = d.waits()
		}
		l = append(append(l, frame.Spaces(apart)), bar(d, most, t.bar)...)
	}
	return l
}

// faulty lays out a file with faults.
func (t *table) faulty(s *Screen, i int, f *Fault, look frame.Look) frame.Line {
	sign := frame.P(frame.WrongSign, frame.Red|frame.Bold)
	if i == s.at {
		sign = frame.P(frame.HereSign, frame.Accent)
	}
	return frame.Line{sign, frame.P(markup.OneLine(f.line()), look)}
}

// The parts of a bar, dark to light.
const (
	dueBar      = "█"
	learningBar = "▒"
	newBar      = "░"
)

// bar returns a bar of at most width cells for most cards; what there is of has
// a cell at least.
func bar(d Deck, most, width int) frame.Line {
	var l frame.Line
	used := 0
	counts := []struct {
		n    int
		sign string
		look frame.Look
	}{{d.Due, dueBar, frame.Accent}, {d.Learning, learningBar, frame.Yellow}, {d.New, newBar, frame.Green}}
	rest := 0
	for _, c := range counts {
		if c.n > 0 {
			rest++
		}
	}
	for _, c := range counts {
		if c.n == 0 {
			continue
		}
		rest--
		cells := min(max(c.n*width/most, 1), width-used-rest)
		used += cells
		l = append(l, frame.P(strings.Repeat(c.sign, max(cells, 0)), c.look))
	}
	return l
}

// hints returns the keys that matter now.
func (s *Screen) hints() []frame.Hint {
	c := &s.words.Home.Commands
	if s.window.Panel != nil {
		return []frame.Hint{frame.K(s.words.Common.Keys.Esc, c.Back)}
	}
	if s.filter != nil {
		return []frame.Hint{frame.K(s.words.Common.Keys.Enter, c.Find), frame.K(s.words.Common.Keys.Esc, c.EndSearch)}
	}
	var hints []frame.Hint
	works := s.working()
	for _, command := range []frame.Command{frame.Open, frame.Help, frame.Leave, quizzes, browse, stats, preview, frame.Search, frame.Undo, topics} {
		switch {
		case !slices.Contains(works, command):
		case command == frame.Open && s.chosen().fault != nil:
			hints = append(hints, s.keys.Hint(command, c.ShowFault))
		default:
			hints = append(hints, s.keys.Hint(command, ""))
		}
	}
	return hints
}
