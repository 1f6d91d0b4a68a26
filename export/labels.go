package export

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"recto/decks"
)

// labels are the words of a sheet that no deck writes.
type labels struct {
	language string // for numbers

	name, class, date, score string
	points                   func(n float64) string // the word behind a number of points
	question, pointsWord     string                 // in the table of points
	total, given             string                 // in the table of points: all of them, those that were given
	yes, no                  string                 // of a statement
	all                      string                 // mark all that apply
	ordering                 string                 // put in order: number the boxes from 1 to %
	letter                   string                 // matching
	bank                     string                 // above the words for the gaps of a section
	others                   string                 // the section of questions that are in no other
	key                      string
	also                     string // also right
	anyOf                    string // any % of
	source                   string
	paragraph, page          string // of a source
	inferred                 string
	versionWord, seed        string
	pageOf                   string // page %p of %n
	to                       string // of a range of numbers
}

// LabelLanguages are the languages that the words of a sheet are there in.
func LabelLanguages() []string {
	out := []string{}
	for _, l := range catalogue() {
		out = append(out, l.language)
	}
	return out
}

// ParseLabelLanguage returns the language of LabelLanguages that a BCP 47 tag
// names.
func ParseLabelLanguage(tag string) (string, error) {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if all := LabelLanguages(); !slices.Contains(all, base) {
		return "", fmt.Errorf("no words in %q: choose %s or %s", tag, strings.Join(all[:len(all)-1], ", "), all[len(all)-1])
	}
	return tag, nil
}

// labelsFor returns the words in a language, English where it is unknown.
func labelsFor(language string) labels {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	all := catalogue()
	l := all[0]
	for _, other := range all {
		if other.language == base {
			l = other
		}
	}
	l.language = language
	return l
}

// twoForms is the word behind a number in a language that has one for 1 and
// one for all others.
func twoForms(one, many string) func(float64) string {
	return func(n float64) string {
		if n == 1 {
			return one
		}
		return many
	}
}

// slavicForms is the word behind a number in Polish and Russian: for numbers
// that end in 1 (Polish: for 1 alone), in 2 to 4, and the others, with those
// from 11 to 19 among the last; and for what is no whole number.
func slavicForms(one, few, many, part string, onlyOne bool) func(float64) string {
	return func(n float64) string {
		if n != math.Trunc(n) {
			return part
		}
		units, tens := int(n)%10, int(n)%100/10
		switch {
		case n == 1 || units == 1 && tens != 1 && !onlyOne:
			return one
		case units >= 2 && units <= 4 && tens != 1:
			return few
		}
		return many
	}
}

// count says how many points there are: "1 point", "2.5 points".
func (l labels) count(points float64) string {
	return l.figure(points) + " " + l.points(points)
}

// figure is a number as the sheet's language writes it, to four decimals.
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
