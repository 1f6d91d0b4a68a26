package ground

import (
	"slices"
	"strings"

	"recto/decks"
)

// hit is a passage that holds a claim.
type hit struct {
	passage int32
	level   level
	context int // how many words of the question it holds as well
}

// search returns the passage that holds a claim best: in the best way, with
// the most words of the question around, the first of equals.
func (x *index) search(c *claim, around *form) (hit, bool) {
	best, found := hit{}, false
	for _, n := range x.candidates(c) {
		at := hit{passage: n, level: x.holds(n, c)}
		if at.level == nowhere || found && at.level < best.level {
			continue
		}
		at.context = x.share(n, around)
		if !found || at.level > best.level || at.context > best.context {
			best, found = at, true
		}
	}
	return best, found
}

// candidates returns the passages that may hold a claim, ascending.
func (x *index) candidates(c *claim) []int32 {
	var all []int32
	for i := range c.forms {
		f := &c.forms[i]
		if f.number != nil && f.tolerance != nil || f.date != nil || len(f.tokens) == 0 {
			return x.every() // the words of the question do not tell
		}
		if f.number != nil {
			all = append(all, x.postings[valueKey(*f.number)]...)
			all = append(all, x.postings[valueKey(*f.number/100)]...)
			continue
		}
		counts := map[int32]int{}
		for at, i := range f.content {
			seen := map[int32]bool{}
			mark := func(key string) {
				for _, n := range x.postings[key] {
					if !seen[n] {
						seen[n] = true
						counts[n]++
					}
				}
			}
			eachKey(&f.tokens[i], mark)
			if at+1 < len(f.content) {
				mark(f.tokens[i].text + f.tokens[f.content[at+1]].text)
			}
			if at > 0 {
				mark(f.tokens[f.content[at-1]].text + f.tokens[i].text)
			}
		}
		need := 1
		switch f.manner {
		case strict:
			if need = len(f.content); len(f.names) == 1 && len(f.units) == 1 {
				need = 1 // a short name
			}
			for _, i := range f.content { // what the article joins or parts otherwise
				if len(x.postings[f.tokens[i].stem]) == 0 {
					need--
				}
			}
			need = max(need, 1)
		case loose, told:
			need = enough(len(f.units))
		}
		for n, count := range counts {
			if count >= need {
				all = append(all, n)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func (x *index) every() []int32 {
	all := make([]int32, len(x.passages))
	for i := range all {
		all[i] = int32(i)
	}
	return all
}

// quoted returns the passages that hold quoted words: the very words, and such
// as "…" leaves out between. What is held the furthest is told too, as the
// number of words.
func (x *index) quoted(quote string) (passages []int32, most int) {
	var parts [][]token
	for part := range strings.SplitSeq(strings.NewReplacer("[...]", "…", "[…]", "…", "...", "…").Replace(plainText(quote)), "…") {
		if tokens := tokenize(part, x.language); len(tokens) > 0 {
			parts = append(parts, tokens)
		}
	}
	if len(parts) == 0 {
		return nil, 0
	}
	for _, n := range x.rarest(parts[0]) {
		if x.passages[n].hasParts(parts) {
			passages = append(passages, n)
		}
	}
	if passages == nil {
		for _, n := range x.rarest(parts[0][:1]) {
			most = max(most, x.passages[n].longestHead(parts[0]))
		}
	}
	return passages, most
}

// rarest returns the passages that hold that one of the words which the fewest
// hold.
func (x *index) rarest(words []token) []int32 {
	var few []int32
	for i := range words {
		var held []int32
		eachKey(&words[i], func(key string) { held = append(held, x.postings[key]...) })
		if i+1 < len(words) {
			held = append(held, x.postings[words[i].text+words[i+1].text]...)
		}
		if i > 0 {
			held = append(held, x.postings[words[i-1].text+words[i].text]...)
		}
		slices.Sort(held)
		if held = slices.Compact(held); i == 0 || len(held) < len(few) {
			few = held
		}
	}
	return few
}

// hasParts reports whether runs of words stand in a passage one after another.
func (p *passage) hasParts(parts [][]token) bool {
	i := 0
	for _, part := range parts {
		end := -1
		for ; i < len(p.tokens) && end < 0; i++ {
			end = run(p.tokens, i, part, sameWord)
		}
		if end < 0 {
			return false
		}
		i = end
	}
	return true
}

// longestHead returns how many of the first words stand in a row in a passage.
func (p *passage) longestHead(want []token) int {
	most := 0
	for i := range p.tokens {
		n := 0
		for n < len(want) && i+n < len(p.tokens) && sameWord(&p.tokens[i+n], &want[n]) {
			n++
		}
		most = max(most, n)
	}
	return most
}

// sameWord reports whether two tokens are the same word in the same form, or
// the same number in figures.
func sameWord(a, b *token) bool {
	return a.text == b.text || a.decade != 0 && sameDecade(a, b) || a.ordinal == b.ordinal && shareValue(a, b)
}

// context returns the words around a claim: those of the whole question.
func (c *checker) context(q *decks.Question) form {
	return c.textForm(topic, plainText(q.Ask+" "+q.Text))
}
