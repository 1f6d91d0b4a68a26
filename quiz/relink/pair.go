package relink

import (
	"cmp"
	"maps"
	"slices"
	"sync"

	"recto/decks"
	"recto/quiz"
)

// old is a question that is gone, new one that has no history.
type (
	old struct {
		seen quiz.Seen
		fact *fact
	}
	fresh struct {
		q       *decks.Question
		fact    *fact
		derived string // the id that it has, or would have without its own
	}
)

// edge is a pair that may be one question.
type edge struct {
	old, new int
	like     likeness
	score    float64 // above 1: its id says so
}

const (
	margin   = 0.08 // by which the best candidate must lead
	identity = 2    // score of a pair that has one id
	moved    = 0.90 // share that must stay when a question also changed its deck
)

// pair finds which of the questions without a history were edited from which
// of the missing ones.
func (f *finder) pair(missing []quiz.Seen, capped map[string]bool) {
	if len(missing) == 0 {
		return
	}
	fresh := f.fresh()
	if len(fresh) == 0 {
		return
	}
	olds := make([]old, len(missing))
	for i, s := range missing {
		olds[i] = old{s, seenFact(s)}
	}
	candidates := block(olds, fresh)
	if len(candidates) == 0 {
		return
	}
	c := f.corpus(olds, fresh)
	c.capped = capped
	edges := f.weigh(c, candidates, olds, fresh)
	sure, asked := settle(edges)
	if c.renamed = renamed(sure, olds, fresh); len(c.renamed) > 0 {
		edges = f.weigh(c, candidates, olds, fresh)
		sure, asked = settle(edges)
	}
	f.plan.Sure = append(f.plan.Sure, f.changesOf(sure, olds, fresh)...)
	f.plan.Asked = append(f.plan.Asked, f.changesOf(asked, olds, fresh)...)
	f.count(edges, sure, asked)
}

// weigh returns those of the candidates that may be one question.
func (f *finder) weigh(c *corpus, candidates []edge, olds []old, fresh []fresh) []edge {
	var edges []edge
	for _, e := range candidates {
		if f.past.refuses(olds[e.old].seen, fresh[e.new].q) {
			continue
		}
		e.like, e.score = c.judge(olds[e.old], fresh[e.new])
		if e.like == surely && c.capped[olds[e.old].seen.Deck] {
			e.like = close
		}
		if e.like > unlike {
			edges = append(edges, e)
		}
	}
	return edges
}

// renamed returns the decks that go by another id now, by the one they had:
// more than half of their questions, and two at least, are surely in it. What
// was also edited in them is compared as if nothing had been renamed.
func renamed(sure []edge, olds []old, all []fresh) map[string]string {
	missing, went := map[string]int{}, map[[2]string]int{}
	for _, o := range olds {
		missing[o.seen.Deck]++
	}
	for _, e := range sure {
		went[[2]string{olds[e.old].seen.Deck, all[e.new].q.Deck.ID}]++
	}
	decks := map[string]string{}
	for between, n := range went {
		if between[0] != between[1] && n >= 2 && 2*n > missing[between[0]] {
			decks[between[0]] = between[1]
		}
	}
	return decks
}

// fresh returns the questions of the decks that have no history.
func (f *finder) fresh() []fresh {
	var out []fresh
	for _, d := range f.Decks {
		for _, q := range d.Questions {
			if len(f.faces[place{d.ID, q.ID}]) == 0 {
				out = append(out, fresh{q, questionFact(q), derivedID(q)})
			}
		}
	}
	return out
}

// derivedID returns the id that a question has or would have without its own.
func derivedID(q *decks.Question) string {
	if q.Derived {
		return q.ID
	}
	text := q.Ask
	if q.Kind == decks.Cloze {
		text = blankText(q.Text)
	}
	return decks.DerivedID(text, q.Image)
}

// isDerived reports whether a question id was made from the text.
func isDerived(id string) bool { return id != "" && id[0] == '~' }

// corpus counts in how many questions each word stands.
func (f *finder) corpus(olds []old, all []fresh) *corpus {
	c := &corpus{in: map[string]int{}}
	for _, o := range olds {
		countWords(c.in, o.fact)
	}
	for _, n := range all {
		countWords(c.in, n.fact)
	}
	c.standing = sync.OnceValue(func() map[string]int {
		in := map[string]int{}
		for _, d := range f.Decks {
			for _, q := range d.Questions {
				if len(f.faces[place{d.ID, q.ID}]) > 0 {
					countWords(in, questionFact(q))
				}
			}
		}
		return in
	})
	return c
}

