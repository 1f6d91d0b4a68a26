package plain

import (
	"strconv"
	"strings"

	"recto/decks/markup"
	"recto/quiz/answer"
	"recto/quiz/practice"
)

// writePaper writes what is to come.
func (r *tester) writePaper() {
	result := r.test.Result()
	r.say(r.w.Test.Paper(result.Whole.Questions, result.Whole.Points, r.o.Limit))
	if r.test.View(r.o.Now()).Feedback == practice.AtOnce {
		r.say(r.w.Test.AtOnce)
	} else {
		r.say(r.w.Test.AtEnd)
	}
}

// write writes what is new: a question, how it is marked, or that all were
// asked.
func (r *tester) write(v practice.View) {
	same := r.written == v.Number && r.phase == v.Phase
	was := r.written
	r.written, r.phase = v.Number, v.Phase
	switch {
	case same:
	case v.Phase == practice.Ready:
		r.line("")
		r.say(r.w.Test.Asked(v.Answered, v.Unanswered))
		r.writeList(v)
		r.say(r.w.Test.HandIn)
	case v.Ending != practice.Running || was != v.Number: // a question, or an answer to judge
		r.line("")
		r.writeQuestion(v)
		r.writeShown(v)
	default:
		r.writeShown(v)
	}
}

// writeQuestion writes the question on screen up to its prompt.
func (r *tester) writeQuestion(v practice.View) {
	head := "[" + r.w.Test.Number(v.Number, v.Total) + "] " + v.Face.Card.ID.Deck + " - " + r.w.Test.Points(v.Face.Card.Question.Points)
	if v.Limited && v.Ending == practice.Running {
		head += " - " + r.w.Test.Left(v.Left)
	}
	if v.Entry.Flag {
		head += " - " + r.w.Test.Flagged
	}
	r.say(head)
	r.writeFront(v.Face)
	if v.ByHand && v.Phase == practice.Asked {
		r.say("(" + r.w.Test.ByHand + ")")
	}
	if v.Face.Response != "" && v.Phase != practice.Shown {
		r.say(r.w.Test.Wrote + clip(v.Face.Response))
	}
}

// writeShown writes the marking of the answer on screen, or the answer that is
// to be judged.
func (r *tester) writeShown(v practice.View) {
	switch v.Phase {
	case practice.Shown:
		r.writeAnswer(v.Face)
	case practice.Judging:
		face := v.Face
		face.Match = nil
		r.writeAnswer(face)
	}
}

// writeList writes which questions are not answered, skipped, or flagged.
func (r *tester) writeList(v practice.View) {
	var open, skips, flags []string
	for _, e := range v.List {
		n := strconv.Itoa(e.Number)
		if e.State != practice.Answered {
			open = append(open, n)
		}
		if e.Later {
			skips = append(skips, n)
		}
		if e.Flag {
			flags = append(flags, n)
		}
	}
	r.sayNumbers(r.w.Test.Unanswered, open)
	r.sayNumbers(r.w.Test.Skips, skips)
	r.sayNumbers(r.w.Test.Flags, flags)
}

// sayNumbers says of which questions something is true, when it is of any.
func (r *tester) sayNumbers(of func(numbers string) string, numbers []string) {
	if len(numbers) > 0 {
		r.say(of(strings.Join(numbers, ", ")))
	}
}

// writeResult writes every question with what was answered, what was confused,
// and what it came to.
func (r *tester) writeResult(result practice.Result) {
	r.line("")
	r.say(r.w.Test.Questions)
	for _, m := range result.Questions {
		r.writeMarked(m, result.Whole.Questions)
	}
	if len(result.Confusions) > 0 {
		r.line("")
		r.say(r.w.Test.Confusions)
		for _, c := range result.Confusions {
			r.say(r.confused(c))
		}
	}
	r.writeTallies(r.w.Test.Sections, result.Sections)
	r.writeTallies(r.w.Test.Tags, result.Tags)
	r.line("")
	r.say(r.w.Test.Seed(r.o.Paper))
	r.writeScore(result)
}

// writeMarked writes a question with its marking.
func (r *tester) writeMarked(m practice.Marked, of int) {
	head := "[" + r.w.Test.Number(m.Number, of) + "] " + r.w.Test.Earned(m.Score, m.Points)
	if m.Flag {
		head += " - " + r.w.Test.Flagged
	}
	r.say(head)
	r.text(r.w.Plain.Question, m.Task.Card.Ask())
	wanted := markup.OneLine(m.Match.Wanted)
	switch {
	case m.State != practice.Answered:
		r.line(r.w.Test.NotAnswered(wanted))
	case m.ByHand:
		r.line(r.judged(m.Match.Verdict, wanted))
		r.say(r.w.Test.Wrote + clip(m.Response))
	default:
		r.writeMatch(m.Match, m.Response, m.Question.Need)
	}
	if !m.Right() {
		r.writeSource(m.Question)
	}
}

// confused says what was taken for what.
func (r *tester) confused(c practice.Confusion) string {
	s := r.w.Test.Confused(c.Number, clip(c.Wanted), clip(c.Given))
	if c.AnswerOf > 0 {
		s += r.w.Test.AnswerOf(c.AnswerOf)
	}
	if c.Times > 1 {
		s += r.w.Test.Times(c.Times)
	}
	return s
}

// writeTallies writes what the questions of each tag or section came to.
func (r *tester) writeTallies(heading string, tallies []practice.Tally) {
	if len(tallies) == 0 {
		return
	}
	r.line("")
	r.say(heading)
	for _, t := range tallies {
		name := r.w.Test.NoSection
		if t.Name != "" {
			name = inline(t.Name)
		}
		r.say(r.w.Test.Tally(name, t.Percent(), r.w.Test.Earned(t.Score, t.Points), r.w.Test.Right(t.Right, t.Questions)))
	}
}

// writeScore writes what a test came to as a line.
func (r *tester) writeScore(result practice.Result) {
	w := result.Whole
	s := r.w.Test.Score(w.Score, w.Points, w.Percent()) + "; " + r.w.Test.Counts(w.Right, w.Close, w.Wrong, w.Questions-w.Answered)
	if result.Ending != practice.Running {
		s += "; " + r.w.Test.Took(result.Time)
	}
	r.line(s)
}

// judged says how the learner judged an answer.
func (r *tester) judged(v answer.Verdict, wanted string) string {
	say := r.w.Test
	switch v {
	case answer.Correct:
		return say.Judged(say.ByLearner.Correct, wanted)
	case answer.Close:
		return say.Judged(say.ByLearner.Close, wanted)
	case answer.Wrong:
		return say.Judged(say.ByLearner.Wrong, wanted)
	}
	return say.NotJudged(wanted)
}
