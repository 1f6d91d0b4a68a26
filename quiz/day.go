package quiz

import (
	"fmt"
	"time"
)

// Day is a study day: days since 1970-01-01 of the learner's calendar, where
// a day lasts from one day start (04:00 local time unless configured) to the next.
type Day int

// Moment is a point in time as the learner's clock sees it. The study day is
// decided once, at the edge, and never computed again from the time.
type Moment struct {
	At  time.Time
	Day Day
}

// MomentAt returns the moment of t for a learner in loc whose study days start
// at hour start (0 to 23). A nil loc is UTC.
func MomentAt(t time.Time, loc *time.Location, start int) Moment {
	return Moment{At: t, Day: DayOf(t, loc, start)}
}

// DayOf returns the study day of t in loc, where days start at hour start
// (0 to 23) of the local wall clock. A nil loc is UTC.
//
// A day starts when the wall clock first reads its start or later, see
// Day.Start. So each instant belongs to exactly one day, and days never run
// backwards, not even where the wall clock does: when it is set back across
// the start, the day that has begun goes on.
func DayOf(t time.Time, loc *time.Location, start int) Day {
	if loc == nil {
		loc = time.UTC
	}
	_, offset := t.In(loc).Zone()
	d := Day(floorDiv(t.Unix()+int64(offset)-int64(start)*3600, 86400))
	for !d.next().Start(loc, start).After(t) {
		d = d.next()
	}
	return d
}

// Start returns the instant at which the study day d begins in loc, where days
// start at hour start (0 to 23): the first at which the local wall clock reads
// that date and hour or anything later. Where the clock jumps over the start,
// the day begins at the jump; where it reads the start twice, at the first
// time. A day that a zone skips as a whole, as a move of the date line can do,
// begins and ends at the jump: DayOf gives it to no instant.
//
// A nil loc is UTC. The result is in loc.
func (d Day) Start(loc *time.Location, start int) time.Time {
	if loc == nil {
		loc = time.UTC
	}
	wall := int64(d)*86400 + int64(start)*3600
	// No zone is or was 18 hours ahead of UTC, so the wall clock cannot have
	// read this before; from here on go through the spans of equal offset.
	t := time.Unix(wall-18*3600, 0).In(loc)
	for {
		from, to := t.ZoneBounds()
		if !to.IsZero() && !to.After(t) {
			// ZoneBounds ends a leap year beyond the zone's table, from about
			// 2038 on, on the morning of its last day.
			to = t.Add(time.Hour)
		}
		_, offset := t.Zone()
		at := time.Unix(wall-int64(offset), 0).In(loc)
		if !from.IsZero() && at.Before(from) {
			at = from
		}
		if to.IsZero() || at.Before(to) {
			return at
		}
		t = to
	}
}

// Date returns the calendar date that names the study day.
func (d Day) Date() (year int, month time.Month, day int) {
	return time.Unix(int64(d)*86400, 0).UTC().Date()
}

// String returns the date of the study day as YYYY-MM-DD.
func (d Day) String() string {
	year, month, day := d.Date()
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}

// ParseDay reads a study day as String writes it.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, fmt.Errorf("%q is no date: write it as 2026-01-31", s)
	}
	return Day(floorDiv(t.Unix(), 86400)), nil
}

func (d Day) next() Day { return d + 1 }

// floorDiv divides by a positive b and rounds down, so that times before 1970
// fall into their own days too.
func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
