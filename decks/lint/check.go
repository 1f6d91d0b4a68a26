package lint

import (
	"io/fs"
	"slices"
	"strings"

	"recto/decks"
	"recto/decks/edit"
)

// Finding is one thing that could be better in a deck.
type Finding struct {
	*decks.Error // where and what; its text is that of a fault

	Code     string
	Severity Severity
	Fix      []edit.Splice // the one right repair of File; none where an author must decide
}

// Options are what a check needs beside the decks.
type Options struct {
	// Folder returns the folder of a part of a deck, nil when there is none to
	// look into.
	Folder func(decks.Part) fs.FS
	// Codes are codes that allow may name and that no rule here has, as those
	// of a check against an article.
	Codes []string
}

// Check returns what could be better in decks that have no fault, sorted by
// file and position. What a question allows is not told; of a deck as a whole
// nothing that all of its questions allow.
func Check(loaded []*decks.Deck, o Options) []Finding {
	c := &checker{options: o, texts: map[*decks.Question]*text{}, lexicons: map[string]*lexicon{}, pictures: map[[2]string]string{}, codes: map[string]bool{}}
	for _, r := range Rules() {
		c.codes[r.Code] = true
		c.names = append(c.names, r.Code)
	}
	for _, code := range o.Codes {
		c.codes[code] = true
		c.names = append(c.names, code)
	}
	for _, c.rule = range Rules() {
		c.told = map[any]bool{}
		if c.rule.all != nil {
			c.rule.all(c, loaded)
			continue
		}
		for _, d := range loaded {
			c.run(d)
		}
	}
	slices.SortStableFunc(c.findings, func(a, b Finding) int {
		if by := strings.Compare(a.File, b.File); by != 0 {
			return by
		}
		if a.Pos.Line != b.Pos.Line {
			return a.Pos.Line - b.Pos.Line
		}
		return a.Pos.Column - b.Pos.Column
	})
	return c.findings
}

// checker is a check at work: the rule at hand and what was found so far.
type checker struct {
	options  Options
	rule     Rule
	told     map[any]bool // what the rule at hand has told of and tells once
	texts    map[*decks.Question]*text
	lexicons map[string]*lexicon  // by language; nil for one that is not known
	pool     []word               // the words of all texts; slices of it are handed out
	alike    []alike              // questions that are like earlier ones; nil until they are looked for
	pictures map[[2]string]string // what is wrong with a picture, by file of the deck and path
	points   int                  // of the pictures that were decoded
	codes    map[string]bool      // that allow may name
	names    []string             // the same in a list
	findings []Finding
}

// run applies the rule at hand to a deck.
func (c *checker) run(d *decks.Deck) {
	if c.rule.deck != nil && slices.ContainsFunc(d.Questions, func(q *decks.Question) bool { return !c.allowed(q) }) {
		c.rule.deck(c, d)
	}
	if c.rule.question == nil {
		return
	}
	for _, q := range d.Questions {
		if !c.allowed(q) {
			c.rule.question(c, q)
		}
	}
}

// allowed reports whether a question switches the rule at hand off.
func (c *checker) allowed(q *decks.Question) bool { return slices.Contains(q.Allow, c.rule.Code) }

// found tells a finding at a place of a question. The place may be one that
// the question inherits and does not write: then its header is told.
func (c *checker) found(q *decks.Question, at decks.Place, message, hint string, fix ...edit.Splice) {
	if c.allowed(q) {
		return
	}
	if !at.Found() {
		at = q.Place()
	}
	c.add(at.Error(q.Number, message, hint), fix)
}

// foundIn tells a finding of a deck as a whole.
func (c *checker) foundIn(at decks.Place, message, hint string, fix ...edit.Splice) {
	c.add(at.Error(0, message, hint), fix)
}

func (c *checker) add(e *decks.Error, fix []edit.Splice) {
	c.findings = append(c.findings, Finding{Error: e, Code: c.rule.Code, Severity: c.rule.Severity, Fix: fix})
}
