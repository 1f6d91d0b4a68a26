package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"recto/decks/markup"
	"recto/quiz"
)

// maxReviews is how many reviews are listed.
const maxReviews = 5

// why reads the history of the card on screen, and says why it comes now.
func (a *app) why() tea.Cmd {
	v, now := a.view, a.now
	a.busy = true
	return func() tea.Msg {
		var reviews []quiz.Event
		if a.options.Reviews != nil && v.Progress.Reps > 0 {
			var err error
			if reviews, err = a.options.Reviews(a.ctx, v.Card.ID); err != nil {
				return whyMsg{err: err}
			}
		}
		return whyMsg{lines: a.whyLines(v, now, reviews)}
	}
}

// whyLines returns the schedule of a card, its history and its source, each
// with a label.
func (a *app) whyLines(v quiz.View, now quiz.Moment, reviews []quiz.Event) []line {
	var lines []line
	add := func(label, s string) {
		lines = append(lines, line{{label, faint}, {markup.OneLine(s), 0}})
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
	for n := 0; n < maxReviews && n < len(reviews); n++ {
		b := reviews[len(reviews)-1-n].Review
		if b == nil {
			continue
		}
		s := []string{b.Rating.String()}
		if b.Match != "" {
			s = append(s, b.Match)
		}
		if b.Response != "" && v.Phase == quiz.Shown {
			s = append(s, "you wrote "+clip(b.Response))
		}
		add(b.Day.String(), strings.Join(s, ", "))
	}
	q := v.Card.Question
	if from := quiz.Where(q.From); from != "" && v.Phase == quiz.Shown {
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
