package optimizer

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"recto/quiz"
	"recto/quiz/fsrs"
)

// synthetic returns at least n reviews of a made-up learner whose memory
// follows truth: new cards every day, steps on the same day, cards due by the
// default parameters and often late. It is the same for the same arguments.
func synthetic(n int, seed uint64, truth fsrs.Weights) []Review {
	chance := rand.New(rand.NewPCG(seed, 7))
	real := newModel(truth)
	belief := newModel(fsrs.Defaults())
	fresh := max(2, n/3500)
	type card struct {
		s, d, bs, bd float64
		last         int32
	}
	var cards []card
	due := map[int32][]int32{}
	var reviews []Review
	for day := int32(20_000); len(reviews) < n; day++ {
		for range fresh {
			due[day] = append(due[day], int32(len(cards)))
			cards = append(cards, card{})
		}
		if chance.IntN(12) == 0 { // a day off
			due[day+1] = append(due[day+1], due[day]...)
			delete(due, day)
			continue
		}
		for _, c := range due[day] {
			k := &cards[c]
			t := day - k.last
			for try := 0; ; try++ {
				var g quiz.Rating
				r := 0.9
				switch {
				case k.s == 0:
					g = quiz.Rating(1 + pick(chance, 0.2, 0.1, 0.55))
				case try == 0:
					r = real.recall(float64(t), k.s)
					fallthrough
				default:
					g = quiz.Again
					if chance.Float64() < r {
						g = quiz.Rating(2 + pick(chance, 0.1, 0.75))
					}
				}
				since := t
				if try > 0 {
					since = 0
				}
				k.s, k.d = real.after(k.s, k.d, since, uint8(g))
				k.bs, k.bd = belief.after(k.bs, k.bd, since, uint8(g))
				k.last = day
				reviews = append(reviews, Review{Card: c, Day: day, Rating: g})
				if g > quiz.Hard || try > 4 {
					break
				}
			}
			wait := max(1, int32(k.bs*(0.8+0.5*chance.Float64())))
			due[day+wait] = append(due[day+wait], c)
		}
		delete(due, day)
	}
	return reviews
}

// pick returns an index with the chance of each, and the next one for the rest.
func pick(chance *rand.Rand, chances ...float64) int {
	x := chance.Float64()
	for i, p := range chances {
		if x -= p; x < 0 {
			return i
		}
	}
	return len(chances)
}

// after returns the state after a review, new when s is 0.
func (m *model) after(s, d float64, t int32, g uint8) (float64, float64) {
	if s == 0 {
		return m.first(g)
	}
	st := step{s: s, d: d, lnS: math.Log(s), t: float64(t), rating: g}
	if t > 0 {
		m.predict(&st)
	}
	return m.apply(&st)
}

// truth returns parameters near the defaults, drawn by a seed.
func truth(seed uint64) fsrs.Weights {
	chance := rand.New(rand.NewPCG(seed, 8))
	w := fsrs.Defaults()
	for i := range w {
		if i < 4 {
			w[i] *= 0.6 + chance.Float64()
		} else {
			w[i] += 0.4 * spread[i] * chance.NormFloat64()
		}
	}
	slices.SortFunc(w[:4], cmp.Compare[float64])
	return w.Clip(1)
}
