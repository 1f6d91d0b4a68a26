package lint

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"recto/decks"
)

// answerInQuestion tells of a question that gives its answer away.
func answerInQuestion(c *checker, q *decks.Question) {
	t := c.asked(q)
	if t == nil {
		return
	}
	switch q.Kind {
	case decks.TrueFalse, decks.Order:
	case decks.Match:
		c.pairLeak(q, t)
	case decks.Choice, decks.Multiple:
		if w, found := c.optionLeak(q, t, c.text(q).ask, q.Ask); found {
			c.found(q, spot(q.Place("ask"), w), "the question speaks of "+quoted(w)+", which of all options only a right one does",
				"ask in other words, or let a wrong option share the word")
		}
	case decks.Cloze:
		c.clozeLeak(q, t)
	case decks.Number:
		c.numberLeak(q, t)
	default:
		if answer := c.text(q).answer; q.Kind == decks.Short && len(answer) == 1 && isNumber(answer[0].text) {
			c.numberLeak(q, t) // "50 %"
			break
		}
		c.askLeak(q, t)
	}
	if q.Reverse != nil {
		c.reverseLeak(q, t)
	}
}

// askLeak looks for the answers in the question.
func (c *checker) askLeak(q *decks.Question, t *lexicon) {
	text := c.text(q)
	for i, answer := range text.answers {
		at, end, found := t.leak(text.ask, answer)
		if !found || t.offered(text.ask, at, end) || c.spoken(q.Ask, answer, language(q), t) || cognate(q, text.ask, end-at) || signed(q, q.Answers[i].Text) || asksForm(text.ask[:at], language(q)) {
			continue
		}
		c.found(q, saidAt(q.Place("ask"), text.ask[at:end]), "the answer "+quoted(plain(q.Answers[i].Text))+" stands in the question",
			"ask without its words; a word that you speak of is set off: *put*")
		return
	}
	for _, f := range accepted(q) {
		form := c.words(f.text, answerLanguage(q))
		if at, end, found := t.leak(text.ask, form); found && !t.offered(text.ask, at, end) && !c.spoken(q.Ask, form, language(q), t) {
			c.found(q, saidAt(q.Place("ask"), text.ask[at:end]), "the answer "+quoted(plain(f.text))+", which is accepted, stands in the question", "ask without its words")
			return
		}
	}
}

// cognate reports whether a question is nothing but its answer, in another
// spelling: a word of two languages, of which the deck does not say.
func cognate(q *decks.Question, ask []word, said int) bool {
	return len(ask) <= said+1 && !strings.Contains(q.Ask, "?") && !strings.Contains(q.Ask, q.Answers[0].Text)
}

// signed reports whether what tells an answer from the words of its question is
// no word: the point of ".git" where signs count, the letter of "A minor".
func signed(q *decks.Question, answer string) bool {
	if strings.Contains(q.Ask, answer) {
		return false
	}
	return q.Exact && strings.ContainsFunc(answer, func(r rune) bool { return !isWordRune(r) && !unicode.IsSpace(r) }) || lettered(q.Ask, answer)
}

// lettered reports whether an answer begins with a letter that stands for
// itself, of which the question speaks too, or as keys and blood groups do.
func lettered(ask, answer string) bool {
	letter, rest, _ := strings.Cut(answer, " ")
	alone := func(w string) bool { return len(w) == 1 && w[0] >= 'A' && w[0] <= 'Z' }
	return alone(letter) && (afterLetter[rest] || slices.ContainsFunc(strings.Fields(ask), func(w string) bool {
		w = strings.Trim(w, ".,:;!?")
		return alone(w) && w != "A" && w != "I"
	}))
}

// afterLetter is what stands behind a letter that is no article.
var afterLetter = newVocabulary("minor major flat sharp positive negative")

// wordForms are the words that ask for a form of the word that follows, by
// language.
var wordForms = map[string]vocabulary{
	"en": newVocabulary("plural singular tense participle gerund comparative superlative adverb adjective noun verb feminine masculine genitive spelling"),
	"de": newVocabulary("plural singular mehrzahl einzahl präteritum perfekt partizip komparativ superlativ genitiv dativ akkusativ adverb adjektiv nomen infinitiv konjunktiv"),
	"fr": newVocabulary("pluriel singulier participe féminin masculin adverbe adjectif comparatif superlatif subjonctif imparfait"),
	"es": newVocabulary("plural singular participio gerundio femenino masculino adverbio adjetivo comparativo superlativo subjuntivo"),
	"pt": newVocabulary("plural singular particípio gerúndio feminino masculino advérbio adjetivo comparativo superlativo subjuntivo"),
}

