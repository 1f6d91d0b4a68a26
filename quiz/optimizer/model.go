package optimizer

import (
	"math"

	"recto/quiz/fsrs"
)

// leastChance bounds predictions away from 0 and 1, where the loss of a single
// review would be without bound.
const leastChance = 1e-7

// The ranges of the memory state, as fsrs has them.
const (
	minS, maxS = fsrs.MinStability, fsrs.MaxStability
	minD, maxD = fsrs.MinDifficulty, fsrs.MaxDifficulty
)

// model is FSRS-6 with what does not change from review to review computed
// once, for predictions and their derivatives. It computes what fsrs.Model
// does, to about 1e-12, and its formulas are explained there.
type model struct {
	w fsrs.Weights

	decay   float64    // -w20
	factor  float64    // 0.9^(1/decay) - 1
	slope   float64    // derivative of factor by w20
	growth  float64    // e^w8
	bound   float64    // e^-(w17 w18)
	easiest float64    // D0(Easy)
	curve   float64    // -3 e^(3 w5), derivative of D0(Easy) by w5
	firstD  [4]float64 // D0 of each rating, not clamped
	firstBy [4]float64 // its derivative by w5
	same    [4]float64 // w17 (G-3+w18) of each rating
}

func newModel(w fsrs.Weights) *model {
	m := &model{w: w, decay: -w[20]}
	m.factor = math.Exp(-ln09/w[20]) - 1
	m.slope = (m.factor + 1) * ln09 / (w[20] * w[20])
	m.growth = math.Exp(w[8])
	m.bound = math.Exp(-w[17] * w[18])
	for g := range 4 {
		e := math.Exp(w[5] * float64(g))
		m.firstD[g] = w[4] - e + 1
		m.firstBy[g] = -float64(g) * e
		m.same[g] = w[17] * (float64(g-2) + w[18])
	}
	m.easiest, m.curve = m.firstD[3], m.firstBy[3]
	return m
}

// ln09 is the natural logarithm of 0.9, the retrievability at stability.
var ln09 = math.Log(0.9)

// recall returns the retrievability after days with stability s.
func (m *model) recall(days, s float64) float64 {
	return math.Exp(m.decay * math.Log(1+m.factor*days/s))
}

// first returns stability and difficulty after a first rating.
func (m *model) first(g uint8) (s, d float64) {
	return min(max(m.w[g-1], minS), maxS), min(max(m.firstD[g-1], minD), maxD)
}

// step is a review with what its derivative needs: the state before it and
// the parts of the formulas.
type step struct {
	s, d, lnS float64 // before
	t         float64 // days since the review before, 0 on the same day
	over      float64 // t/S
	u, lnU    float64 // 1 + factor t/S, and its logarithm
	r         float64 // retrievability
	e         float64 // e^(w10 (1-R)), or of a lapse e^(w14 (1-R))
	p         float64 // of a lapse D^-w12
	lnD       float64
	q, lnQ    float64 // of a lapse (S+1)^w13, and ln(S+1)
	next      float64 // stability after, not clamped
	weight    float64 // of its loss, 0 for none
	rating    uint8
	branch    branch
	freeS     bool // stability was not clamped after it
	freeD     bool
}

// branch says which formula gave the stability after a review.
type branch uint8

const (
	recalled branch = iota // gained
	lapsed                 // by the formula for a lapse
	bounded                // by the upper bound of that
	sameDay
	kept // same day, and no less than before
)

// predict sets the retrievability of a review on a later day.
func (m *model) predict(st *step) {
	st.over = st.t / st.s
	st.u = 1 + m.factor*st.over
	st.lnU = math.Log(st.u)
	st.r = math.Exp(m.decay * st.lnU)
}

// apply returns stability and difficulty after a review, whose retrievability
// predict has set.
func (m *model) apply(st *step) (s, d float64) {
	w := &m.w
	switch {
	case st.t == 0:
		k := math.Exp(m.same[st.rating-1] - w[19]*st.lnS)
		st.branch = sameDay
		if st.rating > 1 && k < 1 {
			k, st.branch = 1, kept
		}
		st.next = st.s * k
	case st.rating == 1:
		st.lnD, st.lnQ = math.Log(st.d), math.Log(st.s+1)
		st.p, st.q = math.Exp(-w[12]*st.lnD), math.Exp(w[13]*st.lnQ)
		st.e = math.Exp(w[14] * (1 - st.r))
		st.next, st.branch = w[11]*st.p*(st.q-1)*st.e, lapsed
		if most := st.s * m.bound; most < st.next {
			st.next, st.branch = most, bounded
		}
	default:
		st.e = math.Exp(w[10] * (1 - st.r))
		st.p = m.growth * (11 - st.d) * math.Exp(-w[9]*st.lnS)
		gain := st.p * (st.e - 1)
		switch st.rating {
		case 2:
			gain *= w[15]
		case 4:
			gain *= w[16]
		}
		st.next, st.branch = st.s*(1+gain), recalled
	}
	s, st.freeS = st.next, true
	if !(s >= minS && s <= maxS) {
		s, st.freeS = min(max(s, minS), maxS), false
	}
	d = w[7]*m.easiest + (1-w[7])*(st.d-w[6]*(float64(st.rating)-3)*(10-st.d)/9)
	st.freeD = true
	if !(d >= minD && d <= maxD) {
		d, st.freeD = min(max(d, minD), maxD), false
	}
	return s, d
}
