package words

// Edited is the screen that asks whether questions are those that were studied,
// edited since.
type Edited struct {
	Name    string
	Ask     string                                      // is this one question?
	Moved   func(questions int, from, to string) string // the same of several, from one deck to another
	Was     string                                      // labels: what the question said, and says
	Now     string
	First   string // the first one of several
	Place   func(at, of int) string
	Command EditedCommands
}

// EditedCommands says what the commands of the screen do.
type EditedCommands struct {
	Keep, Anew, Later, Undo, Up, Down, Help, Leave Does
}
