package decks

import (
	"fmt"
	"sort"
	"time"
)

// readQuestion reads one question: which keys it has, which kind that makes
// it, then the keys of that kind.
func (r *reader) readQuestion(q *Question, t table) {
	q.Points, q.Typed = 1, true
	own, meant := t.questionKeys()
	kind, ok := t.kind(own, meant)
	if !ok {
		if own&keyCloze != 0 || meant&answerKeys != 0 {
			meant |= keyAsk // it may need none
		}
		t.readAsk(q, own, meant)
		t.readCommon(q, own&commonKeys)
		return
	}
	q.Kind = kind
	takes := keysOf(kind)
	for _, key := range (own &^ takes).names() {
		t.badKey(fmt.Sprintf("a %s question takes no %s", kind, key), kindHint(kind, key), key)
	}
	own &= takes
	t.readAsk(q, own, meant)
	t.readAnswer(q, own)
	s := t.readCommon(q, own)
	t.apply(q, s, takes)
	if own&keyReject != 0 {
		t.readReject(q)
	}
	t.readReverse(q, s, own)
	if q.Reverse != nil {
		q.Reverse.Typed = q.Typed
		if s.set&takes&keyTyped == 0 {
			q.Reverse.Typed = !tooLongToType(Card{Question: q, Face: ReverseFace}.reverseAnswer())
		}
	}
	if q.ID == "" {
		q.Derived = true
		image := ""
		if own&keyImage != 0 {
			image, _ = t.m["image"].(string)
		}
		q.ID = DerivedID(q.identityText(), image)
	}
}

// questionKeys returns the keys that the question itself has, and tells those
// that no question has; meant are the keys that these were probably meant to
// be.
func (t table) questionKeys() (own, meant keySet) {
	var others []string
	for key := range t.m {
		if bit := keyBits[key]; bit != 0 {
			own |= bit
		} else if !foreign(key) {
			others = append(others, key)
		}
	}
	sort.Strings(others)
	for _, key := range others {
		if t.r.full() {
			break
		}
		if contains(deckKeys, key) {
			meant |= t.caught(key, own)
			continue
		}
		meant |= keyBits[t.unknownKey(key, "", questionKeys)]
	}
	return own, meant
}

// caught tells of a key of the deck that stands in a question, and returns the
// key that it was meant to be, if it was one of a question.
func (t table) caught(key string, own keySet) (meant keySet) {
	hint := "keys of the deck stand above the first [[question]]"
	_, text := t.m[key].(string)
	switch {
	case key == "title":
		t.r.titled = true
	case key == "question" && text && own&keyAsk == 0:
		meant, hint = keyAsk, "did you mean ask?"
	}
	t.badKey(fmt.Sprintf("key %q belongs to the deck, not to a question", key), hint, key)
	return meant
}

// kind returns the kind that the answer keys make the question. That they are
// missing is not told where an unknown key was probably meant to be one.
func (t table) kind(own, meant keySet) (Kind, bool) {
	const all = keyAnswer | keyCloze | keyList | keyOrder | keyPairs
	shapes := own & all
	if names := shapes.names(); len(names) > 1 {
		t.conflict(names)
		return 0, false
	}
	switch shapes {
	case keyCloze:
		return Cloze, true
	case keyList:
		return List, true
	case keyOrder:
		return Order, true
	case keyPairs:
		return Match, true
	case keyAnswer:
		return t.answerKind(own&keyChoices != 0)
	}
	if meant&all != 0 {
		return 0, false
	}
	hint := "a question has answer, cloze, list, order or pairs"
	if own&keyChoices != 0 {
		hint = "name the right one of the choices: answer = \"...\""
	}
	t.r.add(fault{path: t.path, message: "answer is missing", hint: hint})
	return 0, false
}

// answerKind returns the kind that the type of the answer makes the question.
func (t table) answerKind(choices bool) (Kind, bool) {
	switch v := t.m["answer"].(type) {
	case []any, []map[string]any:
		if choices {
			return Multiple, true
		}
		t.bad("answer is an array, which needs choices",
			"other right answers: accept; all of these: list; these in order: order; several of the options: choices", "answer")
		return 0, false
	case map[string]any:
		t.wrongType("answer", "a string, a number, true, false or a date", v)
		return 0, false
	default:
		switch {
		case choices:
			return Choice, true
		default:
			return scalarKind(v), true
		}
	}
}

func scalarKind(v any) Kind {
	switch v.(type) {
	case int64, float64:
		return Number
	case bool:
		return TrueFalse
	case time.Time:
		return Date
	}
	return Short
}

// conflict tells of keys that do not stand together, at the last one.
func (t table) conflict(names []string) {
	var paths []steps
	for _, name := range names {
		paths = append(paths, t.to(name))
	}
	t.r.add(fault{last: paths, place: onKey, message: join(names) + " do not stand together", hint: "keep one of them"})
}

// kindHint tells what a key that a kind does not take is for.
func kindHint(k Kind, key string) string {
	switch {
	case key == "choices" && k == List, key == "choices" && k == Order:
		return "several right ones of some options: answer = [...] with choices"
	case key == "reverse":
		return "short, number and date questions are asked the other way round"
	case key == "accept" && (k == Choice || k == Multiple):
		return "right options belong in answer"
	case (key == "unit" || key == "tolerance") && k == Short:
		return "a number stands without quotes: answer = 12"
	}
	var kinds []string
	for other := Short; other <= Cloze; other++ {
		if keysOf(other)&keyBits[key] != 0 {
			kinds = append(kinds, other.String())
		}
	}
	return key + " is for " + join(kinds)
}

