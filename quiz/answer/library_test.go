package answer_test

import (
	"strings"
	"testing"

	"recto/decks"
	"recto/decks/library"
	"recto/quiz/answer"
)

// Whoever types what a deck of the library displays as the answer is right.
func TestLibraryAnswersAreCorrectAsDisplayed(t *testing.T) {
	for _, name := range library.Names() {
		file, ok := library.Open(name)
		if !ok {
			t.Fatalf("no deck %s", name)
		}
		deck, err := decks.Parse(file.Path, file.Source, file.Images)
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range deck.Questions {
			for _, card := range q.Cards() {
				response, ok := displayed(card)
				if !ok {
					continue
				}
				match, err := answer.Standard{}.Match(answer.Task{Card: card}, response)
				if err != nil || match.Verdict != answer.Correct || match.Points != 1 {
					t.Errorf("%s: %q is %v (%s), %v", card.ID, response, match.Verdict, match.Note, err)
				}
			}
		}
	}
}

// displayed returns the answer of a card as the deck displays it, items with
// ';' between; ok is false for what is not typed as text.
func displayed(card decks.Card) (response string, ok bool) {
	if !card.Typed() || card.Kind() == decks.Match {
		return "", false
	}
	var items []string
	for _, a := range card.Answers() {
		items = append(items, strings.ReplaceAll(a.Show(card.Language()), ";", `\;`))
	}
	return strings.Join(items, "; "), len(items) > 0
}
