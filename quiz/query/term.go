package query

import (
	"cmp"
	"strconv"
	"strings"

	"recto/decks"
	"recto/quiz"
)

// words is text that a card holds.
type words struct{ text, folded string }

func (w words) match(it *Item, _ *Now) bool { return strings.Contains(it.text(), w.folded) }
func (w words) needs() Needs                { return Text }
func (w words) write(b *strings.Builder) {
	if plainWord(w.text) {
		b.WriteString(w.text)
	} else {
		b.WriteString(quoted(w.text))
	}
}

// named is a field whose value is a name.
type named struct {
	field string // "tag", "deck", "group" or "id"
	value pattern
}

func (n named) needs() Needs { return 0 }

func (n named) match(it *Item, _ *Now) bool {
	switch n.field {
	case "tag":
		for _, tag := range it.Card.Question.Tags {
			if n.value.below(tag) {
				return true
			}
		}
		return false
	case "deck":
		return n.value.is(it.Card.ID.Deck)
	case "group":
		for g := it.Card.Question.Group; g != nil; g = g.Parent {
			if n.value.is(g.Name) || g.Title != "" && n.value.is(g.Title) {
				return true
			}
		}
		return false
	}
	id := it.Card.ID
	return n.value.is(id.Question) || n.value.is(id.Deck+"/"+id.Question) || n.value.is(id.String())
}

func (n named) write(b *strings.Builder) {
	b.WriteString(n.field + ":")
	n.value.write(b)
}

// kindIs is the kind of a card.
type kindIs struct{ kind decks.Kind }

func (k kindIs) match(it *Item, _ *Now) bool { return it.Kind == k.kind }
func (k kindIs) needs() Needs                { return Kind }
func (k kindIs) write(b *strings.Builder)    { b.WriteString("kind:" + k.kind.String()) }

// stateIs is what a card is.
type stateIs struct{ state string }

// states are what a card may be.
var states = [...]string{"new", "learning", "relearning", "review", "due", "suspended", "buried", "leech", "flagged"}

func (s stateIs) needs() Needs             { return History }
func (s stateIs) write(b *strings.Builder) { b.WriteString("is:" + s.state) }

func (s stateIs) match(it *Item, now *Now) bool {
	p := &it.Progress
	switch s.state {
	case "new":
		return p.State == quiz.New
	case "learning":
		return p.Steps()
	case "relearning":
		return p.State == quiz.Relearning
	case "review":
		return p.State == quiz.Review
	case "due":
		return p.State != quiz.New && p.DueOn(now.Day) && !p.Suspended && !p.BuriedOn(now.Day)
	case "suspended":
		return p.Suspended
	case "buried":
		return p.BuriedOn(now.Day)
	case "leech":
		return quiz.IsLeech(p.Lapses, now.Leech)
	}
	return p.Flag != 0
}

// ratedAs is the last rating of a card.
type ratedAs struct{ rating quiz.Rating }

func (r ratedAs) match(it *Item, _ *Now) bool {
	return it.Progress.Reps > 0 && it.Progress.Rated == r.rating
}
func (r ratedAs) needs() Needs { return History }
func (r ratedAs) write(b *strings.Builder) {
	b.WriteString("rated:" + strings.ToLower(r.rating.String()))
}

// compared is a number of a card compared with another.
type compared struct {
	field string
	sign  string // one of signs, but ":"
	value float64
}

// numbers are the fields that are compared.
var numbers = [...]string{"due", "last", "interval", "lapses", "reps", "stability", "difficulty", "retrievability", "flag"}

func (c compared) needs() Needs {
	if c.field == "retrievability" {
		return History | Recall
	}
	return History
}

func (c compared) write(b *strings.Builder) {
	b.WriteString(c.field + c.sign + strconv.FormatFloat(c.value, 'g', -1, 64))
}

func (c compared) match(it *Item, now *Now) bool {
	n, has := numberOf(c.field, it, now)
	if !has {
		return false
	}
	order := cmp.Compare(n, c.value)
	switch c.sign {
	case "<":
		return order < 0
	case "<=":
		return order <= 0
	case ">":
		return order > 0
	case ">=":
		return order >= 0
	case "!=":
		return order != 0
	}
	return order == 0
}

// numberOf returns a number of a card, and whether it has one.
func numberOf(field string, it *Item, now *Now) (n float64, has bool) {
	p := &it.Progress
	switch field {
	case "lapses":
		return float64(p.Lapses), true
	case "reps":
		return float64(p.Reps), true
	case "flag":
		return float64(p.Flag), true
	}
	if p.Reps == 0 {
		return 0, false
	}
	switch field {
	case "due":
		return float64(p.DueDay - now.Day), true
	case "last":
		return float64(p.Elapsed(now.Day)), true
	case "interval":
		return float64(max(p.DueDay-p.Last, 0)), true
	case "stability":
		return p.Stability, true
	case "difficulty":
		return p.Difficulty, true
	}
	return now.Recall(it.Card.ID, p), true
}
