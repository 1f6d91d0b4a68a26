package decks

import "strings"

// Face names which side of a question a card asks: "ask", "reverse", or a
// cloze label such as "c1".
type Face string

// The faces of a question that is no cloze.
const (
	AskFace     Face = "ask"
	ReverseFace Face = "reverse"
)

// CardID names a card for ever: deck id, question id and face, never the text.
type CardID struct {
	Deck     string
	Question string
	Face     Face
}

// String returns the id as people write it: "deck/question/face".
func (id CardID) String() string {
	return strings.Join([]string{id.Deck, id.Question, string(id.Face)}, "/")
}

// Card is one askable face of a question. Cards of one question are siblings.
type Card struct {
	ID       CardID
	Question *Question
	Face     Face
}
