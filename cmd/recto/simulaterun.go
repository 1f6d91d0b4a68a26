package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"recto/quiz"
	"recto/quiz/fsrs"
	"recto/quiz/simulate"
)

// simulation returns the cards of the decks as they stand, with the limits of
// the flags and how the learner answers.
func (w *workspace) simulation(c *cli.Context) (*simulation, error) {
	now := w.clock.Now()
	items, done, err := w.deal(c, now)
	if err != nil {
		return nil, err
	}
	limits := w.limits(done)
	s := &simulation{w: w, reviewsOf: limits.ReviewsOf, cards: w.simulated(items), limits: simulate.Trial{
		New: limits.New, Reviews: limits.Reviews, Minutes: float64(w.config.MinutesPerDay),
		Together: limits.Together, Even: w.config.LoadBalance, Week: w.config.EasyDays,
	}}
	for _, card := range s.cards {
		if card.Progress.State == quiz.New && !card.Progress.Suspended {
			s.unseen++
		}
	}
	if c.IsSet("new") {
		s.limits.New = c.Int("new")
	}
	if c.IsSet("reviews") {
		s.limits.Reviews = c.Int("reviews")
	}
	if c.IsSet("minutes") {
		s.limits.Minutes = float64(c.Int("minutes"))
	}
	s.options = simulate.Options{Start: now, Days: c.Int("days"), Done: done, Runs: simulateRuns, Seed: 1,
		Stopped: func() bool { return c.Err() != nil }}
	if len(s.cards)*s.options.Days > manyCardDays {
		s.options.Runs = fewerRuns
	}
	if c.IsSet("seed") {
		if s.options.Seed, err = seedFlag(c, now); err != nil {
			return nil, err
		}
	}
	s.options.Learner, err = w.learner(c)
	return s, err
}

// simulated returns items as the simulator wants them: decks, questions and
// what these come after by number.
func (w *workspace) simulated(items []quiz.Item) []simulate.Card {
	deck := map[string]int{}
	for i, d := range w.decks {
		deck[d.ID] = i
	}
	type question struct{ deck, id string }
	number := map[question]int32{}
	cards := make([]simulate.Card, len(items))
	for i, it := range items {
		q := question{it.Card.ID.Deck, it.Card.ID.Question}
		n, known := number[q]
		if !known {
			n = int32(len(number))
			number[q] = n
		}
		cards[i] = simulate.Card{Progress: it.Progress, Deck: deck[q.deck], Question: n}
	}
	for i, it := range items {
		for _, id := range it.Card.Question.After {
			if n, known := number[question{it.Card.ID.Deck, id}]; known {
				cards[i].After = append(cards[i].After, n)
			}
		}
	}
	return cards
}

// learner returns how the learner answers, by the history.
func (w *workspace) learner(c *cli.Context) (simulate.Learner, error) {
	chosen := map[string]bool{}
	for _, d := range w.decks {
		chosen[d.ID] = true
	}
	own, all := simulate.NewLog(), simulate.NewLog()
	err := w.store.Held(c.Context, func(e quiz.Event) error {
		all.Add(e)
		if chosen[e.Card.Deck] {
			own.Add(e)
		}
		return nil
	})
	return simulate.LearnerOf(own, all), err
}

// simulatedDecks returns what the simulator needs of each deck at a retention.
func (s *simulation) simulatedDecks(weights quiz.Weights, retention float64) ([]simulate.Deck, error) {
	all := make([]simulate.Deck, len(s.w.decks))
	for i, d := range s.w.decks {
		scheduler, err := fsrs.New(fsrs.Options{
			Weights: weights.For(d.ID), Retention: retention,
			LearningSteps: s.w.config.LearningSteps, RelearningSteps: s.w.config.RelearningSteps,
			MaxInterval: s.w.config.MaxInterval, Fuzz: s.w.config.Fuzz,
		})
		if err != nil {
			return nil, fmt.Errorf("scheduler of deck %q: %w", d.ID, err)
		}
		all[i] = simulate.Deck{Scheduler: scheduler, Model: scheduler.Model(), New: quiz.Unlimited, Done: s.options.Done.NewOf[d.ID]}
		if n := d.Study.NewPerDay; n != nil {
			all[i].New = *n
		}
		if n, limited := s.reviewsOf[d.ID]; limited {
			all[i].Limited, all[i].Reviews, all[i].DoneReviews = true, n, s.options.Done.ReviewsOf[d.ID]
		}
	}
	return all, nil
}

