package main

import (
	"context"
	"strings"

	"recto/decks"
	"recto/quiz"
)

// lastSaid returns what a question said last. A deck is read whole when it is
// asked about first; what cannot be read is not known.
func (w *workspace) lastSaid(ctx context.Context) func(deck, question string) (quiz.Seen, bool) {
	read := map[string]map[string]quiz.Seen{}
	return func(deck, question string) (quiz.Seen, bool) {
		said, ok := read[deck]
		if !ok {
			said = map[string]quiz.Seen{}
			if all, err := w.store.SeenInDeck(ctx, deck); err == nil {
				for _, s := range all {
					said[s.Question] = s
				}
			}
			read[deck] = said
		}
		s, ok := said[question]
		return s, ok
	}
}

// isLibrary reports whether a deck came with the program.
func isLibrary(d *decks.Deck) bool { return strings.HasPrefix(d.File, "library/") }
