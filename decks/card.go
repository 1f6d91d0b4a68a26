package decks

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Face names which side of a question a card asks: "ask", "reverse", or a
// cloze label such as "c1".
type Face string

// The faces of a question that is no cloze.
const (
	AskFace     Face = "ask"
	ReverseFace Face = "reverse"
)

// ClozeFace returns the face of a cloze label, 1 to 99.
func ClozeFace(label int) Face { return Face("c" + strconv.Itoa(label)) }

// label returns the cloze label of a face, 0 for the other faces and for what
// is no face at all.
func (f Face) label() int {
	if len(f) < 2 || len(f) > 3 || f[0] != 'c' || f[1] == '0' {
		return 0
	}
	n, err := strconv.Atoi(string(f[1:]))
	if err != nil || n < 1 {
		return 0
	}
	return n
}

// CardID names a card for ever: deck id, question id and face, never the text.
type CardID struct {
	Deck     string
	Question string
	Face     Face
}

// String returns the id as people write it: "deck/question/face".
func (id CardID) String() string {
	return id.Deck + "/" + id.Question + "/" + string(id.Face)
}

// ParseCardID reads what String wrote. It fails when s has not three parts,
// or one of them is no deck id, no question id or no face.
func ParseCardID(s string) (CardID, error) {
	parts := strings.Split(s, "/")
	if len(parts) != 3 {
		return CardID{}, fmt.Errorf("card id %q: want deck/question/face", s)
	}
	id := CardID{Deck: parts[0], Question: parts[1], Face: Face(parts[2])}
	if !ValidID(id.Deck) {
		return CardID{}, fmt.Errorf("card id %q: %q is no deck id", s, id.Deck)
	}
	if !ValidID(id.Question) && !isDerivedID(id.Question) {
		return CardID{}, fmt.Errorf("card id %q: %q is no question id", s, id.Question)
	}
	if id.Face != AskFace && id.Face != ReverseFace && id.Face.label() == 0 {
		return CardID{}, fmt.Errorf("card id %q: %q is no face (ask, reverse, c1 to c99)", s, parts[2])
	}
	return id, nil
}

