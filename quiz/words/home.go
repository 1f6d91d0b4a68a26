package words

// Home is the screen that recto opens alone.
type Home struct {
	Name     string // of the program
	AllDecks string
	New      string // heads of the columns that count
	Learning string
	Due      string

	Waiting  func(cards, minutes int) string // minutes 0: not known yet
	Nothing  func(done int) string           // nothing waits; so many cards were studied today
	Next     func(next string) string        // when something waits again
	NextAt   func(next string, hour, minute int) string
	Held     func(fresh, due int) string // what the limits of the day keep back
	Paused   func(until string) string
	Streak   func(days int, today bool) string // days in a row, and whether today is one of them
	Today    func(done, all int) string        // short, of the cards of today
	Faulty   func(files int) string            // above the files with faults
	NoDeck   string
	NoMatch  func(filter string) string
	OneDeck  string // a screen shows one deck
	NotThere string // title of why a screen could not be opened

	Fault     string // title of what is wrong with a file
	FaultHint func(file string) string
	Topics    string // title of the help topics

	Commands HomeCommands
}

// HomeCommands says what the commands of the home screen do: in a word or two,
// and in a line.
type HomeCommands struct {
	Study, Quiz, Browse, Stats, Preview, Search, Undo, Topics, Help, Leave, Up, Down, PageUp, PageDown, Top, Bottom Does

	ShowFault, Find, EndSearch, Read, Back string
}

// Does says what a key does: in a word or two, for the line of keys, and in a
// line, for the list of all keys.
type Does struct{ Short, Long string }
