package export

import "strings"

// keyWords are the words of a key that tell how answers are marked. A % stands
// for points, or for what is meant.
type keyWords struct {
	language string
	table    string // the answers of all versions
	each     string // for every right part
	letters  string // for right letters, less for wrong ones
	inPlace  string // for every item in its place
	never    string // what must not pass
	exactly  string // nothing is forgiven
}

// keyWordsFor returns the words in a language, English where it is unknown.
func keyWordsFor(language string) keyWords {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	all := keyCatalogue()
	for _, w := range all {
		if w.language == base {
			return w
		}
	}
	return all[0]
}

// keyCatalogue holds the words in the languages of catalogue.
func keyCatalogue() []keyWords {
	return []keyWords{
		{
			"en", "Answers of all versions", "% for each",
			"% for each right letter, as much off for each wrong one, never below 0",
			"% for each in its place", "not right: %", "exactly as written",
		}, {
			"de", "Lösungen aller Fassungen", "je %",
			"% für jeden richtigen Buchstaben, ebenso viel Abzug für jeden falschen, nie unter 0",
			"% für jedes an seinem Platz", "nicht richtig: %", "genau so geschrieben",
		}, {
			"fr", "Corrigé de toutes les versions", "% chacun",
			"% par lettre juste, autant de moins par lettre fausse, jamais moins de 0",
			"% pour chacun à sa place", "pas accepté : %", "écrit exactement ainsi",
		}, {
			"es", "Soluciones de todas las versiones", "% cada una",
			"% por cada letra correcta, lo mismo menos por cada incorrecta, nunca menos de 0",
			"% por cada uno en su lugar", "no vale: %", "escrito exactamente así",
		}, {
			"it", "Soluzioni di tutte le versioni", "% ciascuno",
			"% per ogni lettera giusta, altrettanto in meno per ogni sbagliata, mai sotto 0",
			"% per ognuno al suo posto", "non vale: %", "scritto esattamente così",
		}, {
			"pt", "Soluções de todas as versões", "% cada",
			"% por letra certa, o mesmo a menos por letra errada, nunca abaixo de 0",
			"% por cada um no seu lugar", "não vale: %", "escrito exatamente assim",
		}, {
			"nl", "Antwoorden van alle versies", "elk %",
			"% voor elke goede letter, evenveel eraf voor elke foute, nooit onder 0",
			"% voor elk op zijn plaats", "niet goed: %", "precies zo geschreven",
		}, {
			"pl", "Odpowiedzi do wszystkich wersji", "po %",
			"% za każdą dobrą literę, tyle samo mniej za każdą złą, nigdy poniżej 0",
			"% za każdy element na swoim miejscu", "niezaliczane: %", "dokładnie tak zapisane",
		}, {
			"ru", "Ответы ко всем вариантам", "по %",
			"% за каждую верную букву, столько же вычитается за каждую неверную, не ниже 0",
			"% за каждый элемент на своём месте", "не засчитывается: %", "написано в точности так",
		},
	}
}
