package relink

import (
	"maps"
	"slices"

	"recto/decks"
	"recto/quiz"
)

// Wanted returns the ids of the decks whose seen questions Find must be given,
// sorted; none when nothing can have changed that a history would have to be
// carried for. It needs only the progress, and is quick.
//
// Those are decks of which a known card is gone, decks that hold a known cloze
// of several labels, which may have changed places, and decks that were not
// loaded but know a question by an id that stands without a history in one
// that was. The last are to be handed to Find as Beside when they are there.
func Wanted(all []*decks.Deck, progress map[decks.CardID]quiz.Progress) []string {
	if len(progress) == 0 {
		return nil
	}
	wanted := map[string]bool{}
	gone := map[string]int{} // known cards that were not found
	for id := range progress {
		gone[id.Deck]++
	}
	var fresh []*decks.Question
	for _, d := range all {
		if gone[d.ID] == 0 {
			fresh = append(fresh, d.Questions...)
			continue
		}
		for _, q := range d.Questions {
			known, cards := 0, 0
			eachFace(q, func(face decks.Face) {
				cards++
				if _, ok := progress[card(d.ID, q.ID, face)]; ok {
					known++
				}
			})
			gone[d.ID] -= known
			if known == 0 {
				fresh = append(fresh, q)
			}
			if known > 0 && cards > 1 && q.Kind == decks.Cloze {
				wanted[d.ID] = true
			}
		}
		wanted[d.ID] = wanted[d.ID] || gone[d.ID] > 0
		delete(gone, d.ID)
	}
	for _, d := range all {
		delete(gone, d.ID)
	}
	if len(gone) > 0 {
		knownElsewhere(fresh, gone, progress, wanted)
	}
	maps.DeleteFunc(wanted, func(_ string, is bool) bool { return !is })
	return slices.Sorted(maps.Keys(wanted))
}

// knownElsewhere adds the decks that were not loaded and know one of the questions.
func knownElsewhere(fresh []*decks.Question, decksGone map[string]int, progress map[decks.CardID]quiz.Progress, wanted map[string]bool) {
	ids := make(map[string]bool, len(fresh))
	for _, q := range fresh {
		ids[q.ID] = true
		if !q.Derived {
			ids[derivedID(q)] = true
		}
	}
	for id := range progress {
		if decksGone[id.Deck] > 0 && ids[id.Question] {
			wanted[id.Deck] = true
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
