package decks

import "strings"

// ValueType is the TOML type of a Value.
type ValueType uint8

// The types of a Value.
const (
	TextValue    ValueType = iota // a string
	IntegerValue                  // Text holds decimal digits, perhaps with '-'
	FloatValue                    // Text holds the shortest decimal form
	BoolValue                     // Text is "true" or "false"
	DayValue                      // Text is YYYY-MM-DD
)

// String returns the name of the type as TOML has it, with its article.
func (t ValueType) String() string {
	switch t {
	case IntegerValue:
		return "an integer"
	case FloatValue:
		return "a float"
	case BoolValue:
		return "a boolean"
	case DayValue:
		return "a date"
	}
	return "a string"
}

// Value is a scalar of a deck. Text is the whole of it: equal values have
// equal types and equal texts.
type Value struct {
	Type ValueType
	Text string
}

// Show returns the markup of the value as displayed in a language (BCP 47):
// numbers grouped from 10,000 up as the language does, days in its long form
// (ISO 8601 where the form is not known), everything else as it stands.
func (v Value) Show(language string) string {
	switch v.Type {
	case IntegerValue, FloatValue:
		return showNumber(v.Text, language)
	case DayValue:
		return showDay(v.Text, language)
	}
	return v.Text
}

// Shown returns the markup of the answer as displayed: what its author wrote
// as shown, or the answer in the form of its language, with its unit; several
// items joined for one line.
func (c Card) Shown() string {
	q := c.Question
	switch {
	case c.Face == ReverseFace:
		return c.reverseAnswer()
	case q.Shown != "":
		return q.Shown
	case q.Kind == Cloze:
		var texts []string
		for _, g := range c.gaps() {
			texts = append(texts, g.Text)
		}
		return strings.Join(texts, "; ")
	}
	return q.showAnswer()
}

// showAnswer returns the answer of a question that is no cloze as displayed,
// whatever its author wrote as shown.
func (q *Question) showAnswer() string {
	language := q.answerLanguage()
	texts := make([]string, len(q.Answers))
	separator := ", "
	for i, a := range q.Answers {
		texts[i] = a.Show(language)
		if q.Kind == Number {
			texts[i] = withUnit(texts[i], q.Unit, language)
		}
		if q.Kind == Match && i < len(q.Lefts) {
			texts[i] = q.Lefts[i].Show(language) + " = " + texts[i]
			separator = "; "
		}
		if strings.Contains(texts[i], ",") {
			separator = "; "
		}
	}
	return strings.Join(texts, separator)
}

func (q *Question) language() string {
	if q.Deck == nil || q.Deck.Language == "" {
		return "en"
	}
	return q.Deck.Language
}

func (q *Question) answerLanguage() string {
	if q.Deck == nil || q.Deck.AnswerLanguage == "" {
		return q.language()
	}
	return q.Deck.AnswerLanguage
}
