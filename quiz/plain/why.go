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
	r.say(r.w.Plain.WhyCard + v.Card.ID.String())
	r.say(r.w.Plain.WhyNow + r.w.Reason(p, now))
	if p.Reps > 0 {
		memory := r.w.Plain.Memory(p.Stability, p.Difficulty)
		if r.options.Recall != nil {
			memory += r.w.Plain.Recall(r.options.Recall(v.Card, p, now))
		}
		r.say(memory)
		r.say(r.w.Plain.Reviews(p.Reps, r.w.Day(p.First), p.Lapses))
	}
	if back := r.w.Ratings(r.session.Foresee(now)); back != "" {
		r.say(r.w.Plain.WhyBack + back)
	}
	if err := r.whyReviews(v); err != nil {
		return err
	}
	q := v.Card.Question
	if from := r.w.Where(q.From); from != "" && v.Phase == quiz.Shown {
		r.say(r.w.Plain.From + from)
	}
	file := r.w.Plain.WhyFile + q.File
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
			r.say(r.w.Day(b.Day) + ": " + r.w.Review(b, told))
		}
	}
	if told {
		for _, c := range quiz.Confusions(v.Card.ID, events, func(string) []decks.CardID { return nil }) {
			r.say(r.w.Plain.WhyConfused + r.w.Confusion(c))
		}
	}
	return nil
}
