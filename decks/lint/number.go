package lint

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"recto/decks"
)

// measures are the beginnings of questions that ask for a measure, and the
// quantities that have a unit, by language.
var measures = map[string]struct{ begin, quantity string }{
	"en": {"how far|how long|how high|how tall|how heavy|how deep|how wide|how fast|how thick|how much does|how hot|how cold",
		"length height mass weight distance speed velocity temperature area volume depth width radius diameter circumference pressure voltage " +
			"wavelength frequency duration altitude elevation boiling melting freezing"},
	"de": {"wie weit|wie lang|wie hoch|wie groß|wie schwer|wie tief|wie breit|wie schnell|wie dick|wie viel wiegt|wie heiß|wie kalt|wie lange",
		"länge höhe masse gewicht entfernung geschwindigkeit temperatur fläche volumen tiefe breite radius durchmesser umfang druck spannung " +
			"wellenlänge frequenz dauer siedepunkt schmelzpunkt"},
	"fr": {"combien mesure|combien pèse|combien de temps|à quelle distance|à quelle vitesse|à quelle température|à quelle altitude",
		"longueur hauteur masse poids distance vitesse température superficie volume profondeur largeur rayon diamètre circonférence pression tension altitude durée"},
	"es": {"cuánto mide|cuánto pesa|cuánto dura|a qué distancia|a qué velocidad|a qué temperatura|a qué altura",
		"longitud altura masa peso distancia velocidad temperatura superficie volumen profundidad anchura radio diámetro circunferencia presión tensión altitud duración"},
	"pt": {"quanto mede|quanto pesa|quanto dura|a que distância|a que velocidade|a que temperatura|a que altura",
		"comprimento altura massa peso distância velocidade temperatura superfície volume profundidade largura raio diâmetro circunferência pressão tensão altitude duração"},
}

// units are words that name a unit, in all languages that are known. They are
// only looked for in a question that asks for a measure.
var units = newVocabulary("m cm mm km nm kilometre kilometres kilometer kilometers metre metres meter meters mètre mètres mètro metro metros metern kilometern " +
	"kilomètre kilomètres kilómetro kilómetros quilômetros quilómetros centimetres centimeters zentimeter centimètres centímetros millimetres millimeters millimeter " +
	"mile miles meile meilen milles millas milhas foot feet inch inches yard yards fuß zoll pieds pouces pies pulgadas pés polegadas " +
	"kg g mg t kilogram kilograms kilogramm kilogrammes kilo kilos gram grams gramm grammes gramos gramas quilos tonne tonnes ton tons tonnen toneladas pound pounds pfund livres libras " +
	"s ms h second seconds sekunde sekunden secondes segundos minute minutes minuten minutos hour hours stunde stunden heures horas " +
	"day days tag tage tagen jours días dias week weeks wochen semaines semanas month months monate monaten mois meses year years jahr jahre jahren ans années años anos " +
	"celsius kelvin fahrenheit degree degrees grad degrés grados graus litre litres liter liters litern litros l ml hectare hectares hektar hectáreas " +
	"pascal bar volt volts hertz hz ohm watt joule newton mph kmh lichtjahre lichtjahren percent prozent pour bits bytes light-years au")

// notMeasured are words beside which a quantity has no unit, or none that is
// said: "atomic mass", "the length of the array".
var notMeasured = newVocabulary("atomic relative ratio coefficient array string list slice word words atomare relative verhältnis wort liste atomique relative mot " +
	"atómica relativa palabra atômica palavra times mal fois veces vezes index quantum")

// noUnit tells of a measure that has no unit.
func noUnit(c *checker, q *decks.Question) {
	if q.Kind != decks.Number || q.Unit != "" || q.Shown != "" {
		return
	}
	m, known := measures[language(q)]
	if !known || strings.ContainsAny(q.Ask, "`%°€$£") {
		return
	}
	words := c.text(q).ask
	begins, names, asks := false, false, false
	wh := c.lexicon(language(q)).wh
	phrase := ""
	for i, w := range words {
		if units[w.text] || notMeasured[w.text] {
			return
		}
		if i < 3 {
			phrase = strings.TrimPrefix(phrase+" "+w.text, " ")
			begins = begins || oneOf(m.begin, phrase)
		}
		asks = asks || i < 3 && wh[w.text]
		names = names || (asks && i < 8 || i < 2) && holdsWord(m.quantity, w.text)
	}
	if !begins && !names {
		return
	}
	c.found(q, q.Place("answer"), "a measure without its unit", `say which: unit = "`+unitOf(words)+`"; the learner may leave it out`)
}

