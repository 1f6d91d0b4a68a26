// Package test is the screen of the practice test. It drives the same
// practice.Test as the plain mode, and shows and takes cards as study does.
//
//	North Korea and Russia's war on Ukraine               4 answered   21:40
//	━━━━━━━━━━━━━━━━━━──────────────────────────────────── flagged · 5 of 20
//
//	Where did Kim Jong Un's decision of 2024 come as a shock?
//
//	  ○ a) in Russia, but not in other countries
//	> ● b) in South Korea and internationally
//	  ○ c) in Japan, but not in South Korea
//
//	Enter answer   s skip   ! flag   l list   n next   ? keys   u undo
//
// # The course
//
// Questions come one by one. Enter answers; on an empty reply it leaves the
// question unanswered. Skipped questions come again. n and p go to the next
// question and to the one before, and keep what was replied on the way. The
// list has every question with what became of it; Enter goes to one, and its
// last line hands in. It comes by itself when every question was asked, says
// what is not answered, and stands before handing in always, so nothing is
// handed in by a slip of the finger.
//
// With feedback at once the marking is shown below each answer, which then
// stands. Answers of the learner's own judging are shown with the right one and
// judged with 1, 2 or 3, at once or when the test was handed in.
//
// The clock runs in the first line. When the time is over what is answered
// counts, also what stood in the field or was chosen when the last key was
// pressed.
//
// # The result
//
// The score stands first, then how each section and each tag did, as a bar and
// in numbers, what was taken for what, and every question with its sign. Enter
// looks at a question with its marking, n and p at the others. r tries again
// what was not right, with the options in another order; that is not recorded.
//
// A result is recorded when the test is handed in, and once. u takes that back.
// When it cannot be saved the screen says NOT SAVED, and w tries again. Run
// returns only when saving that has begun is over.
//
// # Keys
//
//	Enter Space   answer; go on; in the list go to the question, or hand in
//	s ! l d       skip, flag, list, hand in
//	n p           next question, the one before; Alt+n and Alt+p in a field too
//	1 2 3         judge an answer: wrong, partly right, right
//	u             undo, as often as wanted; take back what was recorded
//	r w           try again what was not right; save again
//	Esc           leave the field for the commands, and back; leave a list
//	up down PgUp PgDn Home End  scroll, choose
//	? F1          all keys
//	q             leave: hand in or break off; the result stands
//	Ctrl+C        break off at once; Ctrl+Z to the shell
package test
