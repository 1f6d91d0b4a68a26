package simulate

import (
	"time"

	"recto/decks"
	"recto/quiz"
)

// Log gathers how a learner answered. NewLog makes one, Add is given the
// history, and Learner sums it up.
type Log struct {
	cards map[decks.CardID]*seen

	first                [4]int
	passed               [3]int
	learning, relearning [3][4]int
	seconds              [3][4]float64 // sums
	timed                [3][4]int
}

// seen is a card on the way through its reviews.
type seen struct {
	state  quiz.State
	day    quiz.Day
	rating quiz.Rating
}

// NewLog returns a log of nothing.
func NewLog() *Log { return &Log{cards: map[decks.CardID]*seen{}} }

// longest bounds what an answer is taken to last: who leaves the table is not
// thinking. A minute, as in other programs.
const longest = time.Minute

// Add adds a review or a reset of a card; other kinds of events say nothing.
// Events stand in the order of their time.
func (l *Log) Add(e quiz.Event) {
	switch {
	case e.Kind == quiz.ResetEvent:
		delete(l.cards, e.Card)
		return
	case e.Kind != quiz.ReviewEvent || e.Review == nil || !e.Review.Rating.Valid():
		return
	}
	r := e.Review
	c, known := l.cards[e.Card]
	if !known {
		c = &seen{state: quiz.New}
		l.cards[e.Card] = c
	}
	steps := c.state == quiz.Learning || c.state == quiz.Relearning
	switch {
	case !known:
		l.first[r.Rating-1]++
	case steps && r.Day <= c.day && c.rating < quiz.Easy:
		table := &l.learning
		if c.state == quiz.Relearning {
			table = &l.relearning
		}
		table[c.rating-1][r.Rating-1]++
	case r.Day > c.day && r.Rating > quiz.Again:
		l.passed[r.Rating-2]++
	}
	if r.Taken > 0 {
		k := kind(c.state)
		l.seconds[k][r.Rating-1] += min(time.Duration(r.Taken)*time.Millisecond, longest).Seconds()
		l.timed[k][r.Rating-1]++
	}
	*c = seen{r.State, r.Day, r.Rating}
}

// enough is how many reviews of its kind a part of a Learner is taken from at
// least. With so many a share is off by 0.07 at most, mostly by less.
const enough = 50

// LearnerOf returns how somebody answers by the log of the decks that are
// simulated, where it has too few reviews by that of all decks, and else as in
// Standard. A nil log has none.
//
// What a log has of some steps or ratings only is completed by the standard:
// shares by as many reviews of it as enough is, and seconds at the pace of the
// others.
func LearnerOf(decks, all *Log) Learner {
	l := Standard()
	logs := []struct {
		log  *Log
		from From
	}{{decks, FromDecks}, {all, FromAll}}
	part := func(n func(*Log) int, take func(*Log)) Source {
		for _, g := range logs {
			if g.log != nil && n(g.log) >= enough {
				take(g.log)
				return Source{g.from, n(g.log)}
			}
		}
		return Source{From: FromStandard}
	}
	l.Sources = Sources{
		First:   part(func(g *Log) int { return sum(g.first[:]) }, func(g *Log) { shares(l.First[:], g.first[:]) }),
		Passed:  part(func(g *Log) int { return sum(g.passed[:]) }, func(g *Log) { shares(l.Passed[:], g.passed[:]) }),
		Seconds: part(func(g *Log) int { return total(g.timed[:]) }, func(g *Log) { l.Seconds = g.pace(l.Seconds) }),
		Learning: part(func(g *Log) int { return total(g.learning[:]) }, func(g *Log) {
			for i := range l.Learning {
				shares(l.Learning[i][:], g.learning[i][:])
			}
		}),
		Relearning: part(func(g *Log) int { return total(g.relearning[:]) }, func(g *Log) {
			for i := range l.Relearning {
				shares(l.Relearning[i][:], g.relearning[i][:])
			}
		}),
	}
	return l
}

// shares moves what is standard towards what was counted: as if enough of the
// standard had been seen before.
func shares(standard []float64, counted []int) {
	n := float64(sum(counted))
	for i := range standard {
		standard[i] = (enough*standard[i] + float64(counted[i])) / (enough + n)
	}
}

// pace returns seconds for each answer: the mean of what was timed, and where
// that is little the standard at the learner's speed.
func (l *Log) pace(standard [3][4]float64) [3][4]float64 {
	own, usual := 0.0, 0.0
	for k := range standard {
		for r := range standard[k] {
			own += l.seconds[k][r]
			usual += standard[k][r] * float64(l.timed[k][r])
		}
	}
	const few = 10
	for k := range standard {
		for r := range standard[k] {
			standard[k][r] = (few*standard[k][r]*own/usual + l.seconds[k][r]) / (few + float64(l.timed[k][r]))
		}
	}
	return standard
}

func total(table [][4]int) (n int) {
	for i := range table {
		n += sum(table[i][:])
	}
	return n
}

func sum(counts []int) (n int) {
	for _, c := range counts {
		n += c
	}
	return n
}
