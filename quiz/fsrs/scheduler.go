package fsrs

import (
	"fmt"
	"math"
	"time"

	"recto/quiz"
)

// Options say how a Scheduler works. DefaultOptions is where to start from.
type Options struct {
	Weights         []float64       // as NewModel takes them; none are the defaults
	Retention       float64         // wanted retrievability when a card comes back, 0.7 to 0.99
	LearningSteps   []time.Duration // of a new card, 1s to 365 days each; none: by days at once
	RelearningSteps []time.Duration // after a lapse; none: by days at once
	MaxInterval     int             // days, 1 to 36500
	Fuzz            bool            // spread intervals at random, see FuzzRange
	LongTerm        bool            // no steps at all, and the model of Model.LongTerm: the fold needs the same
}

// DefaultOptions returns retention 0.9, learning steps of 1 and 10 minutes,
// a relearning step of 10 minutes, a maximum of 36500 days, and fuzz.
func DefaultOptions() Options {
	return Options{
		Retention:       0.9,
		LearningSteps:   []time.Duration{time.Minute, 10 * time.Minute},
		RelearningSteps: []time.Duration{10 * time.Minute},
		MaxInterval:     MaxStability,
		Fuzz:            true,
	}
}

// Scheduler says what each rating would make of a card. It is a
// quiz.Scheduler, immutable, and safe for use by several goroutines.
type Scheduler struct {
	model                *Model
	learning, relearning []time.Duration
	modifier             float64 // days of interval for each day of stability
	maximum              int
	fuzz                 bool
	longTerm             bool
	balance              Balance // nil: all days of a fuzz range are alike
}

// New returns a scheduler, or an error that names the option to mend.
func New(o Options) (*Scheduler, error) {
	model, err := NewModel(o.Weights)
	if err != nil {
		return nil, err
	}
	if !(o.Retention >= 0.7 && o.Retention <= 0.99) {
		return nil, fmt.Errorf("retention %v is not from 0.7 to 0.99", o.Retention)
	}
	if o.MaxInterval < 1 || o.MaxInterval > MaxStability {
		return nil, fmt.Errorf("maximum interval of %d days is not from 1 to %d", o.MaxInterval, MaxStability)
	}
	if err := checkSteps("learning", o.LearningSteps); err != nil {
		return nil, err
	}
	if err := checkSteps("relearning", o.RelearningSteps); err != nil {
		return nil, err
	}
	if o.LongTerm {
		model = model.LongTerm()
	}
	return &Scheduler{
		model:      model,
		learning:   append([]time.Duration(nil), o.LearningSteps...),
		relearning: append([]time.Duration(nil), o.RelearningSteps...),
		modifier:   model.Interval(1, o.Retention),
		maximum:    o.MaxInterval,
		fuzz:       o.Fuzz,
		longTerm:   o.LongTerm,
	}, nil
}

// Model returns the memory model in use.
func (s *Scheduler) Model() *Model { return s.model }

// Balanced returns the scheduler that prefers some days of a fuzz range to
// others. Without fuzz there is nothing to choose from, and it is the same.
func (s *Scheduler) Balanced(b Balance) *Scheduler {
	other := *s
	other.balance = b
	return &other
}

// Preview returns the progress after Again, Hard, Good and Easy at now, see
// quiz.Scheduler. The memory state is that of Model.Next for the days that
// quiz.Progress.Elapsed counts.
//
// A card that waits for a step is due when it ends. A card scheduled by days,
// which a step of a day or more is too, is in state Review and due on DueDay;
// its Due is as many times 24 hours (for a step, its exact length) after now.
func (s *Scheduler) Preview(p quiz.Progress, now quiz.Moment, seed uint64) [4]quiz.Progress {
	var next [4]quiz.Progress
	var plans [4]plan
	elapsed := p.Elapsed(now.Day)
	for r := quiz.Again; r <= quiz.Easy; r++ {
		next[r-1] = s.remember(p, now, elapsed, r)
		plans[r-1] = s.plan(p, r, next[r-1].Stability)
	}
	s.order(p.State, &plans)
	if s.fuzz {
		s.spread(&plans, now.Day, elapsed, chance(seed))
	}
	for i := range next {
		plans[i].apply(&next[i], p.State, now.Day)
	}
	return next
}

