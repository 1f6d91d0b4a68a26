package answer

import (
	"slices"
	"strings"
	"sync"
)

// unit is a unit of measure with the signs and names that people use for it.
type unit struct {
	signs string // as written, case counts: "km"
	names map[string]string
}

// names reads the names of a unit, ',' between, plurals included: English,
// German, French, Spanish, Portuguese, Korean.
func names(en, de, fr, es, pt, ko string) map[string]string {
	return map[string]string{"en": en, "de": de, "fr": fr, "es": es, "pt": pt, "ko": ko}
}

// units are the units that are told apart. A name that two of them share
// belongs to the first.
var units = []unit{
	{"mm", names("millimetre,millimetres,millimeter,millimeters", "Millimeter,Millimetern", "millimètre,millimètres", "milímetro,milímetros", "milímetro,milímetros", "밀리미터")},
	{"cm", names("centimetre,centimetres,centimeter,centimeters", "Zentimeter,Zentimetern", "centimètre,centimètres", "centímetro,centímetros", "centímetro,centímetros", "센티미터")},
	{"m", names("metre,metres,meter,meters", "Meter,Metern", "mètre,mètres", "metro,metros", "metro,metros", "미터")},
	{"km", names("kilometre,kilometres,kilometer,kilometers,kms", "Kilometer,Kilometern", "kilomètre,kilomètres", "kilómetro,kilómetros", "quilômetro,quilômetros,quilómetro,quilómetros", "킬로미터")},
	{"μm,µm,um", names("micrometre,micrometres,micrometer,micrometers,micron,microns", "Mikrometer", "micromètre,micromètres", "micrómetro,micrómetros", "micrômetro,micrômetros", "마이크로미터")},
	{"nm", names("nanometre,nanometres,nanometer,nanometers", "Nanometer", "nanomètre,nanomètres", "nanómetro,nanómetros", "nanômetro,nanômetros", "나노미터")},
	{"mi", names("mile,miles", "Meile,Meilen", "mille,milles", "milla,millas", "milha,milhas", "마일")},
	{"ft", names("foot,feet", "Fuss,Fuß", "pied,pieds", "pie,pies", "pé,pés", "피트")},
	{"in", names("inch,inches", "Zoll", "pouce,pouces", "pulgada,pulgadas", "polegada,polegadas", "인치")},
	{"yd", names("yard,yards", "Yard,Yards", "yard,yards", "yarda,yardas", "jarda,jardas", "야드")},
	{"m²,m2,m^2", names("square metre,square metres,square meter,square meters", "Quadratmeter,Quadratmetern", "mètre carré,mètres carrés", "metro cuadrado,metros cuadrados", "metro quadrado,metros quadrados", "제곱미터")},
	{"km²,km2,km^2", names("square kilometre,square kilometres,square kilometer,square kilometers,sq km", "Quadratkilometer,Quadratkilometern", "kilomètre carré,kilomètres carrés", "kilómetro cuadrado,kilómetros cuadrados", "quilômetro quadrado,quilômetros quadrados", "제곱킬로미터")},
	{"cm²,cm2,cm^2", names("square centimetre,square centimetres,square centimeter,square centimeters", "Quadratzentimeter", "centimètre carré,centimètres carrés", "centímetro cuadrado,centímetros cuadrados", "centímetro quadrado,centímetros quadrados", "제곱센티미터")},
	{"ha", names("hectare,hectares", "Hektar", "hectare,hectares", "hectárea,hectáreas", "hectare,hectares", "헥타르")},
	{"m³,m3,m^3", names("cubic metre,cubic metres,cubic meter,cubic meters", "Kubikmeter,Kubikmetern", "mètre cube,mètres cubes", "metro cúbico,metros cúbicos", "metro cúbico,metros cúbicos", "세제곱미터")},
	{"cm³,cm3,cm^3,cc", names("cubic centimetre,cubic centimetres,cubic centimeter,cubic centimeters", "Kubikzentimeter", "centimètre cube,centimètres cubes", "centímetro cúbico,centímetros cúbicos", "centímetro cúbico,centímetros cúbicos", "세제곱센티미터")},
	{"l,L", names("litre,litres,liter,liters", "Liter,Litern", "litre,litres", "litro,litros", "litro,litros", "리터")},
	{"ml,mL", names("millilitre,millilitres,milliliter,milliliters", "Milliliter", "millilitre,millilitres", "mililitro,mililitros", "mililitro,mililitros", "밀리리터")},
	{"mg", names("milligram,milligrams,milligramme,milligrammes", "Milligramm", "milligramme,milligrammes", "miligramo,miligramos", "miligrama,miligramas", "밀리그램")},
	{"g", names("gram,grams,gramme,grammes", "Gramm", "gramme,grammes", "gramo,gramos", "grama,gramas", "그램")},
	{"kg", names("kilogram,kilograms,kilogramme,kilogrammes,kilo,kilos", "Kilogramm,Kilo", "kilogramme,kilogrammes,kilo,kilos", "kilogramo,kilogramos,kilo,kilos", "quilograma,quilogramas,quilo,quilos", "킬로그램")},
	{"t", names("tonne,tonnes,metric ton,metric tons", "Tonne,Tonnen", "tonne,tonnes", "tonelada,toneladas", "tonelada,toneladas", "톤")},
	{"lb,lbs", names("pound,pounds", "Pfund", "livre,livres", "libra,libras", "libra,libras", "파운드")},
	{"oz", names("ounce,ounces", "Unze,Unzen", "once,onces", "onza,onzas", "onça,onças", "온스")},
	{"ms", names("millisecond,milliseconds", "Millisekunde,Millisekunden", "milliseconde,millisecondes", "milisegundo,milisegundos", "milissegundo,milissegundos", "밀리초")},
	{"s,sec,secs", names("second,seconds", "Sekunde,Sekunden,Sek", "seconde,secondes", "segundo,segundos", "segundo,segundos", "초")},
	{"min,mins", names("minute,minutes", "Minute,Minuten", "minute,minutes", "minuto,minutos", "minuto,minutos", "분")},
	{"h,hr,hrs", names("hour,hours", "Stunde,Stunden,Std", "heure,heures", "hora,horas", "hora,horas", "시간")},
	{"d", names("day,days", "Tag,Tage,Tagen", "jour,jours", "día,días", "dia,dias", "일")},
	{"", names("week,weeks", "Woche,Wochen", "semaine,semaines", "semana,semanas", "semana,semanas", "주")},
	{"", names("month,months", "Monat,Monate,Monaten", "mois", "mes,meses", "mês,meses", "개월")},
	{"yr,yrs,y", names("year,years", "Jahr,Jahre,Jahren", "an,ans,année,années", "año,años", "ano,anos", "년")},
	{"", names("decade,decades", "Jahrzehnt,Jahrzehnte,Jahrzehnten", "décennie,décennies", "década,décadas", "década,décadas", "십년")},
	{"", names("century,centuries", "Jahrhundert,Jahrhunderte,Jahrhunderten", "siècle,siècles", "siglo,siglos", "século,séculos", "세기")},
	{"°C,℃,C", names("degree celsius,degrees celsius,celsius,degree centigrade,degrees centigrade,degrees c", "Grad Celsius,Celsius,Grad C", "degré celsius,degrés celsius,celsius", "grado celsius,grados celsius,celsius", "grau celsius,graus celsius,celsius", "섭씨,섭씨 도")},
	{"°F,℉,F", names("degree fahrenheit,degrees fahrenheit,fahrenheit,degrees f", "Grad Fahrenheit,Fahrenheit", "degré fahrenheit,degrés fahrenheit,fahrenheit", "grado fahrenheit,grados fahrenheit,fahrenheit", "grau fahrenheit,graus fahrenheit,fahrenheit", "화씨")},
	{"K", names("kelvin,kelvins", "Kelvin", "kelvin,kelvins", "kelvin,kelvins", "kelvin,kelvins", "켈빈")},
	{"°", names("degree,degrees", "Grad", "degré,degrés", "grado,grados", "grau,graus", "도")},
	{"%", names("percent,per cent,pct,per 100", "Prozent,v. H.", "pour cent,pourcent", "por ciento,porciento", "por cento,porcento", "퍼센트,프로")},
	{"‰", names("per mille,permille,per mil", "Promille", "pour mille", "por mil", "por mil", "퍼밀")},
	{"$,US$,USD", names("dollar,dollars,us dollars,bucks", "Dollar,Dollars,US-Dollar", "dollar,dollars", "dólar,dólares", "dólar,dólares", "달러")},
	{"€,EUR", names("euro,euros", "Euro,Euros", "euro,euros", "euro,euros", "euro,euros", "유로")},
	{"£,GBP", names("pound sterling,pounds sterling,quid", "Pfund Sterling", "livre sterling,livres sterling", "libra esterlina,libras esterlinas", "libra esterlina,libras esterlinas", "파운드 스털링")},
	{"¥,JPY", names("yen", "Yen", "yen,yens", "yen,yenes", "iene,ienes", "엔")},
	{"CNY,RMB", names("yuan,renminbi", "Yuan,Renminbi", "yuan,yuans,renminbi", "yuan,yuanes", "yuan,yuans", "위안")},
	{"₩,KRW", names("won", "Won", "won,wons", "won,wones", "won,wons", "원")},
	{"₽,RUB", names("rouble,roubles,ruble,rubles", "Rubel,Rubeln", "rouble,roubles", "rublo,rublos", "rublo,rublos", "루블")},
	{"CHF", names("swiss franc,swiss francs,franc,francs", "Franken,Schweizer Franken", "franc suisse,francs suisses,franc,francs", "franco suizo,francos suizos,franco,francos", "franco suíço,francos suíços,franco,francos", "프랑")},
	{"km/h,kmh,kph", names("kilometres per hour,kilometers per hour", "Stundenkilometer,Kilometer pro Stunde", "kilomètres par heure,kilomètres heure,kilomètres à l'heure", "kilómetros por hora", "quilômetros por hora,quilómetros por hora", "시속")},
	{"m/s", names("metres per second,meters per second", "Meter pro Sekunde", "mètres par seconde", "metros por segundo", "metros por segundo", "초속")},
	{"mph", names("miles per hour", "Meilen pro Stunde", "milles par heure", "millas por hora", "milhas por hora", "마일시")},
	{"Hz", names("hertz", "Hertz", "hertz", "hercio,hercios,hertz", "hertz", "헤르츠")},
	{"kHz", names("kilohertz", "Kilohertz", "kilohertz", "kilohercio,kilohercios", "quilohertz", "킬로헤르츠")},
	{"MHz", names("megahertz", "Megahertz", "mégahertz", "megahercio,megahercios", "megahertz", "메가헤르츠")},
	{"GHz", names("gigahertz", "Gigahertz", "gigahertz", "gigahercio,gigahercios", "gigahertz", "기가헤르츠")},
	{"N", names("newton,newtons", "Newton", "newton,newtons", "newton,newtons", "newton,newtons", "뉴턴")},
	{"J", names("joule,joules", "Joule", "joule,joules", "julio,julios,joule,joules", "joule,joules", "줄")},
	{"kJ", names("kilojoule,kilojoules", "Kilojoule", "kilojoule,kilojoules", "kilojulio,kilojulios", "quilojoule,quilojoules", "킬로줄")},
	{"kcal", names("kilocalorie,kilocalories", "Kilokalorie,Kilokalorien", "kilocalorie,kilocalories", "kilocaloría,kilocalorías", "quilocaloria,quilocalorias", "킬로칼로리")},
	{"cal", names("calorie,calories", "Kalorie,Kalorien", "calorie,calories", "caloría,calorías", "caloria,calorias", "칼로리")},
	{"W", names("watt,watts", "Watt", "watt,watts", "vatio,vatios", "watt,watts", "와트")},
	{"kW", names("kilowatt,kilowatts", "Kilowatt", "kilowatt,kilowatts", "kilovatio,kilovatios", "quilowatt,quilowatts", "킬로와트")},
	{"MW", names("megawatt,megawatts", "Megawatt", "mégawatt,mégawatts", "megavatio,megavatios", "megawatt,megawatts", "메가와트")},
	{"V", names("volt,volts", "Volt", "volt,volts", "voltio,voltios", "volt,volts", "볼트")},
	{"A", names("ampere,amperes,amp,amps", "Ampere", "ampère,ampères", "amperio,amperios", "ampere,amperes", "암페어")},
	{"Ω,ohm", names("ohm,ohms", "Ohm", "ohm,ohms", "ohmio,ohmios", "ohm,ohms", "옴")},
	{"Pa", names("pascal,pascals", "Pascal", "pascal,pascals", "pascal,pascales", "pascal,pascais", "파스칼")},
	{"hPa", names("hectopascal,hectopascals", "Hektopascal", "hectopascal,hectopascals", "hectopascal,hectopascales", "hectopascal,hectopascais", "헥토파스칼")},
	{"mol", names("mole,moles", "Mol", "mole,moles", "mol,moles", "mol,mols", "몰")},
	{"B", names("byte,bytes", "Byte,Bytes", "octet,octets", "byte,bytes", "byte,bytes", "바이트")},
	{"bit", names("bit,bits", "Bit,Bits", "bit,bits", "bit,bits", "bit,bits", "비트")},
	{"kB,KB", names("kilobyte,kilobytes", "Kilobyte,Kilobytes", "kilooctet,kilooctets", "kilobyte,kilobytes", "quilobyte,quilobytes", "킬로바이트")},
	{"MB", names("megabyte,megabytes", "Megabyte,Megabytes", "mégaoctet,mégaoctets", "megabyte,megabytes", "megabyte,megabytes", "메가바이트")},
	{"GB", names("gigabyte,gigabytes", "Gigabyte,Gigabytes", "gigaoctet,gigaoctets", "gigabyte,gigabytes", "gigabyte,gigabytes", "기가바이트")},
	{"TB", names("terabyte,terabytes", "Terabyte,Terabytes", "téraoctet,téraoctets", "terabyte,terabytes", "terabyte,terabytes", "테라바이트")},
}

