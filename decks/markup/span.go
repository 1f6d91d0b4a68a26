package markup

import "strings"

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

// Span is a run of text of one look. Text holds no control character, but the
// newlines between the lines of a Fence. A gap inside code or mathematics
// splits it: the spans before and behind the gap are then of that kind.
type Span struct {
	Kind     Kind
	Text     string
	Emphasis bool
	Strong   bool
	URL      string // of a link; "" elsewhere
}

// Plain returns what a plain terminal shows: the text of the spans without
// their looks, a link as its text, a gap as "[...]".
func Plain(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		switch s.Kind {
		case Break:
			b.WriteByte('\n')
		case Paragraph:
			b.WriteString("\n\n")
		case Gap:
			b.WriteString("[...]")
		default:
			b.WriteString(s.Text)
		}
	}
	return b.String()
}
