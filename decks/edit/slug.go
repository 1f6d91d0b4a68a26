package edit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"recto/decks"
	"recto/decks/markup"
)

// How much of a question makes its id, cut at a word: so many characters, and
// so many bytes that an id has room for a number behind it.
const (
	slugLength = 40
	slugBytes  = 120
)

// Slug returns a readable id for a question: the words of its text that say
// something, in lower case, joined by hyphens: "capital-burkina-faso". Latin
// letters lose their accents as the language of the deck does it (ü is ue in
// German); letters of other scripts stay. Of a cloze it is the text around the
// gaps, so that no id gives an answer away. It is "question" where nothing is
// left, and not unique.
func Slug(q *decks.Question) string {
	language := "en"
	if q.Deck != nil {
		language = q.Deck.Language
	}
	text := q.Ask
	if q.Kind == decks.Cloze {
		text = around(q)
	}
	if slug := slugOf(text, language); slug != "" {
		return slug
	}
	if q.Kind == decks.Cloze {
		if slug := slugOf(q.Ask, language); slug != "" {
			return slug
		}
	}
	return "question"
}

// around returns the text of a cloze without its gaps.
func around(q *decks.Question) string {
	var b strings.Builder
	at := 0
	for _, g := range q.Gaps {
		b.WriteString(q.Text[at:g.Start] + " ")
		at = g.End
	}
	b.WriteString(q.Text[at:])
	return b.String()
}

// slugOf returns the slug of a text, "" when it has no letter and no digit.
func slugOf(text, language string) string {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	words := slugWords(markup.Plain(markup.Parse(text)), base)
	telling := make([]string, 0, len(words))
	for _, word := range words {
		if !strings.Contains(fillers(base), " "+word+" ") {
			telling = append(telling, word)
		}
	}
	if len(telling) == 0 {
		telling = words // "What is it?"
	}
	slug, length := "", 0
	for _, word := range telling {
		n := len([]rune(word))
		if length > 0 && length+1+n > slugLength {
			break
		}
		if length > 0 {
			slug += "-"
			length++
		}
		slug += word
		length += n
	}
	return cutSlug(slug)
}

// cutSlug cuts a slug of one long word, as texts without spaces are.
func cutSlug(slug string) string {
	n := 0
	for i, r := range slug {
		if n >= slugLength && !unicode.IsMark(r) || i+utf8.RuneLen(r) > slugBytes {
			return slug[:i]
		}
		n++
	}
	return slug
}

// slugWords returns the words of a text as a slug spells them.
func slugWords(text, language string) []string {
	for _, joined := range []string{"'", "’", "\u00ad"} { // "don't" is one word, "l'eau" two
		with := ""
		if joined != "\u00ad" && (language == "fr" || language == "it" || language == "ca") {
			with = " "
		}
		text = strings.ReplaceAll(text, joined, with)
	}
	var b strings.Builder
	latin := false // the letter before a mark
	for _, r := range norm.NFD.String(norm.NFC.String(spell(strings.ToLower(norm.NFC.String(text)), language))) {
		switch {
		case unicode.IsMark(r):
			if !latin {
				b.WriteRune(r)
			}
		case unicode.IsLetter(r), unicode.IsDigit(r):
			latin = unicode.Is(unicode.Latin, r)
			b.WriteRune(r)
		default:
			latin = false
			b.WriteByte(' ')
		}
	}
	return strings.Fields(strings.Map(func(r rune) rune {
		if r != ' ' && !decks.ValidID(norm.NFC.String("a"+string(r))) {
			return -1
		}
		return r
	}, norm.NFC.String(b.String())))
}

// spell writes letters that are more than a letter with an accent in those of
// every keyboard.
func spell(text, language string) string {
	switch language {
	case "de":
		text = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue").Replace(text)
	case "da", "nb", "nn", "no":
		text = strings.NewReplacer("å", "aa", "ø", "oe").Replace(text)
	}
	return letters.Replace(text)
}

var letters = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i", "ŋ", "n")

// fillers returns the words that say nothing of a question, in lower case,
// without accents, with a space around each.
func fillers(language string) string {
	switch language {
	case "en":
		return " a an the of in on at to for from by with and or is are was were be been do does did has have had it its this that these those there what which who whom whose when where why how many much name into as "
	case "de":
		return " der die das den dem des ein eine einer eines einem einen von vom in im am an auf zu zum zur fuer mit und oder ist sind war waren wird werden wurde wurden hat haben hatte es was welche welcher welches welchem welchen wer wen wem wessen wann wo warum wie viele viel heisst heissen nenne "
	case "fr":
		return " le la les l un une des de du d en a au aux dans sur pour par avec et ou est sont etait etaient a ont que qu quel quelle quels quelles qui quand pourquoi comment combien se s ce c il elle y "
	case "es":
		return " el la los las un una unos unas de del en a al por para con y o es son era eran fue fueron ha han que cual cuales quien quienes cuando donde por como cuanto cuantos cuanta cuantas se lo "
	case "pt":
		return " o a os as um uma uns umas de do da dos das em no na nos nas ao por para com e ou que qual quais quem quando onde como quanto quantos quantas foi foram era eram sao se "
	case "it":
		return " il lo la i gli le l un una uno di del della dei delle in nel nella a al alla da per con e o che quale quali chi quando dove perche come quanto quanti quante si era erano fu sono "
	case "nl":
		return " de het een van in op te voor met en of is zijn was waren wat welke welk wie wanneer waar waarom hoe veel heeft hebben "
	}
	return ""
}
