package test

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"recto/quiz/answer"
	"recto/quiz/practice"
	"recto/quiz/tui/card"
	"recto/quiz/tui/frame"
)

// View draws the screen, and again when what was asked for is out of sight.
func (s *Screen) View() tea.View {
	if s.stale && s.window.Width > 0 {
		s.compose()
	}
	p := s.page()
	v := s.window.Draw(p)
	if s.bring && s.window.Panel == nil && s.window.Width > 0 {
		s.reveal()
		v = s.window.Draw(p) // holds the scrolling inside of the body
	}
	if s.fill(s.window.Columns()) {
		v = s.window.Draw(p)
	}
	return v
}

// reveal brings into sight what changed.
func (s *Screen) reveal() {
	s.bring = false
	span := frame.Span{From: s.rows.first + s.at, To: s.rows.first + s.at + 1}
	if s.place == onList && s.at == s.view.Total {
		span = frame.Span{From: len(s.body.Lines) - 1, To: len(s.body.Lines)}
	}
	if s.place == onQuestion {
		span = s.body.Reply
		if s.view.Phase != practice.Asked {
			span = s.body.Answer
		}
	}
	switch {
	case s.place == onReview:
	case s.place == onResult && s.at == 0: // what stands above the first question
		s.window.Scroll = 0
	case span.To > span.From:
		s.window.Reveal(span)
	}
}

// page returns what is on screen.
func (s *Screen) page() frame.Page {
	p := frame.Page{Status: s.status(), Done: s.view.Answered, All: s.view.Total, Label: s.label(), Body: s.body.Lines, Hints: s.hints()}
	if s.place == onQuestion && s.view.Phase == practice.Judging {
		p.Above = s.buttons()
	}
	if s.place == onQuestion && s.body.Column >= 0 {
		p.Cursor = frame.Cursor{Place: frame.InBody, Row: s.body.Reply.From, Column: s.body.Column}
	}
	return p
}

// status names the deck of the question, or what is on screen else, and tells
// how much is answered and how much time is left.
func (s *Screen) status() frame.Line {
	v, say := s.view, &s.w.Test
	left := map[place]string{onList: say.List, onResult: say.ResultName, onReview: say.Review}[s.place]
	if q := v.Face.Card.Question; s.place == onQuestion && q.Deck != nil {
		left = frame.Inline(q.Deck.Title)
	}
	if s.rounds > 0 {
		left = say.AgainName + " › " + left
	}
	right := frame.Text(say.Answered(v.Answered), frame.Faint)
	if v.Limited && v.Ending == practice.Running {
		look := frame.Look(0)
		if v.Left <= time.Minute {
			look = frame.Bold
		}
		right = append(right, frame.P("  "+say.Left(v.Left), look))
	}
	return frame.Status(left, right, s.window.Columns())
}

// label says which question is on screen, and what it is worth or has earned.
func (s *Screen) label() string {
	say := &s.w.Test
	switch s.place {
	case onQuestion:
		label := say.Number(s.view.Number, s.view.Total)
		if s.view.Entry.Flag {
			label = say.Flagged + " · " + label
		}
		return say.Points(s.view.Face.Card.Question.Points) + " · " + label
	case onReview:
		m := s.result.Questions[s.at]
		return say.Earned(m.Score, m.Points) + " · " + say.Number(m.Number, len(s.result.Questions))
	}
	return ""
}

// buttons returns the three judgements.
func (s *Screen) buttons() []frame.Line {
	var l frame.Line
	for i, c := range judges {
		h := s.keys.Hint(c, "")
		zone := frame.Zone(card.Zones + i)
		l = append(l, frame.P(h.Key, frame.Bold|zone), frame.P(" "+h.Does, zone), frame.Spaces(3))
	}
	return []frame.Line{l[:len(l)-1]}
}

