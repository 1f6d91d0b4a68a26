package optimizer

import (
	"math"
	"sync"

	"recto/quiz/fsrs"
)

// folds is how often the past predicts what came next.
const folds = 5

// fold is one of them: parameters trained on the items numbered below from,
// judged by those from there to below to.
type fold struct {
	from, to int32
	weights  fsrs.Weights
	trained  int
}

// cut returns the folds of the items of d numbered below end. They are cut
// into six parts by time; each but the first is predicted from all that came
// before it, by parameters that train finds there.
func cut(end int32, train func(before int32) (fsrs.Weights, int)) []fold {
	part := end / (folds + 1)
	all := make([]fold, folds)
	var wait sync.WaitGroup
	for i := range all {
		f := &all[i]
		f.from, f.to = int32(i+1)*part, int32(i+2)*part
		if i == folds-1 {
			f.to = end
		}
		wait.Go(func() { f.weights, f.trained = train(f.from) })
	}
	wait.Wait()
	return all
}

// foretold returns the predictions of the items from the first fold on, each
// by the parameters of its fold.
func foretold(d *Dataset, all []fold) []float64 {
	var p []float64
	for _, f := range all {
		p = append(p, d.predictions(f.weights)[f.from:f.to]...)
	}
	return p
}

// losses returns the loss of each prediction.
func losses(items []outcome, p []float64) []float64 {
	all := make([]float64, len(p))
	for i, it := range items {
		q := min(max(p[i], leastChance), 1-leastChance)
		if !it.recalled {
			q = 1 - q
		}
		all[i] = -math.Log(q)
	}
	return all
}
