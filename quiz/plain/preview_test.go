package plain_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recto/decks"
	"recto/quiz/plain"
)

// broken is a writer that takes nothing.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

// Every face is written, then the paper and what could be better, each line
// behind a word of the protocol or indented.
func TestPreview(t *testing.T) {
	deck, err := decks.Parse("deck.toml", []byte(`
title = "T"
id = "t"
[[question]]
ask = "dog"
answer = "Hund"
reverse = true
hint = "it barks"
explain = "A: not a line\nof the protocol"
`), nil)
	if err != nil {
		t.Fatal(err)
	}
	o := plain.PreviewOptions{
		Questions: deck.Questions, First: 3, Total: 7,
		Paper: func(_ *decks.Question, answer bool) (lines, warnings []string) {
			if answer {
				return []string{"3. Hund"}, nil
			}
			return []string{"3. dog", "", "\x1b[2J"}, []string{"no font has it"}
		},
		Findings: func(*decks.Question) []string { return []string{"code: it is weak\nhint: mend it"} },
	}
	var out strings.Builder
	if err := plain.Preview(&out, o); err != nil {
		t.Fatal(err)
	}
	const want = `[3 of 7] t - short
Q: dog
Hint 1 of 1: it barks
A: Hund
Why: A: not a line
   of the protocol

[3 of 7] t - short, reverse
Q: Hund
A: dog
Why: A: not a line
   of the protocol
On paper:
   3. dog

   ` + "\uFFFD" + `[2J
! no font has it
In the key:
   3. Hund
! code: it is weak
   hint: mend it
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
	if err := plain.Preview(broken{}, o); err == nil || !strings.Contains(err.Error(), "the disk is full") {
		t.Errorf("a full disk: %v", err)
	}
}
