package simulate

import (
	"fmt"
	"math"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
)

// newCards returns cards that were never seen, each of a question of its own.
func newCards(n int) []Card {
	cards := make([]Card, n)
	for i := range cards {
		cards[i].Question = int32(i)
	}
	return cards
}

func TestSimulate(t *testing.T) {
	o := Options{Start: begin, Days: 120, Learner: Standard(), Runs: 3, Seed: 1}
	results := Simulate(newCards(600), retentions(t, 10, 200, 0.70, 0.80, 0.90, 0.97), o)
	for i, r := range results {
		if r.Seen.Mean != 600 || r.Seen.Deviation != 0 || r.Waiting.Mean != 0 {
			t.Errorf("%d: %+v", i, r)
		}
		wanted := []float64{0.70, 0.80, 0.90, 0.97}[i]
		// Whole days are too long for the weakest cards.
		if off := wanted - r.Recalled.Mean; off < -0.01 || off > 0.04 {
			t.Errorf("wanted retention %v, recalled %v", wanted, r.Recalled.Mean)
		}
		if i == 0 {
			continue
		}
		before := results[i-1]
		if r.Memorised.Mean <= before.Memorised.Mean || r.Reviews.Mean <= before.Reviews.Mean || r.Minutes.Mean <= before.Minutes.Mean {
			t.Errorf("a higher retention brings no more or takes no more: %+v after %+v", r, before)
		}
		if !(r.Memorised.Deviation > 0 && r.Memorised.Deviation < 30 && r.Busiest.Mean >= r.Minutes.Mean) {
			t.Errorf("%+v", r)
		}
	}
}

// The same on one processor and on several, and with another seed not.
func TestSameOnAnyProcessors(t *testing.T) {
	trials := retentions(t, 10, 100, 0.8, 0.9)
	o := Options{Start: begin, Days: 60, Learner: Standard(), Runs: 4, Seed: 7}
	many := Simulate(newCards(300), trials, o)
	was := runtime.GOMAXPROCS(1)
	one := Simulate(newCards(300), trials, o)
	runtime.GOMAXPROCS(was)
	if diff := cmp.Diff(one, many); diff != "" {
		t.Error(diff)
	}
	o.Seed++
	if other := Simulate(newCards(300), trials, o); cmp.Equal(one, other) {
		t.Error("the seed decides nothing")
	}
}

func TestLimits(t *testing.T) {
	due := newCards(400) // all overdue
	for i := range due {
		due[i].Progress = review(10, begin.Day-20, begin.Day-10)
	}
	siblings := newCards(60)
	for i := range siblings {
		siblings[i].Question = int32(i / 3)
	}
	chain := newCards(40)
	for i := 1; i < len(chain); i++ {
		chain[i].After = []int32{int32(i - 1)}
	}
	held := newCards(50)
	for i := range held {
		held[i].Progress.Suspended = i < 20
		if i >= 40 {
			held[i].Progress.Buried = begin.Day + 3
		}
	}
	perDeck := newCards(50)
	for _, tt := range []struct {
		name   string
		cards  []Card
		days   int
		change func(*Trial, *Options)
		holds  func(Result) bool
	}{
		{"nothing to study", nil, 10, nil, func(r Result) bool { return r == Result{Recalled: Spread{Mean: 1}} }},
		{"no days", newCards(5), 0, nil, func(r Result) bool { return r.Seen.Mean == 0 && r.Reviews.Mean == 0 }},
		{"new cards a day", newCards(50), 3, func(t *Trial, _ *Options) { t.New = 4 }, func(r Result) bool { return r.Seen.Mean == 12 }},
		{"new cards seen today", newCards(50), 3, func(t *Trial, o *Options) { t.New, o.Done.New = 4, 3 }, func(r Result) bool { return r.Seen.Mean == 9 }},
		{"new cards of a deck", perDeck, 3, func(t *Trial, _ *Options) { t.New, t.Decks[0].New, t.Decks[0].Done = 9, 2, 1 }, func(r Result) bool { return r.Seen.Mean == 5 }},
		{"no limit", newCards(50), 1, func(t *Trial, _ *Options) { t.New = -1 }, func(r Result) bool { return r.Seen.Mean == 50 }},
		{"no new cards", newCards(50), 9, func(t *Trial, _ *Options) { t.New = 0 }, func(r Result) bool { return r.Reviews.Mean == 0 }},
		{"reviews a day", due, 1, func(t *Trial, _ *Options) { t.Reviews = 150 }, func(r Result) bool { return r.Waiting.Mean == 250 }},
		{"reviews of today", due, 1, func(t *Trial, o *Options) { t.Reviews, o.Done.Reviews = 150, 50 }, func(r Result) bool { return r.Waiting.Mean == 300 }},
		{"minutes", due, 20, func(t *Trial, _ *Options) { t.Minutes = 3 }, func(r Result) bool { return r.Minutes.Mean > 2.9 && r.Busiest.Mean < 6 }},
		{"siblings apart", siblings, 1, func(t *Trial, _ *Options) { t.New = -1 }, func(r Result) bool { return r.Seen.Mean == 20 }},
		{"siblings on the next day", siblings, 2, func(t *Trial, _ *Options) { t.New = -1 }, func(r Result) bool { return r.Seen.Mean > 30 && r.Seen.Mean <= 40 }},
		{"siblings together", siblings, 1, func(t *Trial, _ *Options) { t.New, t.Together = -1, true }, func(r Result) bool { return r.Seen.Mean == 60 }},
		{"one after the other", chain, 1, func(t *Trial, _ *Options) { t.New = -1 }, func(r Result) bool { return r.Seen.Mean == 40 }},
		{"suspended and buried", held, 2, func(t *Trial, _ *Options) { t.New = -1 }, func(r Result) bool { return r.Seen.Mean == 20 }},
		{"buried no longer", held, 4, func(t *Trial, _ *Options) { t.New = -1 }, func(r Result) bool { return r.Seen.Mean == 30 }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			trials := retentions(t, 10, -1, 0.9)
			o := Options{Start: begin, Days: tt.days, Learner: Standard(), Runs: 2, Seed: 3}
			if tt.change != nil {
				tt.change(&trials[0], &o)
			}
			if r := Simulate(tt.cards, trials, o)[0]; !tt.holds(r) {
				t.Errorf("%+v", r)
			}
		})
	}
}

