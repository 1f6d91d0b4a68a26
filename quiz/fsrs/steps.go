package fsrs

import (
	"fmt"
	"time"

	"recto/quiz"
)

const (
	day      = 24 * time.Hour
	maxSteps = 20
	maxStep  = 365 * day
)

// waiting is a step that a rating leads to.
type waiting struct {
	time  time.Duration
	index int
}

// nextStep returns the step that a rating leads to for a card at a step of
// steps. It reports false when there is none and the card is scheduled by
// days. Step 0 is also where a new card stands.
//
//   - Again: the first step.
//   - Hard: the same step once more, after the mean of the first two steps, or
//     one and a half times a single one, but at most a day more than it.
//   - Good: the next step; none after the last.
//   - Easy: none.
func nextStep(steps []time.Duration, step int, r quiz.Rating) (waiting, bool) {
	if len(steps) == 0 {
		return waiting{}, false
	}
	// The learner may have taken steps away since.
	step = min(max(step, 0), len(steps)-1)
	switch r {
	case quiz.Again:
		return waiting{steps[0], 0}, true
	case quiz.Hard:
		return waiting{hardStep(steps), step}, true
	case quiz.Good:
		if step+1 < len(steps) {
			return waiting{steps[step+1], step + 1}, true
		}
	}
	return waiting{}, false
}

// hardStep is the step after Hard, rounded to the minute from a minute up.
func hardStep(steps []time.Duration) time.Duration {
	wait := min(steps[0]*3/2, steps[0]+day)
	if len(steps) > 1 {
		wait = (steps[0] + steps[1]) / 2
	}
	if wait >= time.Minute {
		return wait.Round(time.Minute)
	}
	return wait
}

// lapseStep returns the step after Again in state Review. A card that waits
// out a step of a day or more is in review and keeps the step's index: it goes
// on there in the relearning steps, and beyond their end is scheduled by days.
func lapseStep(steps []time.Duration, step int) (waiting, bool) {
	if step < 0 || step >= len(steps) {
		return waiting{}, false
	}
	return waiting{steps[step], 0}, true
}

// checkSteps refuses steps that no card should wait for. What names them in
// errors.
func checkSteps(what string, steps []time.Duration) error {
	if len(steps) > maxSteps {
		return fmt.Errorf("%d %s steps: at most %d are possible", len(steps), what, maxSteps)
	}
	for i, step := range steps {
		if step < time.Second || step > maxStep {
			return fmt.Errorf("%s step %d is %v: a step lasts from 1s to 365 days", what, i+1, step)
		}
	}
	return nil
}
