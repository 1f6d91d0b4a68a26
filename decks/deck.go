package decks

// Deck is a set of questions that are studied and printed together: one TOML
// file, or several files that state the same id. All text is as its author
// wrote it (newlines as "\n"); package markup turns it into spans.
type Deck struct {
	ID             string // letters, marks and digits of any script, '-', '_', '.'; NFC
	Title          string
	Language       string // BCP 47, of the questions; "en" unless stated
	AnswerLanguage string // BCP 47, of the answers; Language unless stated
	Description    string
	Author         string
	License        string
	Source         *Source // nil when the deck names none
	Study          Study
	Print          Print
	Groups         map[string]*Group // the groups of the first part; Question.Group is what counts
	Questions      []*Question       // in file order, parts by path
	File           string            // the path of the first part as it was given
	Parts          []Part            // every file of the deck, by path; one for a deck in one file
}

// Part is one file of a deck.
type Part struct {
	File  string // as given on the command line or found in the folder
	Title string

	source *source
}

// Source is the article or book that a deck was drawn from.
type Source struct {
	Title, Author, Publisher, Date, URL string
}

// Study is the author's suggestion for studying the deck; a learner's own
// configuration goes before it. A nil pointer was not written.
type Study struct {
	NewPerDay *int     // caps the new cards of this deck, 0 or more
	Retention *float64 // 0.70 to 0.99
	Shuffle   *bool    // nil or false: new cards come in file order
	Exam      *Exam
}

// Exam is a day on which the deck must be known.
type Exam struct {
	Date      Day
	Retention float64 // 0 when not written
}

// Print is what a sheet of the deck says beside its questions.
type Print struct {
	Heading, Instructions, Footer string
}

// Group is a section, a shared stimulus and defaults in one.
type Group struct {
	Name    string
	Title   string
	Text    string // markup; stands above each of its cards
	Image   string
	Alt     string
	Parent  *Group // nil at the top
	Shuffle bool   // false: its questions keep file order
	File    string // the part that defines it
}

// Path returns the group and its parents, outermost first; nil for nil.
func (g *Group) Path() []*Group {
	if g == nil {
		return nil
	}
	return append(g.Parent.Path(), g)
}

// Position is a place in a deck file: 1-based, columns count code points, a
// tab is one, a byte-order mark none. The zero Position is no place.
type Position struct {
	Line, Column int
}

// Day is a calendar day without a time or a zone.
type Day struct {
	Year, Month, Day int
}
