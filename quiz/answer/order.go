package answer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"recto/decks"
)

// matchOrder marks items that were put in order: those in their right place
// count.
func (m *marker) matchOrder(t Task, match *Match, response string) error {
	answers := m.card.Answers()
	o := m.optionsOf(t)
	picks, err := o.readOrder(response, answers)
	if err != nil && m.tongue.isUnknown(m.read(response)) || len(answers) == 0 {
		match.one(wrong)
		match.Items = m.missingItems()
		return nil
	}
	if err != nil {
		return err
	}
	right, capped := 0, false
	var shown []string
	for i, a := range answers {
		item := Item{Wanted: m.show(a.Value), Verdict: Wrong}
		if i < len(picks) {
			item.Given = o.show(picks[i].index)
			shown = append(shown, item.Given)
			if o.values[picks[i].index] == a.Value {
				item.Verdict = picks[i].verdict
				right++
			}
			if item.Verdict == Close {
				capped, match.Note = true, picks[i].note
			}
		}
		match.Items = append(match.Items, item)
	}
	match.several(right, len(answers), capped)
	match.Given = strings.Join(shown, "; ")
	return nil
}

// readOrder reads letters or texts, each item at most once. What an item
// accepts counts as its text.
func (o options) readOrder(response string, answers []decks.Answer) ([]pick, error) {
	picks, ok := o.letters(response)
	if !ok {
		targets := make([]target, len(o.values))
		for i, v := range o.values {
			targets[i] = o.target(i)
			for _, a := range answers {
				if a.Value == v {
					targets[i].forms = o.marker.forms(a, "")
				}
			}
		}
		items := o.marker.splitItems(response, o.marker.commasOf(answers))
		if len(items) > maxItems {
			return nil, fmt.Errorf("the response has %d items; at most %d are read", len(items), maxItems)
		}
		for _, item := range items {
			p, err := o.readItem(targets, item)
			if err != nil {
				return nil, err
			}
			picks = append(picks, p)
		}
	}
	seen := map[int]bool{}
	for _, p := range picks {
		if seen[p.index] {
			return nil, fmt.Errorf("%q stands twice; name each item once", o.show(p.index))
		}
		seen[p.index] = true
	}
	return picks, nil
}

func (o options) readItem(targets []target, item string) (pick, error) {
	if i, ok := o.letter(item); ok {
		return pick{index: i, verdict: Correct}, nil
	}
	found := pick{index: -1, verdict: Wrong}
	for i, t := range targets {
		if got := o.marker.judge(t, item); got.verdict < found.verdict {
			found = pick{index: i, verdict: got.verdict, note: got.note}
		}
	}
	if found.index < 0 {
		return found, o.unread(item)
	}
	return found, nil
}

// matchPairs marks pairs of a number on the left and a letter on the right.
func (m *marker) matchPairs(t Task, match *Match, response string) error {
	answers := m.card.Answers()
	lefts := m.card.Question.Lefts
	if m.tongue.isUnknown(m.read(response)) || len(answers) == 0 {
		match.one(wrong)
		match.Items = m.missingItems()
		return nil
	}
	o := m.optionsOf(t)
	pairs, err := o.readPairs(response, min(len(lefts), len(answers)))
	if err != nil {
		return err
	}
	right, capped := 0, false
	var shown []string
	for i, a := range answers {
		item := Item{Wanted: m.show(a.Value), Verdict: Wrong}
		if i < len(lefts) {
			item.Wanted = m.show(lefts[i]) + " = " + item.Wanted
		}
		if p, ok := pairs[i]; ok {
			item.Given = o.show(p.index)
			if o.values[p.index] == a.Value {
				item.Verdict = p.verdict
				right++
				capped = capped || p.verdict == Close
			}
			item.Given = m.show(lefts[i]) + " = " + item.Given
			shown = append(shown, item.Given)
		}
		match.Items = append(match.Items, item)
	}
	match.several(right, len(answers), capped)
	match.Given = strings.Join(shown, "; ")
	return nil
}

// readPairs reads "1c 2a", "1-c, 2-a", "1:c" and, with ';' between, a number
// and the text of its partner. It returns the partner of each left item, from
// 0.
func (o options) readPairs(response string, lefts int) (map[int]pick, error) {
	found := map[int]pick{}
	add := func(number string, p pick) error {
		n, err := strconv.Atoi(number)
		switch {
		case err != nil || n < 1 || n > lefts:
			return fmt.Errorf("there is no item %s on the left; number the pairs 1 to %d", shorten(number), lefts)
		case hasKey(found, n-1):
			return fmt.Errorf("%d is paired twice; name each number once", n)
		}
		found[n-1] = p
		return nil
	}
	if parts, ok := pairTokens(response); ok {
		for _, part := range parts {
			i, ok := o.letter(part[1])
			if !ok {
				return nil, o.unread(part[1])
			}
			if err := add(part[0], pick{index: i, verdict: Correct}); err != nil {
				return nil, err
			}
		}
		return found, nil
	}
	items := o.marker.splitItems(response, noCommas)
	if len(items) > maxItems {
		return nil, fmt.Errorf("the response has %d items; at most %d are read", len(items), maxItems)
	}
	for _, item := range items {
		number, text := digits(variants(item))
		if text = strings.TrimLeft(text, " -:=.)>"); number == "" || text == "" {
			return nil, fmt.Errorf("%q is no pair; write pairs such as 1c 2a", shorten(display(item)))
		}
		p, err := o.read(text)
		if err != nil {
			return nil, err
		}
		if err := add(number, p); err != nil {
			return nil, err
		}
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("%q is no pair; write pairs such as 1c 2a", shorten(display(response)))
	}
	return found, nil
}

func hasKey(m map[int]pick, key int) bool {
	_, ok := m[key]
	return ok
}

// pairTokens splits a response into numbers and letters that alternate: a
// number and its letter each.
func pairTokens(response string) ([][2]string, bool) {
	var tokens []string
	for _, field := range strings.FieldsFunc(lower(response), func(r rune) bool { return strings.ContainsRune(" ,;-:=.)(>", r) }) {
		for field != "" {
			number, rest := digits(field)
			if number == "" {
				number, rest = field[:1], field[1:]
			}
			tokens = append(tokens, number)
			field = rest
		}
	}
	if len(tokens) == 0 || len(tokens)%2 != 0 || len(tokens) > 2*maxItems {
		return nil, false
	}
	var pairs [][2]string
	for pair := range slices.Chunk(tokens, 2) {
		number, letter := pair[0], pair[1]
		if number[0] >= 'a' && number[0] <= 'z' {
			number, letter = letter, number
		}
		if number[0] < '0' || number[0] > '9' || len(letter) != 1 || letter[0] < 'a' || letter[0] > 'z' {
			return nil, false
		}
		pairs = append(pairs, [2]string{number, letter})
	}
	return pairs, true
}
