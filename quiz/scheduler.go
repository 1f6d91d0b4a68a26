package quiz

// Scheduler says what each rating would make of a card.
type Scheduler interface {
	// Preview returns the progress after Again, Hard, Good and Easy at now.
	// The same arguments give the same result: seed is the only source of
	// chance. What is shown is what is taken.
	Preview(p Progress, now Moment, seed uint64) [4]Progress
}

// Model is the memory model that the fold uses: it knows parameters and
// ratings, and nothing of steps, days of rest or due times.
type Model interface {
	// Next returns stability (days) and difficulty (1 to 10) after a review
	// rated r, elapsed whole study days (0 or more) after the one before. A
	// card without a review before has stability 0.
	Next(stability, difficulty float64, elapsed int, r Rating) (s, d float64)
}
