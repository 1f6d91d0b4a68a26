package ground

import (
	"strings"
	"unicode"
)

// decades are the English names of tens of years.
var decades = map[string]int{
	"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90,
}

// joinNumbers puts the tokens of a number in words together: "two hundred and
// fifty", "1.5 million", "twenty-one", "two-thirds". A word alone that is a
// number gets its value.
func (l *language) joinNumbers(tokens []token) []token {
	out := tokens[:0]
	for i := 0; i < len(tokens); {
		tok, next := l.numberAt(tokens, i)
		out = append(out, tok)
		i = next
	}
	return out
}

// numberAt returns the token that begins at i and the index behind it.
func (l *language) numberAt(tokens []token, i int) (token, int) {
	tok := tokens[i]
	if years := decades[tok.text]; years != 0 && l.name == "en" {
		tok.decade = years
		return tok, i + 1
	}
	if (tok.text == "per" || tok.text == "pour" || tok.text == "por") && i+1 < len(tokens) {
		if w := tokens[i+1].text; w == "cent" || w == "ciento" || w == "cento" {
			tok.text, tok.stem, tok.end = "percent", "percent", tokens[i+1].end
			return tok, i + 2
		}
	}
	if tok.text == "prozent" {
		tok.stem = "percent"
	}
	if v, ok := l.ordinalValue(tok.text); ok {
		tok.values, tok.ordinal = append(tok.values, v), true
		if v >= 3 && l.name == "en" {
			tok.values = append(tok.values, 1/v) // "a third"
		}
		return tok, i + 1
	}
	sum, next := l.compose(tokens, i)
	if tok.text == "half" && i+2 < len(tokens) && tokens[i+1].text == "a" { // half a million
		if scale, ok := l.scaleOf(&tokens[i+2], false); ok {
			sum, next = scale/2, i+3
		}
	}
	if next == i {
		return tok, i + 1
	}
	if next-i > 1 || !tok.figures {
		tok.figures = tok.figures && next-i > 1
		tok.values = []float64{sum}
	}
	if next < len(tokens) && near(tokens[next-1], tokens[next]) {
		if below, ok := l.denominator(tokens[next].text); ok && sum < below {
			tok.values = []float64{sum / below}
			next++
		} else if v, ok := l.ordinalValue(tokens[next].text); ok && sum >= 20 && v < 10 && tokens[next].glued {
			tok.values, tok.ordinal = []float64{sum + v}, true // twenty-first
			next++
		}
	}
	if next-i > 1 {
		for _, part := range tokens[i+1 : next] {
			tok.text += " " + part.text
		}
		tok.stem = tok.text
		tok.end = tokens[next-1].end
	}
	return tok, next
}

// compose adds up the number that begins at i. It returns the index behind it,
// i when there is none.
func (l *language) compose(tokens []token, i int) (float64, int) {
	var total, group float64 // of millions and so on; of what is below a thousand
	last := 0.0              // the part before, 0 at the start
	n := i
	for n < len(tokens) && (n == i || near(tokens[n-1], tokens[n])) {
		at := n
		word := &tokens[at]
		if n > i && word.text == l.and && n+1 < len(tokens) && near(tokens[n], tokens[n+1]) && l.mayJoin(last, &tokens[n+1]) {
			at++
			word = &tokens[at]
		}
		scale, isScale := l.scaleOf(word, at == i)
		value, isNumber := l.valueOf(word)
		switch {
		case isScale && (at > i || scale >= 100):
			if group == 0 && total == 0 {
				group = 1
			}
			if scale == 100 {
				group *= scale
			} else {
				total, group = total+group*scale, 0
			}
			last = scale
		case !isNumber, word.figures && at > i:
			return total + group, n
		case at > i && l.name == "fr" && last == 4 && value == 20:
			group += 76 // quatre-vingts
			last = 80
		case at > i && !fits(last, value, l):
			return total + group, n
		default:
			group += value
			last = value
		}
		n = at + 1
	}
	return total + group, n
}

// near reports whether two tokens may be parts of one number: nothing but
// space or a hyphen stands between them.
func near(a, b token) bool { return b.start-a.end <= 1 && a.sentence == b.sentence }

// fits reports whether a part may follow another one in a sum: "twenty one",
// "hundred fifty", but not "three four".
func fits(last, value float64, l *language) bool {
	if value < 1 {
		return false
	}
	switch {
	case l.name == "fr" && last == 10:
		return value >= 7 && value < 10 // dix-sept
	case last >= 1000:
		return value < 1000
	case last >= 100:
		return value < 100
	case last == 60 || last == 80:
		return l.name == "fr" && value < 20 || value < 10
	}
	return last >= 20 && value < 10
}

// mayJoin reports whether "and" within a number may lead to a token.
func (l *language) mayJoin(last float64, next *token) bool {
	value, ok := l.valueOf(next)
	if !ok || next.figures {
		return false
	}
	if l.name == "en" {
		return last >= 100 && value >= 1 && value < 100
	}
	return last >= 20 && value < min(last, 100) && fits(last, value, l)
}

// valueOf returns the number that a token is below the scales.
func (l *language) valueOf(t *token) (float64, bool) {
	if t.figures {
		if len(t.values) > 0 {
			return t.values[0], true
		}
		return 0, false
	}
	if v, ok := l.words[t.text]; ok {
		return v, true
	}
	if l.name == "de" {
		return germanNumber(t.text, 0)
	}
	return 0, false
}

// scaleOf returns what a token multiplies by. In English a scale at the start
// of a number follows "a" or stands for itself.
func (l *language) scaleOf(t *token, first bool) (float64, bool) {
	if t.figures {
		return 0, false
	}
	s, ok := l.scales[t.text]
	if ok && first && strings.HasSuffix(t.text, "s") {
		return 0, false // "hundreds of people" is no number
	}
	return s, ok
}

func (l *language) ordinalValue(word string) (float64, bool) {
	v, ok := l.ordinal[word]
	return v, ok
}

// denominator returns what a fraction is of: thirds of "two thirds".
func (l *language) denominator(word string) (float64, bool) {
	if l.name != "en" {
		return 0, false
	}
	switch singular := strings.TrimSuffix(word, "s"); singular {
	case "half", "halve":
		return 2, true
	case "quarter":
		return 4, true
	case "second", "first":
		return 0, false
	default:
		v, ok := l.ordinal[singular]
		return v, ok
	}
}

// germanNumber reads a German number of one word, "zweihunderteinundzwanzig".
func germanNumber(word string, depth int) (float64, bool) {
	if v, ok := german.words[word]; ok {
		return v, true
	}
	if depth > 6 || len(word) < 4 || len(word) > 80 || !unicode.IsLetter(rune(word[0])) {
		return 0, false
	}
	for _, scale := range []struct {
		word  string
		value float64
	}{{"tausend", 1000}, {"hundert", 100}} {
		before, after, ok := strings.Cut(word, scale.word)
		if !ok {
			continue
		}
		sum := scale.value
		if before != "" {
			v, ok := germanNumber(before, depth+1)
			if !ok {
				return 0, false
			}
			sum *= v
		}
		if after != "" {
			v, ok := germanNumber(strings.TrimPrefix(after, "und"), depth+1)
			if !ok {
				return 0, false
			}
			sum += v
		}
		return sum, true
	}
	if unit, tens, ok := strings.Cut(word, "und"); ok {
		u, okU := german.words[unit]
		t, okT := german.words[tens]
		if okU && okT && u < 10 && t >= 20 && t < 100 {
			return u + t, true
		}
	}
	return 0, false
}
