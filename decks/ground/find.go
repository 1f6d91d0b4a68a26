package ground

import (
	"slices"
	"strings"
)

// level is how well a passage holds what is claimed.
type level int

const (
	nowhere level = iota
	partly        // half of the words of what may be said in other words
	apart         // all of them
	inRow         // in a row, or the very number or day
)

// holds returns how well a passage holds a claim.
func (x *index) holds(n int32, c *claim) level {
	best := nowhere
	for i := range c.forms {
		best = max(best, x.holdsForm(n, &c.forms[i]))
		if best == inRow {
			break
		}
	}
	return best
}

func (x *index) holdsForm(n int32, f *form) level {
	p := &x.passages[n]
	switch {
	case f.number != nil:
		return asLevel(slices.ContainsFunc(indexes(p.tokens), func(i int) bool { return f.isNumber(p.tokens, i) }))
	case f.date != nil && p.hasDay(*f.date):
		return inRow
	case len(f.tokens) == 0:
		return asLevel(f.raw != "" && strings.Contains(x.article.Sections[p.ref.Section].Paragraphs[p.ref.Paragraph].Text, f.raw))
	case f.manner == topic:
		if 3*x.share(n, f) >= len(f.units) {
			return partly
		}
		return nowhere
	case !x.hasNumbers(n, f):
		return nowhere
	case f.manner == strict, f.manner == loose && len(f.units) == 1 && len(f.names) == 1:
		return x.holdsStrictly(n, f)
	case !x.hasNames(n, f):
		return nowhere
	}
	switch held, all := x.share(n, f), len(f.units); {
	case held == all && p.hasRun(f.tokens, sameToken):
		return inRow
	case held == all:
		return apart
	case held >= enough(all):
		return partly
	}
	return nowhere
}

// enough returns how many of the words of a text must stand in a passage that
// says the same in other words.
func enough(words int) int {
	if words <= 2 {
		return words
	}
	return (words + 1) / 2
}

// holdsStrictly looks for the words themselves.
func (x *index) holdsStrictly(n int32, f *form) level {
	p := &x.passages[n]
	switch {
	case p.hasRun(f.tokens, sameToken):
		return inRow
	case len(f.content) > 1 && x.share(n, f) == len(f.units) && p.oneSentence(f):
		return apart
	case len(f.names) == 1 && len(f.units) == 1 && x.hasShortName(p, f):
		return partly
	}
	return nowhere
}

// hasShortName reports whether a word of a name stands alone in a passage,
// while the article has the whole name elsewhere: "Kim" for "Kim Jong Un".
func (x *index) hasShortName(p *passage, f *form) bool {
	name := f.tokens[f.names[0][0]:f.names[0][1]]
	if len(name) < 2 {
		return false
	}
	for i := range p.tokens {
		t := &p.tokens[i]
		if !t.capital || t.text != name[0].text && t.text != name[len(name)-1].text {
			continue
		}
		alone := (i == 0 || !p.tokens[i-1].capital || t.opens) && (i+1 == len(p.tokens) || !p.tokens[i+1].capital || p.tokens[i+1].opens)
		if alone {
			return slices.ContainsFunc(x.passages, func(other passage) bool { return other.hasRun(name, sameToken) })
		}
	}
	return false
}

func asLevel(found bool) level {
	if found {
		return inRow
	}
	return nowhere
}

func indexes(tokens []token) []int {
	all := make([]int, len(tokens))
	for i := range all {
		all[i] = i
	}
	return all
}

// share returns how many of the words and names of a form a passage holds. Of
// a name of several words one is enough.
func (x *index) share(n int32, f *form) int {
	held := 0
	for _, unit := range f.units {
		for i := unit[0]; i < unit[1]; i++ {
			if x.hasAt(n, f, i) {
				held++
				break
			}
		}
	}
	return held
}

// hasAt reports whether a passage holds a word of a form, which it may join
// with the one before or behind.
func (x *index) hasAt(n int32, f *form, i int) bool {
	t := &f.tokens[i]
	return x.has(n, t) ||
		i+1 < len(f.tokens) && x.in(t.text+f.tokens[i+1].text, n) ||
		i > 0 && x.in(f.tokens[i-1].text+t.text, n)
}

// hasNumbers reports whether a passage holds every number of a form.
func (x *index) hasNumbers(n int32, f *form) bool {
	for _, i := range f.numbers {
		if !x.really(n, &f.tokens[i]) {
			return false
		}
	}
	return true
}

// hasNames reports whether a passage holds the names of a form: of each one a
// word, and the others stand somewhere in the article.
func (x *index) hasNames(n int32, f *form) bool {
	for _, name := range f.names {
		here := false
		for i := name[0]; i < name[1]; i++ {
			t := &f.tokens[i]
			here = here || f.manner == told || x.has(n, t)
			if !x.anywhere(t) {
				return false
			}
		}
		if !here {
			return false
		}
	}
	return true
}

// oneSentence reports whether one sentence of the passage, or a stretch not
// much longer than what is looked for, holds every word of a form.
func (p *passage) oneSentence(f *form) bool {
	for from := 0; from < len(p.tokens); {
		to := from
		for to < len(p.tokens) && p.tokens[to].sentence == p.tokens[from].sentence {
			to++
		}
		missing := false
		for _, i := range f.content {
			if !slices.ContainsFunc(p.tokens[from:to], func(t token) bool { return sameToken(&t, &f.tokens[i]) }) {
				missing = true
				break
			}
		}
		if !missing {
			return true
		}
		from = to
	}
	return false
}
