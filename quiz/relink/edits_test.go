package relink_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"recto/decks"
)

// edit is a kind of edit. do edits the world and returns what should become of
// the history of cards: where it should be, or nowhere.
type edit struct {
	name string
	want verdict
	do   func(w *world) (result, bool)
}

// verdict says what an edit should come to.
type verdict uint8

const (
	carry  verdict = iota // the history must be with the edited question
	may                   // with that part of it that is clearly the same, or nowhere
	refuse                // it must not be carried
)

// result is what an edit did: the cards that were known, and for each the one
// it should be now; the zero id where there is none.
type result struct {
	cards map[decks.CardID]decks.CardID
	text  string // what was edited, for people
}

// edits are the kinds, as authors make them.
func edits() []edit {
	return []edit{
		{"typo", carry, ofText(nil, typo)},
		{"rewording", carry, ofText(nil, reword)},
		{"added word", carry, ofText(nil, addWord)},
		{"punctuation", carry, ofText(nil, punctuate)},
		{"answer mended", carry, mendAnswer},
		{"typo and answer mended", carry, mendBoth},
		{"reordered file", carry, reorder},
		{"id added", carry, addID(nil)},
		{"id added, typo", carry, addID(typo)},
		{"gap inserted", carry, insertGap},
		{"labels renumbered", carry, renumber},
		{"file renamed", carry, rename},
		{"question moved", carry, moveQuestion},
		{"split", may, split},
		{"merged", may, merge},
		{"another country", refuse, ofText(nil, otherCountry)},
		{"another country, answer too", refuse, ofText(otherAnswer, otherCountry)},
		{"another number", refuse, ofText(nil, otherNumber)},
		{"another number, answer too", refuse, ofText(otherAnswer, otherNumber)},
		{"another name", refuse, ofText(nil, otherName)},
		{"negated", refuse, ofText(nil, negate)},
		{"its opposite", refuse, ofText(nil, oppose)},
		{"deleted beside a similar one", refuse, deleteBeside},
		{"another question on the same", refuse, ofText(otherAnswer, askOther)},
		{"gaps swapped", refuse, swapGaps},
		{"id changed", refuse, changeID},
	}
}

// ofText makes an edit of a change of the text of one question, and perhaps of
// its answer.
func ofText(answer func(*rand.Rand, *decks.Question), change func(*rand.Rand, string) string) func(*world) (result, bool) {
	return func(w *world) (result, bool) {
		var text string
		q := w.pick(func(q *decks.Question) bool {
			if answer != nil && (q.Kind == decks.Cloze || q.Kind == decks.TrueFalse) {
				return false
			}
			text = change(w.rng, textOf(q))
			return text != "" && text != textOf(q)
		})
		if q == nil {
			return result{}, false
		}
		c := *q
		if !setText(&c, text) {
			return result{}, false
		}
		if answer != nil {
			answer(w.rng, &c)
		}
		identify(&c)
		return w.replace(q, &c, "")
	}
}

// replace puts a question in the place of another one, and answers the faces
// of the same name.
func (w *world) replace(q, c *decks.Question, note string) (result, bool) {
	if slices.ContainsFunc(w.now[0].Questions, func(o *decks.Question) bool { return o != q && o.ID == c.ID }) {
		return result{}, false
	}
	w.add(c, w.remove(q))
	r := result{cards: map[decks.CardID]decks.CardID{}, text: textOf(q) + " -> " + textOf(c) + note}
	for _, card := range q.Cards() {
		r.cards[card.ID] = decks.CardID{Deck: c.Deck.ID, Question: c.ID, Face: card.Face}
	}
	return r, true
}

func textOf(q *decks.Question) string {
	if q.Kind == decks.Cloze {
		return q.Text
	}
	return q.Ask
}

// setText gives a question another text; false when its gaps cannot be read.
func setText(q *decks.Question, text string) bool {
	if q.Kind != decks.Cloze {
		q.Ask = text
		return strings.TrimSpace(text) != ""
	}
	gaps, err := decks.ParseGaps(text)
	if err != nil || len(gaps) != len(q.Gaps) {
		return false
	}
	for i := range gaps {
		gaps[i].Accept = q.Gaps[i].Accept
	}
	q.Text, q.Gaps = text, gaps
	return true
}

// mendAnswer corrects an answer or a gap: the id stays what it was.
func mendAnswer(w *world) (result, bool) {
	q := w.pick(nil)
	if q == nil {
		return result{}, false
	}
	c := *q
	if q.Kind == decks.Cloze {
		g := q.Gaps[w.rng.IntN(len(q.Gaps))]
		at := strings.Index(q.Text[g.Start:g.End], g.Text)
		if at < 0 || !setText(&c, q.Text[:g.Start+at]+g.Text+" X"+q.Text[g.Start+at+len(g.Text):]) {
			return result{}, false
		}
	} else {
		otherAnswer(w.rng, &c)
		c.Reverse = q.Reverse
	}
	identify(&c)
	return w.replace(q, &c, " (answer)")
}

