package quiz

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"recto/decks"
	"recto/decks/markup"
)

// Standing is whether a card comes now, and why.
type Standing struct {
	Place int    `json:"place"` // in the queue, from 1; 0 when it does not come
	Of    int    `json:"of"`    // cards of the queue
	Code  string `json:"code"`  // one of the codes below
	Words string `json:"words"` // a sentence without its full stop
}

// The codes of standings.
const (
	Comes     = "comes"
	Suspended = "suspended"
	Buried    = "buried"
	NotDue    = "later"   // due on a later day
	Waits     = "after"   // new, and comes after what is not learned yet
	Sibling   = "sibling" // another card of its question has the day
	Paused    = "paused"
	OverLimit = "limit" // of the day
	OverTime  = "time"  // the minutes of the day
	NotAsked  = "not asked for"
)

// StandingOf says whether the card of a number in items comes now, given what
// Queue is given.
func StandingOf(items []Item, card int, now Moment, l Limits, seed uint64) Standing {
	k := newDeal(items)
	queue := k.queue(now, l, seed)
	s := Standing{Of: len(queue)}
	p := items[card].Progress
	if at := slices.Index(queue, int32(card)); at >= 0 {
		s.Place, s.Code = at+1, Comes
		s.Words = fmt.Sprintf("%s; card %d of the %d that come now", p.Reason(now), at+1, len(queue))
		return s
	}
	s.Code, s.Words = k.held(card, queue, now, l, seed)
	return s
}

// held says why a card is not in a queue.
func (k *deal) held(card int, queue []int32, now Moment, l Limits, seed uint64) (code, words string) {
	it := &k.items[card]
	p := &it.Progress
	switch {
	case p.Suspended:
		return Suspended, "suspended, and stays so until it is unsuspended"
	case p.BuriedOn(now.Day):
		return Buried, fmt.Sprintf("buried until %s", p.Buried)
	case !l.selects(*it):
		return NotAsked, "not among the cards that were asked for"
	case p.State != New && p.DueDay > now.Day+Day(max(l.Ahead, 0)):
		return NotDue, fmt.Sprintf("due on %s, in %s", p.DueDay, plural(int(p.DueDay-now.Day), "day"))
	case p.State == New && len(k.unlearned(it)) > 0:
		return Waits, "new, and waits until these are learned: " + strings.Join(k.unlearned(it), ", ")
	}
	if sibling := k.sibling(card, queue, now); sibling != "" && !l.Together {
		return Sibling, p.Reason(now) + ", but " + sibling
	}
	if p.State == New && l.NewNow == nil && now.Day < l.Paused {
		return Paused, fmt.Sprintf("new, and new cards pause until %s", l.Paused)
	}
	free := l
	free.Time = 0
	if l.Time != 0 && slices.Contains(k.queue(now, free, seed), int32(card)) {
		return OverTime, p.Reason(now) + ", but the minutes of the day are full (minutes_per_day)"
	}
	if p.State == New {
		return OverLimit, fmt.Sprintf("%s, but the new cards of the day are full: %d were studied today, %d come before it (new_per_day)",
			p.Reason(now), l.Done.New, k.count(queue, func(p *Progress) bool { return p.State == New }))
	}
	return OverLimit, fmt.Sprintf("%s, but the reviews of the day are full: %d were done today, %d come before it (reviews_per_day)",
		p.Reason(now), l.Done.Reviews, k.count(queue, func(p *Progress) bool { return p.State == Review }))
}

// count counts the cards of a queue that are something.
func (k *deal) count(queue []int32, is func(*Progress) bool) (n int) {
	for _, i := range queue {
		if is(&k.items[i].Progress) {
			n++
		}
	}
	return n
}

// unlearned returns the questions that a card comes after and that are not
// learned yet.
func (k *deal) unlearned(it *Item) (ids []string) {
	for _, id := range it.Card.Question.After {
		for i := range k.items {
			other := &k.items[i]
			if other.Card.ID.Deck == it.Card.ID.Deck && other.Card.ID.Question == id && other.Progress.State != Review && !other.Progress.Suspended {
				ids = append(ids, markup.OneLine(id))
				break
			}
		}
	}
	return ids
}

