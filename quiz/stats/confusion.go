package stats

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"recto/decks"
	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/answer"
)

// Confusion is a wrong answer to a card, and how often it was given.
type Confusion struct {
	Card     Subject `json:"card"`
	Response string  `json:"response"` // as it was given last, on one line
	Times    int     `json:"times"`
	Last     Date    `json:"last"`
	// AnswerOf is the card that it would have been right for, null when it is
	// the answer of none: first of the same deck, then of the others.
	AnswerOf *Subject `json:"answer_of"`
}

// Mixup is two cards of which one was given the answer of the other.
type Mixup struct {
	A     Subject `json:"a"`
	B     Subject `json:"b"`
	Times int     `json:"times"` // both ways together
	BForA int     `json:"b_for_a"`
	AForB int     `json:"a_for_b"`
}

// Bounds of what is kept and told.
const (
	maxWrong      = 200_000 // different wrong answers; of more, only those known are counted on
	maxResponse   = 200     // bytes of one
	maxItems      = 50      // of a response to a card that wants several
	maxUnknown    = 40      // bytes of one that may say that the learner does not know
	maxConfusions = 100
)

// wrongKey is a response to the card of a number, its looks folded a little.
type wrongKey struct {
	card int32
	text string
}

// wrong is how often one response was given.
type wrong struct {
	times int
	last  quiz.Day
	said  string
}

// isWrong reports whether a review tells of a confusion: its answer was given
// and wrong, and the learner did not overrule that.
func isWrong(r *quiz.ReviewBody) bool {
	return r.Match == "wrong" && r.Response != "" && r.Rating < quiz.Good
}

func (c *Counter) countWrong(card int32, r *quiz.ReviewBody) {
	said := r.Response
	if len(said) > maxResponse {
		said = strings.ToValidUTF8(said[:maxResponse], "") + "…"
	}
	key := wrongKey{card, strings.ToLower(said)}
	w := c.wrongs[key]
	if w == nil {
		if len(c.wrongs) >= maxWrong {
			return
		}
		key.text = strings.Clone(key.text)
		w = &wrong{}
		c.wrongs[key] = w
	}
	w.times++
	if w.last = r.Day; w.said != said {
		w.said = strings.Clone(said) // it may be part of a whole line
	}
}

// confusions returns the wrong answers that were given most often, and the
// pairs of cards that were taken for each other.
func (b *book) confusions() ([]Confusion, []Mixup) {
	type found struct {
		entry *entry
		key   string
		wrong wrong
	}
	merged := map[wrongKey]*found{}
	for _, at := range b.wrongKeys() {
		w := b.counter.wrongs[at]
		i, ok := b.index[b.counter.cards[at.card].id]
		if !ok || b.entries[i].gone {
			continue
		}
		e := &b.entries[i]
		for _, item := range b.wrongItems(e, w.said) {
			key := wrongKey{at.card, b.fold.key(item)}
			f := merged[key]
			if f == nil {
				f = &found{entry: e, key: key.text}
				merged[key] = f
			}
			f.wrong.times += w.times
			if w.last >= f.wrong.last {
				f.wrong.last, f.wrong.said = w.last, item
			}
		}
	}
	all := slices.Collect(maps.Values(merged))
	slices.SortFunc(all, func(x, y *found) int {
		return cmp.Or(cmp.Compare(y.wrong.times, x.wrong.times), cmp.Compare(y.wrong.last, x.wrong.last),
			compareIDs(x.entry.id, y.entry.id), cmp.Compare(x.key, y.key))
	})
	list := []Confusion{}
	pairs := newPairs()
	answers := b.answers(len(all) > 0)
	for i, f := range all {
		other := answers.of(f.key, f.entry)
		if other != nil {
			pairs.count(f.entry, other, f.wrong.times)
		}
		if i >= maxConfusions {
			continue
		}
		one := Confusion{Card: b.subject(f.entry), Response: plainResponse(f.wrong.said), Times: f.wrong.times, Last: Date(f.wrong.last)}
		if other != nil {
			s := b.subject(other)
			one.AnswerOf = &s
		}
		list = append(list, one)
	}
	return list, pairs.mixups(b)
}

// wrongKeys returns the keys of the wrong answers in an order.
func (b *book) wrongKeys() []wrongKey {
	return slices.SortedFunc(maps.Keys(b.counter.wrongs), func(x, y wrongKey) int {
		return cmp.Or(cmp.Compare(x.card, y.card), cmp.Compare(x.text, y.text))
	})
}

func plainResponse(s string) string {
	return clip(strings.Join(strings.Fields(markup.OneLine(s)), " "))
}

// wrongItems returns what of a wrong response is wrong: the items that are not
// wanted where a card wants several, else all of it. What says nothing is left
// out: signs alone, that the learner does not know, and the letters of options,
// whose order is not known any more.
func (b *book) wrongItems(e *entry, said string) []string {
	items, right, options := []string{said}, map[string]bool{}, map[string]bool{}
	if e.card != nil {
		if len(said) < maxUnknown && answer.IsUnknown(*e.card, said) {
			return nil
		}
		for _, o := range e.card.Options() {
			options[b.fold.key(plain(o.Show(e.card.Language())))] = true
		}
		switch e.card.Kind() {
		case decks.TrueFalse:
			return []string{opposite(e.card)}
		case decks.Multiple, decks.List, decks.Match:
			items, right = splitItems(e.card, said), b.wanted(e.card)
		}
	}
	var wrong []string
	for _, item := range items[:min(len(items), maxItems)] {
		key := b.fold.key(item)
		if key == "" || right[key] || len(options) > 0 && !options[key] && letters(item, len(options)) {
			continue
		}
		wrong = append(wrong, item)
	}
	return wrong
}

// opposite returns the wrong answer to a statement.
func opposite(c *decks.Card) string {
	if answers := c.Answers(); len(answers) > 0 && answers[0].Text == "true" {
		return "false"
	}
	return "true"
}

// splitItems splits the response to a card that wants several items.
func splitItems(c *decks.Card, said string) []string {
	parts := strings.FieldsFunc(said, func(r rune) bool { return r == ';' || r == '\n' })
	if len(parts) == 1 && c.Kind() == decks.List {
		parts = strings.FieldsFunc(said, func(r rune) bool { return r == ',' })
	}
	return parts
}

// wanted returns the keys of everything that is right for a card: the texts of
// its answers, and of pairs both sides.
func (b *book) wanted(c *decks.Card) map[string]bool {
	right := map[string]bool{}
	language := c.Language()
	for i, a := range c.Answers() {
		for _, v := range append([]decks.Value{a.Value}, a.Accept...) {
			shown := plain(v.Show(language))
			if lefts := c.Question.Lefts; c.Kind() == decks.Match && i < len(lefts) {
				shown = plain(lefts[i].Show(language)) + " = " + shown
			}
			right[b.fold.key(shown)] = true
		}
	}
	return right
}

// letters reports whether a response reads as letters of the first n options.
func letters(s string, n int) bool {
	some := false
	for _, r := range strings.ToLower(s) {
		switch {
		case unicode.IsSpace(r), unicode.IsPunct(r):
		case r >= 'a' && int(r-'a') < n, unicode.IsDigit(r):
			some = true
		default:
			return false
		}
	}
	return some
}
