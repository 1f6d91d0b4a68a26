package simulate

import (
	"math"
	"slices"
	"time"

	"recto/quiz"
	"recto/quiz/fsrs"
)

// run is one simulated course of days.
type run struct {
	cards  []Card
	trial  *Trial
	o      *Options
	seed   uint64
	due    [][]int32 // by day from the start: the cards that are due then
	late   []int32   // due before today, the longest waiting first unless gain decides
	fresh  []int32   // new cards, in the order in which they come
	asked  []int32   // by question: the day on which it was asked last, from 1
	open   []int16   // by question: how many of its cards are not learned yet
	newOf  []int     // by deck: new cards today
	dueOf  []int     // by deck: reviews today
	day    int
	moment quiz.Moment

	schedulers []quiz.Scheduler // by deck
	weights    []float64        // what even returned last
	load       *quiz.Load       // weighs the days of a week with easy days; nil for none
	gains      []gain           // by card, where their order was asked for

	answers, lapses, recalls int
	seconds                  float64 // of today
	total, busiest           float64
}

// outcome is what a run came to.
type outcome struct {
	memorised, reviews, minutes, busiest, recalled float64
	seen, waiting                                  int
}

// newRun returns a run of its own copy of cards.
func newRun(cards []Card, t *Trial, o *Options, seed uint64) *run {
	r := &run{
		cards: slices.Clone(cards), trial: t, o: o, seed: seed,
		due: make([][]int32, o.Days), newOf: make([]int, len(t.Decks)), dueOf: make([]int, len(t.Decks)),
	}
	if t.Week != (quiz.Week{}) {
		r.load = r.loadOf(t)
	}
	for _, d := range t.Decks {
		s, ok := d.Scheduler.(*fsrs.Scheduler)
		if (t.Even || r.load != nil) && ok {
			r.schedulers = append(r.schedulers, s.Balanced(r.even))
		} else {
			r.schedulers = append(r.schedulers, d.Scheduler)
		}
	}
	questions := 0
	for i := range cards {
		questions = max(questions, int(cards[i].Question)+1)
	}
	r.asked, r.open = make([]int32, questions), make([]int16, questions)
	for i := range r.cards {
		c := &r.cards[i]
		if c.Progress.Suspended {
			continue
		}
		if c.Progress.State != quiz.Review {
			r.open[c.Question]++
		}
		if c.Progress.Reps > 0 && c.Progress.Last == o.Start.Day {
			r.asked[c.Question] = 1 // today, for its siblings
		}
		if c.Progress.State == quiz.New {
			r.fresh = append(r.fresh, int32(i))
			continue
		}
		r.wait(int32(i))
	}
	slices.SortStableFunc(r.first(), func(a, b int32) int {
		return int(r.cards[a].Progress.DueDay - r.cards[b].Progress.DueDay)
	})
	return r
}

// first returns what is due on the first day; none where there is none.
func (r *run) first() []int32 {
	if len(r.due) == 0 {
		return nil
	}
	return r.due[0]
}

// wait puts a card to the day on which it comes; not when that is beyond the
// end.
func (r *run) wait(i int32) {
	p := &r.cards[i].Progress
	at := max(int(max(p.DueDay, p.Buried)-r.o.Start.Day), r.day)
	if at < len(r.due) {
		r.due[at] = append(r.due[at], i)
	}
}

// days lets all days pass.
func (r *run) days() outcome {
	for r.day = 0; r.day < r.o.Days; r.day++ {
		if r.o.Stopped != nil && r.o.Stopped() {
			return outcome{}
		}
		at := r.o.Start.Day + quiz.Day(r.day)
		r.moment = quiz.Moment{At: r.o.Start.At.AddDate(0, 0, r.day), Day: at}
		r.seconds = 0
		clear(r.newOf)
		clear(r.dueOf)
		r.reviews()
		r.news()
		r.total += r.seconds
		r.busiest = max(r.busiest, r.seconds)
	}
	return r.sum()
}

