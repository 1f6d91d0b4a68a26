package optimizer

import (
	"cmp"
	"slices"

	"recto/quiz"
)

// Placing is a card that is due on a day and would be due on another.
type Placing struct {
	Day       quiz.Day // due now; before today when it is overdue
	Low, High quiz.Day // the days that are as good as the wanted one between them
	Recall    float64  // retrievability today, 0 to 1: the lowest is the most urgent
}

// Reschedule returns the day for each card, the same as before for one that
// need not or cannot move. Other counts the cards due on each day that stay
// where they are; what is overdue counts for today.
//
// No day gets more cards than it had, or than limit, whichever is more. What is
// due later by now leaves first, and goes as near to its days as there is room.
// Then what is due sooner moves up, the most urgent first, to the emptiest of
// its days or the first one after them with room.
func Reschedule(cards []Placing, other map[quiz.Day]int, today quiz.Day, limit int) []quiz.Day {
	p := &plan{today: today, limit: limit, before: map[quiz.Day]int{}, load: map[quiz.Day]int{}}
	for day, n := range other {
		p.before[max(day, today)] += n
	}
	days := make([]quiz.Day, len(cards))
	var later, sooner []int
	for i, c := range cards {
		days[i] = c.Day
		now := max(c.Day, today)
		p.before[now]++
		switch {
		case now < c.Low:
			later = append(later, i)
		case now > max(c.High, today):
			sooner = append(sooner, i)
		}
	}
	for day, n := range p.before {
		p.load[day] = n
	}
	slices.SortStableFunc(later, func(a, b int) int { return cmp.Compare(cards[b].High, cards[a].High) })
	slices.SortStableFunc(sooner, func(a, b int) int { return cmp.Compare(cards[a].Recall, cards[b].Recall) })
	for _, i := range later {
		now := max(cards[i].Day, today)
		days[i] = p.move(days[i], cards[i], func(try func(quiz.Day) bool) {
			for day := cards[i].Low - 1; day > now && !try(day); day-- {
			}
		})
	}
	for _, i := range sooner {
		days[i] = p.move(days[i], cards[i], func(try func(quiz.Day) bool) {
			for day := max(cards[i].High, today) + 1; day < cards[i].Day && !try(day); day++ {
			}
		})
	}
	return days
}

// plan is how many cards each day has.
type plan struct {
	today        quiz.Day
	limit        int
	before, load map[quiz.Day]int
}

// room reports whether a day may get one more card.
func (p *plan) room(day quiz.Day) bool {
	n := p.load[day]
	return n < p.limit || n < p.before[day]
}

// move moves a card to the emptiest of its days that has room, else to the
// first with room of those that further tries in turn, and returns the day; its
// old one when there is none.
func (p *plan) move(old quiz.Day, c Placing, further func(try func(quiz.Day) bool)) quiz.Day {
	to, found := old, false
	for day := max(c.Low, p.today); day <= max(c.High, p.today); day++ {
		if p.room(day) && (!found || p.load[day] < p.load[to]) {
			to, found = day, true
		}
	}
	if !found {
		further(func(day quiz.Day) bool {
			if p.room(day) {
				to, found = day, true
			}
			return found
		})
	}
	if found {
		p.load[max(old, p.today)]--
		p.load[to]++
	}
	return to
}
