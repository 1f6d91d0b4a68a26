package answer

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"recto/decks"
)

// options are what a learner picks from, in the order of their letters.
type options struct {
	marker *marker
	values []decks.Value
}

// optionsOf returns the options of a task. An arrangement that is none of them
// all is left aside.
func (m *marker) optionsOf(t Task) options {
	values := t.Card.Options()
	if len(t.Order) != len(values) {
		return options{m, values}
	}
	arranged, taken := make([]decks.Value, len(values)), make([]bool, len(values))
	for i, index := range t.Order {
		if index < 0 || index >= len(values) || taken[index] {
			return options{m, values}
		}
		arranged[i], taken[index] = values[index], true
	}
	return options{m, arranged}
}

// pick is one option that a response named.
type pick struct {
	index   int // among the options as arranged
	verdict Verdict
	note    string // of a forgiven slip in its text
}

// read reads one option: a letter, or the text of an option, perhaps with a
// slip that no other option is as near to. A letter wins over a text of one
// letter.
func (o options) read(s string) (pick, error) {
	if i, ok := o.letter(s); ok {
		return pick{index: i, verdict: Correct}, nil
	}
	found := pick{index: -1, verdict: Wrong}
	for i := range o.values {
		got := o.marker.judge(o.target(i), s)
		if got.verdict < found.verdict {
			found = pick{index: i, verdict: got.verdict, note: got.note}
		}
	}
	if found.index < 0 {
		return found, o.unread(s)
	}
	return found, nil
}

// target prepares the text of option i, the other options beside it.
func (o options) target(i int) target {
	var others []string
	for j, v := range o.values {
		if j != i {
			others = append(others, v.Text)
		}
	}
	return o.marker.target(decks.Answer{Value: o.values[i]}, others)
}

// letter reads a letter as people write it: "b", "B", "(b)", "b)", "b.".
func (o options) letter(s string) (int, bool) {
	s = strings.Trim(lower(s), "().:[]\"' ")
	if len(s) != 1 || s[0] < 'a' || int(s[0]-'a') >= len(o.values) {
		return 0, false
	}
	return int(s[0] - 'a'), true
}

// unread is the error for a response that is no option.
func (o options) unread(s string) error {
	if len(o.values) == 0 {
		return errors.New("there is nothing to pick from")
	}
	last := string(rune('a' + len(o.values) - 1))
	if len([]rune(display(s))) == 1 {
		return fmt.Errorf("no option has the letter %q; answer with a to %s", display(s), last)
	}
	return fmt.Errorf("no option reads %q; answer with letters from a to %s", shorten(display(s)), last)
}

func shorten(s string) string {
	if rs := []rune(s); len(rs) > 40 {
		return string(rs[:40]) + "…"
	}
	return s
}

// readAll reads several options: letters with or without signs between, or
// texts with ';' between (',' too where no option has one).
func (o options) readAll(response string) ([]pick, error) {
	if whole, err := o.readText(response); err == nil {
		return []pick{whole}, nil
	}
	var answers []decks.Answer
	for _, v := range o.values {
		answers = append(answers, decks.Answer{Value: v})
	}
	items := o.marker.splitItems(response, o.marker.commasOf(answers))
	if len(items) > maxItems {
		return nil, fmt.Errorf("the response has %d items; at most %d are read", len(items), maxItems)
	}
	var picks []pick
	for _, item := range items {
		if p, err := o.readText(item); err == nil {
			picks = append(picks, p)
		}
	}
	if len(picks) > 0 && len(picks) == len(items) {
		return picks, nil
	}
	if picks, ok := o.letters(response); ok {
		return picks, nil
	}
	picks = nil
	for _, item := range items {
		p, err := o.read(item)
		if err != nil {
			return nil, err
		}
		picks = append(picks, p)
	}
	if len(picks) == 0 {
		return nil, o.unread(response)
	}
	return picks, nil
}

// readText reads the whole response as the text of one option of more than one
// letter.
func (o options) readText(response string) (pick, error) {
	given := o.marker.read(response)
	if len([]rune(given.raw)) > 1 {
		for i := range o.values {
			if o.marker.compare(o.target(i), given).verdict == Correct {
				return pick{index: i, verdict: Correct}, nil
			}
		}
	}
	return pick{}, o.unread(response)
}

// letters reads "a,c", "a c", "ac" and the like.
func (o options) letters(response string) ([]pick, bool) {
	var picks []pick
	fields := slices.DeleteFunc(strings.Fields(lower(response)), o.marker.isAnd)
	for _, r := range strings.Join(fields, " ") {
		if strings.ContainsRune(" ,;.()+&>-/", r) {
			continue
		}
		i, ok := o.letter(string(r))
		if !ok {
			return nil, false
		}
		picks = append(picks, pick{index: i, verdict: Correct})
	}
	return picks, len(picks) > 0 && len(picks) <= maxItems
}

