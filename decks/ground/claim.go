package ground

import (
	"strconv"
	"strings"

	"recto/decks"
	"recto/decks/markup"
)

// claim is one thing that a question says of the article.
type claim struct {
	shown string // for a message
	forms []form // one of them must stand there
	path  []any  // the key of the question that says it
}

// manner is how strictly a text is looked for.
type manner int

const (
	strict manner = iota // in a row, or all its words in one sentence
	loose                // half of its words, all its numbers and names
	told                 // the same of a statement, whose names may stand elsewhere
	topic                // a third of its words
)

// form is one way to say what is claimed.
type form struct {
	manner  manner
	raw     string // a text without a word, looked for as it is
	tokens  []token
	content []int    // indexes in tokens of the words that count
	numbers []int    // of those that are numbers
	names   [][2]int // from and behind the words of each name
	units   [][2]int // what counts where a text is said in other words: words and whole names

	number    *float64 // the form is a number
	unit      string   // its unit, folded; "" for none
	tolerance *decks.Tolerance
	dated     bool // it may be the day or month of a date

	date *day // the form is a day, or may be read as one
}

// claims returns what a question says of the article.
func (c *checker) claims(q *decks.Question) []claim {
	switch q.Kind {
	case decks.TrueFalse:
		if len(q.Answers) > 0 && q.Answers[0].Text == "true" {
			return []claim{c.claim(told, plainText(q.Ask), "ask")}
		}
		denied := c.claim(topic, plainText(q.Ask), "ask")
		if q.Explain != "" { // it says what is true instead
			denied.forms = append(denied.forms, c.textForm(topic, plainText(q.Explain)))
		}
		return []claim{denied}
	case decks.Cloze:
		return c.gapClaims(q)
	case decks.Match:
		var all []claim
		for i, a := range q.Answers {
			left := ""
			if i < len(q.Lefts) {
				left = plainValue(q.Lefts[i]) + " "
			}
			all = append(all, c.claim(loose, left+plainValue(a.Value), "pairs", i))
		}
		return all
	}
	manner := strict
	if q.Kind == decks.Choice || q.Kind == decks.Multiple || q.Kind == decks.Order || !q.Typed {
		manner = loose
	}
	var all []claim
	for i, a := range q.Answers {
		one := claim{shown: plainValue(a.Value), path: []any{"answer"}}
		switch q.Kind {
		case decks.List:
			one.path = []any{"list", i}
		case decks.Order:
			one.path = []any{"order", i}
		case decks.Multiple:
			one.path = []any{"answer", i}
		}
		if q.Unit != "" {
			one.shown += " " + q.Unit
		}
		for _, v := range append([]decks.Value{a.Value}, a.Accept...) {
			one.forms = append(one.forms, c.form(manner, v, q))
		}
		all = append(all, one)
	}
	if r := q.Reverse; r != nil && r.Answer != "" {
		one := c.claim(strict, plainText(r.Answer), "reverse", "answer")
		for _, v := range r.Accept {
			one.forms = append(one.forms, c.form(strict, v, nil))
		}
		all = append(all, one)
	}
	return all
}

// gapClaims returns what the gaps of a cloze say, and the text around them.
func (c *checker) gapClaims(q *decks.Question) []claim {
	var all []claim
	rest, at := "", 0
	for _, g := range q.Gaps {
		rest += q.Text[at:g.Start] + " "
		at = g.End
		one := c.claim(strict, plainText(g.Text), "cloze")
		for _, v := range g.Accept {
			one.forms = append(one.forms, c.form(strict, v, nil))
		}
		all = append(all, one)
	}
	if around := c.claim(topic, plainText(rest+q.Text[at:]), "cloze"); len(around.forms[0].content) > 0 {
		all = append(all, around)
	}
	return all
}

// claim returns the claim of one text.
func (c *checker) claim(m manner, s string, path ...any) claim {
	return claim{shown: s, forms: []form{c.textForm(m, s)}, path: path}
}

