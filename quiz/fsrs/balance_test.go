package fsrs_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
)

// TestBalanceLaws: whatever weights the days have, each interval is within the
// fuzz range of the one without, the order of the ratings is kept, and the
// memory state is the same.
func TestBalanceLaws(t *testing.T) {
	now := moment(0)
	rapid.Check(t, func(t *rapid.T) {
		o := drawOptions(t)
		standard := fsrs.DefaultOptions()
		o.LearningSteps, o.RelearningSteps = standard.LearningSteps, standard.RelearningSteps
		o.Fuzz = false
		plain, err := fsrs.New(o)
		if err != nil {
			t.Fatal(err)
		}
		o.Fuzz = true
		fuzzed, err := fsrs.New(o)
		if err != nil {
			t.Fatal(err)
		}
		weight := rapid.SliceOfN(rapid.OneOf(rapid.Just(0.0), rapid.Just(1e-12), rapid.Float64Range(0, 5)), 1, 9).Draw(t, "weights")
		balanced := fuzzed.Balanced(func(today quiz.Day, low, high, _ int) []float64 {
			all := make([]float64, high-low+1)
			for i := range all {
				all[i] = weight[int(today+quiz.Day(low+i))%len(weight)]
			}
			return all
		})
		p, seed := progresses(now).Draw(t, "progress"), rapid.Uint64().Draw(t, "seed")
		before, after := plain.Preview(p, now, seed), balanced.Preview(p, now, seed)
		if again := balanced.Preview(p, now, seed); again != after {
			t.Errorf("the same seed gives %+v and %+v", after, again)
		}
		for i := range before {
			wait, days := int(before[i].DueDay-now.Day), int(after[i].DueDay-now.Day)
			if before[i].Steps() {
				if after[i] != before[i] {
					t.Errorf("%v: a step becomes %+v, was %+v", quiz.Rating(i+1), after[i], before[i])
				}
				continue
			}
			low, high := fsrs.FuzzRange(float64(wait), p.Elapsed(now.Day), o.MaxInterval)
			if days < low || days > high {
				t.Errorf("%v: %d days become %d, not from %d to %d", quiz.Rating(i+1), wait, days, low, high)
			}
			if i == 0 || before[i-1].Steps() {
				continue
			}
			worse, better := int(before[i-1].DueDay-now.Day), int(after[i-1].DueDay-now.Day)
			if wait > worse && days <= better && days != o.MaxInterval || wait == worse && days != better {
				t.Errorf("%v: %d and %d days become %d and %d", quiz.Rating(i+1), worse, wait, better, days)
			}
		}
	})
}

// Equal weights choose as chance alone does.
func TestBalanceOfEqualDays(t *testing.T) {
	now := moment(0)
	s := scheduler(t, nil)
	equal := s.Balanced(func(_ quiz.Day, low, high, _ int) []float64 {
		all := make([]float64, high-low+1)
		for i := range all {
			all[i] = 0.25
		}
		return all
	})
	for seed := range uint64(500) {
		p := quiz.Progress{State: quiz.Review, Stability: 3 + float64(seed%90), Difficulty: 5, Reps: 3, Last: now.Day - 8}
		// Of the others those that would meet a worse rating choose from less.
		if got, want := equal.Preview(p, now, seed)[quiz.Hard-1], s.Preview(p, now, seed)[quiz.Hard-1]; got != want {
			t.Fatalf("seed %d: due on %v, want %v", seed, got.DueDay, want.DueDay)
		}
	}
}

// learner is a made-up life of cards: new ones every day, and what is due is
// reviewed and remembered as the model says.
type learner struct {
	scheduler *fsrs.Scheduler
	load      *quiz.Load
	chance    *rand.Rand
	cards     []quiz.Progress
	balance   bool
}

