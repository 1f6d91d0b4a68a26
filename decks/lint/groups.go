package lint

import (
	"fmt"
	"maps"
	"slices"

	"recto/decks"
)

// unusedGroup tells of groups that no question is in, nor in one below them.
// It knows the groups of the first file of a deck.
func unusedGroup(c *checker, d *decks.Deck) {
	used := map[*decks.Group]bool{}
	for _, q := range d.Questions {
		for _, g := range q.Group.Path() {
			used[g] = true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(d.Groups)) {
		if g := d.Groups[name]; !used[g] && !heads(g, d, used) {
			c.foundIn(d.Parts[0].KeyPlace("group", name), fmt.Sprintf("no question is in the group %s", quoted(name)),
				fmt.Sprintf("remove it, or write group = %s in its questions", quotedWhole(name)))
		}
	}
}

// heads reports whether a group that no question is in has one below it that
// is told already: it is mended with that one.
func heads(g *decks.Group, d *decks.Deck, used map[*decks.Group]bool) bool {
	for _, below := range d.Groups {
		if below.Parent == g && !used[below] {
			return true
		}
	}
	return false
}
