package lint

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"recto/decks"
)

// chance is the level of the lints that look for a habit of the author: what
// they tell would happen in one deck of a thousand by chance.
const chance = 0.001

// trial is one question in a test for a habit: whether it shows the habit, and
// how likely it does by chance.
type trial struct {
	question *decks.Question
	hit      bool
	p        float64
}

// atLeast returns the probability of as many hits as there are or more, when
// each trial is independent of the others: the distribution of their sum is
// worked out trial by trial. It takes O(n²) time for n trials.
func atLeast(trials []trial) float64 {
	sum := make([]float64, 1, len(trials)+1)
	sum[0] = 1
	hits := 0
	for _, t := range trials {
		if t.hit {
			hits++
		}
		sum = append(sum, 0)
		for k := len(sum) - 1; k > 0; k-- {
			sum[k] = sum[k]*(1-t.p) + sum[k-1]*t.p
		}
		sum[0] *= 1 - t.p
	}
	tail := 0.0
	for _, p := range sum[hits:] {
		tail += p
	}
	return tail
}

// maxTrials is how many questions a test looks at, the first of the deck: a
// habit shows in them.
const maxTrials = 2000

// habit returns the questions that show a habit, nil when there are too few of
// them to speak of one: not even half, or what chance could bring. looks is
// how many habits are looked for at once.
func habit(trials []trial, looks int) (shown []*decks.Question) {
	trials = trials[:min(len(trials), maxTrials)]
	for _, t := range trials {
		if t.hit {
			shown = append(shown, t.question)
		}
	}
	if 2*len(shown) < len(trials) || float64(looks)*atLeast(trials) > chance {
		return nil
	}
	return shown
}

// longestBias tells of a deck in which the right option is mostly the
// longest one.
func longestBias(c *checker, d *decks.Deck) {
	var trials []trial
	for _, q := range d.Questions {
		if q.Kind != decks.Choice || c.allowed(q) || len(q.Choices) < 2 {
			continue
		}
		right, longest, equal := 0, 0, false
		for _, o := range q.Choices {
			n := utf8.RuneCountInString(strings.TrimSpace(plain(o.Text)))
			if sameValue(o, q.Answers[0].Value) {
				right = n
			}
			equal = n == longest || equal && n < longest
			longest = max(longest, n)
		}
		trials = append(trials, trial{q, right == longest && !equal, 1 / float64(len(q.Choices))})
	}
	if shown := habit(trials, 1); shown != nil {
		c.foundIn(titleOf(d), fmt.Sprintf("in %d of %d questions with choices the longest option is the right one", len(shown), min(len(trials), maxTrials)),
			"lengthen wrong options or cut right ones, as in "+someOf(shown))
	}
}

// placeBias tells of a deck in which the right one of fixed options mostly
// stands in one place.
func placeBias(c *checker, d *decks.Deck) {
	places := 0
	at := map[*decks.Question]int{}
	var asked []*decks.Question
	for _, q := range d.Questions {
		if q.Kind != decks.Choice || !q.Fixed || c.allowed(q) || len(q.Choices) < 2 {
			continue
		}
		at[q] = slices.IndexFunc(q.Choices, func(o decks.Value) bool { return sameValue(o, q.Answers[0].Value) })
		asked = append(asked, q)
		places = max(places, len(q.Choices))
	}
	for place := range places {
		var trials []trial
		for _, q := range asked {
			p := 0.0
			if place < len(q.Choices) {
				p = 1 / float64(len(q.Choices))
			}
			trials = append(trials, trial{q, at[q] == place, p})
		}
		if shown := habit(trials, places); shown != nil {
			c.foundIn(titleOf(d), fmt.Sprintf("in %d of %d questions with fixed choices the right one is option %c", len(shown), min(len(trials), maxTrials), 'A'+place),
				"leave fixed out where the order says nothing: the options are then shuffled")
		}
	}
}

// truthBias tells of a deck whose statements are nearly all true or nearly
// all false.
func truthBias(c *checker, d *decks.Deck) {
	for _, truth := range []string{"true", "false"} {
		var trials []trial
		for _, q := range d.Questions {
			if q.Kind == decks.TrueFalse && !c.allowed(q) {
				trials = append(trials, trial{q, q.Answers[0].Text == truth, 0.5})
			}
		}
		if shown := habit(trials, 2); shown != nil {
			c.foundIn(titleOf(d), fmt.Sprintf("%d of %d statements are %s", len(shown), min(len(trials), maxTrials), truth),
				"turn some of them round, as in "+someOf(shown))
		}
	}
}

// titleOf returns where a deck as a whole is told of: its title.
func titleOf(d *decks.Deck) decks.Place { return d.Parts[0].Place("title") }

// someOf names the first of some questions by their lines.
func someOf(questions []*decks.Question) string {
	var lines []string
	for _, q := range questions[:min(3, len(questions))] {
		lines = append(lines, whereIs(q, questions[0]))
	}
	return "the questions " + strings.Join(lines, ", ")
}
