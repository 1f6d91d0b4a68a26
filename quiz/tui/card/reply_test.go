package card

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"recto/decks"
	"recto/quiz"
)

// Each row is the keys pressed on an order of three lines, and the response.
func TestOrder(t *testing.T) {
	for _, tt := range []struct{ name, keys, response string }{
		{"one", "b", "b"},
		{"the last one places itself", "bc", "b c a"},
		{"and stays when it is pressed too", "bca", "b c a"},
		{"however often", "bcaaa", "b c a"},
		{"a letter again takes its line out", "bb", ""},
		{"also out of a whole order", "bcb", "c a"},
		{"to go behind the others", "bcbb", "c a b"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := order("")
			for _, c := range tt.keys {
				if !r.Key(tea.KeyPressMsg{Code: c, Text: string(c)}) {
					t.Fatalf("%q means nothing", c)
				}
			}
			if got := r.Response(); got != tt.response {
				t.Errorf("response %q, want %q", got, tt.response)
			}
		})
	}
}

// A response that is shown again is the one that was given, whole or not.
func TestOrderRestored(t *testing.T) {
	for _, response := range []string{"", "c", "c a", "c a b", "a b c"} {
		r := order(response)
		if got := r.Response(); got != response {
			t.Errorf("%q is restored as %q", response, got)
		}
	}
}

// order returns the reply to an order of three lines, with a response given
// before.
func order(response string) Reply {
	deck, err := decks.Parse("deck.toml", []byte("title = 'Numbers'\n[[question]]\nask = 'Order?'\norder = ['one', 'two', 'three']\n"), nil)
	if err != nil {
		panic(err)
	}
	return NewReply(quiz.View{Phase: quiz.Asked, Typed: true, Options: []string{"one", "two", "three"}, Card: deck.Questions[0].Cards()[0], Response: response})
}
