// Package practice is a scored practice test as a pure state machine: the same
// questions in the same order for everybody, answered once, marked like an
// exam. It schedules nothing and records nothing; what a result says about the
// memory of a learner is for Result.Ratings, and Record makes events of that.
//
// New takes the questions in the order of the paper, with the options in the
// order in which they are printed. Apply takes what the learner does, with the
// time at which it happened; View is all that a screen shows; Result is what it
// came to, at any time:
//
//	t, err := practice.New(items, options)
//	for v := t.View(now()); v.Phase != practice.Finished; v = t.View(now()) {
//		tell(t.Apply(ask(v))) // an error: nothing has changed, it is asked again
//	}
//	show(t.Result())
//
// # The questions
//
// A question is asked once, as on paper, however many cards it has. Of a text
// with gaps all gaps are open at once, whatever their labels, and are given in
// order with ';' between. A question that is also asked the other way round is
// asked as it is written. Hints are not given.
//
// A question whose answer is not typed, such as an essay, cannot be marked by
// a program. What the learner writes for it, if only a word, stands beside the
// answer once the test is handed in (at once with Feedback AtOnce), and the
// learner judges it: right, partly, or wrong.
//
// # The course
//
// The questions come one by one. Each can be answered, left unanswered, or
// skipped: a skipped one comes again when all others were asked, with the
// response that it has, if any. The learner can go to any question and answer
// it again, flag it, and take the latest of all that back. When every question
// was asked the test is Ready to be handed in. With Feedback AtOnce the marking
// is shown behind each answer, which then stands.
//
// With a limit the test is over when its time is: nothing more is taken, and
// what was answered until then counts. Only answers of the learner's own
// judging are still judged.
//
// # The score
//
// A question is worth the points that its deck says, one unless it does. It
// earns a share of them as package answer marks it: all for Correct, half for
// a Close single answer, for several items the share of right ones (a Close
// item counts as right; a multiple choice counts right minus wrong picks, never
// below nothing; an order counts the items in their right place). What the
// learner judges earns all, half or nothing. What is not answered earns
// nothing. The percentage is of points, rounded to a whole one, but 100 only
// when no point is missing and 0 only when there is none.
//
// # What is recorded
//
// Ratings gives each card that the test says something about one rating: Good
// for Correct, Hard for Close, Again for Wrong. A question that was not
// answered rates no card: that time ran out, or that a question was put off,
// says nothing about what is remembered. Of a text with gaps each card is rated
// by its own gaps; of a question with a reverse only the card that was asked
// is. The response is recorded as it is in a study session, with the time that
// the question was on screen; cards of one question share it.
package practice
