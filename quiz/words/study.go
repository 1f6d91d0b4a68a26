package words

// Study is what a study session says, on the full screen and as lines.
type Study struct {
	How   How
	Flag  func(flag int) string // a flag was set
	Waits Waits

	Skipped, Buried, Suspended, Undone, Unflagged string // what was done
	ChangedElsewhere                              string

	Keys     map[string]Does // by command
	Choosing []Pressed       // more keys, of cards that are answered by choosing

	Place    func(number, total int) string // at the end of the rule
	Flagged  func(flag int) string
	Again    string // in the place of a deck: the wrong ones again
	Retrying string // said at its begin

	ShowAnswer, Answer, NextItem string // what Enter does
	Take                         func(rating string) string
	Type                         string // back into the field

	NotSaved, SameKey  string
	Leech, LastCard    string
	FieldFull, TooLong string
	Pasted             string // what was pasted had several lines
	NotTold, NotEdited func(why string) string
	EditorEnded        func(why string) string
	NoEditor, NotRead  string
	Gone               string
	NothingWrong       string // there is nothing to try again
	NotPrinted         func(why string) string
	NoPrinter          string

	Loading string

	Why Why

	// A response that the learner let count several times.
	Offer       string // the title
	Overruled   func(response, answer string, times int) string
	OfferKeys   string // what y does, and any other key
	Accepted    func(response string) string
	NotAccepted func(why string) string
}

// Pressed is keys and what they do.
type Pressed struct{ Keys, Does string }

// Why is why a card comes now: labels, and what stands behind some of them.
type Why struct {
	Title                                                                         string
	Card, Now, Stability, Difficulty, Recall, Reviews, Back, Confused, From, File string

	Days, OfTen, Percent func(x float64) string
	Since                func(reviews int, since string, lapses int) string
}

// How says how a card is answered, in a few words.
type How struct {
	Reveal   string
	Multiple string
	Any      func(need, of int) string
	Items    func(n int) string
	Order    string
	Match    string
	Gaps     func(n int) string
}

// Waits names what a card is.
type Waits struct {
	New, Learning, Relearning, Due, Review string
}

// Of returns the name of a state as the engine writes it.
func (w *Waits) Of(state string) string {
	switch state {
	case "new":
		return w.New
	case "learning":
		return w.Learning
	case "relearning":
		return w.Relearning
	case "due":
		return w.Due
	case "review":
		return w.Review
	}
	return state
}
