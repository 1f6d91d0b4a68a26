package words

import (
	"strconv"
	"strings"
	"time"
)

// Locale is how numbers, days and times of day are written. The zero Locale is
// that of C: plain digits, ISO dates, weeks from Monday, 24 hours.
type Locale struct {
	decimal string // before the decimals; "" is "."
	group   string // between groups of digits; "" groups only where Grouped asks for it
	least   int    // digits before the first mark, from which on a number is grouped; 0 is 1
	lakhs   bool   // groups of two before the last three, as in India

	order dateOrder
	mark  string // between the parts of a date
	end   string // behind its last part
	week  time.Weekday
	set   bool // week and half mean something
	half  bool // 12 hours
}

// dateOrder is in which order a date is written.
type dateOrder uint8

const (
	yearFirst dateOrder = iota
	dayFirst
	monthFirst
)

// LocaleOf returns the locale of an environment: LC_ALL before LC_NUMERIC and
// LC_TIME before LANG, the first that is not empty. Names are as the C library
// has them, de_CH.UTF-8@euro; one that is not known is written as C.
func LocaleOf(getenv func(name string) string) Locale {
	first := func(category string) string {
		for _, name := range []string{"LC_ALL", category, "LANG"} {
			if value := getenv(name); value != "" {
				return value
			}
		}
		return ""
	}
	var l Locale
	if language, region, ok := localeName(first("LC_NUMERIC")); ok {
		l.decimal, l.group, l.least, l.lakhs = marksOf(language, region)
	}
	if language, region, ok := localeName(first("LC_TIME")); ok {
		l.order, l.mark, l.end = dateOf(language, region)
		l.set, l.week, l.half = true, weekOf(region), halfDay(language, region)
	}
	return l
}

// localeName splits the name of a locale into its language and region; false
// for C, POSIX and what is no name.
func localeName(s string) (language, region string, ok bool) {
	s, _, _ = strings.Cut(s, "@")
	s, _, _ = strings.Cut(s, ".")
	language, region, _ = strings.Cut(strings.ReplaceAll(s, "-", "_"), "_")
	language, region = strings.ToLower(language), strings.ToUpper(region)
	if region == "" {
		region = homeRegion[language]
	}
	_, ok = numberMarks[language]
	return language, region, ok
}

// Int writes a whole number: 12485 under C, 12,485 under en_US.
func (l Locale) Int(n int) string { return l.grouped(strconv.Itoa(n), l.group) }

// Grouped writes a whole number with its thousands marked in any locale, by
// commas under C: 12,485.
func (l Locale) Grouped(n int) string {
	mark := l.group
	if mark == "" {
		mark = ","
	}
	return l.grouped(strconv.Itoa(n), mark)
}

// Fixed writes a number with so many decimals: 8.5 under C, 8,5 under de_DE.
func (l Locale) Fixed(x float64, decimals int) string {
	whole, rest, _ := strings.Cut(strconv.FormatFloat(x, 'f', decimals, 64), ".")
	whole = l.grouped(whole, l.group)
	if rest == "" {
		return whole
	}
	return whole + l.Decimal() + rest
}

// Decimal returns the mark before decimals.
func (l Locale) Decimal() string {
	if l.decimal == "" {
		return "."
	}
	return l.decimal
}

// grouped puts a mark between the groups of digits.
func (l Locale) grouped(digits, mark string) string {
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	if mark == "" || len(digits) < 3+max(l.least, 1) {
		return sign + digits
	}
	at, size := len(digits)-3, 3
	if l.lakhs {
		size = 2
	}
	text := digits[at:]
	for at > 0 {
		from := max(at-size, 0)
		text = digits[from:at] + mark + text
		at = from
	}
	return sign + text
}

// Date writes a day: 2026-11-23 under C, 23.11.2026 under de_DE.
func (l Locale) Date(year int, month time.Month, day int) string {
	y, m, d := pad(year, 4), pad(int(month), 2), pad(day, 2)
	mark := l.mark
	if mark == "" {
		mark = "-"
	}
	switch l.order {
	case dayFirst:
		return d + mark + m + mark + y + l.end
	case monthFirst:
		return m + mark + d + mark + y + l.end
	}
	return y + mark + m + mark + d + l.end
}

// DayMonth writes a day without its year: 11-23 under C, 23.11. under de_DE.
func (l Locale) DayMonth(month time.Month, day int) string {
	m, d := pad(int(month), 2), pad(day, 2)
	mark := l.mark
	if mark == "" {
		mark = "-"
	}
	tail := l.end
	if mark == "." {
		tail = "."
	}
	if l.order == dayFirst {
		return d + mark + m + tail
	}
	return m + mark + d + tail
}

// Clock writes a time of day: 21:05 under C, 9:05 pm where that is the custom;
// halves are the words for the two halves of the day.
func (l Locale) Clock(hour, minute int, halves [2]string) string {
	if !l.half {
		return pad(hour, 2) + ":" + pad(minute, 2)
	}
	return strconv.Itoa((hour+11)%12+1) + ":" + pad(minute, 2) + " " + halves[hour/12%2]
}

// FirstDay returns the day that weeks begin with.
func (l Locale) FirstDay() time.Weekday {
	if !l.set {
		return time.Monday
	}
	return l.week
}

// pad writes a number with at least so many digits.
func pad(n, digits int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(digits-len(s), 0)) + s
}
