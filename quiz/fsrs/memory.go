package fsrs

import (
	"math"

	"recto/quiz"
)

// The range of stability, in days, and of difficulty.
const (
	MinStability  = 0.001
	MaxStability  = 36500
	MinDifficulty = 1
	MaxDifficulty = 10
)

// Model is the memory model of FSRS-6 with its parameters: how stability and
// difficulty change with each review, and how recall fades between. It is a
// quiz.Model, immutable, and safe for use by several goroutines.
type Model struct {
	w        Weights
	longTerm bool

	decay       float64 // exponent of the forgetting curve, negative
	factor      float64 // its scale: R = 0.9 when stability days have passed
	growth      float64 // e^w8
	lapseBound  float64 // e^(w17 w18): a lapse divides stability by at least this
	easiestMean float64 // D0(Easy), not clamped: where difficulty drifts to
}

// NewModel returns the model with the given parameters: 21, 19 or 17 as Fill
// takes them, or none for the defaults. What is out of bounds is clipped.
func NewModel(weights []float64) (*Model, error) {
	w, err := Fill(weights)
	if err != nil {
		return nil, err
	}
	return newModel(w.Clip(0)), nil
}

func newModel(w Weights) *Model {
	m := &Model{w: w, decay: -w[20]}
	m.factor = math.Pow(0.9, 1/m.decay) - 1
	m.growth = math.Exp(w[8])
	m.lapseBound = math.Exp(w[17] * w[18])
	m.easiestMean = m.firstDifficulty(quiz.Easy)
	return m
}

// LongTerm returns the model that has no special rule for reviews on the same
// day: it treats them like those on later days.
func (m *Model) LongTerm() *Model {
	long := *m
	long.longTerm = true
	long.lapseBound = 1
	return &long
}

// Weights returns the parameters in use, clipped.
func (m *Model) Weights() Weights { return m.w }

// Next returns stability (days, MinStability to MaxStability) and difficulty
// (1 to 10) after a review rated r, elapsed whole study days after the review
// before, where those were stability and difficulty. Without a review before,
// stability is 0. A negative elapsed is 0; values out of range are moved into
// it; what is no rating changes nothing.
func (m *Model) Next(stability, difficulty float64, elapsed int, r quiz.Rating) (s, d float64) {
	if !r.Valid() {
		return stability, difficulty
	}
	if !(stability > 0) {
		return clampStability(m.w[r-1]), clampDifficulty(m.firstDifficulty(r))
	}
	s, d = clampStability(stability), clampDifficulty(difficulty)
	switch {
	case elapsed <= 0 && !m.longTerm:
		return clampStability(m.sameDay(s, r)), m.nextDifficulty(d, r)
	case r == quiz.Again:
		return clampStability(m.forgotten(s, d, elapsed)), m.nextDifficulty(d, r)
	}
	return clampStability(m.recalled(s, d, elapsed, r)), m.nextDifficulty(d, r)
}

// firstDifficulty is D0, not clamped.
func (m *Model) firstDifficulty(r quiz.Rating) float64 {
	return m.w[4] - math.Exp(m.w[5]*float64(r-1)) + 1
}

// nextDifficulty moves difficulty by the rating, less the nearer it is to 10
// when it rises, and then a little towards that of a card rated Easy at first.
func (m *Model) nextDifficulty(d float64, r quiz.Rating) float64 {
	moved := d - m.w[6]*(float64(r)-3)*(10-d)/9
	return clampDifficulty(m.w[7]*m.easiestMean + (1-m.w[7])*moved)
}

// recalled is the stability after Hard, Good or Easy on a later day.
func (m *Model) recalled(s, d float64, elapsed int, r quiz.Rating) float64 {
	gain := m.growth * (11 - d) * math.Pow(s, -m.w[9]) * (math.Exp(m.w[10]*(1-m.Retrievability(float64(elapsed), s))) - 1)
	switch r {
	case quiz.Hard:
		gain *= m.w[15]
	case quiz.Easy:
		gain *= m.w[16]
	}
	return s * (1 + gain)
}

// forgotten is the stability after Again on a later day.
func (m *Model) forgotten(s, d float64, elapsed int) float64 {
	left := m.w[11] * math.Pow(d, -m.w[12]) * (math.Pow(s+1, m.w[13]) - 1) * math.Exp(m.w[14]*(1-m.Retrievability(float64(elapsed), s)))
	return min(left, s/m.lapseBound)
}

// sameDay is the stability after a further review on one study day. Only Again
// may lower it.
func (m *Model) sameDay(s float64, r quiz.Rating) float64 {
	gain := math.Exp(m.w[17]*(float64(r)-3+m.w[18])) * math.Pow(s, -m.w[19])
	if r >= quiz.Hard {
		gain = max(gain, 1)
	}
	return s * gain
}

func clampStability(s float64) float64 { return clamp(s, MinStability, MaxStability) }

func clampDifficulty(d float64) float64 { return clamp(d, MinDifficulty, MaxDifficulty) }
