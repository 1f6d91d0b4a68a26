package words

// Study is what a study session says, on the full screen and as lines.
type Study struct {
	How   How
	Flag  func(flag int) string // a flag was set
	Waits Waits

	Skipped, Buried, Suspended, Undone, Unflagged string // what was done
	ChangedElsewhere                              string
}

// How says how a card is answered, in a few words that stand in brackets.
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
