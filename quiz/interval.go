package quiz

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"recto/quiz/words"
)

// The units of intervals, as words.Unit counts them. A year is 365 days and a month a
// twelfth of it, so that the maximum of 36,500 days reads "100y".
var intervalUnits = [...]struct {
	name   string
	length time.Duration
	from   time.Duration // used from here on
	step   time.Duration // what the last digit shown is worth
}{
	{"y", 365 * 24 * time.Hour, 365 * 24 * time.Hour, 876 * time.Hour},
	{"mo", 730 * time.Hour, 30 * 24 * time.Hour, 73 * time.Hour},
	{"d", 24 * time.Hour, 24 * time.Hour, 24 * time.Hour},
	{"h", time.Hour, time.Hour, 6 * time.Minute},
	{"m", time.Minute, time.Minute, time.Minute},
	{"s", time.Second, time.Second, time.Second},
}

// FormatInterval writes an interval for people: "30s", "10m", "1.5h", "8d",
// "1.2mo", "2.3y". Hours, months and years have one decimal unless it is 0, the
// others none; the last digit is rounded, half up. What rounding lifts to the
// next unit is written in it ("1h", not "60m"). Up to 29 days are days. What is
// nothing after rounding, or less, is "now".
//
// With Progress.Wait it is what a rating button shows:
//
//	FormatInterval(preview[Good-1].Wait(now))
func FormatInterval(d time.Duration) string {
	amount, unit, ok := splitInterval(d)
	if !ok {
		return "now"
	}
	return strconv.FormatFloat(amount, 'f', -1, 64) + intervalUnits[unit].name
}

// Interval writes an interval as FormatInterval does, in the language and
// the locale of the learner.
func (w Speaker) Interval(d time.Duration) string {
	amount, unit, ok := splitInterval(d)
	if !ok {
		return w.Schedule.Now
	}
	return w.Schedule.Interval(amount, unit)
}

// splitInterval returns an interval as it is written; false when it is none
// after rounding.
func splitInterval(d time.Duration) (amount float64, unit words.Unit, ok bool) {
	for i, u := range intervalUnits {
		// A unit begins when what the next smaller one would show has reached it.
		finer := u.step
		if i+1 < len(intervalUnits) {
			finer = intervalUnits[i+1].step
		}
		if d.Round(finer) >= u.from {
			return float64(d.Round(u.step)) / float64(u.length), words.Unit(i), true
		}
	}
	return 0, 0, false
}

// ParseInterval reads an interval as FormatInterval writes it: a positive
// number and one of the units s, m, h, d, mo and y ("90s", "10m", "1.5h",
// "1d", "6mo", "100y"). The result is rounded to the second, and at most 100
// years of 365 days.
func ParseInterval(s string) (time.Duration, error) {
	number := strings.TrimRight(s, "ydhmso")
	for _, u := range intervalUnits {
		if s[len(number):] != u.name {
			continue
		}
		// Digits and one point only: ParseFloat alone also takes "1e3", "0x1" and "inf".
		n, err := strconv.ParseFloat(number, 64)
		if err != nil || strings.Trim(number, "0123456789.") != "" {
			break
		}
		length := n * float64(u.length)
		if length > 100*365*24*float64(time.Hour) {
			return 0, fmt.Errorf("interval %q is longer than 100y", s)
		}
		if length < float64(time.Second) {
			return 0, fmt.Errorf("interval %q is shorter than 1s", s)
		}
		return time.Duration(length).Round(time.Second), nil
	}
	return 0, fmt.Errorf("%q is no interval: write a number and s, m, h, d, mo or y, such as 10m or 1d", s)
}
