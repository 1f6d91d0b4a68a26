package optimizer

import (
	"math"

	"recto/quiz/fsrs"
)

// plenty is how many items need no caution: what training makes of them is
// better than the defaults for every learner that was tried.
const plenty = 5000

// caution is how much worse, in standard errors of the difference, a greater
// share may have foretold than the best one.
const caution = 0.25

// shareOf returns how far to go from the defaults to what training finds in
// the items of d numbered below end, 0 to 1. Training on little finds chance too: it explains what it has seen
// better than the defaults, and often foretells worse what comes next. So for
// less than plenty of items each part of the history is foretold from what
// came before it with several shares, and the greatest one is taken that does
// as well as the best.
//
// With 2000 reviews of made-up learners that takes a quarter, and with 1000 a
// third, off the loss beyond that of the true parameters.
func shareOf(d *Dataset, end int32, o Options) float64 {
	if end >= plenty || end <= folds {
		return 1
	}
	shares := []float64{0, 0.25, 0.5, 0.75, 1}
	all := cut(end, func(before int32) (fsrs.Weights, int) {
		w, _, n := fit(d, before, o)
		return w, n
	})
	items := d.items[all[0].from:end]
	tried := make([][]float64, len(shares))
	best, least := 0, math.Inf(1)
	for i, share := range shares {
		drawn := make([]fold, len(all))
		for k, f := range all {
			f.weights = between(fsrs.Defaults(), f.weights, share)
			drawn[k] = f
		}
		tried[i] = losses(items, foretold(d, drawn))
		if m := mean(tried[i]); m <= least {
			best, least = i, m
		}
	}
	for i := len(shares) - 1; i > best; i-- {
		if behind(tried[i], tried[best]) < caution {
			return shares[i]
		}
	}
	return shares[best]
}

// between returns the parameters at a share of the way from a to b; initial
// stabilities, which differ by factors, on a logarithmic scale.
func between(a, b fsrs.Weights, share float64) fsrs.Weights {
	if share == 1 {
		return b
	}
	for i := range a {
		if i < 4 {
			a[i] *= math.Pow(b[i]/a[i], share)
		} else {
			a[i] += share * (b[i] - a[i])
		}
	}
	return a
}

// behind returns by how much more loss a has than b on average, in standard
// errors of that difference; 0 when they are the same.
func behind(a, b []float64) float64 {
	off := make([]float64, len(a))
	for i := range a {
		off[i] = a[i] - b[i]
	}
	center, squares := mean(off), 0.0
	for _, x := range off {
		squares += (x - center) * (x - center)
	}
	if squares == 0 {
		return 0
	}
	return center * float64(len(off)) / math.Sqrt(squares)
}

func mean(all []float64) float64 {
	sum := 0.0
	for _, x := range all {
		sum += x
	}
	return sum / float64(max(len(all), 1))
}