// Days that are simulated hold what days of sessions hold: the same cards by
// the same limits, in reviews and in what is remembered.
func TestAgreesWithSessions(t *testing.T) {
	trials := retentions(t, 8, 40, 0.9)
	o := Options{Start: begin, Days: 90, Learner: Standard(), Runs: 8, Seed: 5}
	got := Simulate(newCards(300), trials, o)[0]
	var want Result
	const runs = 8
	for run := range uint64(runs) {
		r := sessions(300, trials[0], o, run)
		want.Memorised.Mean += r.Memorised.Mean / runs
		want.Reviews.Mean += r.Reviews.Mean / runs
		want.Seen.Mean += r.Seen.Mean / runs
	}
	for _, tt := range []struct {
		name      string
		got, want float64
	}{{"memorised", got.Memorised.Mean, want.Memorised.Mean}, {"reviews", got.Reviews.Mean, want.Reviews.Mean}, {"seen", got.Seen.Mean, want.Seen.Mean}} {
		if math.Abs(tt.got/tt.want-1) > 0.015 {
			t.Errorf("%s: %.2f simulated, %.2f by sessions", tt.name, tt.got, tt.want)
		}
	}
}

// sessions studies new cards day by day as sessions would: by quiz.Queue.
func sessions(n int, trial Trial, o Options, seed uint64) (r Result) {
	items := make([]quiz.Item, n)
	deck := &decks.Deck{ID: "deck"}
	number := map[decks.CardID]int{}
	for i := range items {
		q := &decks.Question{ID: fmt.Sprint("q", i), Deck: deck}
		items[i].Card = decks.Card{ID: decks.CardID{Deck: deck.ID, Question: q.ID, Face: decks.AskFace}, Question: q}
		number[items[i].Card.ID] = i
	}
	model := trial.Decks[0].Model
	for d := range o.Days {
		now := quiz.Moment{At: o.Start.At.AddDate(0, 0, d), Day: o.Start.Day + quiz.Day(d)}
		for _, it := range quiz.Queue(items, now, quiz.Limits{New: trial.New, Reviews: trial.Reviews, Session: -1}, seed) {
			p := &items[number[it.Card.ID]].Progress
			for n := 0; n == 0 || p.Steps(); n++ {
				chance := hash(seed+99, uint64(number[it.Card.ID]), uint64(p.Reps))
				rating := o.Learner.rate(p, now.Day, func(p *quiz.Progress) float64 { return model.Recall(*p, now.Day) }, chance.share())
				*p = trial.Decks[0].Scheduler.Preview(*p, now, uint64(chance))[rating-1]
				r.Reviews.Mean += 1 / float64(o.Days)
			}
		}
	}
	for _, it := range items {
		r.Memorised.Mean += model.Recall(it.Progress, o.Start.Day+quiz.Day(o.Days))
		if it.Progress.Reps > 0 {
			r.Seen.Mean++
		}
	}
	return r
}

// review returns a card in review.
func review(stability float64, last, due quiz.Day) quiz.Progress {
	return quiz.Progress{State: quiz.Review, Stability: stability, Difficulty: 5, Reps: 3, Rated: quiz.Good, First: last, Last: last, DueDay: due}
}

