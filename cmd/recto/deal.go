package main

import (
	"errors"
	"hash/maphash"
	"runtime/debug"
	"slices"
	"sync"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/history"
	"recto/quiz/relink"
)

// openDealt loads the decks that the arguments of a command name as far as a
// queue needs them, and opens the history. Close it.
func openDealt(c *cli.Context, readOnly bool) (*workspace, error) {
	return openDealtOf(c, c.Args().Slice(), readOnly)
}

// openDealtOf is openDealt for the decks that names stand for.
func openDealtOf(c *cli.Context, names []string, readOnly bool) (*workspace, error) {
	return openDealtBy(c, newLoader(c), names, readOnly)
}

// openDealtBy is openDealtOf with the files that a loader reads.
func openDealtBy(c *cli.Context, l *loader, names []string, readOnly bool) (*workspace, error) {
	w, err := newWorkspace()
	if err != nil {
		return nil, err
	}
	opened := make(chan error, 1)
	open := func() {
		var err error
		w.store, err = openHistory(c.Context, w.paths.History, readOnly)
		opened <- err
	}
	if readOnly { // nothing is made, so it may be in vain
		go open()
	}
	w.loaded, err = l.loadCompiled(w.config, names, newCache(w.paths.Cache, !readOnly))
	if !readOnly && err == nil {
		open()
	}
	if readOnly || err == nil {
		err = errors.Join(err, <-opened)
	}
	if err == nil {
		err = w.warnOfClock(c.Context, c.App.ErrWriter)
	}
	if err != nil {
		if w.store != nil {
			w.store.Close()
		}
		return nil, err
	}
	for _, d := range w.loaded {
		w.decks = append(w.decks, d.Deck)
	}
	w.heedConfig()
	return w, nil
}

// deal returns the cards of the decks with what is believed about them, and
// what was studied today of any deck.
func (w *workspace) deal(c *cli.Context, now quiz.Moment) (items []quiz.Item, done quiz.Done, err error) {
	defer uncollected()()
	var table *itemTable
	ready := make(chan struct{})
	go func() {
		defer close(ready)
		items = make([]quiz.Item, 0, w.cardsAtLeast())
		for _, d := range w.loaded {
			for card := range d.cards() {
				items = append(items, quiz.Item{Card: card})
			}
		}
		table = newItemTable(items)
	}()
	var counting sync.Mutex
	err = w.store.Each(c.Context, func(cards []history.Believed) {
		<-ready // meanwhile the store reads ahead
		for i := range cards {
			if at, ok := table.find(&cards[i].Card); ok {
				items[at].Progress = cards[i].Progress
			}
		}
		counting.Lock()
		defer counting.Unlock()
		for i := range cards {
			done.Count(now.Day, cards[i].Card, &cards[i].Progress)
			if w.days != nil {
				w.days.Count(&cards[i].Progress)
			}
		}
	})
	<-ready
	return items, done, err
}

// parsed returns the decks that were read from their files: since study has
// seen the others, nothing in them was edited.
func (w *workspace) parsed() (all []*decks.Deck) {
	for _, d := range w.loaded {
		if d.compiled == nil {
			all = append(all, d.Deck)
		}
	}
	return all
}

// parse reads every deck from its files.
func (w *workspace) parse(c *cli.Context) error {
	if len(w.parsed()) == len(w.loaded) {
		return nil
	}
	if err := w.load(c, c.Args().Slice()); err != nil {
		return err
	}
	saw := map[string]func(){}
	for _, d := range w.loaded {
		saw[d.ID] = d.saw
	}
	w.loaded = nil
	for _, d := range w.decks {
		w.loaded = append(w.loaded, loadedDeck{Deck: d, saw: saw[d.ID]})
	}
	return nil
}

// compare carries the history of what was edited in the decks over. Decks that
// study has seen as they are need no look.
func (w *workspace) compare(c *cli.Context) (err error) {
	parsed := w.parsed()
	if len(parsed) == 0 {
		return nil
	}
	if w.progress, err = w.store.Progress(c.Context); err != nil {
		return err
	}
	if len(relink.Wanted(parsed, w.progress)) > 0 {
		if err := w.parse(c); err != nil {
			return err
		}
		if err := w.keepHistories(c); err != nil {
			return err
		}
	}
	w.loaded = slices.DeleteFunc(w.loaded, func(d loadedDeck) bool { // a stranger was left out
		return !slices.ContainsFunc(w.decks, func(kept *decks.Deck) bool { return kept.ID == d.ID })
	})
	for _, d := range w.loaded {
		if d.saw != nil {
			d.saw()
		}
	}
	return nil
}

// full returns items with all that their questions say.
func (w *workspace) full(items []quiz.Item) ([]quiz.Item, error) {
	of := map[string][]decks.Card{}
	for _, it := range items {
		of[it.Card.ID.Deck] = append(of[it.Card.ID.Deck], it.Card)
	}
	for _, d := range w.loaded {
		if cards := of[d.ID]; len(cards) > 0 {
			var err error
			if of[d.ID], err = d.full(cards); err != nil {
				return nil, err
			}
		}
	}
	out := slices.Clone(items)
	for i := range out {
		id := out[i].Card.ID.Deck
		out[i].Card, of[id] = of[id][0], of[id][1:]
	}
	return out, nil
}

// uncollected puts garbage collection off until what it returns is called:
// nothing that is made meanwhile is thrown away, and a collection in between
// would take longer than all the rest. Only beyond half a gibibyte is memory
// collected all the same.
func uncollected() (again func()) {
	percent, limit := debug.SetGCPercent(-1), debug.SetMemoryLimit(512<<20)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}

// cardsAtLeast returns how many cards the decks have if no question has
// several.
func (w *workspace) cardsAtLeast() (n int) {
	for _, d := range w.loaded {
		n += len(d.Questions)
		if d.compiled != nil {
			n += d.compiled.Len()
		}
	}
	return n
}

// itemTable finds items by the id of their card: a table of the size that is
// needed, made once and never changed. A slot holds the number of an item from
// 1 and, above it, the half of its hash that does not say where the slot is, so
// that an item is looked at only when it is the one; 0 is free.
type itemTable struct {
	seed  maphash.Seed
	items []quiz.Item
	slots []uint64
}

func newItemTable(items []quiz.Item) *itemTable {
	size := 16
	for size < 2*len(items) {
		size *= 2
	}
	t := &itemTable{seed: maphash.MakeSeed(), items: items, slots: make([]uint64, size)}
	for i := range items {
		at, tag := t.slot(&items[i].Card.ID)
		for t.slots[at] != 0 {
			at = (at + 1) & (size - 1)
		}
		t.slots[at] = tag | uint64(i+1)
	}
	return t
}

// slot returns where the search for a card begins, and the tag of its slot.
// Siblings have the same.
func (t *itemTable) slot(id *decks.CardID) (at int, tag uint64) {
	hash := maphash.String(t.seed, id.Question)
	return int(hash & uint64(len(t.slots)-1)), hash >> 32 << 32
}

func (t *itemTable) find(id *decks.CardID) (int, bool) {
	at, tag := t.slot(id)
	for ; t.slots[at] != 0; at = (at + 1) & (len(t.slots) - 1) {
		if slot := t.slots[at]; slot>>32 == tag>>32 {
			if i := int(uint32(slot) - 1); t.items[i].Card.ID == *id {
				return i, true
			}
		}
	}
	return 0, false
}
