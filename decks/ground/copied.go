package ground

import (
	"slices"
	"sort"

	"recto/decks"
)

// MaxShared is how many words in a row a question may have in common with the
// article; more are told.
const MaxShared = 7

// maxRunLength is how far a shared run is followed.
const maxRunLength = 64

// Copy is the longest run of words that a question shares with the article.
type Copy struct {
	Words int    // how many, those of proper names left out
	Text  string // the words, as the article has them
	Ref   Ref    // where they stand

	path []any // the key of the question that holds them
}

// runs are all places of an article, sorted by the words that follow, so that
// a text is looked up in time that grows with the logarithm of the article.
type runs struct {
	index *index
	words []runWord
	order []int32
}

// runWord is a word of the article; one that is 0 ends a paragraph.
type runWord struct {
	word    int32
	passage int32
	token   int32
}

// newRuns sorts the places of an article. It returns the numbers of its words as well.
func newRuns(x *index) (*runs, map[string]int32) {
	numbers := map[string]int32{}
	r := &runs{index: x}
	for n := range x.passages {
		for i := range x.passages[n].tokens {
			t := &x.passages[n].tokens[i]
			if numbers[t.text] == 0 {
				numbers[t.text] = int32(len(numbers)) + 1
			}
			r.order = append(r.order, int32(len(r.words)))
			r.words = append(r.words, runWord{numbers[t.text], int32(n), int32(i)})
		}
		r.words = append(r.words, runWord{passage: int32(n)})
	}
	slices.SortFunc(r.order, func(a, b int32) int {
		for n := int32(0); n < maxRunLength; n++ {
			v, w := r.words[a+n].word, r.words[b+n].word
			if v != w {
				return int(v - w)
			}
			if v == 0 {
				break
			}
		}
		return int(a - b)
	})
	return r, numbers
}

// longest returns the longest run of words that a text shares with the
// article, counted without names; words are those of the text, -1 for such as
// the article does not have.
func (r *runs) longest(words []int32) (best Copy) {
	for i := range words {
		if len(words)-i <= best.Words {
			break
		}
		if words[i] < 0 {
			continue
		}
		at := sort.Search(len(r.order), func(n int) bool { return r.compare(r.order[n], words[i:]) >= 0 })
		for n := max(at-1, 0); n < min(at+1, len(r.order)); n++ {
			if found := r.shared(r.order[n], words[i:]); found.Words > best.Words {
				best = found
			}
		}
	}
	return best
}

// compare orders the words at a place of the article and others.
func (r *runs) compare(at int32, words []int32) int {
	for n, w := range words {
		if n == maxRunLength {
			break
		}
		v := r.words[int(at)+n].word
		if v != w {
			return int(v - w)
		}
		if v == 0 {
			break
		}
	}
	return 0
}

// shared returns the run of words that stands at a place of the article and at
// the start of others.
func (r *runs) shared(at int32, words []int32) Copy {
	first := r.words[at]
	tokens := r.index.passages[first.passage].tokens
	n, counted := 0, 0
	for n < len(words) && n < maxRunLength && int(first.token)+n < len(tokens) && r.words[int(at)+n].word == words[n] {
		if !r.index.isName(&tokens[int(first.token)+n]) {
			counted++
		}
		n++
	}
	if n == 0 {
		return Copy{}
	}
	ref := r.index.passages[first.passage].ref
	text := r.index.article.Sections[ref.Section].Paragraphs[ref.Paragraph].Text
	return Copy{Words: counted, Text: tidy(text[tokens[first.token].start:tokens[int(first.token)+n-1].end]), Ref: ref}
}

// copied returns the longest run of words that a question shares with the article.
func (c *checker) copied(q *decks.Question) (best Copy) {
	for _, t := range texts(q) {
		tokens := tokenize(plainText(t.text), c.index.language)
		words := make([]int32, len(tokens))
		for i := range tokens {
			words[i] = -1
			if n := c.words[tokens[i].text]; n != 0 {
				words[i] = n
			}
		}
		if found := c.runs.longest(words); found.Words > best.Words {
			best, best.path = found, t.path
		}
	}
	return best
}

// placed is a text of a question and the path of its key.
type placed struct {
	text string
	path []any
}

// texts returns what a question itself says, in the order of the format.
func texts(q *decks.Question) []placed {
	all := []placed{{q.Ask, []any{"ask"}}, {filled(q), []any{"cloze"}}}
	key := "list"
	switch q.Kind {
	case decks.Short:
		key = "answer"
	case decks.Order:
		key = "order"
	case decks.List:
	default:
		key = ""
	}
	for i, a := range q.Answers {
		switch {
		case key == "answer":
			all = append(all, placed{a.Text, []any{key}})
		case key != "":
			all = append(all, placed{a.Text, []any{key, i}})
		case q.Kind == decks.Match && i < len(q.Lefts):
			all = append(all, placed{q.Lefts[i].Text, []any{"pairs", i, 0}}, placed{a.Text, []any{"pairs", i, 1}})
		}
	}
	if q.Kind == decks.Choice || q.Kind == decks.Multiple {
		for i, v := range q.Choices {
			all = append(all, placed{v.Text, []any{"choices", i}})
		}
	}
	for _, h := range q.Hints {
		all = append(all, placed{h, []any{"hint"}})
	}
	return append(all, placed{q.Explain, []any{"explain"}}, placed{q.Shown, []any{"shown"}})
}

// filled returns the text of a cloze with its gaps filled in.
func filled(q *decks.Question) string {
	out, at := "", 0
	for _, g := range q.Gaps {
		out += q.Text[at:g.Start] + g.Text
		at = g.End
	}
	return out + q.Text[at:]
}
