package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/exam"
	"recto/quiz/fsrs"
)

// examFlag takes the place of the exams of decks and configuration.
func examFlag() cli.Flag {
	return &cli.StringFlag{Name: "exam", Usage: "plan towards an exam on `DATE`, as 2026-12-12; none: towards none", DefaultText: "that of the deck or the configuration"}
}

// examSetting is exam in config.toml; the zero one is none.
type examSetting struct {
	Date      quiz.Day
	Retention float64 // 0: not written
}

// examDate reads the exam of the configuration.
func examDate(v any) (x examSetting, _ error) {
	table, ok := v.(map[string]any)
	if !ok {
		return x, errors.New("must be a table such as { date = 2026-12-12, retention = 0.9 }")
	}
	var wrong []error
	if len(table) > 0 && table["date"] == nil {
		wrong = append(wrong, errors.New("must have a date: { date = 2026-12-12 }"))
	}
	for _, key := range sortedKeys(table) {
		var err error
		switch key {
		case "date":
			day, ok := table[key].(time.Time)
			if !ok || day.Location().String() != "date-local" || day.Year() < 1 {
				err = errors.New("must be a date such as 2026-12-12, without quotes")
			} else {
				x.Date, err = quiz.ParseDay(day.Format(time.DateOnly))
			}
		case "retention":
			x.Retention, err = number(table[key], 0.70, 0.99)
		default:
			err = errors.New("is no key of exam: write date and retention")
		}
		if err != nil {
			wrong = append(wrong, &fieldError{key, err})
		}
	}
	return x, errors.Join(wrong...)
}

// showExam writes the exam of the configuration.
func showExam(x examSetting) string {
	switch {
	case x == examSetting{}:
		return "{}"
	case x.Retention == 0:
		return fmt.Sprintf("{ date = %s }", x.Date)
	}
	return fmt.Sprintf("{ date = %s, retention = %s }", x.Date, strconv.FormatFloat(x.Retention, 'g', -1, 64))
}

// studyDay returns the study day that a date names.
func studyDay(d decks.Day) quiz.Day {
	return quiz.DayOf(time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC), time.UTC, 0)
}

// exams are the exams that the decks of a workspace are studied for.
type exams struct {
	w       *workspace
	today   quiz.Day
	of      map[string]exam.Exam   // by deck id; those to come
	models  map[string]*fsrs.Model // of these decks
	raised  map[string]pace        // by deck id
	over    []exam.Exam            // that were asked for and are over
	limits  quiz.Limits            // of the day
	weights quiz.Weights
	told    []string // the lines that tell said, without what stood before them
}

// exams returns the exams of the decks: that of --exam, else of config.toml,
// else of the deck.
func (w *workspace) exams(c *cli.Context, weights quiz.Weights, today quiz.Day) (*exams, error) {
	asked := w.config.Exam
	if c.IsSet("exam") && c.String("exam") != "none" {
		day, err := quiz.ParseDay(c.String("exam"))
		if err != nil {
			return nil, usage("--exam %s\nhint: recto study --exam 2026-12-12, or --exam none", printable(err.Error()))
		}
		asked.Date = day
	}
	e := &exams{w: w, today: today, of: map[string]exam.Exam{}, models: map[string]*fsrs.Model{}, raised: map[string]pace{}, weights: weights}
	for _, d := range w.decks {
		x := asked
		if s := d.Study.Exam; s != nil && !c.IsSet("exam") && !w.config.wrote("exam") {
			x = examSetting{studyDay(s.Date), s.Retention}
		}
		if x.Date == 0 || c.String("exam") == "none" {
			continue
		}
		if x.Retention == 0 {
			x.Retention = w.config.deckRetention(d.ID, d)
		}
		known := exam.Exam{Day: x.Date, Retention: x.Retention}
		if known.Over(today) && known.Day != today {
			if c.IsSet("exam") && !slices.Contains(e.over, known) {
				e.over = append(e.over, known)
			}
			continue
		}
		model, err := fsrs.NewModel(weights.For(d.ID))
		if err != nil {
			return nil, fmt.Errorf("exam of deck %q: %w", d.ID, err)
		}
		e.of[d.ID], e.models[d.ID] = known, model
	}
	return e, nil
}

// some reports whether there is an exam to come.
func (e *exams) some() bool { return len(e.of) > 0 }

// plan returns the plan of a card, nil for none; base may be nil where nothing
// is rated.
func (e *exams) plan(card decks.Card, base quiz.Scheduler) *exam.Scheduler {
	x, ok := e.of[card.ID.Deck]
	if !ok {
		return nil
	}
	o := exam.Options{MaxInterval: e.w.config.MaxInterval}
	if e.w.days != nil {
		o.Room = exam.Room(e.limits.Reviews, e.w.days.Due)
	}
	return exam.New(base, e.models[card.ID.Deck], x, o)
}

// planOf is exam.Of.
func (e *exams) planOf(card decks.Card) *exam.Scheduler { return e.plan(card, nil) }

// schedulers puts the plans on top of the schedulers of cards.
func (e *exams) schedulers(usual func(decks.Card) quiz.Scheduler) func(decks.Card) quiz.Scheduler {
	if !e.some() {
		return usual
	}
	return func(card decks.Card) quiz.Scheduler {
		if s := e.plan(card, usual(card)); s != nil {
			return s
		}
		return usual(card)
	}
}

// prepare fits the limits of the day to the exams, and returns the items as
// their plans want them.
func (e *exams) prepare(items []quiz.Item, now quiz.Moment, limits *quiz.Limits) []quiz.Item {
	e.limits = *limits
	if !e.some() {
		return items
	}
	e.raise(items, limits)
	*limits = exam.Limits(*limits, now, e.planOf)
	e.limits = *limits
	return exam.Planned(items, now, e.planOf)
}

// restored gives the cards of a queue the progress that they have.
func (e *exams) restored(queue, items []quiz.Item) []quiz.Item {
	if !e.some() {
		return queue
	}
	return exam.Restored(queue, items)
}

// list returns the exams to come, each once, in the order of their days.
func (e *exams) list() []exam.Exam {
	var all []exam.Exam
	for _, d := range e.w.decks {
		if x, ok := e.of[d.ID]; ok && !slices.Contains(all, x) {
			all = append(all, x)
		}
	}
	slices.SortFunc(all, func(a, b exam.Exam) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Retention, b.Retention))
	})
	return all
}
