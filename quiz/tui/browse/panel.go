package browse

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/tui/frame"
)

// toldMsg is what was read for a panel.
type toldMsg struct {
	title string
	lines []frame.Line
	err   error
}

// read reads something for a panel beside the loop.
func (s *screen) read(title string, read func(context.Context) ([]frame.Line, error)) tea.Cmd {
	s.busy = true
	ctx := s.ctx
	return func() tea.Msg {
		lines, err := read(ctx)
		return toldMsg{title, lines, err}
	}
}

// told shows what was read.
func (s *screen) told(msg toldMsg) {
	s.busy = false
	if msg.err != nil {
		s.failed(s.words.Browse.NotRead, msg.err)
		return
	}
	s.window.Panel = &frame.Panel{Title: msg.title, Lines: msg.lines}
}

// why tells all that is known of the card under the cursor.
func (s *screen) why() tea.Cmd {
	row, ok := s.row()
	if !ok || s.options.Why == nil {
		return nil
	}
	card, err := s.table.card(row)
	if err != nil {
		s.failed(s.words.Browse.NotRead, err)
		return nil
	}
	why := s.options.Why
	return s.read(s.words.Browse.Why(markup.OneLine(card.ID.String())), func(ctx context.Context) ([]frame.Line, error) {
		facts, err := why(ctx, card)
		return labelled(facts), err
	})
}

// life tells everything that ever happened to the card under the cursor.
func (s *screen) life() tea.Cmd {
	row, ok := s.row()
	if !ok {
		return nil
	}
	id, store := s.table.id(row), s.options.Store
	return s.read(s.words.Browse.Life(markup.OneLine(id.String())), func(ctx context.Context) ([]frame.Line, error) {
		life, err := store.Life(ctx, id)
		var facts [][2]string
		for n := len(life) - 1; n >= 0; n-- {
			facts = append(facts, s.event(life[n]))
		}
		if len(life) == 0 {
			facts = append(facts, [2]string{"", s.words.Browse.NoLife})
		}
		return labelled(facts), err
	})
}

// event says when something happened to a card, and what.
func (s *screen) event(e quiz.Placed) [2]string {
	w, say := &s.words.Browse, quiz.Speaker{Words: s.words}
	said := ""
	switch e.Event.Kind {
	case quiz.ReviewEvent:
		said = w.Rated(say.Review(e.Event.Review, true), say.Day(e.Event.Review.DueDay))
	case quiz.SuspendEvent:
		said = w.Event.Suspended
	case quiz.UnsuspendEvent:
		said = w.Event.Unsuspended
	case quiz.BuryEvent:
		if said = w.Event.Unburied; e.Event.Bury != 0 {
			said = w.Event.Buried(say.Day(e.Event.Bury))
		}
	case quiz.FlagEvent:
		if said = w.Event.Unflagged; e.Event.Flag != 0 {
			said = w.Event.Flagged(e.Event.Flag)
		}
	case quiz.ResetEvent:
		said = w.Event.Reset
	case quiz.DueEvent:
		said = w.Event.Moved(say.Day(e.Event.Due.DueDay))
	default:
		said = w.Event.Other(string(e.Event.Kind))
	}
	if e.Undone {
		said = w.TakenBack(said)
	}
	at := time.UnixMilli(e.Event.At).UTC()
	if r := e.Event.Review; r != nil {
		at = at.Add(time.Duration(r.Zone) * time.Second) // as the learner's clock said
	} else {
		at = at.In(s.options.Now().At.Location())
	}
	year, month, day := at.Date()
	return [2]string{s.words.Locale.Date(year, month, day) + " " + at.Format("15:04"), said}
}
