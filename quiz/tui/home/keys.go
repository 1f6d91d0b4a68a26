package home

import (
	tea "charm.land/bubbletea/v2"

	"recto/decks/markup"
	"recto/quiz/tui/frame"
	"recto/quiz/words"
)

// The commands that only this screen has.
const (
	quizzes frame.Command = "quiz"
	browse  frame.Command = "browse"
	stats   frame.Command = "stats"
	preview frame.Command = "preview"
	topics  frame.Command = "topics"
)

// Keys returns the keys of the screen, home, and of the help topics.
func Keys(w *words.Words) frame.Table {
	c := w.Home.Commands
	bind := frame.Bind
	return frame.Table{Screen: "home", Bindings: []frame.Binding{
		bind(frame.Open, c.Study, "enter", "space"),
		bind(quizzes, c.Quiz, "t"),
		bind(browse, c.Browse, "b"),
		bind(stats, c.Stats, "s"),
		bind(preview, c.Preview, "p"),
		bind(frame.Search, c.Search, "/"),
		bind(frame.Undo, c.Undo, "u"),
		bind(topics, c.Topics, "h"),
		bind(frame.Up, c.Up, "up"),
		bind(frame.Down, c.Down, "down"),
		bind(frame.PageUp, c.PageUp, "pgup"),
		bind(frame.PageDown, c.PageDown, "pgdown"),
		bind(frame.Top, c.Top, "home"),
		bind(frame.Bottom, c.Bottom, "end"),
		bind(frame.Help, c.Help, "?", "f1"),
		bind(frame.Leave, c.Leave, "q", "esc"),
	}}
}

// maxWaiting is how many keys are kept until there is something to see.
const maxWaiting = 256

// press does what a key says. While a filter is typed keys are text first.
// Before there is anything to see keys wait, but those that leave.
func (s *Screen) press(k tea.KeyPressMsg) tea.Cmd {
	if name := frame.KeyName(k); !s.loaded && name != "ctrl+c" && name != "ctrl+z" && s.keys.Means(k) != frame.Leave {
		if len(s.ahead) < maxWaiting {
			s.ahead = append(s.ahead, k)
		}
		return nil
	}
	panel := s.window.Panel != nil
	c, cmd, done := s.window.Press(k, s.keys)
	if done {
		return cmd
	}
	if s.filter != nil && !panel {
		return s.typing(k, c)
	}
	return s.do(c)
}

// typing takes a key while the filter is typed.
func (s *Screen) typing(k tea.KeyPressMsg, c frame.Command) tea.Cmd {
	switch name := frame.KeyName(k); {
	case name == "esc", name == "backspace" && s.filter.Text == "":
		s.filter = nil
	case name == "enter":
		return s.do(frame.Open)
	case name == "up", name == "down", name == "pgup", name == "pgdown":
		return s.do(c)
	default:
		s.filter.Key(k)
	}
	s.arrange()
	return nil
}

// do carries a command out.
func (s *Screen) do(c frame.Command) tea.Cmd {
	switch c {
	case frame.Open:
		if f := s.chosen().fault; f != nil {
			s.showFault(*f)
			return nil
		}
		return s.open(s.options.Study)
	case quizzes:
		return s.open(s.options.Quiz)
	case browse:
		return s.open(s.options.Browse)
	case stats:
		return s.open(s.options.Stats)
	case preview:
		if len(s.decks()) > 1 {
			s.window.Say(s.words.Home.OneDeck)
			return nil
		}
		return s.open(s.options.Preview)
	case topics:
		return s.read()
	case frame.Search:
		s.filter = &frame.Field{}
		s.arrange()
	case frame.Undo:
		return s.undo()
	case frame.Help:
		s.window.Help(s.keys, s.working()...)
	case frame.Leave:
		return tea.Quit
	case frame.Up:
		s.choose(s.at - 1)
	case frame.Down:
		s.choose(s.at + 1)
	case frame.PageUp:
		s.choose(s.at - max(s.window.Room()-1, 1))
	case frame.PageDown:
		s.choose(s.at + max(s.window.Room()-1, 1))
	case frame.Top:
		s.choose(0)
	case frame.Bottom:
		s.choose(len(s.rows) - 1)
	}
	return nil
}

// mouse does what a click says: it chooses a row, and opens it when it was
// chosen.
func (s *Screen) mouse(msg tea.MouseMsg) tea.Cmd {
	c := s.window.Mouse(msg)
	if c.Wheel != 0 {
		s.window.Scroll += c.Wheel
		return nil
	}
	if c.Zone >= 0 && c.Zone < len(s.rows) {
		if c.Zone == s.at {
			return s.do(frame.Open)
		}
		s.choose(c.Zone)
		return nil
	}
	return s.do(c.Command)
}

// choose chooses a row.
func (s *Screen) choose(at int) {
	s.at = max(min(at, len(s.rows)-1), 0)
	s.moved = true
}

// chosen returns the row that is chosen.
func (s *Screen) chosen() row {
	if s.at < len(s.rows) {
		return s.rows[s.at]
	}
	return row{}
}

// decks returns the decks of the chosen row, none for a file with faults.
func (s *Screen) decks() []Deck {
	switch r := s.chosen(); {
	case len(s.rows) == 0 || r.fault != nil:
		return nil
	case r.deck == nil:
		return s.today.Decks
	default:
		return []Deck{*r.deck}
	}
}

// open opens another screen for the chosen decks.
func (s *Screen) open(door Door) tea.Cmd {
	chosen := s.decks()
	if door == nil || len(chosen) == 0 {
		return nil
	}
	if r := s.chosen(); r.deck == nil && len(s.today.Faults) == 0 {
		chosen = nil
	}
	return frame.Push(door(chosen))
}

// working returns the commands that do something now.
func (s *Screen) working() []frame.Command {
	all := []frame.Command{frame.Leave, frame.Help, frame.Up, frame.Down, frame.PageUp, frame.PageDown, frame.Top, frame.Bottom, frame.Search}
	decks := s.decks()
	if len(s.rows) > 0 {
		all = append(all, frame.Open)
	}
	for _, d := range []struct {
		command frame.Command
		door    Door
	}{{quizzes, s.options.Quiz}, {browse, s.options.Browse}, {stats, s.options.Stats}, {preview, s.options.Preview}} {
		if d.door != nil && len(decks) > 0 && (d.command != preview || len(decks) == 1) {
			all = append(all, d.command)
		}
	}
	if s.options.Undo != nil {
		all = append(all, frame.Undo)
	}
	if len(s.options.Topics) > 0 {
		all = append(all, topics)
	}
	return all
}

// undo takes the last action back, beside the loop.
func (s *Screen) undo() tea.Cmd {
	if s.options.Undo == nil || s.busy {
		return nil
	}
	s.busy = true
	return func() tea.Msg {
		said, err := s.options.Undo(s.ctx)
		return undoneMsg{said, err}
	}
}

// showFault shows what is wrong with a file.
func (s *Screen) showFault(f Fault) {
	s.window.Panel = &frame.Panel{Title: s.words.Home.Fault, Below: func(w int) []frame.Line {
		lines := append(frame.FaultLines(f.Text, w), nil)
		return append(lines, frame.Wrap(frame.Text(s.words.Home.FaultHint(markup.OneLine(f.File)), frame.Faint), w)...)
	}}
}
