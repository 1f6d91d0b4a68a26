package quiz

import (
	"math/bits"
	"strings"

	"recto/decks"
	"recto/quiz/answer"
)

// Offer is a response that the learner let count although it was not marked as
// correct, so often that the deck may accept it from now on.
type Offer struct {
	Card  decks.Card
	Right string // the answer of the deck that it stands for
	Form  string // what was written for it
	Times int    // how often it counted
}

// overruledFrom is from how many times on a response is offered.
const overruledFrom = 2

// OfferOf returns what the learner may want the deck to accept: the response of
// a view whose answer was shown, and which counts as Good or Easy in two or more
// of the card's reviews that stand. So that a learner who does not want it is not
// asked every time, it is offered at 2 times, 4, 8 and so on. Of several items
// or gaps one is offered, and only where it alone was not right.
func OfferOf(v View, reviews []Event) (Offer, bool) {
	m := v.Match
	if m == nil || m.Verdict == answer.Correct || len(v.Options) > 0 {
		return Offer{}, false
	}
	switch v.Card.Kind() {
	case decks.Short, decks.Number, decks.Date, decks.List, decks.Cloze:
	default:
		return Offer{}, false
	}
	o := Offer{Card: v.Card, Times: Overruled(reviews, v.Response)}
	answers := v.Card.Answers()
	switch at, given := overruledItem(m); {
	case len(m.Items) == 0 && len(answers) == 1:
		o.Right, o.Form = answers[0].Text, strings.TrimSpace(v.Response)
	case at >= 0 && at < len(answers) && len(m.Items) == len(answers):
		o.Right, o.Form = answers[at].Text, given
	}
	return o, o.Form != "" && o.Times >= overruledFrom && bits.OnesCount(uint(o.Times)) == 1
}

// overruledItem returns the one item that was given and not right, -1 when
// there is not one.
func overruledItem(m *answer.Match) (at int, given string) {
	at = -1
	for i, it := range m.Items {
		if it.Verdict == answer.Correct {
			continue
		}
		if at >= 0 || it.Given == "" || len(m.Extra) > 0 {
			return -1, ""
		}
		at, given = i, it.Given
	}
	return at, given
}

// Overruled counts the reviews in which the learner let a response count that
// was not marked as correct: it was accepted, or rated Good or Easy.
func Overruled(reviews []Event, response string) (n int) {
	folded := FoldAnswer(response)
	for _, e := range reviews {
		r := e.Review
		if r != nil && r.Rating >= Good && (r.Match == "close" || r.Match == "wrong") && FoldAnswer(r.Response) == folded {
			n++
		}
	}
	return n
}
