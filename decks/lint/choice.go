package lint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"recto/decks"
)

// oneChoice tells of a question to which only one response is possible.
func oneChoice(c *checker, q *decks.Question) {
	switch {
	case q.Kind == decks.Order && len(q.Answers) == 1:
		c.found(q, q.Place("order"), "one item is in order by itself", "give two items or more, or ask with answer")
	case q.Kind == decks.Match && len(q.Answers) == 1 && len(q.Choices) < 2:
		c.found(q, q.Place("pairs"), "one pair leaves nothing to match", "give more pairs, or choices with distractors")
	case q.Kind != decks.Choice && q.Kind != decks.Multiple:
	case !slices.ContainsFunc(q.Choices, func(o decks.Value) bool { return !isRight(q, o) }):
		c.found(q, q.Place("choices"), "no option is wrong", "add options that somebody who does not know would take")
	}
}

// choiceRepeat tells of options that say the same.
func choiceRepeat(c *checker, q *decks.Question) {
	if !picks(q) {
		return
	}
	articles := c.articles(q)
	folded := make([]string, len(q.Choices))
	counts := map[string]bool{}
	for i, o := range q.Choices {
		folded[i] = foldForm(o.Text, articles)
		counts[folded[i]] = true
	}
	if len(counts) == len(folded) || len(counts) == 1 {
		return // all one but for case or signs: the question is about those
	}
	for i := range folded {
		if first := slices.Index(folded, folded[i]); first < i && utf8.RuneCountInString(folded[i]) > 2 {
			c.found(q, optionPlace(q, i), "the option "+quoted(q.Choices[i].Text)+" repeats "+quoted(q.Choices[first].Text), "give each option once")
		}
	}
}

// picks reports whether a question is answered by picking from options that
// its author wrote.
func picks(q *decks.Question) bool {
	return (q.Kind == decks.Choice || q.Kind == decks.Multiple) && len(q.Choices) > 1
}

// articles returns the articles of the language of the answers, none when it
// is not known.
func (c *checker) articles(q *decks.Question) []string {
	if t := c.lexicon(answerLanguage(q)); t != nil {
		return t.articles
	}
	return nil
}

// choiceLength tells of a right option that its length tells from the others,
// and of an option that is out of all proportion.
func choiceLength(c *checker, q *decks.Question) {
	if !picks(q) {
		return
	}
	const slack = 8 // characters that nobody notices
	shortest, longest, longestWrong := 1<<30, 0, 0
	right := 1 << 30
	at, rightAt := 0, 0
	for i, o := range q.Choices {
		n := utf8.RuneCountInString(plain(o.Text))
		shortest = min(shortest, n)
		if n > longest {
			longest, at = n, i
		}
		if !isRight(q, o) {
			longestWrong = max(longestWrong, n)
		} else if n < right {
			right, rightAt = n, i
		}
	}
	switch {
	case longestWrong > 0 && right > 2*longestWrong+slack:
		c.found(q, optionPlace(q, rightAt), "the right option is by far the longest", "make the options alike, or move the detail to explain")
	case longestWrong > 0 && shortest == right && c.othersLonger(q, 3*right+slack):
		c.found(q, optionPlace(q, rightAt), "the right option is by far the shortest", "make the options alike")
	case longest > 4*max(second(q, at), 1)+slack:
		c.found(q, optionPlace(q, at), "the option is out of all proportion", "make the options alike")
	}
}

// othersLonger reports whether every wrong option has more characters than n.
func (c *checker) othersLonger(q *decks.Question, n int) bool {
	for _, o := range q.Choices {
		if !isRight(q, o) && utf8.RuneCountInString(plain(o.Text)) <= n {
			return false
		}
	}
	return true
}

// second returns the characters of the longest option but the one at i.
func second(q *decks.Question, i int) int {
	n := 0
	for j, o := range q.Choices {
		if j != i {
			n = max(n, utf8.RuneCountInString(plain(o.Text)))
		}
	}
	return n
}

