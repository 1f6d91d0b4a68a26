package exam

import (
	"cmp"
	"slices"

	"recto/decks"
	"recto/quiz"
)

// Of returns the plan that a card belongs to; nil for none.
type Of func(decks.Card) *Scheduler

// Queue is quiz.Queue with the plans of exams: cards come when their plan wants
// them, and of those due for review the ones with an exam come first, the
// weakest on the day of the exam before the others.
func Queue(items []quiz.Item, now quiz.Moment, l quiz.Limits, seed uint64, of Of) []quiz.Item {
	planned, number := Planned(items, now, of)
	queue := quiz.Queue(planned, now, l, seed)
	for i := range queue {
		queue[i] = items[number[queue[i].Card.ID]]
	}
	return queue
}

// Planned returns a copy of items in which each card is due on the day on which
// its plan wants it, and those that are due by now in the order in which they
// shall come; and the place of each card that has a plan and is no longer new.
func Planned(items []quiz.Item, now quiz.Moment, of Of) ([]quiz.Item, map[decks.CardID]int) {
	planned := slices.Clone(items)
	number := make(map[decks.CardID]int, len(items))
	type place struct {
		item   int
		recall float64
	}
	var due []place
	for i := range planned {
		it := &planned[i]
		number[it.Card.ID] = i
		s := of(it.Card)
		if s == nil || it.Progress.State != quiz.Review || s.exam.Over(now.Day) {
			continue
		}
		it.Progress.DueDay = s.Due(it.Progress, now.Day, quiz.SeedOf(it.Card.ID, it.Progress))
		if it.Progress.DueDay <= now.Day {
			due = append(due, place{i, s.Recall(it.Progress)})
		}
	}
	slices.SortStableFunc(due, func(a, b place) int { return cmp.Compare(a.recall, b.recall) })
	for k, d := range due {
		// Days order what is due: an earlier one for each card that goes before.
		planned[d.item].Progress.DueDay = now.Day - quiz.Day(len(due)-k) - earlier
	}
	return planned, number
}

// earlier is more days than anything is overdue.
const earlier = 4_000_000
