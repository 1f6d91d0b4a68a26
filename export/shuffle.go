package export

import (
	"hash/fnv"
	"io"
	"math/bits"
	"math/rand/v2"
	"slices"

	"recto/decks"
)

// lots is a source of chance that gives the same numbers for the same words
// on every machine and in every release.
type lots struct{ source *rand.PCG }

// newLots mixes the seed with words that say what is being decided, so that
// no decision depends on the one before it.
func newLots(seed uint64, words ...string) lots {
	h := fnv.New64a()
	for _, w := range words {
		_, _ = io.WriteString(h, w) // a hash never fails to write
		_, _ = h.Write([]byte{0})
	}
	return lots{rand.NewPCG(seed, h.Sum64())}
}

func (l lots) next() uint64 { return l.source.Uint64() }

// below returns a number from 0 to n-1.
func (l lots) below(n int) int {
	high, _ := bits.Mul64(l.next(), uint64(n))
	return int(high)
}

// shuffle is Fisher and Yates's.
func shuffle[T any](s []T, l lots) {
	for i := len(s) - 1; i > 0; i-- {
		j := l.below(i + 1)
		s[i], s[j] = s[j], s[i]
	}
}

// key names a question across decks.
func key(q *decks.Question) string {
	if q.Deck == nil {
		return q.ID
	}
	return q.Deck.ID + "/" + q.ID
}

// options returns what a version, named by words, prints to choose from, in
// printed order.
func options(q *decks.Question, seed uint64, version ...string) []decks.Value {
	l := newLots(seed, slices.Concat([]string{"options"}, version, []string{key(q)})...)
	switch q.Kind {
	case decks.Choice, decks.Multiple:
		return arrange(q, q.Choices, l)
	case decks.Match:
		return unsolved(q, arrange(q, unique(q.Choices), l))
	case decks.Cloze:
		return arrange(q, q.Choices, l)
	case decks.Order:
		return disorder(q.Answers, l)
	}
	return nil
}

// arrange shuffles options unless they are fixed; those that stay last stay.
func arrange(q *decks.Question, options []decks.Value, l lots) []decks.Value {
	if q.Fixed || len(options) == 0 {
		return slices.Clone(options)
	}
	out := make([]decks.Value, 0, len(options))
	for _, v := range options {
		if !slices.Contains(q.Last, v) {
			out = append(out, v)
		}
	}
	shuffle(out, l)
	return append(out, q.Last...)
}

// unsolved moves the right column of a match up by one where chance has put
// each answer beside its question.
func unsolved(q *decks.Question, right []decks.Value) []decks.Value {
	if q.Fixed || len(right) < 2 || len(q.Last) > 0 || len(right) < len(q.Answers) {
		return right
	}
	for i, a := range q.Answers {
		if right[i] != a.Value {
			return right
		}
	}
	return append(right[1:], right[0])
}

// disorder shuffles the items of an order question, never into their right
// order: where chance gives that, they move up by one. Items that are all
// equal have no wrong order.
func disorder(answers []decks.Answer, l lots) []decks.Value {
	right := make([]decks.Value, len(answers))
	for i, a := range answers {
		right[i] = a.Value
	}
	out := slices.Clone(right)
	shuffle(out, l)
	if slices.Equal(out, right) && len(out) > 1 {
		out = append(out[1:], out[0])
	}
	return out
}

func unique(values []decks.Value) []decks.Value {
	var out []decks.Value
	for _, v := range values {
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}
