package fsrs_test

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
)

const day = 24 * time.Hour

var at = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

func moment(after time.Duration) quiz.Moment {
	return quiz.MomentAt(at.Add(after), time.UTC, 4)
}

func scheduler(t testing.TB, change func(o *fsrs.Options)) *fsrs.Scheduler {
	t.Helper()
	o := fsrs.DefaultOptions()
	if change != nil {
		change(&o)
	}
	s, err := fsrs.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// buttons is what the four ratings show.
func buttons(preview [4]quiz.Progress, now quiz.Moment) string {
	var all []string
	for _, p := range preview {
		all = append(all, quiz.FormatInterval(p.Wait(now)))
	}
	return strings.Join(all, " ")
}

func TestPreview(t *testing.T) {
	steps := func(learning, relearning []time.Duration) func(o *fsrs.Options) {
		return func(o *fsrs.Options) { o.Fuzz, o.LearningSteps, o.RelearningSteps = false, learning, relearning }
	}
	minutes := func(m ...time.Duration) []time.Duration {
		for i := range m {
			m[i] *= time.Minute
		}
		return m
	}
	standard := steps(minutes(1, 10), minutes(10))
	learning := quiz.Progress{State: quiz.Learning, Stability: 2.3, Difficulty: 2.1, Reps: 1, Last: moment(0).Day}
	review := quiz.Progress{State: quiz.Review, Stability: 8, Difficulty: 5, Reps: 3, Last: moment(0).Day - 8}
	relearning := quiz.Progress{State: quiz.Relearning, Stability: 1.4, Difficulty: 7, Reps: 4, Lapses: 1, Last: moment(0).Day}
	onStep := func(p quiz.Progress, step int) quiz.Progress { p.Step = step; return p }
	for _, row := range []struct {
		name    string
		options func(o *fsrs.Options)
		p       quiz.Progress
		want    string
		states  string
	}{
		{"new", standard, quiz.Progress{}, "1m 6m 10m 8d", "learning learning learning review"},
		{"last step", standard, onStep(learning, 1), "1m 6m 2d 4d", "learning learning review review"},
		{"review", standard, review, "10m 19d 26d 1.4mo", "relearning review review review"},
		{"relearning", standard, relearning, "10m 15m 1d 2d", "relearning relearning review review"},
		{"hard of a single step", steps(minutes(10), nil), quiz.Progress{}, "10m 15m 2d 8d", "learning learning review review"},
		{"hard of a long single step", steps(minutes(5*1440), nil), quiz.Progress{}, "5d 6d 2d 8d", "review review review review"},
		{"hard of seconds", steps([]time.Duration{20 * time.Second, 50 * time.Second}, nil), quiz.Progress{}, "20s 35s 50s 8d", "learning learning learning review"},
		{"no steps", steps(nil, nil), quiz.Progress{}, "1d 1d 2d 8d", "review review review review"},
		{"no steps after a lapse", steps(nil, nil), review, "1d 19d 26d 1.4mo", "review review review review"},
		{"a step of a day", steps(minutes(10, 1440), nil), quiz.Progress{}, "10m 12.1h 1d 8d", "learning learning review review"},
		{"lapse in a step of a day", standard, onStep(review, 1), "1d 19d 26d 1.4mo", "review review review review"},
		{"steps that were taken away", standard, onStep(learning, 7), "1m 6m 2d 4d", "learning learning review review"},
		{"a step that never was", standard, onStep(learning, -3), "1m 6m 10m 4d", "learning learning learning review"},
		{"the same day twice", standard, quiz.Progress{State: quiz.Review, Stability: 8, Difficulty: 5, Reps: 3, Last: moment(0).Day}, "10m 8d 9d 13d", "relearning review review review"},
	} {
		t.Run(row.name, func(t *testing.T) {
			now := moment(0)
			preview := scheduler(t, row.options).Preview(row.p, now, 1)
			if got := buttons(preview, now); got != row.want {
				t.Errorf("buttons %s, want %s", got, row.want)
			}
			var states []string
			for _, p := range preview {
				states = append(states, p.State.String())
			}
			if got := strings.Join(states, " "); got != row.states {
				t.Errorf("states %s, want %s", got, row.states)
			}
		})
	}
}

func TestPreviewKeepsTheRest(t *testing.T) {
	now := moment(1234567 * time.Nanosecond)
	p := quiz.Progress{State: quiz.Review, Step: 0, Stability: 8, Difficulty: 5, Reps: 3, Lapses: 1,
		First: 20_000, Last: now.Day - 8, Suspended: true, Buried: 7, Flag: 3}
	for i, got := range scheduler(t, nil).Preview(p, now, 1) {
		r := quiz.Rating(i + 1)
		lapses := 1
		if r == quiz.Again {
			lapses = 2
		}
		if got.Reps != 4 || got.Lapses != lapses || got.Rated != r || got.First != 20_000 || got.Last != now.Day ||
			!got.Suspended || got.Buried != 7 || got.Flag != 3 {
			t.Errorf("%v: %+v", r, got)
		}
		if want := at.Add(time.Millisecond); got.LastAt != want {
			t.Errorf("%v: last at %v, want whole milliseconds: %v", r, got.LastAt, want)
		}
	}
}

// progresses draws cards in every state, also such as no scheduler made.
func progresses(now quiz.Moment) *rapid.Generator[quiz.Progress] {
	return rapid.Custom(func(t *rapid.T) quiz.Progress {
		p := quiz.Progress{State: quiz.State(rapid.IntRange(0, 3).Draw(t, "state"))}
		if p.State != quiz.New {
			p.Reps = rapid.IntRange(1, 50).Draw(t, "reps")
			p.Step = rapid.IntRange(0, 3).Draw(t, "step")
			p.Stability, p.Difficulty = stabilities.Draw(t, "stability"), difficulties.Draw(t, "difficulty")
			p.Last = now.Day - quiz.Day(rapid.OneOf(rapid.IntRange(-3, 40), rapid.IntRange(-100_000, 100_000)).Draw(t, "since"))
		}
		return p
	})
}

func drawOptions(t *rapid.T) fsrs.Options {
	o := fsrs.DefaultOptions()
	w := models().Draw(t, "model").Weights()
	o.Weights = w[:]
	o.Retention = rapid.Float64Range(0.7, 0.99).Draw(t, "retention")
	o.MaxInterval = rapid.OneOf(rapid.IntRange(1, 30), rapid.IntRange(1, 36500)).Draw(t, "maximum")
	step := rapid.Map(rapid.IntRange(1, 3*86400), func(s int) time.Duration { return time.Duration(s) * time.Second })
	o.LearningSteps = rapid.SliceOfN(step, 0, 3).Draw(t, "learning")
	o.RelearningSteps = rapid.SliceOfN(step, 0, 3).Draw(t, "relearning")
	o.Fuzz = rapid.Bool().Draw(t, "fuzz")
	return o
}

func TestPreviewLaws(t *testing.T) {
	now := moment(0)
	rapid.Check(t, func(t *rapid.T) {
		o := drawOptions(t)
		s, err := fsrs.New(o)
		if err != nil {
			t.Fatal(err)
		}
		p, seed := progresses(now).Draw(t, "progress"), rapid.Uint64().Draw(t, "seed")
		preview := s.Preview(p, now, seed)
		if s.Preview(p, now, seed) != preview {
			t.Error("the same arguments give another preview")
		}
		for i, next := range preview {
			r := quiz.Rating(i + 1)
			if st, d := s.Model().Next(p.Stability, p.Difficulty, p.Elapsed(now.Day), r); next.Stability != st || next.Difficulty != d {
				t.Errorf("%v: stability %v, difficulty %v; the model has %v, %v", r, next.Stability, next.Difficulty, st, d)
			}
			days := int(next.DueDay - now.Day)
			switch {
			case next.State == quiz.New, next.Steps() && (next.Due.Sub(at) <= 0 || next.Due.Sub(at) >= day || days != 0):
				t.Errorf("%v: a step until %v, %+v", r, next.Due, next)
			case next.State == quiz.Review && (days < 1 || next.Due.Sub(at)/day != time.Duration(days)):
				t.Errorf("%v: %d days, but due at %v", r, days, next.Due)
			}
		}
		if p.State != quiz.Review {
			return
		}
		maximum := o.MaxInterval
		hard, good, easy := int(preview[1].DueDay-now.Day), int(preview[2].DueDay-now.Day), int(preview[3].DueDay-now.Day)
		if o.Fuzz {
			if hard >= good && good != maximum || good >= easy && easy != maximum || max(hard, good, easy) > maximum {
				t.Errorf("intervals %d, %d, %d with a maximum of %d", hard, good, easy, maximum)
			}
		} else if hard >= good || good >= easy || hard > maximum || easy > maximum+2 {
			t.Errorf("intervals %d, %d, %d with a maximum of %d", hard, good, easy, maximum)
		}
	})
}

// TestFuzzStaysInRange: with fuzz each interval is within the range of the one
// that it would be without.
func TestFuzzStaysInRange(t *testing.T) {
	now := moment(0)
	rapid.Check(t, func(t *rapid.T) {
		o := drawOptions(t)
		standard := fsrs.DefaultOptions() // no steps of a day, which look like intervals
		o.LearningSteps, o.RelearningSteps = standard.LearningSteps, standard.RelearningSteps
		o.Fuzz = false
		plain, err := fsrs.New(o)
		if err != nil {
			t.Fatal(err)
		}
		o.Fuzz = true
		fuzzed, err := fsrs.New(o)
		if err != nil {
			t.Fatal(err)
		}
		p := progresses(now).Draw(t, "progress")
		before, after := plain.Preview(p, now, 0), fuzzed.Preview(p, now, rapid.Uint64().Draw(t, "seed"))
		for i := range before {
			if before[i].Steps() {
				if after[i] != before[i] {
					t.Errorf("%v: a step becomes %+v, was %+v", quiz.Rating(i+1), after[i], before[i])
				}
				continue
			}
			days := int(after[i].DueDay - now.Day)
			wait := int(before[i].DueDay - now.Day)
			low, high := fsrs.FuzzRange(float64(wait), p.Elapsed(now.Day), o.MaxInterval)
			if days < low || days > high {
				t.Errorf("%v: %d days become %d, not from %d to %d", quiz.Rating(i+1), wait, days, low, high)
			}
		}
	})
}

func TestFuzzUsesItsWholeRange(t *testing.T) {
	now := moment(0)
	s := scheduler(t, nil)
	p := quiz.Progress{State: quiz.Review, Stability: 8, Difficulty: 5, Reps: 3, Last: now.Day - 8}
	seen := map[int]int{}
	const draws = 7000
	for seed := range uint64(draws) {
		seen[int(s.Preview(p, now, seed)[quiz.Good-1].DueDay-now.Day)]++
	}
	low, high := fsrs.FuzzRange(26, 8, 36500)
	for days := low; days <= high; days++ {
		if share := float64(seen[days]) / draws * float64(high-low+1); math.Abs(share-1) > 0.15 {
			t.Errorf("%d days come %d times", days, seen[days])
		}
	}
	if len(seen) != high-low+1 {
		t.Errorf("intervals %v, want %d to %d", seen, low, high)
	}
}

// TestPreviewAgreesWithFold: what is shown is what the fold makes of the
// review that was recorded, to the bit.
func TestPreviewAgreesWithFold(t *testing.T) {
	card := decks.CardID{Deck: "d", Question: "q", Face: decks.AskFace}
	rapid.Check(t, func(t *rapid.T) {
		o := drawOptions(t)
		s, err := fsrs.New(o)
		if err != nil {
			t.Fatal(err)
		}
		events := []quiz.Event{{Device: "a", Sequence: 1, Kind: quiz.SettingsEvent, Settings: &quiz.Settings{Weights: o.Weights}}}
		var p quiz.Progress
		now := moment(0)
		for i := range rapid.IntRange(1, 12).Draw(t, "reviews") {
			now = quiz.MomentAt(now.At.Add(time.Duration(rapid.Int64Range(0, 20*86400_000).Draw(t, "later"))*time.Millisecond), time.UTC, 4)
			r := ratings.Draw(t, "rating")
			p = s.Preview(p, now, uint64(i))[r-1]
			events = append(events, quiz.Event{
				ID: quiz.EventID{byte(i + 1)}, Device: "a", Sequence: int64(i + 2), At: now.At.UnixMilli(), Kind: quiz.ReviewEvent, Card: card,
				Review: &quiz.ReviewBody{Rating: r, Day: now.Day, State: p.State, Step: p.Step, Due: p.Due.UnixMilli(), DueDay: p.DueDay},
			})
		}
		folded, err := quiz.Fold(events, fsrs.Models)
		if err != nil {
			t.Fatal(err)
		}
		if folded[card] != p {
			t.Errorf("folded %+v, previewed %+v", folded[card], p)
		}
	})
}

func TestOptionsAreChecked(t *testing.T) {
	for _, row := range []struct {
		name   string
		change func(o *fsrs.Options)
		want   string
	}{
		{"retention not given", func(o *fsrs.Options) { o.Retention = 0 }, "retention 0 is not"},
		{"retention too high", func(o *fsrs.Options) { o.Retention = 1 }, "retention 1 is not"},
		{"retention no number", func(o *fsrs.Options) { o.Retention = math.NaN() }, "retention NaN is not"},
		{"maximum 0", func(o *fsrs.Options) { o.MaxInterval = 0 }, "maximum interval of 0 days"},
		{"maximum too long", func(o *fsrs.Options) { o.MaxInterval = 36501 }, "maximum interval of 36501 days"},
		{"step 0", func(o *fsrs.Options) { o.LearningSteps = []time.Duration{time.Minute, 0} }, "learning step 2 is 0s"},
		{"step below 0", func(o *fsrs.Options) { o.RelearningSteps = []time.Duration{-time.Minute} }, "relearning step 1 is -1m0s"},
		{"step too long", func(o *fsrs.Options) { o.LearningSteps = []time.Duration{366 * day} }, "learning step 1 is 8784h"},
		{"too many steps", func(o *fsrs.Options) { o.LearningSteps = slices.Repeat([]time.Duration{time.Minute}, 21) }, "21 learning steps"},
		{"weights", func(o *fsrs.Options) { o.Weights = []float64{1} }, "1 weights"},
	} {
		o := fsrs.DefaultOptions()
		row.change(&o)
		if _, err := fsrs.New(o); err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("%s: %v, want an error: %s", row.name, err, row.want)
		}
	}
}

func BenchmarkPreview(b *testing.B) {
	s := scheduler(b, nil)
	now := moment(0)
	p := quiz.Progress{State: quiz.Review, Stability: 8, Difficulty: 5, Reps: 3, Last: now.Day - 8}
	for b.Loop() {
		s.Preview(p, now, 42)
	}
}
