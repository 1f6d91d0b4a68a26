package export

import (
	"math"
	"slices"

	"recto/decks"
)

// even sees to it that the letters of the right options tell nothing: on the
// way down the sheet none of them gets far ahead of the others or falls far
// behind, none comes many times in a row, and they neither repeat in cycles nor
// climb like stairs. Most questions keep the order that their own lot gave
// them; where it would break a rule, the right option changes places with
// another one that may move. Options that the author fixed stay, and count for
// the patterns but not for the balance, which nobody could restore without
// giving the other answers away.
func even(items []Item, l lots) {
	var r rhythm
	for i := range items {
		it := &items[i]
		if it.Question.Kind != decks.Choice {
			continue
		}
		right := slices.IndexFunc(it.Options, func(v decks.Value) bool { return v == it.Question.Answers[0].Value })
		if right < 0 {
			continue
		}
		free := len(it.Options) - len(it.Question.Last)
		if it.Question.Fixed || right >= free || free < 2 {
			r.add(right)
			continue
		}
		best := r.choose(right, free, l)
		it.Options[right], it.Options[best] = it.Options[best], it.Options[right]
		r.add(best)
		r.weigh(best, free)
	}
}

// mostAhead is how far the number of times that a letter is right may be from
// what chance gives on average, anywhere on the sheet.
const mostAhead = 2

// longestCycle is the longest cycle of letters that is looked for.
const longestCycle = 6

// rhythm is what is known of the letters so far.
type rhythm struct {
	count   int                   // of the letters
	last    [longestCycle]int     // the last ones, the very last first
	ahead   [26]float64           // how often each letter was right beyond its share
	repeats [longestCycle + 1]int // how many of the last letters are those of so many places before
	up      int                   // how many steps to the next letter led here
	down    int
}

// choose returns the letter that breaks the rules least, also with a view to
// the next one: the wanted letter if it is as good as any other, else one of
// the best by lot.
func (r *rhythm) choose(wanted, free int, l lots) int {
	best, least := wanted, r.outlook(wanted, free)
	if least == 0 {
		return wanted
	}
	others := make([]int, 0, free)
	for c := range free {
		if c != wanted {
			others = append(others, c)
		}
	}
	shuffle(others, l)
	for _, c := range others {
		if f := r.outlook(c, free); f < least {
			best, least = c, f
		}
	}
	return best
}

// outlook is the fault of a letter and of the best one that can follow it,
// which counts for half.
func (r *rhythm) outlook(letter, free int) float64 {
	next := *r
	next.add(letter)
	next.weigh(letter, free)
	least := math.Inf(1)
	for c := range free {
		least = min(least, next.fault(c, free))
	}
	return r.fault(letter, free) + least/2
}

// fault says how badly a letter would break the rules; 0 is not at all.
func (r *rhythm) fault(letter, free int) float64 {
	sum := 0.0
	share := 1 / float64(free)
	for c := range free {
		after := r.ahead[c] - share
		if c == letter {
			after++
		}
		if over := math.Abs(after) - mostAhead; over > 1e-9 {
			sum += 1 + 4*over
		}
	}
	for lag := 1; lag <= longestCycle; lag++ {
		if n := r.repeated(letter, lag); n >= tooOften(lag, free) {
			sum += float64(n)
		}
	}
	if up, down := r.steps(letter); max(up, down) >= stairs {
		sum += float64(max(up, down))
	}
	return sum
}

// stairs is how many steps in one direction make a pattern: A B C D E.
const stairs = 4

// tooOften returns how many letters in a row, equal to those lag places
// before, make a pattern: four in a row of the same letter, and otherwise a
// cycle that came twice and is long enough not to be chance. Of two options
// chance makes longer ones.
func tooOften(lag, free int) int {
	if lag == 1 {
		if free == 2 {
			return 4
		}
		return 3
	}
	return max(lag, int(math.Ceil(8/math.Log2(float64(free)))))
}

func (r *rhythm) repeated(letter, lag int) int {
	if r.count < lag || r.last[lag-1] != letter {
		return 0
	}
	return r.repeats[lag] + 1
}

func (r *rhythm) steps(letter int) (up, down int) {
	if r.count > 0 {
		switch letter - r.last[0] {
		case 1:
			return r.up + 1, 0
		case -1:
			return 0, r.down + 1
		}
	}
	return 0, 0
}

// add notes the letter of a question.
func (r *rhythm) add(letter int) {
	for lag := 1; lag <= longestCycle; lag++ {
		r.repeats[lag] = r.repeated(letter, lag)
	}
	r.up, r.down = r.steps(letter)
	copy(r.last[1:], r.last[:])
	r.last[0] = letter
	r.count++
}

// weigh notes a letter that was chosen among some for the balance.
func (r *rhythm) weigh(letter, free int) {
	for c := range free {
		r.ahead[c] -= 1 / float64(free)
	}
	r.ahead[letter]++
}
