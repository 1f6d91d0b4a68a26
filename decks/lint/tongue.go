package lint

import "unicode/utf8"

// tongue is what the search for twins knows of a language.
type tongue struct {
	articles vocabulary
	stop     vocabulary // words that frame a question; what asks and the articles too
	decisive vocabulary // words that turn a meaning: negations, numbers, ranks

	capitals bool // every noun begins with a capital letter
	english  bool // 's is an ending and n't a word
}

// newTongue returns what is known of a language, at least nothing.
func newTongue(language string) *tongue {
	raw := knownWords[language]
	own := framing[language]
	return &tongue{
		articles: newVocabulary(raw.articles + " " + own.articles),
		stop:     newVocabulary(raw.articles + " " + raw.wh + " " + own.stop),
		decisive: newVocabulary(raw.numbers + " " + own.decisive),
		capitals: language == "de",
		english:  language == "en",
	}
}

// family returns what the words that are made of one have in common, such as
// paint, painted, painter; endings come one behind the other, as in entdeck-t-e.
// Short words are their own.
func family(w, language string) string {
	for utf8.RuneCountInString(w) >= 5 {
		shorter := root(w, language)
		if shorter == w {
			break
		}
		w = shorter
	}
	return w
}

// framing are the words of the languages that frame a question, and those
// without which it is another one. Pronouns are neither: a deck may ask for
// the forms of a verb.
var framing = map[string]struct{ articles, stop, decisive string }{
	"en": {
		stop: "name state give tell say define describe identify call called is are was were be been being am do does did done has have had " +
			"having will would can could shall should may might must of in on at to for from by with as and or that this these those it its " +
			"there then than so s d ll re ve please",
		decisive: "not no never none neither nor without except cannot only hundred thousand million billion half double first second third " +
			"fourth fifth sixth seventh eighth ninth tenth last next before after above below more less most least former latter un vice",
	},
	"de": {
		articles: "einen einem einer eines",
		stop: "nenne nennen nennt man gib an heißt heissen heißen ist sind war waren sein gewesen wird werden wurde wurden hat haben hatte " +
			"hatten kann können konnte von vom in im ins an am auf aus bei mit nach zu zum zur für um und oder dass als sich bitte denn",
		decisive: "nicht kein keine keinen keinem keiner nie niemals ohne außer weder nur hundert tausend million millionen halb doppelt erste " +
			"ersten erster zweite zweiten zweiter dritte dritten dritter letzte letzten letzter nächste nächsten vor mehr weniger meisten " +
			"wenigsten über unter",
	},
	"fr": {
		articles: "d",
		stop: "d au aux est sont était étaient être été a ont avait avaient avoir fait à en dans sur par pour avec et ou ce cet cette ces c s " +
			"se son sa ses leur leurs on y que qu nommez citez donnez appelle appelait",
		decisive: "ne n pas non jamais aucun aucune sans sauf ni seul seulement cent mille million millions premier première deuxième second " +
			"seconde troisième dernier dernière avant après plus moins",
	},
	"es": {
		stop: "que quien cual cuando donde como es son era eran fue fueron ser ha han había hay está están se su sus de del en a al por para " +
			"con y o e u este esta estos estas ese esa nombre diga di llama llamaba",
		decisive: "no nunca jamás ningún ninguna sin excepto ni solo sólo cien mil millón millones primer primero primera segundo segunda " +
			"tercer tercero tercera último última antes después más menos",
	},
	"pt": {
		stop: "porque é são era eram foi foram ser há tem têm tinha está estão se seu sua seus suas de do da dos das em no na nos nas por " +
			"pelo pela para com e ou este esta estes estas esse essa ao à aos às nome diga chama chamava",
		decisive: "não nunca jamais nenhum nenhuma sem exceto nem só somente cem mil milhão milhões primeiro primeira segundo segunda " +
			"terceiro terceira último última antes depois mais menos",
	},
}
