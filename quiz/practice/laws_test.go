package practice_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/answer"
	"recto/quiz/practice"
)

// kinds is a deck with a question of every kind, and of several cards.
const kinds = `
title = "Kinds"
id = "kinds"
[[question]]
id = "short"
ask = "Dog?"
answer = "Hund"
reverse = true
points = 0.1
[[question]]
id = "number"
ask = "How many?"
answer = 12
[[question]]
id = "day"
ask = "When?"
answer = 2024-10-24
[[question]]
id = "true"
ask = "Is it?"
answer = true
[[question]]
id = "choice"
ask = "Which?"
choices = ["red", "green", "blue"]
answer = "red"
[[question]]
id = "several"
ask = "Which ones?"
choices = ["red", "green", "blue", "black"]
answer = ["red", "blue"]
points = 3
[[question]]
id = "list"
ask = "Name them."
list = ["red", "yellow", "black"]
[[question]]
id = "order"
ask = "In order."
order = ["one", "two", "three", "four"]
points = 0.3
[[question]]
id = "pairs"
ask = "Pair them."
pairs = [["Ghana", "Accra"], ["Togo", "Lomé"], ["Volta", "Accra"]]
choices = ["Accra", "Lomé", "Abuja"]
[[question]]
id = "gaps"
cloze = "{{c1::Upper Volta}} became {{c2::Burkina Faso}} in {{c1::1984}}."
points = 2
[[question]]
id = "essay"
ask = "Why?"
answer = "Because."
typed = false
`

// responses are what learners write: right, nearly right, wrong, and nothing
// that could be read.
var responses = []string{"", " ", "Hund", "Hundd", "12", "24 October 2024", "t", "f", "a", "b", "c", "a,c", "a b c d", "red; yellow; black", "red; yelow",
	"a b c d", "d c b a", "1a 2b 3a", "1b 2a", "Upper Volta; Burkina Faso; 1984", "Uper Volta; ; 1984", "because", "I don't know", "zzz", "\xff;;\x1b[2J"}

var verdicts = []answer.Verdict{0, answer.Correct, answer.Close, answer.Wrong}

// play draws a course of inputs, and returns a test that took them.
func play(t *rapid.T, items []practice.Item, o practice.Options) (*practice.Test, []practice.Input) {
	o.Start, o.Matcher = start, answer.Standard{}
	test, err := practice.New(items, o)
	if err != nil {
		t.Fatal(err)
	}
	now := start
	var inputs []practice.Input
	for range rapid.IntRange(0, 60).Draw(t, "inputs") {
		now = now.Add(time.Duration(rapid.IntRange(0, 5000).Draw(t, "ms")) * time.Millisecond)
		in := practice.Input{
			Action:  practice.Action(rapid.SampledFrom([]int{0, 1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}).Draw(t, "action")),
			At:      now,
			Text:    rapid.SampledFrom(responses).Draw(t, "text"),
			Number:  rapid.IntRange(-1, len(items)+1).Draw(t, "number"),
			Verdict: rapid.SampledFrom(verdicts).Draw(t, "verdict"),
		}
		if in.Action >= practice.Submit && rapid.IntRange(0, 5).Draw(t, "end") > 0 {
			in.Action = practice.Answer
		}
		inputs = append(inputs, in)
		before, over := at(test, now), test.View(now).Ending
		err := test.Apply(in)
		if after := at(test, now); err != nil && err != practice.ErrTime && after != before && test.View(now).Ending == over {
			t.Fatalf("%v changed %q to %q", err, before, after)
		}
	}
	return test, inputs
}

// However a test goes, no score is above its points or below nothing, what is
// counted adds up, and the same inputs come to the same.
func TestLaws(t *testing.T) {
	items := parse(t, kinds)
	rapid.Check(t, func(t *rapid.T) {
		o := practice.Options{
			Feedback: practice.Feedback(rapid.IntRange(0, 1).Draw(t, "feedback")),
			Limit:    time.Duration(rapid.SampledFrom([]int{0, 30, 100}).Draw(t, "limit")) * time.Second,
		}
		test, inputs := play(t, items, o)
		r := test.Result()
		for _, m := range r.Questions {
			if m.Score < 0 || m.Score > m.Points {
				t.Fatalf("question %d: %g of %g", m.Number, m.Score, m.Points)
			}
			if m.State != practice.Answered && m.Score != 0 {
				t.Fatalf("question %d: %g for nothing", m.Number, m.Score)
			}
			if m.Match.Wanted == "" {
				t.Fatalf("question %d: nothing is wanted", m.Number)
			}
			if o.Limit > 0 && m.Time > o.Limit {
				t.Fatalf("question %d: %v", m.Number, m.Time)
			}
		}
		for _, tally := range append(r.Tags, r.Whole) {
			if tally.Score > tally.Points || tally.Percent() < 0 || tally.Percent() > 100 {
				t.Fatalf("%g of %g, %d%%", tally.Score, tally.Points, tally.Percent())
			}
			if full := tally.Score == tally.Points; full != (tally.Percent() == 100) {
				t.Fatalf("%g of %g are %d%%", tally.Score, tally.Points, tally.Percent())
			}
		}
		if w := r.Whole; w.Right+w.Close+w.Wrong > w.Answered || w.Answered > w.Questions {
			t.Fatalf("%+v", w)
		}
		if v := test.View(start); (v.Ending == practice.Running) != (r.Ending == practice.Running) || v.Answered != r.Whole.Answered {
			t.Fatalf("%v, %d answered; %v, %+v", v.Ending, v.Answered, r.Ending, r.Whole)
		}
		rated := map[decks.CardID]bool{}
		for _, one := range r.Ratings() {
			if rated[one.Card.ID] || !one.Rating.Valid() || one.Rating == quiz.Easy || one.Taken < 0 {
				t.Fatalf("%s: %v after %v", one.Card.ID, one.Rating, one.Taken)
			}
			rated[one.Card.ID] = true
		}
		o.Start, o.Matcher = start, answer.Standard{}
		again, err := practice.New(items, o)
		if err != nil {
			t.Fatal(err)
		}
		for _, in := range inputs {
			_ = again.Apply(in)
		}
		if diff := cmp.Diff(fmt.Sprintf("%+v", r.Whole), fmt.Sprintf("%+v", again.Result().Whole)); diff != "" {
			t.Fatal(diff)
		}
		if diff := cmp.Diff(r.Confusions, again.Result().Confusions, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
	})
}

// Taking everything back brings the test back to where it began.
func TestUndoEverything(t *testing.T) {
	items := parse(t, kinds)
	rapid.Check(t, func(t *rapid.T) {
		test, _ := play(t, items, practice.Options{})
		if test.View(start).Ending != practice.Running {
			return
		}
		for test.View(start).Undo {
			if err := test.Apply(practice.Input{Action: practice.Undo, At: start}); err != nil {
				t.Fatal(err)
			}
		}
		v := test.View(start)
		for _, e := range v.List {
			if e.State != practice.Open || e.Flag {
				t.Fatalf("question %d is %d", e.Number, e.State)
			}
		}
	})
}
