package ground

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// vulgar are the fractions that are one character.
var vulgar = map[rune]float64{
	'½': 1. / 2, '⅓': 1. / 3, '⅔': 2. / 3, '¼': 1. / 4, '¾': 3. / 4, '⅕': 1. / 5, '⅖': 2. / 5, '⅗': 3. / 5, '⅘': 4. / 5,
	'⅙': 1. / 6, '⅚': 5. / 6, '⅛': 1. / 8, '⅜': 3. / 8, '⅝': 5. / 8, '⅞': 7. / 8,
}

// Signs that may stand within a number, and spaces that may stand around one.
const (
	spaces      = " \u00a0\u202f\u2009"
	numberSigns = ".,'\u2019\u066b\u066c" + spaces
)

// superscripts are the digits of exponents.
var superscripts = strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9", "⁻", "-")

// number reads a number in figures and what is written right behind it.
func (t *tokenizer) number() {
	start := t.i
	digits := t.digits()
	values := t.language.readFigures(digits)
	if values == nil { // points as in a day or a version: the parts count
		t.parts(start, digits)
		return
	}
	tok := token{text: t.text[start:t.i], values: values, figures: true}
	r, size := utf8.DecodeRuneInString(t.text[t.i:])
	if f, ok := vulgar[r]; ok && len(values) > 0 {
		t.i += size
		tok.values = []float64{values[0] + f}
	} else if r == '/' {
		t.fraction(&tok)
	}
	if t.negative(start) {
		for i := range tok.values {
			tok.values[i] = -tok.values[i]
		}
	}
	t.power(&tok)
	tok.text = t.text[start:t.i]
	suffix := t.letters()
	switch scale, known := shortScales[suffix]; {
	case suffix == "s" && tok.isDecade():
		tok.decade = int(tok.values[0])
		tok.values = nil
		tok.text += "s"
	case isOrdinalSuffix(suffix):
		t.i += len(suffix)
		tok.text += suffix
		t.add(start, tok)
		return
	case known:
		tok.values = append(tok.values, scaled(tok.values, scale)...)
		t.add(start, tok)
		return
	default:
		t.add(start, tok)
		return
	}
	t.i += len(suffix)
	t.add(start, tok)
}

// parts adds each run of digits for itself.
func (t *tokenizer) parts(start int, s string) {
	for i := 0; i < len(s); {
		n := 0
		for i+n < len(s) && s[i+n] >= '0' && s[i+n] <= '9' {
			n++
		}
		if n == 0 {
			i++
			continue
		}
		t.i = start + i + n
		t.add(start+i, token{text: s[i : i+n], values: parseFloats(s[i : i+n]), figures: true})
		i += n
	}
}

// digits takes digits with the signs between them that a number may hold.
func (t *tokenizer) digits() string {
	start := t.i
	for t.i < len(t.text) {
		c := t.text[t.i]
		if c >= '0' && c <= '9' {
			t.i++
			continue
		}
		r, size := utf8.DecodeRuneInString(t.text[t.i:])
		next := t.i + size
		if next >= len(t.text) || t.text[next] < '0' || t.text[next] > '9' || !strings.ContainsRune(numberSigns, r) {
			break
		}
		if unicode.IsSpace(r) && !t.groupOfThree(start, next) {
			break
		}
		t.i = next
	}
	return t.text[start:t.i]
}

// groupOfThree reports whether three digits and no more stand at an offset,
// and before it from start on one to three.
func (t *tokenizer) groupOfThree(start, at int) bool {
	head := t.text[start:t.i]
	if last := strings.LastIndexFunc(head, func(r rune) bool { return r < '0' || r > '9' }); last >= 0 {
		_, size := utf8.DecodeRuneInString(head[last:])
		if len(head)-last-size != 3 {
			return false
		}
	} else if len(head) > 3 {
		return false
	}
	n := 0
	for at+n < len(t.text) && t.text[at+n] >= '0' && t.text[at+n] <= '9' {
		n++
	}
	return n == 3
}

// readFigures returns what digits with separators may mean, nil when they are
// no number. One separator before three digits is that of thousands or of the
// fraction as the language has it, both where the language is not known.
func (l *language) readFigures(s string) []float64 {
	at := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	if at < 0 {
		return parseFloats(s)
	}
	var groups []string
	var signs []string
	rest := s
	for {
		at := strings.IndexFunc(rest, func(r rune) bool { return r < '0' || r > '9' })
		if at < 0 {
			groups = append(groups, rest)
			break
		}
		_, size := utf8.DecodeRuneInString(rest[at:])
		groups = append(groups, rest[:at])
		signs = append(signs, rest[at:at+size])
		rest = rest[at+size:]
	}
	last := len(signs) - 1
	uniform := func(n int) bool { // the first n signs part thousands
		for i := range n {
			indian := signs[0] == "," && len(groups[i+1]) == 2 && i+2 < len(groups) // 12,34,567
			if signs[i] != signs[0] || len(groups[i+1]) != 3 && !indian {
				return false
			}
		}
		return len(groups[0]) <= 3 && groups[0] != ""
	}
	grouped := uniform(len(signs))
	point := strings.Contains(".,٫", signs[last]) && uniform(last) && (last == 0 || signs[last] != signs[0])
	whole := strings.Join(groups, "")
	decimal := strings.Join(groups[:last+1], "") + "." + groups[last+1]
	switch {
	case grouped && point && len(signs) == 1 && l.decimal == "": // of a language without a name
		return append(parseFloats(whole), parseFloats(decimal)...)
	case grouped && point && signs[0] == l.decimal:
		return parseFloats(decimal)
	case grouped:
		return parseFloats(whole)
	case point:
		return parseFloats(decimal)
	}
	return nil
}

