package quiz

import (
	"cmp"
	"slices"

	"recto/decks"
)

// Queue returns the cards of a session in their order. Items are all the cards
// of the decks: what is not in the session decides about what is. The same
// arguments give the same queue. Cards of one question stand side by side in
// items, and the order of cards in one file is the only order that matters.
//
//   - First come the cards in a learning or relearning step that has ended, by
//     the time at which it did. No limit of the day holds them back.
//   - Then come the cards due for review, in the order that ReviewOrder says; the
//     seed orders those that are equal to it. A card that was rated under a clock
//     that stood in the future is due, see Progress.Ahead.
//   - Then come new cards, or before these or among them, as NewMix says, in the
//     order of their file, decks as NewOrder says. Where study.shuffle says so,
//     the seed orders those of a deck; a group stays together then, and in file
//     order unless its own shuffle is set.
//   - Last come the cards whose step ends later today, so that they take no
//     other card's place in a limited session. Session shows them when it does,
//     whatever is left by then, and up to LearnAhead early when nothing is.
//
// Suspended and buried cards are left out, and so are new cards of a question
// that comes after one with a card that is neither in state Review nor
// suspended. One question has one card a day, unless Together is set: one that
// was seen today or is in a step keeps its siblings out, and so does one due for
// review its later siblings. Limits apply last, so that a card held back for any
// of these reasons takes no other's place. Of those with too little Time the
// cards due go before the new ones, wherever these stand.
func Queue(items []Item, now Moment, l Limits, seed uint64) []Item {
	if l.Cram {
		return cram(items, l, seed)
	}
	k := newDeal(items)
	return k.pick(k.queue(now, l, seed))
}

// queue is Queue in numbers of items.
func (k *deal) queue(now Moment, l Limits, seed uint64) []int32 {
	steps, due, fresh := k.pools(now, l)
	steps = k.ordered(steps, seed, func(a, b *Progress) int { return a.Due.Compare(b.Due) })
	due = k.orderDue(due, l, seed)
	fresh = takeTurns(k.items, arrange(k.items, fresh, seed), l.NewOrder)

	if !l.Together {
		taken := k.seenOn(now.Day)
		for _, i := range steps {
			taken[k.question[i]] = true
		}
		due = k.onePerQuestion(due, taken)
		fresh = k.onePerQuestion(fresh, taken)
	}
	due = k.limitDue(due, l)
	fresh = k.limitNew(fresh, now, l)
	soon := slices.IndexFunc(steps, func(i int32) bool { return k.items[i].Progress.Due.After(now.At) })
	if soon < 0 {
		soon = len(steps)
	}
	due, fresh = k.limitTime(steps[:soon], due, fresh, l)
	return first(slices.Concat(steps[:soon], mixed(due, fresh, l.NewMix), steps[soon:]), l.Session)
}

// deal is the making of a queue. It moves the numbers of items and not the
// items, of which there may be a hundred thousand.
type deal struct {
	items     []Item
	question  []int32 // of each item a number that its siblings share
	questions int     // how many of these numbers there are
}

func newDeal(items []Item) *deal {
	k := &deal{items: items, question: make([]int32, len(items))}
	for i := range items {
		if i > 0 && items[i].question() != items[i-1].question() {
			k.questions++
		}
		k.question[i] = int32(k.questions)
	}
	k.questions++
	return k
}

// pools sorts the cards that may come today by what they wait for.
func (k *deal) pools(now Moment, l Limits) (steps, due, fresh []int32) {
	waits := after(k.items)
	for i := range k.items {
		it := &k.items[i]
		p := &it.Progress
		switch {
		case it.Held(now.Day) || !l.selects(*it):
		case p.State == New && !waits(it):
			fresh = append(fresh, int32(i))
		case p.Ahead(now.Day):
			due = append(due, int32(i)) // in a step too: its end may be years away
		case p.State == New || p.DueDay > now.Day+Day(max(l.Ahead, 0)):
		case p.Steps():
			steps = append(steps, int32(i))
		default:
			due = append(due, int32(i))
		}
	}
	return steps, due, fresh
}

// seenOn returns, by their numbers, the questions with a card that was seen on
// day.
func (k *deal) seenOn(day Day) []bool {
	seen := make([]bool, k.questions)
	for i := range k.items {
		if p := &k.items[i].Progress; p.Reps > 0 && p.Last == day {
			seen[k.question[i]] = true
		}
	}
	return seen
}

// Later returns the first study day after today on which a card waits that is
// not in queue, a queue that Queue made of items; 0 when none ever does. Cards
// that a limit or a sibling kept out wait for tomorrow, and so do those that
// come after others: by then these may be learned.
func Later(items, queue []Item, now Moment, l Limits) Day {
	queued := make(map[decks.CardID]bool, len(queue))
	for _, it := range queue {
		queued[it.Card.ID] = true
	}
	var later Day
	for _, it := range items {
		p := it.Progress
		if queued[it.Card.ID] || p.Suspended || !l.selects(it) || p.State == New && l.New == 0 {
			continue
		}
		day := now.Day + 1
		if p.BuriedOn(now.Day) {
			day = max(day, p.Buried)
		}
		if p.State == New {
			day = max(day, l.Paused)
		}
		if p.State != New && !p.Ahead(now.Day) {
			day = max(day, p.DueDay)
		}
		if later == 0 || day < later {
			later = day
		}
	}
	return later
}

// selects reports whether a card is one of those asked for.
func (l Limits) selects(it Item) bool { return l.Only == nil || l.Only(it) }

