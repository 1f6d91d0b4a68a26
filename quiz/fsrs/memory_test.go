package fsrs_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"recto/quiz"
	"recto/quiz/fsrs"
)

// review is a rating and the days since the review before.
type review struct {
	rating  quiz.Rating
	elapsed int
}

// table holds what the default parameters make of some histories, each the
// beginning of one that the reference data know: see TestTableIsOfReference.
var table = []struct {
	name       string
	reviews    []review
	stability  float64
	difficulty float64
	days       int // interval for retention 0.9
}{
	{"first again", []review{{quiz.Again, 0}}, 0.212, 6.4133, 1},
	{"first hard", []review{{quiz.Hard, 0}}, 1.2931, 5.11217071, 1},
	{"first good", []review{{quiz.Good, 0}}, 2.3065, 2.11810397, 2},
	{"first easy", []review{{quiz.Easy, 0}}, 8.2956, 1, 8},
	{"again twice on a day", []review{{quiz.Again, 0}, {quiz.Again, 0}}, 0.0833567171, 8.80630447, 1},
	{"hard on the same day", []review{{quiz.Good, 0}, {quiz.Hard, 0}}, 2.3065, 4.75285849, 2},
	{"good on the same day", []review{{quiz.Good, 0}, {quiz.Good, 0}}, 2.3065, 2.11121424, 2},
	{"easy on the same day", []review{{quiz.Again, 0}, {quiz.Easy, 0}}, 0.424379964, 5.20002037, 1},
	{"lapse the next day", []review{{quiz.Again, 0}, {quiz.Again, 1}}, 0.10088579, 8.80630447, 1},
	{"lapse in time", []review{{quiz.Good, 0}, {quiz.Again, 2}}, 0.607580106, 7.39450274, 1},
	{"lapse long overdue", []review{{quiz.Good, 0}, {quiz.Again, 598}}, 1.34924932, 7.39450274, 1},
	{"hard when due", []review{{quiz.Good, 0}, {quiz.Hard, 2}}, 7.51332037, 4.75285849, 8},
	{"good early", []review{{quiz.Good, 0}, {quiz.Good, 1}}, 7.31530074, 2.11121424, 7},
	{"good when due", []review{{quiz.Good, 0}, {quiz.Good, 2}}, 10.9643323, 2.11121424, 11},
	{"good late", []review{{quiz.Good, 0}, {quiz.Good, 10}}, 25.1087202, 2.11121424, 25},
	{"good years late", []review{{quiz.Again, 0}, {quiz.Good, 885}}, 6.57824074, 6.40211507, 7},
	{"easy when due", []review{{quiz.Easy, 0}, {quiz.Easy, 6}}, 54.5811543, 1, 55},
	{"easy long overdue", []review{{quiz.Easy, 0}, {quiz.Easy, 657}}, 346.962309, 1, 347},
	{"lapse after a learning step", []review{{quiz.Again, 0}, {quiz.Good, 0}, {quiz.Again, 0}}, 0.0960338364, 8.80262806, 1},
	{"good after two steps", []review{{quiz.Hard, 0}, {quiz.Good, 0}, {quiz.Good, 1}}, 4.60224632, 5.09241299, 5},
	{"lapse and back", []review{{quiz.Again, 0}, {quiz.Good, 1}, {quiz.Again, 2}}, 0.505065043, 8.80262806, 1},
	{"a card that is learned", []review{
		{quiz.Again, 0}, {quiz.Good, 1}, {quiz.Good, 3}, {quiz.Good, 5}, {quiz.Hard, 15},
		{quiz.Good, 42}, {quiz.Good, 83}, {quiz.Again, 158},
	}, 4.21726072, 9.18231699, 4},
	{"many reviews a day", []review{
		{quiz.Good, 0}, {quiz.Good, 0}, {quiz.Easy, 1}, {quiz.Good, 0}, {quiz.Hard, 0},
		{quiz.Easy, 0}, {quiz.Again, 0}, {quiz.Good, 0}, {quiz.Again, 0}, {quiz.Good, 0},
	}, 1.7057746, 9.09759228, 2},
	{"always late", []review{
		{quiz.Again, 0}, {quiz.Hard, 657}, {quiz.Hard, 372}, {quiz.Hard, 859}, {quiz.Good, 0},
		{quiz.Good, 320}, {quiz.Easy, 615}, {quiz.Again, 335},
	}, 6.1477956, 9.49459333, 6},
	{"near the greatest stability", []review{
		{quiz.Easy, 0}, {quiz.Good, 9}, {quiz.Hard, 49}, {quiz.Good, 122}, {quiz.Good, 0},
		{quiz.Easy, 345}, {quiz.Good, 0}, {quiz.Easy, 1271}, {quiz.Good, 5000}, {quiz.Good, 5000},
		{quiz.Good, 0}, {quiz.Hard, 5000}, {quiz.Good, 5000}, {quiz.Easy, 5000},
	}, 35353.5647, 1.98274511, 35354},
}

func key(reviews []review) string {
	var s strings.Builder
	for _, r := range reviews {
		fmt.Fprintf(&s, "%d@%d ", r.rating, r.elapsed)
	}
	return s.String()
}

