package quiz

import (
	"recto/decks"
)

// Room is how cards are spread over days: those from First on, Days of them,
// with at most Limit cards each, where Load says how many a day has already.
type Room struct {
	First Day
	Days  int
	Limit int
	Load  func(Day) int
}

// maxSpread is how many days a spreading looks ahead.
const maxSpread = 3650

// Fewest returns the number of days from First on that n more cards need; false
// when ten years are too few.
func (r Room) Fewest(n int) (days int, ok bool) {
	for n > 0 && days < maxSpread {
		n -= max(0, r.Limit-r.Load(r.First+Day(days)))
		days++
	}
	return max(days, 1), n <= 0
}

// Shares returns how many of n cards each day gets, so that the days become as
// alike as they can; what does not come out even goes to the first of them.
// False: they do not fit.
func (r Room) Shares(n int) ([]int, bool) {
	filled := func(level int) (sum int) {
		for d := range r.Days {
			sum += max(0, level-r.Load(r.First+Day(d)))
		}
		return sum
	}
	level := 0
	for step := 1 << 30; step > 0; step /= 2 { // the highest level that n cards fill
		if level+step <= r.Limit && filled(level+step) <= n {
			level += step
		}
	}
	shares := make([]int, r.Days)
	left := n
	for d := range shares {
		shares[d] = max(0, level-r.Load(r.First+Day(d)))
		left -= shares[d]
	}
	for d := range shares {
		if left > 0 && level < r.Limit && r.Load(r.First+Day(d)) <= level {
			shares[d]++
			left--
		}
	}
	return shares, left == 0
}

// Spread gives cards, in their order, to the days, and returns the day of each;
// false when they do not fit. Siblings come on different days where that is
// possible.
func (r Room) Spread(cards []decks.CardID) ([]Day, bool) {
	shares, ok := r.Shares(len(cards))
	if !ok {
		return nil, false
	}
	days := make([]Day, len(cards))
	waiting := make([]int, len(cards))
	for i := range cards {
		waiting[i] = i
	}
	for d, share := range shares {
		taken := map[questionID]bool{}
		var rest []int
		for at, i := range waiting {
			if share == 0 {
				rest = append(rest, waiting[at:]...)
				break
			}
			q := questionID{cards[i].Deck, cards[i].Question}
			if taken[q] {
				rest = append(rest, i)
				continue
			}
			taken[q] = true
			days[i] = r.First + Day(d)
			share--
		}
		shares[d], waiting = share, rest
	}
	for d, share := range shares { // siblings that found no day of their own
		for ; share > 0 && len(waiting) > 0; share-- {
			days[waiting[0]] = r.First + Day(d)
			waiting = waiting[1:]
		}
	}
	return days, true
}
