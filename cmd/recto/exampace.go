package main

import (
	"recto/quiz"
	"recto/quiz/exam"
)

// pace is how many new cards a day an exam takes, and how many it gets.
type pace struct{ needed, given int }

// newShare is the part of the reviews of a day that new cards are raised to at
// most: each comes back about four times soon.
const newShare = 4

// raise lets each day bring as many new cards as the exams take, as long as the
// learner wrote no limit of them. Decks without an exam get what is left.
func (e *exams) raise(items []quiz.Item, limits *quiz.Limits) {
	if limits.NewNow != nil || limits.Cram {
		return
	}
	unseen := map[string]int{}
	for i := range items {
		if p := &items[i].Progress; p.Reps == 0 && !p.Suspended {
			unseen[items[i].Card.ID.Deck]++
		}
	}
	sum := 0
	for id, x := range e.of {
		n := exam.Pace(unseen[id]+limits.Done.NewOf[id], x, e.today)
		e.raised[id] = pace{needed: n}
		sum += n
	}
	if sum == 0 {
		return
	}
	if sum > limits.New && limits.New >= 0 && !e.w.config.wrote("new_per_day") {
		limits.New = max(limits.New, min(sum, e.w.config.ReviewsPerDay/newShare))
	}
	left := limits.New
	for _, d := range e.w.decks {
		p, planned := e.raised[d.ID]
		if !planned || limits.New < 0 {
			continue
		}
		p.given = min(p.needed, left)
		if own := e.w.config.Deck[d.ID].NewPerDay; own != nil {
			p.given = min(p.given, *own)
		} else if n := d.Study.NewPerDay; n != nil && *n < p.given {
			d.Study.NewPerDay = &p.given
		}
		left -= p.given
		e.raised[d.ID] = p
	}
	for _, d := range e.w.decks {
		if _, planned := e.of[d.ID]; planned || limits.New < 0 {
			continue
		}
		if n := d.Study.NewPerDay; n == nil || *n > left {
			rest := max(0, left)
			d.Study.NewPerDay = &rest
		}
	}
}

// paceOf sums the pace of the decks with an exam.
func (e *exams) paceOf(x exam.Exam) (all pace) {
	for id, of := range e.of {
		if of == x {
			all.needed += e.raised[id].needed
			all.given += e.raised[id].given
		}
	}
	return all
}
