package practice

import (
	"cmp"
	"slices"
	"strings"

	"recto/decks"
	"recto/quiz/answer"
)

// Confusion is a wrong answer that was given for a right one. Texts are plain,
// on one line.
type Confusion struct {
	Number   int    // of the first question where that was done
	Wanted   string // what was asked for
	Given    string // what was answered instead
	AnswerOf int    // the number of another question that it would have been right for; 0 for none
	Times    int
}

// maxConfusions is how many confusions a result has.
const maxConfusions = 100

// confusions returns what was taken for what: wrong answers and options, wrong
// gaps and pairs, and options and items that do not belong. A wrong truth value
// and a wrong place in an order are none, nor is it to say that one does not
// know. Those made most often come first, then those of the first questions.
func confusions(questions []Marked) []Confusion {
	answers := map[string]int{}
	for _, m := range questions {
		for _, a := range m.Task.Card.Answers() {
			key := fold(a.Show(m.Task.Card.Language()))
			if _, known := answers[key]; !known {
				answers[key] = m.Number
			}
		}
	}
	var all []Confusion
	at := map[[2]string]int{}
	for _, m := range questions {
		for _, pair := range taken(m) {
			key := [2]string{fold(pair[0]), fold(pair[1])}
			i, known := at[key]
			if !known {
				i = len(all)
				at[key] = i
				all = append(all, Confusion{Number: m.Number, Wanted: pair[0], Given: pair[1]})
				if n := answers[key[1]]; n != m.Number {
					all[i].AnswerOf = n
				}
			}
			all[i].Times++
		}
	}
	slices.SortStableFunc(all, func(a, b Confusion) int { return cmp.Compare(b.Times, a.Times) })
	return all[:min(len(all), maxConfusions)]
}

// taken returns what was wanted of a question and what was given instead, in
// pairs.
func taken(m Marked) (pairs [][2]string) {
	add := func(wanted, given string) {
		if given != "" && !answer.IsUnknown(m.Task.Card, given) {
			pairs = append(pairs, [2]string{wanted, given})
		}
	}
	if m.State != Answered || m.ByHand {
		return nil
	}
	switch m.Task.Card.Kind() {
	case decks.TrueFalse, decks.Order:
		return nil
	}
	if len(m.Match.Items) == 0 {
		if m.Match.Verdict == answer.Wrong {
			add(m.Match.Wanted, m.Match.Given)
		}
		return pairs
	}
	for _, it := range m.Match.Items {
		if it.Verdict == answer.Wrong {
			add(it.Wanted, it.Given)
		}
	}
	for _, extra := range m.Match.Extra {
		add(m.Match.Wanted, extra)
	}
	return pairs
}

// fold returns a text as it is compared with others here.
func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
