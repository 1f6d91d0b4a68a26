package relink

import "strings"

// vocabulary is the class of the words below. Of a word that stands in several
// lists the first one counts.
var vocabulary = classes([]list{
	{number, numerals}, {negation, negations}, {opposite, opposites}, {asker, askers}, {filler, fillers},
})

// Words that say little, or very much, of what a question asks. They are those
// of English, German, French and Spanish; in every other language each word
// counts as one of content, which only makes a carry-over rarer.
const (
	// fillers hold a sentence together. That one of them changes, comes or
	// goes tells nothing.
	fillers = `a an the of in on at to for by with from as and or is are was were be been being am do does did has have had
		it its this that these those there their they he she his her him them i you your we our us my me ones can could will would
		may might shall should must so too also just very quite rather really exactly precisely roughly approximately about around
		some such than then into onto upon within during while if please called named known name give state list describe explain define
		tell identify complete say write choose select mark pick find fill match pair put order arrange sort connect compare following according called mean means meant term word
		der die das den dem des ein eine einen einem einer eines und oder ist sind war waren wird werden wurde hat haben hatte im am zum zur
		von vom zu mit bei für auf aus an als es sie er sich auch heißt heißen nennt nenne nennen man dieser diese dieses
		le la les un une des du de et ou est sont était étaient a ont au aux en dans pour par avec sur ce cet cette ces il elle ils
		qui que se sa son ses nommez appelle
		el los las unos unas y o es son era eran fue fueron ha han al del con por para sobre su sus este esta estos estas lo se llama`

	// askers say what sort of answer is wanted.
	askers = `what which who whom whose when where why how many much
		was welche welcher welches welchen welchem wer wen wem wessen wann wo wohin woher warum wieso wie viele viel
		quel quelle quels quelles quoi quand où pourquoi comment combien
		qué cuál cuáles quién quiénes cuándo dónde cómo cuánta cuántos cuántas`

	// negations turn a statement round.
	negations = `not no never none nobody nothing neither nor without except cannot
		nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne außer weder
		ne pas jamais aucun aucune rien sans sauf ni personne
		nunca jamás ningún ninguna nada sin nadie excepto tampoco`

	// opposites are words of which another one makes another question.
	opposites = `first second third fourth fifth sixth seventh eighth ninth tenth last next previous former latter
		before after earlier later earliest latest until since end ended
		more less fewer most least few maximum minimum largest smallest biggest greatest highest lowest longest shortest oldest
		youngest newest largest larger smaller higher lower longer shorter older younger bigger greater best worst better worse
		north south east west northern southern eastern western left right top bottom upper inner outer above below over under
		increase decrease increases decreases increased decreased increasing decreasing rise fall gain loss win lose won lost
		positive negative true false always sometimes often rarely all any every each both only
		mother father son daughter brother sister husband wife king queen man woman male female boy girl
		born died dies birth death
		singular plural input output buy sell import export hot cold
		erste zweite dritte letzte vor nach mehr weniger größte kleinste höchste niedrigste nord süd ost west links rechts
		alle immer nur manchmal mutter vater sohn tochter bruder schwester könig königin
		premier première deuxième second dernier dernière avant après plus moins nord sud est ouest gauche droite tous toujours
		primer primera segundo segunda último última antes después más menos norte sur este oeste izquierda derecha todos siempre`

	// numerals are numbers written as words.
	numerals = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
		eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half double twice
		null zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert tausend
		deux trois quatre cinq sept huit neuf dix onze douze vingt trente cent mille
		dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cien mil
		monday tuesday wednesday thursday friday saturday sunday
		january february march april june july august september october november december`
)

// englishOnly are fillers and askers that no other of the languages has.
var englishOnly = setOf("the of did does what which who whose when where how is are by from with to")

// falseFriends are words of content in English that are fillers elsewhere.
var falseFriends = map[string]class{"die": opposite, "war": plain, "hat": plain, "era": plain, "sin": plain}

// sameWords are opposites that say the same, by the one that stands for both.
var sameWords = map[string]string{"biggest": "largest", "bigger": "larger", "eldest": "oldest", "elder": "older"}

func setOf(words string) map[string]bool {
	all := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		all[w] = true
	}
	return all
}

// list is words of a class.
type list struct {
	class class
	words string
}

// classes makes a look-up of lists.
func classes(lists []list) map[string]class {
	all := map[string]class{}
	for _, l := range lists {
		for w := range strings.FieldsSeq(l.words) {
			if _, known := all[w]; !known {
				all[w] = l.class
			}
		}
	}
	return all
}

// isClass reports whether a folded word is a known one of a class.
func isClass(word string, c class) bool {
	got, known := vocabulary[word]
	return known && got == c
}
