// Package exam plans studying towards a day on which cards must be known.
//
// The package is pure: days, cards and seeds are handed in.
//
// # The plan
//
// Most of what is learned for an exam is forgotten by the usual schedule when
// it comes: a card is as likely as not in the second half of its wait. So a
// Scheduler takes what another scheduler chose, and changes it by three rules.
//
//  1. A card that would not be recalled as wanted on the day comes back before
//     it, on one of the last days on which one review suffices: the weaker the
//     card, the later.
//  2. Until that last review it is not asked again, as long as its recall stays
//     above 80 %: what this saves pays for the last reviews.
//  3. The last reviews are spread over those days by the room that they have,
//     half the limit of reviews each, and what is weakest comes first.
//
// What is ready keeps its days, and so does everything from the day of the
// exam on: the usual schedule goes on from what was reviewed. Steps stay. A
// Scheduler is a quiz.Scheduler: what a button shows is what is taken, and what
// was chosen is what the review records.
//
// Queue picks the cards of a session with the plans of exams, those too that
// were put behind the exam before there was one. Pace says how many new cards a
// day it takes to see all in time; Look where the learner stands, and which
// cards cannot be ready.
//
// # What it brings
//
// The tests let made-up learners study 100 to 1000 new cards for 30, 60 and 90
// days, by the usual schedule at a retention of 0.9 and by the plan with no
// more reviews. On the day a third to three quarters less is forgotten, also by
// learners whose memory is not what the parameters say; the least where the
// limits of the days hardly suffice (1000 cards in 30 days); see TestFigures.
// Putting every last review on the very last day does worse than the usual
// schedule as soon as the limits of that day do not hold them all.
package exam
