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
	p := v.Progress
	add("Card", v.Card.ID.String())
	add("Now", p.Reason(now))
	if p.Reps > 0 {
		add("Stability", fmt.Sprintf("%.1f days", p.Stability))
		add("Difficulty", fmt.Sprintf("%.1f of 10", p.Difficulty))
		if a.options.Recall != nil {
			add("Recall now", fmt.Sprintf("%.0f%%", 100*a.options.Recall(v.Card, p, now)))
		}
		add("Reviews", fmt.Sprintf("%d since %s, %d lapses", p.Reps, p.First, p.Lapses))
	}
	if back := quiz.RatingWords(choices); back != "" {
		add("Back", back)
	}
	told := v.Phase == quiz.Shown
	for n := 0; n < maxReviews && n < len(reviews); n++ {
		if b := reviews[len(reviews)-1-n].Review; b != nil {
			add(b.Day.String(), b.Words(told))
		}
	}
	if told {
		for _, c := range quiz.Confusions(v.Card.ID, reviews, func(string) []decks.CardID { return nil }) {
			add("Confused", c.Words())
		}
	}
	q := v.Card.Question
	if from := quiz.Where(q.From); from != "" && told {
		add("From", from)
	}
	if q.File != "" {
		file := q.File
		if q.Pos.Line > 0 {
			file += fmt.Sprintf(":%d", q.Pos.Line)
		}
		add("File", file)
	}
	return lines
}
