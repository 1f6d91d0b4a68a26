package relink

import (
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
	loaded := map[string]bool{}
	faces := map[decks.CardID]bool{}
	known := map[string]bool{} // ids of questions that have no history here
	wanted := map[string]bool{}
	for _, d := range all {
		loaded[d.ID] = true
		for _, q := range d.Questions {
			some, cards := false, 0
			eachFace(q, func(face decks.Face) {
				id := card(d.ID, q.ID, face)
				faces[id] = true
				_, ok := progress[id]
				some = some || ok
				cards++
			})
			switch {
			case !some:
				known[q.ID] = true
				known[derivedID(q)] = true
			case q.Kind == decks.Cloze && cards > 1:
				wanted[d.ID] = true
			}
		}
	}
	for id := range progress {
		if loaded[id.Deck] && !faces[id] || !loaded[id.Deck] && known[id.Question] {
			wanted[id.Deck] = true
		}
	}
	out := make([]string, 0, len(wanted))
	for id := range wanted {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
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
