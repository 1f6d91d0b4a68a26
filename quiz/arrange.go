package quiz

import (
	"slices"

	"recto/decks"
)

// arrange puts new cards, numbers of items, into the order in which they are
// learned: that of the file, except where a deck or a group says shuffle.
func arrange(items []Item, fresh []int32, seed uint64) []int32 {
	if !slices.ContainsFunc(fresh, func(i int32) bool { return shuffled(&items[i]) }) {
		return fresh
	}
	byDeck := map[string][]int{}
	var ids []string
	for at, i := range fresh {
		id := items[i].Card.ID.Deck
		if byDeck[id] == nil {
			ids = append(ids, id)
		}
		byDeck[id] = append(byDeck[id], at)
	}
	out := slices.Clone(fresh)
	for _, id := range ids {
		at := byDeck[id]
		shuffle := items[fresh[at[0]]].Card.Question.Deck.Study.Shuffle
		top := level{items: items, shuffle: shuffle != nil && *shuffle, seed: mix(seed, id)}
		place(out, at, top.arrange(pick(fresh, at)))
	}
	return out
}

// shuffled reports whether the card's deck or one of its groups says shuffle.
func shuffled(it *Item) bool {
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
	items   []Item
	depth   int
	shuffle bool
	seed    uint64
}

// arrange orders the cards of a level. Where the level is shuffled its groups
// and its other questions change places as blocks; else each group only orders
// the places that it has.
func (l level) arrange(cards []int32) []int32 {
	var blocks [][]int
	index := map[block]int{}
	for i, card := range cards {
		key := l.block(&l.items[card])
		b, ok := index[key]
		if !ok {
			b = len(blocks)
			index[key] = b
			blocks = append(blocks, nil)
		}
		blocks[b] = append(blocks[b], i)
	}
	out := slices.Clone(cards)
	for _, at := range blocks {
		if g := l.group(&l.items[cards[at[0]]]); g != nil {
			inner := level{items: l.items, depth: l.depth + 1, shuffle: g.Shuffle, seed: mix(l.seed, g.Name)}
			place(out, at, inner.arrange(pick(cards, at)))
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
func (l level) group(it *Item) *decks.Group {
	g := it.Card.Question.Group
	if g == nil {
		return nil
	}
	if path := g.Path(); l.depth < len(path) {
		return path[l.depth]
	}
	return nil
}

// block is what keeps together: a group, or the cards of one question.
type block struct {
	group    *decks.Group
	question string
}

func (l level) block(it *Item) block {
	if g := l.group(it); g != nil {
		return block{group: g}
	}
	return block{question: it.Card.ID.Question}
}

// pick returns the cards at some places.
func pick(cards []int32, at []int) []int32 {
	out := make([]int32, len(at))
	for i, j := range at {
		out[i] = cards[j]
	}
	return out
}

// place puts cards to some places of out.
func place(out []int32, at []int, cards []int32) {
	for i, j := range at {
		out[j] = cards[i]
	}
}

// takeTurns returns new cards with one of each deck in turn, where the order
// says so: the first card of each deck, then the second of each, and so on.
func takeTurns(items []Item, fresh []int32, order NewOrder) []int32 {
	if order != NewMixed || len(fresh) == 0 {
		return fresh
	}
	first := items[fresh[0]].Card.ID.Deck
	if !slices.ContainsFunc(fresh, func(i int32) bool { return items[i].Card.ID.Deck != first }) {
		return fresh
	}
	var byDeck [][]int32
	index := map[string]int{}
	for _, i := range fresh {
		id := items[i].Card.ID.Deck
		deck, known := index[id]
		if !known {
			deck = len(byDeck)
			index[id] = deck
			byDeck = append(byDeck, nil)
		}
		byDeck[deck] = append(byDeck[deck], i)
	}
	out := make([]int32, 0, len(fresh))
	for round := 0; len(out) < len(fresh); round++ {
		for _, deck := range byDeck {
			if round < len(deck) {
				out = append(out, deck[round])
			}
		}
	}
	return out
}

// mixed returns cards due and new ones as they come in a session. Among others
// means at even distances, the first of them with a card before and after it.
func mixed(due, fresh []int32, mix NewMix) []int32 {
	switch {
	case mix == NewBefore:
		return slices.Concat(fresh, due)
	case mix != NewAmong || len(fresh) == 0:
		return slices.Concat(due, fresh)
	}
	out := make([]int32, 0, len(due)+len(fresh))
	at := 0
	for n, i := range fresh {
		to := (2*(n+1)*len(due) + len(fresh) + 1) / (2 * (len(fresh) + 1)) // rounded
		out = append(append(out, due[at:to]...), i)
		at = to
	}
	return append(out, due[at:]...)
}
