package optimizer

import (
	"math"
	"slices"

	"recto/quiz/fsrs"
)

// Score says how well predictions of recall met what happened, over items that
// all count alike.
type Score struct {
	Items    int
	LogLoss  float64 // mean of -ln of the chance given to what happened; less is better
	RMSEBins float64 // root mean square of predicted minus actual recall over bins of like items, 0 to 1
	AUC      float64 // chance that a recalled item was given more than a forgotten one; 0.5 is no better than a guess, NaN when all ended alike
}

// Evaluate returns the score of parameters on every item of d.
func Evaluate(d *Dataset, w fsrs.Weights) Score {
	return score(d.items, d.predictions(w))
}

// predictions returns the predicted recall of every item by parameters,
// clipped to their bounds.
func (d *Dataset) predictions(w fsrs.Weights) []float64 {
	p := make([]float64, len(d.items))
	m := newModel(w.Clip(0))
	parallel(len(d.start)-1, func(from, to int) {
		var st step
		for c := from; c < to; c++ {
			m.predictCard(d, c, p, &st)
		}
	})
	return p
}

// predictCard sets the predictions of the items of a card.
func (m *model) predictCard(d *Dataset, c int, p []float64, st *step) {
	from, to := d.start[c], d.start[c+1]
	for to > from && d.item[to-1] == none {
		to-- // what comes after the last item predicts nothing
	}
	if from == to {
		return
	}
	s, by := m.first(d.rating[from])
	lnS := math.Log(s)
	for i := from + 1; i < to; i++ {
		st.s, st.d, st.lnS = s, by, lnS
		st.t, st.rating = float64(d.elapsed[i]), d.rating[i]
		if st.t > 0 {
			m.predict(st)
			p[d.item[i]] = st.r
		}
		s, by = m.apply(st)
		lnS = math.Log(s)
	}
}

// score returns the score of predictions, one for each item.
func score(items []outcome, p []float64) Score {
	n := float64(len(items))
	if n == 0 {
		return Score{AUC: math.NaN()}
	}
	loss := 0.0
	type bin struct{ n, predicted, recalled float64 }
	sums := make([]bin, bins)
	for i, it := range items {
		q := min(max(p[i], leastChance), 1-leastChance)
		b := &sums[it.bin]
		b.n++
		b.predicted += p[i]
		if it.recalled {
			b.recalled++
		} else {
			q = 1 - q
		}
		loss -= math.Log(q)
	}
	square := 0.0
	for _, b := range sums {
		if b.n > 0 {
			off := (b.predicted - b.recalled) / b.n
			square += b.n * off * off
		}
	}
	return Score{len(items), loss / n, math.Sqrt(square / n), auc(items, p)}
}

// auc is the area under the curve of true against false positives: the share
// of the pairs of a recalled and a forgotten item in which the first was given
// the greater chance; of equal chances half.
func auc(items []outcome, p []float64) float64 {
	var sides [2][]float64 // forgotten, recalled
	for i, it := range items {
		if it.recalled {
			sides[1] = append(sides[1], p[i])
		} else {
			sides[0] = append(sides[0], p[i])
		}
	}
	forgotten, recalled := sides[0], sides[1]
	if len(recalled) == 0 || len(forgotten) == 0 {
		return math.NaN()
	}
	slices.Sort(forgotten)
	slices.Sort(recalled)
	won, below, upTo := 0.0, 0, 0 // of the forgotten: how many are below, and not above
	for _, x := range recalled {
		for below < len(forgotten) && forgotten[below] < x {
			below++
		}
		for upTo < len(forgotten) && forgotten[upTo] <= x {
			upTo++
		}
		won += float64(below+upTo) / 2
	}
	return won / float64(len(recalled)) / float64(len(forgotten))
}
