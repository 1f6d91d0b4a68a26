package relink

import (
	"fmt"
	"slices"
	"strings"

	"recto/decks"
	"recto/quiz"
)

// Input is what Find compares: the decks as they were loaded, and what the
// history knows of them.
type Input struct {
	Decks []*decks.Deck // those that are studied
	// Beside are decks that were loaded only to see what still stands in them.
	Beside   []*decks.Deck
	Path     func(*decks.Question) string // the file of a question as quiz.Seen has it
	Progress map[decks.CardID]quiz.Progress
	Seen     []quiz.Seen // the last of each question that Wanted names
	Past     []Past      // the relinks of the history in their order
	// Where tells of a file that was not loaded, as quiz.Seen names it.
	Where func(deck, path string) Place
}

// Past is a relink that the history holds.
type Past struct {
	Moves  []quiz.Relink
	Undone bool // taken back: the learner said no
}

// Place says what is known of a deck file that was not loaded.
type Place uint8

// The places.
const (
	Present Place = iota // it is there
	Gone                 // its folder is there without it
	Away                 // its folder is not there either, as on a disk that was taken out
)

// Plan is what Find found.
type Plan struct {
	Sure   []Change // histories to carry over
	Asked  []Change // histories that only the learner can tell where to carry
	Unsure int      // questions that are gone and left alone while something like them is there
}

// Change is the history of one question that belongs to another one now, or
// to other faces of the same.
type Change struct {
	From  quiz.Seen
	To    *decks.Question
	Moves []quiz.Relink // never empty
	// Gaps says that the question is the same and only its faces moved.
	Gaps bool
}

// Stranger is the error of Find about a deck that has the id of a known one
// and lies elsewhere, with fewer than half of its known questions.
type Stranger struct {
	Deck       string // its id
	File       string // as it was given
	Known      int    // questions that the history knows of the deck
	Here       int    // those of them that are in File
	Path       string // where the known deck was seen last; "" for the library
	KnownTitle string
}

func (e *Stranger) Error() string {
	return fmt.Sprintf("%s is another deck of the id %q: it has %d of the %d questions that the history knows of it", e.File, e.Deck, e.Here, e.Known)
}

// place is a question in a deck.
type place struct{ deck, question string }

// finder is the state of Find.
type finder struct {
	Input
	loaded map[place]*decks.Question // of Decks and Beside
	target map[string]bool           // ids of Decks
	files  map[string]map[string]bool
	faces  map[place][]decks.Face // that have a progress
	past   memory
	plan   Plan
}

// Find compares what the history knows of decks with the decks as they are.
// The same input gives the same plan. The error is a *Stranger.
func Find(in Input) (Plan, error) {
	f := &finder{Input: in}
	f.index()
	var missing []quiz.Seen
	for _, s := range in.Seen {
		at := place{s.Deck, s.Question}
		if len(f.faces[at]) == 0 {
			continue
		}
		if q := f.loaded[at]; q == nil {
			missing = append(missing, s)
		} else if f.target[s.Deck] {
			f.sameQuestion(s, q)
		}
	}
	missing = f.follow(missing)
	missing, capped := f.whole(missing)
	f.pair(missing, capped)
	return f.plan, f.strangers()
}

// index prepares the look-ups.
func (f *finder) index() {
	f.loaded = map[place]*decks.Question{}
	f.target = map[string]bool{}
	f.files = map[string]map[string]bool{}
	for i, d := range slices.Concat(f.Decks, f.Beside) {
		if i < len(f.Decks) {
			f.target[d.ID] = true
		}
		if f.files[d.ID] == nil {
			f.files[d.ID] = map[string]bool{}
		}
		file := ""
		for _, q := range d.Questions {
			f.loaded[place{d.ID, q.ID}] = q
			if q.File != file {
				file = q.File
				f.files[d.ID][f.Path(q)] = true
			}
		}
	}
	wanted := map[string]bool{}
	for _, s := range f.Seen {
		wanted[s.Deck] = true
	}
	f.faces = map[place][]decks.Face{}
	for id := range f.Progress {
		if wanted[id.Deck] || f.target[id.Deck] {
			at := place{id.Deck, id.Question}
			f.faces[at] = append(f.faces[at], id.Face)
		}
	}
	for _, faces := range f.faces {
		slices.Sort(faces)
	}
	f.past = remember(f.Past)
}

// sameQuestion finds the faces of a question that is there that moved.
func (f *finder) sameQuestion(s quiz.Seen, q *decks.Question) {
	if len(s.Gaps) == 0 || q.Kind != decks.Cloze || s.Text == q.Text {
		return
	}
	o, n := seenFact(s), questionFact(q)
	moved := faces(o, n)
	if moved == nil {
		return
	}
	var moves []quiz.Relink
	leaving, arriving := map[decks.Face]bool{}, map[decks.Face]bool{}
	for _, face := range f.faces[place{s.Deck, s.Question}] {
		if to, ok := moved[face]; ok && to != face {
			moves = append(moves, quiz.Relink{From: card(s.Deck, s.Question, face), To: card(s.Deck, s.Question, to)})
			leaving[face], arriving[to] = true, true
		}
	}
	for _, face := range f.faces[place{s.Deck, s.Question}] {
		if arriving[face] && !leaving[face] { // what it asked is asked no more
			moves = append(moves, quiz.Relink{From: card(s.Deck, s.Question, face), To: card(s.Deck, retired(s), face)})
		}
	}
	if len(moves) > 0 {
		f.plan.Sure = append(f.plan.Sure, Change{From: s, To: q, Moves: moves, Gaps: true})
	}
}

