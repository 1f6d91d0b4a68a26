package simulate

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
)

// What even says of days is what quiz.Load says of them.
func TestEvenIsLoad(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := &run{due: make([][]int32, 150), day: rapid.IntRange(0, 20).Draw(t, "today"), o: &Options{}}
		r.moment.Day = quiz.Day(r.day)
		load := &quiz.Load{Even: true}
		if rapid.Bool().Draw(t, "easy") {
			load.Week[rapid.IntRange(0, 6).Draw(t, "weekday")] = quiz.MinimumDay
			load.Week[3] = quiz.ReducedDay
			r.load = r.loadOf(&Trial{Even: true, Week: load.Week})
		}
		for range rapid.IntRange(0, 40).Draw(t, "days") {
			day := rapid.IntRange(r.day, 149).Draw(t, "day")
			for range rapid.IntRange(0, 9).Draw(t, "cards") {
				r.due[day] = append(r.due[day], 0)
				load.Count(&quiz.Progress{State: quiz.Review, DueDay: quiz.Day(day)})
			}
		}
		interval := rapid.IntRange(1, 120).Draw(t, "interval")
		low, high := fsrs.FuzzRange(float64(interval), 0, 36_500)
		got, want := r.even(0, low, high, interval), load.Weights(decks.CardID{}, quiz.Progress{}, quiz.Day(r.day), low, high, interval)
		if len(got) != len(want) {
			t.Fatalf("%d to %d for %d: %v, want %v", low, high, interval, got, want)
		}
		for i := range got {
			if math.Abs(got[i]/want[i]-1) > 1e-12 {
				t.Fatalf("%d to %d for %d: %v, want %v", low, high, interval, got, want)
			}
		}
	})
}

// Even days make the busiest one less busy, and what is remembered the same.
func TestEven(t *testing.T) {
	trials := retentions(t, 10, -1, 0.9, 0.9)
	trials[1].Even = true
	r := Simulate(newCards(1500), trials, Options{Start: begin, Days: 200, Learner: Standard(), Runs: 6, Seed: 2})
	if r[1].Busiest.Mean >= r[0].Busiest.Mean || math.Abs(r[1].Memorised.Mean/r[0].Memorised.Mean-1) > 0.01 {
		t.Errorf("even %+v\nuneven %+v", r[1], r[0])
	}
}

// A deck's limit holds its reviews back and no others.
func TestLimitOfADeck(t *testing.T) {
	cards := newCards(40)
	for i := range cards {
		cards[i].Progress = review(5, begin.Day-10, begin.Day)
		cards[i].Deck = i % 2
	}
	trial := retentions(t, 0, -1, 0.9)[0]
	trial.Decks = append(trial.Decks, trial.Decks[0])
	trial.Decks[1].Limited, trial.Decks[1].Reviews, trial.Decks[1].DoneReviews = true, 3, 1
	r := Simulate(cards, []Trial{trial}, Options{Start: begin, Days: 1, Learner: Standard(), Runs: 1, Seed: 1})[0]
	if r.Waiting.Mean != 18 {
		t.Errorf("%v cards wait, want 18 of 20 of the deck that had one review of three", r.Waiting.Mean)
	}
}

// What gains most comes first where not all can.
func TestGain(t *testing.T) {
	cards := newCards(300)
	for i := range cards {
		cards[i].Progress = review(float64(1+i%50), begin.Day-60, begin.Day-quiz.Day(1+i%20))
	}
	trials := retentions(t, 0, 15, 0.9, 0.9)
	trials[1].Gain = func(deck int, p *quiz.Progress, day quiz.Day) float64 {
		return trials[1].Decks[deck].Model.Recall(*p, day)
	}
	r := Simulate(cards, trials, Options{Start: begin, Days: 10, Learner: Standard(), Runs: 4, Seed: 2})
	if r[1].Recalled.Mean < r[0].Recalled.Mean+0.05 {
		t.Errorf("by recall %+v\nby day %+v", r[1], r[0])
	}
}