// What comes out is within what can be, whatever goes in.
func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 60).Draw(t, "cards")
		cards := newCards(n)
		for i := range cards {
			cards[i].Question = int32(rapid.IntRange(0, n).Draw(t, "question"))
			last := begin.Day - quiz.Day(rapid.IntRange(-2, 300).Draw(t, "last"))
			switch rapid.IntRange(0, 3).Draw(t, "state") {
			case 1:
				cards[i].Progress = review(rapid.Float64Range(0.001, 4000).Draw(t, "stability"), last, last+quiz.Day(rapid.IntRange(0, 400).Draw(t, "interval")))
			case 2:
				cards[i].Progress = review(1, last, last)
				cards[i].Progress.State, cards[i].Progress.Due = quiz.Relearning, begin.At
			case 3:
				cards[i].After = []int32{int32(rapid.IntRange(0, n).Draw(t, "after"))}
			}
		}
		for i := range cards { // every question that is named has a card
			if len(cards[i].After) > 0 {
				cards[i].After[0] = cards[rapid.IntRange(0, n-1).Draw(t, "known")].Question
			}
		}
		o := fsrs.DefaultOptions()
		o.Retention = rapid.Float64Range(0.7, 0.97).Draw(t, "retention")
		o.LearningSteps = rapid.SampledFrom([][]time.Duration{nil, {time.Minute}, {time.Minute, 10 * time.Minute}, {time.Hour, 26 * time.Hour}, {20 * time.Hour}}).Draw(t, "steps")
		s, err := fsrs.New(o)
		if err != nil {
			t.Fatal(err)
		}
		trial := Trial{Decks: []Deck{{Scheduler: s, Model: s.Model(), New: rapid.IntRange(-1, 5).Draw(t, "of deck")}},
			New: rapid.IntRange(-1, 9).Draw(t, "new"), Reviews: rapid.IntRange(-1, 20).Draw(t, "reviews"), Minutes: float64(rapid.IntRange(0, 3).Draw(t, "minutes"))}
		r := Simulate(cards, []Trial{trial}, Options{Start: begin, Days: rapid.IntRange(0, 40).Draw(t, "days"), Learner: Standard(), Runs: 2, Seed: rapid.Uint64().Draw(t, "seed")})[0]
		all := float64(n)
		if !(r.Memorised.Mean >= 0 && r.Memorised.Mean <= r.Seen.Mean+1e-9 && r.Seen.Mean <= all && r.Waiting.Mean >= 0 && r.Waiting.Mean <= all &&
			r.Recalled.Mean >= 0 && r.Recalled.Mean <= 1 && r.Reviews.Mean >= 0 && r.Minutes.Mean <= r.Busiest.Mean+1e-9) {
			t.Fatalf("%+v", r)
		}
	})
}

func TestAdvise(t *testing.T) {
	of := func(pairs ...float64) (all []Result) {
		for i := 0; i < len(pairs); i += 2 {
			all = append(all, Result{Minutes: Spread{Mean: pairs[i]}, Memorised: Spread{Mean: pairs[i+1]}})
		}
		return all
	}
	for _, tt := range []struct {
		name       string
		results    []Result
		best, next int
	}{
		{"none", nil, -1, -1},
		{"one", of(5, 100), 0, -1},
		{"a knee", of(5, 100, 6, 130, 8, 150, 14, 160), 2, 3},
		{"a line: the most", of(5, 100, 6, 110, 7, 120), 2, -1},
		{"less for more time", of(5, 100, 6, 130, 9, 120, 14, 110), 1, -1},
		{"a gap in the middle", of(5, 100, 8, 90, 9, 150, 20, 160), 2, 3},
		{"all the same", of(5, 100, 5, 100), 0, -1},
		{"nothing takes time", of(0, 0, 0, 0), 0, -1},
	} {
		best := Advise(tt.results)
		if best != tt.best {
			t.Errorf("%s: advised %d, want %d", tt.name, best, tt.best)
			continue
		}
		if best >= 0 && Next(tt.results, best) != tt.next {
			t.Errorf("%s: next %d, want %d", tt.name, Next(tt.results, best), tt.next)
		}
	}
}

func TestAlike(t *testing.T) {
	of := func(minutes, memorised, deviation float64) Result {
		return Result{Minutes: Spread{Mean: minutes}, Memorised: Spread{memorised, deviation}}
	}
	for _, tt := range []struct {
		name    string
		results []Result
		want    bool
	}{
		{"one", []Result{of(5, 100, 0)}, true},
		{"the same", []Result{of(5, 100, 0), of(5, 100, 0)}, true},
		{"a card more", []Result{of(5, 100, 0), of(5, 101, 0)}, false},
		{"a card more by chance", []Result{of(5, 100, 0), of(5, 101, 2)}, true},
		{"a tenth of a minute more", []Result{of(5, 100, 2), of(5.1, 101, 2)}, false},
	} {
		if got := Alike(tt.results); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

// A simulation that is stopped does not go on to the end.
func TestStopped(t *testing.T) {
	asked := atomic.Int64{}
	o := Options{Start: begin, Days: 1000, Learner: Standard(), Runs: 50, Seed: 1,
		Stopped: func() bool { return asked.Add(1) > 10 }}
	Simulate(make([]Card, 10), retentions(t, 5, 20, 0.8, 0.9), o)
	if n := asked.Load(); n > 10+2*int64(runtime.GOMAXPROCS(0)) {
		t.Errorf("it asked %d times", n)
	}
}