// unitWords are words of questions with a unit of what they ask for, for a hint.
var unitWords = []struct {
	unit  string
	words vocabulary
}{
	{"°C", newVocabulary("temperature boil boils boiling melt melting freeze freezes freezing hot cold temperatur siedepunkt schmelzpunkt heiß kalt température temperatura")},
	{"kg", newVocabulary("mass weight weigh weighs heavy masse gewicht schwer wiegt poids pèse masa peso pesa massa")},
	{"km/h", newVocabulary("speed velocity fast geschwindigkeit schnell vitesse velocidad velocidade")},
}

// unitOf returns a unit that the measure may have of which words ask.
func unitOf(words []word) string {
	for _, u := range unitWords {
		if slices.ContainsFunc(words, func(w word) bool { return u.words[w.text] }) {
			return u.unit
		}
	}
	return "km"
}

// holdsWord reports whether words with spaces between hold w.
func holdsWord(words, w string) bool {
	for at := 0; ; {
		i := strings.Index(words[at:], w)
		if i < 0 {
			return false
		}
		start := at + i
		end := start + len(w)
		if (start == 0 || words[start-1] == ' ') && (end == len(words) || words[end] == ' ') {
			return true
		}
		at = end
	}
}

// years are the words that ask for one, by language.
var years = map[string]vocabulary{
	"en": newVocabulary("year"), "de": newVocabulary("jahr"), "fr": newVocabulary("année an"), "es": newVocabulary("año"), "pt": newVocabulary("ano"),
}

// looseTolerance tells of a tolerance that lets wrong answers pass.
func looseTolerance(c *checker, q *decks.Question) {
	if q.Kind != decks.Number || q.Tolerance == nil {
		return
	}
	answer, err := strconv.ParseFloat(q.Answers[0].Text, 64)
	if err != nil || answer == 0 {
		return
	}
	low, high := passing(answer, q.Tolerance)
	size := math.Abs(answer)
	about := "from " + show(low) + " to " + show(high)
	switch {
	case low <= 0 && high >= 0:
		c.found(q, q.Place("tolerance"), "the tolerance lets zero pass: "+about, "make it narrower: tolerance = \"10%\"")
	case !q.Tolerance.Range && high-answer >= size/2:
		c.found(q, q.Place("tolerance"), "the tolerance lets every number "+about+" pass", "make it narrower: tolerance = \"10%\"")
	case q.Tolerance.Range && math.Max(math.Abs(low), math.Abs(high)) > 10*math.Min(math.Abs(low), math.Abs(high)):
		c.found(q, q.Place("tolerance"), "the tolerance lets every number "+about+" pass", "give a range in which every number is a good answer")
	case math.Abs(answer) <= 12 && high >= answer+1 && c.counts(q):
		c.found(q, q.Place("tolerance"), "the tolerance lets a wrong count pass: "+about, "a count this small is known or not: take it out")
	case c.letsPass(q, low, high) != "":
		c.found(q, q.Place("tolerance"), "the tolerance lets "+quoted(c.letsPass(q, low, high))+" pass, which reject is to keep out", "make it narrower")
	case q.Unit == "" && answer >= 1000 && answer <= 2200 && (high-answer > 20 || q.Tolerance.Percent > 0 && high-answer > 5) && c.asksYear(q):
		c.found(q, q.Place("tolerance"), "the tolerance lets many years pass: "+about, "say how many years: tolerance = 2")
	}
}

// howMany are the beginnings of questions that ask for a count.
var howMany = map[string]string{"en": "how many", "de": "wie viele", "fr": "combien de", "es": "cuántos|cuántas", "pt": "quantos|quantas"}

