package lint

import (
	"slices"

	"recto/decks"
)

// likeness says how two questions are alike, the strongest first.
type likeness uint8

const (
	sameWords   likeness = iota // same words, same answer
	otherAnswer                 // same words, another answer
	otherGaps                   // same text of a cloze, other gaps
	sameContent                 // same content, same answer
	mirrored                    // one asks what the other wants, and the other way round
	within                      // one says a little more than the other, same answer
	apart
)

// code returns the lint that tells of a likeness.
func (l likeness) code() string {
	switch l {
	case sameWords, otherAnswer:
		return "same-question"
	case otherGaps, sameContent:
		return "near-question"
	case mirrored:
		return "mirror-question"
	}
	return "same-answer"
}

// twins looks for questions that are alike. It takes no pair into its hands
// but those that share a key of what must be equal, so that a deck of one
// template and ten thousand subjects is no more work than any other.
type twins struct {
	*reading
	sides []asked
	tell  func(first, later *asked, how likeness)
	allow func(*asked, likeness) bool
}

// find tells every likeness, each side of a question with the first one that
// it is alike to, or with each where being alike is not handed on.
func (t *twins) find() {
	t.bySame()
	t.byWords()
	t.byText()
	t.byMirror()
	sums, first := t.byContent()
	t.bySlips(sums, first)
	t.byWithin(sums, first)
}

// pair tells of two sides, the earlier first.
func (t *twins) pair(a, b *asked, how likeness) {
	if a.question == b.question || t.allow(a, how) || t.allow(b, how) {
		return
	}
	if how == sameContent && a.folded == b.folded {
		return // the same words: told, or allowed
	}
	if a.order > b.order {
		a, b = b, a
	}
	t.tell(a, b, how)
}

// bySame finds the same words with the same answer.
func (t *twins) bySame() {
	forward, backward := map[uint64]int32{}, map[uint64]int32{}
	for i := range t.sides {
		s := &t.sides[i]
		if t.allow(s, sameWords) {
			continue
		}
		for _, form := range s.answers {
			key := t.join(s.scene, s.folded, form)
			if s.reverse {
				// The other way round two questions are alike where they
				// are so forwards, or where they accept each other's answer,
				// which is how an author mends synonyms.
				remember(backward, key, i)
				continue
			}
			if first, seen := forward[key]; seen {
				t.pair(&t.sides[first], s, sameWords)
			}
			remember(forward, key, i)
		}
	}
	for i := range t.sides {
		s := &t.sides[i]
		if s.reverse || t.allow(s, sameWords) {
			continue
		}
		for _, form := range s.answers {
			if first, seen := backward[t.join(s.scene, s.folded, form)]; seen {
				t.pair(&t.sides[first], s, sameWords)
			}
		}
	}
}

func remember(first map[uint64]int32, key uint64, i int) {
	if _, seen := first[key]; !seen {
		first[key] = int32(i)
	}
}

// maxNamesakes is with how many sides of the same words one is compared.
const maxNamesakes = 32

// byWords finds the same words with another answer, in one group: elsewhere
// the title of the group may tell them apart.
func (t *twins) byWords() {
	seen := map[uint64][]int32{}
	for i := range t.sides {
		s := &t.sides[i]
		if s.cloze || t.allow(s, otherAnswer) {
			continue
		}
		key := t.join(s.scene, s.place, s.strict, s.picks)
		for _, first := range seen[key] {
			if !shareForm(&t.sides[first], s) {
				t.pair(&t.sides[first], s, otherAnswer)
			}
		}
		if len(seen[key]) < maxNamesakes {
			seen[key] = append(seen[key], int32(i))
		}
	}
}

func shareForm(a, b *asked) bool {
	return slices.ContainsFunc(a.answers, func(form uint64) bool { return slices.Contains(b.answers, form) })
}

// byText finds cloze questions over one text that ask for other gaps.
func (t *twins) byText() {
	seen := map[uint64]int32{}
	for i := range t.sides {
		s := &t.sides[i]
		if !s.cloze || t.allow(s, otherGaps) {
			continue
		}
		key := t.join(s.scene, s.strict)
		if first, known := seen[key]; known && !shareForm(&t.sides[first], s) {
			t.pair(&t.sides[first], s, otherGaps)
		}
		remember(seen, key, i)
	}
}

