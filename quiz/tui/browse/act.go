package browse

import (
	"errors"
	"sync"

	tea "charm.land/bubbletea/v2"

	"recto/decks"
	"recto/quiz"
)

// change is an action that was saved: what an undo has to name, the cards, and
// what was done to them.
type change struct {
	events []quiz.EventID
	cards  []decks.CardID
	said   string
}

// saving is a commit that is carried out once, by whoever comes first: the
// command for it, or the end of the screen.
type saving struct {
	commit func() savedMsg
	once   sync.Once
	msg    savedMsg
}

var errUnfinished = errors.New("saving it did not come to an end")

func (s *saving) do() savedMsg {
	s.once.Do(func() {
		s.msg = savedMsg{err: errUnfinished} // when the commit panics
		s.msg = s.commit()
	})
	return s.msg
}

// savedMsg is what became of a commit.
type savedMsg struct {
	done     change
	undo     bool // it took done back
	progress map[decks.CardID]quiz.Progress
	err      error // it is not saved
	unread   error // it is, but what the cards are now could not be read
}

// perRead is up to how many cards are read by their ids; of more all are read.
const perRead = 500

// targets returns the rows that an action is for: those that are marked, else
// the one under the cursor.
func (s *screen) targets() []int32 {
	if s.marks.count > 0 {
		return s.marks.rows()
	}
	if row, ok := s.row(); ok {
		return []int32{row}
	}
	return nil
}

// those returns the targets of which something is true.
func (s *screen) those(is func(*row) bool) (rows []int32) {
	for _, i := range s.targets() {
		if is(&s.table.rows[i]) {
			rows = append(rows, i)
		}
	}
	return rows
}

// suspend suspends the targets; when all of them are, it ends that.
func (s *screen) suspend() tea.Cmd {
	w := &s.words.Browse
	if rows := s.those(func(r *row) bool { return !r.suspended }); len(rows) > 0 {
		return s.commit(rows, w.Suspended(len(rows)), func(e *quiz.Event) { e.Kind = quiz.SuspendEvent })
	}
	rows := s.targets()
	return s.commit(rows, w.Unsuspended(len(rows)), func(e *quiz.Event) { e.Kind = quiz.UnsuspendEvent })
}

// bury buries the targets until tomorrow; when all of them are, it ends that.
func (s *screen) bury() tea.Cmd {
	w, day := &s.words.Browse, s.options.Now().Day
	buried := func(r *row) bool { p := r.progress(); return p.BuriedOn(day) }
	if rows := s.those(func(r *row) bool { return !buried(r) }); len(rows) > 0 {
		return s.commit(rows, w.Buried(len(rows)), func(e *quiz.Event) { e.Kind, e.Bury = quiz.BuryEvent, day+1 })
	}
	rows := s.targets()
	return s.commit(rows, w.Unburied(len(rows)), func(e *quiz.Event) { e.Kind, e.Bury = quiz.BuryEvent, 0 })
}

// flag gives the targets a flag; 0 takes theirs away.
func (s *screen) flag(n int) tea.Cmd {
	w := &s.words.Browse
	said := func(cards int) string { return w.Flagged(cards, n) }
	if n == 0 {
		said = w.Unflagged
	}
	rows := s.those(func(r *row) bool { return int(r.flag) != n })
	if len(rows) == 0 {
		s.say(said(len(s.targets())))
		return nil
	}
	return s.commit(rows, said(len(rows)), func(e *quiz.Event) { e.Kind, e.Flag = quiz.FlagEvent, n })
}

// askFlag asks which flag the targets shall have.
func (s *screen) askFlag() {
	if len(s.targets()) == 0 {
		return
	}
	s.say(s.words.Browse.AskFlag)
	s.ask = func(key string) (tea.Cmd, bool) {
		if len(key) != 1 || key[0] < '0' || key[0] > '0'+quiz.LeechFlag {
			return nil, false
		}
		return s.flag(int(key[0] - '0')), true
	}
}

// askReset asks whether the targets shall be new again.
func (s *screen) askReset() {
	w := &s.words.Browse
	rows := s.those(func(r *row) bool { return r.state != quiz.New })
	if len(rows) == 0 {
		s.say(w.NothingToReset)
		return
	}
	s.say(w.AskReset(len(rows), w.Yes))
	s.ask = func(key string) (tea.Cmd, bool) {
		if key != w.Yes {
			return nil, false
		}
		return s.commit(rows, w.Reset(len(rows)), func(e *quiz.Event) { e.Kind = quiz.ResetEvent }), true
	}
}

// commit saves one action, an event for each card, beside the loop.
func (s *screen) commit(rows []int32, said string, fill func(*quiz.Event)) tea.Cmd {
	if len(rows) == 0 {
		return nil
	}
	now := s.options.Now()
	done := change{said: said, cards: make([]decks.CardID, len(rows)), events: make([]quiz.EventID, len(rows))}
	events := make([]quiz.Event, len(rows))
	for n, i := range rows {
		id, err := quiz.NewEventID(s.options.Random)
		if err != nil {
			s.failed(s.words.Browse.NotSaved, err)
			return nil
		}
		done.cards[n], done.events[n] = s.table.id(i), id
		events[n] = quiz.Event{ID: id, At: now.At.UnixMilli(), Card: done.cards[n]}
		fill(&events[n])
	}
	return s.save(done, false, events)
}

// undo takes the last change of this screen back.
func (s *screen) undo() tea.Cmd {
	if len(s.changes) == 0 {
		s.say(s.words.Browse.NothingToUndo)
		return nil
	}
	last := s.changes[len(s.changes)-1]
	events, err := quiz.UndoOf(last.events, s.options.Now().At.UnixMilli(), s.options.Random)
	if err != nil {
		s.failed(s.words.Browse.NotSaved, err)
		return nil
	}
	return s.save(last, true, events)
}

// save commits events in one transaction, and reads what the cards are then.
func (s *screen) save(done change, undo bool, events []quiz.Event) tea.Cmd {
	s.busy = true
	if len(done.cards) > perRead {
		s.say(s.words.Browse.Saving)
	}
	store, ctx := s.options.Store, s.ctx
	saving := &saving{commit: func() savedMsg {
		msg := savedMsg{done: done, undo: undo}
		if msg.err = store.Commit(ctx, events...); msg.err != nil {
			return msg
		}
		ids := done.cards
		if len(ids) > perRead {
			ids = nil
		}
		msg.progress, msg.unread = store.Progress(ctx, ids...)
		return msg
	}}
	s.saving = saving
	return func() tea.Msg { return saving.do() }
}

// saved takes what became of a commit.
func (s *screen) saved(msg savedMsg) {
	w := &s.words.Browse
	s.busy, s.saving = false, nil
	if msg.err != nil {
		s.failed(s.words.Browse.NotSaved, msg.err)
		return
	}
	if msg.undo {
		s.changes = s.changes[:len(s.changes)-1]
		s.say(w.Undone(msg.done.said))
	} else {
		s.changes = append(s.changes, msg.done)
		s.say(msg.done.said)
	}
	if msg.unread != nil {
		s.failed(s.words.Browse.NotRead, msg.unread)
		return
	}
	s.table.mu.Lock()
	defer s.table.mu.Unlock()
	s.table.version++
	for _, id := range msg.done.cards {
		if i, ok := s.table.find(id); ok {
			p := msg.progress[id]
			s.table.rows[i].believe(&p)
		}
	}
	s.view.row = none
}
