package fsrs

import "recto/quiz"

// gainDays is how far ahead Gain looks.
const gainDays = 30

// Gain returns by how much a review on a study day would raise the probability
// that the card is recalled 30 days later, both ways that it can end (Good,
// Again) weighed by how likely they are; -1 to 1. A card that is nearly
// forgotten or hardly fades gains less than one that a review saves. A new card
// gains nothing: 0.
//
// Worked off in this order a backlog costs less recall than by due day, by
// retrievability alone, or at random, and is gone about as soon as by due day
// (TestBacklogOrders).
func (m *Model) Gain(p quiz.Progress, day quiz.Day) float64 {
	if p.Reps == 0 {
		return 0
	}
	elapsed := p.Elapsed(day)
	recall := m.Retrievability(float64(elapsed), p.Stability)
	good, _ := m.Next(p.Stability, p.Difficulty, elapsed, quiz.Good)
	again, _ := m.Next(p.Stability, p.Difficulty, elapsed, quiz.Again)
	with := recall*m.Retrievability(gainDays, good) + (1-recall)*m.Retrievability(gainDays, again)
	return with - m.Retrievability(float64(elapsed+gainDays), p.Stability)
}
