// Package markup turns the text of a deck into spans. Screen and paper draw
// the same spans, so a text is read in one way only.
package markup

// Kind says what a span is.
type Kind uint8

// The kinds of spans.
const (
	Text      Kind = iota // running text, perhaps emphasised or a link
	Code                  // code inside a line
	Fence                 // a fenced block of code: whole lines, last newline dropped
	Math                  // mathematics between dollar signs, as written
	Break                 // a line break
	Paragraph             // a blank line between paragraphs
	Gap                   // the gap that a cloze card asks for
)

// GapMark stands for the asked gap in a text that Parse is given. An author
// cannot write it: control characters are faults in a deck.
const GapMark = '\x01'

// Span is a run of text of one look. Text holds no control character.
type Span struct {
	Kind     Kind
	Text     string
	Emphasis bool
	Strong   bool
	URL      string // of a link; "" elsewhere
}
