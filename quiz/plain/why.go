package plain

import (
	"fmt"

	"recto/decks"
	"recto/quiz"
)

// whyReviews is how many reviews why lists.
const whyReviews = 5

// why says why the card on screen comes now.
func (r *runner) why(v quiz.View) error {
	now, _ := r.options.Now()
	p := v.Progress
	r.say("Card: " + v.Card.ID.String())
	r.say("Now: " + p.Reason(now))
	if p.Reps > 0 {
		memory := fmt.Sprintf("Memory: stability %.1f days, difficulty %.1f of 10", p.Stability, p.Difficulty)
		if r.options.Recall != nil {
			memory += fmt.Sprintf(", recall now %.0f%%", 100*r.options.Recall(v.Card, p, now))
		}
		r.say(memory)
		r.say(fmt.Sprintf("Reviews: %d since %s, %d lapses", p.Reps, p.First, p.Lapses))
	}
	if back := quiz.RatingWords(r.session.Foresee(now)); back != "" {
		r.say("Back: " + back)
	}
	if err := r.whyReviews(v); err != nil {
		return err
	}
	q := v.Card.Question
	if from := quiz.Where(q.From); from != "" && v.Phase == quiz.Shown {
		r.say("From: " + from)
	}
	file := "File: " + q.File
	if q.Pos.Line > 0 {
		file += fmt.Sprintf(":%d", q.Pos.Line)
	}
	if q.File != "" {
		r.say(file)
	}
	return nil
}

// whyReviews lists the last reviews of the card on screen, the latest first,
// and what was answered wrongly more than once.
func (r *runner) whyReviews(v quiz.View) error {
	if r.options.Reviews == nil || v.Progress.Reps == 0 {
		return nil
	}
	events, err := r.options.Reviews(r.ctx, v.Card.ID)
	if err != nil {
		return err
	}
	told := v.Phase == quiz.Shown
	for n := 0; n < whyReviews && n < len(events); n++ {
		if b := events[len(events)-1-n].Review; b != nil {
			r.say(fmt.Sprintf("%s: %s", b.Day, b.Words(told)))
		}
	}
	if told {
		for _, c := range quiz.Confusions(v.Card.ID, events, func(string) []decks.CardID { return nil }) {
			r.say("Confused: " + c.Words())
		}
	}
	return nil
}
