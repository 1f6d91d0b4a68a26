package decks

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
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
	decks, faults := assemble(files, false)
	return decks, faults.err()
}

// assemble reads and joins files. When some parts were left out, an id that no
// question has is no fault.
func assemble(files []File, some bool) ([]*Deck, ErrorList) {
	var readers []*reader
	var faults ErrorList
	seen := map[string]bool{}
	for _, f := range files {
		if path := filepath.Clean(f.Path); !seen[path] {
			seen[path] = true
			readers = append(readers, read(f))
		}
	}
	decks := joinParts(readers, !some && whole(readers))
	for _, r := range readers {
		faults = append(faults, r.errors()...)
	}
	if len(faults) > 0 {
		sort.SliceStable(faults, func(i, j int) bool { return faults[i].File < faults[j].File })
		return nil, faults
	}
	return decks, nil
}

// Salvage reads deck files as Assemble does and leaves out those that have a
// fault, whose faults come with the decks of the others, and those that hold
// no question at all, which are no decks.
func Salvage(files []File) ([]*Deck, ErrorList) {
	var faults ErrorList
	for {
		decks, list := assemble(files, len(faults) > 0)
		if len(list) == 0 {
			sort.SliceStable(faults, func(i, j int) bool { return faults[i].File < faults[j].File })
			return decks, faults
		}
		bad, empty := map[string]bool{}, map[string]bool{}
		for _, e := range list {
			bad[filepath.Clean(e.File)] = true
			if errors.Is(e, ErrNoQuestion) {
				empty[e.File] = true
			}
		}
		for _, e := range list {
			if !empty[e.File] {
				faults = append(faults, e)
			}
		}
		var rest []File
		for _, f := range files {
			if !bad[filepath.Clean(f.Path)] {
				rest = append(rest, f)
			}
		}
		files = rest
	}
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
		if r.deck == nil || len(r.questions) == 0 {
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
		if !namesakes(same) {
			decks = append(decks, joinDeck(same, whole))
			continue
		}
		for i := range same {
			decks = append(decks, joinDeck(same[i:i+1], whole))
		}
	}
	return decks
}

// namesakes tells of files that share an id which not all of them state, and
// reports whether they do: those are no parts of one deck.
func namesakes(parts []*reader) bool {
	found := false
	for i, r := range parts {
		if len(parts) == 1 || r.explicit {
			continue
		}
		found = true
		other := parts[0]
		if i == 0 {
			other = parts[1]
		}
		r.add(fault{place: onOffset, message: fmt.Sprintf("the id %s, from the file name, is that of %s", quote(r.deck.ID), visible(other.deck.File)),
			hint: fmt.Sprintf("parts of one deck state its id: id = %s; another deck needs another id", quote(r.deck.ID))})
	}
	return found
}

// joinDeck makes one deck of its parts, which are sorted by path.
func joinDeck(parts []*reader, whole bool) *Deck {
	d := parts[0].deck
	byID := map[string]*Question{}
	for i, r := range parts {
		if i > 0 {
			d.Questions = append(d.Questions, r.deck.Questions...)
			d.Parts = append(d.Parts, r.deck.Parts...)
		}
		copied := r.copied(byID)
		for _, q := range r.deck.Questions {
			q.Deck = d
			r.number = q.Number
			if first := byID[q.ID]; !copied || first == nil || first.File == q.File {
				r.unique(q, byID)
			}
		}
		r.number = 0
	}
	if whole {
		checkAfter(d, parts, byID)
	}
	return d
}

// copied tells, once, when most questions of a part are those of earlier ones,
// and reports whether they are.
func (r *reader) copied(byID map[string]*Question) bool {
	same, at, of := 0, 0, ""
	for _, q := range r.deck.Questions {
		if first := byID[q.ID]; first != nil && q.ID != "" {
			if same++; same == 1 {
				at, of = q.Number, first.File
			}
		}
	}
	if same < 2 || 2*same <= len(r.deck.Questions) {
		return false
	}
	r.number = at
	r.add(fault{path: steps{"question", at - 1}, message: fmt.Sprintf("%d of the %d questions of this file are those of %s", same, len(r.deck.Questions), visible(of)),
		hint: "is one of the files a copy of the other?"})
	return true
}

// unique tells when the id of a question is that of an earlier one. One that
// follows from a text with a fault is none.
func (r *reader) unique(q *Question, byID map[string]*Question) {
	if q.ID == "" || q.Derived && q.Ask == "" && q.Text == "" {
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