func (t table) readAsk(q *Question, own, meant keySet) {
	switch {
	case own&keyAsk != 0:
		q.Ask, _ = t.text("ask")
	case q.Kind != Cloze && meant&keyAsk == 0:
		t.r.add(fault{path: t.path, message: "ask is missing", hint: `write ask = "..."`})
	}
}

// readCommon reads the keys that every kind has, its place in a group, and
// returns what holds for the question with what it inherits.
func (t table) readCommon(q *Question, own keySet) inherited {
	s := t.r.defaults
	if own&keyGroup != 0 {
		if name, ok := t.text("group"); ok {
			if g := t.r.groups[name]; g != nil {
				q.Group, s = g.group, g.eff
			} else {
				t.noGroup(name)
			}
		}
	}
	if own&keyID != 0 {
		if id, ok := t.text("id"); ok {
			if t.id(id, "id"); ValidID(id) {
				q.ID = id
			}
		}
	}
	inheritedAfter := s.after
	s.read(t, own&inheritedKeys&^keyReverse)
	q.Hints, q.Explain, q.From = s.hints, s.explain, s.from
	q.Image, q.Alt, q.Tags, q.Lines, q.Allow = s.image, s.alt, s.tags, s.lines, s.allow
	if s.set&keyPoints != 0 {
		q.Points = s.points
	}
	q.After, q.ownAfter = s.after, own&keyAfter != 0
	if own&keyAfter == 0 && contains(inheritedAfter, q.ID) {
		q.After = without(inheritedAfter, q.ID)
	}
	return s
}

// without returns a list without the items that equal s.
func without(list []string, s string) []string {
	var rest []string
	for _, item := range list {
		if item != s {
			rest = append(rest, item)
		}
	}
	return rest
}

// apply gives a question what bears on its marking, as far as its kind takes it.
func (t table) apply(q *Question, s inherited, takes keySet) {
	set := s.set & takes
	if set&keyExact != 0 {
		q.Exact = s.exact
	}
	if set&keyUnit != 0 {
		q.Unit = s.unit
	}
	if set&keyTolerance != 0 {
		q.Tolerance = s.tolerance
		t.checkTolerance(q)
	}
	if set&keyFixed != 0 {
		q.Fixed = s.fixed
		t.applyLast(q, s.last)
	}
	switch {
	case set&keyTyped != 0:
		q.Typed = s.typed
	case takes&keyTyped != 0:
		for _, a := range q.Answers {
			q.Typed = q.Typed && !tooLongToType(a.Text)
		}
		for _, g := range q.Gaps {
			q.Typed = q.Typed && !tooLongToType(g.Text)
		}
	}
}

// applyLast keeps the options that stay last; one that the question itself
// names must be among its choices.
func (t table) applyLast(q *Question, last []Value) {
	_, own := t.m["fixed"]
	for i, v := range last {
		option, found := find(q.Choices, v)
		switch {
		case found && hasValue(q.Last, option):
			if own {
				t.bad(fmt.Sprintf("option %s stands twice", quote(v.Text)), "", "fixed", i)
			}
		case found:
			q.Last = append(q.Last, option)
		case own && len(q.Choices) > 0:
			t.bad(fmt.Sprintf("option %s is none of the choices", quote(v.Text)), nearest(v, q.Choices), "fixed", i)
		}
	}
}

// readReject reads the near answers that must not pass.
func (t table) readReject(q *Question) {
	reject, ok := t.texts("reject", false)
	if !ok {
		return
	}
	q.Reject = reject
	right := map[string]bool{}
	for _, a := range q.Answers {
		right[a.Text] = true
		for _, v := range a.Accept {
			right[v.Text] = true
		}
	}
	for _, g := range q.Gaps {
		right[g.Text] = true
		for _, v := range g.Accept {
			right[v.Text] = true
		}
	}
	for i, s := range reject {
		if right[s] {
			t.bad(fmt.Sprintf("reject %s is a right answer", quote(s)), "", "reject", i)
		}
	}
}

// readReverse reads how the question is asked the other way round.
func (t table) readReverse(q *Question, s inherited, own keySet) {
	if own&keyReverse == 0 {
		if keysOf(q.Kind)&s.set&keyReverse != 0 && s.reverse {
			q.Reverse = &Reverse{}
		}
		return
	}
	if on, is := t.m["reverse"].(bool); is {
		if on {
			q.Reverse = &Reverse{}
		}
		return
	}
	m, is := t.m["reverse"].(map[string]any)
	if !is {
		t.wrongType("reverse", "true, false or a table", t.m["reverse"])
		return
	}
	rt := table{t.r, t.to("reverse"), m}
	rt.unknown(" in reverse", []string{"ask", "answer", "accept", "reject"})
	q.Reverse = &Reverse{}
	if _, there := m["ask"]; there {
		q.Reverse.Ask, _ = rt.text("ask")
	}
	if _, there := m["answer"]; there {
		q.Reverse.Answer, _ = rt.text("answer")
	}
	if _, there := m["accept"]; there {
		q.Reverse.Accept, _ = rt.values("accept", maxItems)
	}
	if _, there := m["reject"]; there {
		rt.readReverseReject(q)
	}
}

func (t table) readReverseReject(q *Question) {
	reject, ok := t.texts("reject", false)
	if !ok {
		return
	}
	q.Reverse.Reject = reject
	right := q.Ask
	if q.Reverse.Answer != "" {
		right = q.Reverse.Answer
	}
	for i, s := range reject {
		if s == right || hasText(q.Reverse.Accept, s) {
			t.bad(fmt.Sprintf("reject %s is a right answer", quote(s)), "", "reject", i)
		}
	}
}
