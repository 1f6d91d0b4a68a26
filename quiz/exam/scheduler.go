package exam

import (
	"recto/quiz"
	"recto/quiz/fsrs"
)

// Exam is a day on which cards must be known.
type Exam struct {
	Day       quiz.Day
	Retention float64 // wanted chance of recall on that day, 0.7 to 0.99
}

// Over reports whether the exam is today or was before: there is nothing left
// to plan then.
func (x Exam) Over(today quiz.Day) bool { return x.Day <= today }

// The rules of the plan. The figures of both were chosen by simulation, see
// the tests.
const (
	// floor is how far recall may fall while a card waits for its last review
	// before the exam; beyond it the card comes in between as usual.
	floor = 0.8
	// share of the limit of reviews that a day before the exam is planned with:
	// what is forgotten comes again, and days are missed.
	share = 0.5
	// window is how many days before the exam a last review lies at most.
	window = 60
)

// Scheduler plans towards an exam: it takes what another scheduler chose, and
// moves what would not be known on the day. It is a quiz.Scheduler, immutable,
// and safe for use by several goroutines.
type Scheduler struct {
	base  quiz.Scheduler
	model *fsrs.Model
	exam  Exam
	o     Options
}

// Options are what a plan has to heed.
type Options struct {
	// Room returns how many more cards a day before the exam can take, 0 or
	// less for none; nil: each day as many as any other.
	Room func(quiz.Day) int
	// MaxInterval is how many days a card may wait at most; 0 for no limit.
	MaxInterval int
}

// New returns a scheduler that plans towards an exam on top of base, for a
// learner who forgets as model says.
func New(base quiz.Scheduler, model *fsrs.Model, x Exam, o Options) *Scheduler {
	return &Scheduler{base, model, x, o}
}

// Exam returns the exam that is planned for.
func (s *Scheduler) Exam() Exam { return s.exam }

// Preview returns what the base scheduler makes of each rating, see
// quiz.Scheduler, with the days of cards that would not be known at the exam
// moved before it. Steps stay, and so does what is rated on the day of the exam
// or later. A better rating never comes back sooner.
func (s *Scheduler) Preview(p quiz.Progress, now quiz.Moment, seed uint64) [4]quiz.Progress {
	next := s.base.Preview(p, now, seed)
	if s.exam.Over(now.Day) {
		return next
	}
	least := quiz.Day(0)
	for i := range next {
		n := &next[i]
		if n.Steps() || n.Step > 0 {
			continue
		}
		day := max(n.DueDay, least)
		if !s.Ready(*n) {
			day = min(max(s.back(*n, chance(seed), s.o.Room), least), max(s.exam.Day-1, now.Day+1))
		}
		least = day
		if moved := int(day - n.DueDay); moved != 0 {
			n.DueDay = day
			n.Due = n.Due.AddDate(0, 0, moved) // in UTC, where days have 24 hours
		}
	}
	return next
}

// Recall returns the chance that a card is recalled on the day of the exam if
// it is not reviewed before; of a new card 0.
func (s *Scheduler) Recall(p quiz.Progress) float64 { return s.model.Recall(p, s.exam.Day) }

// Ready reports whether a card needs no further review before the exam.
func (s *Scheduler) Ready(p quiz.Progress) bool { return s.Recall(p) >= s.exam.Retention }

// lastDays is how many days before the exam Hopeless lets a card be reviewed.
const lastDays = 14

// Hopeless reports whether a card that was reviewed will hardly be recalled as
// wanted, even if it is reviewed, and known, on each of the last days.
func (s *Scheduler) Hopeless(p quiz.Progress, today quiz.Day) bool {
	last := s.exam.Day - 1
	if p.Reps == 0 || s.Ready(p) {
		return false
	}
	for day := max(today, last-lastDays); day < last; day++ {
		p.Stability, p.Difficulty = s.model.Next(p.Stability, p.Difficulty, p.Elapsed(day), quiz.Good)
		p.Last = max(p.Last, day)
	}
	return last < today || p.Last >= last || s.value(p, last) < s.exam.Retention
}

