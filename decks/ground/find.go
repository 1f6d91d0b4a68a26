package ground

import (
	"math"
	"slices"
	"strings"

	"recto/decks"
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

// isNumber reports whether the number of a form stands at a place, and in no
// other unit than its own.
func (f *form) isNumber(tokens []token, i int) bool {
	t := &tokens[i]
	if t.ordinal && !t.figures && t.values[0] < 3 {
		return false // "the first of them"
	}
	want, have := unitOf(f.unit), ""
	if i+1 < len(tokens) && tokens[i+1].start-t.end <= 2 && tokens[i+1].sentence == t.sentence {
		have = unitOf(tokens[i+1].text)
	}
	for _, v := range t.values {
		switch {
		case want == "percent" && have == "" && !t.figures && f.right(100*v):
			return true // a quarter
		case f.right(v) && (have == "" || f.unit == "" || have == want):
			return true
		}
	}
	return false
}

// right reports whether a number would be marked as right.
func (f *form) right(v float64) bool {
	want := *f.number
	if sameNumber(v, want) {
		return true
	}
	switch t := f.tolerance; {
	case t == nil:
		return false
	case t.Range:
		return v >= t.Low && v <= t.High
	case t.Percent > 0:
		return math.Abs(v-want) <= math.Abs(want)*t.Percent/100
	default:
		return math.Abs(v-want) <= t.Absolute
	}
}

// unitOf returns one name for the names of a unit that must not be mistaken
// for another, "" for anything else.
func unitOf(word string) string {
	word = foldWord(strings.TrimSpace(word))
	switch strings.TrimSuffix(word, "s") {
	case "%", "percent", "per cent", "prozent":
		return "percent"
	case "km", "kilometre", "kilometer":
		return "km"
	case "m", "metre", "meter":
		return "m"
	case "cm", "centimetre", "centimeter", "zentimeter":
		return "cm"
	case "mm", "millimetre", "millimeter":
		return "mm"
	case "mile", "mi":
		return "mile"
	case "ft", "foot", "feet":
		return "foot"
	case "kg", "kilogram", "kilogramme", "kilogramm", "kilo":
		return "kg"
	case "g", "gram", "gramme", "gramm":
		return "g"
	case "t", "ton", "tonne":
		return "t"
	case "lb":
		return "lb"
	case "l", "litre", "liter":
		return "l"
	case "hour", "hr", "stunde", "stunden":
		return "hour"
	case "minute", "min", "minuten":
		return "minute"
	case "day", "tag", "tage":
		return "day"
	case "week", "woche", "wochen":
		return "week"
	case "month", "monat", "monate":
		return "month"
	case "year", "yr", "jahr", "jahre", "jahren":
		return "year"
	}
	return ""
}

// hasDay reports whether a passage names a day, or a part of one, to its own
// precision. A year may stand elsewhere in the passage.
func (p *passage) hasDay(want day) bool {
	year := want.year == 0 || slices.ContainsFunc(p.dates, func(d day) bool { return d.year == want.year })
	if want.month == 0 && want.day == 0 {
		return year && want.year != 0
	}
	return year && slices.ContainsFunc(p.dates, func(d day) bool {
		return (d.year == want.year || d.year == 0 || want.year == 0) && d.month == want.month && (want.day == 0 || d.day == want.day)
	})
}

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
