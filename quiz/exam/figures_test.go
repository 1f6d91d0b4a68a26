package exam

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"recto/quiz/fsrs"
)

// The learners of a row are several: each seed has its own, and with hidden
// parameters its own memory, which the schedulers do not know. At the same number of reviews the plan is better on the day of the exam than
// the usual schedule at a retention of 0.9. Of the plans that take no more
// reviews than that the one with the highest wanted retention stands in the
// table (go test -v -run Figures).
func TestFigures(t *testing.T) {
	base, err := fsrs.New(fsrs.DefaultOptions())
	if err != nil {
		t.Fatal(err)
	}
	type row struct {
		name              string
		c                 course
		usual, plan, late outcome
		wanted            float64
	}
	var rows []*row
	for _, days := range []int{30, 60, 90} {
		for _, cards := range []int{100, 300, 1000} {
			for _, learner := range []struct {
				name  string
				truth func(seed uint64) *fsrs.Model
			}{{"default", func(uint64) *fsrs.Model { return base.Model() }}, {"hidden", hidden}} {
				rows = append(rows, &row{name: learner.name, c: course{cards: cards, days: days, reviews: 200, truth: learner.truth, base: base}})
			}
		}
	}
	var wait sync.WaitGroup
	room := make(chan struct{}, 2)
	for _, r := range rows {
		wait.Go(func() {
			room <- struct{}{}
			defer func() { <-room }()
			seeds := []uint64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}[:max(3, 1000/r.c.cards)]
			r.usual = r.c.study(seeds...)
			for _, wanted := range []float64{0.96, 0.93, 0.90, 0.87} {
				if r.plan = r.c.planned(wanted).study(seeds...); r.plan.reviews <= r.usual.reviews {
					r.wanted = wanted
					break
				}
			}
			r.late = r.c.late(0.9).study(seeds...)
		})
	}
	wait.Wait()
	var table strings.Builder
	fmt.Fprintf(&table, "\n%-10s%6s%6s   %-16s%-24s%-16s%s\n", "learner", "days", "cards", "usual, reviews", "plan (wanted), reviews", "late, reviews", "forgotten less")
	for _, r := range rows {
		less := 1 - (1-r.plan.recall)/(1-r.usual.recall)
		fmt.Fprintf(&table, "%-10s%6d%6d   %.1f %% %6.2f   %.1f %% (%.2f) %6.2f    %.1f %% %6.2f   %3.0f %%\n", r.name, r.c.days, r.c.cards,
			100*r.usual.recall, r.usual.reviews, 100*r.plan.recall, r.wanted, r.plan.reviews, 100*r.late.recall, r.late.reviews, 100*less)
		if r.wanted == 0 || r.plan.reviews > r.usual.reviews || less < 0.1 {
			t.Errorf("%s, %d days, %d cards: usual %+v, plan %+v", r.name, r.c.days, r.c.cards, r.usual, r.plan)
		}
	}
	t.Log(table.String())
}
