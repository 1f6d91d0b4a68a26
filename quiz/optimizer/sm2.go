package optimizer

import "math"

// sm2 returns the predictions of SM-2 for every item. SM-2 gives intervals and
// no chances; its interval is taken as the days in which recall falls to 0.9,
// exponentially. It knows one review a day, and grades of 0 to 5: Again is 2,
// Hard 3, Good 4, Easy 5.
func (d *Dataset) sm2() []float64 {
	p := make([]float64, len(d.items))
	parallel(len(d.start)-1, func(from, to int) {
		for c := from; c < to; c++ {
			d.sm2Card(c, p)
		}
	})
	return p
}

// sm2Card sets the predictions of the items of a card.
func (d *Dataset) sm2Card(c int, p []float64) {
	ease, interval, passed := 2.5, 1.0, 0
	for i := d.start[c]; i < d.start[c+1]; i++ {
		if d.item[i] != none {
			p[d.item[i]] = math.Exp(ln09 * float64(d.elapsed[i]) / interval)
		} else if i > d.start[c] {
			continue // a further review of the day
		}
		lack := 4 - float64(d.rating[i]) // 5 minus the grade
		ease = max(1.3, ease+0.1-lack*(0.08+lack*0.02))
		if d.rating[i] == 1 {
			passed, interval = 0, 1
			continue
		}
		switch passed++; passed {
		case 1:
			interval = 1
		case 2:
			interval = 6
		default:
			interval = min(interval*ease, maxS)
		}
	}
}
