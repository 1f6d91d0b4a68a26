package export

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"recto/decks"
)

// The limits of what a record says of a question, beside those of a deck's:
// they keep a strange record from printing for ever.
const (
	maxRecordLines  = 1000
	maxRecordPoints = 1_000_000
)

func (r *recordReader) readQuestions() error {
	for i := range r.file.Questions {
		w := &r.file.Questions[i]
		at := []any{"questions", i}
		q := &decks.Question{
			ID: w.ID, Ask: w.Ask, Answers: w.Answers, Choices: w.Choices, Lefts: w.Lefts, Text: w.Text, Gaps: w.Gaps, Fixed: w.Fixed,
			Last: w.Last, Need: w.Need, Reject: w.Reject, Reverse: w.Reverse, Exact: w.Exact, Shown: w.Shown, Unit: w.Unit,
			Tolerance: w.Tolerance, Hints: w.Hints, Explain: w.Explain, From: w.From, Alt: w.Alt, Tags: w.Tags, Points: w.Points,
			Lines: w.Lines, File: w.File, Number: w.Number, Pos: decks.Position{Line: w.Line, Column: w.Column},
		}
		if w.Deck != nil {
			if *w.Deck < 0 || *w.Deck >= len(r.decks) {
				return r.fault(append(at, "deck"), "there is no deck %d", *w.Deck)
			}
			q.Deck = r.decks[*w.Deck]
		}
		if w.Group != nil {
			if *w.Group < 0 || *w.Group >= len(r.groups) {
				return r.fault(append(at, "group"), "there is no group %d", *w.Group)
			}
			q.Group = r.groups[*w.Group]
		}
		var ok bool
		if q.Kind, ok = kindOf(w.Kind); !ok {
			return r.fault(append(at, "kind"), "there is no kind %q", w.Kind)
		}
		var err error
		if q.Image, err = r.image(append(at, "image"), w.File, w.Image); err != nil {
			return err
		}
		if err := sound(q); err != nil {
			return r.fault(at, "question %d: %w", i+1, err)
		}
		r.questions = append(r.questions, q)
	}
	return nil
}

func kindOf(name string) (decks.Kind, bool) {
	for k := decks.Short; k <= decks.Cloze; k++ {
		if k.String() == name {
			return k, true
		}
	}
	return 0, false
}

// sound reports what keeps a question from being printed: what a deck's own
// check makes sure of.
func sound(q *decks.Question) error {
	switch {
	case !(q.Points >= 0 && q.Points <= maxRecordPoints) || math.IsNaN(q.Points):
		return fmt.Errorf("%g points", q.Points)
	case q.Lines < 0 || q.Lines > maxRecordLines:
		return fmt.Errorf("%d lines", q.Lines)
	case q.Need < 0 || q.Need > len(q.Answers):
		return fmt.Errorf("it needs %d of %d answers", q.Need, len(q.Answers))
	case len(q.Choices) > 26 || len(q.Lefts) > 26 || len(q.Answers) > 100:
		return errors.New("it has too many options or answers")
	}
	for _, v := range slices.Concat(q.Choices, q.Lefts, q.Last) {
		if v.Type > decks.DayValue {
			return fmt.Errorf("there is no type %d of a value", v.Type)
		}
	}
	for _, a := range q.Answers {
		if a.Type > decks.DayValue || slices.ContainsFunc(a.Accept, func(v decks.Value) bool { return v.Type > decks.DayValue }) {
			return errors.New("an answer has a type that there is not")
		}
	}
	return soundAnswers(q)
}

func soundAnswers(q *decks.Question) error {
	n := len(q.Answers)
	chosen := func() bool {
		return !slices.ContainsFunc(q.Answers, func(a decks.Answer) bool { return !slices.Contains(q.Choices, a.Value) })
	}
	ok := true
	switch q.Kind {
	case decks.Short, decks.Number, decks.Date, decks.TrueFalse:
		ok = n == 1
	case decks.Choice:
		ok = n == 1 && chosen()
	case decks.Multiple:
		ok = n > 0 && chosen()
	case decks.List:
		ok = n > 0
	case decks.Order:
		ok = n > 0 && n <= 26
	case decks.Match:
		ok = n > 0 && n == len(q.Lefts) && chosen()
	case decks.Cloze:
		return soundGaps(q)
	}
	if !ok {
		return fmt.Errorf("its answers do not fit the kind %s", q.Kind)
	}
	return nil
}

func soundGaps(q *decks.Question) error {
	end := 0
	for _, g := range q.Gaps {
		if g.Start < end || g.End <= g.Start || g.End > len(q.Text) || g.Label < 1 || g.Label > 99 {
			return errors.New("its gaps do not lie in its text")
		}
		end = g.End
	}
	if end == 0 {
		return errors.New("it has no gap")
	}
	return nil
}
