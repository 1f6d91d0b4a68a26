package words

// Common is what several screens say.
type Common struct {
	Ratings  [4]string // Again, Hard, Good, Easy
	Verdicts Verdicts
	Count    Count
	Keys     KeyNames

	Weekdays [7]string  // short, from Sunday as time.Weekday counts
	Months   [12]string // short

	True, False string // the options of true or false

	// Engine translates what the engines say in English: the notes of a verdict,
	// and why an input or a response is refused. A text that is not known stays.
	Engine func(english string) string
	// Note is why an answer is what its verdict says: an engine's note, and the
	// accepted form that it is about, "" where that is the answer.
	Note func(note, form string) string
	// Sentence makes a clause a sentence of its own.
	Sentence func(clause string) string
}

// Rating returns the name of a rating, 1 to 4; "" for what is none.
func (c *Common) Rating(r int) string {
	if r < 1 || r > len(c.Ratings) {
		return ""
	}
	return c.Ratings[r-1]
}

// Verdicts are how an answer compares, in a word that stands alone.
type Verdicts struct {
	Correct, Close, Wrong string
}

// Count writes a number of things: "1 card", "3 cards".
type Count struct {
	Cards, Days, Reviews, Questions, Minutes, Times func(n int) string
}

// KeyNames are keys as they are named to the learner.
type KeyNames struct {
	Space, Enter, Esc, Tab, Backspace, Delete, Home, End, PgUp, PgDn, Shift, Ctrl, Alt string
}
