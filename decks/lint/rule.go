package lint

import (
	"embed"

	"recto/decks"
)

// Severity is how much a finding matters.
type Severity string

// The severities of findings.
const (
	Error   Severity = "error"   // what the format forbids: a fault
	Warning Severity = "warning" // it spoils learning or marking
	Note    Severity = "note"    // worth a look
)

// Rule is one lint. It looks at each question, at a deck as a whole, or at all
// decks of a check together.
type Rule struct {
	Code     string // letters, digits and '-'; never changes
	Severity Severity
	Reason   string // why it matters, one line, lower case, no full stop

	question func(*checker, *decks.Question)
	deck     func(*checker, *decks.Deck)
	all      func(*checker, []*decks.Deck)
}

//go:embed help/*.md
var pages embed.FS

// Help returns the page of help of the rule, as the help of the command shows
// it: what is found, why it is bad for learning, how to mend it.
func (r Rule) Help() string {
	page, err := pages.ReadFile("help/" + r.Code + ".md")
	if err != nil {
		return r.Reason + "\n"
	}
	return string(page)
}

// Rules returns every rule, sorted by code.
func Rules() []Rule {
	return []Rule{
		{Code: "answer-in-sibling", Severity: Warning, Reason: "one gap filled in gives another away", question: answerInSibling},
		{Code: "answer-place", Severity: Warning, Reason: "the place of the right option is learned, not the fact", deck: placeBias},
		{Code: "confusable-answer", Severity: Note, Reason: "a confusion would pass as a slip of the finger", deck: confusable},
		{Code: "longest-choice", Severity: Warning, Reason: "the right option can be told by its length", deck: longestBias},
		{Code: "mirror-question", Severity: Note, Reason: "two cards that give each other away are asked on one day", all: mirrorQuestion},
		{Code: "missing-alt", Severity: Warning, Reason: "who cannot see the picture cannot answer", question: missingAlt},
		{Code: "missing-section", Severity: Warning, Reason: "a section with a slip in its name is not found", deck: sectionTypo},
		{Code: "near-question", Severity: Warning, Reason: "one fact is learned twice, and each time half", all: nearQuestion},
		{Code: "no-source", Severity: Note, Reason: "where a fact stands says nothing without the source", deck: noSource},
		{Code: "orphan-image", Severity: Note, Reason: "a picture that nothing shows was forgotten or is in the way", all: orphanImage},
		{Code: "same-answer", Severity: Note, Reason: "of two questions for one fact one is superfluous", all: sameAnswer},
		{Code: "same-question", Severity: Warning, Reason: "one card is work for nothing, or nobody can tell what it wants", all: sameQuestion},
		{Code: "tag-typo", Severity: Warning, Reason: "a tag with a slip selects one question alone", all: tagTypo},
		{Code: "truefalse-bias", Severity: Note, Reason: "who always says the same is mostly right", deck: truthBias},
		{Code: "unused-group", Severity: Note, Reason: "a group without questions was forgotten or is misspelled", deck: unusedGroup},
	}
}
