package answer

import (
	"strings"

	"recto/decks"
)

// marker marks the responses to one card.
type marker struct {
	card     decks.Card
	language string
	tongue   tongue
	exact    bool
	strict   bool // no slip is looked for, see maxCompared
	signs    separators
	texts    map[string]*text   // every text that was folded
	wholes   map[string][]*text // texts of the deck with their optional parts
	dates    map[string][]date
	askWords map[string]bool // words of the question, nil until they are needed
	askUnits int             // known units among them
}

func newMarker(c decks.Card) *marker {
	m := &marker{card: c, language: c.Language(), tongue: tongueOf(c.Language()), exact: c.Exact(), texts: map[string]*text{}, wholes: map[string][]*text{}, dates: map[string][]date{}}
	m.signs = separatorsOf(m.language)
	return m
}

// target is one thing that is wanted, ready to be compared.
type target struct {
	forms   []form
	rejects []string // as written
	others  []*text  // what a slip must not come near: rejects, other choices, other items
	limits  *limits  // numbers: what is Correct beside the answer
}

// target prepares an answer. Others are texts of a deck that stand for
// something else; those that are also a right form of the answer do not count.
func (m *marker) target(a decks.Answer, others []string) target {
	t := target{forms: m.forms(a, m.unit()), limits: m.limits(a)}
	for _, r := range m.card.Reject() {
		t.rejects = append(t.rejects, written(r), written(plain(r)))
	}
	for _, o := range append(others, m.card.Reject()...) {
		t.addOther(m.textsOf(o))
	}
	if !m.exact {
		for i := range t.forms {
			t.forms[i].sharpen(t.others)
		}
	}
	return t
}

func (t *target) addOther(texts []*text) {
	for _, o := range texts {
		right := false
		for _, f := range t.forms {
			for _, w := range f.texts {
				right = right || w.raw == o.raw
			}
		}
		if !right {
			t.others = append(t.others, o)
		}
	}
}

// unit returns the unit of the card, "" when it has none or is asked the
// other way round.
func (m *marker) unit() string {
	if m.card.Kind() != decks.Number {
		return ""
	}
	return m.card.Question.Unit
}

// outcome is the verdict on one response to one target.
type outcome struct {
	verdict Verdict
	note    string
	form    string // the accepted form that note is about; "" for the answer itself
	sure    bool   // read as a number or a date, so no text with slips
}

var wrong = outcome{verdict: Wrong}

// judge marks one response: first the rejects, then what is right, then what
// is no single answer, then slips.
func (m *marker) judge(t target, response string) outcome {
	given := m.read(response)
	if given.raw == "" {
		return wrong
	}
	for _, r := range t.rejects {
		if r == given.raw {
			return wrong
		}
	}
	best := m.compare(t, given)
	if best.verdict != Wrong || m.exact {
		return best
	}
	if m.tongue.isUnknown(given) {
		return wrong
	}
	if parts := m.alternatives(t, given); len(parts) > 1 {
		return m.judgeAlternatives(t, parts)
	}
	if best.sure {
		return best
	}
	return m.slips(t, given)
}

// compare looks for a form that the response reads as: as a text, a number
// or a date.
func (m *marker) compare(t target, given *text) outcome {
	best := wrong
	for _, f := range t.forms {
		for _, w := range f.texts {
			if w.reads(given, f.level) {
				return outcome{verdict: Correct}
			}
		}
		if m.exact || f.level == asIs {
			continue
		}
		for _, o := range []outcome{m.compareNumber(t, f, given.raw), m.compareDate(t, f, given.raw)} {
			if o.sure && (!best.sure || o.verdict < best.verdict) {
				best = o
			}
		}
	}
	return best
}

// slips weighs a response that is no right form. A slip as near or nearer to
// something else is Wrong.
func (m *marker) slips(t target, given *text) outcome {
	if len(given.raw) > maxSlips || m.strict {
		return wrong
	}
	for _, f := range t.forms {
		for _, w := range f.texts {
			if len(w.raw) > maxSlips {
				continue
			}
			s := m.tongue.slipOf(w, given)
			if !s.found || m.nearer(t.others, w, given) {
				continue
			}
			o := outcome{verdict: Close, note: s.note}
			if !f.answer {
				o.form = display(w.raw)
			}
			return o
		}
	}
	return wrong
}

// maxSlips is the longest text, in bytes, in which slips are looked for.
const maxSlips = 4 << 10

// nearer reports whether one of the others is as near to the response as the
// wanted text is, or nearer.
func (m *marker) nearer(others []*text, wanted, given *text) bool {
	d := m.tongue.apart(wanted, given, 64)
	for _, o := range others {
		if len(o.words) > 0 && len(o.raw) <= maxSlips && m.tongue.apart(o, given, d) <= d {
			return true
		}
	}
	return false
}

// display returns text of a learner for people: one line, nothing that a
// terminal would obey.
func display(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case r < 0x20, r >= 0x7f && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == '\ufffd':
			return -1
		}
		return r
	}, s)), " ")
}