// unitIndex finds a unit by its sign, and by language and name. It is made
// once, when the first unit is looked up.
var unitIndex = sync.OnceValue(func() map[string]*unit {
	index := map[string]*unit{}
	for i := range units {
		for _, sign := range strings.Split(units[i].signs, ",") {
			if sign != "" {
				index[sign] = &units[i]
			}
		}
		for language, list := range units[i].names {
			for _, name := range strings.Split(list, ",") {
				key := language + " " + keyOf(tongueOf(language).fold(name))
				if index[key] == nil {
					index[key] = &units[i]
				}
			}
		}
	}
	return index
})

// keyOf returns the words of p without anything between.
func keyOf(p phrase) string {
	var b strings.Builder
	for _, w := range p {
		b.WriteString(w.long)
	}
	return b.String()
}

// unitOf returns the known unit that s names in a language, nil for none.
func unitOf(s string, t tongue) *unit {
	if found := unitIndex()[strings.ReplaceAll(strings.TrimSpace(variants(s)), " ", "")]; found != nil {
		return found
	}
	return unitIndex()[t.names()+" "+keyOf(t.fold(s))]
}

// names returns the language of the names of units: English where t is not
// known.
func (t tongue) names() string {
	if t.primary == "" {
		return "en"
	}
	return t.primary
}

