package quiz

import (
	"fmt"
	"math"
	"time"

	"recto/decks"
)

// Ease is how much a learner wants to do on a day of the week.
type Ease uint8

// The eases of a day.
const (
	NormalDay  Ease = iota
	ReducedDay      // half of a normal day
	MinimumDay      // next to nothing
)

// String returns "normal", "reduced" or "minimum", and "Ease(n)" for what is
// none of them.
func (e Ease) String() string {
	switch e {
	case NormalDay:
		return "normal"
	case ReducedDay:
		return "reduced"
	case MinimumDay:
		return "minimum"
	}
	return fmt.Sprintf("Ease(%d)", uint8(e))
}

// ParseEase reads an ease as String writes it.
func ParseEase(s string) (Ease, error) {
	for e := NormalDay; e <= MinimumDay; e++ {
		if s == e.String() {
			return e, nil
		}
	}
	return 0, fmt.Errorf("%q is none of normal, reduced and minimum", s)
}

// Week is the ease of each day of the week, Sunday first as in time.Weekday.
// The zero Week is seven normal days.
type Week [7]Ease

// Weekday returns the day of the week of a study day.
func (d Day) Weekday() time.Weekday {
	const epoch = Day(time.Thursday) // 1970-01-01
	return time.Weekday(((d+epoch)%7 + 7) % 7)
}

// Of returns the ease of a study day.
func (w Week) Of(day Day) Ease { return w[day.Weekday()] }

// Load is how many cards are due on each study day. It says which days of an
// interval's range are welcome to one card more: those with few cards, at some
// distance from the card's siblings, and not those that the learner wants free.
// A session keeps it up to date. The zero Load knows no card and weighs no day.
type Load struct {
	Even  bool // days with few cards are preferred
	Apart bool // and days away from siblings
	Week  Week

	// Counted tells how many cards are due on a day instead of Count and Move,
	// for who counts them anyway; nil: these do.
	Counted func(Day) int

	due      map[Day]int
	own      map[decks.CardID]Day // of cards that were moved: where each is counted, noDay for none
	siblings map[questionID][]sibling
}

// sibling is one of several cards of a question, and when it is due.
type sibling struct {
	id  decks.CardID
	day Day
}

const noDay = Day(math.MinInt)

// The weights of days. They are those of Anki's load balancer, but for empty
// days that are to stay so, which it fills with a card each.
const (
	evenUpTo    = 90   // days of interval; beyond, chance spreads cards well enough
	countPower  = 2.15 // a day with twice the cards is 4.4 times less likely
	waitPower   = 3    // and of two such days the earlier one is preferred
	unwelcome   = 1e-4 // of a minimum day, and of a reduced one that has its share
	sameDay     = 1e-6 // as a sibling
	apartUpTo   = 4    // days; each takes a fifth away
	nearestDays = 3    // to either side of a range that tell what a normal day has
)

// Count adds a card to the load. Call it once for every card of the learner.
func (l *Load) Count(p *Progress) {
	if day := loadDay(p); day != noDay {
		if l.due == nil {
			l.due = map[Day]int{}
		}
		l.due[day]++
	}
}

// loadDay returns the day that a card is a load for: none for a new card, a
// suspended one, or one in a step, which is part of the day that it is on.
func loadDay(p *Progress) Day {
	if p.State != Review || p.Suspended {
		return noDay
	}
	return p.DueDay
}

// Due returns how many cards are due on a day.
func (l *Load) Due(day Day) int {
	if l.Counted != nil {
		return l.Counted(day)
	}
	return l.due[day]
}

// Know tells which cards are siblings of those in queue; items are all cards
// of their decks, siblings side by side.
func (l *Load) Know(items, queue []Item) {
	l.siblings = map[questionID][]sibling{}
	for i := range queue {
		l.siblings[queue[i].question()] = nil
	}
	for from := 0; from < len(items); {
		to := from + 1
		for to < len(items) && items[to].question() == items[from].question() {
			to++
		}
		if q := items[from].question(); to-from > 1 {
			if _, queued := l.siblings[q]; queued {
				for i := from; i < to; i++ {
					l.siblings[q] = append(l.siblings[q], sibling{items[i].Card.ID, loadDay(&items[i].Progress)})
				}
			}
		}
		from = to
	}
}

// Move tells that what is believed of a card has changed.
func (l *Load) Move(id decks.CardID, from, to Progress) {
	was, counted := l.own[id]
	if !counted {
		was = loadDay(&from)
	}
	if was != noDay && l.due[was] > 0 {
		l.due[was]--
	}
	l.Count(&to)
	if l.own == nil {
		l.own = map[decks.CardID]Day{}
	}
	l.own[id] = loadDay(&to)
	for i, s := range l.siblings[questionID{id.Deck, id.Question}] {
		if s.id == id {
			l.siblings[questionID{id.Deck, id.Question}][i].day = l.own[id]
		}
	}
}

// Weights returns how welcome a card is on each of the days from low to high
// days after today, relative to each other; interval is what it would wait if
// all were alike. Nil says that they are. Where the card itself is due, by p or
// by Move, does not count, so the same days are as welcome after an undo.
func (l *Load) Weights(id decks.CardID, p Progress, today Day, low, high, interval int) []float64 {
	even := l.Even && interval <= evenUpTo
	near := l.siblings[questionID{id.Deck, id.Question}]
	if !l.Apart {
		near = nil
	}
	if !even && len(near) == 0 && l.Week == (Week{}) {
		return nil
	}
	own, moved := l.own[id]
	if !moved {
		own = loadDay(&p)
	}
	count := func(day Day) int {
		n := l.Due(day)
		if day == own && n > 0 {
			n--
		}
		return n
	}
	normal := l.normal(today+Day(low)-nearestDays, today+Day(high)+nearestDays, count)
	weights := make([]float64, high-low+1)
	for i := range weights {
		day := today + Day(low+i)
		n, weight := count(day), 1.0
		if ease := l.Week.Of(day); ease == MinimumDay || ease == ReducedDay && 2*float64(n) >= normal {
			weight = unwelcome
		}
		// An empty day is the most welcome one, unless it is to stay empty.
		if even && (n > 0 || weight < 1) {
			weight *= math.Pow(float64(max(n, 1)), -countPower) * math.Pow(float64(low+i), -waitPower)
		}
		for _, s := range near {
			if s.id != id && s.day != noDay {
				weight *= distance(int(day - s.day))
			}
		}
		weights[i] = weight
	}
	return weights
}

// distance is the factor of a day that is so many days away from a sibling.
func distance(days int) float64 {
	if days < 0 {
		days = -days
	}
	switch {
	case days == 0:
		return sameDay
	case days <= apartUpTo:
		return float64(days) / (apartUpTo + 1)
	}
	return 1
}

// normal returns the mean number of cards of the normal days from first to
// last; infinite when there is no such day, as then all are reduced alike.
func (l *Load) normal(first, last Day, count func(Day) int) float64 {
	if l.Week == (Week{}) {
		return 0
	}
	days, cards := 0, 0
	for day := first; day <= last; day++ {
		if l.Week.Of(day) == NormalDay {
			days++
			cards += count(day)
		}
	}
	if days == 0 {
		return math.Inf(1)
	}
	return float64(cards) / float64(days)
}
