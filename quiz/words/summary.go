package words

// Summary is what a session came to.
type Summary struct {
	Nothing func(next string) string // one line: there was nothing to study
	Done    func(answered, right, left int, next string) string

	NothingTitle, Title string
	Answered            func(answered, cards, right int, time string) string // time may be ""
	Hardest             string
	Forgotten           func(times int) string
	Left                func(n int, next string) string
	Week                string // the title of the last seven days
}
