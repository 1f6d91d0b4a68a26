package relink

import (
	"maps"
	"slices"

	"recto/decks"
	"recto/quiz"
)

// Want is what Find must be given of the history of a deck.
type Want struct {
	Deck string // its id
	// Questions are the ids of the questions whose Seen is needed, sorted; nil
	// means all of the deck.
	Questions []string
}

// Wanted returns what Find must be given, sorted by deck; nothing when nothing
// can have changed that a history would have to be carried for. It needs only
// the progress, and is quick.
//
// Those are the known questions that are gone from a deck; a known cloze of
// several labels, which may have changed places; all questions of a deck that
// may be another of the same name; and all of a deck that was not loaded but
// knows a question by an id that stands without a history in one that was. Such
// a deck is to be handed to Find as Beside if it can be loaded.
func Wanted(all []*decks.Deck, progress map[decks.CardID]quiz.Progress) []Want {
	if len(progress) == 0 {
		return nil
	}
	gone := map[string]int{} // known cards of each deck that were not found
	for id := range progress {
		gone[id.Deck]++
	}
	w := wants{progress: progress, questions: map[string]map[string]bool{}}
	var fresh []*decks.Question
	for _, d := range all {
		if gone[d.ID] > 0 {
			var unknown []*decks.Question
			gone[d.ID], unknown = w.look(d, gone[d.ID])
			fresh = append(fresh, unknown...)
		} else {
			fresh = append(fresh, d.Questions...)
		}
	}
	for _, d := range all {
		if gone[d.ID] > 0 {
			w.missing(d)
		}
		delete(gone, d.ID)
	}
	if len(gone) > 0 {
		w.elsewhere(fresh, gone)
	}
	var out []Want
	for _, id := range slices.Sorted(maps.Keys(w.questions)) {
		want := Want{Deck: id}
		if w.questions[id] != nil {
			want.Questions = slices.Sorted(maps.Keys(w.questions[id]))
		}
		out = append(out, want)
	}
	return out
}

// wants collects what is wanted of each deck; nil stands for all of it.
type wants struct {
	progress  map[decks.CardID]quiz.Progress
	questions map[string]map[string]bool
}

func (w *wants) add(deck, question string) {
	set, known := w.questions[deck]
	if known && set == nil {
		return
	}
	if set == nil {
		set = map[string]bool{}
		w.questions[deck] = set
	}
	set[question] = true
}

// look returns how many of the known cards of a deck are left when those that
// it holds are taken away, and the questions of it that are not known.
func (w *wants) look(d *decks.Deck, known int) (left int, fresh []*decks.Question) {
	for _, q := range d.Questions {
		found, cards := 0, 0
		eachFace(q, func(face decks.Face) {
			cards++
			if _, ok := w.progress[card(d.ID, q.ID, face)]; ok {
				found++
			}
		})
		known -= found
		switch {
		case found == 0:
			fresh = append(fresh, q)
		case cards > 1 && q.Kind == decks.Cloze:
			w.add(d.ID, q.ID)
		}
	}
	return known, fresh
}

// missing wants the known questions that a deck does not hold, those of a face
// that it does not hold, and everything when most questions are missing.
func (w *wants) missing(d *decks.Deck) {
	questions := make(map[string]*decks.Question, len(d.Questions))
	for _, q := range d.Questions {
		questions[q.ID] = q
	}
	known := map[string]bool{} // and whether it is there
	for id := range w.progress {
		if id.Deck != d.ID {
			continue
		}
		q := questions[id.Question]
		known[id.Question] = q != nil
		if q == nil || q.Kind == decks.Cloze && !hasFace(q, id.Face) {
			w.add(d.ID, id.Question)
		}
	}
	if strange(known) {
		w.questions[d.ID] = nil
	}
}

// strange reports whether fewer than half of the known questions are there.
func strange(known map[string]bool) bool {
	here := 0
	for _, there := range known {
		if there {
			here++
		}
	}
	return 2*here < len(known)
}

// elsewhere wants the decks that were not loaded and know one of the questions.
func (w *wants) elsewhere(fresh []*decks.Question, gone map[string]int) {
	ids := make(map[string]bool, len(fresh))
	for _, q := range fresh {
		ids[q.ID] = true
		if !q.Derived {
			ids[derivedID(q)] = true
		}
	}
	for id := range w.progress {
		if gone[id.Deck] > 0 && ids[id.Question] {
			w.questions[id.Deck] = nil
		}
	}
}

// eachFace calls do for each face of a question.
func eachFace(q *decks.Question, do func(decks.Face)) {
	if q.Kind != decks.Cloze && q.Reverse == nil {
		do(decks.AskFace)
		return
	}
	for _, c := range q.Cards() {
		do(c.Face)
	}
}

func hasFace(q *decks.Question, face decks.Face) bool {
	return slices.ContainsFunc(q.Cards(), func(c decks.Card) bool { return c.Face == face })
}
