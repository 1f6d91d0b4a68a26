package practice

import (
	"context"
	"time"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/answer"
)

// Rated is what a test says about the memory of one card.
type Rated struct {
	Card     decks.Card
	Rating   quiz.Rating
	Match    string        // "correct", "close", "wrong"; "" when the learner judged
	Response string        // as typed, but the texts of options instead of their letters
	Taken    time.Duration // on the card
}

// Ratings returns a rating of each card that the result says something about,
// in the order of the paper; the package comment tells which these are.
func (r Result) Ratings() []Rated {
	var all []Rated
	for _, m := range r.Questions {
		if m.State != Answered || m.Match.Verdict == 0 {
			continue
		}
		cards := m.Question.Cards()
		if m.Question.Kind == decks.Cloze && len(cards) > 1 {
			all = append(all, m.gapRatings(cards)...)
			continue
		}
		one := Rated{Card: cards[0], Rating: ratingOf(m.Match.Verdict), Response: m.Response, Taken: m.Time}
		if !m.ByHand {
			one.Match = m.Match.Verdict.String()
			if len(m.Task.Card.Options()) > 0 { // a letter says nothing once the options are shuffled again
				one.Response = m.Match.Given
			}
		}
		all = append(all, one)
	}
	return all
}

func ratingOf(v answer.Verdict) quiz.Rating {
	switch v {
	case answer.Correct:
		return quiz.Good
	case answer.Close:
		return quiz.Hard
	}
	return quiz.Again
}

// gapRatings returns a rating of each card of a text with gaps, by the gaps of
// its label. What the learner judged holds for all of them.
func (m Marked) gapRatings(cards []decks.Card) []Rated {
	all := make([]Rated, len(cards))
	for i, c := range cards {
		one := Rated{Card: c, Rating: ratingOf(m.Match.Verdict), Taken: m.Time / time.Duration(len(cards))}
		if m.ByHand {
			one.Response = m.Response
		} else {
			v, given := m.gapVerdict(c)
			one.Rating, one.Match, one.Response = ratingOf(v), v.String(), given
		}
		all[i] = one
	}
	return all
}

// gapVerdict marks the gaps of one card: all right is Correct, at least half
// Close, less Wrong; a gap that is Close counts as right but caps at Close.
func (m Marked) gapVerdict(c decks.Card) (v answer.Verdict, given string) {
	count, right, capped := 0, 0, false
	for i, g := range m.Question.Gaps {
		if decks.ClozeFace(g.Label) != c.Face || i >= len(m.Match.Items) {
			continue
		}
		it := m.Match.Items[i]
		if count > 0 {
			given += "; "
		}
		given += it.Given
		count++
		if it.Verdict != answer.Wrong {
			right++
		}
		capped = capped || it.Verdict == answer.Close
	}
	switch {
	case right == count && !capped:
		return answer.Correct, given
	case 2*right >= count:
		return answer.Close, given
	}
	return answer.Wrong, given
}

// Recorded is what became of the ratings of a result.
type Recorded struct {
	Cards   int          // that were rated
	Leeches []quiz.Leech // those that are forgotten again and again
	// Undo takes all of them back; nil where nothing was recorded.
	Undo func(context.Context) error
}
