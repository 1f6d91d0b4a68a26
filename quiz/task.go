package quiz

import (
	"slices"

	"recto/decks"
	"recto/quiz/answer"
)

// TaskOf returns a card as it is put to the learner. The order of its options
// changes with every review, so that nobody learns a letter instead of an
// answer; seed, card and number of reviews determine it. Options that are
// fixed stay in place, and items to be put in order or to be paired are never
// shown in the right order already.
func TaskOf(c decks.Card, p Progress, seed uint64) answer.Task {
	return answer.Task{Card: c, Order: arrangement(c, mix(SeedOf(c.ID, p), "options")^mix(seed))}
}

// Options returns the options of a task in the order of their letters, as
// markup; nil when the learner picks from none.
func Options(t answer.Task) []string {
	values := t.Card.Options()
	if values == nil {
		return nil
	}
	shown := make([]string, len(values))
	for i := range values {
		v := values[i]
		if t.Order != nil {
			v = values[t.Order[i]]
		}
		shown[i] = v.Show(t.Card.Language())
	}
	return shown
}

// arrangement returns the order of a card's options, nil for written order.
func arrangement(c decks.Card, seed uint64) []int {
	options, q := c.Options(), c.Question
	if len(options) < 2 || q.Fixed {
		return nil
	}
	order := chance(seed).Perm(len(options))
	switch c.Kind() {
	case decks.Choice, decks.Multiple:
		return keepLast(order, options, q.Last)
	case decks.Order, decks.Match:
		return unsolved(order, options, q.Answers)
	}
	return order
}

// keepLast moves the options that stay last to the end, in their own order.
func keepLast(order []int, options, last []decks.Value) []int {
	kept := slices.DeleteFunc(slices.Clone(order), func(i int) bool { return slices.Contains(last, options[i]) })
	for _, v := range last {
		if i := slices.Index(options, v); i >= 0 {
			kept = append(kept, i)
		}
	}
	return kept
}

// unsolved turns an order that gives the answer away by one place, as often as
// needed. Only where all options are alike every order is the right one.
func unsolved(order []int, options []decks.Value, wanted []decks.Answer) []int {
	for range order {
		if !solved(order, options, wanted) {
			break
		}
		order = append(order[1:len(order):len(order)], order[0])
	}
	return order
}

// solved reports whether the options in order are what is wanted, one by one.
func solved(order []int, options []decks.Value, wanted []decks.Answer) bool {
	for i, w := range wanted {
		if i < len(order) && options[order[i]] != w.Value {
			return false
		}
	}
	return true
}