// asksForm reports whether the words before a word ask for a form of it: the
// plural of sheep.
func asksForm(before []word, language string) bool {
	return slices.ContainsFunc(before[max(0, len(before)-4):], func(w word) bool { return wordForms[language][w.text] })
}

// saidAt returns the stretch of a value from the first to the last of some
// words of its text.
func saidAt(value decks.Place, words []word) decks.Place {
	text := value.Text()
	start, end := span(text, words[0].text, 0)
	if end == 0 {
		return value
	}
	if _, behind := span(text, words[len(words)-1].text, start); behind > 0 {
		end = behind
	}
	return value.Within(start, end)
}

// optionLeak looks in a text for what tells a right option from all wrong ones,
// and returns its first word. A text that speaks of a wrong option too gives
// nothing away.
func (c *checker) optionLeak(q *decks.Question, t *lexicon, text []word, written string) (string, bool) {
	right, wrong := c.optionWords(q)
	for _, option := range wrong {
		if _, _, found := t.leak(text, option); found {
			return "", false
		}
	}
	for _, option := range right {
		own := t.distinct(option, wrong)
		if at, end, found := t.leak(text, own); found && !t.offered(text, at, end) {
			return text[at].text, true
		}
	}
	w, found := echo(t, text, right, wrong)
	return w, found && !inName(written, w)
}

// echo looks in a text for a word that all right options and no wrong one share
// with it, where it says nothing of the wrong ones.
func echo(t *lexicon, text []word, right, wrong [][]word) (string, bool) {
	if len(wrong) < 2 {
		return "", false
	}
	for _, option := range wrong {
		for _, w := range t.content(option) {
			if has(text, w) {
				return "", false
			}
		}
	}
	said := ""
	for _, option := range right {
		said = ""
		for _, w := range t.content(option) {
			if i := slices.IndexFunc(text, w.same); i >= 0 && len(w.text) > 3 && !t.small[w.text] && !t.offered(text, i, i+1) {
				said = text[i].text
			}
		}
		if said == "" {
			return "", false
		}
	}
	return said, said != ""
}

// inName reports whether a word stands in a text as a part of a name of several
// words, which is about something else: "north" in "North Korea".
func inName(text, w string) bool {
	start, end := span(text, w, 0)
	if end == 0 || !upper(text[start:]) {
		return false
	}
	before := strings.Fields(text[:start])
	return strings.HasPrefix(text[end:], " ") && upper(text[end+1:]) ||
		len(before) > 1 && upper(before[len(before)-1]) && strings.HasSuffix(text[:start], before[len(before)-1]+" ")
}

// upper reports whether a text begins with a capital letter.
func upper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// clozeLeak looks for what a gap asks in the text around the gaps.
func (c *checker) clozeLeak(q *decks.Question, t *lexicon) {
	text := c.text(q).ask
	for i, answer := range c.text(q).answers {
		if at, end, found := t.leak(text, answer); found && !t.offered(text, at, end) {
			c.found(q, gapPlace(q, i), "the answer "+quoted(plain(q.Gaps[i].Text))+" stands beside its gap", "say it once")
		}
	}
}

// reverseLeak looks for the answer of a reverse card in what that asks.
func (c *checker) reverseLeak(q *decks.Question, t *lexicon) {
	for _, card := range q.Cards() {
		if card.Face != decks.ReverseFace {
			continue
		}
		text, answer := c.words(card.Ask(), language(q)), c.words(card.Answers()[0].Text, language(q))
		if at, end, found := t.leak(text, answer); found && !t.offered(text, at, end) && !c.spoken(card.Ask(), answer, language(q), t) {
			at := q.Place("reverse", "ask")
			if !at.Found() {
				at = q.Place("reverse")
			}
			c.found(q, at, "the reverse card asks with the words of its answer "+quoted(plain(card.Answers()[0].Text)), "ask without its words: reverse = { ask = \"...\" }")
		}
	}
}

