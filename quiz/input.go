package quiz

import "errors"

// Action is what the learner does.
type Action uint8

// The actions. Those marked with an asterisk can be undone.
const (
	Tick    Action = iota // time passed; a step may have ended
	Respond               // answer with Text; on a card that is not typed, as Reveal
	Reveal                // see the answer
	Rate                  // * rate with Rating, once the answer is shown
	Accept                // * rate a response that is Close as Good
	Hint                  // see the next hint
	Skip                  // * not in this session; nothing is recorded
	Bury                  // * not before tomorrow
	Suspend               // * not until it is unsuspended
	Mark                  // * set the card's flag to Flag, 0 for none
	Leave                 // * end the session here
	Undo                  // take the latest of the marked actions back
)

// Input is one action of the learner, with the time at which it happened.
type Input struct {
	Action Action
	Moment Moment
	Zone   int    // seconds east of UTC; recorded with a review
	Text   string // Respond
	Rating Rating // Rate
	Flag   int    // Mark: 0 to 7
}

// Errors of Session.Apply; their texts are for the learner. An input that
// fails changes nothing.
var (
	ErrUnsaved  = errors.New("the last answer is still being saved")
	ErrNotAsked = errors.New("there is no question to answer now")
	ErrNotShown = errors.New("the answer is not shown yet")
	ErrNoRating = errors.New("a rating is 1 to 4")
	ErrNotClose = errors.New("only a close answer can be accepted")
	ErrNoHint   = errors.New("there is no further hint")
	ErrNoFlag   = errors.New("a flag is 1 to 7, or 0 for none")
	ErrNoUndo   = errors.New("there is nothing to undo in this session")
	ErrFinished = errors.New("the session is over")
)

// same reports whether two inputs ask for the same thing, whenever.
func (in Input) same(other Input) bool {
	return in.Action == other.Action && in.Text == other.Text && in.Rating == other.Rating && in.Flag == other.Flag
}
