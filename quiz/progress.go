package quiz

import "time"

// State is where a card stands in its life.
type State uint8

// The states of a card.
const (
	New        State = iota // never reviewed
	Learning                // in its first steps
	Review                  // scheduled by days
	Relearning              // in steps after a lapse
)

// Progress is what is believed about a card now: a fold over its events. The
// zero Progress is a new card.
type Progress struct {
	State      State
	Step       int       // index of the current (re)learning step; 0 otherwise
	Stability  float64   // days until retrievability falls to 0.9; 0 when New
	Difficulty float64   // 1 to 10; 0 when New
	Reps       int       // reviews since the card was new or reset
	Lapses     int       // Again ratings in state Review
	First      Day       // study day of the first review
	Last       Day       // study day of the last review
	LastAt     time.Time // time of the last review, UTC, ms
	Due        time.Time // UTC, ms; when a step ends. For Review: the start of nothing, see DueDay
	DueDay     Day       // the study day from which the card is due
	Rated      Rating    // the last rating

	Suspended bool
	Buried    Day // out of sight on every study day before this one; 0 when not
	Flag      int // 0 none, 1 to 7
}