// countWords counts the words of a fact, each once.
func countWords(in map[string]int, f *fact) {
	for i, t := range f.tokens {
		if !slices.ContainsFunc(f.tokens[:i], func(before token) bool { return before.text == t.text }) {
			in[t.text]++
		}
	}
}

// judge tells how sure it is that o became n, by their ids first. A written id
// is its author's word: another id is another question.
func (c *corpus) judge(o old, n fresh) (likeness, float64) {
	at, id := o.seen.Deck == n.q.Deck.ID, o.seen.Question
	switch {
	case isDerived(id) && id == n.derived: // an id was written, the deck renamed, the question moved
		if !at && compareAnswers(o.fact, n.fact) == different {
			return unlike, 0
		}
		return surely, identity
	case !isDerived(id) && at: // the id was taken away, or another one written
		if !n.q.Derived {
			return unlike, 0
		}
		like, share := c.compare(o.fact, n.fact)
		return min(like, close), share
	case !isDerived(id):
		like, share := c.compare(o.fact, n.fact)
		if id != n.q.ID || like == unlike {
			return unlike, share
		}
		return surely, identity
	}
	like, share := c.compare(o.fact, n.fact)
	if !at && c.renamed[o.seen.Deck] != n.q.Deck.ID && (like < surely || share < moved || o.fact.weak() || compareAnswers(o.fact, n.fact) != same) {
		return unlike, share
	}
	return like, share
}

// settle decides which edges hold. The surest come first, and a pair that
// leads clearly leaves the others: what is taken competes for nothing more. A
// pair with a rival is for the learner to decide. The order of the edges does
// not matter.
func settle(edges []edge) (sure, asked []edge) {
	slices.SortFunc(edges, func(a, b edge) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.old, b.old), cmp.Compare(a.new, b.new))
	})
	byOld, byNew := map[int][]edge{}, map[int][]edge{}
	for _, e := range edges {
		byOld[e.old] = append(byOld[e.old], e)
		byNew[e.new] = append(byNew[e.new], e)
	}
	tookOld, tookNew := map[int]bool{}, map[int]bool{}
	free := func(e edge) bool { return !tookOld[e.old] && !tookNew[e.new] }
	rivalled := func(e edge) bool {
		return slices.ContainsFunc(slices.Concat(byOld[e.old], byNew[e.new]), func(r edge) bool {
			return r != e && free(r) && r.score > e.score-margin
		})
	}
	for progress := true; progress; {
		progress = false
		for _, e := range edges {
			if e.like == surely && free(e) && !rivalled(e) {
				tookOld[e.old], tookNew[e.new] = true, true
				sure = append(sure, e)
				progress = true
			}
		}
	}
	for _, e := range edges {
		if free(e) {
			tookOld[e.old], tookNew[e.new] = true, true
			asked = append(asked, e)
		}
	}
	return sure, asked
}

// changesOf makes changes of pairs, in the order of the decks. A pair whose
// faces do not tell which is which is left out.
func (f *finder) changesOf(pairs []edge, olds []old, all []fresh) []Change {
	slices.SortFunc(pairs, func(a, b edge) int { return cmp.Compare(a.new, b.new) })
	var out []Change
	for _, e := range pairs {
		o, n := olds[e.old], all[e.new]
		became := faces(o.fact, n.fact)
		has := map[decks.Face]bool{}
		for _, c := range n.q.Cards() {
			has[c.Face] = true
		}
		var moves []quiz.Relink
		for _, from := range f.faces[place{o.seen.Deck, o.seen.Question}] {
			if to, ok := became[from]; ok && has[to] {
				moves = append(moves, quiz.Relink{
					From: card(o.seen.Deck, o.seen.Question, from),
					To:   card(n.q.Deck.ID, n.q.ID, to),
				})
			}
		}
		if len(moves) > 0 {
			out = append(out, Change{From: o.seen, To: n.q, Moves: moves})
		}
	}
	return out
}

// count counts the questions that something like them is there for, and that
// are left alone.
func (f *finder) count(edges, sure, asked []edge) {
	left := map[int]bool{}
	for _, e := range edges {
		left[e.old] = true
	}
	for _, e := range slices.Concat(sure, asked) {
		delete(left, e.old)
	}
	f.plan.Unsure = len(slices.Collect(maps.Keys(left)))
}
