package main

import (
	"cmp"
	"errors"
	"slices"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/export"
	"recto/quiz"
	"recto/quiz/query"
)

// choose returns the questions that the flags select, in their sections. The
// history is opened only for --due, --weak, and a --where that asks for it; and
// then for reading alone.
func (p *printing) choose(c *cli.Context, loaded []*decks.Deck) ([]*decks.Question, error) {
	var questions []*decks.Question
	var known []string
	for _, d := range loaded {
		questions = append(questions, d.Questions...)
		for _, q := range d.Questions {
			known = append(known, q.Tags...)
		}
	}
	if err := knownTags(p.exam.Tags, known, "question"); err != nil {
		return nil, err
	}
	questions, err := questionsWhere(c, questions)
	if err != nil {
		return nil, err
	}
	if p.due || p.weak {
		if questions, err = p.chosenByHistory(c, loaded, questions); err != nil {
			return nil, err
		}
	}
	return export.Divide(questions, p.sections, p.exam.Tags, p.sheet.Language), nil
}

// draw returns the exam of the chosen questions. A few of them out of a deck
// stand without headings where there would be one for hardly more than each,
// unless headings were asked for.
func (p *printing) draw(c *cli.Context, loaded []*decks.Deck, questions []*decks.Question) (*export.Exam, error) {
	exam, err := export.NewExam(questions, p.exam)
	if err != nil || c.IsSet("sections") || !export.Sparse(exam.Questions) {
		return exam, err
	}
	all := 0
	for _, d := range loaded {
		all += len(d.Questions)
	}
	if len(exam.Questions) == all {
		return exam, nil
	}
	return export.NewExam(export.Divide(questions, export.Undivided, nil, ""), p.exam)
}

// chosenByHistory returns those of the questions that wait today, or that are
// weak, the neediest first.
func (p *printing) chosenByHistory(c *cli.Context, loaded []*decks.Deck, questions []*decks.Question) ([]*decks.Question, error) {
	w, err := newWorkspace()
	if err != nil {
		return nil, err
	}
	w.decks = loaded
	if err := w.open(c, true); err != nil {
		return nil, err
	}
	defer w.Close()
	if p.due {
		return w.waiting(c, questions)
	}
	needs, err := w.needs(c)
	if err != nil {
		return nil, err
	}
	need := map[*decks.Question]float64{}
	var weak []*decks.Question
	for _, q := range questions {
		if len(p.exam.Tags) > 0 && !slices.ContainsFunc(q.Tags, func(t string) bool { return slices.Contains(p.exam.Tags, t) }) {
			continue
		}
		for _, card := range q.Cards() {
			need[q] = max(need[q], needs(card.ID))
		}
		if need[q] > 0 {
			weak = append(weak, q)
		}
	}
	if len(weak) == 0 {
		return nil, errors.New("nothing is weak: no card was failed in the last two weeks or is about to be forgotten\nhint: --due prints what waits today")
	}
	slices.SortStableFunc(weak, func(a, b *decks.Question) int { return cmp.Compare(need[b], need[a]) })
	if n := p.exam.Count; n > 0 {
		weak, p.exam.Count = weak[:min(n, len(weak))], 0
	}
	return weak, nil
}

// waiting returns the questions of which a card waits today, in their order.
func (w *workspace) waiting(c *cli.Context, questions []*decks.Question) ([]*decks.Question, error) {
	q, err := query.Parse("is:due")
	if err != nil {
		return nil, err
	}
	now, err := w.queryNow(c.Context, q)
	if err != nil {
		return nil, err
	}
	var due []*decks.Question
	for _, question := range questions {
		if slices.ContainsFunc(question.Cards(), func(card decks.Card) bool {
			return q.Match(&query.Item{Card: card, Progress: w.progress[card.ID]}, &now)
		}) {
			due = append(due, question)
		}
	}
	if len(due) == 0 {
		return nil, errors.New("nothing is due today\nhint: --weak prints what is about to be forgotten; without --due all questions are printed")
	}
	return due, nil
}

// lately is how long ago a failure still tells that a card is weak.
const lately = 14 * day

// failureNeed is what a failure adds to the need of a card: as much as a
// quarter of certainty that it is forgotten.
const failureNeed = 0.25

// needs returns how much a card needs to be asked: the probability that it is
// forgotten tomorrow, and more for each failure in the last two weeks. 0 for a
// card that is not weak: one that is new, suspended, or neither failed lately
// nor less likely to be known tomorrow than the learner wants.
func (w *workspace) needs(c *cli.Context) (func(decks.CardID) float64, error) {
	now := w.clock.Now()
	weights, err := w.store.Weights(c.Context)
	if err != nil {
		return nil, err
	}
	recall, err := w.recallOn(now.Day+1, weights)
	if err != nil {
		return nil, err
	}
	reviews, err := w.store.ReviewsSince(c.Context, now.At.Add(-lately).UnixMilli())
	if err != nil {
		return nil, err
	}
	failed := map[decks.CardID]int{}
	for _, r := range reviews {
		if r.Review.Rating == quiz.Again {
			failed[r.Card]++
		}
	}
	return func(id decks.CardID) float64 {
		p, known := w.progress[id]
		if !known || p.Reps == 0 || p.Suspended {
			return 0
		}
		remembered := recall(id, &p)
		if failed[id] == 0 && remembered > w.config.Retention {
			return 0
		}
		return 1 - remembered + failureNeed*float64(failed[id])
	}, nil
}