// sibling says which other card of the question has the day; "" when none has.
func (k *deal) sibling(card int, queue []int32, now Moment) string {
	for i := range k.items {
		if i == card || k.question[i] != k.question[card] {
			continue
		}
		face := markup.OneLine(string(k.items[i].Card.Face))
		switch p := &k.items[i].Progress; {
		case p.Reps > 0 && p.Last == now.Day:
			return "its sibling " + face + " was studied today"
		case slices.Contains(queue, int32(i)):
			return "its sibling " + face + " comes today"
		}
	}
	return ""
}

func plural(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprint(n, " ", thing, "s")
}

// Foresee returns when each rating would bring the card on screen back, were it
// rated now; zeros while cramming and when there is no card.
func (s *Session) Foresee(now Moment) [4]Choice {
	i := s.state.current
	if i < 0 || s.state.phase == Finished || s.options.Cram {
		return [4]Choice{}
	}
	return ChoicesOf(s.preview(i, s.items[i].Progress, now), now)
}

// ChoicesOf returns the ratings that lead to what a Scheduler previewed.
func ChoicesOf(preview [4]Progress, now Moment) (all [4]Choice) {
	for i, p := range preview {
		all[i] = Choice{Rating: Again + Rating(i), Progress: p, Interval: FormatInterval(p.Wait(now))}
	}
	return all
}

// RatingWords says when each rating would bring a card back: "Again in 10m,
// Hard in 6d, Good in 9d, Easy in 20d"; "" when nothing is known of it.
func RatingWords(choices [4]Choice) string {
	var all []string
	for _, c := range choices {
		if c.Interval != "" {
			all = append(all, fmt.Sprintf("%s in %s", c.Rating, c.Interval))
		}
	}
	return strings.Join(all, ", ")
}

// Words says what a review was: "Again, wrong, you wrote Lyon, 6s". What was
// written stays unsaid unless told, as it may be the answer.
func (r *ReviewBody) Words(told bool) string {
	all := []string{r.Rating.String()}
	if r.Match != "" {
		all = append(all, r.Match)
	}
	if r.Response != "" && told {
		all = append(all, "you wrote "+clipped(markup.OneLine(r.Response)))
	}
	if taken := (time.Duration(r.Taken) * time.Millisecond).Round(time.Second); taken > 0 {
		all = append(all, taken.String())
	}
	return strings.Join(all, ", ")
}

// clipped shortens a text that is too long for a line among others.
func clipped(s string) string {
	const most = 60
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return s
}

// Confusion is a wrong answer to a card that was given more than once.
type Confusion struct {
	Response string         `json:"response"` // as it was given last
	Times    int            `json:"times"`
	Cards    []decks.CardID `json:"-"` // whose answer it is, other than the card's
}

// Confusions returns the wrong answers of a card's reviews that were given
// twice or more, the most frequent first. One that the learner rated Good or
// Easy is none: that overruled it. AnswersOf returns the cards that have a text
// as an answer, folded by FoldAnswer.
func Confusions(card decks.CardID, reviews []Event, answersOf func(folded string) []decks.CardID) []Confusion {
	var all []Confusion
	index := map[string]int{}
	for _, e := range reviews {
		r := e.Review
		if r == nil || r.Match != "wrong" || r.Rating >= Good || strings.TrimSpace(r.Response) == "" {
			continue
		}
		key := FoldAnswer(r.Response)
		i, known := index[key]
		if !known {
			i = len(all)
			index[key] = i
			all = append(all, Confusion{})
			for _, id := range answersOf(key) {
				if id.Deck != card.Deck || id.Question != card.Question {
					all[i].Cards = append(all[i].Cards, id)
				}
			}
		}
		all[i].Response = r.Response
		all[i].Times++
	}
	all = slices.DeleteFunc(all, func(c Confusion) bool { return c.Times < 2 })
	slices.SortStableFunc(all, func(a, b Confusion) int { return b.Times - a.Times })
	return all
}

// FoldAnswer folds an answer as written, so that equal ones are found.
func FoldAnswer(text string) string {
	return strings.ToLower(strings.Join(strings.Fields(markup.Plain(markup.Parse(text))), " "))
}

// Words says what was confused: "you wrote Lyon 4 times, the answer of
// fr/lyon/ask".
func (c Confusion) Words() string {
	words := fmt.Sprintf("you wrote %s %d times", clipped(markup.OneLine(c.Response)), c.Times)
	var ids []string
	for _, id := range c.Cards[:min(3, len(c.Cards))] {
		ids = append(ids, markup.OneLine(id.String()))
	}
	if len(ids) > 0 {
		words += ", the answer of " + strings.Join(ids, " and ")
	}
	return words
}
