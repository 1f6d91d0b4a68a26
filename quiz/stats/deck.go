package stats

import (
	"cmp"
	"slices"
)

// Group is a deck or a tag with what was counted of its cards. A card with two
// tags counts in both.
type Group struct {
	Name  string     `json:"name"`  // the id of the deck, or the tag
	Title string     `json:"title"` // of the deck, without markup; "" for a tag and when nothing is known
	Cards CardCounts `json:"cards"`
	Due   int        `json:"due"` // today and before
	// Recall is the mean chance that a card of it is remembered now; null when
	// none was reviewed.
	Recall *float64 `json:"recall"`
	Counts

	chances float64
	chanced int
}

// add counts a card.
func (g *Group) add(b *book, e *entry) {
	today := b.counter.options.Today
	g.Counts.add(e.counts)
	g.Cards.add(e, today)
	if !e.reviewed() {
		return
	}
	p := e.progress
	if !p.Suspended && max(p.DueDay, p.Buried) <= today {
		g.Due++
	}
	g.chances += b.in.Recall(e.id, p)
	g.chanced++
}

// byDeck returns the decks: those at hand in their order, then the others.
func (b *book) byDeck() []Group {
	list := []Group{}
	at := map[string]int{}
	find := func(id, title string) *Group {
		i, ok := at[id]
		if !ok {
			i = len(list)
			at[id] = i
			list = append(list, Group{Name: id, Title: title})
		}
		return &list[i]
	}
	for _, d := range b.in.Decks {
		find(d.ID, plain(d.Title))
	}
	for i := range b.entries {
		e := &b.entries[i]
		g := find(e.id.Deck, "")
		if g.Title == "" && e.card == nil {
			if said := b.lastSeen(e.id); said != nil {
				g.Title = plain(said.Title)
			}
		}
		g.add(b, e)
	}
	return finished(list)
}

// byTag returns the tags of the cards at hand, those with the most reviews
// first.
func (b *book) byTag() []Group {
	all := map[string]*Group{}
	for i := range b.entries {
		e := &b.entries[i]
		if e.card == nil {
			continue
		}
		for _, tag := range e.card.Question.Tags {
			if all[tag] == nil {
				all[tag] = &Group{Name: tag}
			}
			all[tag].add(b, e)
		}
	}
	list := []Group{}
	for _, g := range all {
		list = append(list, *g)
	}
	slices.SortFunc(list, func(x, y Group) int {
		return cmp.Or(cmp.Compare(y.Reviews, x.Reviews), cmp.Compare(x.Name, y.Name))
	})
	return finished(list)
}

func finished(list []Group) []Group {
	for i := range list {
		if g := &list[i]; g.chanced > 0 {
			mean := round(g.chances/float64(g.chanced), 4)
			g.Recall = &mean
		}
	}
	return list
}
