package decks

import "strconv"

// Kind is what a question asks for. It follows from the keys that its author
// wrote and from their TOML types.
type Kind uint8

// The ten kinds.
const (
	Short     Kind = iota + 1 // a text, typed or judged by the learner
	Number                    // an integer or a float, perhaps with a unit
	Date                      // a calendar day
	TrueFalse                 // a statement
	Choice                    // one of several options
	Multiple                  // all the right ones of several options
	List                      // all of these, any order
	Order                     // these, in this order
	Match                     // pairs
	Cloze                     // a text with gaps
)

// String returns the name of the kind as the documentation uses it.
func (k Kind) String() string {
	switch k {
	case Short:
		return "short"
	case Number:
		return "number"
	case Date:
		return "date"
	case TrueFalse:
		return "truefalse"
	case Choice:
		return "choice"
	case Multiple:
		return "multiple"
	case List:
		return "list"
	case Order:
		return "order"
	case Match:
		return "match"
	case Cloze:
		return "cloze"
	}
	return "kind " + strconv.Itoa(int(k))
}
