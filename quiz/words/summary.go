package words

// Summary is what a session came to.
type Summary struct {
	Nothing func(next string) string // one line: there was nothing to study
	Done    func(answered, right, left int, next string) string
}
