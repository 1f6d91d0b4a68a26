package answer

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"recto/decks"
)

// date is a day or what is known of one. A part of 0 was not stated.
type date struct {
	year, month, day int
	decade           bool // year is the first of a decade
	century          bool // year is the number of a century
	part             int  // of a decade or century: 1 early, 2 mid, 3 late
	short            bool // the year had two figures
	note             string
}

// dateOf returns the date that a value of a deck is: a TOML date, or a text
// that reads as one date in the language. nil when it is none.
func (m *marker) dateOf(v decks.Value) *date {
	if v.Type != decks.DayValue && v.Type != decks.TextValue {
		return nil
	}
	readings := m.readDate(plain(v.Text))
	if len(readings) != 1 || readings[0].note != "" || readings[0].short && readings[0].month > 0 && readings[0].day > 0 && v.Type == decks.TextValue {
		return nil
	}
	return &readings[0]
}

// compareDate marks a response that reads as a date against a form that does.
// The outcome is not sure when either does not. A form that only leaves the
// year of another one out does not take a response with a year: that year has
// to be the right one.
func (m *marker) compareDate(t target, f form, raw string) outcome {
	if f.date == nil {
		return wrong
	}
	readings, known := m.dates[raw]
	if !known {
		readings = m.readDate(raw)
		m.dates[raw] = readings
	}
	if len(readings) == 0 {
		return wrong
	}
	best, right := outcome{verdict: Wrong, sure: true}, 0
	for _, r := range readings {
		if r.year != 0 && t.saysYearOf(f.date) {
			continue
		}
		o := f.date.compare(r)
		if o.verdict != Wrong {
			right++
		}
		if o.verdict < best.verdict {
			best = o
		}
	}
	if right > 0 && right < len(readings) {
		return outcome{verdict: Close, note: "this could be two days", sure: true}
	}
	return best
}

// saysYearOf reports whether d has no year, and another form is d with one.
func (t target) saysYearOf(d *date) bool {
	return d.year == 0 && slices.ContainsFunc(t.forms, func(f form) bool {
		return f.date != nil && f.date.year != 0 && f.date.month == d.month && f.date.day == d.day
	})
}

// compare marks a reading of a response at the precision of what is wanted.
func (d date) compare(given date) outcome {
	wrongPart := outcome{verdict: Wrong, sure: true}
	if d.month != 0 && given.month != d.month || d.day != 0 && given.day != d.day {
		return wrongPart
	}
	if d.year != 0 && given.year == 0 && d.month != 0 {
		return outcome{verdict: Close, note: "the year is missing", sure: true}
	}
	if !d.yearHolds(given) {
		if given.short && abs(d.year)%100 == given.year%100 && d.decade == given.decade && !d.century {
			return outcome{verdict: Close, note: "the century is missing", sure: true}
		}
		return wrongPart
	}
	if given.note != "" {
		return outcome{verdict: Close, note: given.note, sure: true}
	}
	return outcome{verdict: Correct, sure: true}
}

// yearHolds compares years, decades and centuries.
func (d date) yearHolds(given date) bool {
	switch {
	case d.year == 0:
		return true
	case given.year == 0:
		return false
	case d.century:
		return given.century && given.year == d.year && (d.part == 0 || given.part == d.part)
	case d.decade && given.decade:
		return given.year == d.year && (d.part == 0 || given.part == d.part)
	case d.decade:
		last := given.year - d.year
		within := [4][2]int{{0, 9}, {0, 3}, {4, 6}, {7, 9}}[d.part]
		return !given.century && last >= within[0] && last <= within[1]
	}
	return !given.decade && !given.century && given.year == d.year
}

// valid reports whether the parts of a date can stand together. A day without
// a year may be the 29th of February.
func (d date) valid() bool {
	if d.month < 0 || d.month > 12 || d.day < 0 || d.day > 31 || d.day > 0 && d.month == 0 {
		return false
	}
	if d.day == 0 {
		return true
	}
	days := [...]int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[d.month-1]
	if d.month == 2 && d.year != 0 && (d.year%4 != 0 || d.year%100 == 0 && d.year%400 != 0) {
		days = 28
	}
	return d.day <= days
}

// maxDate is the longest text, in bytes, that is read as a date.
const maxDate = 100

// readDate reads a date in the forms of the language and in ISO 8601. Figures
// alone may have two readings; no reading means that s is no date.
func (m *marker) readDate(s string) []date {
	if len(s) > maxDate || !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return nil
	}
	s = strings.Trim(lower(s), `"()[]!?;:, `)
	if readings := m.figureDate(s); readings != nil {
		return readings
	}
	d, ok := m.wordDate(s)
	if !ok || !d.valid() {
		return nil
	}
	return []date{d}
}

// figureDate reads a date in figures alone: two or three numbers with one of
// ". / -" between.
func (m *marker) figureDate(s string) []date {
	s = m.withoutOpening(s)
	sign := strings.IndexAny(s, "./-")
	if sign <= 0 {
		return nil
	}
	parts := strings.Split(strings.TrimSuffix(s, "."), s[sign:sign+1])
	var numbers []int
	var widths []int
	for _, part := range parts {
		part = strings.TrimSpace(part)
		n, err := strconv.Atoi(part)
		if err != nil || len(part) > 4 || part[0] == '+' {
			return nil
		}
		numbers, widths = append(numbers, n), append(widths, len(part))
	}
	switch len(numbers) {
	case 3:
		return m.threeNumbers(numbers, widths)
	case 2:
		return m.twoNumbers(numbers, widths, s[sign])
	}
	return nil
}

func (m *marker) threeNumbers(n, widths []int) []date {
	if widths[0] >= 3 {
		return only(date{year: n[0], month: n[1], day: n[2]})
	}
	year, short := n[2], widths[2] <= 2
	if short {
		year = fullYear(year)
	}
	return m.inOrder(n[0], n[1], date{year: year, short: short})
}

func (m *marker) twoNumbers(n, widths []int, sign byte) []date {
	switch {
	case widths[0] == 4:
		return only(date{year: n[0], month: n[1]})
	case widths[1] == 4:
		return only(date{year: n[1], month: n[0]})
	case sign == '-' || widths[0] > 2 || widths[1] > 2:
		return nil // a range, not a day
	}
	return m.inOrder(n[0], n[1], date{})
}

// inOrder reads two numbers as day and month in the orders that the language
// has: English without a region has both.
func (m *marker) inOrder(first, second int, d date) []date {
	primary, region := splitTag(m.language)
	dayFirst, monthFirst := d, d
	dayFirst.day, dayFirst.month = first, second
	monthFirst.month, monthFirst.day = first, second
	switch {
	case primary == "ko":
		return only(monthFirst)
	case primary == "de" || primary == "fr" || primary == "es" || primary == "pt":
		return only(dayFirst)
	case primary == "en" && region == "US" && only(monthFirst) != nil:
		return only(monthFirst)
	case primary == "en" && region != "" && region != "US" && only(dayFirst) != nil:
		return only(dayFirst)
	}
	readings := only(dayFirst)
	if first != second {
		readings = append(readings, only(monthFirst)...)
	}
	return readings
}

// only returns the one reading d when its parts can stand together.
func only(d date) []date {
	if d.month < 1 || !d.valid() {
		return nil
	}
	return []date{d}
}

// fullYear returns the year of two figures: 1969 to 2068, as POSIX reads them.
func fullYear(n int) int {
	if n < 69 {
		return 2000 + n
	}
	return 1900 + n
}