// namesIn returns the names of u in a language; English ones where the
// language is not known.
func (u *unit) namesIn(t tongue) []string {
	return strings.Split(u.names[t.names()], ",")
}

// currencyInFront splits a currency sign or code before a number from it.
func currencyInFront(s string) (currency, rest string) {
	for _, sign := range []string{"US$", "USD", "EUR", "GBP", "JPY", "CNY", "RMB", "KRW", "RUB", "CHF", "$", "€", "£", "¥", "₩", "₽"} {
		if rest, found := strings.CutPrefix(s, sign); found && rest != "" {
			return sign, strings.TrimLeft(rest, " ")
		}
	}
	return "", s
}

// compareUnit marks the unit that stood behind a number. None is fine; a
// known unit must be the wanted one, even where another converts.
func (m *marker) compareUnit(wanted, given string) Verdict {
	switch {
	case given == "" || wanted == given:
		return Correct
	case wanted == "":
		return m.namedByAsk(given)
	}
	want, gave := unitOf(wanted, m.tongue), unitOf(given, m.tongue)
	if want != nil && gave != nil {
		if want == gave {
			return Correct
		}
		return Wrong
	}
	w, g := m.read(wanted), m.read(given)
	switch {
	case len(g.words) == 0:
		return Correct
	case m.sameNoun(w.words, g.words), want != nil && gave == nil && want.signedAs(given):
		return Correct
	case gave != nil:
		return Wrong
	}
	names := []string{wanted}
	if want != nil {
		names = append(names, want.namesIn(m.tongue)...)
	}
	return m.misspeltUnit(names, want, g)
}

