package quiz

import "time"

// Unlimited as one of Limits, or any number below 0, is no limit.
const Unlimited = -1

// Limits say which cards make up a session, how many, and in what order. The
// zero Limits allow learning cards only; DefaultLimits is where to start from.
type Limits struct {
	New     int  // new cards a day, over all decks; study.new_per_day caps those of one deck
	Reviews int  // cards due for review a day, over all decks
	Session int  // cards of any kind in this session
	Done    Done // what was studied today already, counted against New and Reviews

	// ReviewsOf caps the cards due for review a day of the decks named in it.
	ReviewsOf map[string]int
	// Time is how long the cards of the session may take by Pace, see there;
	// 0: there is no such limit. Below 0 the time of the day is used up.
	Time time.Duration
	Pace Pace

	NewOrder    NewOrder
	NewMix      NewMix
	ReviewOrder ReviewOrder
	// Gain is what a review now is worth, for ReviewOrder ByRetrievability; nil:
	// the order is ByDue.
	Gain func(*Item) float64
	// Together lets cards of one question come on the same day.
	Together bool

	// NewNow is how many new cards this session has, whatever was done today
	// and whatever New and the decks say. nil: those decide.
	NewNow *int
	// Paused is the day until which the learner takes a rest: before it there
	// are no new cards, unless NewNow asks for them. 0: there is no rest.
	Paused Day
	// Ahead takes in what is due within that many days.
	Ahead int
	// Cram takes every card that is not suspended, due or not, in an order
	// that the seed decides. Of the limits only Session counts then.
	Cram bool
	// Only selects cards; nil selects all. Cards that it leaves out still
	// count as siblings that were seen today and as what others come after.
	Only func(Item) bool
}

// DefaultLimits returns 20 new cards and 200 reviews a day, and no limit to
// the session; new cards of several decks in turn, after the reviews.
func DefaultLimits() Limits {
	return Limits{New: 20, Reviews: 200, Session: Unlimited, NewOrder: NewMixed, NewMix: NewAfter, ReviewOrder: ByRetrievability}
}

// NewOrder is how new cards of several decks are taken; "" is NewByDeck.
type NewOrder string

// The orders of new cards. Each keeps the order within a deck.
const (
	NewMixed  NewOrder = "mixed" // one of each deck in turn
	NewByDeck NewOrder = "deck"  // those of the first deck first
)

// NewMix is when new cards come in a session; "" is NewAfter.
type NewMix string

// The places of new cards.
const (
	NewAfter  NewMix = "after"  // the cards due for review
	NewBefore NewMix = "before" // them
	NewAmong  NewMix = "mixed"  // evenly among them
)

// ReviewOrder is in which order cards due for review are taken; "" is ByDue.
type ReviewOrder string

// The orders of cards due for review. What is equal comes by chance.
const (
	ByRetrievability ReviewOrder = "retrievability" // those that gain most by a review now
	ByDue            ReviewOrder = "due"            // those that wait longest
	ByChance         ReviewOrder = "random"
)
