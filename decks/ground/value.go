package ground

import (
	"math"
	"slices"
	"strings"
)

// isNumber reports whether the number of a form stands at a place, in no other
// unit than its own, and not in a date of which the question does not ask.
func (f *form) isNumber(tokens []token, i int) bool {
	t := &tokens[i]
	if t.dated && !f.dated {
		return false
	}
	if t.ordinal && !t.figures && t.values[0] < 3 {
		return false // "the first of them"
	}
	want, have := unitOf(f.unit), ""
	if i+1 < len(tokens) && tokens[i+1].start-t.end <= 2 && tokens[i+1].sentence == t.sentence {
		have = unitOf(tokens[i+1].text)
	}
	for _, v := range t.values {
		switch {
		case want == "percent" && have == "" && !t.figures && f.right(100*v):
			return true // a quarter
		case f.right(v) && (have == "" || f.unit == "" || have == want):
			return true
		}
	}
	return false
}

// right reports whether a number would be marked as right.
func (f *form) right(v float64) bool {
	want := *f.number
	if sameNumber(v, want) {
		return true
	}
	switch t := f.tolerance; {
	case t == nil:
		return false
	case t.Range:
		return v >= t.Low && v <= t.High
	case t.Percent > 0:
		return math.Abs(v-want) <= math.Abs(want)*t.Percent/100
	default:
		return math.Abs(v-want) <= t.Absolute
	}
}

// unitOf returns one name for the names of a unit that must not be mistaken
// for another, "" for anything else.
func unitOf(word string) string {
	word = foldWord(strings.TrimSpace(word))
	switch strings.TrimSuffix(word, "s") {
	case "%", "percent", "per cent", "prozent":
		return "percent"
	case "km", "kilometre", "kilometer":
		return "km"
	case "m", "metre", "meter":
		return "m"
	case "cm", "centimetre", "centimeter", "zentimeter":
		return "cm"
	case "mm", "millimetre", "millimeter":
		return "mm"
	case "mile", "mi":
		return "mile"
	case "ft", "foot", "feet":
		return "foot"
	case "kg", "kilogram", "kilogramme", "kilogramm", "kilo":
		return "kg"
	case "g", "gram", "gramme", "gramm":
		return "g"
	case "t", "ton", "tonne":
		return "t"
	case "lb":
		return "lb"
	case "l", "litre", "liter":
		return "l"
	case "hour", "hr", "stunde", "stunden":
		return "hour"
	case "minute", "min", "minuten":
		return "minute"
	case "day", "tag", "tage":
		return "day"
	case "week", "woche", "wochen":
		return "week"
	case "month", "monat", "monate":
		return "month"
	case "year", "yr", "jahr", "jahre", "jahren":
		return "year"
	}
	return ""
}

// hasDay reports whether a passage names a day, or a part of one, to its own
// precision. A year may stand elsewhere in the passage.
func (p *passage) hasDay(want day) bool {
	year := want.year == 0 || slices.ContainsFunc(p.dates, func(d day) bool { return d.year == want.year })
	if want.month == 0 && want.day == 0 {
		return year && want.year != 0
	}
	return year && slices.ContainsFunc(p.dates, func(d day) bool {
		return (d.year == want.year || d.year == 0 || want.year == 0) && d.month == want.month && (want.day == 0 || d.day == want.day)
	})
}
