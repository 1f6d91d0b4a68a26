// Package answer compares what was typed with what was wanted.
package answer

import "recto/decks"

// Verdict is how a response compares with the answer.
type Verdict uint8

// The verdicts; the zero Verdict is none, as after a mere reveal.
const (
	Correct Verdict = iota + 1
	Close
	Wrong
)

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
	Points  float64  // share of the question's points, 0 to 1
	Items   []Item   // several items: one for each that was wanted; else nil
	Extra   []string // items given beyond the wanted ones
	Note    string   // why Close or Wrong, in a few words; "" when plain
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
