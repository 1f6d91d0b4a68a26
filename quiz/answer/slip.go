package answer

import (
	"slices"
	"strings"
	"unicode"
)

// slip is how a response that is not the answer may still be meant as it.
type slip struct {
	found bool
	note  string
}

// shape is a phrase with every glued boundary decided: words for comparing
// letter by letter.
type shape struct {
	plain []string // accents kept
	long  []string // ä as ae where the language does that; one for each of plain
}

// shapes returns the forms of p that a learner may have meant: glued words as
// one, and as several; with and without fillers and articles.
func (t tongue) shapes(p phrase) []shape {
	var out []shape
	for _, q := range []phrase{p, t.stripped(p)} {
		for _, apart := range []bool{false, true} {
			s := q.shape(apart)
			if !slices.ContainsFunc(out, func(o shape) bool { return slices.Equal(o.plain, s.plain) }) {
				out = append(out, s)
			}
		}
	}
	return out
}

func (p phrase) shape(apart bool) shape {
	var s shape
	for i, w := range p {
		if n := len(s.plain); w.glued && !apart && i > 0 {
			s.plain[n-1] += w.text
			s.long[n-1] += w.long
			continue
		}
		s.plain = append(s.plain, w.text)
		s.long = append(s.long, w.long)
	}
	return s
}

// slipOf weighs whether given is wanted with slips that are forgiven: accents,
// and one edit in each word of five letters or more.
func (t tongue) slipOf(wanted, given *text) slip {
	if len(wanted.words) == 0 || len(given.words) == 0 || t.negationsOf(wanted.words) != t.negationsOf(given.words) {
		return slip{}
	}
	for _, w := range t.shapesOf(wanted) {
		for _, g := range t.shapesOf(given) {
			if s := w.slipOf(g); s.found {
				return s
			}
		}
	}
	return slip{}
}

// negationsOf returns the negations of p in order, as one text.
func (t tongue) negationsOf(p phrase) string {
	var found []string
	for _, w := range p {
		text := unaccented(strings.ReplaceAll(w.text, "'", ""))
		if slices.Contains(t.negations, text) {
			found = append(found, text)
		}
	}
	return strings.Join(found, " ")
}

func (s shape) slipOf(given shape) slip {
	switch len(given.plain) - len(s.plain) {
	case 0:
		return s.wordSlips(given)
	case -1:
		return s.spaceSlip(given, "a space is missing")
	case 1:
		return given.spaceSlip(s, "a space too many")
	}
	return slip{}
}

// spaceSlip reports whether two neighbouring words of s stand in joined as one
// word of five letters or more, all else alike.
func (s shape) spaceSlip(joined shape, note string) slip {
	at := 0
	for at < len(joined.long) && s.long[at] == joined.long[at] {
		at++
	}
	if at == len(joined.long) || !slices.Equal(s.long[at+2:], joined.long[at+1:]) || s.long[at]+s.long[at+1] != joined.long[at] {
		return slip{}
	}
	if letters(joined.plain[at]) < 5 || strings.ContainsFunc(joined.plain[at], unicode.IsDigit) {
		return slip{}
	}
	return slip{found: true, note: note}
}

// wordSlips compares word by word.
func (s shape) wordSlips(given shape) slip {
	note, faults := "", 0
	for i := range s.plain {
		what := wordSlip(s.plain[i], given.plain[i])
		if what == "" && s.long[i] != given.long[i] && letters(s.plain[i]) >= 5 {
			what = wordSlip(s.long[i], given.long[i])
		}
		switch {
		case s.long[i] == given.long[i]:
		case what == "":
			return slip{}
		default:
			note = what
			faults++
		}
	}
	if faults > 1 {
		note = "small slips in several words"
	}
	return slip{found: faults > 0, note: note}
}

// wordSlip says what is forgiven in a word, "" when nothing is (or nothing is
// wrong).
func wordSlip(wanted, given string) string {
	w, g := unaccented(wanted), unaccented(given)
	if w == g {
		switch {
		case wanted == given:
			return ""
		case given == g:
			return "an accent is missing"
		}
		return "an accent is wrong"
	}
	if letters(wanted) < 5 || negated(w, g) || negated(g, w) {
		return ""
	}
	what, touched := editOf([]rune(w), []rune(g))
	if slices.ContainsFunc(touched, unicode.IsNumber) || !slices.ContainsFunc(touched, unicode.IsLetter) && strings.ContainsFunc(w, unicode.IsNumber) {
		return "" // a separator between digits is no letter
	}
	switch what {
	case missing:
		return "one letter is missing"
	case surplus:
		return "one letter too many"
	case replaced:
		return "one letter is wrong"
	case swapped:
		return "two letters have changed places"
	}
	return ""
}

// negated reports whether long is short with the negation of one letter in
// front ("atypical"). Longer ones are more than one edit; an a in front of
// another word ("ustria") is a letter like any other.
func negated(short, long string) bool {
	if long != "a"+short {
		return false
	}
	return slices.ContainsFunc(privative, func(stem string) bool { return strings.HasPrefix(short, stem) })
}

// privative are stems that an a in front negates, without accents, in the
// languages that took the Greek prefix.
var privative = strings.Fields("typi tipi moral politi symm simet sexu sozi soci theis teis septi symptom sintom tonal biot cellul " +
	"celul chrom crom tempor histor gnost period synchron sincron rhythm ritmi thermal termi phasi")

// letters counts the letters, digits and signs of a word.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.Is(unicode.Mn, r) && r != '\'' {
			n++
		}
	}
	return n
}

// apart returns the number of edits between two texts at their nearest, at
// most limit+1. Each wrong accent is an edit here.
func (t tongue) apart(a, b *text, limit int) int {
	best := limit + 1
	for _, x := range t.shapesOf(a) {
		for _, y := range t.shapesOf(b) {
			for _, pair := range [2][2][]string{{x.plain, y.plain}, {x.long, y.long}} {
				d := distance([]rune(strings.Join(pair[0], " ")), []rune(strings.Join(pair[1], " ")), min(limit, best))
				best = min(best, d)
			}
		}
	}
	return best
}
