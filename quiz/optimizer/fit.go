package optimizer

import (
	"recto/quiz/fsrs"
)

// The least items of each rung of training.
const (
	leastItems = 8  // below: nothing is fitted
	leastFull  = 64 // below: only the initial stabilities are
)

// Method is what was fitted.
type Method string

// The rungs, by how much there is to learn from.
const (
	None    Method = "none"    // too little: the defaults
	Initial Method = "initial" // the stabilities after the first rating
	Full    Method = "full"    // all parameters
)

// Options say how parameters are fitted.
type Options struct {
	Old             fsrs.Weights // the parameters in use, to be compared with
	RelearningSteps int          // how many the learner has; more than one bound what a lapse may gain
	Seed            uint64       // of the order of batches; the same seed gives the same bytes
}

// Result is what Fit found.
type Result struct {
	Old     fsrs.Weights // as they were handed in
	Weights fsrs.Weights // the better of Old and Fitted, by LogLoss on all items
	New     bool         // Weights are Fitted
	Method  Method
	Used    int // items that were trained on

	Trained fsrs.Weights // as training left them
	Share   float64      // how far Fitted goes from the defaults to Trained, 0 to 1
	Fitted  fsrs.Weights

	Before       Score // of Old on all items
	After        Score // of Fitted on all items
	TrainedScore Score // of Trained on all items
}

// Fit trains parameters on d, and returns them if they are better than the old
// ones. With little to learn from they stay nearer to the defaults than
// training alone would leave them.
func Fit(d *Dataset, o Options) Result {
	end := int32(len(d.items))
	r := Result{Old: o.Old, Before: Evaluate(d, o.Old)}
	r.Trained, r.Method, r.Used = fit(d, end, o)
	r.Fitted, r.Share = drawn(d, end, r.Trained, o)
	r.TrainedScore = Evaluate(d, r.Trained)
	if r.After = r.TrainedScore; r.Fitted != r.Trained {
		r.After = Evaluate(d, r.Fitted)
	}
	r.New = r.Method != None && r.After.LogLoss < r.Before.LogLoss
	r.Weights = o.Old
	if r.New {
		r.Weights = r.Fitted
	}
	return r
}

// drawn returns trained as far from the defaults as the items numbered below
// end allow, and that share.
func drawn(d *Dataset, end int32, trained fsrs.Weights, o Options) (fsrs.Weights, float64) {
	share := shareOf(d, end, o)
	return between(fsrs.Defaults(), trained, share).Clip(o.RelearningSteps), share
}

// fit trains on the items numbered below end.
func fit(d *Dataset, end int32, o Options) (w fsrs.Weights, how Method, items int) {
	groups := withoutOutliers(d.tallies(end))
	s := newSample(d, end, groups, o.Seed)
	if s.items < leastItems {
		return fsrs.Defaults().Clip(o.RelearningSteps), None, 0
	}
	start, counts := initial(groups, s.recalled())
	start = start.Clip(o.RelearningSteps)
	first := 0
	for _, n := range counts {
		first += n
	}
	if s.items < leastFull || s.items == first {
		return start, Initial, s.items
	}
	return complete(s.train(start, o.RelearningSteps, o.Seed), counts).Clip(o.RelearningSteps), Full, s.items
}