// Due returns the day from which the plan wants a card: the day on which it is
// due, and of a card that was put behind the exam by another plan, and would
// not be known, a day before it. That day stays the same until it is over.
func (s *Scheduler) Due(p quiz.Progress, today quiz.Day, seed uint64) quiz.Day {
	if p.State != quiz.Review || p.DueDay < s.exam.Day || s.exam.Over(today) || s.Ready(p) {
		return p.DueDay
	}
	// Drawing again until a day is still to come spreads the cards over the
	// days left when there is an exam all at once.
	const draws = 64
	for range draws {
		if day := min(s.back(p, chance(seed), nil), s.exam.Day-1); day >= today {
			return day
		}
		seed++
	}
	return today
}

// back returns the day on which a card that is not ready comes back. Where one
// review suffices it is one of the days on which it does, up to the exam;
// at, in [0, 1), and the room of each decide. Else it is the day it is due.
func (s *Scheduler) back(p quiz.Progress, at float64, room func(quiz.Day) int) quiz.Day {
	end := s.exam.Day
	first := s.first(p)
	if p.DueDay < first && (s.model.Recall(p, first) < floor || s.tooLong(p, first)) {
		return p.DueDay
	}
	from := func(day quiz.Day) float64 {
		if room == nil {
			return 1
		}
		return float64(max(0, room(day)))
	}
	sum := 0.0
	for end > first+1 && s.tooLong(p, end-1) {
		end--
	}
	for day := first; day < end; day++ {
		sum += from(day)
	}
	for sum < 1 && first > p.Last+1 && end-first < window { // full: sooner then
		first--
		sum += from(first)
	}
	if sum == 0 {
		return first + quiz.Day(at*float64(end-first))
	}
	at *= sum
	for day := first; day < end-1; day++ {
		if at -= from(day); at < 0 {
			return day
		}
	}
	return end - 1
}

// tooLong reports whether a card must not wait until a day.
func (s *Scheduler) tooLong(p quiz.Progress, day quiz.Day) bool {
	return s.o.MaxInterval > 0 && p.Elapsed(day) > s.o.MaxInterval
}

// first returns the first of the days before the exam from each of which on
// one review suffices; the last day before it when none does.
func (s *Scheduler) first(p quiz.Progress) quiz.Day {
	// The later the review, the more is known on the day.
	low, high := max(s.exam.Day-window, p.Last+1), s.exam.Day-1
	for low < high {
		if middle := low + (high-low)/2; s.value(p, middle) >= s.exam.Retention {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return max(high, p.Last+1)
}

// value returns the chance that a card is recalled at the exam when its next
// review is on day, and what is forgotten then is learned again.
func (s *Scheduler) value(p quiz.Progress, day quiz.Day) float64 {
	elapsed := p.Elapsed(day)
	left := float64(s.exam.Day - day)
	recall := s.model.Recall(p, day)
	known, _ := s.model.Next(p.Stability, p.Difficulty, elapsed, quiz.Good)
	lost, difficulty := s.model.Next(p.Stability, p.Difficulty, elapsed, quiz.Again)
	lost, _ = s.model.Next(lost, difficulty, 0, quiz.Good)
	return recall*s.model.Retrievability(left, known) + (1-recall)*s.model.Retrievability(left, lost)
}

// chance turns a seed into a number in [0, 1) that has nothing to do with the
// one that fuzz makes of it.
func chance(seed uint64) float64 {
	seed ^= 0x6a09e667f3bcc909
	seed = (seed ^ seed>>33) * 0xff51afd7ed558ccd
	seed = (seed ^ seed>>33) * 0xc4ceb9fe1a85ec53
	return float64((seed^seed>>33)>>11) / (1 << 53)
}
