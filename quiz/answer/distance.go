package answer

// distance returns the number of single edits (insertion, deletion,
// replacement, transposition of neighbours; no part edited twice) that turn a
// into b: the optimal string alignment distance. Beyond limit it stops and
// returns limit+1. It takes O(limit · len) time.
func distance(a, b []rune, limit int) int {
	if abs(len(a)-len(b)) > limit {
		return limit + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		from, to := max(1, i-limit), min(len(b), i+limit)
		for j := range row {
			row[j] = limit + 1
		}
		if i <= limit {
			row[0] = i
		}
		best := row[0]
		for j := from; j <= to; j++ {
			d := last[j-1]
			if a[i-1] != b[j-1] {
				d++
			}
			d = min(d, min(last[j], row[j-1])+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, before[j-2]+1)
			}
			row[j] = min(d, limit+1)
			best = min(best, row[j])
		}
		if best > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// edit is what one edit did to a word.
type edit uint8

const (
	noEdit edit = iota
	missing
	surplus
	replaced
	swapped
	farther // more than one edit
)

// editOf returns the one edit that turns wanted into given, and the letters
// of both that it touched.
func editOf(wanted, given []rune) (what edit, touched []rune) {
	start := 0
	for start < len(wanted) && start < len(given) && wanted[start] == given[start] {
		start++
	}
	end := 0
	for end < len(wanted)-start && end < len(given)-start && wanted[len(wanted)-1-end] == given[len(given)-1-end] {
		end++
	}
	w, g := wanted[start:len(wanted)-end], given[start:len(given)-end]
	touched = append(append(touched, w...), g...)
	switch {
	case len(w) == 0 && len(g) == 0:
		return noEdit, nil
	case len(w) == 1 && len(g) == 0:
		return missing, touched
	case len(w) == 0 && len(g) == 1:
		return surplus, touched
	case len(w) == 1 && len(g) == 1:
		return replaced, touched
	case len(w) == 2 && len(g) == 2 && w[0] == g[1] && w[1] == g[0]:
		return swapped, touched
	}
	return farther, touched
}
