package decks

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// readAnswer reads what a question wants, by its kind.
func (t table) readAnswer(q *Question, own keySet) {
	switch q.Kind {
	case Short, Number, Date, TrueFalse:
		t.readScalar(q, own)
	case Choice, Multiple:
		t.readOptions(q)
	case List, Order:
		t.readItems(q, own)
	case Match:
		t.readPairs(q, own)
	case Cloze:
		t.readCloze(q, own)
	}
	if own&keyShown != 0 {
		q.Shown, _ = t.text("shown")
	}
}

// readScalar reads the one answer of a question without options.
func (t table) readScalar(q *Question, own keySet) {
	v, _ := t.value(t.m["answer"], "answer")
	answer := Answer{Value: v}
	if own&keyAccept != 0 {
		answer.Accept, _ = t.values("accept", maxItems)
	}
	q.Answers = []Answer{answer}
}

// readOptions reads the choices and which of them are right.
func (t table) readOptions(q *Question) {
	q.Choices = t.choices()
	if q.Kind == Choice {
		if v, ok := t.value(t.m["answer"], "answer"); ok {
			q.Answers = []Answer{{Value: t.option(v, q.Choices, "answer")}}
		}
		return
	}
	values, ok := t.values("answer", maxChoices)
	if !ok {
		return
	}
	for i, v := range values {
		option := t.option(v, q.Choices, "answer", i)
		for _, a := range q.Answers {
			if a.Value == option {
				t.bad(fmt.Sprintf("answer %s stands twice", quote(v.Text)), "", "answer", i)
			}
		}
		q.Answers = append(q.Answers, Answer{Value: option})
	}
}

// choices reads the options, none of which stands twice.
func (t table) choices() []Value {
	values, ok := t.values("choices", maxChoices)
	if !ok {
		return nil
	}
	t.noTwins(values, "choices", "choice")
	return values
}

// noTwins tells of values that stand twice.
func (t table) noTwins(values []Value, key, what string) {
	for i, v := range values {
		if _, twice := find(values[:i], v); twice {
			t.bad(fmt.Sprintf("%s %s stands twice", what, quote(v.Text)), "", key, i)
		}
	}
}

// option returns the one of the options that v is, and tells when it is none.
func (t table) option(v Value, options []Value, key string, items ...any) Value {
	option, found := find(options, v)
	if !found && len(options) > 0 {
		t.bad(fmt.Sprintf("%s %s is none of the choices", key, quote(v.Text)), nearest(v, options), key, items...)
		return v
	}
	return option
}

// find returns the value of a list that v is: a number is one, written as an
// integer or as a float.
func find(values []Value, v Value) (Value, bool) {
	for _, have := range values {
		if have == v || have.Text == v.Text && have.numeric() && v.numeric() {
			return have, true
		}
	}
	return v, false
}

func (v Value) numeric() bool { return v.Type == IntegerValue || v.Type == FloatValue }

func hasValue(values []Value, v Value) bool { _, found := find(values, v); return found }

func hasText(values []Value, text string) bool {
	for _, v := range values {
		if v.Text == text {
			return true
		}
	}
	return false
}

// readItems reads list or order.
func (t table) readItems(q *Question, own keySet) {
	key, most := "list", maxItems
	if q.Kind == Order {
		key, most = "order", maxChoices
	}
	values, ok := t.values(key, most)
	if !ok {
		return
	}
	t.noTwins(values, key, "item")
	q.Answers = make([]Answer, len(values))
	for i, v := range values {
		q.Answers[i].Value = v
	}
	if own&keyNeed != 0 {
		q.Need, _ = t.integer("need", 1, int64(len(values)))
	}
	if own&keyAccept != 0 {
		accept := t.acceptTable(values, "item")
		for i, v := range values {
			q.Answers[i].Accept = accept[v.Text]
		}
	}
}

// acceptTable reads accept as a table from right forms to other ones.
func (t table) acceptTable(right []Value, what string) map[string][]Value {
	m, is := t.m["accept"].(map[string]any)
	if !is {
		t.wrongType("accept", fmt.Sprintf("a table from an %s to an array", what), t.m["accept"])
		return nil
	}
	at := table{t.r, t.to("accept"), m}
	accept := map[string][]Value{}
	for _, form := range sortedKeys(m) {
		if t.r.full() {
			break
		}
		text := form
		if !hasText(right, form) {
			text = rightForm(right, form)
		}
		if !hasText(right, text) {
			at.badKey(fmt.Sprintf("accept names %s, which is no %s", quote(form), what), nearestForm(form, right), form)
			continue
		}
		if _, twice := accept[text]; twice {
			at.badKey(fmt.Sprintf("accept names %s twice", quote(text)), "", form)
			continue
		}
		if _, is := m[form].([]any); !is {
			hint := ""
			if s, is := m[form].(string); is {
				hint = fmt.Sprintf("write [%s]", quote(s))
			}
			at.bad(fmt.Sprintf("what accept gives for %s must be an array, not %s", quote(form), typeName(m[form])), hint, form)
			continue
		}
		accept[text], _ = at.values(form, maxItems)
	}
	return accept
}

// rightForm returns the text of the right form that an author wrote otherwise
// than it is kept: the text of a gap has lost the backslashes before colons, a
// number its underscores and zeros.
func rightForm(right []Value, form string) string {
	number := ""
	if n, err := strconv.ParseInt(form, 0, 64); err == nil {
		number = strconv.FormatInt(n, 10)
	} else if f, err := strconv.ParseFloat(strings.ReplaceAll(form, "_", ""), 64); err == nil {
		number = strconv.FormatFloat(f+0, 'f', -1, 64)
	}
	for _, v := range right {
		if v.numeric() && v.Text == number {
			return number
		}
	}
	return unescapeColons(form)
}

