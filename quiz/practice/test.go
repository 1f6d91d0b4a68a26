package practice

import (
	"errors"
	"strings"
	"time"

	"recto/decks"
	"recto/quiz/answer"
)

// Item is a question of a test as the paper has it.
type Item struct {
	Question *decks.Question
	// Options are what is picked from, in the order of their letters: the
	// options of Choice and Multiple, the right column of Match, the items of
	// Order, the word bank of Cloze. Nil for the other kinds, and for options
	// as they are written.
	Options []decks.Value
}

// Feedback says when the marking is shown.
type Feedback uint8

// The times of the feedback.
const (
	AtEnd  Feedback = iota // when the test was handed in
	AtOnce                 // behind each answer, which then stands
)

// Options are what a test needs beside its questions. Start and Matcher are
// required.
type Options struct {
	Start    time.Time
	Limit    time.Duration // how long the test may take; 0 for any time
	Feedback Feedback
	Matcher  answer.Matcher
}

// Phase is what a test waits for.
type Phase uint8

// The phases of a test.
const (
	Asked    Phase = iota // an answer to the question on screen
	Shown                 // the marking of an answer is shown: Continue
	Judging               // an answer that the learner judges is shown: Judge
	Ready                 // every question was asked: Submit, or Go back to one
	Finished              // nothing
)

// State is what became of a question so far.
type State uint8

// The states of a question.
const (
	Open     State = iota // it is still to be asked
	Skipped               // put off until the others were asked
	Left                  // left unanswered
	Answered              // a response was given
)

// Ending says how a test ended.
type Ending uint8

// The endings.
const (
	Running     Ending = iota // not yet
	HandedIn                  // by the learner
	TimeOver                  // by the clock
	Interrupted               // it was broken off
)

// String returns "running", "handed in", "time over" or "interrupted".
func (e Ending) String() string {
	return [...]string{"running", "handed in", "time over", "interrupted"}[e&3]
}

// Test is a practice test under way. It reads no clock, no file and no chance,
// so the full screen, the plain mode and tests drive the same one. A Test is
// for one goroutine.
type Test struct {
	options   Options
	questions []question

	phase   Phase
	current int       // the question on screen; of no meaning when Ready or Finished
	since   time.Time // from when on its time counts
	ending  Ending
	ended   time.Time
	past    []move // what Undo takes back, latest last
}

// question is one question of a test, and what became of it.
type question struct {
	item   Item
	task   answer.Task
	byHand bool // the learner judges the answer
	state  State
	flag   bool
	later  bool          // skipped: it comes again
	text   string        // the response, when Answered
	match  *answer.Match // how it compares, when Answered; verdict 0 until it was judged by hand
	taken  time.Duration // on screen
}

// move is what the question on screen was before an input.
type move struct {
	current int
	was     question
}

// New returns a test of some questions, in that order, of which the first is
// on screen. It fails when there is none.
func New(items []Item, o Options) (*Test, error) {
	if len(items) == 0 {
		return nil, errors.New("there is no question to ask")
	}
	t := &Test{options: o, questions: make([]question, len(items)), since: o.Start}
	for i, it := range items {
		task := taskOf(it)
		t.questions[i] = question{item: it, task: task, byHand: !task.Card.Typed()}
	}
	return t, nil
}

// Apply does what an input says. After an error, whose text is for the
// learner, nothing has changed, but that with ErrTime the test is over. An
// error of the matcher says why a response cannot be read; it counts for
// nothing.
func (t *Test) Apply(in Input) error {
	if t.phase == Finished {
		if in.Action == Tick {
			return nil
		}
		return ErrFinished
	}
	if t.ending == Running && t.options.Limit > 0 && !in.At.Before(t.deadline()) {
		t.end(TimeOver, t.deadline())
		switch in.Action {
		case Leave, Interrupt:
			t.phase = Finished
		case Judge:
			return t.judge(in)
		case Tick, Submit:
		default:
			return ErrTime
		}
		return nil
	}
	switch in.Action {
	case Tick:
		return nil
	case Submit, Leave, Interrupt:
		return t.finish(in)
	case Judge:
		return t.judge(in)
	}
	if t.ending != Running {
		return ErrHandedIn
	}
	switch in.Action {
	case Answer:
		return t.answer(in)
	case Skip:
		return t.skip(in)
	case Clear:
		return t.clear()
	case Go:
		return t.goTo(in)
	case Flag:
		return t.mark()
	case Continue:
		if t.phase != Shown {
			return ErrNotShown
		}
		t.advance(in.At)
		return nil
	case Undo:
		return t.undo(in)
	}
	return ErrNotAsked
}