func defaults(t testing.TB) *fsrs.Model {
	t.Helper()
	m, err := fsrs.NewModel(nil)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestNext(t *testing.T) {
	m := defaults(t)
	for _, row := range table {
		t.Run(row.name, func(t *testing.T) {
			var s, d float64
			for _, r := range row.reviews {
				s, d = m.Next(s, d, r.elapsed, r.rating)
			}
			if !near(s, row.stability, 1e-7) || !near(d, row.difficulty, 1e-7) {
				t.Errorf("stability %.9g, difficulty %.9g; want %.9g, %.9g", s, d, row.stability, row.difficulty)
			}
			if days := int(max(1, math.Round(m.Interval(s, 0.9)))); days != row.days {
				t.Errorf("interval %d days, want %d", days, row.days)
			}
		})
	}
}

// models draws models with parameters anywhere in their bounds.
func models() *rapid.Generator[*fsrs.Model] {
	return rapid.Custom(func(t *rapid.T) *fsrs.Model {
		w := fsrs.Defaults()
		if rapid.Bool().Draw(t, "fitted") {
			low, high := fsrs.Bounds(w, 1)
			for i := range w {
				w[i] = rapid.Float64Range(low[i], high[i]).Draw(t, fmt.Sprint("w", i))
			}
		}
		m, err := fsrs.NewModel(w[:])
		if err != nil {
			t.Fatal(err)
		}
		return m
	})
}

var (
	stabilities  = rapid.Float64Range(fsrs.MinStability, fsrs.MaxStability)
	difficulties = rapid.Float64Range(1, 10)
	ratings      = rapid.Map(rapid.IntRange(1, 4), func(i int) quiz.Rating { return quiz.Rating(i) })
	elapsedDays  = rapid.OneOf(rapid.Just(0), rapid.IntRange(0, 60), rapid.IntRange(0, 100_000))
)

func TestStabilityRisesWithRating(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := models().Draw(t, "model")
		s, d := stabilities.Draw(t, "stability"), difficulties.Draw(t, "difficulty")
		elapsed := elapsedDays.Draw(t, "elapsed")
		var next [4]float64
		for r := quiz.Again; r <= quiz.Easy; r++ {
			next[r-1], _ = m.Next(s, d, elapsed, r)
		}
		again, hard, good, easy := next[0], next[1], next[2], next[3]
		if again > s*(1+1e-12) && elapsed > 0 {
			t.Errorf("a lapse raises stability %v to %v", s, again)
		}
		if hard < s*(1-1e-12) || good < hard || easy < good {
			t.Errorf("from %v: %v, %v, %v", s, hard, good, easy)
		}
	})
}

func TestDifficultyFallsWithRating(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := models().Draw(t, "model")
		s, d := stabilities.Draw(t, "stability"), difficulties.Draw(t, "difficulty")
		if rapid.Bool().Draw(t, "new") {
			s, d = 0, 0
		}
		last := 10.0
		for r := quiz.Again; r <= quiz.Easy; r++ {
			_, next := m.Next(s, d, 1, r)
			if next > last || next < 1 {
				t.Errorf("%v gives difficulty %v, the rating below %v", r, next, last)
			}
			last = next
		}
	})
}

func TestCurveFallsFromOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := models().Draw(t, "model")
		s := stabilities.Draw(t, "stability")
		a := rapid.Float64Range(0, 1e9).Draw(t, "a")
		b := rapid.Float64Range(a, 1e9).Draw(t, "b")
		ra, rb := m.Retrievability(a, s), m.Retrievability(b, s)
		if !(rb > 0 && ra >= rb && ra <= 1) {
			t.Errorf("retrievability %v after %v days, %v after %v", ra, a, rb, b)
		}
		if r := m.Retrievability(0, s); r != 1 {
			t.Errorf("retrievability %v at once, want 1", r)
		}
		if r := m.Retrievability(s, s); !near(r, 0.9, 1e-12) {
			t.Errorf("retrievability %v when stability has passed, want 0.9", r)
		}
	})
}

func TestIntervalIsInverseOfCurve(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := models().Draw(t, "model")
		s := stabilities.Draw(t, "stability")
		retention := rapid.Float64Range(0.7, 0.99).Draw(t, "retention")
		interval := m.Interval(s, retention)
		if r := m.Retrievability(interval, s); !near(r, retention, 1e-9) {
			t.Errorf("retrievability %v after the interval of %v days for %v", r, interval, retention)
		}
		if longer := m.Interval(s*1.01, retention); longer < interval {
			t.Errorf("interval falls from %v to %v as stability rises", interval, longer)
		}
		if shorter := m.Interval(s, retention+0.005); shorter > interval {
			t.Errorf("interval rises from %v to %v with retention", interval, shorter)
		}
	})
}

func TestReplayIsNextOverDays(t *testing.T) {
	m := defaults(t)
	for _, row := range table {
		var day quiz.Day = 20_000
		var reviews []fsrs.Review
		for _, r := range row.reviews {
			day += quiz.Day(r.elapsed)
			reviews = append(reviews, fsrs.Review{Rating: r.rating, Day: day})
		}
		if s, d := m.Replay(reviews...); !near(s, row.stability, 1e-7) || !near(d, row.difficulty, 1e-7) {
			t.Errorf("%s: stability %v, difficulty %v", row.name, s, d)
		}
	}
	if s, d := m.Replay(); s != 0 || d != 0 {
		t.Errorf("no reviews: stability %v, difficulty %v, want 0", s, d)
	}
}

func BenchmarkNext(b *testing.B) {
	m := defaults(b)
	for _, bb := range []struct {
		name    string
		elapsed int
		rating  quiz.Rating
	}{{"good", 12, quiz.Good}, {"again", 12, quiz.Again}, {"same day", 0, quiz.Good}} {
		b.Run(bb.name, func(b *testing.B) {
			for b.Loop() {
				m.Next(12.5, 5.5, bb.elapsed, bb.rating)
			}
		})
	}
}
