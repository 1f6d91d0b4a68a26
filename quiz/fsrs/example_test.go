package fsrs_test

import (
	"fmt"
	"time"

	"recto/quiz"
	"recto/quiz/fsrs"
)

func ExampleScheduler_Preview() {
	s, err := fsrs.New(fsrs.DefaultOptions())
	if err != nil {
		fmt.Println(err)
		return
	}
	now := quiz.MomentAt(time.Date(2026, 11, 22, 20, 0, 0, 0, time.UTC), time.UTC, 4)
	for _, p := range s.Preview(quiz.Progress{}, now, 1) {
		fmt.Println(p.Rated, quiz.FormatInterval(p.Wait(now)), p.State)
	}
	// Output:
	// Again 1m learning
	// Hard 6m learning
	// Good 10m learning
	// Easy 8d review
}

func ExampleModel_Replay() {
	m, err := fsrs.NewModel(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	stability, difficulty := m.Replay(
		fsrs.Review{Rating: quiz.Good, Day: 20_000},
		fsrs.Review{Rating: quiz.Good, Day: 20_002},
		fsrs.Review{Rating: quiz.Again, Day: 20_013},
	)
	fmt.Printf("%.1f days, difficulty %.1f, %.0f%% after a week\n",
		stability, difficulty, 100*m.Retrievability(7, stability))
	// Output: 1.5 days, difficulty 7.4, 77% after a week
}
