package quiz

import (
	"slices"
	"strings"
	"time"

	"recto/decks"
	"recto/quiz/answer"
)

// look does what commits nothing and cannot be undone: an answer, a look at
// it, a hint.
func (s *Session) look(in Input) error {
	if s.state.phase != Asked {
		return ErrNotAsked
	}
	card := s.items[s.state.current].Card
	switch text := strings.ToValidUTF8(in.Text, "\uFFFD"); {
	case in.Action == Hint:
		if s.state.hints >= len(card.Hints()) {
			return ErrNoHint
		}
		s.state.hints++
		return nil
	case in.Action == Respond && s.typed(card) && strings.TrimSpace(text) != "":
		m, err := s.matcher.Match(s.state.task, text)
		if err != nil {
			return err
		}
		if m.Verdict != 0 {
			s.state.match, s.state.text = &m, text
		}
	}
	s.state.phase = Shown
	s.state.shown = in.Moment
	s.state.preview = s.preview(s.state.current, s.items[s.state.current].Progress, in.Moment)
	return nil
}

// typed reports whether the learner answers a card before the answer is shown.
func (s *Session) typed(c decks.Card) bool {
	switch c.Kind() {
	case decks.TrueFalse, decks.Choice, decks.Multiple, decks.Order, decks.Match:
		return true
	}
	return c.Typed() && !s.options.Reveal
}

// preview returns what each rating makes of an item.
func (s *Session) preview(item int, p Progress, now Moment) [4]Progress {
	if s.options.Cram {
		return [4]Progress{p, p, p, p}
	}
	c := s.items[item].Card
	return s.schedulers(c).Preview(p, now, SeedOf(c.ID, p))
}

// action works out what an input that can be undone leads to.
func (s *Session) action(in Input) (action, error) {
	if in.Action == Undo {
		return s.undo(in)
	}
	if s.state.phase == Finished {
		return action{}, ErrFinished
	}
	switch in.Action {
	case Rate:
		return s.rate(in, in.Rating)
	case Accept:
		if m := s.state.match; m == nil || m.Verdict != answer.Close {
			return action{}, ErrNotClose
		}
		return s.rate(in, Good)
	}
	a := s.begin(in)
	e := Event{Card: s.items[a.item].Card.ID}
	switch in.Action {
	case Bury:
		a.is.Buried = in.Moment.Day + 1
		e.Kind, e.Bury = BuryEvent, a.is.Buried
	case Suspend:
		a.is.Suspended = true
		e.Kind = SuspendEvent
	case Mark:
		if in.Flag < 0 || in.Flag > maxFlag {
			return action{}, ErrNoFlag
		}
		a.is.Flag = in.Flag
		e.Kind, e.Flag = FlagEvent, in.Flag
	case Leave:
		a.after.phase, a.after.ended, a.after.over = Finished, true, in.Moment
		return a, nil
	}
	if e.Kind != "" {
		if err := s.record(&a, e); err != nil {
			return action{}, err
		}
	}
	if in.Action != Mark {
		*a.after = s.advance(*a.after, in.Moment)
	}
	return a, nil
}

// begin returns an action on the current card that changes nothing yet.
func (s *Session) begin(in Input) action {
	i, after := s.state.current, s.state
	a := action{input: in, item: i, before: s.state, after: &after, was: s.items[i].Progress, is: s.items[i].Progress}
	if in.Action != Mark {
		a.after.leech = nil
	}
	return a
}

// record adds an event of the action, with a new id and the action's time.
func (s *Session) record(a *action, e Event) error {
	id, err := NewEventID(s.options.Random)
	if err != nil {
		return err
	}
	e.ID, e.At = id, a.input.Moment.At.UnixMilli()
	a.events = append(a.events, e.Tidy())
	return nil
}

