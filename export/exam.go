package export

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"recto/decks"
)

// ExamOptions say which questions an exam takes.
type ExamOptions struct {
	Seed  uint64   // of every choice left to chance
	Count int      // how many questions, drawn by the seed; 0 means all
	Tags  []string // only questions with at least one of these; none means all

	// Versions is how many arrangements are printed, 1 to 26, lettered from A;
	// 0 means one without a letter, its questions in the order of the deck.
	Versions int
	// Students each get an arrangement of their own; Versions is 0 then.
	Students []Student
}

// MaxVersions is how many letters there are for versions.
const MaxVersions = 26

// Student is whom a sheet is printed for. Only the name must be there.
type Student struct {
	Name, Class, Number string
}

// Exam is a selection of questions in the order of the sheet. A question is
// printed once, however many cards it has.
type Exam struct {
	Questions []*decks.Question // in the order of the deck
	Seed      uint64
	Versions  int       // as in ExamOptions
	Students  []Student // as in ExamOptions

	tries []int // for each version how often chance was asked again; see differ
}

// Version is one arrangement of an exam: its questions with their options in
// the order of the paper. The same exam and number give the same arrangement
// on every machine.
type Version struct {
	Number  int      // from 1
	Letter  string   // "A" to "Z" when the exam has Versions, else ""
	Student *Student // whom it is printed for; nil unless the exam has Students
	Items   []Item
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
// nothing is left to print, or when there are not as many different
// arrangements as versions are asked for.
func NewExam(qs []*decks.Question, o ExamOptions) (*Exam, error) {
	if o.Count < 0 {
		return nil, fmt.Errorf("count is %d: give the number of questions, or 0 for all", o.Count)
	}
	if o.Versions < 0 || o.Versions > MaxVersions {
		return nil, fmt.Errorf("%d versions: choose 1 to %d", o.Versions, MaxVersions)
	}
	if o.Versions > 0 && len(o.Students) > 0 {
		return nil, errors.New("each student gets a version of their own: leave the number of versions out")
	}
	if len(qs) == 0 {
		return nil, errors.New("there is no question to print")
	}
	chosen := tagged(qs, o.Tags)
	if len(chosen) == 0 {
		return nil, fmt.Errorf("none of these questions has the tag %s", strings.Join(o.Tags, " or "))
	}
	if o.Count > 0 && o.Count < len(chosen) {
		chosen = draw(chosen, o.Count, o.Seed)
	}
	x := &Exam{Questions: gather(chosen, o.Seed), Seed: o.Seed, Versions: o.Versions, Students: o.Students}
	if alike := x.differ(); alike > 0 && o.Versions > 0 {
		there := fmt.Sprintf("%d different arrangements", o.Versions-alike)
		if o.Versions-alike == 1 {
			there = "one arrangement"
		}
		return nil, fmt.Errorf("these questions have only %s, and %d versions are asked for", there, o.Versions)
	}
	return x, nil
}

// Len returns how many versions are printed: at least 1.
func (x *Exam) Len() int { return max(1, x.Versions, len(x.Students)) }

// Version returns the nth arrangement, counted from 1. It may be called by
// several goroutines.
func (x *Exam) Version(n int) Version {
	tries := 0
	if n <= len(x.tries) {
		tries = x.tries[n-1]
	}
	v := x.arrange(n, tries)
	if n <= x.Versions {
		v.Letter = letterOf(n - 1)
	}
	if n <= len(x.Students) {
		v.Student = &x.Students[n-1]
	}
	return v
}

// arrange is the nth arrangement after chance was asked again some times.
// Without versions the questions keep their order.
func (x *Exam) arrange(n, tries int) Version {
	qs := x.Questions
	words := []string{strconv.Itoa(n)}
	if tries > 0 {
		words = append(words, strconv.Itoa(tries))
	}
	if x.Versions > 0 || len(x.Students) > 0 {
		qs = mix(qs, 0, x.Seed, words)
	}
	v := Version{Number: n, Items: make([]Item, len(qs))}
	for i, q := range qs {
		v.Items[i] = Item{Number: i + 1, Question: q, Options: options(q, x.Seed, words...)}
	}
	even(v.Items, newLots(x.Seed, append([]string{"even"}, words...)...))
	return v
}

// differ finds for every version how often chance must be asked again until it
// is unlike all before it. It returns how many are like another one all the
// same, because there are no more arrangements than that.
func (x *Exam) differ() (alike int) {
	if x.Len() == 1 {
		return 0
	}
	const most = 64 // even of two arrangements the second is found then
	x.tries = make([]int, x.Len())
	seen := make(map[[sha256.Size]byte]bool, x.Len())
	for n := range x.tries {
		for t := range most {
			print := x.arrange(n+1, t).fingerprint()
			if !seen[print] {
				seen[print] = true
				x.tries[n] = t
				break
			}
			if t == most-1 {
				alike++
			}
		}
		if alike > 0 && x.Versions == 0 {
			return alike // students may sit with the same sheet: there is no other
		}
	}
	return alike
}

// fingerprint is the same for versions that look the same.
func (v Version) fingerprint() [sha256.Size]byte {
	h := sha256.New()
	var line []byte
	for _, it := range v.Items {
		line = append(append(line[:0], key(it.Question)...), 0)
		for _, o := range it.Options {
			line = append(append(append(line, byte(o.Type)), o.Text...), 0)
		}
		line = append(line, '\n')
		_, _ = h.Write(line) // a hash takes everything
	}
	return [sha256.Size]byte(h.Sum(nil))
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
