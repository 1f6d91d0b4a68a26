package quiz

import (
	"fmt"
)

// Rating is how well a card was remembered.
type Rating uint8

// The four ratings; the zero Rating is none.
const (
	Again Rating = iota + 1
	Hard
	Good
	Easy
)

// Valid reports whether r is one of the four ratings.
func (r Rating) Valid() bool {
	return Again <= r && r <= Easy
}

// String returns "Again", "Hard", "Good" or "Easy", and "Rating(n)" for what
// is none of them.
func (r Rating) String() string {
	switch r {
	case Again:
		return "Again"
	case Hard:
		return "Hard"
	case Good:
		return "Good"
	case Easy:
		return "Easy"
	}
	return fmt.Sprintf("Rating(%d)", uint8(r))
}
