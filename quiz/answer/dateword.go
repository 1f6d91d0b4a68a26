package answer

import (
	"slices"
	"strconv"
	"strings"
)

// calendar is what dates of a language are written with, folded, accents kept.
type calendar struct {
	months   []string // each month's forms with ',' between, the full name first
	weekdays []string
	filler   []string // words that say nothing in a date
	ordinal  []string // what may follow a day: "th"
	days     []string // ordinals in words, from the first
	decades  []string // the twenties to the nineties in words
	decade   []string // what may follow the year of a decade: "s"
	before   []string // words before the year of a decade: "années"
	century  []string
	parts    [3][]string // early, mid, late
	common   []string    // before and after the common era
	bc       []string
}

func calendarOf(primary string) (calendar, bool) {
	c, known := calendars[primary]
	return c, known
}

var calendars = map[string]calendar{
	"en": {
		months: strings.Fields("january,jan february,feb march,mar april,apr may june,jun july,jul august,aug september,sept,sep " +
			"october,oct november,nov december,dec"),
		weekdays: strings.Fields("monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun"),
		filler:   strings.Fields("the of on in at year month day it was is"),
		ordinal:  strings.Fields("st nd rd th"), decade: strings.Fields("s 's"), century: strings.Fields("century c"),
		days: strings.Fields("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth " +
			"fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth " +
			"twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"),
		decades: strings.Fields("twenties thirties forties fifties sixties seventies eighties nineties"),
		parts:   [3][]string{{"early", "beginning"}, {"mid", "middle"}, {"late", "end"}},
		common:  strings.Fields("ad ce a.d c.e"), bc: strings.Fields("bc bce b.c b.c.e"),
	},
	"de": {
		months: strings.Fields("januar,jan,jänner,jän februar,feb,feber märz,mär,mrz april,apr mai juni,jun juli,jul august,aug " +
			"september,sept,sep oktober,okt november,nov dezember,dez"),
		weekdays: strings.Fields("montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sa sonnabend sonntag so"),
		filler:   strings.Fields("der die das den dem des am im in jahr jahre jahres monat tag es war"),
		ordinal:  strings.Fields("te ten ter"), decade: strings.Fields("er ern"), century: strings.Fields("jahrhundert jahrhunderts jh jhdt"),
		parts: [3][]string{{"anfang", "frühe", "frühen"}, {"mitte"}, {"ende", "späte", "späten"}},
	},
	"fr": {
		months: strings.Fields("janvier,janv,jan février,févr,fév mars avril,avr mai juin juillet,juil août septembre,sept octobre,oct " +
			"novembre,nov décembre,déc"),
		weekdays: strings.Fields("lundi mardi mercredi jeudi vendredi samedi dimanche"),
		filler:   strings.Fields("le la les en au du de des dans l'an an année mois jour c'était"),
		ordinal:  strings.Fields("er e ème ième eme"), before: strings.Fields("années annees"), century: strings.Fields("siècle siecle"),
		parts: [3][]string{{"début"}, {"milieu"}, {"fin"}},
	},
	"es": {
		months: strings.Fields("enero,ene febrero,feb marzo,mar abril,abr mayo,may junio,jun julio,jul agosto,ago " +
			"septiembre,setiembre,sept,sep octubre,oct noviembre,nov diciembre,dic"),
		weekdays: strings.Fields("lunes martes miércoles jueves viernes sábado domingo"),
		filler:   strings.Fields("el la los en de del año mes día fue era"),
		ordinal:  strings.Fields("º o er ro"), before: strings.Fields("años anos"), century: strings.Fields("siglo"),
		parts: [3][]string{{"principios", "comienzos"}, {"mediados"}, {"fines", "finales"}},
	},
	"pt": {
		months: strings.Fields("janeiro,jan fevereiro,fev março,mar abril,abr maio,mai junho,jun julho,jul agosto,ago setembro,set " +
			"outubro,out novembro,nov dezembro,dez"),
		weekdays: strings.Fields("segunda segunda-feira terça terça-feira quarta quarta-feira quinta quinta-feira sexta sexta-feira sábado domingo"),
		filler:   strings.Fields("o a os em no na de do dos ano mês dia foi era"),
		ordinal:  strings.Fields("º o"), before: strings.Fields("anos década"), century: strings.Fields("século"),
		parts: [3][]string{{"início", "inícios"}, {"meados"}, {"fim", "finais"}},
	},
	"ko": {weekdays: strings.Fields("월요일 화요일 수요일 목요일 금요일 토요일 일요일")},
}

// dateParts gathers what the words of a date say.
type dateParts struct {
	date
	numbers []string // in order, signs and endings dropped
	century bool
	bc      bool
}

// wordDate reads a date with a month, a decade or a century in words, a year
// alone, or the Korean form. It fails on the first word that has no place.
func (m *marker) wordDate(s string) (date, bool) {
	primary, _ := splitTag(m.language)
	c, known := calendarOf(primary)
	if !known {
		return date{}, false
	}
	var p dateParts
	s = strings.NewReplacer(",", " ", "'s", "s").Replace(s)
	if primary == "ko" {
		s = strings.NewReplacer("년", "년 ", "월 ", "월 ", "월", "월 ", "월 요일", "월요일").Replace(s)
	}
	for _, field := range strings.Fields(s) {
		if !m.datePart(&p, c, field) {
			return date{}, false
		}
	}
	return p.assemble()
}

