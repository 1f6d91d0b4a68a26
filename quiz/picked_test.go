package quiz_test

import (
	"math/rand/v2"
	"testing"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/answer"
	"recto/quiz/fsrs"
)

// A letter says nothing once the options are shuffled again, so what was picked
// is recorded as the option's text; what was typed is recorded as it is.
func TestReviewRecordsWhatWasPicked(t *testing.T) {
	deck, err := decks.Parse("deck.toml", []byte(`
title = "Rivers"
id = "rivers"
[[question]]
id = "choice"
ask = "Which river flows through Rome?"
choices = ["Tiber", "Po", "Arno"]
answer = "Tiber"
[[question]]
id = "multiple"
ask = "Which are in Asia?"
choices = ["Indus", "Rhine", "Ganges"]
answer = ["Indus", "Ganges"]
[[question]]
id = "short"
ask = "The river of Vienna?"
answer = "Danube"
`), nil)
	if err != nil {
		t.Fatal(err)
	}
	scheduler, err := fsrs.New(fsrs.DefaultOptions())
	if err != nil {
		t.Fatal(err)
	}
	var queue []quiz.Item
	for _, q := range deck.Questions {
		queue = append(queue, quiz.Item{Card: q.Cards()[0]})
	}
	d := &desk{t: t, journal: &journal{}, now: noon}
	d.session = quiz.NewSession(queue, func(decks.Card) quiz.Scheduler { return scheduler }, answer.Standard{},
		quiz.SessionOptions{Start: noon, Seed: 7, Random: rand.NewChaCha8([32]byte{1})})
	letter := func(option string) string {
		for i, o := range d.session.View().Options {
			if o == option {
				return string(rune('a' + i))
			}
		}
		t.Fatalf("no option %q", option)
		return ""
	}
	for _, text := range []func() string{
		func() string { return letter("Po") },
		func() string { return letter("Ganges") + letter("Rhine") },
		func() string { return "Donau" },
	} {
		d.do(quiz.Input{Action: quiz.Respond, Text: text()}, easy)
	}
	var got []string
	for _, e := range d.journal.events {
		if e.Kind == quiz.ReviewEvent {
			got = append(got, e.Review.Response)
		}
	}
	if len(got) != 3 || got[0] != "Po" || got[1] != "Ganges; Rhine" && got[1] != "Rhine; Ganges" || got[2] != "Donau" {
		t.Errorf("recorded %q", got)
	}
}
