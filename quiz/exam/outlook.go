package exam

import (
	"cmp"
	"slices"

	"recto/decks"
	"recto/quiz"
)

// Outlook says where a learner stands before an exam.
type Outlook struct {
	Exam    Exam
	Days    int     // until it; 0 on the day and after it
	Cards   int     // of the exam that are not suspended
	Unseen  int     // of them, never reviewed
	Ready   int     // of them, recalled as wanted if nothing is reviewed any more
	Recall  float64 // mean chance of recall on the day if nothing is reviewed any more, 0 to 1
	Missing []Missing
}

// Missing is a card that cannot be ready for the exam.
type Missing struct {
	Card   decks.CardID
	Why    Why
	Recall float64 // on the day if it is not reviewed any more
}

// Why says why a card cannot be ready.
type Why string

// The reasons.
const (
	Unseen Why = "unseen" // new cards are more than the days left can bring
	Weak   Why = "weak"   // one more review, even on the last day, is not enough
	Full   Why = "full"   // the limits of the days left have no room for its review
)

// Look returns the outlook of those of items whose plan is for x. New and
// reviews are how many cards of each kind a day can bring; today is counted as a
// whole day. Missing is empty from the day of the exam on.
func Look(items []quiz.Item, of Of, x Exam, today quiz.Day, new, reviews int) Outlook {
	o := Outlook{Exam: x, Days: int(max(0, x.Day-today))}
	var unseen, waiting []Missing
	for _, it := range items {
		s := of(it.Card)
		if it.Progress.Suspended || s == nil || s.exam != x {
			continue
		}
		o.Cards++
		m := Missing{Card: it.Card.ID, Recall: s.Recall(it.Progress)}
		o.Recall += m.Recall
		switch {
		case it.Progress.Reps == 0:
			o.Unseen++
			m.Why = Unseen
			unseen = append(unseen, m)
		case s.Ready(it.Progress):
			o.Ready++
		case s.Hopeless(it.Progress, today):
			m.Why = Weak
			o.Missing = append(o.Missing, m)
		default:
			m.Why = Full
			waiting = append(waiting, m)
		}
	}
	o.Recall /= float64(max(o.Cards, 1))
	if x.Over(today) {
		o.Missing = nil
		return o
	}
	o.Missing = append(o.Missing, beyond(unseen, new, o.Days)...)
	// The weakest come first, so the others have no room.
	slices.SortStableFunc(waiting, func(a, b Missing) int { return cmp.Compare(a.Recall, b.Recall) })
	o.Missing = append(o.Missing, beyond(waiting, reviews, o.Days)...)
	return o
}

// beyond returns the cards that so many a day do not reach within days.
func beyond(cards []Missing, perDay, days int) []Missing {
	if perDay < 0 || perDay > len(cards) || perDay*days >= len(cards) {
		return nil
	}
	return cards[perDay*days:]
}

// Pace returns how many new cards a day it takes until all of unseen were seen
// in time: a fifth of the days left, and at most a week, is for reviews alone.
func Pace(unseen int, x Exam, today quiz.Day) int {
	if unseen <= 0 || x.Over(today) {
		return 0
	}
	left := int(x.Day - today)
	days := left - min(left/5, 7)
	return (unseen + days - 1) / days
}

// Room returns Options.Room for a limit of reviews a day, below 0 for none,
// where load says how many cards are due on a day.
func Room(reviews int, load func(quiz.Day) int) func(quiz.Day) int {
	if reviews < 0 {
		return nil
	}
	most := int(share * float64(reviews))
	return func(day quiz.Day) int { return most - load(day) }
}
