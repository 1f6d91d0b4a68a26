package simulate

import "recto/quiz"

// Learner is how somebody answers: what memory alone does not decide.
type Learner struct {
	// First is the share of each first rating of a new card, Again to Easy.
	First [4]float64
	// Passed is the share of Hard, Good and Easy of what was recalled on a
	// later day.
	Passed [3]float64
	// Learning and Relearning are, for a card in a step, the shares of the four
	// ratings by the one before it on the same day: Again, Hard, Good. Easy
	// leads to no step.
	Learning, Relearning [3][4]float64
	// Seconds is what an answer takes, from question to rating: by what the
	// card was before (new or learning, in review, relearning) and the rating.
	Seconds [3][4]float64

	Sources Sources
}

// Sources say what each part of a Learner was taken from.
type Sources struct {
	First, Passed, Learning, Relearning, Seconds Source
}

// Source says what a part of a Learner was taken from.
type Source struct {
	From    From
	Reviews int // how many reviews it goes by; 0 for the standard
}

// From says whose answers a part of a Learner was taken from.
type From string

// Whose answers those are.
const (
	FromStandard From = "standard" // many learners'
	FromAll      From = "all"      // the learner's, of all decks
	FromDecks    From = "decks"    // the learner's, of the decks that are simulated
)

// Standard returns a learner who answers as many do on average: the standard
// figures of published FSRS simulators, from the logs of some 10,000 people.
func Standard() Learner {
	return Learner{
		First:  [4]float64{0.24, 0.094, 0.495, 0.171},
		Passed: [3]float64{0.224, 0.631, 0.145},
		Learning: [3][4]float64{
			{0.3686, 0.0628, 0.5108, 0.0578},
			{0.0442, 0.4553, 0.4457, 0.0548},
			{0.0519, 0.0470, 0.8462, 0.0549},
		},
		Relearning: [3][4]float64{
			{0.2157, 0.0643, 0.6595, 0.0605},
			{0.0500, 0.4638, 0.4475, 0.0387},
			{0.1056, 0.1434, 0.7266, 0.0244},
		},
		Seconds: [3][4]float64{
			{19.58, 18.79, 13.78, 10.71},
			{19.38, 17.59, 12.38, 8.94},
			{16.44, 15.25, 12.32, 8.03},
		},
		Sources: Sources{
			First: Source{From: FromStandard}, Passed: Source{From: FromStandard}, Learning: Source{From: FromStandard},
			Relearning: Source{From: FromStandard}, Seconds: Source{From: FromStandard},
		},
	}
}

// kind is the row of Learner.Seconds for a card in a state.
func kind(s quiz.State) int {
	switch s {
	case quiz.Review:
		return 1
	case quiz.Relearning:
		return 2
	}
	return 0
}

// rate returns the rating of a card that was asked, where recall is the chance
// of remembering it and chance, in [0, 1), decides.
func (l *Learner) rate(p *quiz.Progress, day quiz.Day, recall func(*quiz.Progress) float64, chance float64) quiz.Rating {
	if p.Reps == 0 {
		return quiz.Again + quiz.Rating(pick(l.First[:], chance))
	}
	if p.Last == day && p.Steps() && p.Rated != quiz.Easy {
		table := &l.Learning
		if p.State == quiz.Relearning {
			table = &l.Relearning
		}
		return quiz.Again + quiz.Rating(pick(table[p.Rated-1][:], chance))
	}
	r := recall(p)
	if chance >= r {
		return quiz.Again
	}
	return quiz.Hard + quiz.Rating(pick(l.Passed[:], chance/r))
}

// pick returns which of some shares, which sum to 1, a chance falls into.
func pick(shares []float64, chance float64) int {
	last := len(shares) - 1
	for i, share := range shares[:last] {
		if chance -= share; chance < 0 {
			return i
		}
	}
	return last
}