func parseFloats(s string) []float64 {
	if f, err := strconv.ParseFloat(s, 64); err == nil {
		return []float64{f}
	}
	return nil
}

// fraction reads the other half of "3/4".
func (t *tokenizer) fraction(tok *token) {
	n := 1
	for t.i+n < len(t.text) && t.text[t.i+n] >= '0' && t.text[t.i+n] <= '9' {
		n++
	}
	below := t.text[t.i+1 : t.i+n]
	if t.i+n < len(t.text) && t.text[t.i+n] == '/' || len(tok.text) > 2 || below == "" || len(below) > 3 {
		return
	}
	if f, err := strconv.ParseFloat(below, 64); err == nil && f != 0 && len(tok.values) > 0 {
		tok.values = []float64{tok.values[0] / f}
		t.i += n
	}
}

// negative reports whether a minus stands right before a number, and nothing
// before that which it could join to.
func (t *tokenizer) negative(start int) bool {
	r, size := utf8.DecodeLastRuneInString(t.text[:start])
	if r != '-' && r != '−' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(t.text[:start-size])
	return start == size || unicode.IsSpace(before) || before == '('
}

// power reads "× 10^8" and "e8" behind a number.
func (t *tokenizer) power(tok *token) {
	rest := t.text[t.i:min(len(t.text), t.i+40)]
	trimmed := strings.TrimLeft(rest, spaces)
	for _, sign := range []string{"×", "x", "·", "*"} {
		after, ok := strings.CutPrefix(trimmed, sign)
		if !ok {
			continue
		}
		after, ok = strings.CutPrefix(strings.TrimLeft(after, spaces), "10")
		if !ok {
			return
		}
		after = strings.TrimPrefix(after, "^")
		n := strings.IndexFunc(after, func(r rune) bool { return !strings.ContainsRune("0123456789-−⁰¹²³⁴⁵⁶⁷⁸⁹⁻", r) })
		if n < 0 {
			n = len(after)
		}
		exponent, err := strconv.Atoi(superscripts.Replace(strings.ReplaceAll(after[:n], "−", "-")))
		if err != nil || exponent > 300 || exponent < -300 {
			return
		}
		tok.values = scaled(tok.values, math.Pow10(exponent))
		t.i += len(rest) - len(after) + n
		return
	}
}

// letters returns the letters at the current place.
func (t *tokenizer) letters() string {
	n := strings.IndexFunc(t.text[t.i:], func(r rune) bool { return !unicode.IsLetter(r) })
	if n < 0 {
		n = len(t.text) - t.i
	}
	if n > 4 {
		return ""
	}
	return t.text[t.i : t.i+n]
}

// shortScales are what figures may carry behind them.
var shortScales = map[string]float64{"k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "B": 1e9, "tn": 1e12}

func isOrdinalSuffix(s string) bool {
	return s == "st" || s == "nd" || s == "rd" || s == "th" || s == "ST" || s == "ND" || s == "RD" || s == "TH"
}

// isDecade reports whether an s behind a number makes it a decade.
func (t *token) isDecade() bool {
	n := len(t.text)
	return (n == 2 || n == 4) && t.text[n-1] == '0' && len(t.values) == 1 && t.values[0] >= 0
}

func scaled(values []float64, by float64) []float64 {
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = v * by
	}
	return out
}

// sameNumber reports whether two values are the same but for the rounding of
// the machine.
func sameNumber(a, b float64) bool {
	return a == b || math.Abs(a-b) <= 1e-9*math.Max(math.Abs(a), math.Abs(b))
}

// shareValue reports whether two tokens may mean the same number.
func shareValue(a, b *token) bool {
	return slices.ContainsFunc(a.values, func(v float64) bool {
		return slices.ContainsFunc(b.values, func(w float64) bool { return sameNumber(v, w) })
	})
}

// sameDecade reports whether two tokens name the same decade; the century may
// be left out.
func sameDecade(a, b *token) bool {
	return a.decade != 0 && b.decade != 0 && a.decade%100 == b.decade%100 && (a.decade == b.decade || a.decade < 100 || b.decade < 100)
}

// roman returns the value of a numeral of at least two Roman letters.
func roman(s string) (float64, bool) {
	if len(s) < 2 || len(s) > 8 || strings.Trim(s, "IVXLC") != "" {
		return 0, false
	}
	value := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100}
	sum := 0
	for i := range len(s) {
		v := value[s[i]]
		if i+1 < len(s) && value[s[i+1]] > v {
			v = -v
		}
		sum += v
	}
	return float64(sum), sum > 0 && writeRoman(sum) == s
}

// writeRoman returns the numeral of n, 1 to 399.
func writeRoman(n int) string {
	var b strings.Builder
	for _, step := range []struct {
		value int
		text  string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= step.value; n -= step.value {
			b.WriteString(step.text)
		}
	}
	return b.String()
}
