package optimizer

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"recto/quiz"
	"recto/quiz/fsrs"
)

// weights draws parameters inside their bounds.
func weights(t *rapid.T) fsrs.Weights {
	low, high := fsrs.Bounds(fsrs.Defaults(), 1)
	var w fsrs.Weights
	for i := range w {
		// Away from the bounds and from where a formula has a corner.
		w[i] = rapid.Float64Range(low[i]+0.05*(high[i]-low[i]), low[i]+0.9*(high[i]-low[i])).Draw(t, "w")
	}
	return w
}

// life is the reviews of one card.
type life struct {
	rating  []uint8
	elapsed []int32
	weight  []float64
}

func lives(t *rapid.T) life {
	var l life
	n := rapid.IntRange(2, 20).Draw(t, "reviews")
	for i := range n {
		l.rating = append(l.rating, uint8(rapid.IntRange(1, 4).Draw(t, "rating")))
		days := int32(rapid.OneOf(rapid.Just(0), rapid.IntRange(1, 20), rapid.IntRange(1, 900)).Draw(t, "days"))
		weight := rapid.Float64Range(0.25, 1).Draw(t, "weight")
		switch {
		case i == 0:
			days, weight = 0, 0
		case i == n-1:
			days++
		case days == 0:
			weight = 0
		}
		l.elapsed, l.weight = append(l.elapsed, days), append(l.weight, weight)
	}
	return l
}

func (l life) gradient(w fsrs.Weights) *gradient {
	var g gradient
	newModel(w).card(l.rating, l.elapsed, l.weight, new(tape), &g)
	return &g
}

// noise is about how much of the loss is rounding: that of the logarithm of
// what is left of 1.
func (l life) noise(w fsrs.Weights) float64 {
	var g gradient
	steps := new(tape)
	newModel(w).card(l.rating, l.elapsed, l.weight, steps, &g)
	sum := 1e-15 * g.loss
	for i := range l.rating {
		if st := steps[i]; st.weight > 0 && st.rating == 1 {
			sum += 1e-15 / max(1-st.r, leastChance)
		}
	}
	return sum
}

// TestGradientIsDerivative compares every analytic derivative with the
// difference quotient of the loss. At a corner (a clamp, a minimum) that is
// something between the derivatives of both sides; so it is asked from both
// sides, and where they differ the analytic one is that of one of them.
func TestGradientIsDerivative(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, l := weights(t), lives(t)
		g := l.gradient(w)
		for i := range w {
			h := 1e-5 * max(1e-2, math.Abs(w[i]))
			at := func(x float64) float64 { v := w; v[i] += x; return l.gradient(v).loss }
			right := (-3*g.loss + 4*at(h) - at(2*h)) / (2 * h)
			left := (3*g.loss - 4*at(-h) + at(-2*h)) / (2 * h)
			size := 1 + math.Abs(g.by[i])
			allowed := 1e-5*size + 4*l.noise(w)/h + 4*min(math.Abs(right-left), 1e-4*size) // the last: what the quotients neglect
			if off := min(math.Abs(g.by[i]-right), math.Abs(g.by[i]-left)); !(off <= allowed) {
				t.Errorf("derivative by w%d is %.9g, the quotients are %.9g and %.9g", i, g.by[i], left, right)
			}
		}
	})
}

// TestModelIsThatOfFSRS: the model here computes what package fsrs does.
func TestModelIsThatOfFSRS(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, l := weights(t), lives(t)
		ours := newModel(w)
		theirs, err := fsrs.NewModel(w[:])
		if err != nil {
			t.Fatal(err)
		}
		var s, d, s2, d2 float64
		for i, g := range l.rating {
			days := l.elapsed[i]
			if days > 0 {
				if a, b := ours.recall(float64(days), s), theirs.Retrievability(float64(days), s2); math.Abs(a-b) > 1e-9 {
					t.Fatalf("review %d: recall %v, fsrs has %v", i+1, a, b)
				}
			}
			s, d = ours.after(s, d, days, g)
			s2, d2 = theirs.Next(s2, d2, int(days), quiz.Rating(g))
			if math.Abs(s-s2) > 1e-9*s2 || math.Abs(d-d2) > 1e-9 {
				t.Fatalf("review %d: %v %v, fsrs has %v %v", i+1, s, d, s2, d2)
			}
		}
	})
}

// TestLossIsOfPredictions: the loss that training follows is the one that
// predictions have.
func TestLossIsOfPredictions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, l := weights(t), lives(t)
		var reviews []Review
		day := int32(20_000)
		for i, g := range l.rating {
			day += l.elapsed[i]
			reviews = append(reviews, Review{Day: day, Rating: quiz.Rating(g)})
		}
		d := NewDataset(reviews)
		want := 0.0
		for i, loss := range losses(d.items, d.predictions(w)) {
			weight := 0.0
			for k, n := range d.item {
				if n == int32(i) {
					weight = l.weight[k]
				}
			}
			want += weight * loss
		}
		if got := l.gradient(w).loss; math.Abs(got-want) > 1e-9*(1+want) {
			t.Errorf("loss %v, of predictions %v", got, want)
		}
	})
}
