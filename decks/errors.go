package decks

// Error is one fault of a deck file.
type Error struct {
	File     string
	Pos      Position
	Question int    // number of the question in its file, from 1; 0 outside questions
	Message  string // what is wrong, lower case, no full stop
	Line     string // the line of the file, control characters replaced; "" when there is none
	Hint     string // how to go on; "" when none is known
}

// ErrorList is every fault of the files that were read, sorted by file and position.
type ErrorList []*Error
