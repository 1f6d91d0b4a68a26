package relink_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"unicode"

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

var wordRE = regexp.MustCompile(`\p{L}{3,}`)

// somewhere replaces one of the matches of a pattern that are no part of a gap.
func somewhere(rng *rand.Rand, re *regexp.Regexp, text string, with func(string) string) string {
	found := re.FindAllStringIndex(text, -1)
	found = slices.DeleteFunc(found, func(m []int) bool { return inGap(text, m[0]) })
	if len(found) == 0 {
		return ""
	}
	m := found[rng.IntN(len(found))]
	return text[:m[0]] + with(text[m[0]:m[1]]) + text[m[1]:]
}

func inGap(text string, at int) bool {
	return strings.Count(text[:at], "{{") > strings.Count(text[:at], "}}")
}

const rows = "qwertyuiop asdfghjkl zxcvbnm"

// typo makes, or takes back, a slip of the fingers: letters that changed
// places, one missing, one twice, the key beside it; seldom the first letter.
func typo(rng *rand.Rand, text string) string {
	return somewhere(rng, wordRE, text, func(w string) string {
		r := []rune(w)
		i := rng.IntN(len(r))
		if i == 0 && rng.IntN(10) > 0 {
			i = 1 + rng.IntN(len(r)-1)
		}
		switch p := rng.IntN(100); {
		case p < 35:
			if i+1 == len(r) {
				i--
			}
			if unicode.IsUpper(r[i]) != unicode.IsUpper(r[i+1]) {
				return string(slices.Insert(r, i+1, r[i+1]))
			}
			r[i], r[i+1] = r[i+1], r[i]
		case p < 60:
			r = slices.Delete(r, i, i+1)
		case p < 85:
			r = slices.Insert(r, i, unicode.ToLower(r[i]))
		default:
			at := strings.IndexRune(rows, unicode.ToLower(r[i]))
			if at < 1 || at+1 >= len(rows) || rows[at+1] == ' ' {
				return string(slices.Insert(r, i, unicode.ToLower(r[i])))
			}
			r[i] = rune(rows[at+1])
		}
		return string(r)
	})
}

// synonyms are words that an author puts for others while polishing.
var synonyms = [][2]string{
	{"leader", "ruler"}, {"soldiers", "troops"}, {"approve", "ratify"}, {"approved", "ratified"}, {"sent", "dispatched"},
	{"dispatched", "sent"}, {"dispatch", "send"}, {"large", "big"}, {"estimate", "reckoning"}, {"reports", "accounts"}, {"called", "named"},
	{"claim", "assert"}, {"claimed", "asserted"}, {"describe", "characterise"}, {"began", "started"}, {"famine", "starvation"},
	{"brought in", "introduced"}, {"tighten", "strengthen"}, {"reported", "said"}, {"entered", "reached"}, {"gives", "states"},
	{"drop", "abandon"}, {"dropped", "abandoned"}, {"get", "obtain"}, {"gets", "receives"}, {"severe", "grave"}, {"shock", "surprise"},
	{"entertainment", "media"}, {"trade", "commerce"}, {"ordinary", "common"}, {"country", "state"}, {"allow", "permit"},
	{"brutally", "cruelly"}, {"assassinated", "murdered"}, {"executed", "put to death"}, {"rivals", "competitors"}, {"spread", "scattered"},
	{"forgotten", "lost"}, {"remembered", "recalled"}, {"studied", "learned"}, {"shows", "demonstrates"}, {"present", "current"},
	{"adopted", "passed"}, {"lie", "sit"}, {"seat", "centre"}, {"found", "establish"}, {"met", "gathered"}, {"killed", "slain"},
	{"organise", "arrange"}, {"escapes", "flights"}, {"collapse", "downfall"}, {"enemy", "foe"}, {"words", "phrase"}, {"power", "rule"},
	{"belong", "count"}, {"dangerous", "perilous"}, {"want", "wish"}, {"fight", "do battle"}, {"path", "road"}, {"skill", "ability"},
}

