package answer_test

import (
	"testing"

	"recto/decks"
	"recto/quiz/answer"
)

func TestIsUnknown(t *testing.T) {
	deck, err := decks.Parse("deck.toml", []byte(`
title = "Unknown"
answer_language = "de"
[[question]]
ask = "How does one say red?"
answer = "rot"
[[question]]
ask = "What does one say?"
answer = "no idea"
exact = true
`), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		question int
		response string
		want     bool
	}{
		{0, "I don't know", true}, {0, "weiß nicht", true}, {0, "blau", false}, {0, "", false}, {1, "no idea", false},
	} {
		if got := answer.IsUnknown(deck.Questions[row.question].Cards()[0], row.response); got != row.want {
			t.Errorf("%q to question %d: %v", row.response, row.question+1, got)
		}
	}
}
