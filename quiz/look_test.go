package quiz_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"recto/decks"
	"recto/quiz"
)

// What Look returns is what a session shows of a new card, to somebody who
// asks for a hint and then looks at the answer.
func TestLook(t *testing.T) {
	deck, err := decks.Parse("deck.toml", []byte(`
title = "Look"
[group.g]
title = "Group"
text = "A text."
[[question]]
group = "g"
ask = "Which?"
choices = ["a", "b", "c", "d"]
answer = "b"
hint = ["one", "two"]
[[question]]
cloze = "A {{c1::first::hint}} and a {{c2::second}}."
[[question]]
ask = "Sort."
order = ["x", "y", "z"]
`), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range deck.Questions {
		for _, c := range q.Cards() {
			d := sit(t, []quiz.Item{{Card: c}})
			for hints, in := range []quiz.Action{quiz.Tick, quiz.Hint, quiz.Reveal} {
				if len(c.Hints()) == 0 && in == quiz.Hint {
					continue
				}
				if _, err := d.session.Apply(quiz.Input{Action: in, Moment: d.now}); err != nil {
					t.Fatal(err)
				}
				want := d.session.View()
				got := quiz.Look(c, 1, min(hints, 1), in == quiz.Reveal)
				want.Number, want.Total, want.Left, want.Suggested, want.Ratings = 0, 0, quiz.Counts{}, 0, [4]quiz.Choice{}
				if diff := cmp.Diff(want, got, sameQuestion, cmp.Comparer(func(a, b time.Time) bool { return a.Equal(b) })); diff != "" {
					t.Errorf("%s after %d inputs: %s", c.ID, hints+1, diff)
				}
			}
		}
	}
}
