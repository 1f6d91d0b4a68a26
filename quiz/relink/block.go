package relink

import (
	"cmp"
	"slices"
	"strings"
)

const (
	common     = 256 // words that more questions have choose no candidate, unless there are no others
	candidates = 12  // how many are compared with one question
)

// block chooses the pairs that are worth comparing: those with an id in
// common, and for each missing question those that share the most of its rare
// words, or its answer. It takes time in proportion to the questions.
func block(olds []old, all []fresh) []edge {
	byWord, byID := map[string][]int32{}, map[string][]int32{}
	for i, n := range all {
		eachKey(n.fact, func(k string) { byWord[k] = append(byWord[k], int32(i)) })
		byID[n.derived] = append(byID[n.derived], int32(i))
		if n.q.ID != n.derived {
			byID[n.q.ID] = append(byID[n.q.ID], int32(i))
		}
	}
	var out []edge
	shared := make([]float64, len(all))
	for i, o := range olds {
		var found []int32
		note := func(n int32, weight float64) {
			if shared[n] == 0 {
				found = append(found, n)
			}
			shared[n] += weight
		}
		for _, n := range byID[o.seen.Question] {
			note(n, 1000)
		}
		keys := rareKeys(o.fact, byWord)
		for _, k := range keys {
			for _, n := range byWord[k] {
				note(n, 1/float64(len(byWord[k])))
			}
		}
		slices.SortFunc(found, func(a, b int32) int {
			return cmp.Or(cmp.Compare(shared[b], shared[a]), cmp.Compare(a, b))
		})
		for at, n := range found {
			if at < candidates {
				out = append(out, edge{old: i, new: int(n)})
			}
			shared[n] = 0
		}
	}
	return out
}

// eachKey calls do for each word of a fact, and its answer, once.
func eachKey(f *fact, do func(string)) {
	for i, t := range f.tokens {
		if t.class == filler || slices.ContainsFunc(f.tokens[:i], func(before token) bool { return before.text == t.text }) {
			continue
		}
		do(t.text)
	}
	if len(f.answers) > 0 && !f.truth {
		do("\x00" + strings.Join(f.answers, "\x00"))
	}
}

// rareKeys returns the keys of a fact that few questions have, else the rarest
// of all.
func rareKeys(f *fact, byWord map[string][]int32) []string {
	var rare []string
	rarest := ""
	eachKey(f, func(k string) {
		n := len(byWord[k])
		switch {
		case n == 0:
			return
		case n <= common:
			rare = append(rare, k)
		}
		if rarest == "" || n < len(byWord[rarest]) {
			rarest = k
		}
	})
	if len(rare) == 0 && rarest != "" {
		rare = append(rare, rarest)
	}
	return rare
}