func (t *Test) deadline() time.Time { return t.options.Start.Add(t.options.Limit) }

// answer takes a response to the question on screen. An empty one leaves it
// unanswered, or as it was answered before.
func (t *Test) answer(in Input) error {
	if t.phase != Asked {
		return ErrNotAsked
	}
	q := &t.questions[t.current]
	text := strings.ToValidUTF8(in.Text, "\uFFFD")
	if strings.TrimSpace(text) == "" {
		t.remember()
		q.later = false
		if q.state != Answered {
			q.state = Left
		}
		t.advance(in.At)
		return nil
	}
	m, err := t.options.Matcher.Match(q.task, text)
	if err != nil {
		return err
	}
	t.remember()
	if q.byHand {
		m.Verdict, m.Points = 0, 0
	}
	q.state, q.later, q.text, q.match = Answered, false, text, &m
	if t.options.Feedback == AtEnd {
		t.advance(in.At)
		return nil
	}
	t.past = nil // an answer whose marking was seen stands
	t.count(in.At)
	t.phase = Shown
	if q.byHand {
		t.phase = Judging
	}
	return nil
}

// skip puts the question on screen off until the others were asked. A response
// that it has stays, and counts unless another one is given then.
func (t *Test) skip(in Input) error {
	if t.phase != Asked {
		return ErrNotAsked
	}
	t.remember()
	q := &t.questions[t.current]
	q.later = true
	if q.state != Answered {
		q.state = Skipped
	}
	t.advance(in.At)
	return nil
}

// clear takes the response to the question on screen away.
func (t *Test) clear() error {
	if t.phase != Asked {
		return ErrNotAsked
	}
	q := &t.questions[t.current]
	if q.state != Answered {
		return ErrNoAnswer
	}
	t.remember()
	q.state, q.later, q.text, q.match = Left, false, "", nil
	return nil
}

// goTo puts a question on screen, by its number from 1.
func (t *Test) goTo(in Input) error {
	if t.phase == Judging {
		return ErrJudging
	}
	if in.Number < 1 || in.Number > len(t.questions) {
		return numberError(len(t.questions))
	}
	t.count(in.At)
	t.enter(in.Number-1, in.At)
	return nil
}

// mark sets the flag of the question on screen, or takes it away.
func (t *Test) mark() error {
	if t.phase == Ready {
		return ErrNotAsked
	}
	t.remember()
	q := &t.questions[t.current]
	q.flag = !q.flag
	return nil
}

// judge takes the learner's own verdict on the answer on screen.
func (t *Test) judge(in Input) error {
	if t.phase != Judging {
		return ErrNotJudging
	}
	share := map[answer.Verdict]float64{answer.Correct: 1, answer.Close: 0.5, answer.Wrong: 0}
	points, ok := share[in.Verdict]
	if !ok {
		return ErrNoVerdict
	}
	m := t.questions[t.current].match
	m.Verdict, m.Points = in.Verdict, points
	if t.ending == Running {
		t.advance(in.At)
	} else {
		t.nextJudged()
	}
	return nil
}

// undo takes the latest change back, and goes where it was made.
func (t *Test) undo(in Input) error {
	n := len(t.past)
	if n == 0 || t.phase == Judging {
		return ErrNoUndo
	}
	last := t.past[n-1]
	t.past = t.past[:n-1]
	t.count(in.At)
	q := &t.questions[last.current]
	last.was.taken = q.taken
	*q = last.was
	t.enter(last.current, in.At)
	return nil
}

// remember keeps the question on screen as it is, for Undo.
func (t *Test) remember() {
	t.past = append(t.past, move{t.current, t.questions[t.current]})
}