// Options that name the others, by language; as foldForm leaves them.
var (
	allOptions = map[string]string{
		"en": "all of the above|all the above|all of these|all of them|all of the options|all above|all are correct|all of the above are correct|both of the above|both of these|both of them|both are correct|both are right|both answers are correct|all answers are correct",
		"de": "alle oben genannten|alle genannten|alle der oben genannten|alle antworten sind richtig|alles davon|alle davon|alle oben|alle antworten|alles oben genannte|alle sind richtig|beides|beide antworten|beide sind richtig|alles genannte",
		"fr": "toutes ces réponses|toutes les réponses|toutes les réponses ci-dessus|tout ce qui précède|toutes ces réponses sont correctes|toutes les réponses sont correctes|tous les précédents|les deux réponses|les deux réponses sont correctes",
		"es": "todas las anteriores|todas las respuestas anteriores|todas las opciones|todo lo anterior|todos los anteriores|todas son correctas|todas las respuestas son correctas|ambas respuestas|ambas son correctas",
		"pt": "todas as anteriores|todas as alternativas|todas as opções|todas as respostas anteriores|todas as alternativas anteriores|todas estão corretas|todos os anteriores|ambas as respostas|ambas estão corretas",
	}
	noOption = map[string]string{
		"en": "none of the above|none of these|none of them|none of those|neither of the above|no answer is correct|none are correct|none|none of the options",
		"de": "keine der oben genannten|keines davon|keine davon|keiner davon|nichts davon|keine der genannten|keine antwort ist richtig|keines der genannten|keine der antworten|nichts von alledem",
		"fr": "aucune de ces réponses|aucune des réponses ci-dessus|aucune de ces propositions|aucune|aucun des précédents|rien de tout cela",
		"es": "ninguna de las anteriores|ninguno de los anteriores|ninguna es correcta|ninguna de ellas|ninguna",
		"pt": "nenhuma das anteriores|nenhuma das alternativas|nenhuma das alternativas anteriores|nenhum dos anteriores|nenhuma está correta|nenhuma",
	}
)

// allOfTheAbove tells of an option that names all the others, and of one that
// names none of them and may be shuffled between them.
func allOfTheAbove(c *checker, q *decks.Question) {
	if !picks(q) {
		return
	}
	every, none := allOptions[answerLanguage(q)], noOption[answerLanguage(q)]
	for i, o := range q.Choices {
		folded := foldForm(o.Text, nil)
		switch {
		case oneOf(every, folded):
			c.found(q, optionPlace(q, i), "the option "+quoted(o.Text)+" is found by knowing two of the others",
				"take it out and make the answer an array of the right ones")
		case oneOf(none, folded) && !q.Fixed && !slices.ContainsFunc(q.Last, func(v decks.Value) bool { return sameValue(v, o) }):
			c.found(q, optionPlace(q, i), "the option "+quoted(o.Text)+" may be shuffled between the others", "keep it last: fixed = ["+quoted(o.Text)+"]")
		}
	}
}

// oneOf reports whether s is one of the phrases with '|' between.
func oneOf(phrases, s string) bool {
	for s != "" && phrases != "" {
		one, rest, _ := strings.Cut(phrases, "|")
		if one == s {
			return true
		}
		phrases = rest
	}
	return false
}

// choiceLetters tells of an option that names others by letter or place, which
// shuffling makes wrong.
func choiceLetters(c *checker, q *decks.Question) {
	if !picks(q) || q.Fixed {
		return
	}
	for i, o := range q.Choices {
		if namesLetters(foldForm(o.Text, nil), len(q.Choices)) {
			c.found(q, optionPlace(q, i), "the option "+quoted(o.Text)+" names others by letter, and options are shuffled",
				"make the answer an array of the right ones, or keep the order: fixed = true")
		}
	}
}

// joins are the words that may stand between the letters of options.
var joins = newVocabulary("both and or only all of the but not neither nor either und oder nur sowohl als auch beide et ou seulement y o solo e ambos")

// namesLetters reports whether a text is nothing but letters of options, two
// at least, and words between them.
func namesLetters(s string, options int) bool {
	letters, between := 0, false
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",&+/()", r) }) {
		switch {
		case len(w) == 1 && w[0] >= 'a' && int(w[0]-'a') < options:
			letters++
		case joins[w]:
			between = true
		default:
			return false
		}
	}
	return letters > 1 && between
}
