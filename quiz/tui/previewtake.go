package tui

import (
	"reflect"

	tea "charm.land/bubbletea/v2"

	"recto/decks"
)

// take shows a new edition: the card that was on screen, as it is now, or the
// first question that changed when that is another one. What an editor left
// that was opened here keeps its card.
func (v *viewer) take(e Edition) tea.Cmd {
	if e.Number < v.edition.Number {
		return nil
	}
	was, had := v.card()
	before := v.edition
	v.edition = e
	v.number++
	changed := changes(before.Questions, e.Questions)
	v.index()
	if v.window.Panel != nil && v.window.Panel.Passing {
		v.window.Panel = nil
	}
	if len(changed) == 0 && len(before.Questions) == len(e.Questions) {
		if had {
			v.keep(was, before)
		}
		return v.lint() // its faults may be others, and so may its places
	}
	v.all, v.findings, v.window.Notice = nil, nil, ""
	gone := had && !v.keep(was, before)
	at, _ := v.card()
	switch {
	case len(before.Questions) == 0, len(e.Questions) == 0:
	case len(changed) == 0 && gone:
		v.say(v.w.Preview.Gone)
	case len(changed) == 0:
		v.say(v.w.Preview.Read)
	case v.editing, contains(changed, at.Question):
		v.say(v.w.Preview.Changed(v.place[changed[0]]+1, len(changed)))
	default:
		v.show(v.cardOf(v.place[changed[0]]))
		v.say(v.w.Preview.Changed(v.place[changed[0]]+1, len(changed)))
	}
	return v.lint()
}

func contains(all []*decks.Question, q *decks.Question) bool {
	for _, one := range all {
		if one == q {
			return true
		}
	}
	return false
}

// keep finds the card that was on screen among those of a new edition: by its
// id; else by the text of its question, for an id may have been added; else by
// where it stood, for an id that follows from the text changes with it. It
// returns false when the question is not there any more.
func (v *viewer) keep(was decks.Card, before Edition) bool {
	first := -1
	for i, c := range v.cards {
		if c.ID == was.ID {
			v.at = i
			return true
		}
		if first < 0 && c.ID.Deck == was.ID.Deck && c.ID.Question == was.ID.Question {
			first = i
		}
	}
	if first < 0 {
		if q := successor(was.Question, before.Questions, v.edition.Questions); q != nil {
			first = v.cardOf(v.place[q])
			for i := first; i < len(v.cards) && v.cards[i].Question == q; i++ {
				if v.cards[i].Face == was.Face {
					first = i
				}
			}
		}
	}
	if first < 0 {
		v.show(min(v.at, len(v.cards)-1))
		return false
	}
	v.at = first
	return true
}

// successor returns the question that stands for one whose id is gone, nil for
// none: one with a new id and its text, else with a new id at its number.
func successor(was *decks.Question, before, now []*decks.Question) *decks.Question {
	known := map[name]bool{}
	for _, q := range before {
		known[nameOf(q)] = true
	}
	var there *decks.Question
	for _, q := range now {
		switch {
		case known[nameOf(q)]:
		case q.Ask == was.Ask && q.Text == was.Text:
			return q
		case q.File == was.File && q.Number == was.Number:
			there = q
		}
	}
	return there
}

// name names a question.
type name struct{ deck, question string }

func nameOf(q *decks.Question) name {
	n := name{question: q.ID}
	if q.Deck != nil {
		n.deck = q.Deck.ID
	}
	return n
}

// changes returns the questions that are new or say something else than they
// did.
func changes(before, now []*decks.Question) []*decks.Question {
	old := make(map[name]*decks.Question, len(before))
	for _, q := range before {
		old[nameOf(q)] = q
	}
	var changed []*decks.Question
	for _, q := range now {
		if was := old[nameOf(q)]; was == nil || !same(was, q) {
			changed = append(changed, q)
		}
	}
	return changed
}

// same reports whether two questions say the same, wherever they stand.
func same(a, b *decks.Question) bool {
	if a == b {
		return true
	}
	x, y := reflect.ValueOf(a).Elem(), reflect.ValueOf(b).Elem()
	for _, i := range said {
		if !equal(x.Field(i), y.Field(i)) {
			return false
		}
	}
	return true
}

// said are the fields of a question that say something.
var said = func() (fields []int) {
	t := reflect.TypeFor[decks.Question]()
	for i := range t.NumField() {
		switch f := t.Field(i); f.Name {
		case "Deck", "File", "Number", "Pos":
		default:
			if f.IsExported() {
				fields = append(fields, i)
			}
		}
	}
	return fields
}()

// equal compares two fields. Most of them are empty or strings, which need no
// look into them.
func equal(x, y reflect.Value) bool {
	switch x.Kind() {
	case reflect.String:
		return x.String() == y.String()
	case reflect.Slice:
		if x.Len() == 0 && y.Len() == 0 {
			return true
		}
	case reflect.Pointer:
		if x.IsNil() && y.IsNil() {
			return true
		}
	}
	return reflect.DeepEqual(x.Interface(), y.Interface())
}
