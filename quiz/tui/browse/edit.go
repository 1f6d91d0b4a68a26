package browse

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"recto/decks"
	"recto/quiz/tui/frame"
)

// Messages of what became of editing.
type (
	editedMsg struct {
		err    error
		reload func(context.Context) (*Table, error)
	}
	reloadedMsg struct {
		table *Table
		err   error
	}
)

// edit opens the question of the card under the cursor in the editor.
func (s *screen) edit() tea.Cmd {
	w := &s.words.Browse
	row, ok := s.row()
	if !ok {
		return nil
	}
	if s.options.Edit == nil {
		s.say(w.NoEdit)
		return nil
	}
	card, err := s.table.card(row)
	if err != nil {
		s.failed(s.words.Browse.NotRead, err)
		return nil
	}
	editor, reload, err := s.options.Edit(card)
	if err != nil {
		s.failed(s.words.Browse.NotEdited, err)
		return nil
	}
	s.busy = true
	return frame.Outside(editor, func(err error) tea.Msg { return editedMsg{err, reload} })
}

// edited reads the decks again.
func (s *screen) edited(msg editedMsg) tea.Cmd {
	if msg.err != nil {
		s.busy = false
		s.failed(s.words.Browse.NotEdited, msg.err)
		return nil
	}
	ctx := s.ctx
	return func() tea.Msg {
		t, err := msg.reload(ctx)
		return reloadedMsg{t, err}
	}
}

// reloaded shows the decks as they are now: the same search, the same card
// under the cursor, the same marks, as far as they are still there. With a fault
// in a deck all stays as it was.
func (s *screen) reloaded(msg reloadedMsg) tea.Cmd {
	s.busy = false
	if msg.err != nil {
		s.failed(s.words.Browse.NotEdited, msg.err)
		return nil
	}
	var marked []decks.CardID
	for _, i := range s.marks.rows() {
		marked = append(marked, s.table.id(i))
	}
	var under decks.CardID
	row, ok := s.row()
	if ok {
		under = s.table.id(row)
	}
	at, alone := s.cursor, s.view.alone
	s.show(msg.table)
	s.view.alone = alone
	for _, id := range marked {
		if i, ok := s.table.find(id); ok {
			s.marks.set(int32(i), true)
		}
	}
	s.cursor = at
	if i, found := s.table.find(under); found && ok {
		s.find(int32(i))
	}
	s.say(s.words.Browse.Reloaded)
	return s.arrange(nil)
}