func (o options) show(i int) string { return o.marker.show(o.values[i]) }

// matchChoice marks the one option that was picked.
func (m *marker) matchChoice(t Task, match *Match, response string) error {
	o := m.optionsOf(t)
	picks, err := o.readAll(response)
	if err != nil && m.tongue.isUnknown(m.read(response)) {
		match.one(wrong)
		return nil
	}
	if err != nil {
		near, all := o.alternatives(response), o.isNear(response)
		if near || all {
			match.one(outcome{verdict: Wrong, note: "as near to another option"})
			if near {
				match.Note = "two different answers"
			}
			return nil
		}
		return err
	}
	for _, p := range picks[1:] {
		if p.index != picks[0].index {
			match.one(outcome{verdict: Wrong, note: "two different answers"})
			return nil
		}
	}
	match.Given = o.show(picks[0].index)
	answers := m.card.Answers()
	if len(answers) == 0 || o.values[picks[0].index] != answers[0].Value {
		match.one(wrong)
		return nil
	}
	if picks[0].verdict == Close {
		match.Given = display(response)
	}
	match.one(outcome{verdict: picks[0].verdict, note: picks[0].note})
	return nil
}

// alternatives reports whether a response offers several options at once.
func (o options) alternatives(response string) bool {
	parts := o.marker.alternatives(target{}, o.marker.read(response))
	for _, part := range parts {
		if _, err := o.read(part); err != nil {
			return false
		}
	}
	return len(parts) > 1
}

// isNear reports whether a response is a slip of an option, so that it was
// read although it is as near to another.
func (o options) isNear(response string) bool {
	given := o.marker.read(response)
	if len(given.raw) > maxSlips {
		return false
	}
	return slices.ContainsFunc(o.values, func(v decks.Value) bool {
		return o.marker.tongue.slipOf(o.marker.read(plain(v.Text)), given).found
	})
}

// matchMultiple marks the options that were picked among several.
func (m *marker) matchMultiple(t Task, match *Match, response string) error {
	o := m.optionsOf(t)
	answers := m.card.Answers()
	picks, err := o.readAll(response)
	if err != nil && m.tongue.isUnknown(m.read(response)) || len(answers) == 0 {
		match.one(wrong)
		match.Items = m.missingItems()
		return nil
	}
	if err != nil {
		return err
	}
	picked := map[int]pick{}
	var shown []string
	for i := range o.values {
		for _, p := range picks {
			if _, twice := picked[i]; p.index == i && !twice {
				picked[i] = p
				shown = append(shown, o.show(i))
			}
		}
	}
	right, capped := 0, false
	for _, a := range answers {
		item := Item{Wanted: m.show(a.Value), Verdict: Wrong}
		i := slices.Index(o.values, a.Value)
		if p, ok := picked[i]; ok && i >= 0 {
			item.Given, item.Verdict = item.Wanted, p.verdict
			right++
			capped = capped || p.verdict == Close
			match.Note = p.note
			delete(picked, i)
		}
		match.Items = append(match.Items, item)
	}
	for i := range o.values {
		if _, ok := picked[i]; ok {
			match.Extra = append(match.Extra, o.show(i))
		}
	}
	match.several(right, len(answers), capped || len(picked) > 0)
	match.Points = max(0, float64(right-len(picked))/float64(len(answers)))
	match.Given = strings.Join(shown, "; ")
	return nil
}

// matchTrueFalse marks a response to a statement.
func (m *marker) matchTrueFalse(match *Match, response string) error {
	said := strings.TrimRight(lower(response), ".!")
	parts := strings.Fields(strings.NewReplacer("/", " ", ",", " ").Replace(said))
	parts = slices.DeleteFunc(parts, m.isOr)
	var truth []bool
	for _, part := range parts {
		switch {
		case slices.Contains(m.tongue.yes, part) || slices.Contains(tongues["en"].yes, part):
			truth = append(truth, true)
		case slices.Contains(m.tongue.no, part) || slices.Contains(tongues["en"].no, part):
			truth = append(truth, false)
		}
	}
	answers := m.card.Answers()
	switch {
	case m.tongue.isUnknown(m.read(response)):
		match.one(wrong)
	case len(truth) == 0 || len(truth) != len(parts) || len(answers) == 0:
		return fmt.Errorf("%q is neither true nor false; answer with t or f", shorten(display(response)))
	case slices.Contains(truth, true) && slices.Contains(truth, false):
		match.one(outcome{verdict: Wrong, note: "two different answers"})
	default:
		match.Given = strconv.FormatBool(truth[0])
		o := wrong
		if match.Given == answers[0].Text {
			o = outcome{verdict: Correct}
		}
		match.one(o)
	}
	return nil
}
