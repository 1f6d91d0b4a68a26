package words

import "time"

// Test is what the practice test says, on the full screen and as lines.
type Test struct {
	Name    string
	Paper   func(questions int, points float64, limit time.Duration) string // what is to come; a limit of 0 is none
	AtEnd   string                                                          // when the marking comes
	AtOnce  string
	Seed    func(flags string) string // how to have the same paper again
	Number  func(number, of int) string
	Points  func(points float64) string
	Left    func(left time.Duration) string // on the clock
	Flagged string
	ByHand  string // how a question is answered that the learner judges
	Wrote   string // a label: the response
	Judge   string // asks for r, p or w
	NoJudge string // it was something else

	Help                                                    []string // the commands of the plain mode
	Skipped, Cleared, FlagOn, FlagOff, Undone               string   // what was done
	HandedIn, TimeOver, Stopped, Unrecorded, Unjudged, Kept string

	Asked      func(answered, left int) string // every question was asked
	Progress   func(answered, of int) string
	Unanswered func(numbers string) string
	Skips      func(numbers string) string // those that come again
	Flags      func(numbers string) string
	Confirm    func(left int) string // so many are not answered yet
	HandIn     string                // how

	Score     func(score, points float64, percent int) string
	Counts    func(right, close, wrong, unanswered int) string
	Took      func(time time.Duration) string
	Earned    func(score, points float64) string
	Tally     func(name string, percent int, earned, right string) string
	Right     func(right, of int) string
	NoSection string // where the questions of no section are counted

	Tags, Sections, Questions, Confusions string // headings
	NotAnswered, NotJudged                func(wanted string) string
	Judged                                func(verdict, wanted string) string // by the learner
	ByLearner                             Verdicts                            // what a learner judges: right, partly, wrong
	Confused                              func(number int, wanted, given string) string
	AnswerOf                              func(number int) string // behind it
	Times                                 func(times int) string  // behind it, from two on

	Recorded func(cards int) string
	Retry    func(questions int) string // asks whether to
	Again    func(questions int) string // begins it

	// On the full screen.
	Answered                                                func(answered int) string
	List, ResultName, Review, AgainName                     string // names of what is on screen
	HandInRow                                               func(unanswered int) string
	BreakOff                                                string                             // what Ctrl+C does while it runs
	LeaveAsk                                                string                             // leaving was asked for
	Part                                                    func(score, points float64) string // as short as can be
	Judgement                                               func(verdict string) string        // of the learner
	TakenBack, NothingMissed                                string
	Commands, Type, GoTo, LookAt, GoOn, TakeBack, LeaveOpen string // what keys do
	States                                                  TestStates
	Keys                                                    map[string]Does // by command
}

// TestStates names what became of a question.
type TestStates struct{ Open, Skipped, Left, Answered string }
