package words

// Preview is the cards of a deck for its author.
type Preview struct{}
