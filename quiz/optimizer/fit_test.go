package optimizer

import (
	"math"
	"runtime"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"recto/quiz"
	"recto/quiz/fsrs"
)

// TestSameBytesOnAnyProcessors: the number of processors changes nothing, not
// the last bit, for little and for much to learn from.
func TestSameBytesOnAnyProcessors(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, n := range []int{1_000, 20_000, 400_000} {
		if testing.Short() && n > 20_000 {
			continue
		}
		d := NewDataset(synthetic(n, 3, truth(3)))
		var first Result
		for i, processors := range []int{1, 2, 5} {
			runtime.GOMAXPROCS(processors)
			r := Fit(d, Options{Old: fsrs.Defaults(), RelearningSteps: 1, Seed: 9})
			if i == 0 {
				first = r
			}
			if r != first {
				t.Errorf("%d reviews on %d processors: %+v, on one %+v", n, processors, r, first)
			}
		}
	}
}

// TestSharedBatches: the law above holds of batches that goroutines share.
func TestSharedBatches(t *testing.T) {
	d := NewDataset(synthetic(400_000, 3, truth(3)))
	end := int32(len(d.items))
	s := newSample(d, end, withoutOutliers(d.tallies(end)), 1)
	if most := slices.MaxFunc(s.batches, func(a, b batch) int { return a.items - b.items }); most.items < shared {
		t.Errorf("the largest batch has %d items, goroutines share from %d on", most.items, shared)
	}
}

// TestTruthIsFound: with enough reviews the loss comes near that of the
// parameters that made them.
func TestTruthIsFound(t *testing.T) {
	for _, row := range []struct {
		reviews int
		beyond  float64
	}{{20_000, 0.0005}, {400_000, 0.0001}} {
		w := truth(5)
		d := NewDataset(synthetic(row.reviews, 5, w))
		r := Fit(d, Options{Old: fsrs.Defaults(), RelearningSteps: 1})
		best := Evaluate(d, w).LogLoss
		if r.After.LogLoss > best+row.beyond || !r.New {
			t.Errorf("%d reviews: log loss %.5f, of the truth %.5f, of the defaults %.5f", row.reviews, r.After.LogLoss, best, r.Before.LogLoss)
		}
	}
}

// logs draws any reviews.
func logs(t *rapid.T) []Review {
	cards := rapid.IntRange(1, 60).Draw(t, "cards")
	days := make([]int32, cards)
	n := rapid.IntRange(0, 600).Draw(t, "reviews")
	seed := rapid.Uint64().Draw(t, "seed")
	wild := rapid.Bool().Draw(t, "wild")
	reviews := make([]Review, n)
	for i := range reviews {
		seed = seed*6364136223846793005 + 1442695040888963407
		c := int32(seed>>33) % int32(cards)
		step := int32(seed>>50) % 6
		if wild && seed>>60 == 0 {
			step = int32(seed>>20)%40_000 - 5_000
		}
		days[c] += step
		reviews[i] = Review{c, days[c], quiz.Rating(1 + seed>>40%4)}
	}
	return reviews
}

// TestFitStaysInBoundsAndIsNeverWorse: whatever was reviewed, the parameters
// are numbers inside their bounds, and what is kept has no greater log loss
// than what was.
func TestFitStaysInBoundsAndIsNeverWorse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := NewDataset(logs(t))
		o := Options{Old: weights(t), RelearningSteps: rapid.IntRange(0, 3).Draw(t, "steps"), Seed: rapid.Uint64().Draw(t, "order")}
		r := Fit(d, o)
		for _, w := range []fsrs.Weights{r.Trained, r.Fitted} {
			if w != w.Clip(o.RelearningSteps) {
				t.Errorf("%v is out of bounds", w)
			}
		}
		if r.New != (r.Weights == r.Fitted) && r.Fitted != o.Old {
			t.Errorf("kept %v, new %v", r.Weights, r.New)
		}
		if d.Items() == 0 {
			return
		}
		if now, was := Evaluate(d, r.Weights).LogLoss, Evaluate(d, o.Old).LogLoss; !(now <= was) {
			t.Errorf("log loss %v is kept, it was %v", now, was)
		}
	})
}

