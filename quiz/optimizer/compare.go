package optimizer

import (
	"math"
	"slices"

	"recto/quiz/fsrs"
)

// Comparison says how well several ways to predict recall foretell a learner's
// reviews. The items are cut into six parts by time, and each part but the
// first is predicted from what came before it; the scores are of all these
// predictions together. So they are what a learner may expect of the next
// weeks, and none has seen what it is judged by but Current, whose parameters
// may have been trained on it.
type Comparison struct {
	Reviews, Cards, Items int     // of the whole history
	Recalled              float64 // share of the items that were recalled, 0 to 1

	Fitted   Score // parameters as Fit finds them
	Current  Score // those in use
	Default  Score // FSRS-6 with the defaults
	SM2      Score // SM-2, its interval taken as the days to a recall of 0.9
	Constant Score // the learner's mean recall up to then
	Folds    []Fold

	Calibration []Bin   // of Fitted, by rising prediction
	Off         float64 // mean distance of predicted and actual recall over Calibration, 0 to 1
	Chance      float64 // what Off would be about if every prediction were right
}

// Fold is one part of the history.
type Fold struct {
	Trained int // items that came before it and were trained on
	Fitted  Score
	Default Score
}

// Bin is a tenth of the predictions, those next to each other.
type Bin struct {
	From, To  float64 // the least and the greatest prediction
	Predicted float64 // their mean
	Actual    float64 // share that was recalled
	Items     int
}

// tenths is how many bins a calibration has.
const tenths = 10

// Compare returns the comparison of d, where o.Old are the parameters in use.
// With fewer than six items there is nothing to foretell, and all scores are
// of no items.
func Compare(d *Dataset, o Options) Comparison {
	c := Comparison{Reviews: d.Reviews(), Cards: d.Cards(), Items: d.Items(), Recalled: d.Recalled()}
	end := int32(len(d.items))
	from, all := end, []fold(nil)
	if end > folds {
		all = cut(end, func(before int32) (fsrs.Weights, int) {
			w, _, n := fit(d, before, o)
			w, _ = drawn(d, before, w, o)
			return w, n
		})
		from = all[0].from
	}
	items := d.items[from:]
	fitted, usual := foretold(d, all), d.predictions(fsrs.Defaults())
	c.Fitted = score(items, fitted)
	c.Current = score(items, d.predictions(o.Old)[from:])
	c.Default = score(items, usual[from:])
	c.SM2 = score(items, d.sm2()[from:])
	c.Constant = score(items, d.constant(all))
	for _, f := range all {
		c.Folds = append(c.Folds, Fold{
			f.trained,
			score(d.items[f.from:f.to], fitted[f.from-from:f.to-from]),
			score(d.items[f.from:f.to], usual[f.from:f.to]),
		})
	}
	c.Calibration = calibrate(items, fitted)
	for _, b := range c.Calibration {
		share := float64(b.Items) / float64(len(items))
		c.Off += share * math.Abs(b.Predicted-b.Actual)
		c.Chance += share * math.Sqrt(2/math.Pi*b.Predicted*(1-b.Predicted)/float64(b.Items))
	}
	return c
}

// constant predicts each fold by the share that was recalled before it.
func (d *Dataset) constant(all []fold) []float64 {
	var p []float64
	for _, f := range all {
		recalled := 0.0
		for _, it := range d.items[:f.from] {
			if it.recalled {
				recalled++
			}
		}
		for range f.to - f.from {
			p = append(p, recalled/float64(f.from))
		}
	}
	return p
}

// calibrate returns predictions in ten bins of as many items each as can be.
func calibrate(items []outcome, p []float64) []Bin {
	order := make([]int32, len(p))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int {
		switch {
		case p[a] < p[b]:
			return -1
		case p[a] > p[b]:
			return 1
		}
		return 0
	})
	var all []Bin
	for k := range tenths {
		part := order[len(order)*k/tenths : len(order)*(k+1)/tenths]
		if len(part) == 0 {
			continue
		}
		b := Bin{From: p[part[0]], To: p[part[len(part)-1]], Items: len(part)}
		for _, i := range part {
			b.Predicted += p[i]
			if items[i].recalled {
				b.Actual++
			}
		}
		b.Predicted /= float64(len(part))
		b.Actual /= float64(len(part))
		all = append(all, b)
	}
	return all
}