// mendBoth corrects a slip in the question and one in the answer at once.
func mendBoth(w *world) (result, bool) {
	q := w.pick(func(q *decks.Question) bool {
		return q.Kind == decks.Short && len(q.Answers[0].Text) > 6 && len(strings.Fields(q.Ask)) > 4
	})
	if q == nil {
		return result{}, false
	}
	c := *q
	c.Ask = typo(w.rng, q.Ask)
	c.Answers = slices.Clone(q.Answers)
	r := []rune(c.Answers[0].Text)
	i := 1 + w.rng.IntN(len(r)-1)
	c.Answers[0].Text = string(slices.Insert(r, i, r[i]))
	if w.rng.IntN(2) == 0 {
		c.Answers[0].Text = q.Answers[0].Text + " (in full)"
	}
	if c.Ask == q.Ask || c.Ask == "" || strings.ContainsAny(q.Answers[0].Text, "0123456789") {
		return result{}, false
	}
	identify(&c)
	return w.replace(q, &c, " (answer "+c.Answers[0].Text+")")
}

// otherAnswer gives a question an answer of the same kind that is another one.
func otherAnswer(rng *rand.Rand, q *decks.Question) {
	q.Answers = slices.Clone(q.Answers)
	q.Reverse = nil
	a := &q.Answers[0]
	switch {
	case q.Kind == decks.TrueFalse:
		a.Text = map[string]string{"true": "false", "false": "true"}[a.Text]
	case strings.Trim(a.Text, "0123456789.") == "":
		a.Text = fmt.Sprint(rng.IntN(90_000) + 11)
	default:
		a.Text = []string{"Lagos", "the second one", "a committee", "copper", "Anna Karenina", "trust", "the sea"}[rng.IntN(7)]
	}
	a.Accept = nil
	if len(q.Answers) > 1 {
		q.Answers = q.Answers[:1]
	}
}

// reorder shuffles the file.
func reorder(w *world) (result, bool) {
	q := w.pick(nil)
	if q == nil {
		return result{}, false
	}
	w.rng.Shuffle(len(w.now[0].Questions), func(i, j int) {
		all := w.now[0].Questions
		all[i], all[j] = all[j], all[i]
	})
	return same(q), true
}

// same is the result of an edit that changes no id.
func same(q *decks.Question) result {
	r := result{cards: map[decks.CardID]decks.CardID{}, text: textOf(q)}
	for _, c := range q.Cards() {
		r.cards[c.ID] = c.ID
	}
	return r
}

// addID writes an id, perhaps beside another edit.
func addID(change func(*rand.Rand, string) string) func(*world) (result, bool) {
	return func(w *world) (result, bool) {
		q := w.pick(nil)
		if q == nil {
			return result{}, false
		}
		c := *q
		if change != nil && !setText(&c, change(w.rng, textOf(q))) {
			return result{}, false
		}
		c.ID, c.Derived = fmt.Sprintf("written-%d", w.rng.IntN(1_000_000)), false
		return w.replace(q, &c, " (id)")
	}
}

// insertGap makes a gap of a word before the others: labels move up.
func insertGap(w *world) (result, bool) {
	q := w.pick(func(q *decks.Question) bool {
		return q.Kind == decks.Cloze && !strings.Contains(q.Text, "{{c") && wordRE.MatchString(q.Text[:q.Gaps[0].Start])
	})
	if q == nil {
		return result{}, false
	}
	m := wordRE.FindAllStringIndex(q.Text[:q.Gaps[0].Start], -1)
	at := m[w.rng.IntN(len(m))]
	text := q.Text[:at[0]] + "{{" + q.Text[at[0]:at[1]] + "}}" + q.Text[at[1]:]
	gaps, err := decks.ParseGaps(text)
	if err != nil {
		return result{}, false
	}
	c := *q
	c.Text, c.Gaps = text, gaps
	identify(&c)
	r, ok := w.replace(q, &c, "")
	for from, to := range r.cards {
		var label int
		fmt.Sscanf(string(from.Face), "c%d", &label)
		to.Face = decks.ClozeFace(label + 1)
		r.cards[from] = to
	}
	return r, ok
}

// renumber gives the gaps other labels in their places.
func renumber(w *world) (result, bool) {
	q := w.pick(func(q *decks.Question) bool {
		return q.Kind == decks.Cloze && strings.Contains(q.Text, "{{c1::") && strings.Contains(q.Text, "{{c2::")
	})
	if q == nil {
		return result{}, false
	}
	c := *q
	if !setText(&c, strings.NewReplacer("{{c1::", "{{c2::", "{{c2::", "{{c1::").Replace(q.Text)) {
		return result{}, false
	}
	identify(&c)
	r, ok := w.replace(q, &c, "")
	for from, to := range r.cards {
		to.Face = map[decks.Face]decks.Face{"c1": "c2", "c2": "c1"}[to.Face]
		if to.Face == "" {
			to.Face = from.Face
		}
		r.cards[from] = to
	}
	return r, ok
}

