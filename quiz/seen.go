package quiz

import (
	"slices"
	"strings"

	"recto/decks"
)

// SeenOf returns what a question says. Path is its file as an absolute path,
// "" for the library; what of it is not UTF-8, as a name of another encoding,
// is replaced.
func SeenOf(q *decks.Question, path string) Seen {
	s := Seen{
		Deck:     q.Deck.ID,
		Question: q.ID,
		Path:     strings.ToValidUTF8(path, "\uFFFD"),
		Title:    q.Deck.Title,
		Text:     q.Ask,
	}
	if q.Kind == decks.Cloze {
		s.Text = q.Text
	}
	for _, a := range q.Answers {
		s.Answers = append(s.Answers, a.Text)
	}
	for _, g := range q.Gaps {
		s.Gaps = append(s.Gaps, g.Text)
	}
	for _, c := range q.Cards() {
		s.Faces = append(s.Faces, c.Face)
	}
	return s
}

// Equal reports whether two records say the same.
func (s Seen) Equal(o Seen) bool {
	return s.Deck == o.Deck && s.Question == o.Question && s.Path == o.Path && s.Title == o.Title && s.Text == o.Text &&
		slices.Equal(s.Answers, o.Answers) && slices.Equal(s.Gaps, o.Gaps) && slices.Equal(s.Faces, o.Faces)
}
