package quiz

import (
	"encoding/hex"
	"fmt"
	"io"

	"recto/decks"
)

// Event is something that happened, once, for ever. Nothing edits or deletes
// an event: what was a mistake is taken back by another event. Exactly the
// body that belongs to Kind is set.
//
// Written as text an event is one line of JSON (see Event.AppendJSON), and a
// history that is exported is such lines and nothing else.
type Event struct {
	ID       EventID
	Device   string // 32 hexadecimal digits, one for each history file; given by Store.Commit
	Sequence int64  // from 1 within the device; given by Store.Commit
	At       int64  // unix ms, by the device's clock
	Kind     EventKind
	With     EventID      // the first event of the same action, zero for that one; given by Store.Commit unless stated, and to an undo only when stated
	Card     decks.CardID // zero for seen, undo, relink and settings

	Seen     *Seen
	Review   *ReviewBody
	Undo     []EventID
	Relink   []Relink
	Bury     Day // the first day on which the card is back; 0 takes a burial back
	Flag     int // 0 none, 1 to 7
	Settings *Settings
	Due      *Due
}

// EventKind says what happened.
type EventKind string

// The kinds of events.
const (
	SeenEvent      EventKind = "seen"      // what a question said when it was reviewed
	ReviewEvent    EventKind = "review"    // a card was rated
	UndoEvent      EventKind = "undo"      // other events are taken back; an undo can be undone
	RelinkEvent    EventKind = "relink"    // the events before this one move to another card
	SuspendEvent   EventKind = "suspend"   // out of the queue until unsuspended
	UnsuspendEvent EventKind = "unsuspend" //
	BuryEvent      EventKind = "bury"      // out of the queue until a day
	FlagEvent      EventKind = "flag"      // marked by the learner
	ResetEvent     EventKind = "reset"     // new again; suspension, burial and flag stay
	SettingsEvent  EventKind = "settings"  // parameters of the memory model
	DueEvent       EventKind = "due"       // re-scheduled without a review
)

// ReviewBody is what a review recorded: what was answered, and what the
// scheduler chose. The chosen schedule is the truth; only the memory state is
// folded from ratings and days.
type ReviewBody struct {
	Rating   Rating
	Response string // as typed, but the texts of options instead of their letters; "" when the answer was revealed
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
// whenever one of these changed, and taking the review back leaves it.
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

// Relink moves the events that stand before it from one card to another. The
// relinks of one event happen at once, so two cards can change places.
type Relink struct {
	From, To decks.CardID
}

// Settings are parameters of the memory model. The latest settings of a deck,
// or else the latest for every deck, hold for the whole of its history: new
// parameters are a better reading of the same reviews.
type Settings struct {
	Deck    string    // "" means every deck
	Weights []float64 // none: back to those for every deck, or to the defaults
}

// Due is a re-scheduling.
type Due struct {
	Due    int64 // unix ms
	DueDay Day
}

// EventID is 128 random bits. It is never made from the device or a counter:
// a copied home folder would clone it.
type EventID [16]byte

// NewEventID reads an id from a source of randomness.
func NewEventID(random io.Reader) (EventID, error) {
	var id EventID
	if _, err := io.ReadFull(random, id[:]); err != nil {
		return EventID{}, fmt.Errorf("no randomness for an event id: %w", err)
	}
	return id, nil
}

// String returns the id as 32 lower-case hexadecimal digits.
func (id EventID) String() string { return hex.EncodeToString(id[:]) }

// IsZero reports whether the id is the zero id, which no event has.
func (id EventID) IsZero() bool { return id == EventID{} }

// ParseEventID reads an id as String writes it: upper-case digits are refused,
// so that every id has one spelling.
func ParseEventID(s string) (EventID, error) {
	var id EventID
	if !isHex32(s) {
		return id, fmt.Errorf("%.40q is not an event id of 32 hexadecimal digits", s)
	}
	_, err := hex.Decode(id[:], []byte(s))
	return id, err
}

// isHex32 reports whether s is 32 lower-case hexadecimal digits.
func isHex32(s string) bool {
	if len(s) != 32 {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}
