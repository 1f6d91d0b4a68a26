package simulate

import (
	"testing"
	"time"

	"recto/quiz"
	"recto/quiz/fsrs"
)

// BenchmarkSimulate is a year of 10,000 cards at ten retentions, five runs
// each: all new cards, 30 a day and 200 reviews, by the rules of recto.
func BenchmarkSimulate(b *testing.B) {
	cards := make([]Card, 10_000)
	for i := range cards {
		cards[i].Question = int32(i)
	}
	trials := retentions(b, 30, 200, 0.70, 0.73, 0.76, 0.79, 0.82, 0.85, 0.88, 0.91, 0.94, 0.97)
	for i := range trials {
		model := trials[i].Decks[0].Model
		trials[i].Even = true
		trials[i].Gain = func(_ int, p *quiz.Progress, day quiz.Day) float64 { return model.Gain(*p, day) }
	}
	o := Options{Start: begin, Days: 365, Learner: Standard(), Runs: 5, Seed: 1}
	reviews := 0.0
	for b.Loop() {
		for _, r := range Simulate(cards, trials, o) {
			reviews += r.Reviews.Mean * float64(o.Days*o.Runs)
		}
	}
	b.ReportMetric(reviews/b.Elapsed().Seconds(), "reviews/s")
}

var begin = quiz.Moment{At: time.Date(2026, 3, 2, 10, 0, 0, 0, time.UTC), Day: 20514}

// retentions returns trials that differ in the wanted retention.
func retentions(t testing.TB, perDay, reviews int, wanted ...float64) []Trial {
	t.Helper()
	trials := make([]Trial, len(wanted))
	for i, r := range wanted {
		o := fsrs.DefaultOptions()
		o.Retention = r
		s, err := fsrs.New(o)
		if err != nil {
			t.Fatal(err)
		}
		trials[i] = Trial{Decks: []Deck{{Scheduler: s, Model: s.Model(), New: -1}}, New: perDay, Reviews: reviews}
	}
	return trials
}
