package stats

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"recto/decks"
)

// answers finds the cards that a text is the answer of.
type answers map[string][]*entry

// answers reads the answers of all cards; none when nobody asks for them.
func (b *book) answers(asked bool) answers {
	all := answers{}
	if !asked {
		return all
	}
	for i := range b.entries {
		e := &b.entries[i]
		if e.gone {
			continue
		}
		for _, text := range b.answerTexts(e) {
			key := b.fold.key(text)
			if known := all[key]; telling(key) && (len(known) == 0 || known[len(known)-1] != e) {
				all[key] = append(known, e)
			}
		}
	}
	return all
}

// telling reports whether a text says whose answer it is: a number of one or
// two digits is the answer to anything.
func telling(key string) bool {
	for _, r := range key {
		if !unicode.IsDigit(r) {
			return true
		}
	}
	return utf8.RuneCountInString(key) > 2
}

// answerTexts returns what is right for a card that wants one thing.
func (b *book) answerTexts(e *entry) []string {
	if e.card == nil {
		if said := b.lastSeen(e.id); said != nil && len(said.Gaps) == 0 && len(said.Answers) == 1 {
			s := b.subject(e)
			return []string{s.Answer}
		}
		return nil
	}
	switch e.card.Kind() {
	case decks.Short, decks.Number, decks.Date, decks.Choice, decks.Cloze:
	default:
		return nil
	}
	wanted := e.card.Answers()
	if len(wanted) != 1 {
		return nil
	}
	texts := []string{plain(e.card.Shown())}
	for _, v := range append([]decks.Value{wanted[0].Value}, wanted[0].Accept...) {
		texts = append(texts, plain(v.Show(e.card.Language())))
	}
	return texts
}

// of returns the card that a wrong response to another one is the answer of:
// of the same deck before others, in the order of the decks; nil when there is
// none.
func (a answers) of(key string, wrong *entry) *entry {
	var best *entry
	for _, e := range a[key] {
		if e.id.Deck == wrong.id.Deck && e.id.Question == wrong.id.Question {
			continue
		}
		if e.id.Deck == wrong.id.Deck {
			return e
		}
		if best == nil {
			best = e
		}
	}
	return best
}

// pairs counts cards that were taken for each other.
type pairs map[[2]*entry]*[2]int

func newPairs() pairs { return pairs{} }

// count counts that the answer of other was given to wrong.
func (p pairs) count(wrong, other *entry, times int) {
	pair, way := [2]*entry{wrong, other}, 0
	if compareIDs(wrong.id, other.id) > 0 {
		pair, way = [2]*entry{other, wrong}, 1
	}
	if p[pair] == nil {
		p[pair] = &[2]int{}
	}
	p[pair][way] += times
}

// mixups returns the pairs, those that were mixed up most often first.
func (p pairs) mixups(b *book) []Mixup {
	type counted struct {
		pair [2]*entry
		n    [2]int
	}
	var all []counted
	for pair, n := range p {
		all = append(all, counted{pair, *n})
	}
	slices.SortFunc(all, func(x, y counted) int {
		return cmp.Or(cmp.Compare(y.n[0]+y.n[1], x.n[0]+x.n[1]),
			compareIDs(x.pair[0].id, y.pair[0].id), compareIDs(x.pair[1].id, y.pair[1].id))
	})
	list := []Mixup{}
	for _, c := range all[:min(len(all), maxConfusions)] {
		list = append(list, Mixup{A: b.subject(c.pair[0]), B: b.subject(c.pair[1]), Times: c.n[0] + c.n[1], BForA: c.n[0], AForB: c.n[1]})
	}
	return list
}
