package browse

import (
	"context"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"recto/quiz/query"
	"recto/quiz/tui/frame"
)

// job is a search that runs beside the loop.
type job struct {
	number int // of the last one that was begun
	cancel func()
	runs   bool
	finds  bool // it searches; else it sorts what was found
}

// arrangedMsg is what a search came to.
type arrangedMsg struct {
	number  int
	version int // of the table when the search began
	table   *Table
	list    []int32
	err     error
}

// search takes what stands in the field as the query. What is no query yet
// leaves the list as it is, and says what is wrong.
func (s *screen) search() tea.Cmd {
	q, err := query.Parse(strings.TrimSpace(s.field.Text))
	var wrong *query.Error
	if errors.As(err, &wrong) {
		why := wrong.Message
		if wrong.Hint != "" {
			why += "; " + wrong.Hint
		}
		s.say(s.words.Browse.WrongQuery(why))
		return nil
	}
	if q.String() == s.order.query.String() {
		return nil
	}
	var within []int32
	if was := s.order.query; !s.job.runs && q.Narrows(was) && s.listed == s.table.version {
		within = s.list
	}
	s.order.query = q
	cmd := s.arrange(within)
	s.job.finds = true
	return cmd
}

// prepare begins to read what will be searched while the first word is typed.
func (s *screen) prepare() tea.Cmd {
	ctx, table := s.ctx, s.table
	return func() tea.Msg {
		_ = table.readTexts(ctx) // who searches is told
		return nil
	}
}

// arrange begins to search and sort beside the loop, among some rows, or among
// all where these are nil. A search that still runs is not wanted any more.
func (s *screen) arrange(within []int32) tea.Cmd {
	if s.job.cancel != nil {
		s.job.cancel()
	}
	ctx, cancel := context.WithCancel(s.ctx)
	s.job = job{number: s.job.number + 1, cancel: cancel, runs: true, finds: s.job.runs && s.job.finds}
	number, table, order, version := s.job.number, s.table, s.order, s.table.version
	now := query.Now{Day: s.today, Leech: s.options.Leech, Recall: s.options.Recall}
	return func() tea.Msg {
		defer cancel()
		list, err := table.arrange(ctx, order, now, within)
		return arrangedMsg{number, version, table, list, err}
	}
}

// arranged lists what was found. The card under the cursor stays under it when
// it is among what was found.
func (s *screen) arranged(msg arrangedMsg) {
	if msg.number != s.job.number || msg.table != s.table {
		return
	}
	s.job.runs = false
	if msg.err != nil {
		s.failed(s.words.Browse.NotRead, msg.err)
		return
	}
	was, ok := s.row()
	s.list, s.listed = msg.list, msg.version
	if ok {
		s.find(was)
	}
}

// find moves the cursor to a row where it is listed, else to the first one.
func (s *screen) find(row int32) {
	height := s.cursor - s.top
	s.cursor, s.top = 0, 0
	for n, i := range s.list {
		if i == row {
			s.cursor, s.top = n, max(n-height, 0)
			return
		}
	}
}

// paste types what was pasted into the search.
func (s *screen) paste(text string) tea.Cmd {
	if !s.searching {
		return nil
	}
	s.field.Insert(text)
	return s.search()
}

// typed takes a key while the search is typed.
func (s *screen) typed(k tea.KeyPressMsg, c frame.Command) tea.Cmd {
	switch name := frame.KeyName(k); name {
	case "enter":
		s.searching = false
		return s.search()
	case "esc":
		s.searching = false
		return s.clear()
	case "up", "down", "pgup", "pgdown":
		s.moves(c)
		return nil
	}
	before := s.field.Text
	s.field.Key(k)
	if s.field.Text == before {
		return nil
	}
	return s.search()
}

// clear takes the search away.
func (s *screen) clear() tea.Cmd {
	s.field = frame.Field{}
	return s.search()
}
