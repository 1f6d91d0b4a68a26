package main

import (
	"recto/quiz/relink"
	"recto/quiz/tui/edited"
)

// undecided is the error of a session that cannot begin before the learner was
// asked whether questions were edited.
type undecided struct {
	groups [][]relink.Change // what is asked at once
}

func (u *undecided) Error() string {
	return count(len(u.groups), "question") + " may have been edited"
}

// askFirst asks nobody yet: it fails with what is to be asked.
func askFirst(changes []relink.Change) (keep, decline, left []relink.Change, err error) {
	groups := grouped(changes)
	return nil, nil, nil, &undecided{groups[:min(len(groups), askedAtOnce)]}
}

// shown returns the changes as the screen shows them.
func (u *undecided) shown() (all []edited.Change) {
	for _, group := range u.groups {
		first := group[0]
		all = append(all, edited.Change{
			Was:       edited.Side{Text: first.From.Text, Answers: first.From.Answers},
			Now:       edited.Side{Text: textOf(first.To), Answers: answersOf(first.To)},
			Questions: len(group), From: first.From.Deck, To: first.To.Deck.ID,
		})
	}
	return all
}

// answers returns an asker that knows the decisions. What was edited once more
// while the learner decided is left for later.
func (u *undecided) answers(said []edited.Decision) asker {
	type between struct{ fromDeck, from, toDeck, to string }
	of := func(ch relink.Change) between {
		return between{ch.From.Deck, ch.From.Question, ch.To.Deck.ID, ch.To.ID}
	}
	decided := map[between]edited.Decision{}
	for n, group := range u.groups {
		for _, ch := range group {
			decided[of(ch)] = said[n]
		}
	}
	return func(changes []relink.Change) (keep, decline, left []relink.Change, err error) {
		for _, ch := range changes {
			switch decided[of(ch)] {
			case edited.Keep:
				keep = append(keep, ch)
			case edited.Anew:
				decline = append(decline, ch)
			default:
				left = append(left, ch)
			}
		}
		return keep, decline, left, nil
	}
}
