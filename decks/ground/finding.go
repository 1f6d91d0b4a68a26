package ground

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"recto/decks"
)

// Severity is how much a finding matters, as of a lint.
type Severity string

// The severities.
const (
	Warning Severity = "warning" // a fact may be wrong, or cannot be looked up
	Note    Severity = "note"    // worth a look
)

// Finding is one thing that is wrong between a deck and the article, or could
// be better.
type Finding struct {
	*decks.Error // where and what; of an uncovered paragraph a place in the article

	Code     string
	Severity Severity
}

// Codes returns the codes of all findings with their severity, as the manual
// lists them.
func Codes() []struct {
	Code     string
	Severity Severity
} {
	return []struct {
		Code     string
		Severity Severity
	}{
		{"not-grounded", Warning}, {"elsewhere", Warning}, {"anchor-missing", Warning}, {"quote-not-found", Warning},
		{"anchor-found", Note}, {"copied-words", Warning}, {"uncovered-paragraph", Note},
	}
}

// add tells a finding at a place of a question, unless the question allows it.
func (c *checker) add(q *decks.Question, code string, at decks.Place, message, hint string) {
	if slices.Contains(q.Allow, code) {
		return
	}
	if !at.Found() {
		at = q.Place()
	}
	e := at.Error(q.Number, message, hint)
	if !at.Found() { // of a deck that was not parsed from a file
		e.File, e.Pos = q.File, q.Pos
	}
	c.findings = append(c.findings, Finding{e, code, severityOf(code)})
}

func severityOf(code string) Severity {
	for _, known := range Codes() {
		if known.Code == code {
			return known.Severity
		}
	}
	return Warning
}

// wrongAnchors tells of the anchors that point to nothing; also says more.
func (c *checker) wrongAnchors(q *decks.Question, at anchored, also string) {
	for _, w := range at.wrong {
		hint := w.hint
		if also != "" && hint != "" {
			hint += "; "
		}
		c.add(q, w.code, w.place, w.message, hint+also)
	}
}

// verdictFinding tells what the verdict on a question calls for.
func (c *checker) verdictFinding(q *decks.Question, r *Result, at anchored, away []outside, gone missing) {
	a := c.index.article
	if r.Verdict == Elsewhere && at.broken {
		c.wrongAnchors(q, at, "the fact stands at "+a.from(r.Found))
		return
	}
	c.wrongAnchors(q, at, "")
	switch r.Verdict {
	case NotFound:
		message := quotedList(r.Missing, 3) + " is not in the article"
		if len(r.Missing) > 1 {
			message = quotedList(r.Missing, 3) + " are not in the article"
		}
		if q.Kind == decks.TrueFalse {
			message = "the article does not speak of this"
		}
		c.add(q, "not-grounded", q.Place(gone.path...), message, cmp.Or(gone.hint, "from = { ..., inferred = true } says that it is a conclusion"))
	case Elsewhere:
		place := c.anchorPlace(q, 0, "")
		if len(q.From) > 1 {
			place = q.Place("from")
		}
		message := fmt.Sprintf("%s is not where from says, but in %s", shownOf(away[0].shown), a.Name(c.index.passages[away[0].passage].ref))
		if n := len(away) - 1; n > 0 {
			message += fmt.Sprintf(", and so for %d more", n)
		}
		c.add(q, "elsewhere", place, message, a.from(r.Found))
	case Grounded:
		if len(q.From) == 0 && len(r.Found) > 0 {
			c.add(q, "anchor-found", q.Place(), "no from says where the fact stands", a.from(r.Found))
		}
	}
}

func shownOf(s string) string { return fmt.Sprintf("%q", excerpt(s)) }

// missingHint says what is near to a claim that stands nowhere: the number in
// another unit, the day in another year, a word in another spelling.
func (c *checker) missingHint(one *claim) string {
	f := one.forms[0]
	var has func(*passage) string
	switch {
	case f.number != nil && f.unit != "":
		f.unit = ""
		has = func(*passage) string { return "the number in another unit" }
	case f.date != nil && f.date.year != 0 && f.date.month != 0:
		want := *f.date
		partial := want
		partial.year = 0
		f.date = &partial
		has = func(p *passage) string {
			for _, d := range p.dates {
				if d.month == want.month && d.day == want.day && d.year != 0 {
					return fmt.Sprintf("that day in %d", d.year)
				}
			}
			return fmt.Sprintf("the day, but not the year %d: inferred = true where you conclude it", want.year)
		}
	case f.number != nil:
		return ""
	default:
		return c.spelling(f)
	}
	at, ok := c.index.search(&claim{forms: []form{f}}, &form{})
	if !ok {
		return ""
	}
	p := &c.index.passages[at.passage]
	return c.index.article.Name(p.ref) + " has " + has(p)
}

// maxLooked is how many words are compared with all of the article's: the
// later ones of a long list of findings are told without a guess.
const maxLooked = 100

// spelling asks whether a word that the article does not have was meant to be
// one that it has; "" when no word is near.
func (c *checker) spelling(f form) string {
	for _, i := range f.content {
		t := &f.tokens[i]
		if c.index.anywhere(t) || len(t.values) > 0 || c.looked >= maxLooked {
			continue
		}
		c.looked++
		if near := decks.Nearest(t.text, c.vocabulary()); near != "" {
			return fmt.Sprintf("did you mean %q?", near)
		}
	}
	return ""
}

// vocabulary returns the words of the article, each once, sorted.
func (c *checker) vocabulary() []string {
	if c.known == nil {
		seen := map[string]bool{}
		for _, p := range c.index.passages {
			for i := range p.tokens {
				seen[p.tokens[i].text] = true
			}
		}
		c.known = slices.Sorted(maps.Keys(seen))
	}
	return c.known
}

// copiedFinding tells of words that are the article's own.
func (c *checker) copiedFinding(q *decks.Question, copied Copy) {
	if copied.Words <= MaxShared {
		return
	}
	c.add(q, "copied-words", q.Place(copied.path...),
		fmt.Sprintf("%d words in a row are those of %s: %q", copied.Words, c.index.article.Name(copied.Ref), copied.Text),
		"say it in your own words")
}

// uncovered tells of the paragraphs that no question points to, unless every
// question allows it.
func (c *checker) uncovered(refs []Ref, loaded []*decks.Deck) {
	const code = "uncovered-paragraph"
	allowed := true
	for _, d := range loaded {
		for _, q := range d.Questions {
			allowed = allowed && slices.Contains(q.Allow, code)
		}
	}
	if allowed {
		return
	}
	for _, r := range refs {
		p := c.index.article.Sections[r.Section].Paragraphs[r.Paragraph]
		e := &decks.Error{File: c.file, Message: "no question points to " + c.index.article.Name(r) + ": " + fmt.Sprintf("%q", excerpt(p.Text))}
		if p.Line > 0 {
			e.Pos = decks.Position{Line: p.Line, Column: 1}
		}
		c.findings = append(c.findings, Finding{e, code, severityOf(code)})
	}
}

// sortFindings sorts by file and position, those of the article last.
func sortFindings(all []Finding) {
	slices.SortStableFunc(all, func(a, b Finding) int {
		if a.Code == "uncovered-paragraph" || b.Code == "uncovered-paragraph" {
			return cmp.Compare(after(a), after(b))
		}
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Column, b.Pos.Column))
	})
}

func after(f Finding) int {
	if f.Code == "uncovered-paragraph" {
		return 1
	}
	return 0
}
