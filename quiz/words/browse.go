package words

// Browse is the screen of cards.
type Browse struct{}
