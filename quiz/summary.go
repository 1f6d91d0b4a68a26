package quiz

import (
	"cmp"
	"slices"
	"time"

	"recto/decks"
)

// Summary is what a session came to. Ratings that were undone are not in it.
type Summary struct {
	Answered int           // ratings
	Cards    int           // cards rated, each once
	Ratings  [4]int        // Again, Hard, Good, Easy
	Right    int           // percent of the cards that were not rated Again at first, rounded; 0 when there are none
	Time     time.Duration // spent on the cards
	Hardest  []HardCard    // up to three cards, those with most Again first
	Wrong    []decks.Card  // the cards that were rated Again, by when they were first
	Left     Counts        // what the session still had
	Next     Next          // when a card waits again
}

// HardCard is a card that was hard in a session.
type HardCard struct {
	Card  decks.Card
	Again int // how often it was rated Again
}

// Next is when a card waits again; the zero Next is never.
type Next struct {
	Now bool      // one waits already
	At  time.Time // the end of a step; the zero time when Day says it
	Day Day       // a study day
}

// summary returns what the ratings that stand came to.
func (s *Session) summary(left Counts) Summary {
	sum := Summary{Left: left, Next: s.comes(left)}
	again, right := map[int]int{}, 0
	var wrong []int
	for _, r := range s.log[:s.state.rated] {
		sum.Answered++
		sum.Ratings[r.rating-1]++
		sum.Time += r.taken
		if _, ok := again[r.item]; !ok {
			again[r.item] = 0
			if r.rating != Again {
				right++
			}
		}
		if r.rating == Again {
			if again[r.item]++; again[r.item] == 1 {
				wrong = append(wrong, r.item)
			}
		}
	}
	sum.Cards = len(again)
	if n := sum.Cards; n > 0 {
		sum.Right = (200*right + n) / (2 * n)
	}
	for _, i := range wrong {
		sum.Wrong = append(sum.Wrong, s.items[i].Card)
	}
	hard := wrong
	slices.SortFunc(hard, func(a, b int) int {
		return cmp.Or(
			cmp.Compare(again[b], again[a]),
			cmp.Compare(s.items[b].Progress.Difficulty, s.items[a].Progress.Difficulty),
			cmp.Compare(a, b))
	})
	for _, i := range hard[:min(3, len(hard))] {
		sum.Hardest = append(sum.Hardest, HardCard{s.items[i].Card, again[i]})
	}
	return sum
}

// comes returns when a card of the session, or one outside it, waits again
// after the session is over.
func (s *Session) comes(left Counts) Next {
	over := s.state.over
	if left.New+left.Due > 0 || s.state.current >= 0 {
		return Next{Now: true}
	}
	if later := s.options.Later; later != 0 && later <= over.Day {
		return Next{Now: true}
	}
	if len(s.state.steps) > 0 {
		due := s.state.steps[0].due
		return Next{At: due, Now: !due.After(over.At)}
	}
	next := s.options.Later
	for i, it := range s.items {
		p := it.Progress
		if s.gone[i] || p.Suspended {
			continue
		}
		day := Day(0)
		if p.BuriedOn(over.Day) {
			day = p.Buried
		}
		if p.State != New {
			day = max(day, p.DueDay)
		}
		if day <= over.Day { // skipped, or only crammed
			return Next{Now: true}
		}
		if next == 0 || day < next {
			next = day
		}
	}
	return Next{Day: next}
}
