package decks

import "strings"

// Nearest returns the one of the known words that a writer of word most likely
// meant, for a "did you mean"; "" when none is near.
func Nearest(word string, known []string) string {
	best, nearest := "", 1+max(1, len(word)/3)
	if len(word) > 80 {
		return ""
	}
	for _, candidate := range known {
		if d := editDistance(strings.ToLower(word), candidate); d < nearest && d < len(candidate) {
			best, nearest = candidate, d
		}
	}
	return best
}