// MarshalText returns the bytes of String.
func (id CardID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads what MarshalText wrote; see ParseCardID.
func (id *CardID) UnmarshalText(text []byte) error {
	read, err := ParseCardID(string(text))
	if err == nil {
		*id = read
	}
	return err
}

// Card is one askable face of a question. Cards of one question are siblings.
type Card struct {
	ID       CardID
	Question *Question
	Face     Face
}

// Cards returns the askable faces of q: ask, then reverse; of a cloze one for
// each label in ascending order.
func (q *Question) Cards() []Card {
	if q.Kind != Cloze {
		cards := []Card{q.card(AskFace)}
		if q.Reverse != nil {
			cards = append(cards, q.card(ReverseFace))
		}
		return cards
	}
	labels := gapLabels(q.Gaps)
	cards := make([]Card, len(labels))
	for i, label := range labels {
		cards[i] = q.card(ClozeFace(label))
	}
	return cards
}

// gapLabels returns the labels of gaps, each once, ascending.
func gapLabels(gaps []Gap) []int {
	var labels []int
	seen := [100]bool{}
	for _, g := range gaps {
		if g.Label > 0 && g.Label < len(seen) && !seen[g.Label] {
			seen[g.Label] = true
			labels = append(labels, g.Label)
		}
	}
	sort.Ints(labels)
	return labels
}

func (q *Question) card(f Face) Card {
	id := CardID{Question: q.ID, Face: f}
	if q.Deck != nil {
		id.Deck = q.Deck.ID
	}
	return Card{ID: id, Question: q, Face: f}
}

// Kind returns how the card is asked and marked: the question's kind, Short
// for a reverse face.
func (c Card) Kind() Kind {
	if c.Face == ReverseFace {
		return Short
	}
	return c.Question.Kind
}

// Ask returns the markup of what is asked: the question's ask; for a reverse
// face the answer as displayed; for a cloze face its text with this card's
// gaps as markup.GapMark and the others filled in.
func (c Card) Ask() string {
	q := c.Question
	switch {
	case c.Face == ReverseFace && q.Reverse.Ask != "":
		return q.Reverse.Ask
	case c.Face == ReverseFace:
		return q.showAnswer()
	case q.Kind == Cloze:
		return fillGaps(q.Text, q.Gaps, c.Face.label())
	}
	return q.Ask
}

// Instruction returns the markup of what stands above the text of a cloze
// face; "" for the other faces.
func (c Card) Instruction() string {
	if c.Question.Kind == Cloze {
		return c.Question.Ask
	}
	return ""
}

// Answers returns what is wanted: the question's answers; for a reverse face
// the one text that is wanted then; for a cloze face the gaps of its label in
// the order of the text.
func (c Card) Answers() []Answer {
	q := c.Question
	switch {
	case c.Face == ReverseFace:
		return []Answer{{Value: Value{Text: c.reverseAnswer()}, Accept: q.Reverse.Accept}}
	case q.Kind == Cloze:
		gaps := c.gaps()
		answers := make([]Answer, len(gaps))
		for i, g := range gaps {
			answers[i] = Answer{Value: Value{Text: g.Text}, Accept: g.Accept}
		}
		return answers
	}
	return q.Answers
}

func (c Card) reverseAnswer() string {
	if c.Question.Reverse.Answer != "" {
		return c.Question.Reverse.Answer
	}
	return c.Question.Ask
}

// gaps returns the gaps that a cloze face asks for.
func (c Card) gaps() []Gap {
	var asked []Gap
	for _, g := range c.Question.Gaps {
		if g.Label == c.Face.label() {
			asked = append(asked, g)
		}
	}
	return asked
}

// Options returns what the learner picks from: the choices of Choice and
// Multiple in written order, the items of Order in their right order, the
// right column of Match, the word bank of Cloze; nil for the others.
func (c Card) Options() []Value {
	switch c.Kind() {
	case Choice, Multiple, Match, Cloze:
		return c.Question.Choices
	case Order:
		items := make([]Value, len(c.Question.Answers))
		for i, a := range c.Question.Answers {
			items[i] = a.Value
		}
		return items
	}
	return nil
}

// Reject returns the near answers that must not pass.
func (c Card) Reject() []string {
	if c.Face == ReverseFace {
		return c.Question.Reverse.Reject
	}
	return c.Question.Reject
}

// Exact reports whether case, accents, spacing and punctuation count.
func (c Card) Exact() bool { return c.Question.Exact }

// Typed reports whether the learner gives the answer; otherwise it is revealed
// and the learner judges. Kinds that are answered by picking are always typed.
func (c Card) Typed() bool {
	q := c.Question
	switch c.Kind() {
	case TrueFalse, Choice, Multiple, Order, Match:
		return true
	}
	if c.Face == ReverseFace {
		return q.Reverse.Typed
	}
	return q.Typed
}

// tooLongToType reports whether an answer is one that is revealed rather than
// typed unless its author says otherwise: several lines or over 80 characters.
func tooLongToType(answer string) bool {
	answer = strings.TrimSpace(answer)
	return strings.Contains(answer, "\n") || utf8.RuneCountInString(answer) > 80
}

// Hints returns the markup of the hints in the order of showing; for a cloze
// face those of its gaps first. A reverse face has none: the hints lead to the
// answer that it shows.
func (c Card) Hints() []string {
	if c.Face == ReverseFace {
		return nil
	}
	if c.Question.Kind != Cloze {
		return c.Question.Hints
	}
	var hints []string
	for _, g := range c.gaps() {
		if g.Hint != "" {
			hints = append(hints, g.Hint)
		}
	}
	return append(hints, c.Question.Hints...)
}

// Language returns the BCP 47 tag of the answer that is wanted.
func (c Card) Language() string {
	if c.Face == ReverseFace {
		return c.Question.language()
	}
	return c.Question.answerLanguage()
}
