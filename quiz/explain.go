package quiz

import (
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
func (w Speaker) StandingOf(items []Item, card int, now Moment, l Limits, seed uint64) Standing {
	k := newDeal(items)
	queue := k.queue(now, l, seed)
	s := Standing{Of: len(queue)}
	p := items[card].Progress
	if at := slices.Index(queue, int32(card)); at >= 0 {
		s.Place, s.Code = at+1, Comes
		s.Words = w.Schedule.Comes(w.Reason(p, now), at+1, len(queue))
		return s
	}
	s.Code, s.Words = k.held(w, card, queue, now, l, seed)
	return s
}

// held says why a card is not in a queue.
func (k *deal) held(w Speaker, card int, queue []int32, now Moment, l Limits, seed uint64) (code, said string) {
	it := &k.items[card]
	p, say := &it.Progress, &w.Schedule
	switch {
	case p.Suspended:
		return Suspended, say.Suspended
	case p.BuriedOn(now.Day):
		return Buried, say.Buried(w.Day(p.Buried))
	case !l.selects(*it):
		return NotAsked, say.NotAsked
	case p.State != New && p.DueDay > now.Day+Day(max(l.Ahead, 0)):
		return NotDue, say.Later(w.Day(p.DueDay), int(p.DueDay-now.Day))
	case p.State == New && len(k.unlearned(it)) > 0:
		return Waits, say.After(k.unlearned(it))
	}
	if face, studied := k.sibling(card, queue, now); face != "" && !l.Together {
		if studied {
			return Sibling, say.SiblingStudied(w.Reason(*p, now), face)
		}
		return Sibling, say.SiblingComes(w.Reason(*p, now), face)
	}
	if p.State == New && l.NewNow == nil && now.Day < l.Paused {
		return Paused, say.Paused(w.Day(l.Paused))
	}
	free := l
	free.Time = 0
	if l.Time != 0 && slices.Contains(k.queue(now, free, seed), int32(card)) {
		return OverTime, say.OverTime(w.Reason(*p, now))
	}
	if p.State == New {
		return OverLimit, say.OverNew(w.Reason(*p, now), l.Done.New, k.count(queue, New))
	}
	return OverLimit, say.OverReview(w.Reason(*p, now), l.Done.Reviews, k.count(queue, Review))
}

// count counts the cards of a queue that are in a state.
func (k *deal) count(queue []int32, state State) (n int) {
	for _, i := range queue {
		if k.items[i].Progress.State == state {
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

// sibling returns which other card of the question has the day, and whether it
// was studied already; "" when none has.
func (k *deal) sibling(card int, queue []int32, now Moment) (face string, studied bool) {
	for i := range k.items {
		if i == card || k.question[i] != k.question[card] {
			continue
		}
		face := markup.OneLine(string(k.items[i].Card.Face))
		switch p := &k.items[i].Progress; {
		case p.Reps > 0 && p.Last == now.Day:
			return face, true
		case slices.Contains(queue, int32(i)):
			return face, false
		}
	}
	return "", false
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
		all[i] = Choice{Rating: Again + Rating(i), Progress: p, Wait: p.Wait(now), Interval: FormatInterval(p.Wait(now))}
	}
	return all
}

// Ratings says when each rating would bring a card back: "Again in 10m,
// Hard in 6d, Good in 9d, Easy in 20d"; "" when nothing is known of it.
func (w Speaker) Ratings(choices [4]Choice) string {
	var all []string
	for _, c := range choices {
		if c.Interval != "" {
			all = append(all, w.Schedule.RatingIn(w.Common.Rating(int(c.Rating)), w.Choice(c)))
		}
	}
	return strings.Join(all, ", ")
}

// Review says what a review was: "Again, wrong, you wrote Lyon, 6s". What was
// written stays unsaid unless told, as it may be the answer.
func (w Speaker) Review(r *ReviewBody, told bool) string {
	all := []string{w.Common.Rating(int(r.Rating))}
	if r.Match != "" {
		all = append(all, w.Common.Engine(r.Match))
	}
	if r.Response != "" && told {
		all = append(all, w.Schedule.Wrote(clipped(markup.OneLine(r.Response))))
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
	var keys []string
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
			all, keys = append(all, Confusion{}), append(keys, key)
		}
		all[i].Response = r.Response
		all[i].Times++
	}
	for i, key := range keys {
		if all[i].Times < 2 {
			continue
		}
		for _, id := range answersOf(key) {
			if id.Deck != card.Deck || id.Question != card.Question {
				all[i].Cards = append(all[i].Cards, id)
			}
		}
	}
	all = slices.DeleteFunc(all, func(c Confusion) bool { return c.Times < 2 })
	slices.SortStableFunc(all, func(a, b Confusion) int { return b.Times - a.Times })
	return all
}

// FoldAnswer folds an answer as written, so that equal ones are found.
func FoldAnswer(text string) string {
	return strings.ToLower(strings.Join(strings.Fields(markup.Plain(markup.Parse(text))), " "))
}

// Confusion says what was confused: "you wrote Lyon 4 times, the answer of
// fr/lyon/ask".
func (w Speaker) Confusion(c Confusion) string {
	said := w.Schedule.Confused(clipped(markup.OneLine(c.Response)), c.Times)
	var ids []string
	for _, id := range c.Cards[:min(3, len(c.Cards))] {
		ids = append(ids, markup.OneLine(id.String()))
	}
	if len(ids) > 0 {
		said += w.Schedule.AnswerOf(ids)
	}
	return said
}
