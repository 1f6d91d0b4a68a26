package words

// Schedule says when cards come, why, and what became of them before. Days
// are written already, as Locale.Date writes them, and intervals as Interval.
type Schedule struct {
	Interval func(amount float64, unit Unit) string // "10m", "1.5h", "8d"
	Now      string                                 // an interval that is none

	New                  string // why a card comes: a clause
	Learning, Relearning func(step int) string
	DueToday             string
	DueYesterday         string
	Overdue              func(days int, since string) string
	DueOn                func(day string) string

	NothingNext, NextNow, NextTomorrow string // when the next card comes: a clause
	NextIn                             func(interval string) string

	RatingIn func(rating, interval string) string // when a rating brings a card back
	Wrote    func(response string) string         // what was answered in a review
	Confused func(response string, times int) string
	AnswerOf func(cards []string) string // whose answer a confusion is, behind Confused

	// Whether a card comes now, and why not: clauses. Reason is one of the above.
	Comes               func(reason string, place, of int) string
	Suspended           string
	Buried              func(until string) string
	NotAsked            string
	Later               func(day string, days int) string
	After               func(questions []string) string
	SiblingStudied      func(reason, face string) string
	SiblingComes        func(reason, face string) string
	Paused              func(until string) string
	OverTime            func(reason string) string
	OverNew, OverReview func(reason string, done, before int) string

	Paragraph, Page func(where string) string // where a fact stands in the source
	Inferred        string

	Leech, LeechSuspended func(lapses int) string // what is to be done about a leech, behind its name
	LeechFlagged          func(lapses, flag int) string
}

// Unit is a unit of intervals.
type Unit int8

// The units, the longest first.
const (
	Year Unit = iota
	Month
	Day
	Hour
	Minute
	Second
)
