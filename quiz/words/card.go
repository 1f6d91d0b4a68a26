package words

// Card is a card on the full screen: what is asked, the field, the answer.
// Labels stand before what they name and end with ": ".
type Card struct {
	Image  string
	Words  string // those to fill gaps with
	Hint   func(number, of int) string
	Answer string

	// The card's image in the program that the system has for it.
	NoImage, Opened string
	NotOpened       func(why string) string

	Why    string
	From   string
	Folded func(lines int) string // so many lines of a long text are not shown

	How How

	YouWrote, Wanted string // before the two lines of a comparison
	// Before an item of an answer, and between it and what was written for it.
	AlsoRight, Missing, Right, Close, Wrong, Extra string
	ButWrote                                       string
}
