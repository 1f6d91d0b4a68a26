package words

import (
	"strings"
	"time"
)

// The customs of languages and regions as Unicode's CLDR has them. Spaces
// between digits are such as no line breaks at.
const (
	space = "\u00a0"
	thin  = "\u202f"
)

// marks are the marks of numbers.
type marks struct {
	decimal, group string
	least          int
}

var (
	pointComma = marks{".", ",", 1}
	commaPoint = marks{",", ".", 1}
	commaSpace = marks{",", space, 1}
)

// numberMarks are the marks of the languages; others are written as C. Where a
// language is written in digits of its own, the digits are European.
var numberMarks = map[string]marks{
	"en": pointComma, "zh": pointComma, "ja": pointComma, "ko": pointComma, "th": pointComma, "he": pointComma,
	"hi": pointComma, "ms": pointComma, "fil": pointComma, "ga": pointComma, "cy": pointComma, "sw": pointComma,
	"de": commaPoint, "nl": commaPoint, "da": commaPoint, "id": commaPoint, "tr": commaPoint, "el": commaPoint,
	"ro": commaPoint, "hr": commaPoint, "sl": commaPoint, "sr": commaPoint, "vi": commaPoint, "ca": commaPoint,
	"is": commaPoint, "gl": commaPoint, "it": commaPoint, "eu": commaPoint, "mk": commaPoint, "bs": commaPoint,
	"es": {",", ".", 2}, "pt": commaPoint,
	"fr": {",", thin, 1}, "ru": commaSpace, "uk": commaSpace, "cs": commaSpace, "sk": commaSpace, "hu": commaSpace,
	"fi": commaSpace, "sv": commaSpace, "nb": commaSpace, "nn": commaSpace, "no": commaSpace, "lt": commaSpace,
	"pl": {",", space, 2}, "bg": {",", space, 2}, "lv": {",", space, 2}, "et": {",", space, 2},
}

// regionMarks are the marks of a region that has others than its language.
var regionMarks = map[string]marks{
	"de_AT": commaSpace, "de_CH": {".", "’", 1}, "de_LI": {".", "’", 1}, "it_CH": {".", "’", 1},
	"fr_CA": commaSpace, "pt_PT": {",", space, 2}, "en_ZA": commaSpace,
	"es_MX": pointComma, "es_US": pointComma, "es_PE": pointComma, "es_GT": pointComma, "es_DO": pointComma,
	"es_PA": pointComma, "es_HN": pointComma, "es_NI": pointComma, "es_SV": pointComma, "es_PR": pointComma,
	"es_AR": {",", ".", 1}, "es_CO": {",", ".", 1}, "es_CL": {",", ".", 1},
}

// marksOf returns the marks of numbers.
func marksOf(language, region string) (decimal, group string, least int, lakhs bool) {
	m, ok := regionMarks[language+"_"+region]
	if !ok {
		m = numberMarks[language]
	}
	return m.decimal, m.group, m.least, region == "IN" && (language == "en" || language == "hi")
}

// homeRegion is the region of a language that is named without one.
var homeRegion = map[string]string{
	"en": "US", "zh": "CN", "ja": "JP", "ko": "KR", "th": "TH", "he": "IL", "hi": "IN", "ms": "MY", "fil": "PH",
	"pt": "BR", "id": "ID",
}

// dateOf returns how a date is written.
func dateOf(language, region string) (order dateOrder, mark, end string) {
	switch name := language + "_" + region; {
	case in(name, "en_CA fr_CA"), in(language, "sv lt"):
		return yearFirst, "-", ""
	case in(name, "en_US en_PH es_US fil_PH es_PA es_PR"):
		return monthFirst, "/", ""
	case in(language, "zh ja"), name == "en_ZA":
		return yearFirst, "/", ""
	case in(language, "hu ko"):
		return yearFirst, ". ", "."
	case in(language, "hr sr bs"), language == "sl":
		return dayFirst, ". ", map[bool]string{true: "", false: "."}[language == "sl"]
	case in(language, "de ru uk cs sk pl fi nb nn no da tr ro bg et lv is mk he"), in(name, "fr_CH it_CH en_CH"):
		return dayFirst, ".", ""
	case language == "nl" && region != "BE":
		return dayFirst, "-", ""
	}
	return dayFirst, "/", ""
}

// weekOf returns the day that weeks begin with in a region.
func weekOf(region string) time.Weekday {
	switch {
	case in(region, "US CA MX BR JP KR TW HK IN IL ZA PH TH SG ID CO PE VE GT DO PA HN NI SV PR PT KE"):
		return time.Sunday
	case in(region, "EG IR DZ IQ JO KW QA"):
		return time.Saturday
	}
	return time.Monday
}

// halfDay reports whether the clock has 12 hours.
func halfDay(language, region string) bool {
	return in(language+"_"+region, "en_US en_CA en_AU en_NZ en_IN en_PH fil_PH hi_IN es_US es_PR")
}

// in reports whether a word is one of several.
func in(word, list string) bool {
	for _, w := range strings.Fields(list) {
		if w == word {
			return true
		}
	}
	return false
}