// leastWords is how many words a question has that is compared by its content:
// of one or two each counts as it is written.
const leastWords = 3

// byMirror finds questions that are each other's answers, each with one side
// alone: what is asked both ways already is found by its words.
func (t *twins) byMirror() {
	seen := map[uint64]int32{}
	for i := range t.sides {
		s := &t.sides[i]
		if s.question.Kind != decks.Short || s.question.Reverse != nil || s.said == s.answers[0] || t.allow(s, mirrored) {
			continue
		}
		if first, known := seen[t.join(s.scene, s.answers[0], s.said)]; known {
			t.pair(&t.sides[first], s, mirrored)
		}
		remember(seen, t.join(s.scene, s.said, s.answers[0]), i)
	}
}

// byContent finds the same content with the same answer. It returns the sums
// of the contents, and the first side of each content and answer.
func (t *twins) byContent() (sums []uint64, first map[uint64]int32) {
	sums, first = make([]uint64, len(t.sides)), map[uint64]int32{}
	for i := range t.sides {
		s := &t.sides[i]
		for _, word := range s.content {
			sums[i] += weigh(word)
		}
		if len(s.content) == 0 || s.reverse || s.length < leastWords || t.allow(s, sameContent) {
			continue
		}
		for _, form := range s.answers {
			key := t.join(s.scene, s.figures, form, sums[i])
			if other, known := first[key]; known {
				t.pair(&t.sides[other], s, sameContent)
			}
			remember(first, key, i)
		}
	}
	return sums, first
}

// weigh returns a number of 64 bits for a word; the sum of those of a content
// stands for it, whatever the order.
func weigh(word uint32) uint64 {
	h := (uint64(word) + 1) * 0x9e3779b97f4a7c15
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	return h ^ h>>32
}

// bySlips finds the same content but for one slip in a word, with the same
// answer. What is a name, or decides, is no slip; and a slip is a word that one
// question has beside one that is common in the decks, as two subjects of a
// template may be neighbours too.
func (t *twins) bySlips(sums []uint64, first map[uint64]int32) {
	near := map[uint32][]uint32{}
	for _, p := range slips(t.words) {
		near[p[0]] = append(near[p[0]], p[1])
		near[p[1]] = append(near[p[1]], p[0])
	}
	uses := t.uses(sums, near)
	for i := range t.sides {
		s := &t.sides[i]
		if s.either || s.reverse || s.length < leastWords || t.allow(s, sameContent) {
			continue
		}
		for _, word := range s.content {
			if uses[word] != 1 || holds(s.names, word) {
				continue
			}
			for _, other := range near[word] {
				if uses[other] >= often {
					t.slipped(s, first, sums[i]-weigh(word)+weigh(other), other)
				}
			}
		}
	}
}

// uses returns in how many different contents each of some words stands.
func (t *twins) uses(sums []uint64, of map[uint32][]uint32) map[uint32]int {
	uses, counted := map[uint32]int{}, map[uint64]bool{}
	for i := range t.sides {
		for _, word := range t.sides[i].content {
			if len(of[word]) == 0 {
				continue
			}
			if key := t.join(uint64(word), sums[i]); !counted[key] {
				counted[key] = true
				uses[word]++
			}
		}
	}
	return uses
}

// slipped tells of the side with the same answer whose content has a sum.
func (t *twins) slipped(s *asked, first map[uint64]int32, sum uint64, word uint32) {
	for _, form := range s.answers {
		i, known := first[t.join(s.scene, s.figures, form, sum)]
		if known && holds(t.sides[i].content, word) && !holds(t.sides[i].names, word) {
			t.pair(&t.sides[i], s, sameContent)
		}
	}
}

func holds(sorted []uint32, n uint32) bool {
	_, found := slices.BinarySearch(sorted, n)
	return found
}

// sidesOf returns what the questions of decks ask; not of those that allow
// every likeness.
func (r *reading) sidesOf(loaded []*decks.Deck) []asked {
	n := int32(0)
	var sides []asked
	for _, d := range loaded {
		for _, q := range d.Questions {
			if !allowsAll(q) {
				sides = append(sides, r.sides(q, n)...)
			}
			n++
		}
	}
	return sides
}

func allowsAll(q *decks.Question) bool {
	for how := range apart {
		if !slices.Contains(q.Allow, how.code()) {
			return false
		}
	}
	return true
}
