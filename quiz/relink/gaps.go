package relink

import (
	"slices"

	"recto/decks"
)

// maxAlign bounds the work of aligning two texts: the product of the numbers
// of words that differ in the middle.
const maxAlign = 1 << 20

// faces returns which face of the new fact asks what a face of the old one
// asked, by old face. A face whose gaps came, went or were joined with others
// is left out; nil when the texts do not tell.
func faces(o, n *fact) map[decks.Face]decks.Face {
	if o.gaps == nil || n.gaps == nil {
		if (o.gaps == nil) != (n.gaps == nil) {
			return nil
		}
		return map[decks.Face]decks.Face{decks.AskFace: decks.AskFace, decks.ReverseFace: decks.ReverseFace}
	}
	became := alignGaps(o, n)
	if traded(o, n, became) {
		return nil
	}
	all := map[decks.Face]decks.Face{}
	for _, g := range o.gaps {
		from := decks.ClozeFace(g.label)
		if _, done := all[from]; done {
			continue
		}
		if to := oneLabel(o, n, became, g.label); to > 0 {
			all[from] = decks.ClozeFace(to)
		}
	}
	return all
}

// oneLabel returns the label of n that has what the gaps with a label of o
// became, all of it and nothing else; 0 when there is none.
func oneLabel(o, n *fact, became []int, label int) int {
	to, count := 0, 0
	for i, g := range o.gaps {
		if g.label != label {
			continue
		}
		if became[i] < 0 || to != 0 && n.gaps[became[i]].label != to {
			return 0
		}
		to = n.gaps[became[i]].label
		count++
	}
	for _, g := range n.gaps {
		if g.label == to {
			count--
		}
	}
	if count != 0 {
		return 0
	}
	return to
}

// traded reports whether a gap wants now what another one wanted: the places
// say one thing and the answers another.
func traded(o, n *fact, became []int) bool {
	for i, g := range o.gaps {
		if became[i] < 0 || n.gaps[became[i]].text == g.text {
			continue
		}
		now := n.gaps[became[i]].text
		if slices.ContainsFunc(o.gaps, func(other gap) bool { return other.text == now }) ||
			slices.ContainsFunc(n.gaps, func(other gap) bool { return other.text == g.text }) {
			return true
		}
	}
	return false
}

// alignGaps returns for each gap of o the gap of n that it became, -1 for none.
func alignGaps(o, n *fact) []int {
	became := make([]int, len(o.gaps))
	if slices.Equal(blanked(o), blanked(n)) {
		for i := range became {
			became[i] = i
		}
		return became
	}
	pairs := align(o.tokens, n.tokens)
	taken := map[int]bool{}
	for i, g := range o.gaps {
		became[i] = -1
		if h := image(o, n, g, pairs); h >= 0 && !taken[h] {
			became[i] = h
			taken[h] = true
		}
	}
	return became
}

// blanked returns the words of a cloze text, a gap as one of its own.
func blanked(f *fact) []string {
	var out []string
	last := -1
	for _, t := range f.tokens {
		g := f.gapAt(t)
		switch {
		case g < 0:
			out = append(out, t.text)
		case g != last:
			out = append(out, "\x00")
		}
		last = g
	}
	return out
}

// gapAt returns the gap that a token stands in, -1 for none.
func (f *fact) gapAt(t token) int {
	return slices.IndexFunc(f.gaps, func(g gap) bool { return t.start < g.end && g.start < t.end })
}

// image returns the gap of n that g of o became: its words stayed and are the
// words of that one, or they were mended between words that stayed.
func image(o, n *fact, g gap, pairs []int) int {
	first, last, h := -1, -1, -1
	stayed := 0
	for i, t := range o.tokens {
		if t.start >= g.end || g.start >= t.end {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
		if pairs[i] < 0 {
			continue
		}
		at := n.gapAt(n.tokens[pairs[i]])
		if at < 0 || h >= 0 && at != h {
			return -1
		}
		h = at
		stayed++
	}
	if h >= 0 {
		if n.gaps[h].text == g.text || 2*stayed > last-first {
			return h
		}
		return -1
	}
	if first < 0 {
		return -1
	}
	if h := between(o, n, pairs, first, last); h >= 0 {
		return h
	}
	return elsewhere(o, n, g, first, last)
}

// elsewhere returns the gap of n that wants the same as g of o and stands
// behind the same word, or before it, where its sentence has gone; -1 when
// there is none, or another with the same text.
func elsewhere(o, n *fact, g gap, first, last int) int {
	same := func(h gap) bool { return h.text == g.text }
	h := slices.IndexFunc(n.gaps, same)
	if h < 0 || slices.ContainsFunc(n.gaps[h+1:], same) {
		return -1
	}
	from := slices.IndexFunc(n.tokens, func(t token) bool { return n.gapAt(t) == h })
	to := from
	for to+1 < len(n.tokens) && n.gapAt(n.tokens[to+1]) == h {
		to++
	}
	if from < 0 || word(o.tokens, first-1) != word(n.tokens, from-1) && word(o.tokens, last+1) != word(n.tokens, to+1) {
		return -1
	}
	return h
}

// word returns the text of a token, "" beyond the ends.
func word(tokens []token, i int) string {
	if i < 0 || i >= len(tokens) {
		return ""
	}
	return tokens[i].text
}

// between returns the gap of n that fills the room between the neighbours of
// the words first to last of o, -1 when there is none.
func between(o, n *fact, pairs []int, first, last int) int {
	from, to := -1, len(n.tokens)
	if first > 0 {
		if from = pairs[first-1]; from < 0 {
			return -1
		}
	}
	if last+1 < len(o.tokens) {
		if to = pairs[last+1]; to < 0 {
			return -1
		}
	}
	if from+1 >= to {
		return -1
	}
	h := n.gapAt(n.tokens[from+1])
	for i := from + 1; i < to; i++ {
		if n.gapAt(n.tokens[i]) != h {
			return -1
		}
	}
	return h
}

// align returns for each token of o the token of n that it stayed, -1 for
// none: a longest common subsequence.
func align(o, n []token) []int {
	pairs := make([]int, len(o))
	for i := range pairs {
		pairs[i] = -1
	}
	head := 0
	for head < len(o) && head < len(n) && o[head].text == n[head].text {
		pairs[head] = head
		head++
	}
	tail := 0
	for tail < len(o)-head && tail < len(n)-head && o[len(o)-1-tail].text == n[len(n)-1-tail].text {
		tail++
		pairs[len(o)-tail] = len(n) - tail
	}
	a, b := o[head:len(o)-tail], n[head:len(n)-tail]
	if len(a)*len(b) > maxAlign {
		return pairs
	}
	common := make([][]int32, len(a)+1)
	for i := range common {
		common[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i].text == b[j].text {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].text == b[j].text:
			pairs[head+i] = head + j
			i, j = i+1, j+1
		case common[i+1][j] >= common[i][j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}
