package quiz

import (
	"slices"
	"time"

	"recto/decks"
)

// Pace is how long a learner takes for an answer, by what the card was before
// it: new, in a learning step, due for review, or in a relearning step. A zero
// is the pace of many learners, see StandardPace.
type Pace [4]time.Duration

// StandardPace returns what many learners take for an answer, from seeing the
// question to rating it: the mean over their ratings.
//
// Source: the seconds by state and rating that the simulator of the FSRS
// optimizer has as its defaults, weighed by its rates of ratings.
func StandardPace() Pace {
	return Pace{
		New:        15100 * time.Millisecond,
		Learning:   12800 * time.Millisecond,
		Review:     13700 * time.Millisecond,
		Relearning: 12800 * time.Millisecond,
	}
}

// paceAnswers is how many answers of a state it takes for the learner's own
// pace; fewer say too little.
const paceAnswers = 20

// maxAnswer is the longest that an answer counts: who takes longer was away.
const maxAnswer = 60 * time.Second

// PaceOf returns the median time per answer of each state, given the standing
// reviews of some time, each card's in their order; in a state with few of them
// it is the standard. What the first of a card was answered as is not among
// them: it was new when a step followed that it had not begun, else due.
func PaceOf(reviews []Event) Pace {
	var taken [4][]time.Duration
	before := map[decks.CardID]State{}
	for _, e := range reviews {
		if e.Review == nil {
			continue
		}
		state, known := before[e.Card]
		switch {
		case known:
		case e.Review.State == Learning:
			state = New
		default:
			state = Review
		}
		before[e.Card] = e.Review.State
		taken[state] = append(taken[state], min(time.Duration(e.Review.Taken)*time.Millisecond, maxAnswer))
	}
	pace := StandardPace()
	for state, all := range taken {
		if len(all) >= paceAnswers {
			slices.Sort(all)
			pace[state] = max(all[len(all)/2], time.Second)
		}
	}
	return pace
}

// The answers that a card takes in a session beside its first: a new card
// passes two learning steps, and is forgotten in one of four of its answers; of
// ten cards due one is forgotten, and relearned in one step.
const (
	learningAnswers   = 2.5
	stepAnswers       = 1.5
	relearningAnswers = 0.12
)

// Of returns how long a card is likely to take in a session, all its answers
// together.
func (p Pace) Of(state State) time.Duration {
	for s, standard := range StandardPace() {
		if p[s] <= 0 {
			p[s] = standard
		}
	}
	times := func(d time.Duration, n float64) time.Duration { return time.Duration(float64(d) * n) }
	switch state {
	case New:
		return p[New] + times(p[Learning], learningAnswers)
	case Learning:
		return times(p[Learning], stepAnswers)
	case Relearning:
		return times(p[Relearning], stepAnswers)
	}
	return p[Review] + times(p[Relearning], relearningAnswers)
}

// fits returns how many of the first cards fit into a time.
func (k *deal) fits(at []int32, limit time.Duration, pace Pace) int {
	var cost [4]time.Duration
	for s := range cost {
		cost[s] = pace.Of(State(s))
	}
	var sum time.Duration
	for n, i := range at {
		if sum += cost[k.items[i].Progress.State]; sum > limit {
			return n
		}
	}
	return len(at)
}
