package quiz

// LeechAction is what becomes of a card that is a leech, beside being told; ""
// is LeechTell.
type LeechAction string

// What may become of a leech.
const (
	LeechTell    LeechAction = "tell"    // nothing
	LeechSuspend LeechAction = "suspend" // it is suspended
	LeechMark    LeechAction = "flag"    // it gets the flag LeechFlag
)

// LeechFlag is the flag of leeches, the last one, so that those that learners
// set themselves are another.
const LeechFlag = maxFlag

// IsLeech reports whether a card with so many lapses is a leech under the
// threshold, see the package comment. A threshold of 0 or less knows none.
func IsLeech(lapses, threshold int) bool {
	return threshold > 0 && lapses >= threshold
}

// LeechTold reports whether a lapse, the card's lapses-th, is one to speak of:
// the one that reaches the threshold, and from there on each that is another
// half of it, rounded up. With 8 these are 8, 12, 16 and so on.
func LeechTold(lapses, threshold int) bool {
	return IsLeech(lapses, threshold) && (lapses-threshold)%((threshold+1)/2) == 0
}

// leech tells that the rating of an action makes its card a leech, and does to
// the card what the options say, as part of the same action.
func (s *Session) leech(a *action) error {
	card := s.items[a.item].Card
	a.after.leech = &Leech{Card: card, Lapses: a.is.Lapses, Action: s.options.Leeches}
	switch s.options.Leeches {
	case LeechSuspend:
		a.is.Suspended = true
		return s.record(a, Event{Kind: SuspendEvent, Card: card.ID})
	case LeechMark:
		a.is.Flag = LeechFlag
		return s.record(a, Event{Kind: FlagEvent, Card: card.ID, Flag: LeechFlag})
	}
	return nil
}

// Advice says in words what is to be done about the leech: "was forgotten 8
// times; say it another way, split it, or suspend it."
func (w Speaker) Advice(l Leech) string {
	switch l.Action {
	case LeechSuspend:
		return w.Schedule.LeechSuspended(l.Lapses)
	case LeechMark:
		return w.Schedule.LeechFlagged(l.Lapses, LeechFlag)
	}
	return w.Schedule.Leech(l.Lapses)
}
