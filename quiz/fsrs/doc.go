// Package fsrs schedules cards with FSRS-6, the sixth version of the Free
// Spaced Repetition Scheduler: it brings each card back just before it would be
// forgotten, as far as two numbers a card and 21 parameters can tell.
//
// # What is known of a card
//
//   - Stability S: the days in which the probability of recall falls from 1 to
//     0.9; MinStability to MaxStability.
//   - Difficulty D: how slowly stability grows; 1 (easy) to 10.
//
// A review rates recall with G: 1 Again, 2 Hard, 3 Good, 4 Easy. It comes t
// whole study days after the one before; t is 0 on the same day, and when a
// clock was set back. The parameters are w0 to w20 (Weights).
//
// # The forgetting curve
//
//	decay     = -w20
//	factor    = 0.9^(1/decay) - 1
//	R(t, S)   = (1 + factor t/S)^decay                  Model.Retrievability
//	I(r, S)   = S/factor (r^(1/decay) - 1)              Model.Interval
//
// I is when R has fallen to the wanted retention r; at r = 0.9 it is S.
//
// # What a review changes
//
// Model.Next, with S and D from before the review on the right-hand sides:
//
//	first review   S = w[G-1]
//	               D = D0(G),  D0(G) = w4 - e^(w5 (G-1)) + 1
//
//	difficulty     D' = D - w6 (G-3) (10-D)/9
//	               D  = w7 D0(4) + (1-w7) D'            D0(4) not clamped
//
//	G >= 2, t > 0  S = S (1 + e^w8 (11-D) S^-w9 (e^(w10 (1-R)) - 1) h b)
//	               h = w15 for Hard, b = w16 for Easy, else 1
//
//	G = 1, t > 0   S = min(w11 D^-w12 ((S+1)^w13 - 1) e^(w14 (1-R)), S / e^(w17 w18))
//
//	t = 0          S = S k,  k = e^(w17 (G-3+w18)) S^-w19,  at least 1 for G >= 2
//
// After each, S and D are clamped to their ranges. Everything is float64, with
// no rounding in between. Memory changes with every rating, in steps too.
//
// Published packages differ in two places. The lower bound of k holds from
// Hard up, as in the newest of them; older ones have it from Good up. A first
// stability may be as low as 0.001; some raise it to 0.1.
//
// Parameters are clipped to Bounds. 19 of FSRS-5 and 17 of FSRS-4.5 are
// completed by Fill, with the curve that those versions had.
//
// # From memory to a due day
//
// A Scheduler turns stability into a schedule.
//
// New cards go through the learning steps, forgotten ones through the
// relearning steps. Again leads to the first step. Good leads to the next, and
// after the last to an interval in days. Easy leads to days at once. Hard
// repeats the step, after the mean of the first two steps, or one and a half
// times a single one (at most a day more), in whole minutes; also on later
// steps.
//
// A step below a day ends at a time; a card is due then. A longer one puts the
// card in state Review, due on a study day, and keeps the step's index in
// Progress.Step. Any rating but Again then continues by days. Again continues in
// the relearning steps at that index, and beyond their end by days. Steps that
// the learner took away since count as the last one left.
//
// Days are I(retention, S), rounded, from 1 to the maximum. In state Review
// Hard is at most what Good is, Good a day more than Hard at least, and Easy a
// day more than Good. In steps, where each rating stands for a step or for
// days, Good and Easy may give the same day.
//
// # Fuzz
//
// Cards learned together would come back together for ever, so intervals from
// 2.5 days up are spread over FuzzRange. The seed decides where in the range,
// with the same share of it for all four ratings: what was longer stays longer,
// and what is shown is what is taken. Fuzz never exceeds the maximum, where
// Hard, Good and Easy may meet. Without fuzz the order of the buttons goes
// before the maximum, which Good and Easy may then exceed by a day or two.
// Steps are not spread. With a Balance the days of a range have weights, and the
// same chance picks among them; without weights it picks as before.
//
// # Agreement
//
// The tests compare states, intervals, whole card lives and fuzz ranges with
// what ts-fsrs 5.4.2 and fsrs-rs 6.5.0 compute: stability within 1e-5 of the
// first, which rounds to 8 decimals, and 1e-4 of the second, which uses
// float32; schedules exactly.
package fsrs
