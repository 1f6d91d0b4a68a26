package math

// Node is a part of a formula. Which fields are used depends on its Kind; the
// others are zero.
type Node struct {
	Kind    Kind
	Text    string  // of a Symbol, an Accent, a Raw
	Class   Class   // of a Symbol
	Style   Style   // of a Symbol
	Limits  bool    // of a Script: they stand below and above, not behind
	Left    string  // of a Fence or a Table, "" for none
	Right   string  // of a Fence or a Table, "" for none
	Em      float64 // of a Space: its width, in the size of the font
	Columns int     // of a Table: as many as its longest row has
	Kids    []Node
}

// Kind says what a node is.
type Kind uint8

// The kinds of nodes, and what their Kids are.
const (
	Row      Kind = iota // a sequence of any number of nodes
	Symbol               // a letter, a number, a sign, a word; no kids
	Fraction             // what is above, what is below
	Binomial             // what is above, what is below; in round brackets, without a line
	Root                 // what is under the sign; then, if there is one, the degree
	Script               // the base, the index, the power: always three, what is not there is an empty Row
	Accent               // what it stands over; Text is the combining character
	Fence                // what is between the Left and the Right delimiter
	Table                // a Row for each row, the Kids of which are its cells, at most Columns
	Space                // no kids
	Raw                  // Text as it was written; no kids
)

// Class says how a symbol behaves towards its neighbours.
type Class uint8

// The classes of symbols.
const (
	Ordinary    Class = iota // a letter, a word, ∞
	Number                   // a run of digits, with its point or comma
	Binary                   // + between two things; a sign when it stands before one
	Relation                 // = and arrows
	Open                     // (
	Close                    // )
	Punctuation              // a comma
	Big                      // ∑
	Function                 // sin
)

// Style says how a symbol is to be set. The letters of \mathbb, \mathcal and
// \mathfrak are characters of their own and upright; their plain letters are
// what compatibility decomposition (NFKD) gives.
type Style uint8

// The styles of symbols.
const (
	Upright Style = iota
	Italic        // variables
	Bold
	Words // of \text: the style of what is around the formula
)

// Empty reports whether there is nothing to show.
func (n Node) Empty() bool { return n.Kind == Row && len(n.Kids) == 0 }

// row returns a node for a sequence: the node itself when it is one.
func row(kids []Node) Node {
	if len(kids) == 1 {
		return kids[0]
	}
	return Node{Kind: Row, Kids: kids}
}

// symbol returns a Symbol.
func symbol(text string, c Class) Node { return Node{Kind: Symbol, Text: text, Class: c} }

// script returns a Script.
func script(base, below, above Node) Node {
	return Node{Kind: Script, Kids: []Node{base, below, above}}
}
