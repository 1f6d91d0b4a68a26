package simulate

import (
	"sync"

	"recto/decks"
	"recto/quiz"
)

// even is a fsrs.Balance: what quiz.Load says of days, by the cards that are
// due on them in the run so far. Days beyond the end are all empty. In a week
// with easy days it is the Load itself that says so.
func (r *run) even(_ quiz.Day, low, high, interval int) []float64 {
	if r.load != nil {
		return r.load.Weights(decks.CardID{}, quiz.Progress{}, r.moment.Day, low, high, interval)
	}
	t := tables()
	if interval > t.longest || high >= len(t.wait) {
		return nil
	}
	r.weights = r.weights[:0]
	for wait := low; wait <= high; wait++ {
		weight := 1.0
		if day := r.day + wait; day < len(r.due) && len(r.due[day]) > 0 {
			weight = t.count[min(len(r.due[day]), len(t.count)-1)] * t.wait[wait]
		}
		r.weights = append(r.weights, weight)
	}
	return r.weights
}

// loadOf returns what weighs the days of a week with easy days.
func (r *run) loadOf(t *Trial) *quiz.Load {
	return &quiz.Load{Even: t.Even, Week: t.Week, Counted: func(day quiz.Day) int {
		if at := int(day - r.o.Start.Day); at >= 0 && at < len(r.due) {
			return len(r.due[at])
		}
		return 0
	}}
}

// evenTables are the two factors of the weight that quiz.Load gives a day: by
// the cards that are due on it, and by the days until then.
type evenTables struct {
	count, wait []float64
	longest     int // interval for which days are weighed
}

// tables asks a quiz.Load once for what a year of simulated days asks a million
// times.
var tables = sync.OnceValue(func() evenTables {
	const counts, waits = 2000, 110
	var t evenTables
	weigh := func(l *quiz.Load, wait int) float64 {
		if w := l.Weights(decks.CardID{}, quiz.Progress{}, 0, wait, wait, 1); w != nil {
			return w[0]
		}
		return 1
	}
	busy := &quiz.Load{Even: true}
	for range counts {
		t.count = append(t.count, weigh(busy, 1))
		busy.Count(&quiz.Progress{State: quiz.Review, DueDay: 1})
	}
	for wait := range waits {
		one := &quiz.Load{Even: true}
		one.Count(&quiz.Progress{State: quiz.Review, DueDay: quiz.Day(wait)})
		t.wait = append(t.wait, weigh(one, max(wait, 1)))
		if one.Weights(decks.CardID{}, quiz.Progress{}, 0, wait, wait, wait) != nil {
			t.longest = wait
		}
	}
	return t
})
