package stats

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"time"

	"recto/quiz"
)

// Date is a study day that is written as a date: 2026-03-02.
type Date quiz.Day

// String returns the date as YYYY-MM-DD.
func (d Date) String() string { return quiz.Day(d).String() }

// MarshalText returns the bytes of String.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// Weekday returns the day of the week, 0 for Monday to 6 for Sunday.
func (d Date) Weekday() int { return weekday(quiz.Day(d)) }

func weekday(d quiz.Day) int { return ((int(d)+3)%7 + 7) % 7 } // day 0 was a Thursday

func dateOf(d quiz.Day) time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

func weekName(year, week int) string { return fmt.Sprintf("%04d-W%02d", year, week) }

// Streak tells of the days in a row on which something was reviewed.
type Streak struct {
	Current     int   `json:"current"`      // up to today, or up to yesterday when nothing was reviewed today yet
	Longest     int   `json:"longest"`      // of all days that count
	LongestFrom *Date `json:"longest_from"` // its first day; null when there is none
	StudyDays   int   `json:"study_days"`   // with a review
	Days        int   `json:"days"`         // from the first of them to today
}

// streak looks at the days up to today: those of a clock that went ahead are
// none of a row yet.
func (c *Counter) streak() Streak {
	var s Streak
	today := c.options.Today
	run, last := 0, quiz.Day(math.MinInt/2)
	for _, day := range slices.Sorted(maps.Keys(c.days)) {
		if day > today {
			break
		}
		if s.StudyDays == 0 {
			s.Days = int(today-day) + 1
		}
		s.StudyDays++
		if run++; day != last+1 {
			run = 1
		}
		if last = day; run > s.Longest {
			from := Date(day) - Date(run-1)
			s.Longest, s.LongestFrom = run, &from
		}
	}
	if last >= today-1 {
		s.Current = run
	}
	return s
}

// CalendarDays is the length of the calendar: 52 whole weeks and the running
// one.
const CalendarDays = 53 * 7

// Calendar is a year of days, ending with the week of today.
type Calendar struct {
	From    Date  `json:"from"`    // a Monday
	To      Date  `json:"to"`      // today
	Reviews []int `json:"reviews"` // of each day from From to To
	// Steps are the counts from which a day is of level 2, 3 and 4; a day with
	// fewer reviews, but some, is of level 1. They are a quarter, a half and three
	// quarters of a busy day, one that a twentieth of the study days exceeds.
	Steps [3]int `json:"steps"`
}

func (c *Counter) calendar() Calendar {
	today := Date(c.options.Today)
	from := today - Date(today.Weekday()) - (CalendarDays - 7)
	k := Calendar{From: from, To: today, Reviews: make([]int, today-from+1)}
	var some []int
	for i := range k.Reviews {
		if n := c.days[quiz.Day(from)+quiz.Day(i)]; n != nil {
			k.Reviews[i] = n.Reviews
			some = append(some, n.Reviews)
		}
	}
	slices.Sort(some)
	busy := 0
	if len(some) > 0 {
		busy = some[(len(some)-1)*19/20]
	}
	for i, least := 0, 2; i < len(k.Steps); i, least = i+1, k.Steps[i]+1 {
		k.Steps[i] = max(least, (busy*(i+1)+3)/4)
	}
	return k
}

// Level returns how much was reviewed on the ith day, 0 for nothing to 4.
func (k Calendar) Level(i int) int {
	n := k.Reviews[i]
	if n == 0 {
		return 0
	}
	level := 1
	for _, least := range k.Steps {
		if n >= least {
			level++
		}
	}
	return level
}

// round rounds to some decimals.
func round(x float64, decimals int) float64 {
	scale := math.Pow10(decimals)
	return math.Round(x*scale) / scale
}
