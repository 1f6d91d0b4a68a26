package answer

import (
	"math/big"
	"strconv"
	"strings"
	"unicode"

	"recto/decks"
)

// quantity is a number that was read, exact, with what stood behind it.
type quantity struct {
	value *big.Rat
	unit  string // as written; "" when there is none
	note  string // a forgiven slip in a word of the number; "" when there is none
	stays bool   // a text whose % is part of the answer, not a unit beside it
}

// limits are the numbers that are Correct beside an answer, both included.
type limits struct{ low, high *big.Rat }

// separators are the signs of a written number: between thousands, and before
// the fraction.
type separators struct{ group, decimal rune }

// separatorsOf returns the signs that numbers of a language are shown with.
func separatorsOf(language string) separators {
	shown := []rune(variants(decks.Value{Type: decks.FloatValue, Text: "12345.5"}.Show(language)))
	s := separators{group: ',', decimal: '.'}
	if len(shown) == len("12,345.5") {
		s.group, s.decimal = shown[2], shown[6]
	}
	return s
}

// numberOf returns the number that a value of a deck is: a TOML number, or a
// text in figures. nil when it is none.
func (m *marker) numberOf(v decks.Value, unit string) *quantity {
	switch v.Type {
	case decks.IntegerValue, decks.FloatValue:
		if value := rational(v.Text); value != nil {
			return &quantity{value: value, unit: unit}
		}
	case decks.TextValue:
		s := strings.TrimSpace(variants(plain(v.Text)))
		digits := strings.TrimLeft(s, "-+")
		if digits == "" || !unicode.IsNumber([]rune(digits)[0]) && digits[0] != '.' || isCode(digits) {
			return nil
		}
		q, ok := m.readNumber(s, unit)
		if !ok || q.note != "" || q.unit != "" && m.card.Kind() != decks.Number && unitOf(q.unit, m.tongue) == nil {
			return nil
		}
		if q.unit == "" {
			q.unit = unit
		}
		q.stays = m.card.Kind() != decks.Number && unitOf(q.unit, m.tongue) == unitOf("%", m.tongue)
		return &q
	}
	return nil
}

// isCode reports whether digits are a name rather than a number ("007").
func isCode(digits string) bool {
	return len(digits) > 1 && digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9'
}

// maxDigits bounds the digits and the exponent of a number that is read.
const maxDigits = 400

// rational reads a decimal as Go writes one; nil when it is none, or too long
// to be meant.
func rational(s string) *big.Rat {
	mantissa, exponent, _ := strings.Cut(strings.ToLower(s), "e")
	if n, err := strconv.Atoi(exponent); exponent != "" && (err != nil || abs(n) > maxDigits) || len(mantissa) > maxDigits {
		return nil
	}
	if strings.ContainsAny(s, "/xXpP_") {
		return nil
	}
	value, ok := new(big.Rat).SetString(s)
	if !ok {
		return nil
	}
	return value
}

// limits returns the tolerance of a number card around its answer; nil when it
// has none.
func (m *marker) limits(a decks.Answer) *limits {
	tolerance := m.card.Question.Tolerance
	if m.card.Kind() != decks.Number || tolerance == nil {
		return nil
	}
	decimal := func(f float64) *big.Rat { return rational(strconv.FormatFloat(f, 'g', -1, 64)) }
	if tolerance.Range {
		low, high := decimal(tolerance.Low), decimal(tolerance.High)
		if low == nil || high == nil {
			return nil
		}
		return &limits{low, high}
	}
	value, width := rational(a.Text), decimal(tolerance.Absolute)
	if value == nil || width == nil {
		return nil
	}
	if tolerance.Percent != 0 {
		percent := decimal(tolerance.Percent)
		if percent == nil {
			return nil
		}
		width = new(big.Rat).Mul(new(big.Rat).Abs(value), percent.Quo(percent, big.NewRat(100, 1)))
	}
	width.Abs(width)
	return &limits{new(big.Rat).Sub(value, width), new(big.Rat).Add(value, width)}
}

// compareNumber marks a response that reads as a number against a form that
// does. The outcome is not sure when either does not.
func (m *marker) compareNumber(t target, f form, raw string) outcome {
	if f.number == nil {
		return wrong
	}
	o := m.compareQuantity(t, f, raw, f.number.unit, 0)
	if o.verdict != Wrong || f.number.unit == "" {
		return o
	}
	// "1.5 billion" and "1,500,000,000 dollars" are 1.5 of the unit "billion dollars".
	if exponent, note, rest := m.scaleWord(f.number.unit); exponent > 0 && note == "" {
		if scaled := m.compareQuantity(t, f, raw, strings.TrimSpace(rest), exponent); scaled.sure {
			return scaled
		}
	}
	return o
}