// remember returns p after a review, all but its schedule.
func (s *Scheduler) remember(p quiz.Progress, now quiz.Moment, elapsed int, r quiz.Rating) quiz.Progress {
	if p.Reps == 0 {
		p.First = now.Day
	}
	if p.State == quiz.Review && r == quiz.Again {
		p.Lapses++
	}
	p.Stability, p.Difficulty = s.model.Next(p.Stability, p.Difficulty, elapsed, r)
	p.Reps++
	p.Rated = r
	p.Last = now.Day
	p.LastAt = time.UnixMilli(now.At.UnixMilli()).UTC()
	return p
}

// plan is a schedule: whole days, or a step when days is 0.
type plan struct {
	days int
	step waiting
}

// plan returns the schedule of a rating by itself.
func (s *Scheduler) plan(p quiz.Progress, r quiz.Rating, stability float64) plan {
	if step, ok := s.nextStep(p, r); ok && !s.longTerm {
		return plan{step: step}
	}
	return plan{days: clampDays(math.Round(stability*s.modifier), s.maximum)}
}

func (s *Scheduler) nextStep(p quiz.Progress, r quiz.Rating) (waiting, bool) {
	switch p.State {
	case quiz.Review:
		if r == quiz.Again {
			return lapseStep(s.relearning, p.Step)
		}
		return waiting{}, false
	case quiz.Relearning:
		return nextStep(s.relearning, p.Step, r)
	case quiz.Learning:
		return nextStep(s.learning, p.Step, r)
	}
	return nextStep(s.learning, 0, r)
}

// order keeps Hard, Good and Easy a day apart in state Review, as far as they
// are by days, and Hard from exceeding Good. Without steps at all that holds
// for Again and for new cards too. It goes before the maximum, which Good and
// Easy may so exceed by a day or two. Everywhere else a better rating never
// brings a card back sooner by days than a worse one, whatever the parameters.
func (s *Scheduler) order(state quiz.State, plans *[4]plan) {
	first := quiz.Hard
	switch {
	case s.longTerm:
		first = quiz.Again
	case state != quiz.Review:
		for i := 1; i < len(plans); i++ {
			if plans[i].days > 0 {
				plans[i].days = max(plans[i].days, plans[i-1].days)
			}
		}
		return
	}
	worst := plans[first-1:]
	worst[0].days = min(worst[0].days, worst[1].days)
	for i := 1; i < len(worst); i++ {
		worst[i].days = max(worst[i].days, worst[i-1].days+1)
	}
	plans[0].days = min(plans[0].days, plans[1].days)
}

// spread moves intervals within their fuzz ranges, all by the same chance. One
// that was longer than that of a worse rating stays so, unless both reach the
// maximum. A further day is always within its range: the upper ends of the
// ranges of two intervals are as far apart as the intervals, or further. Equal
// intervals stay equal.
func (s *Scheduler) spread(plans *[4]plan, today quiz.Day, elapsed int, chance float64) {
	before := *plans
	for i := range plans {
		if before[i].days == 0 {
			continue
		}
		if i > 0 && before[i].days == before[i-1].days {
			plans[i].days = plans[i-1].days
			continue
		}
		least := 1
		if i > 0 && before[i].days > before[i-1].days {
			least = min(plans[i-1].days+1, s.maximum)
		}
		plans[i].days = s.fuzzed(before[i].days, least, today, elapsed, chance)
	}
}

// fuzzed returns the day of an interval's range that chance picks, least or
// more.
func (s *Scheduler) fuzzed(interval, least int, today quiz.Day, elapsed int, chance float64) int {
	if s.balance != nil {
		low, high := FuzzRange(float64(interval), elapsed, s.maximum)
		if days, ok := balanced(s.balance(today, low, high, interval), low, high, least, chance); ok {
			return days
		}
	}
	return max(fuzz(interval, elapsed, s.maximum, chance), least)
}

// apply writes the schedule of p, whose state was from.
func (l plan) apply(p *quiz.Progress, from quiz.State, today quiz.Day) {
	wait := time.Duration(l.days) * day
	p.State, p.Step, p.DueDay = quiz.Review, 0, today+quiz.Day(l.days)
	if l.days == 0 {
		wait = l.step.time
		p.Step, p.DueDay = l.step.index, today+quiz.Day(wait/day)
		switch {
		case wait >= day:
		case from == quiz.New || from == quiz.Learning:
			p.State = quiz.Learning
		default:
			p.State = quiz.Relearning
		}
	}
	p.Due = p.LastAt.Add(wait)
}
