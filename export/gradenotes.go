package export

import (
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
		notes = append(notes, fill(pattern, s.count(part)))
	}
	if len(q.Reject) > 0 {
		notes = append(notes, fill(w.never, strings.Join(q.Reject, "; ")))
	}
	if q.Exact {
		notes = append(notes, w.exactly)
	}
	return strings.Join(notes, "; ")
}

// partOf returns the points for one right part of a question of several; 0
// where it has but one, or is worth nothing.
func partOf(q *decks.Question) float64 {
	n := len(q.Answers)
	switch q.Kind {
	case decks.Multiple, decks.Order, decks.Match:
	case decks.List:
		if q.Need > 0 {
			n = q.Need
		}
	case decks.Cloze:
		n = len(q.Gaps)
	default:
		return 0
	}
	if n < 2 {
		return 0
	}
	return q.Points / float64(n)
}