// live studies a day, and returns how many reviews it had.
func (l *learner) live(day quiz.Day, fresh int) (reviews int) {
	for range fresh {
		l.cards = append(l.cards, quiz.Progress{})
	}
	now := quiz.Moment{At: at, Day: day}
	for i, p := range l.cards {
		if p.State == quiz.New && p.Reps == 0 || p.DueDay <= day {
			rating := quiz.Good
			if p.Reps > 0 {
				reviews++
				if l.chance.Float64() > l.scheduler.Model().Recall(p, day) {
					rating = quiz.Again
				}
			}
			id := decks.CardID{Deck: "d", Question: string(rune(i)), Face: decks.AskFace}
			s := l.scheduler
			if l.balance {
				s = s.Balanced(func(today quiz.Day, low, high, interval int) []float64 {
					return l.load.Weights(id, p, today, low, high, interval)
				})
			}
			next := s.Preview(p, now, uint64(i)<<16+uint64(p.Reps))[rating-1]
			l.load.Move(id, p, next)
			l.cards[i] = next
		}
	}
	return reviews
}

// year lives a year of 20 new cards a day, and returns the reviews of each day
// of its second half.
func year(t testing.TB, load *quiz.Load, balance bool, seed uint64) []int {
	s := scheduler(t, func(o *fsrs.Options) { o.LearningSteps, o.RelearningSteps = nil, nil })
	l := &learner{scheduler: s, load: load, chance: rand.New(rand.NewPCG(seed, 1)), balance: balance}
	var days []int
	for day := range quiz.Day(364) {
		if n := l.live(20_000+day, 20); day >= 182 {
			days = append(days, n)
		}
	}
	return days
}

// spreadOf returns the mean, and the standard deviation from a week's moving
// mean, as the load grows with the years.
func spreadOf(days []int) (mean, deviation float64) {
	for _, n := range days {
		mean += float64(n) / float64(len(days))
	}
	n := 0.0
	for i := 7; i < len(days)-7; i++ {
		around := 0.0
		for j := i - 7; j <= i+7; j++ {
			around += float64(days[j]) / 15
		}
		deviation += (float64(days[i]) - around) * (float64(days[i]) - around)
		n++
	}
	return mean, math.Sqrt(deviation / n)
}

// A year with the load balancer has days that are more alike, and no more
// reviews for it; easy days have what was asked for.
func TestBalancedYear(t *testing.T) {
	if testing.Short() {
		t.Skip("four years are simulated")
	}
	mean, plain := spreadOf(year(t, &quiz.Load{}, false, 1))
	level, balanced := spreadOf(year(t, &quiz.Load{Even: true}, true, 1))
	t.Logf("reviews a day: %.0f, deviation %.1f; balanced %.0f, deviation %.1f", mean, plain, level, balanced)
	// What is left is mostly of cards that come after a day or two, new ones and
	// those that were forgotten, which no range lets move.
	if balanced > plain*0.65 {
		t.Errorf("the deviation is %.1f balanced and %.1f not", balanced, plain)
	}
	if level > mean*1.05 {
		t.Errorf("%.0f reviews a day balanced, %.0f not", level, mean)
	}
	days := year(t, &quiz.Load{Even: true, Week: quiz.Week{quiz.MinimumDay, 0, 0, 0, 0, 0, quiz.ReducedDay}}, true, 1)
	var sum, n [3]float64
	for i, reviews := range days {
		ease := quiz.Week{quiz.MinimumDay, 0, 0, 0, 0, 0, quiz.ReducedDay}.Of(20_000 + 182 + quiz.Day(i))
		sum[ease] += float64(reviews)
		n[ease]++
	}
	normal, reduced, least := sum[0]/n[0], sum[1]/n[1], sum[2]/n[2]
	t.Logf("reviews on normal days %.0f, reduced %.0f, minimum %.0f", normal, reduced, least)
	if reduced > 0.75*normal || reduced < 0.25*normal {
		t.Errorf("%.0f reviews on reduced days, %.0f on normal ones", reduced, normal)
	}
	if least > 0.4*normal {
		t.Errorf("%.0f reviews on minimum days, %.0f on normal ones", least, normal)
	}
}
