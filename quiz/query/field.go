package query

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"recto/decks"
	"recto/quiz"
)

// fields are the names of all fields.
var fields = append([]string{"tag", "deck", "kind", "group", "id", "is", "rated", "r"}, numbers[:]...)

// examples are what a field may look like, for hints.
var examples = map[string]string{
	"tag": "tag:law", "deck": "deck:capitals", "kind": "kind:cloze", "group": "group:numbers", "id": "id:facts/q1",
	"is": "is:due", "rated": "rated:again", "due": "due<7", "last": "last<7", "interval": "interval>30", "lapses": "lapses>3",
	"reps": "reps>=5", "stability": "stability<10", "difficulty": "difficulty>=8", "retrievability": "retrievability<0.8",
	"r": "r<80%", "flag": "flag:2",
}

// term returns the node of a text or of a field with its value.
func (p *parser) term(t token) (node, error) {
	if t.name == "" {
		w := words{text: t.value, folded: Fold(t.value)}
		if w.folded == "" {
			return nil, p.fault(t, "there is nothing to search for in it", "")
		}
		return w, nil
	}
	if !slices.Contains(fields, t.name) {
		hint := textHint(p.query[t.from:t.to])
		if near := decks.Nearest(t.name, fields); near != "" {
			hint = fmt.Sprintf("did you mean %s%s? %s", near, t.sign, hint)
		}
		field := t
		field.to = t.from + len(t.name)
		return nil, p.fault(field, fmt.Sprintf("unknown field %q", t.name), hint)
	}
	if t.value == "" {
		return nil, p.fault(t, fmt.Sprintf("%s%s has no value", t.name, t.sign), "for example "+examples[t.name])
	}
	if t.name == "r" {
		t.name = "retrievability"
	}
	if slices.Contains(numbers[:], t.name) {
		return p.compared(t)
	}
	if t.sign != ":" && t.sign != "=" {
		return nil, p.fault(t, fmt.Sprintf("%s is no number and takes no %s", t.name, t.sign), "for example "+examples[t.name])
	}
	switch t.name {
	case "kind":
		return p.kind(t)
	case "is":
		state, err := p.oneOf(t, states[:])
		return stateIs{state}, err
	case "rated":
		return p.rated(t)
	}
	value := newPattern(t.value, t.inQuotes)
	if !value.stars && value.parts[0] == "" {
		return nil, p.fault(t, fmt.Sprintf("%s%s has no value", t.name, t.sign), "for example "+examples[t.name])
	}
	return named{t.name, value}, nil
}

// value returns the token of a value alone.
func value(t token) token { return token{from: t.valueAt, to: t.to} }

// oneOf returns the one of the known words that is the value of a field.
func (p *parser) oneOf(t token, known []string) (string, error) {
	word := strings.ToLower(t.value)
	if slices.Contains(known, word) {
		return word, nil
	}
	hint := fmt.Sprintf("%s: takes %s and %s", t.name, strings.Join(known[:len(known)-1], ", "), known[len(known)-1])
	if near := decks.Nearest(word, known); near != "" {
		hint = fmt.Sprintf("did you mean %s:%s?", t.name, near)
	}
	return "", p.fault(value(t), fmt.Sprintf("%s: knows no %q", t.name, visible(t.value)), hint)
}

func (p *parser) kind(t token) (node, error) {
	var names []string
	for k := decks.Short; k <= decks.Cloze; k++ {
		names = append(names, k.String())
	}
	name, err := p.oneOf(t, names)
	return kindIs{decks.Kind(slices.Index(names, name)) + decks.Short}, err
}

func (p *parser) rated(t token) (node, error) {
	if n, err := strconv.Atoi(t.value); err == nil && n >= int(quiz.Again) && n <= int(quiz.Easy) {
		return ratedAs{quiz.Rating(n)}, nil
	}
	var names []string
	for r := quiz.Again; r <= quiz.Easy; r++ {
		names = append(names, strings.ToLower(r.String()))
	}
	name, err := p.oneOf(t, names)
	return ratedAs{quiz.Rating(slices.Index(names, name)) + quiz.Again}, err
}

// maxNumber bounds the numbers of a query.
const maxNumber = 1e9

// compared returns the node of a number that is compared.
func (p *parser) compared(t token) (node, error) {
	c := compared{field: t.name, sign: t.sign}
	digits, percent := strings.CutSuffix(t.value, "%")
	n, err := strconv.ParseFloat(digits, 64)
	if err != nil || math.IsNaN(n) || math.IsInf(n, 0) || strings.ContainsAny(digits, "xXpP_") {
		return nil, p.fault(value(t), fmt.Sprintf("%q is no number", visible(t.value)), "for example "+examples[t.name])
	}
	if math.Abs(n) > maxNumber {
		return nil, p.fault(value(t), fmt.Sprintf("%q is too large", visible(t.value)), "")
	}
	if percent {
		if t.name != "retrievability" {
			return nil, p.fault(value(t), t.name+" is no share and takes no %", "for example "+examples[t.name])
		}
		n /= 100
	}
	switch {
	case t.name == "retrievability" && (n < 0 || n > 1):
		return nil, p.fault(value(t), "retrievability is from 0 to 1, or to 100%", "for example r<80%")
	case t.name == "flag" && (n < 0 || n > quiz.LeechFlag || n != math.Trunc(n)):
		return nil, p.fault(value(t), fmt.Sprintf("a flag is from 0 to %d", quiz.LeechFlag), "flag:0 is none")
	case t.sign == ":" && t.name == "last":
		c.sign = "<"
	case t.sign == ":":
		c.sign = "="
	}
	c.value = n + 0 // no -0
	return c, nil
}
