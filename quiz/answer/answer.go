package answer

import (
	"fmt"

	"recto/decks"
	"recto/decks/markup"
)

// Verdict is how a response compares with the answer.
type Verdict uint8

// The verdicts, the better ones first; the zero Verdict is none, as after a
// mere reveal.
const (
	Correct Verdict = iota + 1
	Close
	Wrong
)

// String returns "correct", "close" or "wrong"; "" for the zero Verdict.
func (v Verdict) String() string {
	if v > Wrong {
		return fmt.Sprintf("Verdict(%d)", uint8(v))
	}
	return [...]string{"", "correct", "close", "wrong"}[v]
}

// Task is a card as it was put to the learner.
type Task struct {
	Card decks.Card
	// Order is the arrangement of Card.Options(): Order[i] is the index of
	// the option that stands at the i-th letter. nil means written order.
	Order []int
	// Quiz is true in a scored test, where an empty response is Wrong.
	Quiz bool
}

// Match is the comparison of one response with one task.
type Match struct {
	Verdict Verdict
	Given   string   // the response as it was understood, for people
	Wanted  string   // the answer as it is shown, for people
	Points  float64  // share of the question's points, 0 to 1; see the package comment
	Items   []Item   // several items: one for each that was wanted; else nil
	Extra   []string // items given beyond the wanted ones
	Note    string   // why Close or Wrong, in a few words; "" when plain
	Form    string   // the accepted form that Note is about, "" where that is the answer
}

// Item is one of several wanted items.
type Item struct {
	Wanted  string
	Given   string // "" when it is missing
	Verdict Verdict
}

// Matcher compares a response with a task. The error says why a response
// could not be read at all (a letter that no option has); such a response is
// asked for again and counts for nothing.
type Matcher interface {
	Match(t Task, response string) (Match, error)
}

// Standard marks as decks describe it: see the package comment. Its zero value
// is ready, and safe for concurrent use.
type Standard struct{}

var _ Matcher = Standard{}

// minResponse is the length of a response, in bytes, that is read for every
// card.
const minResponse = 4 << 10

// longest returns the length in bytes up to which responses are read: four
// times all that the card could want.
func (m *marker) longest() int {
	size := 0
	for _, a := range m.card.Answers() {
		size += len(a.Text)
		for _, v := range a.Accept {
			size += len(v.Text)
		}
	}
	for _, v := range m.card.Options() {
		size += len(v.Text)
	}
	return max(minResponse, 4*size)
}

// Match compares a response with a task. The verdict is zero for a card that
// is revealed and judged by the learner, and for an empty response outside a
// quiz. The error says in a sentence for the learner what to type instead.
func (Standard) Match(t Task, response string) (Match, error) {
	m := newMarker(t.Card)
	match := Match{Wanted: display(markup.Line(t.Card.Shown())), Given: display(response)}
	switch {
	case len(response) > m.longest():
		return Match{}, fmt.Errorf("the response has %d bytes; at most %d are read here", len(response), m.longest())
	case !t.Card.Typed():
		return match, nil
	case written(response) == "" && !t.Quiz:
		return match, nil
	case written(response) == "":
		match.Verdict, match.Note = Wrong, "no answer"
		match.Items = m.missingItems()
		return match, nil
	}
	var err error
	switch t.Card.Kind() {
	case decks.TrueFalse:
		err = m.matchTrueFalse(&match, response)
	case decks.Choice:
		err = m.matchChoice(t, &match, response)
	case decks.Multiple:
		err = m.matchMultiple(t, &match, response)
	case decks.Order:
		err = m.matchOrder(t, &match, response)
	case decks.Match:
		err = m.matchPairs(t, &match, response)
	case decks.List:
		err = m.matchList(&match, response)
	case decks.Cloze:
		m.matchGaps(&match, response)
	default:
		m.matchOne(&match, response)
	}
	if err != nil {
		return Match{}, err
	}
	return match, nil
}

// matchOne marks the response to a card that wants one answer.
func (m *marker) matchOne(match *Match, response string) {
	answers := m.card.Answers()
	if len(answers) == 0 {
		match.Verdict = Wrong
		return
	}
	match.one(m.judge(m.target(answers[0], m.bank(answers[0])), response))
}

// bank returns the words of a cloze card's bank but the wanted one.
func (m *marker) bank(a decks.Answer) []string {
	if m.card.Kind() != decks.Cloze {
		return nil
	}
	var others []string
	for _, o := range m.card.Options() {
		if o.Text != a.Text {
			others = append(others, o.Text)
		}
	}
	return others
}

// one records the outcome of a card that wants one answer: half of the points
// for a Close.
func (match *Match) one(o outcome) {
	match.Verdict, match.Note, match.Form = o.verdict, o.note, o.form
	match.Points = [...]float64{Correct: 1, Close: 0.5, Wrong: 0}[o.verdict]
}

// missingItems returns the items of a card with several, none of them given.
func (m *marker) missingItems() []Item {
	switch m.card.Kind() {
	case decks.Multiple, decks.List, decks.Order, decks.Match, decks.Cloze:
	default:
		return nil
	}
	var items []Item
	for _, a := range m.card.Answers() {
		items = append(items, Item{Wanted: m.show(a.Value), Verdict: Wrong})
	}
	return items
}

// show returns a value of the deck for people.
func (m *marker) show(v decks.Value) string { return display(markup.Line(v.Show(m.language))) }
