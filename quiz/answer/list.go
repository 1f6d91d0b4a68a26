package answer

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"recto/decks"
)

// maxItems bounds the items of one response.
const maxItems = 300

// matchList marks the items of a list card, in any order. Each response item
// stands for at most one wanted item; one that repeats a right item is no
// wrong item.
func (m *marker) matchList(match *Match, response string) error {
	answers := m.card.Answers()
	targets := m.targets(answers)
	given := m.splitItems(response, m.commasOf(answers))
	if len(given) > maxItems {
		return fmt.Errorf("the response has %d items; at most %d are read", len(given), maxItems)
	}
	if m.tongue.isUnknown(m.read(response)) && !m.isItem(targets, response) {
		given = nil
	}
	given = m.splitAtAnd(targets, given)
	outcomes := m.judgeAll(targets, given)
	pairing := assign(outcomes)
	right, capped := 0, false
	used := make([]bool, len(given))
	match.Items = nil
	for i, a := range answers {
		item := Item{Wanted: m.show(a.Value), Verdict: Wrong}
		if g := pairing[i]; g >= 0 {
			o := outcomes[i][g]
			item.Given, item.Verdict = display(given[g]), o.verdict
			used[g] = true
			right++
			if o.verdict == Close {
				capped, match.Note, match.Form = true, o.note, o.form
			}
		}
		match.Items = append(match.Items, item)
	}
	for g, text := range given {
		if !used[g] && !repeats(outcomes, g) {
			match.Extra = append(match.Extra, display(text))
		}
	}
	need := len(answers)
	if m.card.Question.Need > 0 {
		need = m.card.Question.Need
	}
	match.several(min(right, need), need, capped || len(match.Extra) > 0)
	match.Given = joinGiven(given)
	return nil
}

// targets prepares the answers of a card with several; each has the others
// beside it.
func (m *marker) targets(answers []decks.Answer) []target {
	targets := make([]target, len(answers))
	forms := 0
	for _, a := range answers {
		forms += 1 + len(a.Accept)
	}
	for i, a := range answers {
		var others []string
		for j, o := range answers {
			if j == i || o.Text == a.Text {
				continue
			}
			others = append(others, o.Text)
			for _, v := range o.Accept {
				if forms <= maxForms {
					others = append(others, v.Text)
				}
			}
		}
		targets[i] = m.target(a, append(others, m.bank(a)...))
	}
	return targets
}

// maxForms is up to how many forms of all items together are held against each
// other; of more, only the items themselves are.
const maxForms = 1_000

// isItem reports whether the whole response is one of the wanted items.
func (m *marker) isItem(targets []target, response string) bool {
	given := m.read(response)
	return slices.ContainsFunc(targets, func(t target) bool { return m.compare(t, given).verdict == Correct })
}

// commas says which commas end an item.
type commas uint8

const (
	noCommas     commas = iota // a wanted item has one
	betweenWords               // all but those in a number: a displayed item has one
	allCommas
)

// commasOf returns which commas of a response separate the wanted items.
func (m *marker) commasOf(answers []decks.Answer) commas {
	which := allCommas
	for _, a := range answers {
		for _, v := range append([]decks.Value{a.Value}, a.Accept...) {
			switch {
			case strings.Contains(v.Text, ","):
				return noCommas
			case strings.Contains(v.Show(m.language), ","):
				which = betweenWords
			}
		}
	}
	return which
}

// separates reports whether the comma at i ends an item. One in a number has
// digits on both sides: three behind it where it stands between thousands.
func (c commas) separates(rs []rune, i int, decimal rune) bool {
	if c != betweenWords {
		return c == allCommas
	}
	count := 0
	for i+1+count < len(rs) && unicode.IsDigit(rs[i+1+count]) {
		count++
	}
	return i == 0 || !unicode.IsDigit(rs[i-1]) || count == 0 || decimal != ',' && count != 3
}

// splitItems splits a response at ';', at line ends, and at those commas that
// separate. A backslash keeps the sign after it inside an item.
func (m *marker) splitItems(s string, which commas) []string {
	var items []string
	var b strings.Builder
	end := func() {
		if item := strings.TrimSpace(b.String()); item != "" {
			items = append(items, item)
		}
		b.Reset()
	}
	rs := []rune(s)
	for i := 0; i < len(rs); i++ {
		switch {
		case rs[i] == '\\' && i+1 < len(rs) && (rs[i+1] == ';' || which != noCommas && rs[i+1] == ','):
			i++
			b.WriteRune(rs[i])
		case rs[i] == ';' || rs[i] == '；' || rs[i] == '\n', isComma(rs[i]) && which.separates(rs, i, m.signs.decimal):
			end()
		default:
			b.WriteRune(rs[i])
		}
	}
	end()
	return items
}

func isComma(r rune) bool { return r == ',' || r == '，' || r == '、' }