// readPairs reads the two columns of a match.
func (t table) readPairs(q *Question, own keySet) {
	items, ok := t.array("pairs", maxChoices)
	if !ok {
		return
	}
	rights := make([]Value, 0, len(items))
	for i, item := range items {
		pair, is := item.([]any)
		if !is || len(pair) != 2 {
			t.bad("a pair is an array of two", `write ["left", "right"]`, "pairs", i)
			return
		}
		left, fineLeft := t.value(pair[0], "pairs", i, 0)
		right, fineRight := t.value(pair[1], "pairs", i, 1)
		if !fineLeft || !fineRight {
			return
		}
		if hasValue(q.Lefts, left) {
			t.bad(fmt.Sprintf("%s stands twice on the left", quote(left.Text)), "", "pairs", i, 0)
		}
		q.Lefts = append(q.Lefts, left)
		rights = append(rights, right)
	}
	if own&keyChoices == 0 {
		for _, v := range rights {
			if !hasValue(q.Choices, v) {
				q.Choices = append(q.Choices, v)
			}
		}
	} else {
		q.Choices = t.choices()
	}
	for i, v := range rights {
		option, found := find(q.Choices, v)
		if !found && len(q.Choices) > 0 {
			t.bad(fmt.Sprintf("%s is none of the choices", quote(v.Text)), nearest(v, q.Choices), "pairs", i, 1)
		}
		q.Answers = append(q.Answers, Answer{Value: option})
	}
}

// readCloze reads a text with gaps.
func (t table) readCloze(q *Question, own keySet) {
	text, ok := t.text("cloze")
	if !ok {
		return
	}
	q.Text = text
	gaps, wrong := parseGaps(text)
	if wrong == nil && len(gaps) == 0 {
		wrong = &gapFault{"cloze has no gap", "put double braces around what is asked for: {{text}}"}
	}
	if wrong != nil {
		t.bad(visible(wrong.message), wrong.hint, "cloze")
		return
	}
	q.Gaps = gaps
	if own&keyChoices != 0 {
		q.Choices = t.choices()
		for _, g := range gaps {
			if len(q.Choices) > 0 && !hasText(q.Choices, g.Text) {
				t.bad(fmt.Sprintf("the gap %s is none of the choices", quote(g.Text)), nearest(Value{Text: g.Text}, q.Choices), "choices")
			}
		}
	}
	if own&keyAccept != 0 {
		t.readGapAccept(q)
	}
}

// readGapAccept reads other right answers for gaps: an array where there is
// one label, else a table by the text of the gap as it is written.
func (t table) readGapAccept(q *Question) {
	if _, is := t.m["accept"].([]any); is {
		if len(gapLabels(q.Gaps)) > 1 {
			t.bad("accept must be a table where a text has several gaps",
				fmt.Sprintf("write accept = { %s = [...] }", quoteKey(q.Gaps[0].Text)), "accept")
			return
		}
		accept, _ := t.values("accept", maxItems)
		for i := range q.Gaps {
			q.Gaps[i].Accept = accept
		}
		return
	}
	texts := make([]Value, len(q.Gaps))
	for i, g := range q.Gaps {
		texts[i].Text = g.Text
	}
	accept := t.acceptTable(texts, "gap")
	for i, g := range q.Gaps {
		q.Gaps[i].Accept = accept[g.Text]
	}
}

// tolerance reads which numbers are right beside the answer; nil when it is
// wrong.
func (t table) tolerance() *Tolerance {
	switch v := t.m["tolerance"].(type) {
	case int64, float64:
		if f, ok := t.number("tolerance", 0, math.MaxFloat64, ""); ok {
			if t.thousands(f, "tolerance") {
				return nil
			}
			return &Tolerance{Absolute: f}
		}
		return nil
	case string:
		number, percent := strings.CutSuffix(strings.TrimSpace(v), "%")
		f, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
		if percent && err == nil && f >= 0 && !math.IsInf(f, 0) {
			return &Tolerance{Percent: f}
		}
		t.bad(fmt.Sprintf("tolerance %s is no share", quote(v)), `a share is as "10%"; a number stands without quotes`, "tolerance")
		return nil
	case []any:
		return t.toleranceRange(v)
	}
	t.wrongType("tolerance", `a number, a share as "10%" or [low, high]`, t.m["tolerance"])
	return nil
}

func (t table) toleranceRange(v []any) *Tolerance {
	if len(v) == 2 {
		low, okLow := toFloat(v[0])
		high, okHigh := toFloat(v[1])
		if okLow && okHigh && low <= high && !math.IsInf(low, 0) && !math.IsInf(high, 0) {
			toldLow, toldHigh := t.thousands(low, "tolerance", 0), t.thousands(high, "tolerance", 1)
			if toldLow || toldHigh {
				return nil
			}
			return &Tolerance{Range: true, Low: low, High: high}
		}
	}
	t.bad("tolerance must be [low, high], two numbers, the smaller one first", "", "tolerance")
	return nil
}

// checkTolerance tells when a range does not hold the answer.
func (t table) checkTolerance(q *Question) {
	if !q.Tolerance.Range || len(q.Answers) == 0 || !q.Answers[0].numeric() {
		return
	}
	f, err := strconv.ParseFloat(q.Answers[0].Text, 64)
	if err != nil || f >= q.Tolerance.Low && f <= q.Tolerance.High {
		return
	}
	message := fmt.Sprintf("tolerance [%v, %v] does not hold the answer %s", q.Tolerance.Low, q.Tolerance.High, q.Answers[0].Text)
	if _, own := t.m["tolerance"]; own {
		t.bad(message, "", "tolerance")
	} else {
		t.bad(message, "the tolerance is inherited", "answer")
	}
}
