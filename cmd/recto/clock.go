package main

import (
	"os"
	"time"

	"recto/quiz"
)

// clock tells the time and the study day. It is the only place of the program
// that reads the time.
type clock struct {
	from     time.Time // RECTO_NOW, zero for none
	begun    time.Time // the true time then
	dayStart int       // hour of the local day at which a study day begins
}

// newClock follows RECTO_NOW, an RFC 3339 time at which the clock starts. A
// clock that lies would spoil a learner's own history, so RECTO_NOW is refused
// unless the history is named as well.
func newClock(dayStart int) (c clock, err error) {
	c.dayStart = dayStart
	text := os.Getenv("RECTO_NOW")
	if text == "" {
		return c, nil
	}
	if os.Getenv("RECTO_HOME") == "" && os.Getenv("RECTO_HISTORY") == "" {
		return c, usage("RECTO_NOW is set without RECTO_HOME or RECTO_HISTORY\nhint: a made-up time must not enter your own history; name another one")
	}
	if c.from, err = time.Parse(time.RFC3339, text); err != nil {
		return c, usage("RECTO_NOW is %q, which is no time\nhint: write it as 2026-11-22T09:00:00Z", printable(text))
	}
	c.from, c.begun = c.from.Local(), time.Now()
	return c, nil
}

// Now returns the time and the study day at this moment.
func (c clock) Now() quiz.Moment {
	now := time.Now()
	if !c.from.IsZero() { // a Duration holds no more than 292 years
		now = c.from.Add(now.Sub(c.begun))
	}
	return quiz.MomentAt(now, time.Local, c.dayStart)
}
