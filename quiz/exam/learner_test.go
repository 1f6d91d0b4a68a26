package exam

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
	"recto/quiz/simulate"
)

// start is the first day of the made-up courses.
const start quiz.Day = 20_000

// course is a made-up learner who studies new cards until an exam.
type course struct {
	cards, days, reviews int
	truth                func(seed uint64) *fsrs.Model // how the learner forgets
	base                 *fsrs.Scheduler
	plan                 func(x Exam, load func(quiz.Day) int) *Scheduler // nil: no plan
	retention            float64                                          // wanted on the day
}

// outcome is what a course came to, by card.
type outcome struct{ recall, reviews float64 }

// planned is a course by the plan of this package.
func (c course) planned(retention float64) course {
	c.retention = retention
	c.plan = func(x Exam, load func(quiz.Day) int) *Scheduler {
		return New(c.base, c.base.Model(), x, Options{Room: Room(c.reviews, load)})
	}
	return c
}

// late is a course that puts every last review on the day before the exam.
func (c course) late(retention float64) course {
	c.retention = retention
	c.plan = func(x Exam, _ func(quiz.Day) int) *Scheduler {
		return New(c.base, c.base.Model(), x, Options{Room: func(day quiz.Day) int {
			if day == x.Day-1 {
				return 1
			}
			return 0
		}})
	}
	return c
}

// study lets the days pass and returns the mean over seeds.
func (c course) study(seeds ...uint64) (o outcome) {
	for _, seed := range seeds {
		one := c.once(seed)
		o.recall += one.recall / float64(len(seeds))
		o.reviews += one.reviews / float64(len(seeds))
	}
	return o
}

func (c course) once(seed uint64) outcome {
	chance := rand.New(rand.NewPCG(seed, 3))
	x := Exam{start + quiz.Day(c.days), c.retention}
	items := newItems(c.cards)
	memory := make([]memory, c.cards)
	pace := max(20, Pace(c.cards, x, start))
	truth := c.truth(seed)
	reviews := 0
	for day := start; day < x.Day; day++ {
		now := quiz.Moment{At: time.Unix(int64(day)*86400, 0).UTC(), Day: day}
		limits := quiz.Limits{New: pace, Reviews: c.reviews, Session: quiz.Unlimited, ReviewOrder: quiz.ByRetrievability}
		limits.Gain = func(it *quiz.Item) float64 { return c.base.Model().Gain(it.Progress, day) }
		var scheduler quiz.Scheduler = c.base
		queue := quiz.Queue(items, now, limits, seed)
		if c.plan != nil {
			load := map[quiz.Day]int{}
			for _, it := range items {
				load[it.Progress.DueDay]++
			}
			s := c.plan(x, func(day quiz.Day) int { return load[day] })
			scheduler = s
			queue = Queue(items, now, limits, seed, func(decks.Card) *Scheduler { return s })
		}
		for _, it := range queue {
			i := number(it)
			reviews += memory[i].ask(&items[i], now, truth, scheduler, chance)
		}
	}
	recall := 0.0
	for i, it := range items {
		if it.Progress.Reps > 0 {
			recall += truth.Retrievability(float64(it.Progress.Elapsed(x.Day)), memory[i].s)
		}
	}
	return outcome{recall / float64(c.cards), float64(reviews) / float64(c.cards)}
}

// memory is what the learner really remembers of a card.
type memory struct{ s, d float64 }

// ask asks a card until its steps of the day are over, and returns how often.
func (m *memory) ask(it *quiz.Item, now quiz.Moment, truth *fsrs.Model, s quiz.Scheduler, chance *rand.Rand) (n int) {
	l := simulate.Standard()
	for p := &it.Progress; n == 0 || p.Steps(); n++ {
		elapsed := p.Elapsed(now.Day)
		rating := quiz.Again
		switch {
		case p.Reps == 0:
			rating += draw(chance, l.First[:])
		case p.Last == now.Day && p.State == quiz.Relearning:
			rating += draw(chance, l.Relearning[p.Rated-1][:])
		case p.Last == now.Day:
			rating += draw(chance, l.Learning[p.Rated-1][:])
		case chance.Float64() < truth.Retrievability(float64(elapsed), m.s):
			rating = quiz.Hard + draw(chance, l.Passed[:])
		}
		m.s, m.d = truth.Next(m.s, m.d, elapsed, rating)
		*p = s.Preview(*p, now, quiz.SeedOf(it.Card.ID, *p)^chance.Uint64())[rating-1]
	}
	return n
}

func draw(chance *rand.Rand, shares []float64) quiz.Rating {
	x := chance.Float64()
	for i, share := range shares {
		if x -= share; x < 0 {
			return quiz.Rating(i)
		}
	}
	return quiz.Rating(len(shares) - 1)
}

// newItems returns new cards of one deck.
func newItems(n int) []quiz.Item {
	deck := &decks.Deck{ID: "deck"}
	items := make([]quiz.Item, n)
	for i := range items {
		q := &decks.Question{ID: fmt.Sprintf("q%04d", i), Deck: deck}
		items[i].Card = decks.Card{ID: decks.CardID{Deck: deck.ID, Question: q.ID, Face: decks.AskFace}, Question: q}
	}
	return items
}

func number(it quiz.Item) (n int) {
	fmt.Sscanf(it.Card.ID.Question, "q%d", &n)
	return n
}

// hidden returns the memory of a learner who differs from the defaults.
func hidden(seed uint64) *fsrs.Model {
	chance := rand.New(rand.NewPCG(seed, 8))
	w := fsrs.Defaults()
	for i := range w {
		if i < 4 {
			w[i] *= 0.6 + chance.Float64()
		} else {
			w[i] *= 1 + 0.15*chance.NormFloat64()
		}
	}
	slices.Sort(w[:4])
	m, err := fsrs.NewModel(w[:])
	if err != nil {
		panic(err) // w is finite and of the right length
	}
	return m
}
