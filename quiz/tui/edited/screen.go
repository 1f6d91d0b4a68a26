package edited

import (
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"recto/decks/markup"
	"recto/quiz/tui/frame"
	"recto/quiz/words"
)

// Side is what a question said, or says.
type Side struct {
	Text    string // markup
	Answers []string
}

// Change is what is asked about: a question that may be an edited one, or
// several that all went from one deck to another.
type Change struct {
	Was, Now  Side   // of the first one
	Questions int    // how many, 1 for one
	From, To  string // decks, where there are several
}

// Decision is what the learner says of a change.
type Decision uint8

// The decisions.
const (
	Later Decision = iota // it is asked again before a later session
	Keep                  // the same question: it keeps its history
	Anew                  // another one
)

// Options are what the screen needs.
type Options struct {
	Changes []Change // one or more
	// Next opens the screen that takes the place of this one, given a decision
	// for each change.
	Next  func([]Decision) frame.Opener
	Keys  frame.Keymap
	Words *words.Words
}

// The commands that only this screen has.
const (
	keep  frame.Command = "same"
	anew  frame.Command = "another"
	later frame.Command = "later"
)

// Keys returns the keys of the screen, edited.
func Keys(w *words.Words) frame.Table {
	c := w.Edited.Command
	bind := frame.Bind
	return frame.Table{Screen: "edited", Bindings: []frame.Binding{
		bind(keep, c.Keep, "y"),
		bind(anew, c.Anew, "n"),
		bind(later, c.Later, "l"), // not Enter, which opened the session and may be pressed twice
		bind(frame.Undo, c.Undo, "u"),
		bind(frame.Up, c.Up, "up"),
		bind(frame.Down, c.Down, "down"),
		bind(frame.Help, c.Help, "?", "f1"),
		bind(frame.Leave, c.Leave, "q", "esc"),
	}}
}

// screen is the model. Only the program's loop touches it.
type screen struct {
	options Options
	words   *words.Words
	keys    *frame.Keys
	window  frame.Window
	seen    bool       // the first change was on screen for a moment
	decided []Decision // of the changes before the one on screen
	err     error      // why the session could not be opened
}

// seenMsg says that the first change was on screen for a moment.
type seenMsg struct{}

// New returns the screen.
func New(o Options) frame.Screen {
	return &screen{options: o, words: o.Words, keys: o.Keys.Of(Keys(o.Words), o.Words.Common.Keys), window: frame.Window{Words: o.Words}}
}

// Init waits a moment: keys that were pressed before there was a question are no
// answers to it.
func (s *screen) Init() tea.Cmd {
	return tea.Tick(frame.Calm, func(time.Time) tea.Msg { return seenMsg{} })
}

// End returns why the session could not be opened.
func (s *screen) End(error) (string, error) { return "", s.err }

// Update does what a message says.
func (s *screen) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		c, cmd, done := s.window.Press(msg, s.keys)
		if done {
			return s, cmd
		}
		return s, s.do(c)
	case tea.MouseMsg:
		click := s.window.Mouse(msg)
		s.window.Scroll += click.Wheel
		return s, s.do(click.Command)
	case seenMsg:
		s.seen = true
	case frame.BackMsg: // the session was called off, or cannot be opened
		s.err = msg.Err
		return s, tea.Quit
	default:
		s.window.Takes(msg)
	}
	return s, nil
}

// over reports whether everything is decided, and the session is being opened.
func (s *screen) over() bool { return len(s.decided) == len(s.options.Changes) }

// do carries a command out.
func (s *screen) do(c frame.Command) tea.Cmd {
	if !s.seen || s.over() {
		return nil
	}
	switch c {
	case keep:
		return s.decide(Keep)
	case anew:
		return s.decide(Anew)
	case later:
		return s.decide(Later)
	case frame.Undo:
		if n := len(s.decided); n > 0 {
			s.decided, s.window.Scroll = s.decided[:n-1], 0
		}
	case frame.Up:
		s.window.Scroll--
	case frame.Down:
		s.window.Scroll++
	case frame.Help:
		s.window.Help(s.keys, s.works()...)
	case frame.Leave:
		return tea.Quit
	}
	return nil
}

// decide takes a decision, and opens what is next after the last one.
func (s *screen) decide(d Decision) tea.Cmd {
	s.decided, s.window.Scroll = append(s.decided, d), 0
	if !s.over() {
		return nil
	}
	return frame.Replace(s.options.Next(slices.Clone(s.decided)))
}

// works returns the commands that do something now.
func (s *screen) works() []frame.Command {
	all := []frame.Command{keep, anew, later, frame.Up, frame.Down, frame.Help, frame.Leave}
	if len(s.decided) > 0 {
		all = append(all, frame.Undo)
	}
	return all
}

// View draws the screen.
func (s *screen) View() tea.View {
	w, all := &s.words.Edited, len(s.options.Changes)
	at := min(len(s.decided), all-1) // the last one while the session is opened
	width := s.window.Columns()
	page := frame.Page{
		Status: frame.Status(w.Name, nil, width), Done: at, All: all, Label: w.Place(at+1, all),
		Body: s.body(s.options.Changes[at], width),
	}
	if s.window.Panel != nil {
		page.Hints = []frame.Hint{frame.K(s.words.Common.Keys.Esc, s.words.Frame.Back)}
		return s.window.Draw(page)
	}
	var hints []frame.Command // those that work
	if s.seen {
		hints = append(hints, keep, anew, later, frame.Help, frame.Leave)
	}
	if len(s.decided) > 0 {
		hints = append(hints, frame.Undo)
	}
	for _, c := range hints {
		page.Hints = append(page.Hints, s.keys.Hint(c, ""))
	}
	return s.window.Draw(page)
}

// body lays out what is asked.
func (s *screen) body(c Change, width int) []frame.Line {
	w := &s.words.Edited
	if c.Questions > 1 {
		lines := frame.Wrap(frame.Text(w.Moved(c.Questions, markup.OneLine(c.From), markup.OneLine(c.To)), frame.Bold), width)
		return append(append(lines, nil), side(w.First, c.Now, len(w.First), width)...)
	}
	labels := max(frame.Width(w.Was), frame.Width(w.Now))
	lines := append(frame.Wrap(frame.Text(w.Ask, frame.Bold), width), nil)
	lines = append(lines, side(w.Was, c.Was, labels, width)...)
	lines = append(lines, nil)
	return append(lines, side(w.Now, c.Now, labels, width)...)
}

// side lays out a question and its answers beside a label.
func side(label string, of Side, labels, width int) []frame.Line {
	before := frame.Line{frame.P(label, frame.Faint), frame.Spaces(labels - frame.Width(label) + 2)}
	lines := frame.Hang(before, frame.Text(frame.Inline(of.Text), 0), width)
	if len(of.Answers) > 0 {
		var answers []string
		for _, a := range of.Answers {
			answers = append(answers, markup.OneLine(a))
		}
		lines = append(lines, frame.Hang(frame.Line{frame.Spaces(labels + 2)}, frame.Text(strings.Join(answers, "; "), frame.Faint), width)...)
	}
	return lines
}
