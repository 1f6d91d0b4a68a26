package browse

import (
	tea "charm.land/bubbletea/v2"

	"recto/quiz"
	"recto/quiz/tui/card"
	"recto/quiz/tui/frame"
	"recto/quiz/words"
)

// The commands that not every screen has.
const (
	mark    frame.Command = "mark"
	markAll frame.Command = "mark-all"
	suspend frame.Command = "suspend"
	bury    frame.Command = "bury"
	flag    frame.Command = "flag"
	reset   frame.Command = "reset"
	why     frame.Command = "why"
	life    frame.Command = "history"
	sorting frame.Command = "sort"
	reverse frame.Command = "reverse"
	choose  frame.Command = "columns"
	beside  frame.Command = "card"
	clears  frame.Command = "clear"
)

// Keys returns the keys of the screen, cards.
func Keys(w *words.Words) frame.Table {
	c := w.Browse.Command
	bind := frame.Bind
	return frame.Table{Screen: "cards", Bindings: []frame.Binding{
		bind(frame.Search, c.Search, "/"),
		bind(frame.Open, c.Card, "enter"),
		bind(mark, c.Mark, "space"),
		bind(markAll, c.MarkAll, "a"),
		bind(suspend, c.Suspend, "x"),
		bind(bury, c.Bury, "-"),
		bind(flag, c.Flag, "!"),
		bind(reset, c.Reset, "R"),
		bind(frame.Edit, c.Edit, "e"),
		bind(frame.Undo, c.Undo, "u"),
		bind(why, c.Why, "i"),
		bind(life, c.Life, "h"),
		bind(card.OpenImage, c.Image, "o"),
		bind(sorting, c.Sort, "s"),
		bind(reverse, c.Reverse, "r"),
		bind(choose, c.Columns, "c"),
		bind(beside, c.Beside, "v"),
		bind(frame.Up, c.Up, "up"),
		bind(frame.Down, c.Down, "down"),
		bind(frame.PageUp, c.PageUp, "pgup"),
		bind(frame.PageDown, c.PageDown, "pgdown"),
		bind(frame.Top, c.Top, "home"),
		bind(frame.Bottom, c.Bottom, "end"),
		bind(frame.Next, c.Next, "n", "right"),
		bind(frame.Previous, c.Previous, "p", "left"),
		bind(clears, c.Clear, "esc"),
		bind(frame.Help, c.Help, "?", "f1"),
		bind(frame.Leave, c.Leave, "q"),
	}}
}

// maxWaiting is how many keys are kept while the history is busy.
const maxWaiting = 256

// waits reports whether keys have to wait: for the history, or until what was
// searched stands there, so that none acts on a card that is about to go.
func (s *screen) waits() bool { return s.busy || s.job.runs && s.job.finds && !s.searching }

// press takes a key.
func (s *screen) press(k tea.KeyPressMsg) tea.Cmd {
	if name := frame.KeyName(k); s.waits() && name != "ctrl+z" && (s.busy || name != "ctrl+c") {
		if len(s.waiting) < maxWaiting {
			s.waiting = append(s.waiting, k)
		}
		return nil
	}
	s.today = s.options.Now().Day
	panel := s.window.Panel != nil
	c, cmd, done := s.window.Press(k, s.keys)
	switch {
	case done:
		return cmd
	case s.ask != nil:
		return s.answer(k)
	case s.searching && !panel:
		return s.typed(k, c)
	case s.choosing:
		return s.chooses(c)
	case s.view.alone && (s.reads(c) || ofList[c]):
		return nil
	case s.moves(c):
		return nil
	}
	return s.do(c)
}

// answer takes the answer to a question.
func (s *screen) answer(k tea.KeyPressMsg) tea.Cmd {
	ask := s.ask
	s.ask = nil
	if cmd, ok := ask(k.Text); ok {
		return cmd
	}
	s.say(s.words.Browse.Kept)
	return nil
}

// moves takes the commands that move the cursor in the list.
func (s *screen) moves(c frame.Command) bool {
	page := max(s.listHeight()-1, 1)
	switch c {
	case frame.Up, frame.Previous:
		s.cursor--
	case frame.Down, frame.Next:
		s.cursor++
	case frame.PageUp:
		s.cursor, s.top = s.cursor-page, s.top-page
	case frame.PageDown:
		s.cursor, s.top = s.cursor+page, s.top+page
	case frame.Top:
		s.cursor = 0
	case frame.Bottom:
		s.cursor = len(s.list) - 1
	default:
		return false
	}
	s.settle()
	return true
}

// ofList are the commands about the list, which do nothing while a card is shown
// instead of it.
var ofList = map[frame.Command]bool{markAll: true, sorting: true, reverse: true, choose: true, beside: true}

// reads takes the commands that scroll a card which is shown instead of the
// list, and those that end that.
func (s *screen) reads(c frame.Command) bool {
	page := max(s.window.Room()-1, 1)
	switch c {
	case frame.Open, clears, frame.Leave:
		s.view.alone = false
	case frame.Up:
		s.window.Scroll--
	case frame.Down:
		s.window.Scroll++
	case frame.PageUp:
		s.window.Scroll -= page
	case frame.PageDown, mark:
		s.window.Scroll += page
	default:
		return false
	}
	return true
}

