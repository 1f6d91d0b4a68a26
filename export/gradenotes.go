package export

import (
	"fmt"
	"math"
	"strings"

	"recto/decks"
)

// gradeNote says how a question is marked where that does not go without
// saying: what a part of it is worth, what must not pass, that its spelling
// counts. "" is for the others.
func (s *sheet) gradeNote(e Entry) string {
	q := e.Question
	w := keyWordsFor(s.labels.language)
	fill := func(pattern, with string) string { return strings.Replace(pattern, "%", with, 1) }
	var notes []string
	if part := partOf(q); part > 0 {
		pattern := w.each
		switch q.Kind {
		case decks.Multiple:
			pattern = w.letters
		case decks.Order:
			pattern = w.inPlace
		}
		notes = append(notes, fill(pattern, s.partText(q.Points, partsOf(q))))
	}
	if len(q.Reject) > 0 {
		notes = append(notes, fill(w.never, strings.Join(q.Reject, "; ")))
	}
	if q.Exact {
		notes = append(notes, w.exactly)
	}
	return strings.Join(notes, "; ")
}

// partText is a share of points as people write it: 0.5 points, or 1/3 point
// where figures have no end.
func (s *sheet) partText(points float64, parts int) string {
	part := points / float64(parts)
	if hundredths := part * 100; math.Abs(hundredths-math.Round(hundredths)) < 1e-6 || points != math.Trunc(points) {
		return s.count(math.Round(hundredths) / 100)
	}
	n, d := int(points), parts
	for a, b := n, d; ; a, b = b, a%b {
		if b == 0 {
			n, d = n/a, d/a
			break
		}
	}
	if n > d {
		return fmt.Sprintf("%d\u00A0%d/%d %s", n/d, n%d, d, s.points(part))
	}
	word := s.points(part)
	if word == s.points(2) { // a language without a form for parts says "1/3 point"
		word = s.points(1)
	}
	return fmt.Sprintf("%d/%d %s", n, d, word)
}

// partOf returns the points for one right part of a question of several; 0
// where it has but one, or is worth nothing.
func partOf(q *decks.Question) float64 {
	n := partsOf(q)
	if n < 2 {
		return 0
	}
	return q.Points / float64(n)
}

// partsOf is how many parts of a question are right or wrong by themselves.
func partsOf(q *decks.Question) int {
	switch q.Kind {
	case decks.Multiple, decks.Order, decks.Match:
		return len(q.Answers)
	case decks.List:
		if q.Need > 0 {
			return q.Need
		}
		return len(q.Answers)
	case decks.Cloze:
		return len(q.Gaps)
	}
	return 1
}
