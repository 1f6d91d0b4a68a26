package lint

import (
	"slices"
	"strings"

	"recto/decks"
	"recto/decks/markup"
)

// negatives are the words that turn a question round, by language.
var negatives = map[string]vocabulary{
	"en": newVocabulary("not never except least incorrect isn't aren't wasn't weren't doesn't don't didn't hasn't haven't can't cannot couldn't won't"),
	"de": newVocabulary("nicht nie niemals kein keine keinen keinem keiner keines außer ausgenommen"),
	"fr": newVocabulary("pas jamais sauf excepté hormis aucun aucune"),
	"es": newVocabulary("no nunca jamás excepto salvo"),
	"pt": newVocabulary("não nunca jamais exceto salvo"),
}

// notNegative are words behind which, or before which, a negative turns
// nothing round: "not only", "whether or not", "at least"; and "but not", which
// nobody reads over.
var notNegative = map[string]struct{ before, behind vocabulary }{
	"en": {newVocabulary("or why if at but"), newVocabulary("only just necessarily until")},
	"de": {newVocabulary("oder warum ob gar aber"), newVocabulary("nur wahr")},
	"fr": {newVocabulary("ou pourquoi mais"), newVocabulary("seulement que")},
	"es": {newVocabulary("o si pero"), newVocabulary("sólo solo solamente obstante")},
	"pt": {newVocabulary("ou se mas"), newVocabulary("só somente apenas obstante")},
}

// negativeWording tells of a question that is turned round by a small word
// which is easily read over.
func negativeWording(c *checker, q *decks.Question) {
	switch q.Kind {
	case decks.Choice, decks.Multiple, decks.TrueFalse, decks.List, decks.Short, decks.Number, decks.Date:
	default:
		return
	}
	small := negatives[language(q)]
	if small == nil || !mayHold(c.text(q).ask, small) || mayHold(c.text(q).ask, whys[language(q)]) {
		return
	}
	except, below := notNegative[language(q)], clauses[language(q)]
	options := q.Kind == decks.Choice || q.Kind == decks.Multiple || q.Kind == decks.TrueFalse
	if !options && q.Kind != decks.List && !strings.Contains(q.Ask, "?") {
		return // a phrase to be translated
	}
	before := 0 // words in the spans before
	for _, span := range markup.Parse(q.Ask) {
		if span.Kind != markup.Text || span.Emphasis || span.Strong {
			continue
		}
		words := strings.FieldsFunc(unquoted(span.Text), func(r rune) bool { return !isWordRune(r) && r != '\'' && r != '’' })
		for i, w := range words {
			lower := strings.ReplaceAll(strings.ToLower(w), "’", "'")
			if before+i > 1 && below[lower] && !options {
				return // what follows says of what the question is
			}
			switch {
			case !small[lower] || w == strings.ToUpper(w):
			case lower == "least" && (i == 0 || strings.ToLower(words[i-1]) == "at"):
			case i > 0 && except.before[strings.ToLower(words[i-1])] || i+1 < len(words) && except.behind[strings.ToLower(words[i+1])]:
			case i+1 == len(words) && language(q) == "es":
			case strings.HasPrefix(lower, "kein") && !mayHold(c.text(q).ask, copulas): // "hat keine Ladung" says what there is
			default:
				c.found(q, spot(q.Place("ask"), w), quoted(w)+" turns the question round and is easily read over", "emphasise it: *"+w+"*, or ask for what is so")
				return
			}
		}
		before += len(words)
	}
}

// whys are the words that ask for a reason: what is not so is then said as a
// fact.
var whys = map[string]vocabulary{
	"en": newVocabulary("why"), "de": newVocabulary("warum wieso weshalb"), "fr": newVocabulary("pourquoi"),
}