// pairLeak looks for the right side of a pair in its left side.
func (c *checker) pairLeak(q *decks.Question, t *lexicon) {
	var rights, lefts [][]word
	for _, right := range c.text(q).answers {
		rights = append(rights, cut(right))
	}
	for _, left := range q.Lefts {
		lefts = append(lefts, cut(c.words(shown(left, q), language(q))))
	}
	for i, right := range rights {
		others := append(append([][]word{}, rights[:i]...), rights[i+1:]...)
		own := t.distinct(right, others)
		if len(own) < len(t.content(right)) || i >= len(lefts) {
			continue
		}
		if _, _, found := t.leak(lefts[i], own); found {
			c.found(q, q.Place("pairs", i, 0), "the left side gives its right side "+quoted(plain(q.Answers[i].Text))+" away", "name it in other words")
		}
	}
}

// numberLeak looks for a number in the only number of a question, and for one
// up to twelve in its words. A question with several numbers is a calculation.
func (c *checker) numberLeak(q *decks.Question, t *lexicon) {
	if strings.ContainsAny(q.Ask, "+=*/^×÷$`") {
		return
	}
	wanted, err := strconv.Atoi(strings.TrimRight(q.Answers[0].Text, " \u00a0\u202f%"))
	if err != nil || wanted < 2 {
		return
	}
	numbers, hit := 0, ""
	for _, w := range c.text(q).ask {
		n, known := t.number(w.text)
		if !known {
			continue
		}
		if numbers++; n == wanted {
			hit = w.text
		}
	}
	if numbers == 1 && hit != "" {
		c.found(q, spot(q.Place("ask"), hit), "the answer "+quoted(q.Answers[0].Text)+" stands in the question", "ask without the number")
	}
}

// number returns what a word counts: digits, or a name from two to twelve.
func (t *lexicon) number(w string) (int, bool) {
	if isNumber(w) {
		n, err := strconv.Atoi(w)
		return n, err == nil
	}
	for i, name := range t.numbers {
		if w == name {
			return i + 2, true
		}
	}
	return 0, false
}

// answerInHint tells of a hint that is the answer.
func answerInHint(c *checker, q *decks.Question) {
	if len(q.Hints) == 0 && len(q.Gaps) == 0 {
		return
	}
	t := c.lexicon(answerLanguage(q))
	if t == nil || q.Kind == decks.TrueFalse {
		return
	}
	message := "the hint gives the answer away"
	advice := "a hint leads to the answer: say where to look, or how it begins"
	for i, hint := range q.Hints {
		words := c.words(hint, answerLanguage(q))
		if !c.hintLeak(q, t, words, hint) {
			continue
		}
		at := q.Place("hint", i)
		if !at.Found() {
			at = q.Place("hint")
		}
		c.found(q, at, message, advice)
	}
	for i, g := range q.Gaps {
		if g.Hint == "" {
			continue
		}
		words := c.words(g.Hint, answerLanguage(q))
		if at, end, found := t.leak(words, c.text(q).answers[i]); found && !t.offered(words, at, end) {
			c.found(q, gapPlace(q, i), message, advice)
		}
	}
}

// hintLeak reports whether the words of a hint hold an answer.
func (c *checker) hintLeak(q *decks.Question, t *lexicon, words []word, written string) bool {
	if q.Kind == decks.Choice || q.Kind == decks.Multiple {
		_, found := c.optionLeak(q, t, words, written)
		return found
	}
	for _, answer := range c.text(q).answers {
		if at, end, found := t.leak(words, answer); found && !t.offered(words, at, end) {
			return true
		}
	}
	return false
}

// answerInAlt tells of a picture whose words give the answer away.
func answerInAlt(c *checker, q *decks.Question) {
	t := c.asked(q)
	if t == nil || q.Alt == "" || q.Image == "" || q.Kind == decks.TrueFalse || q.Kind == decks.Order || q.Kind == decks.Match {
		return
	}
	if c.hintLeak(q, t, c.words(q.Alt, language(q)), q.Alt) {
		c.found(q, q.Place("alt"), "the alt gives the answer away to those who read it", "say what the picture shows, not what it means")
	}
}
