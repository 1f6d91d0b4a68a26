package quiz

// A leech is a card that is forgotten again and again. It takes more time than
// ten others, and it is mostly the question's fault: two facts in one, or two
// cards that look alike. So recto says so and where to find the card, and
// leaves the decision to the learner. It does not suspend the card: a fact
// would silently drop out of what is learned. Nothing needs to be recorded
// either, since lapses say it all.

// IsLeech reports whether a card with so many lapses is a leech under the
// threshold. A threshold of 0 or less knows no leeches.
func IsLeech(lapses, threshold int) bool {
	return threshold > 0 && lapses >= threshold
}

// LeechTold reports whether a lapse, the card's lapses-th, is one to speak of:
// the one that reaches the threshold, and from there on each that is another
// half of it, rounded up. With 8 these are 8, 12, 16 and so on.
func LeechTold(lapses, threshold int) bool {
	return IsLeech(lapses, threshold) && (lapses-threshold)%((threshold+1)/2) == 0
}