// minute is what one more minute a day buys at the advised retention: cards
// remembered at the end.
type minute struct {
	Retention *float64 `json:"higher_retention,omitempty"` // spent on the next higher retention
	New       *float64 `json:"new_cards,omitempty"`        // spent on more new cards a day
	More      int      `json:"more_new_cards,omitempty"`   // how many more a minute is enough for
	Limit     *float64 `json:"limit,omitempty"`            // by a limit of one minute more
}

// run tries the retentions, and then what a further minute would do.
func (s *simulation) run(c *cli.Context) error {
	weights, err := s.w.store.Weights(c.Context)
	if err != nil {
		return err
	}
	trial := func(retention float64) (simulate.Trial, error) {
		t := s.limits
		var err error
		t.Decks, err = s.simulatedDecks(weights, retention)
		if s.w.config.ReviewOrder == quiz.ByRetrievability {
			t.Gain = func(deck int, p *quiz.Progress, day quiz.Day) float64 { return t.Decks[deck].Model.Gain(*p, day) }
		}
		return t, err
	}
	trials := make([]simulate.Trial, len(s.retentions))
	for i, r := range s.retentions {
		if trials[i], err = trial(r); err != nil {
			return err
		}
	}
	if len(trials) > 0 {
		s.now = simulate.Memorised(s.cards, trials[0].Decks, s.options.Start.Day)
	}
	s.results = simulate.Simulate(s.cards, trials, s.options)
	if c.Err() != nil {
		return c.Err()
	}
	s.advised = simulate.Advise(s.results)
	s.alike = len(s.results) > 1 && simulate.Alike(s.results)
	for i := range s.results {
		if s.alike && s.current(i) {
			s.advised = i
		}
	}
	if err := s.oneMore(trials[s.advised]); err != nil {
		return err
	}
	return c.Err()
}

// oneMore finds what one more minute a day buys, given the advised trial.
func (s *simulation) oneMore(base simulate.Trial) error {
	from := s.results[s.advised]
	if base.Minutes > 0 {
		longer := base
		longer.Minutes++
		if to := simulate.Simulate(s.cards, []simulate.Trial{longer}, s.options)[0]; to.Minutes.Mean > from.Minutes.Mean+0.1 {
			gain := to.Memorised.Mean - from.Memorised.Mean
			s.minute.Limit = &gain
		}
		return nil
	}
	if next := simulate.Next(s.results, s.advised); next >= 0 && !s.alike {
		price := s.atMost(simulate.Price(from, s.results[next]), from)
		s.minute.Retention = &price
	}
	if base.New < 0 || s.unseen == 0 {
		return nil
	}
	more := base
	extra := max(1, base.New/4)
	more.New += extra
	more.Decks = append([]simulate.Deck(nil), base.Decks...)
	for i := range more.Decks {
		if more.Decks[i].New >= 0 {
			more.Decks[i].New += extra
		}
	}
	to := simulate.Simulate(s.cards, []simulate.Trial{more}, s.options)[0]
	if longer := to.Minutes.Mean - from.Minutes.Mean; longer > 0.02 {
		price := s.atMost(simulate.Price(from, to), from)
		s.minute.New, s.minute.More = &price, max(1, int(float64(extra)/longer+0.5))
	}
	return nil
}

// atMost returns how many cards a minute buys, no more than there are beyond
// those that a result remembers: few cards are all remembered long before a
// minute is over.
func (s *simulation) atMost(price float64, from simulate.Result) float64 {
	return min(price, float64(len(s.cards))-from.Memorised.Mean)
}
