package practice

import (
	"math"
	"time"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/answer"
)

// Result is what a test came to, or has come to so far.
type Result struct {
	Ending    Ending
	Start     time.Time
	Time      time.Duration // from the start to the end; 0 while it is Running
	Limit     time.Duration // 0 for none
	Questions []Marked      // in the order of the paper
	Whole     Tally
	Tags      []Tally // those with the lowest percentage first, then by name
	Sections  []Tally // the groups of the decks in the order of the paper; nil when there are none

	Confusions []Confusion
}

// Marked is a question with what was answered and what it earned.
type Marked struct {
	Number   int // from 1
	Question *decks.Question
	Task     answer.Task // as it was put to the learner
	Section  string      // the name of its tally in Result.Sections
	State    State
	Flag     bool
	ByHand   bool          // marked by the learner; with verdict 0: not marked at all
	Response string        // as typed, "" when it was not answered
	Match    answer.Match  // how it compares; Wanted is set for every question
	Points   float64       // what it is worth
	Score    float64       // what it earned, 0 to Points
	Time     time.Duration // on screen
}

// Right reports whether the question earned all of its points.
func (m Marked) Right() bool { return m.Match.Verdict == answer.Correct && m.State == Answered }

// Face returns the question with its marking as a study session shows it.
func (m Marked) Face() quiz.View {
	q := question{item: Item{Question: m.Question}, task: m.Task, text: m.Response}
	if m.State == Answered {
		q.match = &m.Match
	}
	return q.face(true)
}

// Tally is what some questions came to together.
type Tally struct {
	Name                string // a tag, or the title of a section, as markup
	Questions, Answered int
	Right, Close, Wrong int // of those answered and marked
	Points, Score       float64
}

// Percent returns the score in percent of the points, rounded, but 100 only
// when nothing is missing and 0 only when there is nothing.
func (t Tally) Percent() int {
	switch {
	case t.Score <= 0 || t.Points <= 0:
		return 0
	case t.Score >= t.Points:
		return 100
	}
	return min(max(int(math.Round(100*t.Score/t.Points)), 1), 99)
}

// add counts a question.
func (t *Tally) add(m Marked) {
	t.Questions++
	t.Points += m.Points
	t.Score += m.Score
	if m.State != Answered {
		return
	}
	t.Answered++
	switch m.Match.Verdict {
	case answer.Correct:
		t.Right++
	case answer.Close:
		t.Close++
	case answer.Wrong:
		t.Wrong++
	}
}

// Result returns what the test has come to: all that was answered is marked,
// and what was not counts nothing.
func (t *Test) Result() Result {
	r := Result{Ending: t.ending, Start: t.options.Start, Limit: t.options.Limit, Questions: make([]Marked, len(t.questions))}
	if t.ending != Running {
		r.Time = max(0, t.ended.Sub(t.options.Start))
	}
	for i := range t.questions {
		m := t.marked(i)
		r.Questions[i] = m
		r.Whole.add(m)
	}
	r.Tags, r.Sections = tags(r.Questions), sections(r.Questions)
	r.Confusions = confusions(r.Questions)
	return r
}

// marked returns what became of a question.
func (t *Test) marked(i int) Marked {
	q := &t.questions[i]
	m := Marked{
		Number: i + 1, Question: q.item.Question, Task: q.task, Section: sectionName(q.item.Question.Group),
		State: q.state, Flag: q.flag, ByHand: q.byHand, Points: q.item.Question.Points, Time: q.taken,
	}
	if q.state == Answered {
		m.Response, m.Match = q.text, *q.match
		m.Score = m.Points * min(max(m.Match.Points, 0), 1)
		return m
	}
	m.Match, _ = t.options.Matcher.Match(q.task, "") // which can always be read
	return m
}

// Missed returns the questions that did not earn all of their points, in
// order: those worth another try.
func (r Result) Missed() []*decks.Question {
	var missed []*decks.Question
	for _, m := range r.Questions {
		if !m.Right() {
			missed = append(missed, m.Question)
		}
	}
	return missed
}