// do carries a command out.
func (s *screen) do(c frame.Command) tea.Cmd {
	switch c {
	case frame.Search:
		s.searching, s.view.alone = true, false
		s.field.Cursor = len(s.field.Text)
		return s.prepare()
	case frame.Open:
		s.view.alone, s.window.Scroll = len(s.list) > 0, 0
	case suspend:
		return s.suspend()
	case bury:
		return s.bury()
	case flag:
		s.askFlag()
	case reset:
		s.askReset()
	case frame.Edit:
		return s.edit()
	case frame.Undo:
		return s.undo()
	case why:
		return s.why()
	case life:
		return s.life()
	case card.OpenImage:
		return s.openImage()
	case frame.Help:
		s.window.Help(s.keys, s.works()...)
	case frame.Leave:
		return tea.Quit
	default:
		return s.arranges(c)
	}
	return nil
}

// works returns the commands that do something now.
func (s *screen) works() []frame.Command {
	all := []frame.Command{frame.Search, frame.Help, frame.Leave}
	if len(s.changes) > 0 {
		all = append(all, frame.Undo)
	}
	if s.marks.count > 0 || s.field.Text != "" || s.view.alone {
		all = append(all, clears)
	}
	if !s.view.alone {
		all = append(all, choose, sorting, reverse, beside)
	}
	at, ok := s.row()
	if !ok {
		return all
	}
	all = append(all, frame.Open, suspend, bury, flag, life,
		frame.Up, frame.Down, frame.PageUp, frame.PageDown, frame.Top, frame.Bottom, frame.Next, frame.Previous)
	if !s.view.alone {
		all = append(all, mark, markAll)
	}
	if len(s.those(func(r *row) bool { return r.state != quiz.New })) > 0 {
		all = append(all, reset)
	}
	if s.options.Edit != nil {
		all = append(all, frame.Edit)
	}
	if s.options.Why != nil {
		all = append(all, why)
	}
	if c, err := s.table.card(at); err == nil && len(card.Images(quiz.Look(c, 1, 0, false))) > 0 {
		all = append(all, card.OpenImage)
	}
	return all
}

// arranges carries out the commands about the list itself.
func (s *screen) arranges(c frame.Command) tea.Cmd {
	switch c {
	case mark:
		if row, ok := s.row(); ok {
			s.marks.set(row, !s.marks.has(row))
			s.cursor++
		}
	case markAll:
		s.markAll()
	case clears:
		if s.marks.count > 0 {
			s.marks.clear()
			return nil
		}
		return s.clear()
	case sorting:
		return s.sortNext()
	case reverse:
		s.order.down = !s.order.down
		return s.resorted()
	case choose:
		s.choose()
	case beside:
		s.folded = !s.folded
	}
	return nil
}

// markAll marks all cards that are listed; when they are, it takes the marks
// away.
func (s *screen) markAll() {
	some := false
	for _, i := range s.list {
		some = some || !s.marks.has(i)
	}
	for _, i := range s.list {
		s.marks.set(i, some)
	}
}

// sortBy sorts by a column; by the same one again the other way round.
func (s *screen) sortBy(c column) tea.Cmd {
	if s.order.by == c {
		s.order.down = !s.order.down
	} else {
		s.order.by, s.order.down = c, false
	}
	return s.resorted()
}

// sortNext sorts by the next column on screen, or as the cards stand in their
// decks.
func (s *screen) sortNext() tea.Cmd {
	shown := s.shown()
	next := s.order.by
	for range columns {
		if next = (next + 1) % columns; shown[next] || next == deckColumn {
			break
		}
	}
	s.order.by, s.order.down = next, false
	return s.resorted()
}

// resorted begins to sort, and says by what.
func (s *screen) resorted() tea.Cmd {
	s.say(s.words.Browse.Sorted(s.heading(s.order.by), s.order.down))
	return s.arrange(nil)
}

// hints returns the keys that matter now.
func (s *screen) hints() []frame.Hint {
	c, names := &s.words.Browse.Command, &s.words.Common.Keys
	fixed := func(key string, does words.Does) frame.Hint { return frame.K(key, does.Short) }
	hint := func(c frame.Command, does words.Does) frame.Hint { return s.keys.Hint(c, does.Short) }
	switch {
	case s.ask != nil:
		return []frame.Hint{fixed(names.Esc, c.No)}
	case s.window.Panel != nil:
		return []frame.Hint{frame.K(names.Esc, s.words.Frame.Back)}
	case s.searching:
		return []frame.Hint{fixed(names.Enter, c.Keep), fixed(names.Esc, c.Clear)}
	case s.choosing:
		return []frame.Hint{hint(mark, c.Columns), hint(frame.Open, c.Sort), hint(markAll, c.ByWidth), hint(clears, c.Back)}
	case s.view.alone:
		return s.named(frame.Help, frame.Next, suspend, bury, flag, frame.Edit, why, life)
	}
	all := s.named(frame.Search, frame.Help, mark, suspend, frame.Edit)
	if len(s.changes) > 0 {
		all = append(all, s.named(frame.Undo)...)
	}
	return append(all, s.named(frame.Leave, sorting, life, why, bury, flag)...)
}

// named returns the hints of commands.
func (s *screen) named(commands ...frame.Command) (all []frame.Hint) {
	for _, c := range commands {
		all = append(all, s.keys.Hint(c, ""))
	}
	return all
}
