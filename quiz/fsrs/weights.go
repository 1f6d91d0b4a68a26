package fsrs

import (
	"fmt"
	"math"
)

// Weights are the 21 parameters of FSRS-6, w0 to w20 in the usual notation.
type Weights [21]float64

// Defaults returns the parameters fitted to the reviews of many learners, for
// one who has too few of their own.
func Defaults() Weights {
	return Weights{
		0.212, 1.2931, 2.3065, 8.2956,
		6.4133, 0.8334, 3.0194, 0.001,
		1.8722, 0.1666, 0.796,
		1.4835, 0.0614, 0.2629, 1.6483,
		0.6014, 1.8729,
		0.5425, 0.0912, 0.0658,
		0.1542,
	}
}

// Fill returns w as FSRS-6 parameters. It takes 21 of FSRS-6, 19 of FSRS-5 or
// 17 of FSRS-4.5, which it completes so that the old curve stays; and none,
// which gives the defaults. Any other number of them, and what is not finite,
// is an error. Values out of bounds are left to Clip.
func Fill(w []float64) (Weights, error) {
	if len(w) == 0 {
		return Defaults(), nil
	}
	var full Weights
	switch copy(full[:], w); len(w) {
	case 21:
	case 19:
		full[19], full[20] = 0, 0.5
	case 17:
		full[4] += 2 * full[5]
		full[5] = math.Log(3*full[5]+1) / 3
		full[6] += 0.5
		full[20] = 0.5
	default:
		return Weights{}, fmt.Errorf("%d weights: FSRS-6 has 21 (19 and 17 of older versions are understood)", len(w))
	}
	for i, x := range w {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return Weights{}, fmt.Errorf("weight w%d is %v, not a finite number", i, x)
		}
	}
	if math.IsNaN(full[5]) || math.IsInf(full[4], 0) {
		return Weights{}, fmt.Errorf("weight w5 is %v: 17 weights of an older version have it above -1/3", w[5])
	}
	return full, nil
}

// Bounds returns the least and the greatest value of each parameter. With more
// than one relearning step the upper bounds of w17 and w18 are lower, and hang
// on w11, w13 and w14 of w, so that a lapse and its steps cannot leave a card
// more stable than before.
func Bounds(w Weights, relearningSteps int) (low, high Weights) {
	low = Weights{
		0.001, 0.001, 0.001, 0.001,
		1, 0.001, 0.001, 0.001,
		0, 0, 0.001,
		0.001, 0.001, 0.001, 0,
		0, 1,
		0, 0, 0.01,
		0.1,
	}
	high = Weights{
		100, 100, 100, 100,
		10, 4, 4, 0.75,
		4.5, 0.8, 3.5,
		5, 0.25, 0.9, 4,
		1, 6,
		2, 2, 0.8,
		0.8,
	}
	if relearningSteps > 1 {
		w11 := clamp(w[11], low[11], high[11])
		w13 := clamp(w[13], low[13], high[13])
		w14 := clamp(w[14], low[14], high[14])
		room := -(math.Log(w11) + math.Log(math.Pow(2, w13)-1) + 0.3*w14) / float64(relearningSteps)
		high[17] = min(2, math.Sqrt(max(0.01, room)))
		high[18] = high[17]
	}
	return low, high
}

// Clip returns w with each parameter moved into its bounds. Use it with the
// number of relearning steps on fitted parameters before they are kept; a
// Model clips to the bounds without regard to steps, so that the same
// parameters mean the same wherever they are read.
func (w Weights) Clip(relearningSteps int) Weights {
	low, high := Bounds(w, relearningSteps)
	for i := range w {
		w[i] = clamp(w[i], low[i], high[i])
	}
	return w
}

// clamp returns x in [low, high], and low for what is no number.
func clamp(x, low, high float64) float64 {
	switch {
	case !(x >= low):
		return low
	case x > high:
		return high
	}
	return x
}
