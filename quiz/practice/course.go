package practice

import "time"

// count adds the time since the question came up to it.
func (t *Test) count(at time.Time) {
	if t.phase == Asked {
		t.questions[t.current].taken += max(0, at.Sub(t.since))
	}
	t.since = at
}

// enter puts a question on screen.
func (t *Test) enter(i int, at time.Time) {
	t.current, t.since, t.phase = i, at, Asked
	if t.options.Feedback == AtOnce && t.questions[i].state == Answered {
		t.phase = Shown
	}
}

// advance puts the next question on screen: one that is still to be asked, else
// one that was skipped. When there is none the test is ready.
func (t *Test) advance(at time.Time) {
	from := t.current
	t.count(at)
	for _, wanted := range []func(*question) bool{(*question).open, (*question).skipped} {
		for step := 1; step < len(t.questions); step++ {
			if i := (from + step) % len(t.questions); wanted(&t.questions[i]) {
				t.enter(i, at)
				return
			}
		}
	}
	t.phase = Ready
}

// open reports whether the question is still to be asked, and skipped whether
// it is to be asked again.
func (q *question) open() bool    { return q.state == Open }
func (q *question) skipped() bool { return q.later }

// finish ends the test as the learner wants.
func (t *Test) finish(in Input) error {
	switch {
	case t.ending == Running && in.Action == Interrupt:
		t.end(Interrupted, in.At)
	case t.ending == Running:
		t.end(HandedIn, in.At)
	case in.Action == Submit:
		return ErrHandedIn
	}
	if in.Action != Submit {
		t.phase = Finished
	}
	return nil
}

// end hands the test in. Answers of the learner's own judging are judged now.
func (t *Test) end(how Ending, at time.Time) {
	if t.phase != Ready {
		t.count(at)
	}
	t.ending, t.ended, t.past = how, at, nil
	t.current = -1
	t.nextJudged()
}

// nextJudged shows the next answer that the learner judges; when there is none
// the test is over.
func (t *Test) nextJudged() {
	for i := t.current + 1; i < len(t.questions); i++ {
		if q := t.questions[i]; q.unjudged() {
			t.current, t.phase = i, Judging
			return
		}
	}
	t.phase = Finished
}

// unjudged reports whether the learner has yet to judge the answer.
func (q *question) unjudged() bool {
	return q.byHand && q.state == Answered && q.match.Verdict == 0
}
