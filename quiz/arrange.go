package quiz

import (
	"slices"

	"recto/decks"
)

// arrange puts new cards into the order in which they are learned: that of the
// file, except where a deck or a group says shuffle.
func arrange(fresh []Item, seed uint64) []Item {
	if !slices.ContainsFunc(fresh, shuffled) {
		return fresh
	}
	byDeck := map[string][]int{}
	var ids []string
	for i, it := range fresh {
		id := it.Card.ID.Deck
		if byDeck[id] == nil {
			ids = append(ids, id)
		}
		byDeck[id] = append(byDeck[id], i)
	}
	out := slices.Clone(fresh)
	for _, id := range ids {
		at := byDeck[id]
		shuffle := fresh[at[0]].Card.Question.Deck.Study.Shuffle
		top := level{shuffle: shuffle != nil && *shuffle, seed: mix(seed, id)}
		place(out, at, top.arrange(pick(fresh, at)))
	}
	return out
}

// shuffled reports whether the card's deck or one of its groups says shuffle.
func shuffled(it Item) bool {
	if s := it.Card.Question.Deck.Study.Shuffle; s != nil && *s {
		return true
	}
	for g := it.Card.Question.Group; g != nil; g = g.Parent {
		if g.Shuffle {
			return true
		}
	}
	return false
}

// level is a deck, or one of its groups at a depth of nesting.
type level struct {
	depth   int
	shuffle bool
	seed    uint64
}

// arrange orders the cards of a level. Where the level is shuffled its groups
// and its other questions change places as blocks; else each group only orders
// the places that it has.
func (l level) arrange(items []Item) []Item {
	var blocks [][]int
	index := map[string]int{}
	for i, it := range items {
		key := l.block(it)
		b, ok := index[key]
		if !ok {
			b = len(blocks)
			index[key] = b
			blocks = append(blocks, nil)
		}
		blocks[b] = append(blocks[b], i)
	}
	out := slices.Clone(items)
	for _, at := range blocks {
		if g := l.group(items[at[0]]); g != nil {
			inner := level{depth: l.depth + 1, shuffle: g.Shuffle, seed: mix(l.seed, g.Name)}
			place(out, at, inner.arrange(pick(items, at)))
		}
	}
	if !l.shuffle {
		return out
	}
	chance(l.seed).Shuffle(len(blocks), func(i, j int) { blocks[i], blocks[j] = blocks[j], blocks[i] })
	return pick(out, slices.Concat(blocks...))
}

// group returns the group of a card directly below the level, nil when the
// card belongs to the level itself.
func (l level) group(it Item) *decks.Group {
	if path := it.Card.Question.Group.Path(); l.depth < len(path) {
		return path[l.depth]
	}
	return nil
}

// block names what keeps together: a group, or the cards of one question.
func (l level) block(it Item) string {
	if g := l.group(it); g != nil {
		return "group " + g.File + " " + g.Name
	}
	return "question " + it.Card.ID.Question
}

// pick returns the items at some places.
func pick(items []Item, at []int) []Item {
	out := make([]Item, len(at))
	for i, j := range at {
		out[i] = items[j]
	}
	return out
}

// place puts items to some places of out.
func place(out []Item, at []int, items []Item) {
	for i, j := range at {
		out[j] = items[i]
	}
}
