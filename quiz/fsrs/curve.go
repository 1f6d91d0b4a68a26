package fsrs

import (
	"math"

	"recto/quiz"
)

// Retrievability returns the probability, in (0, 1], that a card with the
// given stability (days) is recalled when elapsed days have passed since its
// last review: 0.9 when elapsed equals stability. Elapsed may be a fraction;
// below 0 it is 0.
func (m *Model) Retrievability(elapsed, stability float64) float64 {
	return math.Pow(1+m.factor*max(elapsed, 0)/clampStability(stability), m.decay)
}

// Interval returns the days, as a fraction, after which the retrievability of
// a card with the given stability has fallen to retention, 0 < retention < 1.
// It is the inverse of Retrievability.
func (m *Model) Interval(stability, retention float64) float64 {
	return clampStability(stability) / m.factor * (math.Pow(retention, 1/m.decay) - 1)
}

// Recall returns the retrievability of a card on a study day. A new card has
// none: 0.
func (m *Model) Recall(p quiz.Progress, day quiz.Day) float64 {
	if p.Reps == 0 {
		return 0
	}
	return m.Retrievability(float64(p.Elapsed(day)), p.Stability)
}
