package quiz

// aheadFrom is how many days the last review may lie beyond today: a learner who
// travels across the date line has the same date twice.
const aheadFrom = 1

// Ahead reports whether the card was last rated on a day that has not come:
// under a clock that stood in the future and has been set right. When it was
// rated in truth nobody knows; its due day is as wrong as the clock was, and
// may be years away. So it counts as due, and the next rating puts it right.
func (p Progress) Ahead(day Day) bool { return p.Reps > 0 && p.Last-day > aheadFrom }

// DueOn reports whether the study day from which the card is due has come, or
// cannot be trusted. A card that waits for a step may still have to wait for
// its end.
func (p Progress) DueOn(day Day) bool { return p.DueDay <= day || p.Ahead(day) }
