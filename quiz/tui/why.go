package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"recto/decks"
	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/tui/frame"
)

// maxReviews is how many reviews are listed.
const maxReviews = 5

// why reads the history of the card on screen, and says why it comes now.
func (a *app) why() tea.Cmd {
	v, now := a.face.View, a.now
	choices := a.session.Foresee(now)
	a.busy = true
	return func() tea.Msg {
		var reviews []quiz.Event
		if a.options.Reviews != nil && v.Progress.Reps > 0 {
			var err error
			if reviews, err = a.options.Reviews(a.ctx, v.Card.ID); err != nil {
				return whyMsg{err: err}
			}
		}
		return whyMsg{lines: a.whyLines(v, now, choices, reviews)}
	}
}

// whyLines returns the schedule of a card, when each rating would bring it back,
// its history and its source, each with a label. Before the answer is shown
// nothing is told that gives it away.
func (a *app) whyLines(v quiz.View, now quiz.Moment, choices [4]quiz.Choice, reviews []quiz.Event) []frame.Line {
	var lines []frame.Line
	add := func(label, s string) {
		lines = append(lines, frame.Line{frame.P(label, frame.Faint), frame.P(markup.OneLine(s), 0)})
	}
	p, say := v.Progress, &a.w.Study.Why
	add(say.Card, v.Card.ID.String())
	add(say.Now, a.w.Reason(p, now))
	if p.Reps > 0 {
		add(say.Stability, say.Days(p.Stability))
		add(say.Difficulty, say.OfTen(p.Difficulty))
		if a.options.Recall != nil {
			add(say.Recall, say.Percent(a.options.Recall(v.Card, p, now)))
		}
		add(say.Reviews, say.Since(p.Reps, a.w.Day(p.First), p.Lapses))
	}
	if back := a.w.Ratings(choices); back != "" {
		add(say.Back, back)
	}
	told := v.Phase == quiz.Shown
	for n := 0; n < maxReviews && n < len(reviews); n++ {
		if b := reviews[len(reviews)-1-n].Review; b != nil {
			add(a.w.Day(b.Day), a.w.Review(b, told))
		}
	}
	if told {
		for _, c := range quiz.Confusions(v.Card.ID, reviews, func(string) []decks.CardID { return nil }) {
			add(say.Confused, a.w.Confusion(c))
		}
	}
	q := v.Card.Question
	if from := a.w.Where(q.From); from != "" && told {
		add(say.From, from)
	}
	if q.File != "" {
		file := q.File
		if q.Pos.Line > 0 {
			file += fmt.Sprintf(":%d", q.Pos.Line)
		}
		add(say.File, file)
	}
	return lines
}