// reviews asks what is due today, as far as the limits go: first what is in a
// step, which no number of reviews holds back.
func (r *run) reviews() {
	today := r.due[r.day]
	r.shuffle(today)
	if r.day == 0 { // what was overdue has its order
		slices.SortStableFunc(today, func(a, b int32) int {
			return int(r.cards[a].Progress.DueDay - r.cards[b].Progress.DueDay)
		})
	}
	r.due[r.day] = nil
	all, late := r.late, []int32(nil) // what is late is in no step
	for _, i := range today {
		switch p := &r.cards[i].Progress; {
		case p.Steps():
			r.ask(i)
		case p.Last == r.moment.Day && p.Reps > 0: // nothing comes twice a day
			late = append(late, i)
		default:
			all = append(all, i)
		}
	}
	left := r.trial.Reviews
	if r.day == 0 && left >= 0 {
		left = max(0, left-r.o.Done.Reviews)
	}
	queue := r.order(all, left)
	for len(queue.cards) > 0 && left != 0 && !r.spent() {
		i := queue.pop()
		if r.taken(i) || r.full(i) {
			late = append(late, i)
			continue
		}
		r.dueOf[r.cards[i].Deck]++
		r.ask(i)
		left--
	}
	r.late = append(late, queue.cards...)
}

// full reports whether the deck of a card has had its reviews of the day.
func (r *run) full(i int32) bool {
	of := r.cards[i].Deck
	deck := &r.trial.Decks[of]
	limit := deck.Reviews
	if r.day == 0 {
		limit = max(0, limit-deck.DoneReviews)
	}
	return deck.Limited && r.dueOf[of] >= limit
}

// order returns what is due in the order in which it comes: as it waits where
// all of it does.
func (r *run) order(all []int32, left int) line {
	if r.trial.Gain == nil || left < 0 && r.trial.Minutes == 0 || left >= len(all) && r.trial.Minutes == 0 {
		return line{cards: all}
	}
	if r.gains == nil {
		r.gains = make([]gain, len(r.cards))
		for i := range r.gains {
			r.gains[i].until = math.MinInt32
		}
	}
	for _, i := range all {
		// What a card gains changes as slowly as the days since its review add up.
		if g := &r.gains[i]; r.moment.Day > g.until {
			p := &r.cards[i].Progress
			*g = gain{r.trial.Gain(r.cards[i].Deck, p, r.moment.Day), r.moment.Day + quiz.Day(p.Elapsed(r.moment.Day)/gainAge)}
		}
	}
	return newLine(all, func(a, b int32) bool {
		if x, y := r.gains[a].worth, r.gains[b].worth; x != y {
			return x > y
		}
		return a < b
	})
}

// gain is what a review of a card is worth, believed until a day or the next
// review.
type gain struct {
	worth float64
	until quiz.Day
}

// gainAge is the part of a card's wait for which a gain is believed.
const gainAge = 5

// news asks new cards, as far as the limits go.
func (r *run) news() {
	left, rest := r.trial.New, r.fresh[:0]
	if r.day == 0 && left >= 0 {
		left = max(0, left-r.o.Done.New)
	}
	for n, i := range r.fresh {
		if left == 0 || r.spent() {
			rest = append(rest, r.fresh[n:]...)
			break
		}
		c := &r.cards[i]
		deck := &r.trial.Decks[c.Deck]
		of := deck.New
		if r.day == 0 && of >= 0 {
			of = max(0, of-deck.Done)
		}
		if of >= 0 && r.newOf[c.Deck] >= of || c.Progress.Buried > r.moment.Day || r.taken(i) || r.waits(c) {
			rest = append(rest, i)
			continue
		}
		r.newOf[c.Deck]++
		r.ask(i)
		left--
	}
	r.fresh = rest
}