// compareQuantity compares a response in a unit of which 10^exponent are the
// unit of the answer.
func (m *marker) compareQuantity(t target, f form, raw, wanted string, exponent int) outcome {
	given, ok := m.readNumber(raw, wanted)
	if !ok {
		return wrong
	}
	given.value.Mul(given.value, tenTo(-exponent))
	right := given.value.Cmp(f.number.value) == 0
	if f.answer && t.limits != nil {
		right = given.value.Cmp(t.limits.low) >= 0 && given.value.Cmp(t.limits.high) <= 0
	}
	unit := m.compareUnit(wanted, given.unit)
	switch {
	case !right:
		return outcome{verdict: Wrong, sure: true}
	case f.number.stays && given.unit == "":
		return outcome{verdict: Wrong, note: "the % is missing", sure: true}
	case unit == Wrong:
		return outcome{verdict: Wrong, note: "a different unit", sure: true}
	case given.note != "":
		return outcome{verdict: Close, note: given.note, sure: true}
	case unit == Close:
		return outcome{verdict: Close, note: "the unit is misspelt", sure: true}
	}
	return outcome{verdict: Correct, sure: true}
}

// readNumber reads a number as people write it: sign, figures or a word or a
// Roman numeral, powers of ten, scale words, and the rest as its unit. Wanted
// is the unit that is wanted: what reads as it is no scale word.
func (m *marker) readNumber(raw, wanted string) (quantity, bool) {
	if len(raw) > 2*maxDigits {
		return quantity{}, false
	}
	s := m.withoutOpening(strings.Join(strings.Fields(variants(raw)), " "))
	s = strings.TrimRight(strings.Trim(s, `"'()[]`), ".!?,;: ")
	negative, s := m.sign(s)
	prefix, s := currencyInFront(s)
	if !negative {
		negative, s = m.sign(s)
	}
	q, rest, ok := m.numeral(s, wanted)
	if !ok {
		return quantity{}, false
	}
	if negative {
		q.value.Neg(q.value)
	}
	q.unit = strings.TrimSpace(rest)
	if prefix != "" {
		if q.unit != "" {
			return quantity{}, false
		}
		q.unit = prefix
	}
	return q, true
}

// withoutOpening removes fillers, articles and words such as "about" before a
// number.
func (m *marker) withoutOpening(s string) string {
	fields := strings.Fields(s)
	words := make(phrase, len(fields))
	for i, f := range fields {
		words[i] = word{text: strings.TrimRight(lower(f), ".,:")}
	}
	for again := true; again && len(words) > 1; {
		again = false
		for _, filler := range m.tongue.fillers {
			if len(words) > len(filler) && words.begins(filler) {
				words, fields, again = words[len(filler):], fields[len(filler):], true
				break
			}
		}
		if !again && (m.tongue.isArticle(words, 0) || roughly[words[0].text]) {
			words, fields, again = words[1:], fields[1:], true
		}
	}
	return strings.TrimLeft(strings.Join(fields, " "), "~≈ ")
}

// roughly are words before a number that say it is not exact.
var roughly = map[string]bool{
	"about": true, "around": true, "approximately": true, "roughly": true, "circa": true, "ca": true, "c": true, "etwa": true,
	"ungefähr": true, "rund": true, "environ": true, "unos": true, "aproximadamente": true, "cerca": true, "约": true, "약": true,
}

// sign reads a sign in front of a number.
func (m *marker) sign(s string) (negative bool, rest string) {
	first, after, _ := strings.Cut(s, " ")
	switch lower(first) {
	case "minus", "negative", "moins", "menos", "마이너스":
		return true, after
	case "plus", "positive":
		return false, after
	}
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		return true, strings.TrimLeft(rest, " ")
	}
	return false, strings.TrimLeft(strings.TrimPrefix(s, "+"), " ")
}

// numeral reads a number without its sign, and returns what follows it.
func (m *marker) numeral(s, wanted string) (q quantity, rest string, ok bool) {
	if q.value, rest, ok = m.figures(s); ok {
		rest, ok = power(q.value, rest)
		if !ok {
			return quantity{}, "", false
		}
	} else if q.value, q.note, rest, ok = m.numberWord(s); !ok {
		if q.value, rest, ok = roman(s); !ok {
			return quantity{}, "", false
		}
		return q, rest, true
	}
	rest = m.scale(&q, rest, wanted)
	return q, rest, true
}
