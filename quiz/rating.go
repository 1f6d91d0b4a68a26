package quiz

// Rating is how well a card was remembered.
type Rating uint8

// The four ratings; the zero Rating is none.
const (
	Again Rating = iota + 1
	Hard
	Good
	Easy
)
