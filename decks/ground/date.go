package ground

import (
	"slices"
	"unicode/utf8"
)

// day is a calendar day or a part of one that a text names; what it leaves out is 0.
type day struct{ year, month, day int }

// datesOf returns the days and parts of days that a text names, and marks the
// figures in them that are no number of anything.
func (l *language) datesOf(tokens []token) []day {
	var days []day
	for i := 0; i < len(tokens); {
		d, next := l.dateAt(tokens, i)
		if next == i {
			i++
			continue
		}
		days = append(days, d...)
		for ; i < next; i++ {
			tokens[i].dated = d[0].month > 0 && tokens[i].year() == 0
		}
	}
	return days
}

// wholeDate returns the day that a text is and nothing more, with its
// precision; false when it is none.
func (l *language) wholeDate(tokens []token) (day, bool) {
	kept := make([]token, 0, len(tokens))
	for _, t := range tokens {
		if !l.common[t.text] || l.months[t.text] != 0 {
			kept = append(kept, t)
		}
	}
	if len(kept) == 0 || len(kept) > 4 {
		return day{}, false
	}
	days, next := l.dateAt(kept, 0)
	if next != len(kept) || len(days) != 1 {
		return day{}, false
	}
	return days[0], true
}

// dateAt reads the date that begins at i: one or, where figures leave it open
// which is the month, two. It returns the index behind it, i for none.
func (l *language) dateAt(tokens []token, i int) ([]day, int) {
	at := func(n int) *token {
		if n < len(tokens) {
			return &tokens[n]
		}
		return &token{}
	}
	skip := func(n int) int { // "October of 2024", "24 de octubre"
		if w := at(n).text; w == "of" || w == "de" || w == "the" {
			return n + 1
		}
		return n
	}
	if d, next := eastern(tokens, i); next > i {
		return []day{d}, next
	}
	if y, m, d := at(i).year(), at(i+1).within(12), at(i+2).within(31); y > 0 && m > 0 && d > 0 && at(i+1).glued && at(i+2).glued {
		return []day{{y, m, d}}, i + 3 // ISO 8601
	}
	if a, b, y := at(i).within(31), at(i+1).within(31), at(i+2).year(); a > 0 && b > 0 && y > 0 && at(i+1).glued && at(i+2).glued {
		var days []day
		if b <= 12 {
			days = append(days, day{y, b, a})
		}
		if a <= 12 && a != b {
			days = append(days, day{y, a, b})
		}
		if days != nil {
			return days, i + 3
		}
	}
	if m := l.month(at(i)); m > 0 {
		next := skip(i + 1)
		if d := at(next).within(31); d > 0 {
			if y := at(skip(next + 1)).year(); y > 0 {
				return []day{{y, m, d}}, skip(next+1) + 1
			}
			return []day{{0, m, d}}, next + 1
		}
		if y := at(next).year(); y > 0 {
			return []day{{y, m, 0}}, next + 1
		}
		if at(i).text == "may" && !at(i).capital || at(i).text == "march" && !at(i).capital || at(i).text == "mar" && !at(i).capital {
			return nil, i
		}
		return []day{{0, m, 0}}, i + 1
	}
	if d := at(i).within(31); d > 0 {
		next := skip(skip(i + 1))
		if m := l.month(at(next)); m > 0 {
			if y := at(skip(next + 1)).year(); y > 0 {
				return []day{{y, m, d}}, skip(next+1) + 1
			}
			return []day{{0, m, d}}, next + 1
		}
		return nil, i
	}
	if y := at(i).year(); y > 0 {
		return []day{{y, 0, 0}}, i + 1
	}
	return nil, i
}

// eastern reads "2024년 10월 24일" and "2024年10月24日", whole or in part.
func eastern(tokens []token, i int) (day, int) {
	var d day
	n := i
	for n+1 < len(tokens) && len(tokens[n].values) == 1 && tokens[n+1].glued {
		sign, _ := utf8.DecodeRuneInString(tokens[n+1].text)
		switch sign {
		case '년', '年':
			d.year = int(tokens[n].values[0])
		case '월', '月':
			d.month = tokens[n].within(12)
		case '일', '日':
			d.day = tokens[n].within(31)
		default:
			return d, n
		}
		n += 2
	}
	return d, n
}

// asksDate reports whether a question asks for a part of a date, so that the 3
// of "3 March" answers it.
func (l *language) asksDate(ask string) bool {
	return slices.ContainsFunc(tokenize(ask, l), func(t token) bool {
		switch t.text {
		case "day", "date", "month", "tag", "tage", "datum", "monat", "jour", "mois", "dia", "fecha", "mes", "data", "며칠", "몇일", "날짜":
			return true
		}
		return l.month(&t) > 0
	})
}

func (l *language) month(t *token) int {
	if t.figures || len(t.values) > 0 && !t.ordinal {
		return 0
	}
	return l.months[t.text]
}

// year returns the year that a token is, 0 for none.
func (t *token) year() int {
	if !t.figures || t.ordinal || len(t.text) != 4 || len(t.values) != 1 || t.values[0] < 1000 {
		return 0
	}
	return int(t.values[0])
}

// within returns the whole number from 1 to most that a token is, 0 for none.
func (t *token) within(most int) int {
	if len(t.values) == 0 || t.decade != 0 {
		return 0
	}
	v := t.values[0]
	if v < 1 || v > float64(most) || v != float64(int(v)) || t.figures && len(t.text) > 4 {
		return 0
	}
	return int(v)
}
