package words

// Summary is what a session came to.
type Summary struct{}
