package practice

import (
	"time"

	"recto/quiz"
)

// View is everything that a screen shows of a test. Number and what follows is
// of the question on screen: zero when Ready or Finished. Texts are those of
// the deck; draw them as markup, never raw.
type View struct {
	Phase    Phase
	Ending   Ending
	Total    int
	Feedback Feedback
	Undo     bool // there is something to undo

	Limited bool          // there is a limit of time
	Left    time.Duration // until the time is over, 0 or more, when Limited and Running

	List       []Entry // every question, in order
	Answered   int     // how many were answered
	Unanswered int     // and how many were not
	Flagged    int

	Number int
	Entry  Entry
	ByHand bool      // the learner judges the answer
	Face   quiz.View // the question as a study session shows it, with the response so far
}

// Entry is a question in the list.
type Entry struct {
	Number int // from 1
	State  State
	Flag   bool
	Later  bool // it was skipped, and comes again; one that has a response as well
}

// View returns what the test looks like at a time.
func (t *Test) View(at time.Time) View {
	v := View{
		Phase:    t.phase,
		Ending:   t.ending,
		Total:    len(t.questions),
		Feedback: t.options.Feedback,
		Undo:     len(t.past) > 0 && t.phase != Judging,
		Limited:  t.options.Limit > 0,
		List:     make([]Entry, len(t.questions)),
	}
	if v.Limited && t.ending == Running {
		v.Left = max(0, t.deadline().Sub(at))
	}
	for i, q := range t.questions {
		v.List[i] = Entry{i + 1, q.state, q.flag, q.later}
		if q.state == Answered {
			v.Answered++
		}
		if q.flag {
			v.Flagged++
		}
	}
	v.Unanswered = v.Total - v.Answered
	if t.phase == Ready || t.phase == Finished {
		return v
	}
	q := &t.questions[t.current]
	v.Number, v.Entry, v.ByHand = t.current+1, v.List[t.current], q.byHand
	v.Face = q.face(t.phase != Asked)
	return v
}

// Ask returns what the question at a place of the paper asks, from 0, as markup.
func (t *Test) Ask(i int) string { return t.questions[i].task.Card.Ask() }
