package fsrs_test

import (
	"cmp"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"recto/quiz"
	"recto/quiz/fsrs"
)

// backlogKey says which of the cards that wait are reviewed first: the lowest.
type backlogKey func(m *fsrs.Model, p quiz.Progress, day quiz.Day, chance *rand.Rand) float64

// backlogOrders are ways to work a backlog off.
var backlogOrders = map[string]backlogKey{
	"due":       func(_ *fsrs.Model, p quiz.Progress, _ quiz.Day, _ *rand.Rand) float64 { return float64(p.DueDay) },
	"random":    func(_ *fsrs.Model, _ quiz.Progress, _ quiz.Day, c *rand.Rand) float64 { return c.Float64() },
	"best":      func(m *fsrs.Model, p quiz.Progress, day quiz.Day, _ *rand.Rand) float64 { return -m.Recall(p, day) },
	"worst":     func(m *fsrs.Model, p quiz.Progress, day quiz.Day, _ *rand.Rand) float64 { return m.Recall(p, day) },
	"most gain": func(m *fsrs.Model, p quiz.Progress, day quiz.Day, _ *rand.Rand) float64 { return -m.Gain(p, day) },
}

// comeBack learns for learned days, stays away, comes back to at most so many
// reviews a day, and returns the mean recall of all cards over the days after
// that, and how many days it takes until nothing waits.
func comeBack(t testing.TB, learned, away, limit, after int, order backlogKey) (mean float64, caughtUp int) {
	s := scheduler(t, func(o *fsrs.Options) { o.LearningSteps, o.RelearningSteps = nil, nil })
	l := &learner{scheduler: s, load: &quiz.Load{}, chance: rand.New(rand.NewPCG(5, 1))}
	day := quiz.Day(20_000)
	for range learned {
		l.live(day, 15)
		day++
	}
	day += quiz.Day(away)
	for n := range after {
		now := quiz.Moment{At: at, Day: day}
		var due []int
		for i, p := range l.cards {
			if p.DueDay <= day {
				due = append(due, i)
			}
		}
		key := make(map[int]float64, len(due))
		for _, i := range due {
			key[i] = order(s.Model(), l.cards[i], day, l.chance)
		}
		slices.SortStableFunc(due, func(a, b int) int { return cmp.Compare(key[a], key[b]) })
		if len(due) <= limit && caughtUp == 0 {
			caughtUp = n + 1
		}
		for _, i := range due[:min(limit, len(due))] {
			p, rating := l.cards[i], quiz.Good
			if l.chance.Float64() > s.Model().Recall(p, day) {
				rating = quiz.Again
			}
			l.cards[i] = s.Preview(p, now, uint64(i)<<16+uint64(p.Reps))[rating-1]
		}
		day++
		for _, p := range l.cards {
			mean += s.Model().Recall(p, day) / float64(len(l.cards)) / float64(after)
		}
	}
	return mean, caughtUp
}

// After weeks away most recall is kept by reviewing first what gains most, and
// the backlog is gone about as soon as by due day.
func TestBacklogOrders(t *testing.T) {
	if testing.Short() {
		t.Skip("ten times a year is simulated")
	}
	for _, c := range []struct{ learned, away, limit, after int }{{200, 60, 120, 60}, {200, 60, 80, 60}} {
		recall, days := map[string]float64{}, map[string]int{}
		for _, name := range slices.Sorted(maps.Keys(backlogOrders)) {
			recall[name], days[name] = comeBack(t, c.learned, c.away, c.limit, c.after, backlogOrders[name])
			t.Logf("%d days away, %d reviews a day, by %-9s: recall %.4f, caught up after %d days", c.away, c.limit, name, recall[name], days[name])
		}
		for name, r := range recall {
			if r > recall["most gain"]+0.0002 {
				t.Errorf("%v: by %s %.4f is recalled, by what gains most %.4f", c, name, r, recall["most gain"])
			}
		}
		if least := days["due"]; float64(days["most gain"]) > 1.15*float64(least) {
			t.Errorf("%v: caught up after %d days, by due day after %d", c, days["most gain"], least)
		}
		if recall["most gain"] < recall["random"]+0.001 {
			t.Errorf("%v: at random %.4f is recalled, by what gains most %.4f", c, recall["random"], recall["most gain"])
		}
	}
}