// retired returns the question id that keeps the history of a face which is
// asked no more while its id is taken: the one that its text would have
// without an id.
func retired(s quiz.Seen) string { return decks.DerivedID(blankText(s.Text), "") }

// blankText returns a cloze text as a derived id is made from it.
func blankText(text string) string {
	gaps, err := decks.ParseGaps(text)
	if err != nil {
		return text
	}
	var b strings.Builder
	at := 0
	for _, g := range gaps {
		b.WriteString(text[at:g.Start])
		b.WriteString("{{}}")
		at = g.End
	}
	b.WriteString(text[at:])
	return b.String()
}

// follow finds what came late: reviews of a question whose history was carried
// over before they came, from another device. Where they belong only the
// learner can tell, for the question may as well have come back meanwhile.
func (f *finder) follow(missing []quiz.Seen) []quiz.Seen {
	return slices.DeleteFunc(missing, func(s quiz.Seen) bool {
		var moves []quiz.Relink
		var to *decks.Question
		for _, face := range f.faces[place{s.Deck, s.Question}] {
			from := card(s.Deck, s.Question, face)
			if at := f.past.went(from); at != from {
				there := place{at.Deck, at.Question}
				if q := f.loaded[there]; q != nil && f.target[at.Deck] && len(f.faces[there]) > 0 && !f.past.refuses(s, q) {
					moves, to = append(moves, quiz.Relink{From: from, To: at}), q
				}
			}
		}
		if len(moves) == 0 {
			return false
		}
		f.plan.Asked = append(f.plan.Asked, Change{From: s, To: to, Moves: moves})
		return true
	})
}

// whole leaves the questions of decks of which every part was loaded that is
// there. Capped are the decks of which that is not sure.
func (f *finder) whole(missing []quiz.Seen) (rest []quiz.Seen, capped map[string]bool) {
	type part struct{ deck, path string }
	states := map[part]Place{}
	missed := map[string]bool{}
	capped = map[string]bool{}
	for _, s := range missing {
		at := part{s.Deck, s.Path}
		state, known := states[at]
		if !known {
			state = f.where(s.Deck, s.Path)
			states[at] = state
		}
		missed[s.Deck] = missed[s.Deck] || state == Present
		capped[s.Deck] = capped[s.Deck] || state == Away
	}
	return slices.DeleteFunc(missing, func(s quiz.Seen) bool { return missed[s.Deck] }), capped
}

// where returns what is known of a file: Gone also when it was loaded, what is
// missing is not in it.
func (f *finder) where(deck, path string) Place {
	if f.files[deck][path] {
		return Gone
	}
	if path == "" {
		return f.Where(deck, path)
	}
	for here := range f.files[deck] {
		if base(here) == base(path) {
			if state := f.Where(deck, path); state == Present {
				return Present
			}
			return Gone // the file lies elsewhere now, or this is another machine
		}
	}
	for id, paths := range f.files {
		if paths[path] { // the same file is another deck now
			if id != deck && deck != defaultID(path) {
				return Away // its written id was changed
			}
			return Gone
		}
	}
	return f.Where(deck, path)
}

// defaultID returns the id of a deck that states none.
func defaultID(path string) string {
	return strings.Join(strings.Fields(strings.TrimSuffix(base(path), ".toml")), "-")
}

// base returns the name of a file, of a path of any system: a history comes
// from several machines.
func base(path string) string { return path[strings.LastIndexAny(path, `/\`)+1:] }

// strangers looks for a deck that is another one than the known of its id.
func (f *finder) strangers() error {
	carried := map[place]bool{}
	for _, c := range f.plan.Sure {
		if c.From.Deck == c.To.Deck.ID {
			carried[place{c.From.Deck, c.From.Question}] = true
		}
	}
	for _, d := range f.Decks {
		if !f.mayBeStrange(d) {
			continue
		}
		known := f.knownOf(d)
		here := 0
		for _, s := range known {
			at := place{s.Deck, s.Question}
			if f.loaded[at] != nil || carried[at] {
				here++
			}
		}
		if 2*here < len(known) {
			last := known[len(known)-1]
			return &Stranger{Deck: d.ID, File: d.File, Known: len(known), Here: here, Path: last.Path, KnownTitle: last.Title}
		}
	}
	return nil
}

// mayBeStrange reports whether so few known questions are there that all of
// them are in Seen.
func (f *finder) mayBeStrange(d *decks.Deck) bool {
	known := map[string]bool{}
	for at := range f.faces {
		if at.deck == d.ID {
			known[at.question] = f.loaded[at] != nil
		}
	}
	return strange(known)
}

// knownOf returns the known questions that a deck which lies elsewhere must
// have; none when it lies where it was. Of a deck in parts they are those of
// the parts that were loaded, told by the names of the files.
func (f *finder) knownOf(d *decks.Deck) []quiz.Seen {
	folders, names := map[string]bool{}, map[string]bool{}
	for path := range f.files[d.ID] {
		folders[folder(path)] = true
		names[base(path)] = true
	}
	var all, named []quiz.Seen
	for _, s := range f.Seen {
		if s.Deck != d.ID || len(f.faces[place{s.Deck, s.Question}]) == 0 {
			continue
		}
		if folders[folder(s.Path)] {
			return nil
		}
		all = append(all, s)
		if names[base(s.Path)] {
			named = append(named, s)
		}
	}
	if len(named) > 0 {
		return named
	}
	return all
}

// folder returns the folder of a file, "" for the library.
func folder(path string) string {
	if path == "" {
		return ""
	}
	return strings.TrimSuffix(path, base(path))
}

func card(deck, question string, face decks.Face) decks.CardID {
	return decks.CardID{Deck: deck, Question: question, Face: face}
}