// counts reports whether a question asks for a count, and not for one about.
func (c *checker) counts(q *decks.Question) bool {
	ask := c.text(q).ask
	return len(ask) > 1 && (oneOf(howMany[language(q)], ask[0].text+" "+ask[1].text) || oneOf(howMany[language(q)], ask[0].text))
}

// letsPass returns the first number of reject that lies between two others.
func (c *checker) letsPass(q *decks.Question, low, high float64) string {
	for _, r := range q.Reject {
		numbers, rest := splitNumbers(r, answerLanguage(q))
		if len(numbers) == 1 && strings.TrimSpace(rest[0]) == "" && low <= numbers[0] && numbers[0] <= high {
			return r
		}
	}
	return ""
}

// passing returns the least and the greatest number that a tolerance lets pass.
func passing(answer float64, t *decks.Tolerance) (low, high float64) {
	switch {
	case t == nil:
		return answer, answer
	case t.Range:
		return t.Low, t.High
	case t.Percent > 0:
		d := math.Abs(answer) * t.Percent / 100
		return answer - d, answer + d
	}
	return answer - t.Absolute, answer + t.Absolute
}

// asksYear reports whether a question asks for a year.
func (c *checker) asksYear(q *decks.Question) bool {
	for _, w := range c.text(q).ask {
		if years[language(q)][w.text] {
			return true
		}
	}
	return false
}

func show(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// ambiguousDate tells of a date in figures that is two days, one in America and
// one elsewhere. A language with its region says which.
func ambiguousDate(c *checker, q *decks.Question) {
	if twoDays(q.Text) == "" && !anyText(q, func(s string) bool { return twoDays(s) != "" }) {
		return
	}
	asked, at := q.Ask, "ask"
	if q.Kind == decks.Cloze {
		asked, at = aroundGaps(q), "cloze"
	}
	if day := twoDays(asked); day != "" && q.Deck.Language == "en" {
		c.found(q, spot(q.Place(at), day), quoted(day)+" is two days, one in America and one elsewhere", "name the month: 3 April 2024")
	}
	if q.Deck.AnswerLanguage != "en" {
		return
	}
	advice := "write a date, answer = 2024-04-03, or name the month"
	for _, a := range answers(q) {
		if day := twoDays(a.text); day != "" && q.Kind != decks.Choice && q.Kind != decks.Multiple {
			c.found(q, a.at(), quoted(day)+" is two days, one in America and one elsewhere", advice)
		}
	}
	for i, o := range q.Choices {
		if day := twoDays(o.Text); day != "" && q.Kind != decks.Match {
			c.found(q, optionPlace(q, i), quoted(day)+" is two days, one in America and one elsewhere", "name the month: 3 April 2024")
		}
	}
}

// twoDays returns a date such as 03/04/2024 that stands in a text and is two
// days, "" when there is none.
func twoDays(s string) string {
	if len(s) < len("1/2/24") || s[len(s)-1] > '9' && !strings.ContainsAny(s, "0123456789") {
		return ""
	}
	for at := strings.IndexAny(s, "/-."); at >= 0 && at < len(s); {
		start, a := digitsBefore(s, at)
		b, end := digitsAfter(s, at+1)
		if end < len(s) && s[end] == s[at] && len(a) > 0 && len(b) > 0 && len(a) < 3 && len(b) < 3 {
			year, past := digitsAfter(s, end+1)
			whole := (start == 0 || !strings.ContainsRune("/-.", rune(s[start-1]))) && (past == len(s) || s[past] != s[at])
			x, _ := strconv.Atoi(a)
			y, _ := strconv.Atoi(b)
			if whole && (len(year) == 4 || len(year) == 2 && s[at] == '/') && x != y && 0 < x && x < 13 && 0 < y && y < 13 {
				return s[start:past]
			}
		}
		next := strings.IndexAny(s[at+1:], "/-.")
		if next < 0 {
			return ""
		}
		at += 1 + next
	}
	return ""
}

func digitsBefore(s string, end int) (start int, digits string) {
	start = end
	for start > 0 && s[start-1] >= '0' && s[start-1] <= '9' {
		start--
	}
	return start, s[start:end]
}

func digitsAfter(s string, start int) (digits string, end int) {
	end = start
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	return s[start:end], end
}