// TestLadder: little to learn from is not asked for more than it can tell.
func TestLadder(t *testing.T) {
	later := func(cards, perCard int) []Review {
		var all []Review
		for i := range perCard + 1 {
			for c := range cards {
				g := quiz.Good
				if i > 0 && c%5 == 0 {
					g = quiz.Again
				}
				all = append(all, Review{int32(c), int32(20_000 + i), g})
			}
		}
		return all
	}
	for _, row := range []struct {
		name    string
		reviews []Review
		method  Method
		used    int
	}{
		{"nothing", nil, None, 0},
		{"first reviews only", later(40, 0), None, 0},
		{"all of them outliers", later(7, 1), None, 0},
		{"one review on a later day each", later(100, 1), Initial, 100},
		{"few", later(30, 2), Initial, 60},
		{"enough", later(50, 2), Full, 100},
	} {
		t.Run(row.name, func(t *testing.T) {
			r := Fit(NewDataset(row.reviews), Options{Old: fsrs.Defaults()})
			if r.Method != row.method || r.Used != row.used {
				t.Errorf("%s on %d items, want %s on %d", r.Method, r.Used, row.method, row.used)
			}
			if r.Method != Full && !slices.Equal(r.Fitted[4:], r.Weights[4:]) {
				t.Errorf("more than the initial stabilities changed: %v", r.Fitted)
			}
		})
	}
}

func TestDerive(t *testing.T) {
	// Stabilities that follow the two laws, see derive.
	again, easy := 0.4, 20.0
	hard := math.Exp((0.41*math.Log(again) + 0.59*0.54*math.Log(easy)) / (1 - 0.59*0.46))
	good := math.Pow(hard, 0.46) * math.Pow(easy, 0.54)
	full := [4]float64{again, hard, good, easy}
	for mask := range 16 {
		w := fsrs.Defaults()
		var counts [4]int
		known := 0
		for r := range 4 {
			w[r] = 50 // to be replaced
			if mask>>r&1 == 1 {
				w[r], counts[r] = full[r], 10
				known++
			}
		}
		got := derive(w, counts)
		for r := range 4 {
			want := full[r]
			switch {
			case known == 0:
				want = 50
			case known == 1 && counts[r] == 0:
				one := slices.Index(counts[:], 10)
				want = fsrs.Defaults()[r] * full[one] / fsrs.Defaults()[one]
			}
			if math.Abs(got[r]-want) > 1e-9*want {
				t.Errorf("known %04b: w%d is %v, want %v", mask, r, got[r], want)
			}
		}
	}
}

func TestCompleteOrders(t *testing.T) {
	for _, row := range []struct {
		name   string
		s      [4]float64
		counts [4]int
		want   [4]float64
	}{
		{"in order", [4]float64{1, 2, 3, 4}, [4]int{5, 5, 5, 5}, [4]float64{1, 2, 3, 4}},
		{"the rarer one gives way", [4]float64{1, 4, 3, 9}, [4]int{5, 2, 8, 5}, [4]float64{1, 3, 3, 9}},
		{"and the other way", [4]float64{1, 4, 3, 9}, [4]int{5, 8, 2, 5}, [4]float64{1, 4, 4, 9}},
		{"all the wrong way", [4]float64{9, 4, 3, 2}, [4]int{1, 2, 3, 4}, [4]float64{2, 2, 2, 2}},
		{"not beyond a hundred days", [4]float64{1, 2, 300, 400}, [4]int{5, 5, 5, 5}, [4]float64{1, 2, 100, 100}},
	} {
		w := fsrs.Defaults()
		copy(w[:], row.s[:])
		if got := complete(w, row.counts); [4]float64(got[:4]) != row.want {
			t.Errorf("%s: %v, want %v", row.name, got[:4], row.want)
		}
	}
}

func TestWithoutOutliers(t *testing.T) {
	for _, row := range []struct {
		name string
		all  []tally
		want []int32 // days of the groups that stay
	}{
		{"few cards are all outliers", []tally{{firstWait{3, 1}, 19, 0}}, nil},
		{"twenty alike are not", []tally{{firstWait{3, 1}, 20, 0}}, []int32{1}},
		{"small groups go", []tally{{firstWait{3, 1}, 50, 0}, {firstWait{3, 2}, 12, 0}, {firstWait{3, 9}, 7, 0}}, []int32{1}},
		{"and of larger ones those of five", []tally{{firstWait{3, 1}, 30, 0}, {firstWait{3, 2}, 19, 0}, {firstWait{3, 3}, 5, 0}, {firstWait{3, 4}, 6, 0}}, []int32{1, 2}},
		{"long waits", []tally{{firstWait{3, 1}, 30, 0}, {firstWait{3, 101}, 40, 0}}, []int32{1}},
		{"after easy a year", []tally{{firstWait{4, 101}, 40, 0}, {firstWait{4, 366}, 60, 0}}, []int32{101}},
	} {
		var days []int32
		for _, g := range withoutOutliers(row.all) {
			days = append(days, g.days)
		}
		if !slices.Equal(days, row.want) {
			t.Errorf("%s: %v stay, want %v", row.name, days, row.want)
		}
	}
}
