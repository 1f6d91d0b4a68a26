package plain_test

import (
	"fmt"
	"strings"

	"recto/decks"
	"recto/decks/markup"
	"recto/quiz/answer"
)

// simple is a matcher that knows letters and plain equality.
type simple struct{}

func (simple) Match(t answer.Task, response string) (answer.Match, error) {
	c := t.Card
	m := answer.Match{Verdict: answer.Wrong, Given: response, Wanted: markup.Plain(markup.Parse(c.Shown()))}
	said := strings.ToLower(strings.TrimSpace(response))
	wanted := strings.ToLower(c.Answers()[0].Text)
	switch c.Kind() {
	case decks.Choice:
		i := int(said[0]) - 'a'
		if i < 0 || i >= len(t.Order) {
			return m, fmt.Errorf("there is no option %q", response)
		}
		said = strings.ToLower(c.Options()[t.Order[i]].Text)
	case decks.TrueFalse:
		if said != "t" && said != "f" {
			return m, fmt.Errorf("answer t or f, not %q", response)
		}
		wanted = wanted[:1]
	}
	if said == wanted {
		m.Verdict = answer.Correct
	}
	return m, nil
}
