package simulate

import (
	"math"
	"runtime"
	"sync"
	"sync/atomic"

	"recto/quiz"
	"recto/quiz/fsrs"
)

// Card is a card that is simulated.
type Card struct {
	Progress quiz.Progress
	Deck     int     // its place in Trial.Decks
	Question int32   // a number that siblings share, from 0 up
	After    []int32 // the questions that must be learned before
}

// Trial is a way to study that is tried out.
type Trial struct {
	Decks   []Deck  // as Card.Deck counts them
	New     int     // new cards a day over all decks; below 0 no limit
	Reviews int     // cards due for review a day; below 0 no limit
	Minutes float64 // a day, after which nothing further is asked; 0 for no limit

	// Gain is what a review of a card on a day is worth: those worth most come
	// first where not all can. Nil: those that wait longest do.
	Gain func(deck int, p *quiz.Progress, day quiz.Day) float64
	// Together lets cards of one question come on the same day.
	Together bool
	// Even prefers days with few cards among those that fuzz allows, as
	// quiz.Load does.
	Even bool
	// Week is the ease of the days of the week, which the scheduler heeds as far
	// as fuzz allows.
	Week quiz.Week
}

// Deck is what a deck needs to be simulated.
type Deck struct {
	Scheduler quiz.Scheduler // decides as in a session; for Trial.Even one of fsrs
	Model     *fsrs.Model    // how the learner forgets
	New       int            // new cards a day of this deck; below 0 no limit
	Done      int            // new cards of it that the first day has seen already

	Limited     bool // Reviews is a limit
	Reviews     int  // cards of this deck that are due for review a day
	DoneReviews int  // reviews of it that the first day has seen already
}

// Options are what all trials have in common.
type Options struct {
	Start   quiz.Moment // of the first day
	Days    int         // how many
	Done    quiz.Done   // what the first day has seen already
	Learner Learner
	Runs    int // of each trial, at least 1
	Seed    uint64
	// Stopped is asked before each day; true ends all, and the results mean
	// nothing. Nil: never. Several goroutines ask.
	Stopped func() bool
}

// Result is what a trial came to, over its runs.
type Result struct {
	Memorised Spread // sum of retrievability of all cards on the day after the last
	Reviews   Spread // ratings a day, those in steps too
	Minutes   Spread // a day
	Busiest   Spread // minutes of the day that takes longest
	Recalled  Spread // share of reviews on a later day that were recalled
	Seen      Spread // cards that are no longer new at the end
	Waiting   Spread // cards that were due at the end, and that no day had room for
}

// Spread is the mean of runs and their standard deviation; 0 with one run.
type Spread struct {
	Mean, Deviation float64
}

// Simulate tries each trial out, and returns its results in the same order.
// Chance is the same for all: a card that is answered for the n-th time draws
// the same number in the same run of each, so that results differ by what the
// trials differ in. The same arguments give the same results on any number of
// processors.
func Simulate(cards []Card, trials []Trial, o Options) []Result {
	o.Runs = max(o.Runs, 1)
	outcomes := make([]outcome, len(trials)*o.Runs)
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(len(outcomes), runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for {
				n := int(next.Add(1)) - 1
				if n >= len(outcomes) || o.Stopped != nil && o.Stopped() {
					return
				}
				seed := uint64(hash(o.Seed, uint64(n%o.Runs), 1))
				outcomes[n] = newRun(cards, &trials[n/o.Runs], &o, seed).days()
			}
		})
	}
	wait.Wait()
	results := make([]Result, len(trials))
	for t := range trials {
		results[t] = resultOf(outcomes[t*o.Runs : (t+1)*o.Runs])
	}
	return results
}

// Memorised returns how many cards are remembered on a day: the sum of their
// retrievability.
func Memorised(cards []Card, decks []Deck, day quiz.Day) (n float64) {
	for i := range cards {
		n += decks[cards[i].Deck].Model.Recall(cards[i].Progress, day)
	}
	return n
}

func resultOf(runs []outcome) Result {
	return Result{
		Memorised: spread(runs, func(o *outcome) float64 { return o.memorised }),
		Reviews:   spread(runs, func(o *outcome) float64 { return o.reviews }),
		Minutes:   spread(runs, func(o *outcome) float64 { return o.minutes }),
		Busiest:   spread(runs, func(o *outcome) float64 { return o.busiest }),
		Recalled:  spread(runs, func(o *outcome) float64 { return o.recalled }),
		Seen:      spread(runs, func(o *outcome) float64 { return float64(o.seen) }),
		Waiting:   spread(runs, func(o *outcome) float64 { return float64(o.waiting) }),
	}
}

func spread(runs []outcome, of func(*outcome) float64) Spread {
	n := float64(len(runs))
	mean, squares := 0.0, 0.0
	for i := range runs {
		mean += of(&runs[i]) / n
	}
	for i := range runs {
		off := of(&runs[i]) - mean
		squares += off * off
	}
	if n < 2 {
		return Spread{Mean: mean}
	}
	return Spread{mean, math.Sqrt(squares / (n - 1))}
}
