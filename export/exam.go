package export

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"recto/decks"
)

// ExamOptions say which questions an exam takes.
type ExamOptions struct {
	Seed  uint64   // of every choice left to chance
	Count int      // how many questions, drawn by the seed; 0 means all
	Tags  []string // only questions with at least one of these; none means all
}

// Exam is a selection of questions in the order of the sheet. A question is
// printed once, however many cards it has.
type Exam struct {
	Questions []*decks.Question
	Seed      uint64
}

// Version is one arrangement of an exam: its questions with their options in
// the order of the paper. The same exam and number give the same arrangement
// on every machine.
type Version struct {
	Number int // from 1
	Items  []Item
}

// Item is a numbered question of a version.
type Item struct {
	Number   int // on the sheet, from 1
	Question *decks.Question
	// Options are what is printed to choose from: the options of Choice and
	// Multiple, the right column of Match (no value twice), the items of
	// Order, the word bank of Cloze. Nil for the other kinds.
	Options []decks.Value
}

// NewExam selects questions and puts those of one group together, where the
// first of them stands; otherwise the order given is kept. It fails when
// nothing is left to print.
func NewExam(qs []*decks.Question, o ExamOptions) (*Exam, error) {
	if o.Count < 0 {
		return nil, fmt.Errorf("count is %d: give the number of questions, or 0 for all", o.Count)
	}
	if len(qs) == 0 {
		return nil, errors.New("there is no question to print")
	}
	chosen := tagged(qs, o.Tags)
	if len(chosen) == 0 {
		return nil, fmt.Errorf("no question has the tag %q", o.Tags)
	}
	if o.Count > 0 && o.Count < len(chosen) {
		chosen = draw(chosen, o.Count, o.Seed)
	}
	return &Exam{Questions: gather(chosen, o.Seed), Seed: o.Seed}, nil
}

// Version returns the nth arrangement, counted from 1.
func (x *Exam) Version(n int) Version {
	v := Version{Number: n, Items: make([]Item, len(x.Questions))}
	for i, q := range x.Questions {
		v.Items[i] = Item{Number: i + 1, Question: q, Options: options(q, x.Seed, n)}
	}
	return v
}

// Points returns what the whole version is worth.
func (v Version) Points() float64 {
	var sum float64
	for _, it := range v.Items {
		sum += it.Question.Points
	}
	return sum
}

func tagged(qs []*decks.Question, tags []string) []*decks.Question {
	if len(tags) == 0 {
		return slices.Clone(qs)
	}
	var out []*decks.Question
	for _, q := range qs {
		if slices.ContainsFunc(q.Tags, func(t string) bool { return slices.Contains(tags, t) }) {
			out = append(out, q)
		}
	}
	return out
}

// draw keeps the n questions with the smallest lots, in their old order. A
// question's lot depends on nothing but the seed and itself, so that adding
// one question to a deck exchanges at most one on the sheet.
func draw(qs []*decks.Question, n int, seed uint64) []*decks.Question {
	type ticket struct {
		lot   uint64
		place int
	}
	tickets := make([]ticket, len(qs))
	for i, q := range qs {
		tickets[i] = ticket{newLots(seed, "draw", key(q)).next(), i}
	}
	slices.SortFunc(tickets, func(a, b ticket) int {
		return cmp.Or(cmp.Compare(a.lot, b.lot), cmp.Compare(a.place, b.place))
	})
	tickets = tickets[:n]
	slices.SortFunc(tickets, func(a, b ticket) int { return cmp.Compare(a.place, b.place) })
	out := make([]*decks.Question, n)
	for i, t := range tickets {
		out[i] = qs[t.place]
	}
	return out
}

// gather orders questions so that those of a group are neighbours: a group
// stands where its first question stood, inside its parent likewise. The
// questions of a group that says so are shuffled among themselves.
func gather(qs []*decks.Question, seed uint64) []*decks.Question {
	first := map[*decks.Group]int{}
	for i, q := range qs {
		for _, g := range q.Group.Path() {
			if _, seen := first[g]; !seen {
				first[g] = i
			}
		}
	}
	type placed struct {
		q    *decks.Question
		path []int
	}
	all := make([]placed, len(qs))
	for i, q := range qs {
		for _, g := range q.Group.Path() {
			all[i].path = append(all[i].path, first[g])
		}
		all[i].q = q
		all[i].path = append(all[i].path, i)
	}
	slices.SortStableFunc(all, func(a, b placed) int { return slices.Compare(a.path, b.path) })
	out := make([]*decks.Question, len(all))
	for i := range all {
		out[i] = all[i].q
	}
	for i := 0; i < len(out); {
		j := i + 1
		for j < len(out) && out[j].Group == out[i].Group {
			j++
		}
		if g := out[i].Group; g != nil && g.Shuffle {
			shuffle(out[i:j], newLots(seed, "group", g.File, g.Name))
		}
		i = j
	}
	return out
}
