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

// answers returns an asker that knows the decisions. What the learner was not
// asked, as a question that was edited once more meanwhile, is left.
func (u *undecided) answers(said []edited.Decision) asker {
	type between struct{ fromDeck, from, toDeck, to, text string }
	of := func(ch relink.Change) between {
		return between{ch.From.Deck, ch.From.Question, ch.To.Deck.ID, ch.To.ID, textOf(ch.To)}
	}
	decided := map[between]edited.Decision{}
	for n, group := range u.groups {
		for _, ch := range group {
			decided[of(ch)] = said[n]
		}
	}
	return func(changes []relink.Change) (keep, decline, left []relink.Change, err error) {
		for _, ch := range changes {
			switch said, asked := decided[of(ch)]; {
			case !asked:
				left = append(left, ch)
			case said == edited.Keep:
				keep = append(keep, ch)
			case said == edited.Anew:
				decline = append(decline, ch)
			}
		}
		return keep, decline, left, nil
	}
}
