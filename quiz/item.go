package quiz

import "recto/decks"

// Item is a card and what is believed about it.
type Item struct {
	Card     decks.Card
	Progress Progress
}

// Held reports whether the learner keeps the card out of sight on day: it is
// suspended, or buried.
func (i Item) Held(day Day) bool {
	return i.Progress.Suspended || i.Progress.BuriedOn(day)
}

// question names the question of the card: siblings share it.
func (i Item) question() questionID {
	return questionID{i.Card.ID.Deck, i.Card.ID.Question}
}

// questionID is a card id without its face.
type questionID struct{ deck, question string }

// Done is what was studied on a day already. Its cards count against the
// daily limits.
type Done struct {
	New       int            // cards seen for the first time on that day
	Reviews   int            // cards seen on that day and before it
	NewOf     map[string]int // New by deck id
	ReviewsOf map[string]int // Reviews by deck id
}

// DoneOn counts what was studied on day, given the progress of every card of
// the learner: those of decks that are not studied now count too. A card that
// came several times counts once.
func DoneOn(day Day, progress map[decks.CardID]Progress) Done {
	var d Done
	for id, p := range progress {
		d.Count(day, id, &p)
	}
	return d
}

// Count adds a card to what was studied on day, if it was.
func (d *Done) Count(day Day, id decks.CardID, p *Progress) {
	switch {
	case p.Reps == 0 || p.Last != day:
	case p.First == day:
		if d.NewOf == nil {
			d.NewOf = map[string]int{}
		}
		d.New++
		d.NewOf[id.Deck]++
	default:
		if d.ReviewsOf == nil {
			d.ReviewsOf = map[string]int{}
		}
		d.Reviews++
		d.ReviewsOf[id.Deck]++
	}
}
