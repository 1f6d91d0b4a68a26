package fsrs_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
)

// TestStabilityGrowsOnAPass: what is recalled a day or more after the review
// before is remembered for longer than before, under any parameters for longer
// or as long; a failure never makes it longer.
func TestStabilityGrowsOnAPass(t *testing.T) {
	standard := defaults(t)
	rapid.Check(t, func(t *rapid.T) {
		m := standard
		if rapid.Bool().Draw(t, "any parameters") {
			m = models().Draw(t, "model")
		}
		isDefault := m.Weights() == fsrs.Defaults()
		s, d := rapid.Float64Range(fsrs.MinStability, 20_000).Draw(t, "stability"), difficulties.Draw(t, "difficulty")
		elapsed := rapid.IntRange(1, 100_000).Draw(t, "elapsed")
		for r := quiz.Again; r <= quiz.Easy; r++ {
			next, _ := m.Next(s, d, elapsed, r)
			switch {
			case r == quiz.Again && next > s*(1+1e-12):
				t.Errorf("forgotten after %d days: stability %v grows to %v", elapsed, s, next)
			case r > quiz.Again && (next < s*(1-1e-12) || isDefault && next <= s):
				t.Errorf("%v after %d days: stability %v becomes %v", r, elapsed, s, next)
			}
		}
	})
}

// TestRecallFallsWithTime: from day to day a card is remembered less, and never
// not at all.
func TestRecallFallsWithTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, now := models().Draw(t, "model"), moment(0)
		p := progresses(now).Draw(t, "progress")
		if p.State == quiz.New {
			return
		}
		before := m.Recall(p, p.Last)
		for _, days := range []int{1, 2, 30, 365, 36_500, 3_000_000} {
			recall := m.Recall(p, p.Last+quiz.Day(days))
			if !(recall > 0 && recall <= before) {
				t.Fatalf("recall is %v after %d days and %v before", recall, days, before)
			}
			before = recall
		}
	})
}

// TestRatingsWaitInOrder: Again brings a card back before Hard does, Hard no
// later than Good, and Good no later than Easy. That is so for whoever has steps
// of less than a day, each a minute longer or more; without steps, where each
// rating is by days, Again may have the day of Hard.
func TestRatingsWaitInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := drawOptions(t)
		step := rapid.Map(rapid.IntRange(1, 24*60-1), func(m int) time.Duration { return time.Duration(m) * time.Minute })
		for _, steps := range []*[]time.Duration{&o.LearningSteps, &o.RelearningSteps} {
			*steps = rapid.SliceOfNDistinct(step, 0, 3, rapid.ID[time.Duration]).Draw(t, "steps")
			slices.Sort(*steps)
		}
		s, err := fsrs.New(o)
		if err != nil {
			t.Fatal(err)
		}
		now := moment(0)
		p := progresses(now).Draw(t, "progress")
		next := s.Preview(p, now, rapid.Uint64().Draw(t, "seed"))
		var waits [4]time.Duration
		for i := range next {
			waits[i] = next[i].Wait(now)
		}
		again, hard, good, easy := waits[0], waits[1], waits[2], waits[3]
		if next[0].Steps() && again >= hard || again > hard || hard > good || good > easy {
			t.Errorf("%v comes back after %v with steps %v and %v", p, waits, o.LearningSteps, o.RelearningSteps)
		}
	})
}

