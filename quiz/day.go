package quiz

import "time"

// Day is a study day: days since 1970-01-01 of the learner's calendar, where
// a day lasts from one day start (04:00 local time unless configured) to the next.
type Day int

// Moment is a point in time as the learner's clock sees it. The study day is
// decided once, at the edge, and never computed again from the time.
type Moment struct {
	At  time.Time
	Day Day
}