// phrases are turns of a sentence that say the same.
var phrases = [][2]string{
	{`^What is the`, "Name the"}, {`^What is`, "What's"}, {`^Which ([a-z]+)`, "What $1"}, {`^In which year`, "In what year"},
	{`^In which year was`, "When was"}, {`^How much is`, "What is"}, {`^On which day of 2024`, "On what day in 2024"},
	{`by Won Youngsu's account`, "according to Won Youngsu"}, {`in Won Youngsu's account`, "as Won Youngsu tells it"},
	{`according to Won Youngsu`, "by Won Youngsu's account"}, {`, by estimate,`, ", as is estimated,"}, {`as Won Youngsu sees it`, "in Won Youngsu's view"},
	{`by the end of 2024`, "at the end of 2024"}, {`^How many`, "What number of"}, {`^About how many`, "Roughly how many"},
	{`^What is it called that`, "How is it called that"}, {`^On which continent does (.*) lie`, "Which continent does $1 belong to"},
	{`^What is the capital of`, "Which city is the capital of"}, {`is a member of`, "is one of the members of"}, {`^Put (.*) in order, (.*)\.$`, "Put in order $1: $2."},
	{`^Match each`, "Pair each"}, {`the year of`, "that year of"}, {`did not`, "didn't"}, {`cannot`, "can't"}, {`One North Korean law`, "One law of North Korea"},
	{`North Korea's ([a-z]+)`, "the $1 of North Korea"}, {`^(.*) in (\d{4})\?$`, "In $2, $1?"}, {`^The number of`, "The count of"}, {`in order, the`, "in their order, the"},
	{`^Who, according to Won Youngsu, (.*)\?$`, "According to Won Youngsu, who $1?"}, {`^What does`, "What, precisely, does"}, {`^For what`, "What ... for: for what"},
}

// reword puts one or two words or turns in the place of others.
func reword(rng *rand.Rand, text string) string {
	was := text
	type way struct {
		re   *regexp.Regexp
		with string
	}
	var ways []way
	for _, s := range synonyms {
		if re := regexp.MustCompile(`\b` + s[0] + `\b`); re.MatchString(text) {
			ways = append(ways, way{re, s[1]})
		}
	}
	for _, p := range phrases {
		if re := regexp.MustCompile(p[0]); re.MatchString(text) {
			ways = append(ways, way{re, p[1]})
		}
	}
	if len(ways) == 0 {
		return ""
	}
	rng.Shuffle(len(ways), func(i, j int) { ways[i], ways[j] = ways[j], ways[i] })
	for _, way := range ways[:min(len(ways), 1+rng.IntN(2))] {
		m := way.re.FindStringSubmatchIndex(text)
		if m == nil || inGap(text, m[0]) || strings.Contains(text[m[0]:m[1]], "{{") {
			continue
		}
		text = text[:m[0]] + string(way.re.ExpandString(nil, way.with, text, m)) + text[m[1]:]
	}
	if text == was {
		return ""
	}
	return text
}

// addWord adds a word or two, as authors do to be understood.
func addWord(rng *rand.Rand, text string) string {
	word := []string{"exactly", "present-day", "famous", "officially", "(in English)", "well-known", "in fact", "at that time", "main", "probably",
		"according to the article", "usually", "in the text"}[rng.IntN(13)]
	return somewhere(rng, regexp.MustCompile(` `), text, func(string) string { return " " + word + " " })
}

