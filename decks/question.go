package decks

// Question is one [[question]] of a deck, the unit of authoring, with what it
// inherits from its groups and the deck's defaults already applied.
type Question struct {
	Deck    *Deck
	ID      string // written, or derived from the text: '~' and 16 base32 digits
	Derived bool   // the id was derived
	Kind    Kind
	Ask     string // markup; with Cloze an instruction, possibly empty

	// Answers are what is wanted. Short, Number, Date, TrueFalse and Choice:
	// one. Multiple: the right options. List: the items. Order: the items in
	// their right order. Match: the right-hand sides, one for each of Lefts.
	// Cloze: none, see Gaps.
	Answers []Answer
	// Choices are the options in written order (Choice, Multiple), the word
	// bank (Cloze) or the right column with its distractors (Match, always
	// filled: the right-hand sides when the author wrote no choices).
	Choices []Value
	Lefts   []Value // Match: the left column
	Text    string  // Cloze: the text as written, gaps included
	Gaps    []Gap   // Cloze: its gaps in order

	Fixed     bool       // Choices keep their written order
	Last      []Value    // of Choices, these stay last, in this order
	Need      int        // List: how many of the items are enough; 0 means all
	Reject    []string   // near answers that must not pass
	Reverse   *Reverse   // nil unless also asked the other way round
	Exact     bool       // case, accents, spacing and punctuation count
	Typed     bool       // the answer is typed; false: revealed and judged
	Shown     string     // the answer as displayed; "" means the answer itself
	Unit      string     // Number
	Tolerance *Tolerance // Number; nil means exactly the answer

	Hints   []string
	Explain string
	From    []Anchor
	Image   string // path relative to the folder of File, clean: an fs.FS opens it
	Alt     string
	Group   *Group
	Tags    []string // deck's defaults, groups from the outside in, own; no tag twice
	Points  float64
	Lines   int // writing lines on paper; 0 means by the answer's length
	After   []string
	Allow   []string

	File   string   // the part of the deck that holds it
	Number int      // its number in that file, from 1
	Pos    Position // of its header, or of its '{' in an inline array

	ownAfter bool    // After was written by the question itself
	source   *source // the text of File, to find places in
}

// Answer is one thing that is wanted, with other forms that are just as right.
type Answer struct {
	Value
	Accept []Value
}

// Reverse is a question asked the other way round.
type Reverse struct {
	Ask    string // "" means the question's answer
	Answer string // "" means the question's ask
	Accept []Value
	Reject []string
	Typed  bool // the answer is typed; false: revealed and judged
}

// Tolerance says which numbers are Correct beside the answer itself.
type Tolerance struct {
	Absolute float64 // in the unit; used when neither Percent nor Range
	Percent  float64 // of the answer; 0 when not written so
	Range    bool    // Low and High count, inclusive
	Low      float64
	High     float64
}

// Gap is one gap of a cloze text.
type Gap struct {
	Label      int // 1 to 99; equal labels are asked together
	Text       string
	Hint       string // "" when it has none
	Accept     []Value
	Start, End int // byte offsets of the whole gap, braces included, in Question.Text
}

// Anchor says where in the source a fact stands.
type Anchor struct {
	Section   string // a heading of the source; "" before the first
	Paragraph int    // from 1 within the section; 0 when not stated
	Page      string // for books
	Inferred  bool   // the answer is a conclusion
	Quote     string // a few words quoted instead of the above
}