// splitAtAnd splits items that no wanted item reads as at the word "and", and
// drops one in front: "red, green and blue", "red, green, and blue".
func (m *marker) splitAtAnd(targets []target, given []string) []string {
	if m.exact {
		return given
	}
	var out []string
	for _, item := range given {
		fields := strings.Fields(item)
		if !slices.ContainsFunc(fields, m.isAnd) || m.isItem(targets, item) {
			out = append(out, item)
			continue
		}
		var parts []string
		start := 0
		for i := 0; i <= len(fields); i++ {
			if i == len(fields) || m.isAnd(fields[i]) {
				if i > start {
					parts = append(parts, strings.Join(fields[start:i], " "))
				}
				start = i + 1
			}
		}
		out = append(out, parts...)
	}
	return out[:min(len(out), maxItems)]
}

func (m *marker) isAnd(field string) bool {
	return field == "&" || slices.Contains(m.tongue.and, strings.ToLower(field))
}

// maxCompared is how many comparisons of a response item with a form of a
// wanted one may look for slips: 100 items with three forms each against 100.
const maxCompared = 30_000

// judgeAll returns the outcome of each response item for each wanted one. No
// slip is forgiven where that would take seconds, in lists that no learner
// types.
func (m *marker) judgeAll(targets []target, given []string) [][]outcome {
	forms := 0
	for _, t := range targets {
		forms += len(t.forms)
	}
	m.strict = forms*len(given) > maxCompared
	outcomes := make([][]outcome, len(targets))
	for i, t := range targets {
		outcomes[i] = make([]outcome, len(given))
		for g, text := range given {
			outcomes[i][g] = m.judge(t, text)
		}
	}
	return outcomes
}

// assign pairs wanted items with response items: as many Correct ones as there
// can be, then Close ones. It returns the response item of each wanted one, or
// -1.
func assign(outcomes [][]outcome) []int {
	pairing := make([]int, len(outcomes))
	for i := range pairing {
		pairing[i] = -1
	}
	for _, at := range []Verdict{Correct, Close} {
		for i := range outcomes {
			if pairing[i] < 0 {
				augment(outcomes, pairing, i, at, map[int]bool{})
			}
		}
	}
	return pairing
}

// augment finds a response item for wanted item i, moving others where that
// makes room.
func augment(outcomes [][]outcome, pairing []int, i int, at Verdict, tried map[int]bool) bool {
	for g, o := range outcomes[i] {
		if o.verdict > at || tried[g] {
			continue
		}
		tried[g] = true
		holder := slices.Index(pairing, g)
		if holder < 0 || augment(outcomes, pairing, holder, at, tried) {
			pairing[i] = g
			return true
		}
	}
	return false
}

// repeats reports whether response item g reads as a wanted item at all.
func repeats(outcomes [][]outcome, g int) bool {
	return slices.ContainsFunc(outcomes, func(row []outcome) bool { return row[g].verdict != Wrong })
}

// several records the share of right items: all is Correct, at least half is
// Close. A cap makes Correct a Close.
func (match *Match) several(right, need int, capped bool) {
	match.Points = float64(right) / float64(need)
	switch {
	case right == need && !capped:
		match.Verdict, match.Note = Correct, ""
	case 2*right >= need:
		match.Verdict = Close
	default:
		match.Verdict = Wrong
	}
	switch {
	case right < need:
		match.Note = fmt.Sprintf("%d of %d", right, need)
	case len(match.Extra) > 0:
		match.Note = fmt.Sprintf("%q does not belong", match.Extra[0])
	}
}

func joinGiven(given []string) string {
	shown := make([]string, len(given))
	for i, g := range given {
		shown[i] = display(g)
	}
	return strings.Join(shown, "; ")
}

// matchGaps marks the gaps of a cloze card in order.
func (m *marker) matchGaps(match *Match, response string) {
	answers := m.card.Answers()
	if len(answers) < 2 {
		m.matchOne(match, response)
		return
	}
	given := splitGaps(response)
	if m.tongue.isUnknown(m.read(response)) {
		given = nil
	}
	right, capped := 0, false
	for i, t := range m.targets(answers) {
		item := Item{Wanted: m.show(answers[i].Value), Verdict: Wrong}
		if i < len(given) {
			o := m.judge(t, given[i])
			item.Given, item.Verdict = display(given[i]), o.verdict
			if o.verdict != Wrong {
				right++
			}
			if o.verdict == Close {
				capped, match.Note, match.Form = true, o.note, o.form
			}
		}
		match.Items = append(match.Items, item)
	}
	for _, extra := range given[min(len(given), len(answers)):] {
		if extra != "" {
			match.Extra = append(match.Extra, display(extra))
		}
	}
	match.several(right, len(answers), capped || len(match.Extra) > 0)
	match.Given = joinGiven(given)
}

// splitGaps splits a response at ';' and keeps empty places. A backslash keeps
// a ';' inside a gap.
func splitGaps(s string) []string {
	const kept = "\x00"
	parts := strings.Split(strings.ReplaceAll(s, `\;`, kept), ";")
	for i, part := range parts {
		parts[i] = strings.TrimSpace(strings.ReplaceAll(part, kept, ";"))
	}
	return parts
}
