// Package simulate tells what ways to study would come to: how many cards are
// remembered at the end of so many days, and what that takes a day.
//
// The package is pure: the only chance is a seed, and the same arguments give
// the same results on any number of processors.
//
// # What is simulated
//
// Simulate lets days pass. On each the cards that are due are asked under the
// limits of a Trial, those that wait longest first, then new cards; cards of
// one question are asked on different days, and questions wait for those they
// come after. The scheduler of the deck, the one that decides in a session,
// says what each rating makes of a card: steps, fuzz and longest interval are
// its own.
//
// Whether a card is recalled is drawn with its retrievability by the memory
// model of the learner. Everything else is a Learner: how often a new card is
// known at first, how often Hard and Easy are pressed, what happens in steps,
// and what an answer takes. LearnerOf takes these from a Log of the learner's
// own events, and from Standard where they are too few; Learner.Sources says
// which. A step of up to twelve hours is waited for on the same day.
//
// Each trial is run several times; a Result has the mean of the runs and their
// spread. Trials differ in nothing but what they try: in the same run a card
// that is answered for the n-th time draws the same number in all of them.
//
// # What follows
//
// Advise picks a retention from the results of several. It goes by what a
// further minute a day buys: up to the advised one more cards than on average
// over the range, beyond it fewer. Results that are Alike leave nothing to pick.
package simulate
