package quiz

import "recto/decks"

// Look returns the view of a card that was never reviewed as a session shows
// it: the question with its first hints, or, when shown, the answer to somebody
// who only looked at it. Seed decides the order of the options. Number, Total,
// what is left and the ratings are zero.
func Look(c decks.Card, seed uint64, hints int, shown bool) View {
	task := TaskOf(c, Progress{}, seed)
	v := View{
		Phase:   Asked,
		Card:    c,
		Task:    task,
		Options: Options(task),
		Groups:  c.Question.Group.Path(),
		Typed:   c.Typed(),
	}
	all := c.Hints()
	v.Hints = all[:max(min(hints, len(all)), 0)]
	v.MoreHint = len(all) - len(v.Hints)
	if shown {
		v.Phase = Shown
	}
	return v
}
