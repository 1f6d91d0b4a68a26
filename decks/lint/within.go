package lint

import (
	"cmp"
	"slices"
)

// How much more a question may say than its twin: of five words of content at
// least four are those of the twin.
const (
	withinOf   = 5
	withinMost = 1
)

// crowd is how many questions may share an answer and one of their rarest
// words before that word says nothing.
const crowd = 1000

// posting says that a side holds a word.
type posting struct {
	key  uint64 // of the scene, the answer and the word
	side int32
}

// byWithin finds questions with the same answer of which one says all that the
// other does and little more, nothing of it a name, a number or a negation.
//
// If A is within B then so is the rarest word of A; and as B has few words
// more, it is one of the rarest of B. Only such pairs are compared, so none is
// missed, and a template says nothing: its subjects are the rarest words.
func (t *twins) byWithin(sums []uint64, first map[uint64]int32) {
	ranked := t.byRarity()
	var index []posting
	t.representatives(sums, first, func(i int, s *asked, form uint64) {
		if extra := len(ranked[i]) * withinMost / withinOf; extra > 0 {
			for _, word := range ranked[i][:extra+1] {
				index = append(index, posting{t.join(s.scene, s.figures, form, weigh(word)), int32(i)})
			}
		}
	})
	slices.SortFunc(index, func(a, b posting) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.side, b.side))
	})
	t.representatives(sums, first, func(i int, s *asked, form uint64) {
		key := t.join(s.scene, s.figures, form, weigh(ranked[i][0]))
		from, _ := slices.BinarySearchFunc(index, key, func(p posting, key uint64) int { return cmp.Compare(p.key, key) })
		to := from
		for to < len(index) && index[to].key == key {
			to++
		}
		if to-from > crowd {
			return
		}
		for _, p := range index[from:to] {
			if isWithin(s, &t.sides[p.side]) {
				t.pair(&t.sides[p.side], s, within)
			}
		}
	})
}

// representatives calls f with the first side of each content and each of its
// answers.
func (t *twins) representatives(sums []uint64, first map[uint64]int32, f func(i int, s *asked, form uint64)) {
	for i := range t.sides {
		s := &t.sides[i]
		if len(s.content) < withinOf-withinMost || s.either || s.reverse || t.allow(s, within) {
			continue
		}
		for _, form := range s.answers {
			if j, known := first[t.join(s.scene, s.figures, form, sums[i])]; !known || j == int32(i) {
				f(i, s, form)
			}
		}
	}
}

// byRarity returns the contents with the rarest words first. Ties are decided
// by the words, not by who came first.
func (t *twins) byRarity() [][]uint32 {
	count := make([]int, len(t.words))
	for i := range t.sides {
		for _, word := range t.sides[i].content {
			count[word]++
		}
	}
	ranked := make([][]uint32, len(t.sides))
	for i := range t.sides {
		if len(t.sides[i].content) < withinOf-withinMost {
			continue
		}
		ranked[i] = slices.Clone(t.sides[i].content)
		slices.SortFunc(ranked[i], func(a, b uint32) int {
			return cmp.Or(cmp.Compare(count[a], count[b]), cmp.Compare(t.words[a], t.words[b]))
		})
	}
	return ranked
}

// isWithin reports whether b says all that a does and little more.
func isWithin(a, b *asked) bool {
	extra := len(b.content) - len(a.content)
	if extra < 1 || extra > len(b.content)*withinMost/withinOf {
		return false
	}
	for _, word := range a.content {
		if !holds(b.content, word) {
			return false
		}
	}
	for _, word := range b.names {
		if !holds(a.content, word) {
			return false
		}
	}
	return true
}
