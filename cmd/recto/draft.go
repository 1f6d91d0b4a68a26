package main

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"recto/decks"
	"recto/decks/edit"
)

// draft is a question as it was typed, before it is written into a deck.
type draft struct {
	id, ask, cloze  string
	answers         []string // several only with choices
	text            bool     // the answer is a text, whatever it looks like
	accept, choices []string
	list, order     []string
	pairs           []string // "left = right" each
	unit, tolerance string
	hints           []string
	explain, group  string
	tags            []string
}

// table returns the question as a deck writes it, its numbers in the forms of a
// language.
func (d draft) table(language string) (edit.Table, error) {
	var t edit.Table
	put := func(key string, value any) { t = append(t, edit.Pair{Key: key, Value: value}) }
	putText := func(key, text string) {
		if text != "" {
			put(key, text)
		}
	}
	putTexts := func(key string, texts []string) {
		if len(texts) > 0 {
			put(key, texts)
		}
	}
	putText("id", d.id)
	putText("ask", d.ask)
	putText("cloze", d.cloze)
	d.putAnswer(put, language)
	putTexts("list", d.list)
	putTexts("order", d.order)
	if len(d.pairs) > 0 {
		pairs, err := readPairs(d.pairs)
		if err != nil {
			return nil, err
		}
		put("pairs", pairs)
	}
	putText("unit", d.unit)
	if d.tolerance != "" {
		put("tolerance", readTolerance(d.tolerance))
	}
	if len(d.hints) == 1 {
		put("hint", d.hints[0])
	} else {
		putTexts("hint", d.hints)
	}
	putText("explain", d.explain)
	putText("group", d.group)
	putTexts("tags", d.tags)
	return t, nil
}

// putAnswer puts what is right, and what there is to pick from. The options of
// a question are of one type: all numbers, all dates, or texts.
func (d draft) putAnswer(put func(string, any), language string) {
	all := append(append([]string{}, d.answers...), d.choices...)
	values, same := make([]decks.Value, len(all)), true
	for i, text := range all {
		values[i] = scalar(text, language)
		same = same && values[i].Type == values[0].Type
	}
	if d.text || len(d.choices) > 0 && (!same || values[0].Type == decks.BoolValue) {
		for i, text := range all {
			values[i] = decks.Value{Text: text}
		}
	}
	right, options := values[:len(d.answers)], values[len(d.answers):]
	switch {
	case len(right) == 1:
		put("answer", right[0])
	case len(right) > 1:
		put("answer", right)
	}
	if len(d.accept) > 0 {
		forms := make([]decks.Value, len(d.accept))
		for i, text := range d.accept {
			if forms[i] = (decks.Value{Text: text}); len(right) > 0 && right[0].Type != decks.TextValue {
				forms[i] = scalar(text, language)
			}
		}
		put("accept", forms)
	}
	if len(options) > 0 {
		for i := len(right) - 1; i >= 0; i-- { // the right ones are options too
			if !holds(options, right[i]) {
				options = append([]decks.Value{right[i]}, options...)
			}
		}
		put("choices", options)
	}
}

func holds(list []decks.Value, v decks.Value) bool {
	for _, have := range list {
		if have == v {
			return true
		}
	}
	return false
}

var (
	integerForm = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,17})$`)
	decimalForm = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,17})\.[0-9]{1,18}$`)
)

// scalar returns what a typed answer is: a number in figures as TOML or the
// language writes it, a day as 2024-10-24, true or false, else a text. "007" is
// a text, and so is a number that the language would write otherwise.
func scalar(text, language string) decks.Value {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, text)
	if v := (decks.Value{Type: decks.IntegerValue, Text: digits}); integerForm.MatchString(digits) && spaced(v.Show(language)) == spaced(text) {
		return v
	}
	if whole, part, ok := strings.Cut(text, ","); ok {
		v := decks.Value{Type: decks.FloatValue, Text: strings.Trim(whole, " ") + "." + part}
		if decimalForm.MatchString(v.Text) && spaced(v.Show(language)) == spaced(text) {
			return v
		}
	}
	switch {
	case integerForm.MatchString(text):
		return decks.Value{Type: decks.IntegerValue, Text: text}
	case decimalForm.MatchString(text):
		return decks.Value{Type: decks.FloatValue, Text: text}
	case text == "true", text == "false":
		return decks.Value{Type: decks.BoolValue, Text: text}
	}
	if _, err := time.Parse(time.DateOnly, text); err == nil && len(text) == len(time.DateOnly) {
		return decks.Value{Type: decks.DayValue, Text: text}
	}
	return decks.Value{Text: text}
}

// spaced returns a number with every space in it as a plain one, and every
// minus as a hyphen.
func spaced(text string) string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2212", "-").Replace(text)
}

// splitItems splits a line at its semicolons; "\;" is one inside an item.
func splitItems(line string) []string {
	var items []string
	for _, part := range strings.Split(strings.ReplaceAll(line, `\;`, "\x00"), ";") {
		if part = strings.TrimSpace(strings.ReplaceAll(part, "\x00", ";")); part != "" {
			items = append(items, part)
		}
	}
	return items
}

// readPairs splits pairs at their first '='.
func readPairs(items []string) ([][]string, error) {
	pairs := make([][]string, len(items))
	for i, item := range items {
		left, right, ok := strings.Cut(item, "=")
		left, right = strings.TrimSpace(left), strings.TrimSpace(right)
		if !ok || left == "" || right == "" {
			return nil, fmt.Errorf("%q is no pair\nhint: write left = right", printable(item))
		}
		pairs[i] = []string{left, right}
	}
	return pairs, nil
}

// readTolerance returns what a typed tolerance is: "5%", a number, or the least
// and the greatest number as "2..4".
func readTolerance(text string) any {
	if low, high, ok := strings.Cut(strings.Trim(text, "[]"), ".."); ok {
		return []decks.Value{scalar(strings.TrimSpace(low), "en"), scalar(strings.TrimSpace(high), "en")}
	}
	return scalar(text, "en")
}

// check tells what no deck could say.
func (d draft) check() error {
	for _, text := range append([]string{d.ask, d.cloze}, d.answers...) {
		if _, err := edit.Quote(text); err != nil {
			return err
		}
	}
	if d.ask == "" && d.cloze == "" {
		return errors.New("the question is empty")
	}
	return nil
}
