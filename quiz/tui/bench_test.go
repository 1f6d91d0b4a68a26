package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"recto/quiz"
)

// manyCards returns cards as decks have them.
func manyCards(b *testing.B, n int) []quiz.Item {
	var deck strings.Builder
	deck.WriteString("title = \"Many\"\nid = \"many\"\n")
	for i := range n {
		fmt.Fprintf(&deck, "[[question]]\nid = \"q%d\"\nask = \"What is the *answer* to question number %d, which is about as long as questions are?\"\nanswer = \"answer %d\"\nexplain = \"Because %s.\"\n",
			i, i, i, strings.Repeat("so ", 20))
	}
	return parse(b, deck.String())
}

// One key and the screen after it, in a session of 10,000 cards: 2 ms at most.
func BenchmarkKey(b *testing.B) {
	d := seat(b, manyCards(b, 10_000), 120, 40, quiz.SessionOptions{})
	for b.Loop() {
		d.app.Update(tea.KeyPressMsg{Code: 'a', Text: "a"})
		_ = d.app.View()
		d.app.Update(tea.KeyPressMsg{Code: tea.KeyBackspace})
		_ = d.app.View()
	}
}

// A card answered and rated, without the history: three keys, three screens.
func BenchmarkCard(b *testing.B) {
	items := manyCards(b, 10_000)
	d := seat(b, items, 120, 40, quiz.SessionOptions{Cram: true})
	for b.Loop() {
		for _, k := range []tea.KeyPressMsg{{Code: 'a', Text: "a"}, {Code: tea.KeyEnter}, {Code: '3', Text: "3"}} {
			_, cmd := d.app.Update(k)
			_ = d.app.View()
			d.do(cmd)
		}
		if d.app.face.View.Phase == quiz.Finished {
			b.StopTimer()
			d = seat(b, items, 120, 40, quiz.SessionOptions{Cram: true})
			b.StartTimer()
		}
	}
}

// The longest text that a deck may hold, typed below.
func BenchmarkLongText(b *testing.B) {
	deck := "title = \"Long\"\nid = \"long\"\n[[question]]\nask = \"" + strings.Repeat("Long *words* and `code`. ", 2500) + "\"\nanswer = \"a\"\n"
	d := sit(b, deck, 120, 40)
	for b.Loop() {
		d.app.Update(tea.KeyPressMsg{Code: 'a', Text: "a"})
		_ = d.app.View()
		d.app.Update(tea.KeyPressMsg{Code: tea.KeyBackspace})
		_ = d.app.View()
	}
}
