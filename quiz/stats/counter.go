package stats

import (
	"recto/decks"
	"recto/quiz"
)

// Options say which reviews are counted.
type Options struct {
	Today quiz.Day
	Since quiz.Day // reviews of earlier days only tell how a card stood
	// Only reports whether a card is counted; nil: every card is. It is asked
	// once for each card.
	Only func(decks.CardID) bool
}

// Counter counts the reviews of a history in one pass. Its memory grows with
// the cards, the study days and, up to a bound, the different wrong answers; not
// with the reviews.
type Counter struct {
	options Options
	numbers map[decks.CardID]int32
	cards   []tally
	total   Counts
	days    map[quiz.Day]*Counts
	hours   [24]Counts
	times   [3]spread // by Waited
	wrongs  map[wrongKey]*wrong
	first   quiz.Day // of all reviews that count
}

// tally is what is known of one card on the way.
type tally struct {
	id    decks.CardID
	state quiz.State
	last  quiz.Day // study day of the last review
	due   quiz.Day // as that review set it
	out   bool     // not counted
	Counts
}

// Counts are counts of reviews. Young and Mature hold only the reviews that
// true retention is made of, see the package comment.
type Counts struct {
	Reviews int    `json:"reviews"`
	Ratings [4]int `json:"ratings"` // Again, Hard, Good, Easy
	New     int    `json:"new"`     // first reviews of a card
	Young   Recall `json:"young"`
	Mature  Recall `json:"mature"`
	Taken   int64  `json:"taken_ms"` // no answer counts for more than a minute
}

// True returns the true retention: young and mature together.
func (c Counts) True() Recall { return c.Young.plus(c.Mature) }

func (c *Counts) add(o Counts) {
	c.Reviews += o.Reviews
	for i, n := range o.Ratings {
		c.Ratings[i] += n
	}
	c.New += o.New
	c.Young, c.Mature = c.Young.plus(o.Young), c.Mature.plus(o.Mature)
	c.Taken += o.Taken
}

// NewCounter returns a counter without a review.
func NewCounter(o Options) *Counter {
	return &Counter{
		options: o, numbers: map[decks.CardID]int32{},
		days: map[quiz.Day]*Counts{}, wrongs: map[wrongKey]*wrong{},
	}
}

// Mature is the interval in days from which a card is mature; below it is
// young.
const Mature = 21

// Add takes the next review or reset that stands, in the order of the history,
// with the card that holds it as its Card. Other events say nothing here.
func (c *Counter) Add(e quiz.Event) {
	n, card := c.tally(e.Card)
	if card.out {
		return
	}
	if e.Kind == quiz.ResetEvent {
		card.state, card.last, card.due = quiz.New, 0, 0
		return
	}
	if e.Kind != quiz.ReviewEvent {
		return
	}
	r := e.Review
	was, last, interval := card.state, card.last, card.due-card.last
	card.state, card.last, card.due = r.State, r.Day, r.DueDay
	if r.Day < c.options.Since {
		return
	}
	one := Counts{Reviews: 1, Taken: min(r.Taken, maxTaken)}
	one.Ratings[r.Rating-quiz.Again]++
	if was == quiz.New {
		one.New++
	}
	if was == quiz.Review && last != r.Day {
		if interval >= Mature {
			one.Mature.count(r.Rating)
		} else {
			one.Young.count(r.Rating)
		}
	}
	c.count(card, r.Day, hourOf(e), one)
	c.times[waitedIn(was)].add(r.Taken)
	if isWrong(r) {
		c.countWrong(n, r)
	}
}

func (c *Counter) count(card *tally, day quiz.Day, hour int, one Counts) {
	of := c.days[day]
	if of == nil {
		of = &Counts{}
		c.days[day] = of
	}
	if c.total.Reviews == 0 || day < c.first {
		c.first = day
	}
	for _, to := range [...]*Counts{&c.total, of, &c.hours[hour], &card.Counts} {
		to.add(one)
	}
}

// tally returns what is known of a card, and its number.
func (c *Counter) tally(id decks.CardID) (int32, *tally) {
	n, ok := c.numbers[id]
	if !ok {
		n = int32(len(c.cards))
		c.numbers[id] = n
		c.cards = append(c.cards, tally{id: id, out: c.options.Only != nil && !c.options.Only(id)})
	}
	return n, &c.cards[n]
}

// counts returns what was counted of a card.
func (c *Counter) counts(id decks.CardID) Counts {
	if n, ok := c.numbers[id]; ok {
		return c.cards[n].Counts
	}
	return Counts{}
}

// interval returns the interval in days that the last review of a card gave,
// wherever its due day was moved since. Where no review is known, as of a card
// that does not count, its due day says it.
func (c *Counter) interval(id decks.CardID, p quiz.Progress) quiz.Day {
	if n, ok := c.numbers[id]; ok {
		if t := &c.cards[n]; t.state != quiz.New && t.last == p.Last {
			return t.due - t.last
		}
	}
	return p.DueDay - p.Last
}
