package fsrs_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"recto/quiz"
	"recto/quiz/fsrs"
)

func TestFill(t *testing.T) {
	w := fsrs.Defaults()
	old := []float64{0.4, 1.2, 3.2, 15.7, 7.2, 0.5, 1.5, 0.01, 1.6, 0.1, 1.0, 1.9, 0.1, 0.3, 2.3, 0.2, 2.9, 0.5, 0.7}
	for _, row := range []struct {
		name string
		in   []float64
		want []float64
	}{
		{"none", nil, w[:]},
		{"21", w[:], w[:]},
		{"19", old, append(slices.Clone(old), 0, 0.5)},
		{"17", old[:17], slices.Concat(old[:4], []float64{8.2, math.Log(2.5) / 3, 2}, old[7:17], []float64{0, 0, 0, 0.5})},
	} {
		got, err := fsrs.Fill(row.in)
		if err != nil || !slices.Equal(got[:], row.want) {
			t.Errorf("%s: %v, %v, want %v", row.name, got, err, row.want)
		}
	}
}

func TestHostileWeights(t *testing.T) {
	with := func(n, i int, x float64) []float64 {
		w := fsrs.Defaults()
		w[i] = x
		return w[:n]
	}
	for _, row := range []struct {
		name string
		w    []float64
		want string
	}{
		{"too few", make([]float64, 18), "18 weights: FSRS-6 has 21"},
		{"too many", make([]float64, 22), "22 weights: FSRS-6 has 21"},
		{"no number", with(21, 5, math.NaN()), "weight w5 is NaN"},
		{"infinite", with(21, 20, math.Inf(1)), "weight w20 is +Inf"},
		{"infinite below", with(19, 18, math.Inf(-1)), "weight w18 is -Inf"},
		{"no number in an old set", with(17, 16, math.NaN()), "weight w16 is NaN"},
		{"an old set with no logarithm", with(17, 5, -1), "weight w5 is -1"},
		{"an old set that overflows", with(17, 5, math.MaxFloat64), "weight w5 is"},
	} {
		if m, err := fsrs.NewModel(row.w); err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("%s: %v, %v, want an error: %s", row.name, m, err, row.want)
		}
		if m, err := fsrs.Models(row.w); err == nil || m != nil {
			t.Errorf("%s: Models gives %v, %v, want no model and an error", row.name, m, err)
		}
	}
}

func TestClip(t *testing.T) {
	if w := fsrs.Defaults(); w.Clip(0) != w || w.Clip(1) != w || w.Clip(2) != w {
		t.Error("the defaults are out of bounds")
	}
	low, high := fsrs.Bounds(fsrs.Defaults(), 1)
	for _, far := range []float64{-1e300, 1e300} {
		var w fsrs.Weights
		for i := range w {
			w[i] = far
		}
		want := low
		if far > 0 {
			want = high
		}
		if got := w.Clip(1); got != want {
			t.Errorf("%v everywhere is clipped to %v, want %v", far, got, want)
		}
		if m, err := fsrs.NewModel(w[:]); err != nil || m.Weights() != want {
			t.Errorf("a model of %v everywhere has %v, %v", far, m.Weights(), err)
		}
	}
	// -(ln 1.4835 + ln(2^0.2629 - 1) + 0.3 * 1.6483) / 4 = 0.1795...
	w := fsrs.Defaults()
	if got := w.Clip(4)[17]; math.Abs(got-0.4236) > 1e-3 {
		t.Errorf("w17 with 4 relearning steps is %v", got)
	}
	w[11] = 5
	if got := w.Clip(2)[17]; got != 0.1 {
		t.Errorf("w17 with no room for relearning steps is %v, want 0.1", got)
	}
}

// extremes are parameters at the corners of their bounds, and the defaults.
func extremes() map[string]fsrs.Weights {
	low, high := fsrs.Bounds(fsrs.Defaults(), 1)
	mixed := low
	for i := 1; i < len(mixed); i += 2 {
		mixed[i] = high[i]
	}
	return map[string]fsrs.Weights{"defaults": fsrs.Defaults(), "low": low, "high": high, "mixed": mixed}
}

// sane reports whether a memory state is in its ranges.
func sane(s, d float64) bool {
	return s >= fsrs.MinStability && s <= fsrs.MaxStability && d >= 1 && d <= 10
}

func TestTenThousandReviews(t *testing.T) {
	for name, w := range extremes() {
		m, err := fsrs.NewModel(w[:])
		if err != nil {
			t.Fatal(err)
		}
		for r := quiz.Again; r <= quiz.Easy; r++ {
			for _, elapsed := range []int{0, 1, 30, 100_000} {
				var s, d float64
				for n := range 10_000 {
					last := s
					s, d = m.Next(s, d, elapsed, r)
					if !sane(s, d) || n > 0 && r > quiz.Again && s < last*(1-1e-12) {
						t.Fatalf("%s: %v number %d after %d days: stability %v, was %v, difficulty %v", name, r, n+1, elapsed, s, last, d)
					}
				}
			}
		}
	}
}

func TestHostileStates(t *testing.T) {
	numbers := []float64{math.NaN(), math.Inf(1), math.Inf(-1), -1, 0, 5e-324, 1e-9, 1, 1e9, math.MaxFloat64}
	days := []int{math.MinInt, -1, 0, 1, 100_000, math.MaxInt}
	for name, w := range extremes() {
		m, err := fsrs.NewModel(w[:])
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range []*fsrs.Model{m, m.LongTerm()} {
			for _, s := range numbers {
				for _, d := range numbers {
					for _, elapsed := range days {
						for r := quiz.Again; r <= quiz.Easy; r++ {
							if s2, d2 := m.Next(s, d, elapsed, r); !sane(s2, d2) {
								t.Errorf("%s: Next(%v, %v, %d, %v) = %v, %v", name, s, d, elapsed, r, s2, d2)
							}
						}
						if r := m.Retrievability(float64(elapsed), s); !(r > 0 && r <= 1) {
							t.Errorf("%s: Retrievability(%d, %v) = %v", name, elapsed, s, r)
						}
					}
				}
			}
		}
	}
	if s, d := defaults(t).Next(3, 4, 5, 0); s != 3 || d != 4 {
		t.Errorf("no rating makes stability %v, difficulty %v of 3, 4", s, d)
	}
}

// TestClockGoesBack: a review dated before the one before it counts as one on
// the same day, and the next counts from it.
func TestClockGoesBack(t *testing.T) {
	m := defaults(t)
	back := fsrs.Review{Rating: quiz.Good, Day: 19_000}
	s, d := m.Replay(fsrs.Review{Rating: quiz.Good, Day: 20_000}, back, fsrs.Review{Rating: quiz.Good, Day: 19_004})
	wantS, wantD := m.Replay(fsrs.Review{Rating: quiz.Good, Day: 19_000}, back, fsrs.Review{Rating: quiz.Good, Day: 19_004})
	if s != wantS || d != wantD {
		t.Errorf("stability %v, difficulty %v; want %v, %v", s, d, wantS, wantD)
	}
	now := moment(0)
	p := scheduler(t, nil).Preview(quiz.Progress{}, now, 1)[quiz.Easy-1]
	earlier := quiz.Moment{At: at.Add(-500 * day), Day: now.Day - 500}
	for _, next := range scheduler(t, nil).Preview(p, earlier, 1) {
		if !sane(next.Stability, next.Difficulty) || next.Last != earlier.Day || next.Due.Before(earlier.At) || next.DueDay < earlier.Day {
			t.Errorf("%v in the past: %+v", next.Rated, next)
		}
	}
}
