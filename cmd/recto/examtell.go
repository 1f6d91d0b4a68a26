package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/quiz"
	"recto/quiz/exam"
	"recto/quiz/fsrs"
	"recto/quiz/simulate"
)

// examJSON is where the learner stands before an exam, for programs.
type examJSON struct {
	Date    string        `json:"date"`
	Days    int           `json:"days"`
	Wanted  float64       `json:"retention"`
	Cards   int           `json:"cards"`
	Unseen  int           `json:"unseen"`
	Ready   int           `json:"ready"`
	Recall  float64       `json:"recall"`            // mean on the day if nothing is reviewed any more
	Planned *float64      `json:"planned,omitempty"` // the same by the plan
	NewADay int           `json:"new_per_day"`       // needed to see all in time
	Allowed int           `json:"new_allowed"`       // of them by the limits
	Missing []missingJSON `json:"missing"`           // cards that cannot be ready
}

// missingJSON is a card that cannot be ready.
type missingJSON struct {
	ID     string  `json:"id"`
	Why    string  `json:"why"` // "unseen", "weak" or "full"
	Recall float64 `json:"recall"`
}

// longestForecast is how many days ahead of an exam its outcome is simulated.
const longestForecast = 366

// outlooks returns where the learner stands before each exam.
func (e *exams) outlooks(items []quiz.Item, now quiz.Moment) ([]examJSON, error) {
	all := []examJSON{}
	for _, x := range e.list() {
		p := e.paceOf(x)
		reviews := e.limits.Reviews
		o := exam.Look(items, e.planOf, x, now.Day, p.given, reviews)
		j := examJSON{
			Date: x.Day.String(), Days: o.Days, Wanted: x.Retention, Cards: o.Cards, Unseen: o.Unseen, Ready: o.Ready,
			Recall: o.Recall, NewADay: p.needed, Allowed: p.given, Missing: []missingJSON{},
		}
		for _, m := range o.Missing {
			j.Missing = append(j.Missing, missingJSON{m.Card.String(), string(m.Why), m.Recall})
		}
		if o.Days > 0 && o.Days <= longestForecast && o.Cards > 0 {
			planned, err := e.forecast(items, x, now, o)
			if err != nil {
				return nil, err
			}
			j.Planned = &planned
		}
		all = append(all, j)
	}
	return all, nil
}

// forecast returns the mean recall on the day of an exam when the plan is
// followed, by simulation.
func (e *exams) forecast(items []quiz.Item, x exam.Exam, now quiz.Moment, o exam.Outlook) (float64, error) {
	trial := simulate.Trial{New: e.limits.New, Reviews: e.limits.Reviews}
	for _, d := range e.w.decks {
		s, err := fsrs.New(fsrs.Options{
			Weights: e.weights.For(d.ID), Retention: e.w.config.deckRetention(d.ID, d),
			LearningSteps: e.w.config.LearningSteps, RelearningSteps: e.w.config.RelearningSteps,
			MaxInterval: e.w.config.MaxInterval, Fuzz: e.w.config.Fuzz,
		})
		if err != nil {
			return 0, fmt.Errorf("scheduler of deck %q: %w", d.ID, err)
		}
		plan := exam.New(s, s.Model(), x, exam.Options{MaxInterval: e.w.config.MaxInterval})
		deck := simulate.Deck{Scheduler: plan, Model: s.Model(), New: quiz.Unlimited, Done: e.limits.Done.NewOf[d.ID]}
		if n := d.Study.NewPerDay; n != nil {
			deck.New = *n
		}
		trial.Decks = append(trial.Decks, deck)
	}
	trial.Gain = func(deck int, p *quiz.Progress, _ quiz.Day) float64 {
		return -trial.Decks[deck].Model.Recall(*p, x.Day)
	}
	var own []quiz.Item
	for _, it := range exam.Planned(items, now, e.planOf) {
		if e.of[it.Card.ID.Deck] == x && !it.Progress.Suspended {
			own = append(own, it)
		}
	}
	own, part := sampled(own, &trial)
	options := simulate.Options{Start: now, Days: o.Days, Learner: simulate.Standard(), Runs: 3, Seed: 1}
	if part == 1 {
		options.Done = e.limits.Done
	}
	r := simulate.Simulate(e.w.simulated(own), []simulate.Trial{trial}, options)
	return r[0].Memorised.Mean / float64(len(own)), nil
}

