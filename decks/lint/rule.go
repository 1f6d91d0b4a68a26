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
		{Code: "all-of-the-above", Severity: Warning, Reason: "two right options give the third away", question: allOfTheAbove},
		{Code: "ambiguous-date", Severity: Warning, Reason: "a date that is two days is marked wrong half the time", question: ambiguousDate},
		{Code: "answer-in-alt", Severity: Warning, Reason: "the words of the picture are read before the answer", question: answerInAlt},
		{Code: "answer-in-hint", Severity: Warning, Reason: "a hint that is the answer leaves nothing to recall", question: answerInHint},
		{Code: "answer-in-question", Severity: Warning, Reason: "what can be read off need not be recalled", question: answerInQuestion},
		{Code: "answer-in-sibling", Severity: Warning, Reason: "one gap filled in gives another away", question: answerInSibling},
		{Code: "answer-place", Severity: Warning, Reason: "the place of the right option is learned, not the fact", deck: placeBias},
		{Code: "choice-grammar", Severity: Warning, Reason: "grammar rules options out, not knowledge", question: choiceGrammar},
		{Code: "choice-length", Severity: Warning, Reason: "the length of an option gives it away", question: choiceLength},
		{Code: "choice-letters", Severity: Warning, Reason: "shuffled options change their letters", question: choiceLetters},
		{Code: "choice-overlap", Severity: Warning, Reason: "of options that overlap two are right", question: choiceOverlap},
		{Code: "choice-repeat", Severity: Warning, Reason: "an option that stands twice is none", question: choiceRepeat},
		{Code: "cloze-all", Severity: Warning, Reason: "what hides nearly everything is recited, not recalled", question: clozeAll},
		{Code: "cloze-no-context", Severity: Warning, Reason: "a gap alone says not what it wants", question: clozeNoContext},
		{Code: "confusable-answer", Severity: Note, Reason: "a confusion would pass as a slip of the finger", deck: confusable},
		{Code: "damaged-image", Severity: Warning, Reason: "a picture that cannot be shown is none", question: damagedImage},
		{Code: "empty-gap-hint", Severity: Note, Reason: "a hint was meant and is not there", question: emptyGapHint},
		{Code: "free-text", Severity: Warning, Reason: "free words never match", question: freeText},
		{Code: "gap-label", Severity: Warning, Reason: "a misspelt label becomes part of the answer", question: gapLabel},
		{Code: "invisible-answer", Severity: Warning, Reason: "what cannot be seen can be neither typed nor picked", question: invisibleAnswer},
		{Code: "list-as-text", Severity: Warning, Reason: "several things in one text must be typed in one order", question: listAsText},
		{Code: "long-answer", Severity: Warning, Reason: "nobody types a long text the same", question: longAnswer},
		{Code: "long-list", Severity: Warning, Reason: "a long list is never wholly known and never wholly forgotten", question: longList},
		{Code: "longest-choice", Severity: Warning, Reason: "the right option can be told by its length", deck: longestBias},
		{Code: "loose-tolerance", Severity: Warning, Reason: "a guess passes", question: looseTolerance},
		{Code: "mirror-question", Severity: Note, Reason: "two cards that give each other away are asked on one day", all: mirrorQuestion},
		{Code: "missing-alt", Severity: Warning, Reason: "who cannot see the picture cannot answer", question: missingAlt},
		{Code: "missing-section", Severity: Warning, Reason: "a section with a slip in its name is not found", deck: sectionTypo},
		{Code: "near-question", Severity: Warning, Reason: "one fact is learned twice, and each time half", all: nearQuestion},
		{Code: "negative-wording", Severity: Warning, Reason: "a small word that is read over turns the answer round", question: negativeWording},
		{Code: "nested-gap", Severity: Warning, Reason: "a gap inside a gap is asked as it is written", question: nestedGap},
		{Code: "no-context", Severity: Warning, Reason: "cards come alone and in any order", question: noContext},
		{Code: "no-source", Severity: Note, Reason: "where a fact stands says nothing without the source", deck: noSource},
		{Code: "no-unit", Severity: Warning, Reason: "a number without its unit is half an answer", question: noUnit},
		{Code: "one-choice", Severity: Warning, Reason: "where nothing is wrong nothing is chosen", question: oneChoice},
		{Code: "open-ended", Severity: Warning, Reason: "what else counts cannot be known", question: openEnded},
		{Code: "orphan-image", Severity: Note, Reason: "a picture that nothing shows was forgotten or is in the way", all: orphanImage},
		{Code: "outer-space", Severity: Note, Reason: "blanks that nobody sees", question: outerSpace},
		{Code: "quotes", Severity: Note, Reason: "marks that another program made", question: quotes},
		{Code: "reverse-question", Severity: Warning, Reason: "nobody can type a whole question as an answer", question: reverseQuestion},
		{Code: "same-answer", Severity: Note, Reason: "of two questions for one fact one is superfluous", all: sameAnswer},
		{Code: "same-question", Severity: Warning, Reason: "one card is work for nothing, or nobody can tell what it wants", all: sameQuestion},
		{Code: "several-facts", Severity: Warning, Reason: "half known is neither right nor wrong", question: severalFacts},
		{Code: "tag-typo", Severity: Warning, Reason: "a tag with a slip selects one question alone", all: tagTypo},
		{Code: "truefalse-bias", Severity: Note, Reason: "who always says the same is mostly right", deck: truthBias},
		{Code: "unanchored", Severity: Note, Reason: "a fact that cannot be looked up is hard to trust", deck: unanchored},
		{Code: "unknown-lint", Severity: Warning, Reason: "what is switched off under a wrong name stays on", question: unknownLint},
		{Code: "unlabelled-gaps", Severity: Warning, Reason: "gaps named by their order swap their histories when one is added", question: unlabelledGaps},
		{Code: "unused-group", Severity: Note, Reason: "a group without questions was forgotten or is misspelled", deck: unusedGroup},
		{Code: "useless-accept", Severity: Note, Reason: "a form that passes anyway hides those that matter", question: uselessAccept},
		{Code: "useless-alt", Severity: Warning, Reason: "words that say nothing help nobody", question: uselessAlt},
		{Code: "yes-no", Severity: Warning, Reason: "yes or no is half known by guessing", question: yesNo},
	}
}
