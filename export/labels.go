package export

import (
	"math"
	"strconv"
	"strings"

	"recto/decks"
)

// labels are the words of a sheet that no deck writes.
type labels struct {
	language string // of the deck, for numbers

	name, date, score string
	point, points     string
	yes, no           string // of a statement
	all               string // mark all that apply
	ordering          string // put in order: number the boxes from 1 to %
	letter            string // matching
	key               string
	also              string // also right
	anyOf             string // any % of
	source            string
	paragraph, page   string // of a source
	inferred          string
	pageOf            string // page %p of %n
	to                string // of a range of numbers
}

// labelsFor returns the words in a language, English where it is unknown.
func labelsFor(language string) labels {
	l := english
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	switch base {
	case "de":
		l = german
	case "fr":
		l = french
	case "es":
		l = spanish
	}
	l.language = language
	return l
}

var english = labels{
	name: "Name", date: "Date", score: "Score", point: "point", points: "points",
	yes: "True", no: "False", all: "Mark all that apply.",
	ordering: "Number the boxes from 1 to % in the right order.",
	letter:   "Write the letter that belongs to each.",
	key:      "Answer key", also: "also right", anyOf: "any % of", source: "Source",
	paragraph: "paragraph", page: "page", inferred: "a conclusion", pageOf: "Page %p of %n",
	to: "to",
}

var german = labels{
	name: "Name", date: "Datum", score: "Punkte", point: "Punkt", points: "Punkte",
	yes: "Richtig", no: "Falsch", all: "Alles Zutreffende ankreuzen.",
	ordering: "Die Kästchen in der richtigen Reihenfolge von 1 bis % nummerieren.",
	letter:   "Jeweils den passenden Buchstaben eintragen.",
	key:      "Lösungen", also: "auch richtig", anyOf: "% von", source: "Quelle",
	paragraph: "Absatz", page: "Seite", inferred: "eine Folgerung", pageOf: "Seite %p von %n",
	to: "bis",
}

var french = labels{
	name: "Nom", date: "Date", score: "Note", point: "point", points: "points",
	yes: "Vrai", no: "Faux", all: "Cochez toutes les bonnes réponses.",
	ordering: "Numérotez les cases de 1 à % dans le bon ordre.",
	letter:   "Écrivez la lettre qui convient à chaque élément.",
	key:      "Corrigé", also: "juste aussi", anyOf: "% parmi", source: "Source",
	paragraph: "paragraphe", page: "page", inferred: "une conclusion", pageOf: "Page %p sur %n",
	to: "à",
}

var spanish = labels{
	name: "Nombre", date: "Fecha", score: "Puntos", point: "punto", points: "puntos",
	yes: "Verdadero", no: "Falso", all: "Marque todas las respuestas correctas.",
	ordering: "Numere las casillas del 1 al % en el orden correcto.",
	letter:   "Escriba la letra que corresponde a cada elemento.",
	key:      "Soluciones", also: "también correcto", anyOf: "% de", source: "Fuente",
	paragraph: "párrafo", page: "página", inferred: "una conclusión", pageOf: "Página %p de %n",
	to: "a",
}

// count says how many points there are: "1 point", "2.5 points".
func (l labels) count(points float64) string {
	if points == 1 {
		return "1 " + l.point
	}
	return l.figure(points) + " " + l.points
}

// figure is a number as the deck's language writes it, to four decimals.
func (l labels) figure(f float64) string {
	text := strconv.FormatFloat(math.Round(f*10_000)/10_000, 'f', -1, 64)
	return decks.Value{Type: decks.FloatValue, Text: text}.Show(l.language)
}

func (l labels) truth(v decks.Value) string {
	if v.Text == "true" {
		return l.yes
	}
	return l.no
}
