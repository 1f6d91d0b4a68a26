package practice

import (
	"errors"
	"fmt"
	"time"

	"recto/quiz/answer"
)

// Action is what the learner does.
type Action uint8

// The actions. Those marked with an asterisk can be undone until the test is
// handed in, or the marking was shown.
const (
	Tick      Action = iota // time passed
	Answer                  // * answer with Text; an empty one leaves the question unanswered
	Skip                    // * come back to the question later
	Clear                   // * take the response to the question on screen away
	Flag                    // * flag the question on screen, or take its flag away
	Go                      // go to question Number
	Continue                // go on once the marking was seen
	Judge                   // judge the answer on screen with Verdict
	Undo                    // take the latest of the marked actions back
	Submit                  // hand in; what the learner judges is still to be judged
	Leave                   // hand in and have done: what is not judged yet counts nothing
	Interrupt               // break off
)

// Input is one action of the learner, with the time at which it happened.
type Input struct {
	Action  Action
	At      time.Time
	Text    string         // Answer
	Number  int            // Go: from 1
	Verdict answer.Verdict // Judge
}

// Errors of Test.Apply; their texts are for the learner.
var (
	ErrTime       = errors.New("the time is over; what was answered until then counts")
	ErrFinished   = errors.New("the test is over")
	ErrHandedIn   = errors.New("the test is handed in")
	ErrNotAsked   = errors.New("there is no question to answer now")
	ErrNotShown   = errors.New("there is no marking on the screen")
	ErrNoAnswer   = errors.New("the question is not answered")
	ErrNoUndo     = errors.New("there is nothing to undo")
	ErrJudging    = errors.New("judge the answer first")
	ErrNotJudging = errors.New("there is nothing to judge now")
	ErrNoVerdict  = errors.New("an answer is right, partly right, or wrong")
)

func numberError(n int) error {
	if n == 1 {
		return errors.New("there is only question 1")
	}
	return fmt.Errorf("the questions are numbered from 1 to %d", n)
}
