package optimizer

import (
	"math"

	"recto/quiz/fsrs"
)

// longest is how many reviews of a card are trained on; the few items with a
// longer history tell no more, and pull hard.
const longest = 256

// gradient is a loss and its derivative by each parameter.
type gradient struct {
	loss float64
	by   fsrs.Weights
}

func (g *gradient) add(o *gradient) {
	g.loss += o.loss
	for i := range g.by {
		g.by[i] += o.by[i]
	}
}

// tape holds the reviews of one card on the way there and back.
type tape [longest]step

// card adds the loss of a card, the weighted sum of -ln of the chance that was
// given to what happened, and its derivatives. It goes once through the
// reviews, which all items share, and once back. The first review has no
// weight, the last one has.
func (m *model) card(rating []uint8, elapsed []int32, weight []float64, tape *tape, g *gradient) {
	last := len(rating) - 1
	s, d := m.first(rating[0])
	lnS := math.Log(s)
	for i := 1; i <= last; i++ {
		st := &tape[i]
		st.s, st.d, st.lnS = s, d, lnS
		st.t, st.rating, st.weight = float64(elapsed[i]), rating[i], weight[i]
		if st.t > 0 {
			m.predict(st)
			if st.weight > 0 {
				g.loss += st.weight * m.loss(st)
			}
		}
		if i == last {
			break
		}
		before := s
		if s, d = m.apply(st); s != before {
			lnS = math.Log(s)
		}
	}
	var byS, byD float64 // of the state after the review at hand
	for i := last; i >= 1; i-- {
		byS, byD = m.back(&tape[i], byS, byD, g)
	}
	g.by[rating[0]-1] += byS
	if raw := m.firstD[rating[0]-1]; raw >= minD && raw <= maxD {
		g.by[4] += byD
		g.by[5] += byD * m.firstBy[rating[0]-1]
	}
}

// loss is -ln of the chance given to what happened.
func (m *model) loss(st *step) float64 {
	p := min(max(st.r, leastChance), 1-leastChance)
	switch {
	case st.rating == 1:
		return -math.Log(1 - p)
	case p == st.r:
		return -m.decay * st.lnU
	}
	return -math.Log(p)
}

// back returns the derivatives of the loss by stability and difficulty before
// a review, given those by the state after it, and adds those by parameters.
// They stop where a value is clamped and follow the branch that was taken.
func (m *model) back(st *step, byS, byD float64, g *gradient) (s, d float64) {
	w := &m.w
	var byR float64
	if byS != 0 && st.freeS {
		switch st.branch {
		case recalled:
			s, d, byR = m.backRecalled(st, byS, g)
		case lapsed:
			s, d, byR = m.backLapsed(st, byS, g)
		case bounded:
			s = byS * m.bound
			g.by[17] -= byS * st.next * w[18]
			g.by[18] -= byS * st.next * w[17]
		case sameDay:
			by := byS * st.next
			s = by / st.s * (1 - w[19])
			g.by[17] += by * (float64(st.rating) - 3 + w[18])
			g.by[18] += by * w[17]
			g.by[19] -= by * st.lnS
		case kept:
			s = byS
		}
	}
	if byD != 0 && st.freeD {
		pull := (float64(st.rating) - 3) / 9
		moved := st.d - w[6]*pull*(10-st.d)
		g.by[7] += byD * (m.easiest - moved)
		g.by[4] += byD * w[7]
		g.by[5] += byD * w[7] * m.curve
		by := byD * (1 - w[7])
		g.by[6] -= by * pull * (10 - st.d)
		d += by * (1 + w[6]*pull)
	}
	if st.t == 0 {
		return s, d
	}
	if st.weight > 0 && st.r > leastChance && st.r < 1-leastChance {
		if st.rating > 1 {
			byR -= st.weight / st.r
		} else {
			byR += st.weight / (1 - st.r)
		}
	}
	by := byR * st.r
	common := by * m.decay / st.u
	g.by[20] += common*st.over*m.slope - by*st.lnU
	return s - common*m.factor*st.over/st.s, d
}

// backRecalled is back of a stability that grew.
func (m *model) backRecalled(st *step, byS float64, g *gradient) (s, d, byR float64) {
	w := &m.w
	scale := byS * st.s
	gain := scale * st.p * (st.e - 1)
	switch st.rating {
	case 2:
		g.by[15] += gain
		gain *= w[15]
		scale *= w[15]
	case 4:
		g.by[16] += gain
		gain *= w[16]
		scale *= w[16]
	}
	by := scale * st.p * st.e // by w10 (1-R)
	g.by[8] += gain
	g.by[9] -= gain * st.lnS
	g.by[10] += by * (1 - st.r)
	return byS + gain*(1-w[9])/st.s, -gain / (11 - st.d), -by * w[10]
}

// backLapsed is back of the formula for a lapse.
func (m *model) backLapsed(st *step, byS float64, g *gradient) (s, d, byR float64) {
	w := &m.w
	by := byS * st.next
	scale := byS * w[11] * st.p * st.e * st.q
	g.by[11] += by / w[11]
	g.by[12] -= by * st.lnD
	g.by[13] += scale * st.lnQ
	g.by[14] += by * (1 - st.r)
	return scale * w[13] / (st.s + 1), -by * w[12] / st.d, -by * w[14]
}