// places are where the learner of the tests below goes: clocks change by an
// hour in both halves of the year, by half an hour, not at all, and once a day
// was left out.
var places = []string{"UTC", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia", "Pacific/Honolulu"}

// traveller studies one card wherever and whenever, with a clock that may lie.
type traveller struct {
	t         *rapid.T
	scheduler *fsrs.Scheduler
	item      quiz.Item
	events    []quiz.Event
	truth     time.Time
	astray    time.Duration // the clock's
	place     *time.Location
}

func newTraveller(t *rapid.T) *traveller {
	o := drawOptions(t)
	s, err := fsrs.New(o)
	if err != nil {
		t.Fatal(err)
	}
	question := &decks.Question{ID: "lima", Deck: &decks.Deck{ID: "geo"}}
	// 29 February of a leap year, one that is none, day 0 and the last years.
	truth := rapid.SampledFrom([]time.Time{
		time.Date(2028, 2, 28, 23, 0, 0, 0, time.UTC), time.Date(2100, 2, 28, 12, 0, 0, 0, time.UTC),
		time.Date(1970, 1, 1, 0, 0, 0, 1_000_000, time.UTC), time.Date(2026, 3, 29, 0, 30, 0, 0, time.UTC),
		time.Date(2026, 10, 25, 0, 30, 0, 0, time.UTC), time.Date(9990, 12, 31, 23, 0, 0, 0, time.UTC),
	}).Draw(t, "beginning")
	return &traveller{t: t, scheduler: s, truth: truth, place: time.UTC,
		item: quiz.Item{Card: decks.Card{ID: decks.CardID{Deck: "geo", Question: "lima", Face: decks.AskFace}, Question: question, Face: decks.AskFace}}}
}

// now is what the clock says.
func (l *traveller) now() quiz.Moment { return quiz.MomentAt(l.truth.Add(l.astray), l.place, 4) }

// queue returns the cards that are asked now.
func (l *traveller) queue(now quiz.Moment) []quiz.Item {
	return quiz.Queue([]quiz.Item{l.item}, now, quiz.DefaultLimits(), 1)
}

// goOn lets time pass, the clock jump and the learner travel.
func (l *traveller) goOn() {
	wait := rapid.OneOf(rapid.Int64Range(0, 3*3600), rapid.Int64Range(0, 40*86_400), rapid.Int64Range(0, 4000*86_400)).Draw(l.t, "seconds")
	if next := l.truth.Add(time.Duration(wait) * time.Second); next.Year() <= 9999 {
		l.truth = next
	}
	switch rapid.IntRange(0, 5).Draw(l.t, "clock") {
	case 0: // decades ahead or behind
		l.astray = time.Duration(rapid.Int64Range(-70*365*86_400, 70*365*86_400).Draw(l.t, "astray")) * time.Second
	case 1, 2:
		l.astray = 0
	}
	if rapid.Bool().Draw(l.t, "travel") {
		place, err := time.LoadLocation(rapid.SampledFrom(places).Draw(l.t, "place"))
		if err != nil {
			l.t.Skip("no time zones here")
		}
		l.place = place
	}
}

// rate rates the card by what the clock says, as a session records it.
func (l *traveller) rate() {
	now, r := l.now(), ratings.Draw(l.t, "rating")
	next := l.scheduler.Preview(l.item.Progress, now, quiz.SeedOf(l.item.Card.ID, l.item.Progress))[r-1]
	e := quiz.Event{At: now.At.UnixMilli(), Kind: quiz.ReviewEvent, Card: l.item.Card.ID, Review: &quiz.ReviewBody{Rating: r, Day: now.Day,
		State: next.State, Step: next.Step, Due: next.Due.UnixMilli(), DueDay: next.DueDay}}
	l.commit(e)
	if p := l.item.Progress; p.DueDay < now.Day || p.Due.Before(now.At.Truncate(time.Millisecond)) && now.At.UnixMilli() > 0 {
		l.t.Fatalf("rated at %v, day %d, and scheduled before that: %+v", now.At, now.Day, p)
	}
}

// commit adds an event and folds everything.
func (l *traveller) commit(e quiz.Event) {
	e.ID[0], e.ID[1], e.ID[2] = 1, byte(len(l.events)), byte(len(l.events)>>8)
	e.Device, e.Sequence = "0123456789abcdef0123456789abcdef", int64(len(l.events)+1)
	e = e.Tidy()
	if err := e.Validate(); err != nil {
		l.t.Fatalf("the rating is lost: %v", err)
	}
	l.events = append(l.events, e)
	l.item.Progress = l.fold()
}

func (l *traveller) fold() quiz.Progress {
	all, err := quiz.Fold(l.events, fsrs.Models)
	if err != nil {
		l.t.Fatal(err)
	}
	return all[l.item.Card.ID]
}

// TestNoClockLosesACard: whatever the clock says while a card is rated, wherever
// the learner is, no rating is lost; and once the clock is right the card comes
// back, after the longest interval at the latest, and is not stuck in the past.
func TestNoClockLosesACard(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := newTraveller(t)
		for range rapid.IntRange(1, 12).Draw(t, "ratings") {
			l.goOn()
			l.rate()
		}
		if n := l.item.Progress.Reps; n != len(l.events) {
			t.Fatalf("%d ratings count, %d were given", n, len(l.events))
		}
		l.astray = 0
		now := l.now()
		if p := l.item.Progress; !p.Ahead(now.Day) {
			later := quiz.Moment{At: p.Due, Day: max(p.DueDay, now.Day)}
			if p.DueDay-now.Day > fsrs.MaxStability+3 {
				t.Fatalf("on day %d it comes back on day %d", now.Day, p.DueDay)
			}
			if later.At.Before(now.At) {
				later.At = now.At
			}
			if len(l.queue(later)) != 1 {
				t.Fatalf("it is not asked when its day comes, %v: %+v", later, p)
			}
			return
		}
		if len(l.queue(now)) != 1 {
			t.Fatalf("it was rated on a day that has not come, and is not asked on day %d: %+v", now.Day, l.item.Progress)
		}
		l.rate()
		if p := l.item.Progress; p.Ahead(now.Day) || p.Last != now.Day || p.State == quiz.Review && len(l.queue(now)) != 0 {
			t.Fatalf("rated under a right clock on day %d it is still due: %+v", now.Day, p)
		}
	})
}

// TestUndoRestoresTheVeryState: taking the last ratings back brings back what
// was believed and what is asked, to the last bit; taking that back, too.
func TestUndoRestoresTheVeryState(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := newTraveller(t)
		type stand struct {
			Progress quiz.Progress
			Queue    []quiz.Progress // asked now, in eleven years, and eleven years ago
		}
		var stands []stand
		moments := []quiz.Moment{moment(0), moment(4000 * day), moment(-4000 * day)}
		look := func() stand {
			s := stand{Progress: l.item.Progress}
			for _, m := range moments {
				for _, it := range l.queue(m) {
					s.Queue = append(s.Queue, it.Progress)
				}
			}
			return s
		}
		same := func(want stand) {
			if diff := cmp.Diff(want, look()); diff != "" {
				t.Fatal(diff)
			}
		}
		n := rapid.IntRange(1, 6).Draw(t, "ratings")
		for range n {
			stands = append(stands, look())
			l.goOn()
			l.rate()
		}
		last := look()
		var undos []quiz.EventID
		for i := n - 1; i >= 0; i-- {
			l.commit(quiz.Event{At: l.now().At.UnixMilli(), Kind: quiz.UndoEvent, Undo: []quiz.EventID{l.events[i].ID}})
			undos = append(undos, l.events[len(l.events)-1].ID)
			same(stands[i])
		}
		l.commit(quiz.Event{At: l.now().At.UnixMilli(), Kind: quiz.UndoEvent, Undo: undos})
		same(last)
	})
}
