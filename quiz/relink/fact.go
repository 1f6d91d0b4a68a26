package relink

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"recto/decks"
	"recto/quiz"
)

// fact is what is compared of a question: what it asks and what it wants.
type fact struct {
	tokens  []token
	gaps    []gap    // of a cloze
	answers []string // what is wanted, folded
	accept  []string // other forms of it, folded
	reject  []string // what must not pass, folded
	truth   bool     // wanted is true or false
	text    string   // as written
	lower   bool     // its script has capitals and the text has none
}

// gap is a gap of a cloze text whose gaps are filled in.
type gap struct {
	label      int
	text       string // folded
	start, end int    // byte offsets in the filled text
}

// seenFact returns the fact of a question as the history knows it.
func seenFact(s quiz.Seen) *fact {
	f := &fact{text: s.Text, lower: lowerCase(s.Text)}
	if len(s.Gaps) > 0 {
		if gaps, err := decks.ParseGaps(s.Text); err == nil {
			f.fill(s.Text, gaps)
			return f
		}
	}
	f.tokens = tokens(s.Text)
	f.want(s.Answers)
	return f
}

// questionFact returns the fact of a question as it stands in its deck.
func questionFact(q *decks.Question) *fact {
	f := &fact{text: q.Ask}
	for _, r := range q.Reject {
		f.reject = append(f.reject, key(r))
	}
	if q.Kind == decks.Cloze {
		f.text = q.Text
		f.fill(q.Text, q.Gaps)
		return f
	}
	f.tokens = tokens(q.Ask)
	var wanted []string
	for _, a := range q.Answers {
		wanted = append(wanted, a.Text)
		for _, v := range a.Accept {
			f.accept = append(f.accept, key(v.Text))
		}
	}
	f.want(wanted)
	return f
}

// lowerCase reports whether a text has small letters and no capital.
func lowerCase(text string) bool {
	return strings.ContainsFunc(text, unicode.IsLower) && !strings.ContainsFunc(text, unicode.IsUpper)
}

func (f *fact) want(answers []string) {
	for _, a := range answers {
		f.answers = append(f.answers, key(a))
	}
	f.truth = len(answers) == 1 && (answers[0] == "true" || answers[0] == "false")
	slices.Sort(f.answers)
}

// fill sets the tokens of a cloze text with its gaps filled in.
func (f *fact) fill(text string, gaps []decks.Gap) {
	var b strings.Builder
	at := 0
	for _, g := range gaps {
		b.WriteString(text[at:g.Start])
		start := b.Len()
		b.WriteString(g.Text)
		f.gaps = append(f.gaps, gap{g.Label, key(g.Text), start, b.Len()})
		f.answers = append(f.answers, key(g.Text))
		at = g.End
	}
	b.WriteString(text[at:])
	f.tokens = tokens(b.String())
	slices.Sort(f.answers)
}

// key returns an answer in the form in which it is compared: its tokens, those
// that say little left out unless there are no others. A number is its value.
func key(answer string) string {
	var all, telling []string
	for _, t := range tokens(answer) {
		text := t.text
		if v, err := strconv.ParseFloat(text, 64); err == nil && !math.IsInf(v, 0) && !math.IsNaN(v) {
			text = strconv.FormatFloat(v, 'g', -1, 64)
		}
		all = append(all, text)
		if t.class != filler {
			telling = append(telling, text)
		}
	}
	if len(telling) == 0 {
		telling = all
	}
	if len(telling) == 0 {
		return strings.TrimSpace(answer)
	}
	return strings.Join(telling, " ")
}

// weak reports whether an answer is one that very different questions share:
// true, false, a small number, a letter.
func (f *fact) weak() bool {
	if f.truth {
		return true
	}
	return !slices.ContainsFunc(f.answers, func(a string) bool {
		digits := strings.Trim(a, "0123456789.-") == ""
		return digits && len(strings.Trim(a, ".-")) > 2 || !digits && len([]rune(a)) > 1
	})
}

// sameness says how two answers compare.
type sameness uint8

const (
	different sameness = iota
	mended             // the same answer, written otherwise
	same
)

// compareAnswers tells whether the answer of an old fact is that of a new one.
func compareAnswers(o, n *fact) sameness {
	switch {
	case (o.gaps == nil) != (n.gaps == nil) || o.truth != n.truth:
		return different
	case slices.Equal(o.answers, n.answers):
		return same
	case o.gaps != nil:
		return compareGaps(o, n)
	case slices.ContainsFunc(o.answers, func(a string) bool { return slices.Contains(n.reject, a) }):
		return different
	case len(o.answers) == 1 && len(n.answers) == 1:
		return compareOne(o.answers[0], n)
	}
	common := 0
	for _, a := range o.answers {
		if slices.Contains(n.answers, a) {
			common++
		}
	}
	if 4*common >= 3*max(len(o.answers), len(n.answers)) { // one of four was mended
		return mended
	}
	return different
}

// compareGaps: gaps that came or went leave the answers of the others.
func compareGaps(o, n *fact) sameness {
	few, many := o.answers, n.answers
	if len(few) > len(many) {
		few, many = many, few
	}
	common := 0
	for _, a := range few {
		if slices.Contains(many, a) {
			common++
		}
	}
	switch {
	case common == len(few):
		return same
	case common > 0:
		return mended
	}
	return different
}

// compareOne compares the one answer of an old fact with a new one's.
func compareOne(old string, n *fact) sameness {
	if slices.Contains(n.accept, old) {
		return mended
	}
	d := diff(strings.Fields(old), strings.Fields(n.answers[0]))
	switch {
	case old == "" || n.answers[0] == "":
		return different
	case len(d.removed) == 0 && len(d.added) == 0, // a slip was corrected
		len(d.removed) == 0 && len(d.added) <= 3*len(d.kept) && !figures(d.added), // more was said
		len(d.added) == 0 && len(d.removed) <= 3*len(d.kept) && !figures(d.removed):
		return mended
	}
	return different
}

// figures reports whether one of the words is a number or turns a sense round.
func figures(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		return strings.ContainsAny(w, "0123456789") || isClass(w, number) || isClass(w, negation) || isClass(w, opposite)
	})
}

// difference is what two lists of words have in common and what not.
type difference struct{ kept, removed, added []string }

// diff compares two lists of words, whatever their order. A slip in a word is
// none.
func diff(o, n []string) (d difference) {
	rest := slices.Clone(n)
	for _, w := range o {
		i := slices.Index(rest, w)
		if i < 0 {
			i = slices.IndexFunc(rest, func(v string) bool { return slip(w, v) })
		}
		if i < 0 {
			d.removed = append(d.removed, w)
			continue
		}
		d.kept = append(d.kept, w)
		rest = slices.Delete(rest, i, i+1)
	}
	d.added = rest
	return d
}