// datePart reads one word of a date; a hyphen may join two ("mid-1990s").
func (m *marker) datePart(p *dateParts, c calendar, field string) bool {
	word := strings.TrimRight(field, ".")
	if m.dateWord(p, c, word) {
		return true
	}
	before, after, found := strings.Cut(word, "-")
	return found && m.dateWord(p, c, before) && m.dateWord(p, c, after)
}

func (m *marker) dateWord(p *dateParts, c calendar, word string) bool {
	if digits, ending := digits(strings.TrimPrefix(word, "'")); digits != "" {
		if n, err := strconv.Atoi(digits); err == nil && len(digits) == 2 && ending == "" && word[0] == '\'' && p.year == 0 {
			p.year, p.short = fullYear(n), true
			return true
		}
		return m.dateNumber(p, c, digits, ending)
	}
	long := m.tongue.newWord(word, false).long
	for i, forms := range c.months {
		for _, form := range strings.Split(forms, ",") {
			if form == word || m.tongue.newWord(form, false).long == long {
				return p.setMonth(i+1, "")
			}
		}
	}
	if i := slices.Index(c.days, word); i >= 0 {
		return m.dateNumber(p, c, strconv.Itoa(i+1), "")
	}
	if i := slices.Index(c.decades, word); i >= 0 {
		p.decade = true
		p.numbers = append(p.numbers, strconv.Itoa(10*i+20))
		return true
	}
	switch {
	case word == "", slices.Contains(c.filler, word), slices.Contains(c.weekdays, word), slices.Contains(c.common, word):
		return true
	case slices.Contains(c.bc, word):
		p.bc = true
		return true
	case slices.Contains(c.before, word):
		p.decade = true
		return true
	case slices.Contains(c.century, word):
		p.century = true
		return true
	}
	for i, words := range c.parts {
		if slices.Contains(words, word) {
			p.part = i + 1
			return true
		}
	}
	if value, _, ok := roman(strings.ToUpper(strings.TrimRight(word, "e"))); ok && value.IsInt() && len(c.century) > 0 && len(p.numbers) == 0 {
		p.numbers = append(p.numbers, value.Num().String())
		return true
	}
	return m.misspeltMonth(p, c, word)
}

// dateNumber reads figures with what follows them: an ordinal, the ending of a
// decade, or a Korean year, month or day.
func (m *marker) dateNumber(p *dateParts, c calendar, digits, ending string) bool {
	n, err := strconv.Atoi(digits)
	if err != nil || len(digits) > 4 {
		return false
	}
	switch {
	case ending == "" || slices.Contains(c.ordinal, ending):
		p.numbers = append(p.numbers, digits)
		return len(p.numbers) <= 2
	case slices.Contains(c.decade, ending) && n%10 == 0 && (len(digits) == 4 || len(digits) == 2):
		p.decade = true
		p.numbers = append(p.numbers, digits)
		return true
	case ending == "년" && p.year == 0:
		p.year = n
		return true
	case ending == "월":
		return p.setMonth(n, "")
	case ending == "일" && p.day == 0:
		p.day = n
		return true
	}
	return false
}

func (p *dateParts) setMonth(month int, note string) bool {
	if p.month != 0 {
		return false
	}
	p.month = month
	if note != "" {
		p.note = note
	}
	return true
}

// misspeltMonth reads a month or a weekday with a slip that only one of them
// is near to.
func (m *marker) misspeltMonth(p *dateParts, c calendar, word string) bool {
	month, note := 0, ""
	for i, forms := range c.months {
		full, _, _ := strings.Cut(forms, ",")
		what := m.tongue.slipOf(m.read(full), m.read(word)).note
		if what == "" {
			continue
		}
		if month != 0 {
			return false
		}
		month, note = i+1, what
	}
	if month != 0 {
		return p.setMonth(month, note)
	}
	return slices.ContainsFunc(c.weekdays, func(day string) bool { return wordSlip(day, word) != "" })
}

// assemble gives the numbers of a date their places.
func (p *dateParts) assemble() (date, bool) {
	d := p.date
	for i, digits := range p.numbers {
		n, _ := strconv.Atoi(digits)
		isYear := len(digits) >= 3 || n > 31
		switch {
		case p.century:
			d.year, d.century = n, true
		case p.decade:
			d.year = n
			if len(digits) <= 2 {
				d.year, d.short = 1900+n, true
			}
		case d.month != 0 && d.day == 0 && !isYear:
			d.day = n
		case d.year != 0:
			return date{}, false
		case isYear && (len(digits) == 4 || d.month != 0 || p.bc):
			d.year = n
			if len(digits) == 2 && !p.bc {
				d.year, d.short = fullYear(n), true
			}
		case d.month != 0 && i > 0:
			d.year, d.short = fullYear(n), true
		case p.bc:
			d.year = n
		default:
			return date{}, false
		}
	}
	if p.bc {
		d.year = -d.year
	}
	if p.part != 0 && !d.decade && !d.century || d.century && len(p.numbers) != 1 {
		return date{}, false
	}
	return d, d.year != 0 || d.month != 0
}
