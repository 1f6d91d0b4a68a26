package optimizer

import (
	"math"

	"recto/quiz/fsrs"
)

// The range of an initial stability, in days.
const minInitial, maxInitial = 0.001, 100

// initial returns the defaults with w0 to w3, the stability after the first
// rating, fitted to the first items of cards, and how many items each has.
// average is the share of recalled items.
func initial(groups []tally, average float64) (w fsrs.Weights, counts [4]int) {
	w = fsrs.Defaults()
	var of [4][]tally
	for _, g := range groups {
		of[g.rating-1] = append(of[g.rating-1], g)
		counts[g.rating-1] += g.n
	}
	for r := range of {
		if len(of[r]) > 0 {
			w[r] = fitInitial(of[r], average, w[r])
		}
	}
	return complete(w, counts), counts
}

// fitInitial returns the stability that explains best how many of the cards
// of one first rating were recalled after each number of days. A share of few
// is drawn towards the average, and the whole a little towards usual.
func fitInitial(groups []tally, average, usual float64) float64 {
	m := newModel(fsrs.Defaults())
	loss := func(s float64) float64 {
		sum := math.Abs(s-usual) / 16
		for _, g := range groups {
			share := (float64(g.recalled) + average) / float64(g.n+1)
			p := min(max(m.recall(float64(g.days), s), leastChance), 1-leastChance)
			sum -= float64(g.n) * (share*math.Log(p) + (1-share)*math.Log(1-p))
		}
		return sum
	}
	low, high := minInitial, float64(maxInitial)
	for high-low > 1e-9*high {
		a, b := low+(high-low)/3, high-(high-low)/3
		if loss(a) < loss(b) {
			high = b
		} else {
			low = a
		}
	}
	return (low + high) / 2
}

// complete returns w with initial stabilities that rise with the rating: of
// two in the wrong order the one with fewer items takes the other's value, and
// those of ratings that were never first are derived from the others.
func complete(w fsrs.Weights, counts [4]int) fsrs.Weights {
	for _, pair := range [][2]int{{0, 1}, {1, 2}, {2, 3}, {0, 2}, {1, 3}, {0, 3}} {
		low, high := pair[0], pair[1]
		if counts[low] == 0 || counts[high] == 0 || w[low] <= w[high] {
			continue
		}
		if counts[low] > counts[high] {
			w[high] = w[low]
		} else {
			w[low] = w[high]
		}
	}
	w = derive(w, counts)
	for r := range 4 {
		w[r] = min(max(w[r], minInitial), maxInitial)
	}
	return w
}

// derive fills in the stabilities of ratings without items. Of many learners
// it is known that about
//
//	S(Hard) = S(Again)^a S(Good)^(1-a)    S(Good) = S(Hard)^(1-b) S(Easy)^b
//
// Two known ones give the other two; a single one moves all by its factor.
func derive(w fsrs.Weights, counts [4]int) fsrs.Weights {
	const a, b = 0.41, 0.54
	var known, missing []int
	var s [4]float64 // logarithms
	for r, n := range counts {
		s[r] = math.Log(w[r])
		if n > 0 {
			known = append(known, r)
		} else {
			missing = append(missing, r)
		}
	}
	switch len(known) {
	case 0, 4:
		return w
	case 1:
		usual := fsrs.Defaults()
		for _, r := range missing {
			w[r] = usual[r] * w[known[0]] / usual[known[0]]
		}
		return w
	}
	// Each row is an equation: its product with s is 0. One unknown is in one
	// of them alone, or takes that of its own side; two are in both.
	rows := [2][4]float64{{a, -1, 1 - a, 0}, {0, 1 - b, -1, b}}
	if len(missing) == 1 {
		x := missing[0]
		row := rows[x/2]
		rest := 0.0
		for _, r := range known {
			rest += row[r] * s[r]
		}
		w[x] = math.Exp(-rest / row[x])
		return w
	}
	x, y := missing[0], missing[1]
	var rest [2]float64
	for i, row := range rows {
		for _, r := range known {
			rest[i] -= row[r] * s[r]
		}
	}
	det := rows[0][x]*rows[1][y] - rows[0][y]*rows[1][x]
	w[x] = math.Exp((rest[0]*rows[1][y] - rows[0][y]*rest[1]) / det)
	w[y] = math.Exp((rows[0][x]*rest[1] - rest[0]*rows[1][x]) / det)
	return w
}
