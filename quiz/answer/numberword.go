package answer

import (
	"math/big"
	"strings"
)

// numberWords are the words from zero to twenty by language, then the tens to
// a hundred; ',' stands between forms of one number.
var numberWords = map[string]string{
	"en": "zero,nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
		"eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred",
	"de": "null eins,ein,eine,einen zwei,zwo drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn " +
		"siebzehn achtzehn neunzehn zwanzig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig hundert,einhundert",
	"fr": "zéro un,une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit " +
		"dix-neuf vingt trente quarante cinquante soixante soixante-dix,septante quatre-vingts,quatre-vingt,huitante quatre-vingt-dix,nonante cent", //nolint:misspell // French
	"es": "cero uno,un,una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete " +
		"dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien,ciento",
	"pt": "zero um,uma dois,duas três quatro cinco seis sete oito nove dez onze doze treze catorze,quatorze quinze " +
		"dezesseis,dezasseis dezessete,dezassete dezoito dezenove,dezanove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem,cento",
	"ko": "영,공 일,하나,한 이,둘,두 삼,셋,세 사,넷,네 오,다섯 육,여섯 칠,일곱 팔,여덟 구,아홉 십,열 십일,열하나,열한 십이,열둘,열두 " +
		"십삼,열셋,열세 십사,열넷,열네 십오,열다섯 십육,열여섯 십칠,열일곱 십팔,열여덟 십구,열아홉 이십,스물,스무 " +
		"삼십,서른 사십,마흔 오십,쉰 육십,예순 칠십,일흔 팔십,여든 구십,아흔 백",
}

// scaleWords multiply the number before them: powers of ten by language.
var scaleWords = map[string]map[string]int{
	"en": {"hundred": 2, "thousand": 3, "million": 6, "millions": 6, "mn": 6, "mio": 6, "billion": 9, "billions": 9, "bn": 9, "trillion": 12, "tn": 12},
	"de": {"hundert": 2, "tausend": 3, "tsd": 3, "million": 6, "millionen": 6, "mio": 6, "milliarde": 9, "milliarden": 9, "mrd": 9,
		"billion": 12, "billionen": 12, "bio": 12},
	"fr": {"cents": 2, "cent": 2, "mille": 3, "million": 6, "millions": 6, "milliard": 9, "milliards": 9, "md": 9, "mds": 9, "billion": 12, "billions": 12},
	"es": {"mil": 3, "millón": 6, "millones": 6, "millardo": 9, "billón": 12, "billones": 12},
	"pt": {"mil": 3, "milhão": 6, "milhões": 6, "mi": 6, "bilhão": 9, "bilhões": 9, "bi": 9, "trilhão": 12, "trilhões": 12},
	"ko": {"백": 2, "천": 3, "만": 4, "십만": 5, "백만": 6, "천만": 7, "억": 8, "십억": 9, "백억": 10, "천억": 11, "조": 12},
}

// wordNumbers returns number words and their numbers in the order of the
// table: the language's, or English ones for an unknown language.
func (m *marker) wordNumbers() (words []string, numbers []int64) {
	primary, _ := splitTag(m.language)
	table, known := numberWords[primary]
	if !known {
		table = numberWords["en"]
	}
	for i, forms := range strings.Fields(table) {
		n := int64(i)
		if i > 20 {
			n = int64(i-18) * 10
		}
		for _, form := range strings.Split(forms, ",") {
			words, numbers = append(words, form), append(numbers, n)
		}
	}
	return words, numbers
}

// numberWord reads a number word that s begins with. A slip in it is forgiven
// where no other number is as near.
func (m *marker) numberWord(s string) (value *big.Rat, note, rest string, ok bool) {
	first, rest, _ := strings.Cut(s, " ")
	given := m.tongue.newWord(strings.Trim(lower(first), ".,"), false)
	words, numbers := m.wordNumbers()
	for i, w := range words {
		if strings.Contains(w, "-") {
			if after, found := strings.CutPrefix(lower(s)+" ", strings.ReplaceAll(w, "-", " ")+" "); found {
				return big.NewRat(numbers[i], 1), "", strings.TrimSpace(after), true
			}
		}
	}
	for i, w := range words {
		if m.tongue.newWord(w, false).long == given.long {
			return big.NewRat(numbers[i], 1), "", rest, true
		}
	}
	if scales := m.scales(); scales[given.text] > 0 {
		return big.NewRat(1, 1), "", s, true
	}
	found := int64(-1)
	for i, w := range words {
		what := wordSlip(w, given.text)
		if what == "" {
			continue
		}
		if found >= 0 && found != numbers[i] {
			return nil, "", "", false
		}
		found, note = numbers[i], what
	}
	return big.NewRat(max(found, 0), 1), note, rest, found >= 0
}

func (m *marker) scales() map[string]int {
	primary, _ := splitTag(m.language)
	if scales, known := scaleWords[primary]; known {
		return scales
	}
	return scaleWords["en"]
}

// maxScales bounds the scale words of one number ("hundred thousand million").
const maxScales = 4

// scale applies scale words behind a number, and returns the rest: the unit.
func (m *marker) scale(q *quantity, rest, wanted string) string {
	for range maxScales {
		rest = strings.TrimLeft(rest, " ")
		if rest == "" || wanted != "" && m.compareUnit(wanted, rest) != Wrong {
			return rest
		}
		exponent, note, after := m.scaleWord(rest)
		if exponent == 0 {
			return rest
		}
		q.value.Mul(q.value, tenTo(exponent))
		if note != "" {
			q.note = note
		}
		rest = after
		if more, tail, _, ok := m.decimal(strings.TrimLeft(after, " ")); ok && m.isKorean() {
			if next, _, last := m.scaleWord(strings.TrimLeft(tail, " ")); next > 0 && next < exponent {
				q.value.Add(q.value, more.Mul(more, tenTo(next)))
				rest = last
			} else if next == 0 {
				q.value.Add(q.value, more)
				rest = tail
			}
		}
	}
	return rest
}

func (m *marker) isKorean() bool {
	primary, _ := splitTag(m.language)
	return primary == "ko"
}

// scaleWord reads a scale word that s begins with; exponent 0 when there is
// none. A slip is forgiven where no other scale is as near.
func (m *marker) scaleWord(s string) (exponent int, note, rest string) {
	scales := m.scales()
	if m.isKorean() {
		longest := ""
		for w := range scales {
			if strings.HasPrefix(s, w) && len(w) > len(longest) {
				longest = w
			}
		}
		return scales[longest], "", s[len(longest):]
	}
	first, rest, _ := strings.Cut(s, " ")
	given := strings.Trim(lower(first), ".,")
	if given == "k" && first == "k" {
		return 3, "", rest
	}
	if n := scales[given]; n > 0 {
		return n, "", rest
	}
	for w, n := range scales {
		what := wordSlip(w, given)
		if what == "" {
			continue
		}
		if exponent > 0 && exponent != n {
			return 0, "", s
		}
		exponent = n
		if note == "" || what < note {
			note = what
		}
	}
	return exponent, note, rest
}
