package quiz

import "recto/decks"

// EventID is 128 random bits. It is never made from the device or a counter:
// a copied home folder would clone it.
type EventID [16]byte

// EventKind says what happened.
type EventKind string

// The kinds of events.
const (
	SeenEvent      EventKind = "seen"      // what a question said when it was reviewed
	ReviewEvent    EventKind = "review"    // a card was rated
	UndoEvent      EventKind = "undo"      // other events are taken back
	RelinkEvent    EventKind = "relink"    // history moves to another card id
	SuspendEvent   EventKind = "suspend"   // out of the queue until unsuspended
	UnsuspendEvent EventKind = "unsuspend" //
	BuryEvent      EventKind = "bury"      // out of the queue until a day
	FlagEvent      EventKind = "flag"      // marked by the learner
	ResetEvent     EventKind = "reset"     // new again
	SettingsEvent  EventKind = "settings"  // parameters of the memory model from here on
	DueEvent       EventKind = "due"       // re-scheduled without a review
)

// Event is something that happened, once, for ever. Nothing edits or deletes
// an event. Exactly the body that belongs to Kind is set.
type Event struct {
	ID       EventID
	Device   string // 26 base32 digits, one for each history file
	Sequence int64  // from 1 within the device; given by Store.Commit
	At       int64  // unix ms, by the device's clock
	Kind     EventKind
	Card     decks.CardID // zero for seen, undo, relink and settings

	Seen     *Seen
	Review   *ReviewBody
	Undo     []EventID
	Relink   []Relink
	Bury     Day // the first day on which the card is back
	Flag     int // 0 none, 1 to 7
	Settings *Settings
	Due      *Due
}

// ReviewBody is what a review recorded: what was answered, and what the
// scheduler chose. The chosen schedule is the truth; only the memory state is
// folded from ratings and days.
type ReviewBody struct {
	Rating   Rating
	Response string // as typed; "" when the answer was revealed
	Match    string // "correct", "close", "wrong", or "" when revealed
	Taken    int64  // ms from question to rating
	Zone     int    // seconds east of UTC
	Day      Day
	State    State // chosen
	Step     int   // chosen
	Due      int64 // chosen, unix ms
	DueDay   Day   // chosen
}

// Seen is what a question said. It is recorded with its first review and
// whenever one of these changed.
type Seen struct {
	Deck     string // deck id
	Question string // question id
	Path     string // deck file as an absolute path, "" for the library
	Title    string // deck title
	Text     string // ask, or the cloze text
	Answers  []string
	Gaps     []string
	Faces    []decks.Face
}

// Relink moves the events that stand before it from one card to another.
type Relink struct {
	From, To decks.CardID
}

// Settings are parameters of the memory model. Deck limits them to one deck.
type Settings struct {
	Deck    string // "" means every deck
	Weights []float64
}

// Due is a re-scheduling.
type Due struct {
	Due    int64 // unix ms
	DueDay Day
}
