package lint

import (
	"strings"

	"recto/decks"
)

// lexicon is what lints know of the words of a language, in lower case. Where a
// language is not known the lints that depend on words are silent rather than
// guess. What only one lint asks for stands beside it.
type lexicon struct {
	small    vocabulary // articles and other words that say nothing alone
	articles []string   // that may stand before an answer
	or       vocabulary // what stands between things to choose from
	wh       vocabulary // what asks
	numbers  []string   // from two to twelve
}

// vocabulary is some words.
type vocabulary map[string]bool

func newVocabulary(words string) vocabulary {
	v := vocabulary{}
	for _, w := range strings.Fields(words) {
		v[w] = true
	}
	return v
}

// lexicon returns what is known of a language, nil when it is not.
func (c *checker) lexicon(language string) *lexicon {
	if t, there := c.lexicons[language]; there {
		return t
	}
	var t *lexicon
	if raw, known := knownWords[language]; known {
		t = &lexicon{
			small: newVocabulary(raw.small + " " + raw.articles + " " + raw.or + " " + raw.wh), articles: strings.Fields(raw.articles),
			or: newVocabulary(raw.or), wh: newVocabulary(raw.wh), numbers: strings.Fields(raw.numbers),
		}
	}
	c.lexicons[language] = t
	return t
}

// asked returns what is known of the language of a question, nil when it is
// not, or when the answers are in another one: the same word in two languages
// is no hint but what is to be learned.
func (c *checker) asked(q *decks.Question) *lexicon {
	if q.Deck.Language != q.Deck.AnswerLanguage && language(q) != answerLanguage(q) {
		return nil
	}
	return c.lexicon(language(q))
}

// knownWords are the words of the languages that are known, by spaces.
var knownWords = map[string]struct{ small, articles, or, wh, numbers string }{
	"en": {
		small: "of in on at to by for from with about into over after before between and but not no as than then so that this these those " +
			"it its he his she her they their them we our you your i my me is are was were be been being am do does did has have had " +
			"can could will would may might must should shall there here some any each every very more most much many up",
		articles: "the a an",
		or:       "or between versus vs",
		wh:       "who whom whose what which when where why how",
		numbers:  "two three four five six seven eight nine ten eleven twelve",
	},
	"de": {
		small: "von vom in im an am auf zu zum zur bei mit aus nach für über um durch und aber nicht kein keine als dann so dass dies diese dieser " +
			"dieses es sein seine seiner seines er sie ihr ihre ihrer wir unser ich mein mich ist sind war waren wird werden wurde wurden hat " +
			"haben hatte hatten kann können soll sollen muss müssen sich man da hier sehr mehr viel viele jede jeder jedes auch noch nur",
		articles: "der die das den dem des ein eine einen einem einer eines",
		or:       "oder zwischen",
		wh:       "wer wen wem wessen was welche welcher welches welchen welchem wann wo wohin woher warum wieso weshalb wie womit wodurch wofür worin woraus",
		numbers:  "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
	},
	"fr": {
		small: "de d à au aux en dans sur sous par pour avec sans vers chez et mais ne pas que qu ce cet cette ces c s il elle ils elles on son sa " +
			"ses leur leurs nous notre vous votre je j mon ma mes me m se y est sont était étaient a ont avait été être avoir fait très plus aussi",
		articles: "le la les l un une des du",
		or:       "ou entre",
		wh:       "qui quoi quel quelle quels quelles quand où pourquoi comment combien lequel laquelle lesquels lesquelles",
		numbers:  "deux trois quatre cinq six sept huit neuf dix onze douze",
	},
	"es": {
		small: "de del a al en por para con sin sobre entre y e pero no que este esta estos estas ese esa eso esto es son era eran fue fueron ser estar " +
			"está están ha han había se su sus le les lo me mi mis tu tus nos nuestro yo él ella ellos ellas muy más también como",
		articles: "el la los las un una unos unas",
		or:       "o u entre",
		wh:       "quién quiénes qué cuál cuáles cuándo dónde adónde cómo cuánto cuánta cuántos cuántas",
		numbers:  "dos tres cuatro cinco seis siete ocho nueve diez once doce",
	},
	"pt": {
		small: "de do da dos das em no na nos nas por pelo pela para com sem sobre e mas não que este esta estes estas esse essa isso isto é são era " +
			"eram foi foram ser estar está estão há tem têm se seu sua seus suas lhe me meu minha ele ela eles elas muito mais também como ao à",
		articles: "o a os as um uma uns umas",
		or:       "ou entre",
		wh:       "quem que qual quais quando onde aonde como quanto quanta quantos quantas porquê",
		numbers:  "dois três quatro cinco seis sete oito nove dez onze doze",
	},
}