// standingJSON is how a card stands before the exam of its deck.
type standingJSON struct {
	Date   string  `json:"date"`
	Wanted float64 `json:"retention"`
	Recall float64 `json:"recall"` // on the day if it is not reviewed any more
	Ready  bool    `json:"ready"`

	day quiz.Day // Date
}

// standing returns how a card stands before its exam; nil when there is none.
func (e *exams) standing(it quiz.Item) *standingJSON {
	s := e.planOf(it.Card)
	if s == nil {
		return nil
	}
	x := s.Exam()
	return &standingJSON{x.Day.String(), x.Retention, s.Recall(it.Progress), s.Ready(it.Progress), x.Day}
}

// sample is how many cards a forecast goes by at most.
const sample = 600

// sampled returns every n-th card where there are many, with the limits of a
// trial as much lower; and n.
func sampled(items []quiz.Item, t *simulate.Trial) ([]quiz.Item, int) {
	n := (len(items) + sample - 1) / sample
	if n <= 1 {
		return items, 1
	}
	lower := func(limit int) int {
		if limit < 0 {
			return limit
		}
		return (limit + n/2) / n
	}
	t.New, t.Reviews = lower(t.New), lower(t.Reviews)
	for i := range t.Decks {
		t.Decks[i].New, t.Decks[i].Done = lower(t.Decks[i].New), 0
	}
	var some []quiz.Item
	for i := 0; i < len(items); i += n {
		some = append(some, items[i])
	}
	return some, n
}

// line says in words where the learner stands.
func (j examJSON) line() string {
	when := fmt.Sprintf("in %s", count(j.Days, "day"))
	switch j.Days {
	case 0:
		when = "today"
	case 1:
		when = "tomorrow"
	}
	said := fmt.Sprintf("exam %s, %s: %.0f %% known on the day as it stands", j.Date, when, 100*j.Recall)
	if j.Planned != nil {
		said += fmt.Sprintf(", %.0f %% as planned (wanted %.0f %%)", 100**j.Planned, 100*j.Wanted)
	}
	if n := len(j.Missing); n > 0 {
		said += fmt.Sprintf("; %d of %s cannot be ready", n, count(j.Cards, "card"))
	}
	return said
}

// newWords says what the exam makes of the new cards of a day; usual is how
// many there would be without it.
func (j examJSON) newWords(usual int) string {
	switch {
	case j.NewADay > j.Allowed:
		return fmt.Sprintf("to see all %d new cards in time takes %d a day, the limits allow %d\nhint: raise new_per_day, or recto study --new %d; recto due --json names the cards that cannot be ready",
			j.Unseen, j.NewADay, j.Allowed, j.NewADay)
	case usual >= 0 && j.NewADay > usual:
		return fmt.Sprintf("%d new cards a day instead of %d, so that all are seen in time", j.NewADay, usual)
	}
	return ""
}

// tell says to stderr where the learner stands before each exam, with words
// before it; with such words only what it has not said yet.
func (e *exams) tell(c *cli.Context, items []quiz.Item, now quiz.Moment, before string) error {
	for _, x := range e.over {
		fmt.Fprintf(c.App.ErrWriter, "the exam on %s is over; cards come as usual\n", x.Day)
	}
	all, err := e.outlooks(items, now)
	if err != nil {
		return err
	}
	for _, j := range all {
		line := j.line()
		if before != "" && slices.Contains(e.told, line) {
			continue
		}
		e.told = append(e.told, line)
		fmt.Fprintln(c.App.ErrWriter, strings.TrimSpace(before+" "+line))
		if words := j.newWords(e.w.config.NewPerDay); words != "" && before == "" {
			fmt.Fprintln(c.App.ErrWriter, words)
		}
	}
	return nil
}

// tellAgain says after a session where the learner stands by then.
func (e *exams) tellAgain(c *cli.Context) error {
	if !e.some() || c.Bool("cram") {
		return nil
	}
	now := e.w.clock.Now()
	e.w.days = nil // it has counted every card
	items, done, err := e.w.deal(c, now)
	if err != nil {
		return err
	}
	e.limits.Done = done
	return e.tell(c, items, now, "now:")
}
