package words

// Browse is the screen of cards.
type Browse struct {
	Title   string
	Columns [12]string // heads: deck, question, answer, state, due, recall, stability, difficulty, reviews, lapses, flag, tags
	States  [6]string  // new, learning, relearning, review, buried, suspended

	Due     func(days int) string // until a card is due, short; below 0 it is late
	Percent func(n int) string

	Found      func(found, all int) string
	Marked     func(n int) string // behind Found
	Place      func(n, of int) string
	Searching  string // instead of Found
	Search     string // stands in the empty field
	NoMatch    string // no card is found
	NoCard     string // there is none at all
	WrongQuery func(what string) string
	Sorted     func(column string, down bool) string

	Saving string // a change of many cards that takes long

	// What became of a change, and why there was none.
	Suspended, Unsuspended, Buried, Unburied, Unflagged, Reset func(cards int) string

	Flagged                       func(cards, flag int) string
	NothingToReset, NothingToUndo string
	Undone                        func(change string) string
	AskFlag, Yes                  string // which flag; the key that answers a question with yes
	AskReset                      func(cards int, yes string) string
	Kept                          string // a question was answered with no
	NotSaved, NotRead, NotEdited  func(what string) string
	NoEdit, Reloaded              string

	Life      func(card string) string        // title of what happened to a card
	NoLife    string                          // nothing did
	Rated     func(review, due string) string // a review, and the day it chose
	TakenBack func(event string) string       // it was undone
	Event     BrowseEvents

	Why     func(card string) string // title of what is known of a card
	Choose  string                   // title of the columns
	Facts   BrowseFacts
	Command BrowseCommands
}

// BrowseEvents are the events of a card that are no reviews, each a clause.
type BrowseEvents struct {
	Suspended, Unsuspended, Unburied, Unflagged, Reset string

	Buried, Moved func(day string) string
	Flagged       func(flag int) string
	Other         func(kind string) string
}

// BrowseFacts are labels of what is known of a card, and what they say.
type BrowseFacts struct {
	Card, Now, Memory, Reviews, Flag, Tags, File string

	Remembered func(stability, difficulty, recall string) string
	Seen       func(reviews, lapses int, last string) string
}

// BrowseCommands says what the keys of the screen do.
type BrowseCommands struct {
	Search, Card, Mark, MarkAll, Suspend, Bury, Flag, Reset, Edit, Undo, Why, Life, Image, Sort, Reverse, Columns, Beside Does
	Up, Down, PageUp, PageDown, Top, Bottom, Next, Previous, Clear, Help, Leave                                           Does

	Keep, ByWidth, Back, No Does // at a moment
}
