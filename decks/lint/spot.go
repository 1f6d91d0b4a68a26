package lint

import (
	"strings"
	"unicode/utf8"

	"recto/decks"
	"recto/decks/edit"
)

// spot returns the stretch of a value that reads s, whatever its case, as whole
// words; the value itself when it does not stand there.
func spot(at decks.Place, s string) decks.Place {
	if start, end := span(at.Text(), s, 0); end > 0 {
		return at.Within(start, end)
	}
	return at
}

// span returns where s stands in a text at or behind from, in any case and not
// as a part of a word; 0, 0 when it does not.
func span(text, s string, from int) (start, end int) {
	lower := strings.ToLower(text)
	if s = strings.ToLower(s); len(lower) != len(text) || s == "" {
		return 0, 0
	}
	for at := from; ; {
		i := strings.Index(lower[at:], s)
		if i < 0 {
			return 0, 0
		}
		start, end = at+i, at+i+len(s)
		before, _ := utf8.DecodeLastRuneInString(lower[:start])
		first, size := utf8.DecodeRuneInString(lower[start:])
		behind, _ := utf8.DecodeRuneInString(lower[end:])
		last, _ := utf8.DecodeLastRuneInString(lower[:end])
		if (!isWordRune(before) || !isWordRune(first)) && (!isWordRune(behind) || !isWordRune(last)) {
			return start, end
		}
		at = start + size
	}
}

// once returns where s stands in a text, -1 when that is nowhere or more than
// one place.
func once(text, s string) int {
	start := strings.Index(text, s)
	if s == "" || start < 0 || strings.Contains(text[start+1:], s) {
		return -1
	}
	return start
}

// swap returns the splice that puts with in the place of a stretch.
func swap(at decks.Place, with string) edit.Splice {
	return edit.Splice{Start: at.Start, End: at.End, Text: with}
}

// located is a text of a deck and where it stands.
type located struct {
	text string
	at   func() decks.Place
}

// answers returns the texts that are wanted, accepted forms included, with
// their places, in the order of the file as far as it is known.
func answers(q *decks.Question) []located {
	var all []located
	for i, a := range q.Answers {
		all = append(all, located{a.Text, func() decks.Place { return answerPlace(q, i) }})
	}
	for i, g := range q.Gaps {
		all = append(all, located{g.Text, func() decks.Place { return gapPlace(q, i) }})
	}
	for _, f := range accepted(q) {
		all = append(all, located{f.text, func() decks.Place { return q.Place(f.path...) }})
	}
	return all
}

// anyText reports whether one of the texts that a question asks, wants, accepts
// or lets pick is so. Most are not, and their places need not be known.
func anyText(q *decks.Question, so func(string) bool) bool {
	if q.Kind != decks.Cloze && so(q.Ask) {
		return true
	}
	for i := range q.Answers {
		if so(q.Answers[i].Text) || anyValue(q.Answers[i].Accept, so) {
			return true
		}
	}
	for i := range q.Gaps {
		if so(q.Gaps[i].Text) || anyValue(q.Gaps[i].Accept, so) {
			return true
		}
	}
	return anyValue(q.Choices, so)
}

func anyValue(values []decks.Value, so func(string) bool) bool {
	for i := range values {
		if so(values[i].Text) {
			return true
		}
	}
	return false
}

// form is an accepted form and where it stands.
type form struct {
	decks.Value
	text string
	of   string // the answer that it is as right as
	path []any  // of its place in the question
}

// accepted returns the accepted forms of a question, those of its reverse
// card aside.
func accepted(q *decks.Question) []form {
	if !accepts(q) {
		return nil
	}
	var forms []form
	add := func(of string, values []decks.Value, path ...any) {
		for i, v := range values {
			forms = append(forms, form{v, v.Text, of, append(append([]any{"accept"}, path...), i)})
		}
	}
	table := q.Kind == decks.List || q.Kind == decks.Order
	for _, a := range q.Answers {
		if len(a.Accept) == 0 {
			continue
		}
		if table {
			add(a.Text, a.Accept, a.Text)
		} else {
			add(a.Text, a.Accept)
		}
	}
	seen := map[string]bool{}
	for _, g := range q.Gaps {
		if len(g.Accept) == 0 || seen[g.Text] {
			continue
		}
		seen[g.Text] = true
		if path := []any{"accept", g.Text}; q.Place(path...).Found() {
			add(g.Text, g.Accept, g.Text)
		} else {
			add(g.Text, g.Accept)
		}
	}
	return forms
}

// accepts reports whether a question has any accepted form.
func accepts(q *decks.Question) bool {
	for i := range q.Answers {
		if len(q.Answers[i].Accept) > 0 {
			return true
		}
	}
	for i := range q.Gaps {
		if len(q.Gaps[i].Accept) > 0 {
			return true
		}
	}
	return false
}

// answerPlace returns where an answer stands.
func answerPlace(q *decks.Question, i int) decks.Place {
	switch q.Kind {
	case decks.List:
		return q.Place("list", i)
	case decks.Order:
		return q.Place("order", i)
	case decks.Match:
		return q.Place("pairs", i, 1)
	case decks.Multiple:
		return q.Place("answer", i)
	}
	return q.Place("answer")
}

// gapPlace returns where a gap stands, braces included.
func gapPlace(q *decks.Question, i int) decks.Place {
	return spot(q.Place("cloze"), q.Text[q.Gaps[i].Start:q.Gaps[i].End])
}

// optionPlace returns where an option stands.
func optionPlace(q *decks.Question, i int) decks.Place { return q.Place("choices", i) }
