package test

import (
	"fmt"
	"strings"
	"testing"

	"recto/quiz/practice"
)

// BenchmarkKey measures a key and the frame that it leads to in a test of
// 10,000 questions: at a question, in the list, at the result.
func BenchmarkKey(b *testing.B) {
	var deck strings.Builder
	deck.WriteString("title = \"Large\"\nid = \"large\"\n")
	for i := range 10_000 {
		fmt.Fprintf(&deck, "[[question]]\nid = \"q%[1]d\"\nask = \"What is the *number* %[1]d?\"\nanswer = \"%[1]d\"\ntags = [\"t%[2]d\"]\n", i, i%50)
	}
	for _, bb := range []struct{ name, begin, keys string }{
		{"question", "", "12<backspace><backspace>"},
		{"list", "<esc>l", "<down><pgdown><up><pgup>"},
		{"result", "<esc>dd", "<down><pgdown><up><pgup>"},
	} {
		b.Run(bb.name, func(b *testing.B) {
			d := sit(b, deck.String(), 80, 24, practice.Options{}, Options{})
			d.press(bb.begin)
			keys := keyNames.FindAllString(bb.keys, -1)
			for i := 0; b.Loop(); i++ {
				d.press(keys[i%len(keys)])
				d.screen.View()
			}
		})
	}
}