// spent reports whether the time of the day is over.
func (r *run) spent() bool { return r.trial.Minutes > 0 && r.seconds >= 60*r.trial.Minutes }

// taken reports whether a sibling was asked today.
func (r *run) taken(i int32) bool {
	return !r.trial.Together && r.asked[r.cards[i].Question] == int32(r.day)+1
}

// waits reports whether a card comes after a question that is not learned yet.
func (r *run) waits(c *Card) bool {
	return slices.ContainsFunc(c.After, func(q int32) bool { return r.open[q] > 0 })
}

// sameDay is the longest step that a learner waits for on the same day.
const sameDay = 12 * time.Hour

// mostSteps bounds the steps of a card on one day.
const mostSteps = 30

// ask asks a card until it needs no further step today.
func (r *run) ask(i int32) {
	c := &r.cards[i]
	deck := &r.trial.Decks[c.Deck]
	was := c.Progress.State
	recall := func(p *quiz.Progress) float64 { return deck.Model.Recall(*p, r.moment.Day) }
	for n := 0; n < mostSteps; n++ {
		p := &c.Progress
		chance := hash(r.seed, uint64(i), uint64(p.Reps))
		rating := r.o.Learner.rate(p, r.moment.Day, recall, chance.share())
		if p.Reps > 0 && p.Last < r.moment.Day {
			r.recalls++
			if rating == quiz.Again {
				r.lapses++
			}
		}
		r.answers++
		r.seconds += r.o.Learner.Seconds[kind(p.State)][rating-1]
		*p = r.schedulers[c.Deck].Preview(*p, r.moment, uint64(chance))[rating-1]
		if !p.Steps() || p.DueDay > r.moment.Day || p.Due.Sub(r.moment.At) > sameDay {
			break
		}
	}
	r.asked[c.Question] = int32(r.day) + 1
	if r.gains != nil {
		r.gains[i].until = math.MinInt32
	}
	switch is := c.Progress.State; {
	case was != quiz.Review && is == quiz.Review:
		r.open[c.Question]--
	case was == quiz.Review && is != quiz.Review:
		r.open[c.Question]++
	}
	if c.Progress.DueDay <= r.moment.Day { // a step that was left
		c.Progress.DueDay = r.moment.Day + 1
	}
	r.wait(i)
}

// shuffle orders what is due on one day by chance.
func (r *run) shuffle(cards []int32) {
	slices.SortFunc(cards, func(a, b int32) int { return int(a - b) })
	state := hash(r.seed, uint64(r.day), math.MaxUint64)
	for n := len(cards) - 1; n > 0; n-- {
		state = hash(uint64(state), uint64(n), 0)
		k := int(state.share() * float64(n+1))
		cards[n], cards[k] = cards[k], cards[n]
	}
}

// sum returns what the days came to.
func (r *run) sum() outcome {
	end := r.o.Start.Day + quiz.Day(r.o.Days)
	var o outcome
	for i := range r.cards {
		c := &r.cards[i]
		if c.Progress.Reps > 0 {
			o.seen++
			o.memorised += r.trial.Decks[c.Deck].Model.Recall(c.Progress, end)
		}
	}
	days := float64(max(r.o.Days, 1))
	o.reviews = float64(r.answers) / days
	o.minutes = r.total / 60 / days
	o.busiest = r.busiest / 60
	o.waiting = len(r.late)
	o.recalled = 1 - float64(r.lapses)/float64(max(r.recalls, 1))
	return o
}

// random is 64 bits by chance.
type random uint64

// hash returns bits that three numbers decide: two finalisers of SplitMix64.
func hash(seed, a, b uint64) random {
	x := seed + a*0x9e3779b97f4a7c15 + b*0xd1342543de82ef95
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	x ^= x>>31 + seed
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return random(x ^ x>>31)
}

// share returns a number in [0, 1).
func (r random) share() float64 { return float64(r>>11) / (1 << 53) }