// rate works out a rating. What is shown is what is taken: the study day is
// that on which the answer was shown, and the time runs on, so that each
// interval is the one on screen and starts now.
func (s *Session) rate(in Input, r Rating) (action, error) {
	if s.state.phase != Shown {
		return action{}, ErrNotShown
	}
	if !r.Valid() {
		return action{}, ErrNoRating
	}
	a := s.begin(in)
	taken := max(0, in.Moment.At.Sub(s.state.asked))
	a.rated = &rated{a.item, r, taken}
	a.after.rated++
	if s.options.Cram {
		if r == Again {
			a.after.steps = insert(a.after.steps, wait{a.item, in.Moment.At.Add(cramStep)})
		}
		*a.after = s.advance(*a.after, in.Moment)
		return a, nil
	}
	now := Moment{At: in.Moment.At, Day: s.state.shown.Day}
	a.is = s.preview(a.item, a.was, now)[r-1]
	if err := s.recordSeen(&a); err != nil {
		return action{}, err
	}
	if err := s.record(&a, s.review(a, now, r, taken)); err != nil {
		return action{}, err
	}
	if a.is.Lapses > a.was.Lapses && LeechTold(a.is.Lapses, s.options.Leech) {
		if err := s.leech(&a); err != nil {
			return action{}, err
		}
	}
	if a.is.Steps() && !a.is.Suspended {
		a.after.steps = insert(a.after.steps, wait{a.item, a.is.Due})
	}
	*a.after = s.advance(*a.after, in.Moment)
	return a, nil
}

// review returns the event of a rating.
func (s *Session) review(a action, now Moment, r Rating, taken time.Duration) Event {
	body := &ReviewBody{
		Rating:   r,
		Response: s.state.text,
		Taken:    taken.Milliseconds(),
		Zone:     a.input.Zone,
		Day:      now.Day,
		State:    a.is.State,
		Step:     a.is.Step,
		Due:      a.is.Due.UnixMilli(),
		DueDay:   a.is.DueDay,
	}
	if m := s.state.match; m != nil {
		body.Match = [...]string{"", "correct", "close", "wrong"}[m.Verdict]
		if len(s.state.task.Card.Options()) > 0 { // a letter says nothing once the options are shuffled again
			body.Response = m.Given
		}
	}
	return Event{Kind: ReviewEvent, Card: s.items[a.item].Card.ID, Review: body}
}

// recordSeen adds what the question says, unless that is recorded already.
func (s *Session) recordSeen(a *action) error {
	q := s.items[a.item].Card.Question
	var path string
	if s.options.Path != nil {
		path = s.options.Path(q)
	}
	now := SeenOf(q, path)
	last, ok := s.seen[questionID{now.Deck, now.Question}]
	if !ok && s.options.Seen != nil {
		last, ok = s.options.Seen(now.Deck, now.Question)
	}
	if ok && last.Equal(now) {
		return nil
	}
	a.seen = &now
	return s.record(a, Event{Kind: SeenEvent, Seen: &now})
}

// undo works out how the latest action is taken back: the session stands as it
// stood, and the time that has gone by since is not the card's. A card that was
// edited since is asked anew, and one that is gone is passed over.
func (s *Session) undo(in Input) (action, error) {
	if len(s.done) == 0 {
		return action{}, ErrNoUndo
	}
	last := s.done[len(s.done)-1]
	after := last.before
	a := action{input: in, item: last.item, after: &after, was: last.is, is: last.was, undo: true}
	a.after.asked = a.after.asked.Add(max(0, in.Moment.At.Sub(last.input.Moment.At)))
	switch {
	case s.gone[a.item]:
		*a.after = s.advance(*a.after, in.Moment)
	case a.after.task.Card.Question != s.items[a.item].Card.Question: // edited since
		a.after.askAnew()
	case a.after.phase == Shown:
		a.after.shown = in.Moment
		a.after.preview = s.preview(a.item, a.is, in.Moment)
	}
	var ids []EventID
	for _, e := range last.events {
		if e.Kind != SeenEvent {
			ids = append(ids, e.ID)
		}
	}
	if len(ids) == 0 {
		return a, nil
	}
	return a, s.record(&a, Event{Kind: UndoEvent, Undo: ids})
}

// insert returns steps with one more, by time and then in order of arrival.
func insert(steps []wait, w wait) []wait {
	i := len(steps)
	for i > 0 && steps[i-1].due.After(w.due) {
		i--
	}
	return slices.Insert(slices.Clone(steps), i, w)
}
