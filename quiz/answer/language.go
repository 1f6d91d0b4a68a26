package answer

import "strings"

// tongue is what marking knows of a language. Every word is folded: lower
// case, no outer punctuation, accents kept.
type tongue struct {
	primary   string // "en"; "" when the language is not known
	articles  []string
	elided    []string   // articles joined to the next word: "l'"
	fillers   [][]string // openings that say nothing, longest first
	negations []string   // without accents
	or, and   []string
	unknown   []string // "I don't know", accents and apostrophes dropped
	yes, no   []string // words for a true and a false statement
	group     rune     // between the thousands of a number
	expand    bool     // ä may be written ae, and so on
	british   bool     // spellings of both sides of the Atlantic are one
}

// tongueOf returns what is known of the language of a BCP 47 tag; nothing
// of an unknown one.
func tongueOf(tag string) tongue {
	primary, _ := splitTag(tag)
	t, known := tongues[primary]
	if known {
		t.primary = primary
	}
	t.group = separatorsOf(tag).group
	return t
}

func splitTag(tag string) (primary, region string) {
	parts := strings.Split(tag, "-")
	for _, part := range parts[1:] {
		if len(part) == 2 || len(part) == 3 && part[0] >= '0' && part[0] <= '9' {
			region = strings.ToUpper(part)
			break
		}
	}
	return strings.ToLower(parts[0]), region
}

// phrases reads phrases written with '|' between.
func phrases(s string) [][]string {
	var out [][]string
	for _, p := range strings.Split(s, "|") {
		out = append(out, strings.Fields(p))
	}
	return out
}

var tongues = map[string]tongue{
	"en": {
		articles: strings.Fields("the a an"),
		fillers: phrases("it was in|it was on|it is in|it was|it is|it's|that was|that is|that's|this was|this is|" +
			"they were|they are|they're|because of|because|in|on|at"),
		negations: strings.Fields("no not never none nor neither nobody nothing nowhere without cannot " +
			"isnt arent wasnt werent dont doesnt didnt cant couldnt wont wouldnt shouldnt hasnt havent hadnt"),
		or: []string{"or"}, and: []string{"and"},
		unknown: strings.Split("i dont know|i do not know|dont know|do not know|idk|i dunno|dunno|no idea|i have no idea|"+
			"not sure|im not sure|i am not sure|no clue|i forgot|i forget|i cant remember|i dont remember|i give up", "|"),
		yes: strings.Fields("t true yes y"), no: strings.Fields("f false no n"),
		british: true,
	},
	"de": {
		articles: strings.Fields("der die das den dem des ein eine einen einem einer eines"),
		fillers:  phrases("es war|es ist|es waren|es sind|das war|das ist|das waren|das sind|weil|wegen|im|in|am|an|auf|um"),
		negations: strings.Fields("nicht nichts nie niemals niemand kein keine keinen keinem keiner keines keins " +
			"ohne weder nein nirgends nirgendwo"),
		or: []string{"oder"}, and: []string{"und"},
		unknown: strings.Split("ich weiss nicht|ich weiss es nicht|weiss nicht|weiss ich nicht|weiss es nicht|keine ahnung|"+
			"ich habe keine ahnung|kein plan|vergessen|unbekannt", "|"),
		yes: strings.Fields("t true w wahr r richtig ja j stimmt"), no: strings.Fields("f false falsch nein n"),
		expand: true,
	},
	"fr": {
		articles: strings.Fields("le la les un une des du"),
		elided:   []string{"l'"},
		fillers: phrases("c'était|c'est|ce sont|ce fut|il était|il est|c'étaient|parce que|parce qu'il|parce qu'elle|" +
			"à cause de|en|dans|au|à|sur"),
		negations: strings.Fields("ne n pas jamais rien personne aucun aucune sans ni non plus guere"),
		or:        []string{"ou"}, and: []string{"et"},
		unknown: strings.Split("je ne sais pas|je sais pas|jsp|aucune idee|je nai aucune idee|pas sur|sais pas|je ne sais plus|jai oublie", "|"),
		yes:     strings.Fields("t true v vrai oui o"), no: strings.Fields("f false faux non n"),
	},
	"es": {
		articles:  strings.Fields("el la los las un una unos unas"),
		fillers:   phrases("porque|a causa de|fue|era|es|fueron|son|en"),
		negations: strings.Fields("no nunca jamas nada nadie ningun ninguno ninguna sin ni tampoco"),
		or:        []string{"o", "u"}, and: []string{"y", "e"},
		unknown: strings.Split("no se|no lo se|ni idea|no tengo idea|no tengo ni idea|no me acuerdo|no recuerdo", "|"),
		yes:     strings.Fields("t true v verdadero verdad sí si cierto"), no: strings.Fields("f false falso no n"),
	},
	"pt": {
		articles:  strings.Fields("o a os as um uma uns umas"),
		fillers:   phrases("porque|por causa de|foi|era|é|foram|são|em|no|na"),
		negations: strings.Fields("nao nunca jamais nada ninguem nenhum nenhuma sem nem tampouco"),
		or:        []string{"ou"}, and: []string{"e"},
		unknown: strings.Split("nao sei|eu nao sei|nao lembro|nao me lembro|sei la|nao faco ideia|nao tenho ideia", "|"),
		yes:     strings.Fields("t true v verdadeiro verdade sim s certo"), no: strings.Fields("f false falso não nao n errado"),
	},
	"ko": {
		negations: strings.Fields("안 못 아니다 아닌 아니 않다 않는 없다 없는"),
		or:        strings.Fields("또는 혹은 아니면"), and: strings.Fields("그리고 및"),
		unknown: strings.Split("모르겠어요|모르겠습니다|모르겠다|모르겠음|몰라|몰라요|모름|모릅니다|잘 모르겠어요|잘 모르겠습니다", "|"),
		yes:     strings.Fields("t true o 참 예 네 맞음 맞다 그렇다"), no: strings.Fields("f false x 거짓 아니요 아니오 아뇨 틀림 틀리다"),
	},
}