// signedAs reports whether s is a sign of u in another case.
func (u *unit) signedAs(s string) bool {
	return slices.ContainsFunc(strings.Split(u.signs, ","), func(sign string) bool { return sign != "" && strings.EqualFold(sign, s) })
}

// misspeltUnit is Close when given is one of names with a slip, and no name of
// another unit is as near.
func (m *marker) misspeltUnit(names []string, want *unit, given *text) Verdict {
	for _, name := range names {
		wanted := m.read(name)
		if m.scalesOf(wanted.words) != m.scalesOf(given.words) {
			continue
		}
		if !m.tongue.slipOf(wanted, given).found {
			continue
		}
		d := m.tongue.apart(wanted, given, 8)
		for i := range units {
			if &units[i] == want {
				continue
			}
			for _, other := range units[i].namesIn(m.tongue) {
				if m.tongue.apart(m.read(other), given, d) <= d {
					return Wrong
				}
			}
		}
		return Close
	}
	return Wrong
}

// scalesOf returns the scale words of p in order, as one text: "million" is no
// slip of "billion".
func (m *marker) scalesOf(p phrase) string {
	scales, found := m.scales(), ""
	for _, w := range p {
		if scales[w.text] > 0 {
			found += w.text + " "
		}
	}
	return found
}

// sameNoun reports whether two count nouns are one, in singular or plural,
// perhaps with words of the question beside it ("North Korean refugees").
func (m *marker) sameNoun(wanted, given phrase) bool {
	w, g := m.tongue.stripped(wanted), m.tongue.stripped(given)
	long, short := w, g
	if len(w) < len(g) {
		long, short = g, w
	}
	off := len(long) - len(short)
	for i := range short {
		if !plural(long[off+i].text, short[i].text) {
			return false
		}
	}
	if len(g) <= len(w) {
		return true // "refugees" for "North Korean refugees": less said, not another unit
	}
	asked, _ := m.ask()
	for _, extra := range g[:off] {
		if !asked[extra.text] {
			return false
		}
	}
	return true
}

