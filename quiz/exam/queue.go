package exam

import (
	"slices"

	"recto/decks"
	"recto/quiz"
)

// Of returns the plan that a card belongs to; nil for none.
type Of func(decks.Card) *Scheduler

// Queue is quiz.Queue with the plans of exams: Planned, Limits and Restored
// together.
func Queue(items []quiz.Item, now quiz.Moment, l quiz.Limits, seed uint64, of Of) []quiz.Item {
	queue := quiz.Queue(Planned(items, now, of), now, Limits(l, now, of), seed)
	return Restored(queue, items)
}

// Planned returns a copy of items in which each card is due on the day on which
// its plan wants it.
func Planned(items []quiz.Item, now quiz.Moment, of Of) []quiz.Item {
	planned := slices.Clone(items)
	for i := range planned {
		it := &planned[i]
		if s := of(it.Card); s != nil {
			it.Progress.DueDay = s.Due(it.Progress, now.Day, quiz.SeedOf(it.Card.ID, it.Progress))
		}
	}
	return planned
}

// Limits returns limits under which, of the cards due for review, those with an
// exam come first: the weakest on its day before the others. The others come in
// the order that they have; by chance where that is the day on which they are
// due.
func Limits(l quiz.Limits, now quiz.Moment, of Of) quiz.Limits {
	usual := func(*quiz.Item) float64 { return 0 }
	switch {
	case l.ReviewOrder == quiz.ByChance:
	case l.ReviewOrder == quiz.ByRetrievability && l.Gain != nil:
		usual = l.Gain
	default:
		usual = func(it *quiz.Item) float64 { return -float64(it.Progress.DueDay) }
	}
	l.ReviewOrder = quiz.ByRetrievability
	l.Gain = func(it *quiz.Item) float64 {
		if s := of(it.Card); s != nil && !s.exam.Over(now.Day) {
			return first - s.Recall(it.Progress)
		}
		return usual(it)
	}
	return l
}

// first is more than what any order makes of a card without an exam.
const first = 1e9

// Restored returns a queue of what Planned made of items with the progress that
// its cards have.
func Restored(queue, items []quiz.Item) []quiz.Item {
	number := make(map[decks.CardID]int, len(queue))
	for i := range queue {
		number[queue[i].Card.ID] = i
	}
	restored := slices.Clone(queue)
	for i := range items {
		if n, ok := number[items[i].Card.ID]; ok {
			restored[n].Progress = items[i].Progress
		}
	}
	return restored
}