// limitNew returns as many of the new cards as today has left.
func (k *deal) limitNew(fresh []int32, now Moment, l Limits) []int32 {
	if l.NewNow != nil {
		return first(fresh, *l.NewNow)
	}
	if now.Day < l.Paused {
		return nil
	}
	of := map[string]int{}
	total := left(l.New, l.Done.New)
	var kept []int32
	for _, i := range fresh {
		if total >= 0 && len(kept) == total {
			break
		}
		card := &k.items[i].Card
		id := card.ID.Deck
		if c := card.Question.Deck.Study.NewPerDay; c != nil && of[id] >= left(*c, l.Done.NewOf[id]) {
			continue
		}
		of[id]++
		kept = append(kept, i)
	}
	return kept
}

// limitDue returns as many of the cards due as today has left.
func (k *deal) limitDue(due []int32, l Limits) []int32 {
	if len(l.ReviewsOf) > 0 {
		of := map[string]int{}
		due = slices.DeleteFunc(due, func(i int32) bool {
			deck := k.items[i].Card.ID.Deck
			limit, limited := l.ReviewsOf[deck]
			if limited && of[deck] >= max(0, limit-l.Done.ReviewsOf[deck]) {
				return true
			}
			of[deck]++
			return false
		})
	}
	return first(due, left(l.Reviews, l.Done.Reviews))
}

// limitTime returns as many of the cards due, and then of the new ones, as the
// steps leave time for. A session that has time begins one card at least.
func (k *deal) limitTime(steps, due, fresh []int32, l Limits) (someDue, someFresh []int32) {
	switch {
	case l.Time == 0:
		return due, fresh
	case l.Time < 0:
		return nil, nil
	}
	all := slices.Concat(steps, due, fresh)
	n := max(k.fits(all, l.Time, l.Pace), 1) - len(steps)
	return first(due, max(0, n)), first(fresh, max(0, n-len(due)))
}

// left returns what remains of a daily limit; Unlimited of no limit.
func left(limit, done int) int {
	if limit < 0 {
		return Unlimited
	}
	return max(0, limit-done)
}

// first returns the first n, all when n is below 0.
func first[T any](all []T, n int) []T {
	if n < 0 || n > len(all) {
		return all
	}
	return all[:n:n]
}

// onePerQuestion returns the first card of each question that is not taken,
// and takes it.
func (k *deal) onePerQuestion(at []int32, taken []bool) []int32 {
	return slices.DeleteFunc(at, func(i int32) bool {
		q := k.question[i]
		was := taken[q]
		taken[q] = true
		return was
	})
}

// after returns a function that reports whether a card comes after a question
// that is not learned yet. A question that is not among items keeps nobody
// waiting: it would do so for ever.
func after(items []Item) func(*Item) bool {
	if !slices.ContainsFunc(items, func(it Item) bool { return len(it.Card.Question.After) > 0 }) {
		return func(*Item) bool { return false }
	}
	unlearned := map[questionID]bool{}
	for i := range items {
		if p := &items[i].Progress; p.State != Review && !p.Suspended {
			unlearned[items[i].question()] = true
		}
	}
	return func(it *Item) bool {
		return slices.ContainsFunc(it.Card.Question.After, func(id string) bool {
			return unlearned[questionID{it.Card.ID.Deck, id}]
		})
	}
}

// cram returns every card that is not suspended in an order by chance.
func cram(items []Item, l Limits, seed uint64) []Item {
	k := &deal{items: items}
	var all []int32
	for i := range items {
		if !items[i].Progress.Suspended && l.selects(items[i]) {
			all = append(all, int32(i))
		}
	}
	return k.pick(first(k.ordered(all, seed, func(a, b *Progress) int { return 0 }), l.Session))
}

// ordered returns cards as by has it. Those that are equal to it come in an
// order that the seed decides card by card, whatever stands beside them.
func (k *deal) ordered(at []int32, seed uint64, by func(a, b *Progress) int) []int32 {
	return drawn(k, at, seed, func(i int32) *Progress { return &k.items[i].Progress }, by)
}

// drawn is ordered by something that is worked out of each card once.
func drawn[T any](k *deal, at []int32, seed uint64, of func(int32) T, by func(a, b T) int) []int32 {
	type card struct {
		value T
		key   uint64
		i     int32
	}
	all := make([]card, len(at))
	for n, i := range at {
		id := &k.items[i].Card.ID
		all[n] = card{of(i), mix(seed, id.Deck, id.Question, string(id.Face)), i}
	}
	slices.SortFunc(all, func(a, b card) int {
		return cmp.Or(by(a.value, b.value), cmp.Compare(a.key, b.key), cmp.Compare(a.i, b.i))
	})
	for n, c := range all {
		at[n] = c.i
	}
	return at
}

// orderDue returns the cards due in the order in which they are reviewed.
func (k *deal) orderDue(due []int32, l Limits, seed uint64) []int32 {
	switch {
	case l.ReviewOrder == ByChance:
		return k.ordered(due, seed, func(a, b *Progress) int { return 0 })
	case l.ReviewOrder == ByRetrievability && l.Gain != nil:
		gain := func(i int32) float64 { return l.Gain(&k.items[i]) }
		return drawn(k, due, seed, gain, func(a, b float64) int { return cmp.Compare(b, a) })
	}
	return k.ordered(due, seed, func(a, b *Progress) int { return cmp.Compare(a.DueDay, b.DueDay) })
}

// pick returns the items of some numbers.
func (k *deal) pick(at []int32) []Item {
	out := make([]Item, len(at))
	for i, j := range at {
		out[i] = k.items[j]
	}
	return out
}
