package edit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"recto/decks"
)

// AddAccept makes another form right for a card of a question of the file: the
// form of which answer, where the question wants several (the text of an item
// or of a gap), else "" will do. It is written in the way in which the question
// has its accept already. What is accepted already leaves the change empty.
// The file is the one that the question was read from.
func (f *File) AddAccept(q *decks.Question, face decks.Face, right string, form decks.Value) (Change, error) {
	path := []any{"question", q.Number - 1}
	if f.part.Block(path...).Text() != q.Block().Text() {
		return Change{}, fmt.Errorf("question %d is not what it was", q.Number)
	}
	if face == decks.ReverseFace {
		return f.addReverse(path, form)
	}
	path = append(path, "accept")
	rights, several := rightsOf(q, face)
	m, byRight := f.value(path...).(map[string]any)
	if !several && !byRight {
		return f.Add(form, path...)
	}
	if right == "" && len(rights) == 1 {
		right = rights[0]
	}
	if !slices.Contains(rights, right) {
		return Change{}, fmt.Errorf("%q is none of the answers", right)
	}
	for key := range m {
		if sameRight(key, right) {
			return f.Add(form, below(path, key)...)
		}
	}
	if m == nil {
		return f.Set(Table{{right, []any{form}}}, path...)
	}
	return f.Set([]any{form}, below(path, right)...)
}

// rightsOf returns what a card wants, and whether accept must say which of the
// answers a form is another of.
func rightsOf(q *decks.Question, face decks.Face) (rights []string, several bool) {
	if q.Kind != decks.Cloze {
		for _, a := range q.Answers {
			rights = append(rights, a.Text)
		}
		return rights, q.Kind == decks.List || q.Kind == decks.Order
	}
	for _, g := range q.Gaps {
		several = several || g.Label != q.Gaps[0].Label
		if face == decks.Face("c"+strconv.Itoa(g.Label)) {
			rights = append(rights, g.Text)
		}
	}
	return rights, several
}

// sameRight reports whether a key of accept means an answer: the text of a gap
// has lost the backslashes before its colons, a number its zeros.
func sameRight(key, right string) bool {
	if key == right || strings.ReplaceAll(key, `\:`, ":") == right {
		return true
	}
	a, errA := strconv.ParseFloat(strings.ReplaceAll(key, "_", ""), 64)
	b, errB := strconv.ParseFloat(right, 64)
	return errA == nil && errB == nil && a == b
}

// addReverse accepts a form for the question asked the other way round.
func (f *File) addReverse(path []any, form decks.Value) (Change, error) {
	path = append(path, "reverse")
	if _, is := f.value(path...).(map[string]any); is {
		return f.Add(form, append(path, "accept")...)
	}
	if f.value(path...) == false {
		return Change{}, fmt.Errorf("the question is not asked the other way round")
	}
	return f.Set(Table{{"accept", []any{form}}}, path...) // reverse = true, written or inherited
}
