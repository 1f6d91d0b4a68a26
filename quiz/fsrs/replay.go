package fsrs

import "recto/quiz"

// Review is a rating on a study day.
type Review struct {
	Rating quiz.Rating
	Day    quiz.Day
}

// Replay returns stability (days) and difficulty after the reviews of one
// card, oldest first; 0 and 0 when there are none. It is what quiz.Fold makes
// of the same ratings and days.
func (m *Model) Replay(reviews ...Review) (stability, difficulty float64) {
	var last quiz.Day
	for _, r := range reviews {
		stability, difficulty = m.Next(stability, difficulty, max(0, int(r.Day-last)), r.Rating)
		last = r.Day
	}
	return stability, difficulty
}

// Models makes the memory model for quiz.Fold: of the parameters that settings
// events carry, else of the defaults.
func Models(weights []float64) (quiz.Model, error) {
	m, err := NewModel(weights)
	if err != nil {
		return nil, err
	}
	return m, nil
}
