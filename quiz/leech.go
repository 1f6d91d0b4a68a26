package quiz

// IsLeech reports whether a card with so many lapses is a leech under the
// threshold, see the package comment. A threshold of 0 or less knows none.
func IsLeech(lapses, threshold int) bool {
	return threshold > 0 && lapses >= threshold
}

// LeechTold reports whether a lapse, the card's lapses-th, is one to speak of:
// the one that reaches the threshold, and from there on each that is another
// half of it, rounded up. With 8 these are 8, 12, 16 and so on.
func LeechTold(lapses, threshold int) bool {
	return IsLeech(lapses, threshold) && (lapses-threshold)%((threshold+1)/2) == 0
}
