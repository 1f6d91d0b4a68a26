package optimizer

import (
	"cmp"
	"slices"

	"recto/quiz"
)

// firstWait is how a card began: its first rating, and the days until its
// first review on a later day.
type firstWait struct {
	rating uint8
	days   int32
}

// first returns how card c began; ok is false when none of its items is
// numbered below end.
func (d *Dataset) first(c int, end int32) (f firstWait, recalled, ok bool) {
	for i := d.start[c]; i < d.start[c+1]; i++ {
		if n := d.item[i]; n != none {
			return firstWait{d.rating[d.start[c]], d.elapsed[i]}, d.rating[i] > uint8(quiz.Again), n < end
		}
	}
	return f, false, false
}

// tally counts the first items of cards that began alike.
type tally struct {
	firstWait
	n, recalled int
}

// tallies counts the first items numbered below end by how their cards began,
// in the order of rating and days.
func (d *Dataset) tallies(end int32) []tally {
	counts := map[firstWait]*tally{}
	for c := range len(d.start) - 1 {
		f, recalled, ok := d.first(c, end)
		if !ok {
			continue
		}
		if counts[f] == nil {
			counts[f] = &tally{firstWait: f}
		}
		counts[f].n++
		if recalled {
			counts[f].recalled++
		}
	}
	all := make([]tally, 0, len(counts))
	for _, t := range counts {
		all = append(all, *t)
	}
	slices.SortFunc(all, func(a, b tally) int {
		return cmp.Or(cmp.Compare(a.rating, b.rating), cmp.Compare(a.days, b.days))
	})
	return all
}

// withoutOutliers returns the tallies that are no outliers, in their order.
// Cards that began in a way that few did are mostly accidents, a break of
// weeks or a re-scheduling by hand: of each first rating the smallest groups
// go, up to a twentieth of its cards or 20, and further those of fewer than 6
// cards or with a first wait of more than 100 days (365 after Easy).
func withoutOutliers(all []tally) []tally {
	var kept []tally
	for rating := uint8(1); rating <= 4; rating++ {
		var own []tally
		total := 0
		for _, t := range all {
			if t.rating == rating {
				own = append(own, t)
				total += t.n
			}
		}
		slices.SortStableFunc(own, func(a, b tally) int { return cmp.Compare(a.n, b.n) })
		longest := int32(100)
		if rating == uint8(quiz.Easy) {
			longest = 365
		}
		removed := 0
		var stay []tally
		for _, t := range own {
			switch {
			case removed+t.n < max(20, total/20):
				removed += t.n
			case t.n >= 6 && t.days <= longest:
				stay = append(stay, t)
			}
		}
		slices.SortFunc(stay, func(a, b tally) int { return cmp.Compare(a.days, b.days) })
		kept = append(kept, stay...)
	}
	return kept
}
