package main

import (
	"math"
	"time"

	"github.com/urfave/cli/v2"

	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/practice"
)

// quizReport is the result of a test as --json prints it.
type quizReport struct {
	V          int             `json:"v"`
	Decks      []string        `json:"decks"` // ids
	Seed       uint64          `json:"seed"`
	Ended      string          `json:"ended"` // "handed in" or "time over"
	Started    time.Time       `json:"started"`
	Seconds    float64         `json:"seconds"`
	Limit      float64         `json:"limit_seconds"` // 0: none
	quizTally                  // of all questions
	Recorded   int             `json:"recorded"` // cards rated in the history
	Tags       []quizTally     `json:"tags"`
	Sections   []quizTally     `json:"sections"`
	Questions  []quizQuestion  `json:"questions"`
	Confusions []quizConfusion `json:"confusions"`
}

// quizTally is what some questions came to together.
type quizTally struct {
	Name       *string `json:"name,omitempty"` // of the tag or section
	Count      int     `json:"count"`
	Answered   int     `json:"answered"`
	Unanswered int     `json:"unanswered"`
	Right      int     `json:"right"`
	Close      int     `json:"close"`
	Wrong      int     `json:"wrong"`
	Points     float64 `json:"points"`
	Score      float64 `json:"score"`
	Percent    int     `json:"percent"`
}

// quizQuestion is a question with what was answered.
type quizQuestion struct {
	Number   int        `json:"number"`
	Deck     string     `json:"deck"`
	ID       string     `json:"id"`
	Kind     string     `json:"kind"`
	Ask      string     `json:"ask"`      // plain text
	Options  []string   `json:"options"`  // in the order of their letters
	State    string     `json:"state"`    // "answered" or "unanswered"
	Response string     `json:"response"` // as typed
	Given    string     `json:"given"`    // as it was understood
	Wanted   string     `json:"wanted"`
	Verdict  string     `json:"verdict"` // "correct", "close", "wrong"; "" when there is none
	ByHand   bool       `json:"by_hand"` // the learner gave the verdict
	Note     string     `json:"note"`
	Items    []quizItem `json:"items"`
	Extra    []string   `json:"extra"`
	Points   float64    `json:"points"`
	Score    float64    `json:"score"`
	Seconds  float64    `json:"seconds"`
	Flagged  bool       `json:"flagged"`
	Tags     []string   `json:"tags"`
	Section  string     `json:"section"`
}

// quizItem is one of several wanted items.
type quizItem struct {
	Wanted  string `json:"wanted"`
	Given   string `json:"given"`
	Verdict string `json:"verdict"`
}

// quizConfusion is a wrong answer that was given for a right one.
type quizConfusion struct {
	Number   int    `json:"number"`
	Wanted   string `json:"wanted"`
	Given    string `json:"given"`
	AnswerOf int    `json:"answer_of"` // number of a question, 0 for none
	Times    int    `json:"times"`
}

// printQuiz writes a result as one JSON object.
func printQuiz(c *cli.Context, q *quizSitting, r practice.Result) error {
	out := quizReport{
		V: 1, Decks: []string{}, Seed: q.plan.seed, Ended: r.Ending.String(), Started: r.Start.Round(time.Second), Recorded: q.recorded,
		Seconds: hundredths(r.Time.Seconds()), Limit: r.Limit.Seconds(), quizTally: tallyJSON(r.Whole, false),
		Tags: []quizTally{}, Sections: []quizTally{}, Questions: []quizQuestion{}, Confusions: []quizConfusion{},
	}
	for _, d := range q.w.decks {
		out.Decks = append(out.Decks, d.ID)
	}
	for _, t := range r.Tags {
		out.Tags = append(out.Tags, tallyJSON(t, true))
	}
	for _, t := range r.Sections {
		out.Sections = append(out.Sections, tallyJSON(t, true))
	}
	for _, m := range r.Questions {
		out.Questions = append(out.Questions, questionJSON(m))
	}
	for _, one := range r.Confusions {
		out.Confusions = append(out.Confusions, quizConfusion(one))
	}
	return writeJSON(c.App.Writer, out)
}

func tallyJSON(t practice.Tally, named bool) quizTally {
	out := quizTally{
		Count: t.Questions, Answered: t.Answered, Unanswered: t.Questions - t.Answered,
		Right: t.Right, Close: t.Close, Wrong: t.Wrong,
		Points: hundredths(t.Points), Score: hundredths(t.Score), Percent: t.Percent(),
	}
	if named {
		name := plainText(t.Name)
		out.Name = &name
	}
	return out
}

func questionJSON(m practice.Marked) quizQuestion {
	out := quizQuestion{
		Number: m.Number, Deck: m.Task.Card.ID.Deck, ID: m.Question.ID, Kind: m.Question.Kind.String(),
		Ask: plainText(m.Task.Card.Ask()), Options: []string{}, State: "unanswered", Response: m.Response,
		Wanted: m.Match.Wanted, ByHand: m.ByHand, Note: m.Match.Note, Items: []quizItem{}, Extra: append([]string{}, m.Match.Extra...),
		Points: m.Points, Score: hundredths(m.Score), Seconds: hundredths(m.Time.Seconds()), Flagged: m.Flag,
		Tags: append([]string{}, m.Question.Tags...), Section: plainText(m.Section),
	}
	for _, o := range quiz.Options(m.Task) {
		out.Options = append(out.Options, plainText(o))
	}
	for _, it := range m.Match.Items {
		out.Items = append(out.Items, quizItem{it.Wanted, it.Given, it.Verdict.String()})
	}
	if m.State == practice.Answered {
		out.State, out.Given, out.Verdict = "answered", m.Match.Given, m.Match.Verdict.String()
	} else {
		out.Note = ""
	}
	return out
}

// plainText returns markup without its looks.
func plainText(source string) string { return markup.Plain(markup.Parse(source)) }

// hundredths rounds a number to two decimals.
func hundredths(x float64) float64 { return math.Round(100*x) / 100 }