// rename gives the file, and so the deck, another name.
func rename(w *world) (result, bool) {
	q := w.pick(nil)
	if q == nil {
		return result{}, false
	}
	d := w.now[0]
	d.ID += "-renamed"
	w.path[d] = "/decks/" + d.ID + ".toml"
	r := same(q)
	for from, to := range r.cards {
		was := from
		was.Deck = strings.TrimSuffix(from.Deck, "-renamed")
		delete(r.cards, from)
		r.cards[was] = to
	}
	return r, true
}

// moveQuestion moves a question to another deck.
func moveQuestion(w *world) (result, bool) {
	q := w.pick(nil)
	if q == nil {
		return result{}, false
	}
	if len(w.now) == 1 {
		other := *w.now[0]
		other.ID, other.Questions = "other", nil
		w.now = append(w.now, &other)
		w.path[&other] = "/decks/other.toml"
	}
	w.remove(q)
	c := *q
	c.Deck = w.now[1]
	w.now[1].Questions = append(w.now[1].Questions, &c)
	r := same(q)
	for from, to := range r.cards {
		to.Deck = "other"
		r.cards[from] = to
	}
	return r, true
}

// split makes two questions of one: the first with its answer, the second with
// another.
func split(w *world) (result, bool) {
	q := w.pick(func(q *decks.Question) bool { return q.Kind == decks.Short && len(strings.Fields(q.Ask)) > 8 })
	if q == nil {
		return result{}, false
	}
	words := strings.Fields(q.Ask)
	half := len(words)*2/3 + 1
	first, second := *q, *q
	first.Ask = strings.Join(words[:half], " ") + "?"
	// The other half, with another answer.
	second.Ask = words[0] + " " + strings.Join(words[len(words)-half:], " ")
	identify(&first)
	identify(&second)
	otherAnswer(w.rng, &second)
	r, ok := w.replace(q, &first, " + "+second.Ask)
	return r, ok && w.add(&second, 0)
}

// merge makes one question of two, with the answer of both.
func merge(w *world) (result, bool) {
	short := func(q *decks.Question) bool { return q.Kind == decks.Short && q.Reverse == nil }
	a := w.pick(short)
	b := w.pick(short)
	if a == nil || b == nil {
		return result{}, false
	}
	c := *a
	c.Ask = strings.TrimSuffix(a.Ask, "?") + ", and " + strings.ToLower(b.Ask[:1]) + b.Ask[1:]
	c.Answers = append(slices.Clone(a.Answers), b.Answers...)
	c.Kind = decks.List
	identify(&c)
	w.remove(b)
	r, ok := w.replace(a, &c, "")
	for from := range r.cards { // neither of the two is what is asked now
		r.cards[from] = decks.CardID{}
	}
	r.cards[b.Cards()[0].ID] = decks.CardID{}
	return r, ok
}

// deleteBeside deletes a question; the one most like it in the deck is new.
func deleteBeside(w *world) (result, bool) {
	q := w.pick(nil)
	if q == nil {
		return result{}, false
	}
	var near *decks.Question
	best := -1
	for _, o := range w.now[0].Questions {
		if n := inCommon(textOf(q), textOf(o)); o != q && !w.used[o.ID] && n > best {
			near, best = o, n
		}
	}
	if near == nil {
		return result{}, false
	}
	w.used[near.ID] = true
	for _, c := range near.Cards() { // as if it had just been written
		delete(w.progress, c.ID)
	}
	w.remove(q)
	r := same(q)
	for from := range r.cards {
		r.cards[from] = decks.CardID{}
	}
	r.text += " / " + textOf(near)
	return r, true
}

func inCommon(a, b string) int {
	n := 0
	for _, w := range strings.Fields(a) {
		if slices.Contains(strings.Fields(b), w) {
			n++
		}
	}
	return n
}

// swapGaps lets two gaps change their texts: each place asks for another fact.
func swapGaps(w *world) (result, bool) {
	q := w.pick(func(q *decks.Question) bool {
		return q.Kind == decks.Cloze && len(q.Gaps) > 1 && q.Gaps[0].Text != q.Gaps[1].Text && q.Gaps[0].Hint+q.Gaps[1].Hint == ""
	})
	if q == nil {
		return result{}, false
	}
	a, b := q.Gaps[0], q.Gaps[1]
	swap := func(g decks.Gap, text string) string { return strings.Replace(q.Text[g.Start:g.End], g.Text, text, 1) }
	c := *q
	if !setText(&c, q.Text[:a.Start]+swap(a, b.Text)+q.Text[a.End:b.Start]+swap(b, a.Text)+q.Text[b.End:]) {
		return result{}, false
	}
	identify(&c)
	return w.replace(q, &c, "")
}

// changeID is the author's way to say that it is another question.
func changeID(w *world) (result, bool) {
	q := w.pick(func(q *decks.Question) bool { return !q.Derived })
	if q == nil {
		return result{}, false
	}
	c := *q
	c.ID += "-2"
	return w.replace(q, &c, " (id)")
}