// punctuate changes marks, spaces or capitals.
func punctuate(rng *rand.Rand, text string) string {
	switch rng.IntN(6) {
	case 0:
		return strings.TrimRight(text, ".?!")
	case 1:
		return strings.TrimRight(text, ".?!") + "?!"
	case 2:
		return strings.ReplaceAll(strings.ReplaceAll(text, "'", "’"), " - ", " – ")
	case 3:
		return strings.ReplaceAll(text, ",", "")
	case 4:
		return somewhere(rng, regexp.MustCompile(` `), text, func(string) string { return ", " })
	}
	return "  *" + strings.TrimSpace(text) + "*"
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

func otherCountry(rng *rand.Rand, text string) string {
	for _, i := range rng.Perm(len(countries)) {
		if name := countries[i][0]; regexp.MustCompile(`\b`+name+`\b`).MatchString(text) && !inGap(text, strings.Index(text, name)) {
			other := countries[rng.IntN(len(countries))][0]
			if rng.IntN(2) == 0 {
				other = countries[i^1][0] // the one that looks like it
			}
			return regexp.MustCompile(`\b`+name+`\b`).ReplaceAllString(text, other)
		}
	}
	for _, pair := range [][2]string{{"North Korea", "South Korea"}, {"China", "Japan"}, {"Russia", "Prussia"}, {"Ukraine", "Belarus"}, {"South Korea", "North Korea"}} {
		if i := strings.Index(text, pair[0]); i >= 0 && !inGap(text, i) {
			return strings.Replace(text, pair[0], pair[1], 1)
		}
	}
	return ""
}

var numberRE = regexp.MustCompile(`\d+|\b(one|two|three|four|five|ten|first|second|third)\b`)

func otherNumber(rng *rand.Rand, text string) string {
	return somewhere(rng, numberRE, text, func(n string) string {
		if other, ok := map[string]string{"one": "two", "two": "three", "three": "two", "four": "six", "five": "four", "ten": "twelve",
			"first": "second", "second": "third", "third": "second"}[n]; ok {
			return other
		}
		b := []byte(n)
		i := rng.IntN(len(b))
		b[i] = '1' + (b[i]-'0'+byte(rng.IntN(8)))%9
		return string(b)
	})
}

// otherName puts another person, place or thing in the place of one.
func otherName(rng *rand.Rand, text string) string {
	names := []string{"Kim Jong Un", "Won Youngsu", "Putin", "Zelensky", "Ebbinghaus", "Duma", "BBC Korea", "Bjork", "FSRS", "SM-2", "Hund", "Haus", "Karpicke",
		"Korea", "Senate", "Leitner", "Ukraine", "United Nations", "China", "Dunlosky"}
	for _, i := range rng.Perm(len(names)) {
		if at := strings.Index(text, names[i]); at >= 0 && !inGap(text, at) {
			other := []string{"Kim Jong Il", "Hermann", "Medvedev", "Poroshenko", "Wozniak", "Anki", "Maus", "Laos", "Bundestag", "Mongolia", "Vietnam"}[rng.IntN(11)]
			return text[:at] + other + text[at+len(names[i]):]
		}
	}
	return ""
}

func negate(rng *rand.Rand, text string) string {
	return somewhere(rng, regexp.MustCompile(` (is|are|was|were|did|does|has|have) `), text, func(v string) string { return v + "not " })
}

func oppose(rng *rand.Rand, text string) string {
	pairs := [][2]string{{"first", "last"}, {"earliest", "latest"}, {"smallest", "largest"}, {"more", "less"}, {"before", "after"}, {"most", "least"},
		{"larger", "smaller"}, {"South", "North"}, {"North", "South"}, {"second", "first"}, {"end", "start"}, {"father", "mother"}, {"brother", "sister"}}
	for _, i := range rng.Perm(len(pairs)) {
		re := regexp.MustCompile(`\b` + pairs[i][0] + `\b`)
		if m := re.FindStringIndex(text); m != nil && !inGap(text, m[0]) {
			return text[:m[0]] + pairs[i][1] + text[m[1]:]
		}
	}
	return ""
}

// askOther asks something else about the same thing.
func askOther(rng *rand.Rand, text string) string {
	pairs := [][2]string{{`^How many (\w+)`, "Which $1"}, {`^Which (\w+)`, "How many ${1}s"}, {`^Who `, "Why "}, {`^What `, "When "}, {`^In which year`, "By whom"},
		{`capital`, "currency"}, {`generals`, "officers"}, {`officers`, "generals"}, {`continent`, "hemisphere"}, {`^For what`, "Since when"}, {`^On which day`, "In which city"},
		{`month`, "town"}, {`constitution`, "anthem"}, {`^Where`, "When"}, {`treaty`, "loan"}}
	for _, i := range rng.Perm(len(pairs)) {
		if re := regexp.MustCompile(pairs[i][0]); re.MatchString(text) {
			return re.ReplaceAllString(text, pairs[i][1])
		}
	}
	return ""
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
