// Package stats tells what a learner's reviews came to: how much was
// remembered, what comes next, which cards are hard and which are confused. It
// is pure: reviews and cards are handed in, and the same ones give the same
// report.
//
// A Counter takes the reviews that stand, one by one in the order of the
// history; a Report is made of it and of what is believed about the cards now:
//
//	c := stats.NewCounter(stats.Options{Today: today})
//	err := store.Held(ctx, func(e quiz.Event) error { c.Add(e); return nil })
//	report := c.Report(stats.Input{Decks: loaded, Items: items, Known: progress, Recall: recall})
//
// Package plot writes a report as lines of text, package page as HTML or SVG.
//
// # What is counted
//
// A review is a rating that stands: what was undone is none, and one that a
// relink moved counts for the card that holds it now. Days are the study days
// that the reviews recorded, hours those of the clock at the place where each
// was made.
//
// True retention is made of the first review of a day of each card that stood
// in state Review: the reviews that a schedule in days is made for. Learning
// and relearning steps, first reviews, and further reviews on one day are left
// out. Again is forgotten, anything else remembered. A review is young when the
// interval that the card's last review gave is below 21 days, else mature;
// re-scheduling changes no class.
//
// A day with any review is a study day. A streak that ends yesterday is still
// the current one. A day that is later than today, as a clock that went wrong
// makes them, counts in sums and series but in no streak, calendar or span that
// ends today.
//
// An answer takes the time from the question to the rating, at most a minute;
// one of no time at all (as other programs record them) is left out of means
// and quantiles.
//
// Stability, difficulty and retrievability are those of the cards that were
// reviewed, suspended ones included. The forecast counts each of them once, on
// the day it is due, when nothing is reviewed meanwhile; suspended ones never,
// buried ones from the day they are back.
//
// A card is gone when its deck is at hand and has it no more. Its reviews
// count, it itself does not. Of a deck that is not at hand nobody knows which
// cards are gone: they count, named by what they said when they were reviewed
// last, or by their id.
//
// # Confusions
//
// A confusion is a wrong answer that the learner did not rate Good or Easy, and
// that does not just say that the learner does not know. Two
// are the same when their letters, digits and symbols are, case and accents
// folded. Of a card that wants several items or options only those count that
// are not wanted; of a statement the wrong truth value. Letters of options are
// left out (reviews record the text of what was picked). A confusion is the
// answer of another card, the one it is told with, when the text is that card's
// answer or an accepted form of it; numbers below 100 are never told so.
//
// # Laws
//
// The ratings, the days, the hours, and the decks each sum up to Total; the
// true retention of all time is that of Total.
package stats
