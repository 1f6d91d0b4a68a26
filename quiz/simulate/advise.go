package simulate

import "math"

// Advise returns which of some results, those of rising retentions, is worth
// its time; -1 for none.
//
// Results that take more time than another and remember less are out. Between
// the quickest and the longest of the rest there is an average price of a card,
// in minutes a day. The advised result is the last one that is reached at that
// price or below; each further card costs more.
func Advise(results []Result) int {
	kept := efficient(results)
	if len(kept) == 0 {
		return -1
	}
	first, last := results[kept[0]], results[kept[len(kept)-1]]
	price := Price(first, last)
	best, most := -1, math.Inf(-1)
	for _, i := range kept {
		r := results[i]
		if worth := (r.Memorised.Mean - first.Memorised.Mean) - (r.Minutes.Mean-first.Minutes.Mean)*price; worth >= most {
			best, most = i, worth
		}
	}
	return best
}

// Alike reports whether results differ no more than the runs of each do, or by
// less than half a card and half of a tenth of a minute: then there is nothing to
// choose between them.
func Alike(results []Result) bool {
	same := func(least float64, of func(Result) Spread) bool {
		low, high, apart := math.Inf(1), math.Inf(-1), least
		for _, r := range results {
			s := of(r)
			low, high, apart = min(low, s.Mean), max(high, s.Mean), max(apart, s.Deviation)
		}
		return high-low <= apart
	}
	return same(0.5, func(r Result) Spread { return r.Memorised }) && same(0.05, func(r Result) Spread { return r.Minutes })
}

// Price returns how many more cards are remembered at the end for each further
// minute a day when b is done instead of a; 0 when b takes no longer.
func Price(a, b Result) float64 {
	if b.Minutes.Mean <= a.Minutes.Mean {
		return 0
	}
	return (b.Memorised.Mean - a.Memorised.Mean) / (b.Minutes.Mean - a.Minutes.Mean)
}

// Next returns the next result after i that remembers more, at a price; -1 when
// there is none.
func Next(results []Result, i int) int {
	for _, k := range efficient(results) {
		if k > i && results[k].Memorised.Mean > results[i].Memorised.Mean && results[k].Minutes.Mean > results[i].Minutes.Mean {
			return k
		}
	}
	return -1
}

// efficient returns the results that no other one beats in both time and what
// is remembered, in their order.
func efficient(results []Result) (kept []int) {
	for i, a := range results {
		beaten := false
		for k, b := range results {
			better := b.Memorised.Mean >= a.Memorised.Mean && b.Minutes.Mean <= a.Minutes.Mean
			same := b.Memorised.Mean == a.Memorised.Mean && b.Minutes.Mean == a.Minutes.Mean
			beaten = beaten || better && (!same || k < i)
		}
		if !beaten {
			kept = append(kept, i)
		}
	}
	return kept
}
