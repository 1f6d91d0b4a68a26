package practice

import (
	"slices"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/answer"
)

// taskOf returns a question as the paper asks it: its options in the order of
// the paper, all gaps of a cloze open at once.
func taskOf(it Item) answer.Task {
	q := *it.Question
	first := it.Question.Cards()[0]
	card := decks.Card{ID: first.ID, Question: &q, Face: first.Face}
	task := answer.Task{Card: card, Quiz: true}
	switch q.Kind {
	case decks.Cloze:
		q.Gaps = slices.Clone(q.Gaps)
		for i := range q.Gaps {
			q.Gaps[i].Label = 1
		}
		task.Card.Face = decks.ClozeFace(1)
		fallthrough
	case decks.Choice, decks.Multiple, decks.Match:
		if it.Options != nil {
			q.Choices = it.Options
		}
	case decks.Order:
		task.Order = arranged(card.Options(), it.Options)
	}
	return task
}

// arranged returns which of some values stands at each place of the same
// values on paper; nil when these are not the same.
func arranged(values, paper []decks.Value) []int {
	order := make([]int, 0, len(values))
	for _, v := range paper {
		if i := slices.Index(values, v); i >= 0 {
			order = append(order, i)
		}
	}
	if len(order) != len(values) {
		return nil
	}
	return order
}

// face returns a question as a study session would show it, so that a test
// looks the same: before the answer, or with its marking.
func (q *question) face(shown bool) quiz.View {
	v := quiz.View{
		Phase:    quiz.Asked,
		Card:     q.task.Card,
		Task:     q.task,
		Options:  quiz.Options(q.task),
		Groups:   q.item.Question.Group.Path(),
		Typed:    true, // also where the learner judges what was written
		Response: q.text,
	}
	if shown {
		v.Phase, v.Match = quiz.Shown, q.match
	}
	return v
}