// plural reports whether two words are one in singular or plural.
func plural(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if rest, found := strings.CutPrefix(a, b); found && slices.Contains([]string{"", "s", "es", "e", "n", "en", "er", "ern", "x"}, rest) {
		return true
	}
	irregular := []string{"people person", "persons people", "men man", "women woman", "children child", "feet foot", "mice mouse", "lives life"}
	return slices.Contains(irregular, a+" "+b) || slices.Contains(irregular, b+" "+a) || strings.HasSuffix(a, "ies") && strings.TrimSuffix(a, "ies")+"y" == b
}

// namedByAsk marks a unit that the card does not have: right when the question
// names it ("How many moons ...?"), where it names no other known unit.
func (m *marker) namedByAsk(given string) Verdict {
	asked, known := m.ask()
	for _, w := range m.tongue.stripped(m.tongue.fold(given)) {
		if !asked[w.text] {
			return Wrong
		}
	}
	if unitOf(given, m.tongue) != nil && known != 1 {
		return Wrong
	}
	return Correct
}

// ask returns the words of the question, and how many known units are among
// them.
func (m *marker) ask() (map[string]bool, int) {
	if m.askWords != nil {
		return m.askWords, m.askUnits
	}
	m.askWords = map[string]bool{}
	named := map[*unit]bool{}
	for _, w := range m.tongue.fold(plain(m.card.Ask())) {
		m.askWords[w.text] = true
		if u := unitOf(w.text, m.tongue); u != nil && len(w.text) > 1 {
			named[u] = true
		}
	}
	m.askUnits = len(named)
	return m.askWords, m.askUnits
}