// form returns a value as it is looked for; q gives the unit and tolerance of
// its answer, and is nil where there are none.
func (c *checker) form(m manner, v decks.Value, q *decks.Question) form {
	switch v.Type {
	case decks.IntegerValue, decks.FloatValue:
		f := form{tokens: tokenize(v.Text, english)}
		if n, err := strconv.ParseFloat(v.Text, 64); err == nil {
			f.number = &n
		}
		if q != nil && q.Kind == decks.Number {
			f.unit, f.tolerance = q.Unit, q.Tolerance
		}
		f.dated = q == nil || c.wording.asksDate(plainText(q.Ask))
		return f
	case decks.DayValue:
		var d day
		parts := strings.Split(v.Text, "-")
		if len(parts) == 3 {
			d.year, _ = strconv.Atoi(parts[0])
			d.month, _ = strconv.Atoi(parts[1])
			d.day, _ = strconv.Atoi(parts[2])
		}
		return form{date: &d}
	}
	return c.textForm(m, plainText(v.Text))
}

// textForm returns a text as it is looked for.
func (c *checker) textForm(m manner, s string) form {
	f := form{manner: m, raw: s, tokens: tokenize(s, c.wording)}
	if d, ok := c.wording.wholeDate(f.tokens); ok && m == strict {
		f.date = &d
	}
	for i := 0; i < len(f.tokens); i++ {
		t := &f.tokens[i]
		if (len(t.values) > 0 && !t.ordinal && t.values[0] != 1) || t.decade != 0 {
			f.numbers = append(f.numbers, i)
		}
		if c.wording.common[t.text] || m != strict && (c.author[t.text] || t.ordinal && t.values[0] < 3) {
			continue
		}
		f.content = append(f.content, i)
		if !c.namelike(t, i) {
			f.units = append(f.units, [2]int{i, i + 1})
			continue
		}
		if n := len(f.units); n > 0 && len(f.names) > 0 && f.names[len(f.names)-1][1] == i {
			f.units[n-1][1] = i + 1
		} else {
			f.units = append(f.units, [2]int{i, i + 1})
		}
		if n := len(f.names); n > 0 && f.names[n-1][1] == i {
			f.names[n-1][1] = i + 1
		} else {
			f.names = append(f.names, [2]int{i, i + 1})
		}
	}
	if len(f.content) == 0 { // nothing but common words: all of them count
		for i := range f.tokens {
			f.content = append(f.content, i)
			f.units = append(f.units, [2]int{i, i + 1})
		}
	}
	for len(f.tokens) > 1 && f.content[0] > 0 { // "the Duma" is there when "a Duma" is
		f.tokens = f.tokens[1:]
		f.content, f.numbers = shift(f.content), shift(f.numbers)
		f.names, f.units = shiftBoth(f.names), shiftBoth(f.units)
	}
	return f
}

func shift(list []int) []int {
	for i := range list {
		list[i]--
	}
	return list
}

func shiftBoth(list [][2]int) [][2]int {
	for i := range list {
		list[i][0]--
		list[i][1]--
	}
	return list
}

// namelike reports whether a word of a deck is likely to be part of a name: it
// has a capital where the language has none, or the article knows it as a name.
func (c *checker) namelike(t *token, i int) bool {
	if !t.capital || c.wording.common[t.text] {
		return false
	}
	if c.wording.name == "de" || i == 0 || t.opens {
		return c.index.inside[t.stem] && !c.index.lower[t.stem]
	}
	return true
}

// plainText returns what a text of a deck says, its markup left out.
func plainText(s string) string { return tidyLines(markup.Plain(markup.Parse(s))) }

// plainValue returns a value as a message shows it.
func plainValue(v decks.Value) string {
	if v.Type == decks.TextValue {
		return plainText(v.Text)
	}
	return v.Text
}