// unquoted returns a text without what stands in quotation marks.
func unquoted(s string) string {
	if !strings.ContainsAny(s, `"“„«`) {
		return s
	}
	var b strings.Builder
	inside := false
	for _, r := range s {
		switch {
		case strings.ContainsRune(`"“”„«»`, r):
			inside = !inside
		case !inside:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// clauses are the words with which a part of a sentence begins that is not the
// question itself.
var clauses = map[string]vocabulary{
	"en": newVocabulary("that who whom whose which when where if because although while whether as but and so for"),
	"de": newVocabulary("dass der die das den dem deren dessen wenn weil obwohl während ob als aber und damit um"),
	"fr": newVocabulary("que qui dont où quand si parce bien mais et lorsque"),
	"es": newVocabulary("que quien cuando donde si porque aunque pero y"),
	"pt": newVocabulary("que quem quando onde se porque embora mas e"),
}

// copulas are the German words beside which "kein" means "not a".
var copulas = newVocabulary("ist sind war waren gehört gehören zählt zählen")

// mayHold reports whether words hold one of a vocabulary; of "isn't" they have
// the first part.
func mayHold(words []word, v vocabulary) bool {
	return slices.ContainsFunc(words, func(w word) bool { return v[w.text] || v[w.text+"'t"] })
}

// severalFacts tells of a question that asks for more than one thing at once,
// of which one may be known and the other not.
func severalFacts(c *checker, q *decks.Question) {
	t := c.lexicon(language(q))
	if t == nil || q.Kind != decks.Short && q.Kind != decks.Number && q.Kind != decks.Date {
		return
	}
	if strings.Count(q.Ask, "?") > 1 && questions(plain(q.Ask)) > 1 {
		c.found(q, q.Place("ask"), "two questions are asked at once", "make a question of each")
		return
	}
	and := andWord[language(q)]
	words := c.text(q).ask
	asks := false
	for i, w := range words {
		if !t.wh[w.text] {
			continue
		}
		start := i - 1
		if i > 1 && t.small[words[i-1].text] && !t.wh[words[i-1].text] && words[i-1].text != and {
			start-- // "and in which year"
		}
		if asks && words[start].text == and {
			c.found(q, saidAt(q.Place("ask"), words[start:i+1]), "a second fact is asked for behind "+quoted(and), "make a question of each, which is learned and forgotten by itself")
			return
		}
		asks = asks || i < 3
	}
}

var andWord = map[string]string{"en": "and", "de": "und", "fr": "et", "es": "y", "pt": "e"}

// questions counts the sentences of a text that end with a question mark.
func questions(s string) int {
	n := 0
	for i, r := range s {
		rest := s[i+len(string(r)):]
		if r == '?' && (rest == "" || rest[0] == ' ' || rest[0] == '\n') {
			n++
		}
	}
	return n
}

// answersYes are the words of yes and no, of true and false.
var answersYes = map[string]vocabulary{
	"en": newVocabulary("yes no true false"),
	"de": newVocabulary("ja nein wahr falsch richtig"),
	"fr": newVocabulary("oui non vrai faux"),
	"es": newVocabulary("sí no verdadero falso cierto"),
	"pt": newVocabulary("sim não verdadeiro falso"),
}

// openers are how a question for yes or no, or a statement to be judged, begins
// where no question mark says so.
var openers = map[string]vocabulary{
	"en": newVocabulary("is are was were do does did has have had can could will would should may might must true right"),
	"de": newVocabulary("ist sind war waren hat haben hatte kann können wird werden darf muss gibt stimmt wahr richtig"),
	"fr": newVocabulary("est vrai"), "es": newVocabulary("verdadero cierto"), "pt": newVocabulary("verdadeiro"),
}

// yesNo tells of a question for yes or no whose answer is typed as a text.
func yesNo(c *checker, q *decks.Question) {
	if q.Kind != decks.Short {
		return
	}
	answer := c.text(q).answer
	t := c.asked(q)
	if t == nil || len(answer) == 0 || !answersYes[language(q)][answer[0].text] || len(c.text(q).ask) < 3 {
		return
	}
	if !strings.Contains(q.Ask, "?") && !openers[language(q)][c.text(q).ask[0].text] {
		return
	}
	if len(answer) > 1 && strings.IndexFunc(q.Answers[0].Text, func(r rune) bool { return !isWordRune(r) }) != len([]byte(answer[0].text)) {
		return
	}
	if len(answer) > 1 && !strings.ContainsAny(q.Answers[0].Text, ",.;:-–—") {
		return // "no man's land"
	}
	if slices.ContainsFunc(c.text(q).ask, func(w word) bool { return t.wh[w.text] }) {
		return
	}
	c.found(q, q.Place("answer"), "a question for yes or no is half answered by guessing", "make a statement of it, with answer = true or false, or ask what, when, why")
}

// reverseQuestion tells of a reverse card that wants a whole question typed.
func reverseQuestion(c *checker, q *decks.Question) {
	if q.Reverse == nil || q.Reverse.Answer != "" {
		return
	}
	const most = 6 // words that somebody can be asked to type
	words := len(c.text(q).ask)
	asks := questions(plain(q.Ask)) > 0 && questions(plain(q.Answers[0].Text)) == 0 && language(q) == answerLanguage(q)
	if words <= most && !asks {
		return
	}
	at := q.Place("reverse")
	if !at.Found() {
		at = q.Place("ask")
	}
	c.found(q, at, "the reverse card wants the question typed as its answer", `say what it asks and wants: reverse = { ask = "...", answer = "..." }`)
}

// freeVerbs are how a question begins that asks for an explanation.
var freeVerbs = map[string]vocabulary{
	"en": newVocabulary("explain describe discuss summarise summarize"),
	"de": newVocabulary("erkläre erklären erläutere erläutern beschreibe beschreiben"),
	"fr": newVocabulary("expliquez explique décrivez décris"),
	"es": newVocabulary("explica explique describe describa"),
	"pt": newVocabulary("explique descreva"),
}

// freeText tells of an explanation that is to be typed word for word.
func freeText(c *checker, q *decks.Question) {
	if q.Kind != decks.Short || !q.Typed || q.Exact {
		return
	}
	text := c.text(q)
	if len(text.ask) > 0 && len(text.answer) > 3 && freeVerbs[language(q)][text.ask[0].text] {
		c.found(q, q.Place("answer"), "an explanation in free words cannot be compared with this one", "let the learner judge: typed = false")
	}
}

// pronouns are words that stand for something named before, by language.
var pronouns = map[string]vocabulary{
	"en": newVocabulary("he she it they him her them his its their this that these those"),
	"de": newVocabulary("er es ihn ihm dies dieser diese dieses seine sein"),
	"fr": newVocabulary("il elle ils elles lui"),
	"es": newVocabulary("él ella ellos ellas"),
	"pt": newVocabulary("ele ela eles elas"),
}

// lead are the words behind which "it" stands for what follows: "What is it
// called that ...?"
var lead = map[string]vocabulary{
	"en": newVocabulary("that when whether if to who which where what for like called and"),
	"de": newVocabulary("dass wenn ob zu um der die das den dem wer was wo wie man gibt geht heißt nennt und für"),
	"fr": newVocabulary("que qu si de à pour quand et y a faut"),
	"es": newVocabulary("que si de a para cuando y"),
	"pt": newVocabulary("que se de a para quando e"),
}

// noContext tells of a question that speaks of "it" or "him" and nothing before
// says who that is: cards come one by one and in any order.
func noContext(c *checker, q *decks.Question) {
	if q.Kind != decks.Short && q.Kind != decks.Number && q.Kind != decks.Date && q.Kind != decks.List || q.Image != "" || q.Group != nil {
		return
	}
	t, words := c.asked(q), c.text(q).ask
	if t == nil || len(words) < 3 || !t.small[words[0].text] || !t.small[words[1].text] {
		return
	}
	if questions(plain(q.Ask)) != 1 || strings.ContainsAny(q.Ask, "\n:`$*\"“„«") {
		return
	}
	if strings.ContainsAny(strings.TrimRight(q.Ask, "?! \u00a0\u202f"), ".!;") {
		return
	}
	for i, w := range words {
		if !t.small[w.text] {
			return // something is named before
		}
		if i == 0 || !pronouns[language(q)][w.text] || words[i-1].text == "of" {
			continue
		}
		if rest := words[i+1:]; len(rest) > 0 && !slices.ContainsFunc(rest, func(w word) bool { return lead[language(q)][w.text] || t.wh[w.text] }) {
			at := strings.Index(strings.ToLower(q.Ask), " "+w.text+" ")
			if at >= 0 {
				c.found(q, spot(q.Place("ask"), q.Ask[at+1:at+1+len(w.text)]), quoted(w.text)+" stands for something that the card does not name",
					"a card comes alone: name it in the question")
			}
		}
		return
	}
}
