package optimizer

import (
	"math"
	"math/rand/v2"

	"recto/quiz/fsrs"
)

// How training goes, as published FSRS tools have found it to work.
const (
	batchItems = 512  // items of a batch, at least
	perEpoch   = 128  // batches of an epoch, at most: more of them teach no more
	epochs     = 8    // passes over all items
	learnRate  = 0.04 // of the first step, falls to 0 by a cosine
	beta1      = 0.9
	beta2      = 0.999
	epsilon    = 1e-8
)

// spread is how much each parameter differs between learners: the standard
// deviation over many, which a pull towards the start is measured in.
var spread = fsrs.Weights{
	6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33,
	0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32, 0.14, 0.27,
}

// train returns the parameters that explain the sample best, from start.
func (s *sample) train(start fsrs.Weights, relearningSteps int, seed uint64) fsrs.Weights {
	w := start.Clip(relearningSteps)
	var first, second fsrs.Weights // moments of the gradient
	chance := rand.New(rand.NewPCG(seed, 2))
	order := make([]int, len(s.batches))
	for i := range order {
		order[i] = i
	}
	crew := newCrew(s)
	defer crew.end()
	steps := float64(epochs * len(order))
	beta1s, beta2s := 1.0, 1.0
	for n := range epochs * len(order) {
		if n%len(order) == 0 {
			chance.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		}
		b := s.batches[order[n%len(order)]]
		g := crew.gradient(newModel(w), b)
		pull := 2 * float64(b.items) / float64(s.items)
		rate := learnRate * (1 + math.Cos(math.Pi*float64(n)/steps)) / 2
		beta1s, beta2s = beta1s*beta1, beta2s*beta2
		for i := range w {
			by := g.by[i] + pull*(w[i]-start[i])/(spread[i]*spread[i])
			first[i] = beta1*first[i] + (1-beta1)*by
			second[i] = beta2*second[i] + (1-beta2)*by*by
			w[i] -= rate * first[i] / (1 - beta1s) / (math.Sqrt(second[i]/(1-beta2s)) + epsilon)
		}
		w = w.Clip(relearningSteps)
	}
	return w
}
