package decks

import (
	"fmt"
	"io/fs"
	"sort"
)

// File is a deck file that was read into memory.
type File struct {
	Path   string // as given or found; "-" is standard input
	Source []byte // its bytes; they must not change afterwards
	Images fs.FS  // the folder that image paths are relative to; nil: images are not checked
}

// Parse reads a deck in one file. images is the folder of the file, or nil
// when images are not to be checked. The error is an ErrorList of every fault;
// the deck is then nil.
func Parse(file string, src []byte, images fs.FS) (*Deck, error) {
	list, err := Assemble([]File{{Path: file, Source: src, Images: images}})
	if err != nil {
		return nil, err
	}
	return list[0], nil
}

// Assemble reads deck files and joins those that state the same id into one
// deck, its parts sorted by path. A path that stands twice is read once. The
// decks come in the order in which their first file was given. With a fault
// in any file there is no deck: the error is an ErrorList of the faults of
// all files.
func Assemble(files []File) ([]*Deck, error) {
	var readers []*reader
	var faults ErrorList
	seen := map[string]bool{}
	for _, f := range files {
		if seen[f.Path] {
			continue
		}
		seen[f.Path] = true
		r := read(f)
		readers = append(readers, r)
	}
	decks := joinParts(readers, whole(readers))
	for _, r := range readers {
		faults = append(faults, r.errors()...)
	}
	if len(faults) > 0 {
		sort.SliceStable(faults, func(i, j int) bool { return faults[i].File < faults[j].File })
		return nil, faults
	}
	return decks, nil
}

// whole reports whether every question of every file was read.
func whole(readers []*reader) bool {
	for _, r := range readers {
		if r.deck == nil || r.full() {
			return false
		}
	}
	return true
}

// joinParts makes decks of the files that were read as TOML, and tells what is
// wrong with them together.
func joinParts(readers []*reader, whole bool) []*Deck {
	var ids []string
	parts := map[string][]*reader{}
	for _, r := range readers {
		if r.deck == nil {
			continue
		}
		if parts[r.deck.ID] == nil {
			ids = append(ids, r.deck.ID)
		}
		parts[r.deck.ID] = append(parts[r.deck.ID], r)
	}
	var decks []*Deck
	for _, id := range ids {
		same := parts[id]
		sort.SliceStable(same, func(i, j int) bool { return same[i].deck.File < same[j].deck.File })
		decks = append(decks, joinDeck(same, whole))
	}
	return decks
}

// joinDeck makes one deck of its parts, which are sorted by path.
func joinDeck(parts []*reader, whole bool) *Deck {
	d := parts[0].deck
	byID := map[string]*Question{}
	for i, r := range parts {
		if len(parts) > 1 && !r.explicit {
			other := parts[0]
			if i == 0 {
				other = parts[1]
			}
			r.add(fault{place: onOffset, message: fmt.Sprintf("the id %s, from the file name, is that of %s", quote(r.deck.ID), visible(other.deck.File)),
				hint: fmt.Sprintf("parts of one deck state its id: id = %s; another deck needs another id", quote(r.deck.ID))})
		}
		if i > 0 {
			d.Questions = append(d.Questions, r.deck.Questions...)
			d.Parts = append(d.Parts, r.deck.Parts...)
		}
		for _, q := range r.deck.Questions {
			q.Deck = d
			r.number = q.Number
			r.unique(q, byID)
		}
		r.number = 0
	}
	if whole {
		checkAfter(d, parts, byID)
	}
	return d
}

// unique tells when the id of a question is that of an earlier one.
func (r *reader) unique(q *Question, byID map[string]*Question) {
	if q.ID == "" {
		return
	}
	first := byID[q.ID]
	if first == nil {
		byID[q.ID] = q
		return
	}
	at := fmt.Sprintf("on line %d", first.Pos.Line)
	if first.File != q.File {
		at = fmt.Sprintf("in %s, line %d", visible(first.File), first.Pos.Line)
	}
	header := steps{"question", q.Number - 1}
	if q.Derived {
		r.add(fault{path: header, message: "the text is that of the question " + at,
			hint: `give one of them an id: id = "..."`})
		return
	}
	r.add(fault{path: append(header, "id"), message: fmt.Sprintf("id %s is that of the question %s", quote(q.ID), at)})
}
