package main

import (
	"cmp"
	"crypto/sha256"
	"iter"
	"os"
	"slices"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/decks/compiled"
	"recto/decks/library"
)

// loadedDeck is a deck as a queue needs it. One that was compiled has no
// questions until full asks for them.
type loadedDeck struct {
	*decks.Deck
	compiled *compiled.Deck // nil: the deck has its questions
	saw      func()         // notes that study has seen the deck as it is; nil when it had
}

// cards returns the cards of a deck, siblings side by side; of a compiled one
// without texts.
func (d loadedDeck) cards() iter.Seq[decks.Card] {
	if d.compiled != nil {
		return d.compiled.Cards()
	}
	return func(yield func(decks.Card) bool) {
		for _, q := range d.Questions {
			for _, card := range q.Cards() {
				if !yield(card) {
					return
				}
			}
		}
	}
}

// full returns cards of the deck with all that their questions say.
func (d loadedDeck) full(cards []decks.Card) ([]decks.Card, error) {
	if d.compiled == nil {
		return cards, nil
	}
	return d.compiled.Full(cards)
}

// keptFile is a file that is part of a compiled deck and unchanged since.
type keptFile struct {
	path, same string // as given, and absolute
	found      bool   // in a folder, not named
	deck       *compiled.Deck
}

// loadCompiled returns the decks that names stand for as loadDecks does. Those
// that are compiled and unchanged are not parsed, and large ones that were
// parsed are compiled for the next time.
func loadCompiled(c *cli.Context, cfg *config, names []string, kept *cache) ([]loadedDeck, error) {
	return newLoader(c).loadCompiled(cfg, names, kept)
}

func (l *loader) loadCompiled(cfg *config, names []string, kept *cache) ([]loadedDeck, error) {
	l.cache = kept
	l.order, l.stats = map[string]int{}, map[string]compiled.File{}
	if len(names) == 0 {
		l.addConfigured(cfg)
	}
	if len(names) == 0 && len(cfg.Decks) == 0 {
		l.addLibrary(library.Default)
	}
	for _, name := range names {
		if err := l.add(name, cfg); err != nil {
			return nil, err
		}
	}
	return l.loadKept()
}

// loadKept reads the files that were taken in. What is compiled is used when
// all files of its deck were taken in and no other file has its id.
func (l *loader) loadKept() ([]loadedDeck, error) {
	all, err := l.whole()
	if err != nil {
		return nil, err
	}
	var parsed []*decks.Deck
	if len(l.files) > 0 || len(all) == 0 {
		if parsed, err = l.load(); err != nil {
			return nil, err
		}
	}
	ids := map[string]int{}
	for _, d := range parsed {
		ids[d.ID]++
	}
	for _, d := range all {
		ids[d.ID]++
	}
	for _, n := range ids {
		if n > 1 { // parts of one deck, or a fault: only the files can tell
			if err := l.readKept(func(*compiled.Deck) bool { return true }); err != nil {
				return nil, err
			}
			return l.loadKept()
		}
	}
	for _, d := range parsed {
		l.cache.keep(d, l.stats)
		all = append(all, loadedDeck{Deck: d, saw: func() { l.cache.saw(d, l.stats) }})
	}
	slices.SortStableFunc(all, func(a, b loadedDeck) int { return cmp.Compare(l.place(a), l.place(b)) })
	return all, nil
}

// whole returns the compiled decks of which every file was taken in; the files
// of the others are read.
func (l *loader) whole() ([]loadedDeck, error) {
	count := map[*compiled.Deck]int{}
	for _, k := range l.kept {
		count[k.deck]++
	}
	if err := l.readKept(func(d *compiled.Deck) bool { return count[d] < len(d.Files()) }); err != nil {
		return nil, err
	}
	given := map[string]string{}
	for _, k := range l.kept {
		given[k.same] = k.path
	}
	var all []loadedDeck
	for _, k := range l.kept {
		if files := k.deck.Files(); files[0].Path == k.same {
			paths := make([]string, len(files))
			for i, f := range files {
				paths[i] = given[f.Path]
			}
			k.deck.Rename(paths)
			all = append(all, loadedDeck{Deck: k.deck.Shell(), compiled: k.deck})
		}
	}
	return all, nil
}

// readKept reads the files of compiled decks after all.
func (l *loader) readKept(which func(*compiled.Deck) bool) (err error) {
	var rest, read []keptFile
	for _, k := range l.kept {
		if which(k.deck) {
			read = append(read, k)
		} else {
			rest = append(rest, k)
		}
	}
	l.kept = rest
	was := l.cache
	l.cache = nil
	for _, k := range read {
		delete(l.seen, k.same)
		if err == nil {
			err = l.addFile(k.path, k.found)
		}
	}
	l.cache = was
	return err
}

// place returns when the first file of a deck was taken in.
func (l *loader) place(d loadedDeck) int {
	first := len(l.order)
	for _, p := range d.Parts {
		if at, ok := l.order[p.File]; ok {
			first = min(first, at)
		}
	}
	return first
}

// note notes when a file was taken in.
func (l *loader) note(path string) {
	if _, known := l.order[path]; !known && l.order != nil {
		l.order[path] = len(l.order)
	}
}

// keeps reports whether a file needs no reading, since the deck that it is
// part of is compiled, and takes it in.
func (l *loader) keeps(path, same string, found bool) bool {
	if l.cache == nil {
		return false
	}
	info, err := os.Stat(path)
	if err != nil || info.Size() < cacheFrom/maxKeptParts {
		return false
	}
	d := l.cache.find(same, info)
	if d == nil {
		return false
	}
	l.kept = append(l.kept, keptFile{path, same, found, d})
	return true
}

// maxKeptParts bounds how small the parts of a compiled deck may be: smaller
// files are not looked up.
const maxKeptParts = 64

// read reads a deck file, and notes what it was when it may be kept.
func (l *loader) read(path, same string) ([]byte, error) {
	before, statErr := os.Stat(path)
	src, err := readRegular(path, deckLimit)
	if err != nil || l.stats == nil || statErr != nil {
		return src, err
	}
	after, err := os.Stat(path)
	if err == nil && os.SameFile(before, after) && before.ModTime().Equal(after.ModTime()) && after.Size() == int64(len(src)) {
		l.stats[path] = compiled.File{Path: same, Size: after.Size(), Modified: after.ModTime().UnixNano(), Inode: inode(after), Hash: sha256.Sum256(src)}
	}
	return src, nil
}
