package words

// Preview is the cards of a deck for its author.
type Preview struct {
	Reverse func(kind string) string // a card that is asked the other way round
}
