package quiz

import (
	"fmt"
	"strings"
	"time"
)

// State is where a card stands in its life.
type State uint8

// The states of a card.
const (
	New        State = iota // never reviewed
	Learning                // in its first steps
	Review                  // scheduled by days
	Relearning              // in steps after a lapse
)

// String returns "new", "learning", "review" or "relearning", and "State(n)"
// for what is none of them.
func (s State) String() string {
	switch s {
	case New:
		return "new"
	case Learning:
		return "learning"
	case Review:
		return "review"
	case Relearning:
		return "relearning"
	}
	return fmt.Sprintf("State(%d)", uint8(s))
}

// ParseState reads a state as String writes it, in any case.
func ParseState(s string) (State, error) {
	for st := New; st <= Relearning; st++ {
		if strings.EqualFold(s, st.String()) {
			return st, nil
		}
	}
	return 0, fmt.Errorf("%q is no state: write new, learning, review or relearning", s)
}

// Progress is what is believed about a card now: a fold over its events. The
// zero Progress is a new card.
type Progress struct {
	State      State
	Step       int       // index of the (re)learning step that runs; 0 otherwise
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

// Elapsed returns the whole study days from the last review to day: 0 on the
// same day, for a new card, and when a clock that was set back puts day before
// the last review. This is what Model.Next is given.
func (p Progress) Elapsed(day Day) int {
	if p.Reps == 0 {
		return 0
	}
	return max(0, int(day-p.Last))
}

// longestBurial is for how many days a burial may hold a card: the next day ends
// it, and a learner who travels across the date line has the same date twice.
const longestBurial = 2

// BuriedOn reports whether the card is buried on a study day. A burial is over
// on the next day, always: one that seems to last longer was made while the
// clock stood in the future, and does not count.
func (p Progress) BuriedOn(day Day) bool {
	return p.Buried != 0 && p.Buried > day && p.Buried-day <= longestBurial
}

// Steps reports whether the card waits for the end of a learning or
// relearning step: Due decides then, and DueDay otherwise.
func (p Progress) Steps() bool {
	return p.State == Learning || p.State == Relearning
}

// Wait returns the time from now until the card is due; it is zero or negative
// when the card is due. In a step it is exact; by days it is a multiple of 24
// hours, since study days count and hours do not. A new card waits for nothing.
func (p Progress) Wait(now Moment) time.Duration {
	switch {
	case p.State == New:
		return 0
	case p.Steps():
		return p.Due.Sub(now.At)
	}
	// A Duration holds 292 years; no scheduler goes beyond 100.
	days := min(max(p.DueDay-now.Day, -100_000), 100_000)
	return time.Duration(days) * 24 * time.Hour
}
