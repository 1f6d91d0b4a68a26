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
		{Code: "missing-alt", Severity: Warning, Reason: "who cannot see the picture cannot answer", question: missingAlt},
	}
}