// hints returns the keys that matter now, the most useful ones first.
func (s *Screen) hints() []frame.Hint {
	say := &s.w.Test
	if s.window.Panel != nil {
		return []frame.Hint{frame.K(s.w.Common.Keys.Esc, s.w.Frame.Back), frame.K("↑↓", s.w.Frame.Scroll)}
	}
	if s.asked() && s.face.Reply.Way == card.Typing && s.face.Focus {
		keys := s.keys.Hint(frame.Help, "")
		keys.Key = s.keys.LastLabel(frame.Help) // the first one is text here
		return []frame.Hint{s.keys.Hint(answers, s.does()), s.keys.Hint(field, say.Commands), keys}
	}
	var all []frame.Hint
	for _, c := range s.works() {
		h := s.keys.Hint(c, "")
		switch {
		case c == answers:
			h.Does = s.does()
		case c == field && s.asked():
			h.Does = say.Type
		case s.place == onQuestion && s.view.Phase == practice.Judging && verdicts[c] != 0:
			continue // the buttons say it
		case c == frame.Up, c == frame.Down, c == frame.PageUp, c == frame.PageDown, c == frame.Top, c == frame.Bottom:
			continue
		case s.asked() && strings.Contains(s.face.Reply.Letters, h.Key):
			continue // the letter of an option is no command
		}
		all = append(all, h)
	}
	return all
}

// does says what Enter does now.
func (s *Screen) does() string {
	say := &s.w.Test
	switch {
	case s.place == onList && s.at == s.view.Total:
		return say.Keys[string(handIn)].Short
	case s.place == onList:
		return say.GoTo
	case s.place == onResult:
		return say.LookAt
	case s.view.Phase == practice.Shown:
		return say.GoOn
	case s.face.Reply.More():
		return s.w.Study.NextItem
	case s.face.Reply.Ready():
		return s.w.Study.Answer
	case s.view.Entry.State == practice.Answered:
		return say.TakeBack
	}
	return say.LeaveOpen
}

// compose lays out what is on screen for its width.
func (s *Screen) compose() {
	s.body, s.stale, s.rows = card.Body{Rows: frame.Rows{Tight: s.window.Tight()}, Column: -1}, false, rows{}
	b, w := &s.body, s.window.Columns()
	switch s.place {
	case onQuestion:
		s.composeQuestion(b, w)
	case onList:
		s.composeList(b, w)
	case onResult:
		s.composeResult(b, w)
	case onReview:
		s.composeReview(b, w)
	}
	if s.rows.n == 0 {
		b.Trim()
	}
}

// composeQuestion lays out the question on screen.
func (s *Screen) composeQuestion(b *card.Body, w int) {
	s.face.ComposeQuestion(b, w)
	if s.view.ByHand && s.view.Phase == practice.Asked {
		b.Gap()
		b.Add(frame.Wrap(frame.Text(s.w.Test.ByHand, frame.Faint), w)...)
	}
	s.face.ComposeRest(b, w)
}

// composeReview lays out the question under review.
func (s *Screen) composeReview(b *card.Body, w int) {
	m := s.result.Questions[s.at]
	s.face.ComposeQuestion(b, w)
	said := ""
	switch {
	case m.State != practice.Answered:
		said = s.w.Test.States.Left
	case m.ByHand:
		said = s.w.Test.Judgement(s.judgement(m.Match.Verdict))
	}
	if said != "" {
		b.Gap()
		mark := sign(m)
		b.Add(frame.Wrap(frame.Line{mark, frame.P(said, mark.Look)}, w)...)
	}
	s.face.ComposeRest(b, w)
}

// judgement names a verdict of the learner.
func (s *Screen) judgement(v answer.Verdict) string {
	say := &s.w.Test
	switch v {
	case answer.Correct:
		return say.ByLearner.Correct
	case answer.Close:
		return say.ByLearner.Close
	case answer.Wrong:
		return say.ByLearner.Wrong
	}
	return say.Unjudged
}
