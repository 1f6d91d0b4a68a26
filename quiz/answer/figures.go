package answer

import (
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"
)

// figures reads digits with the separators of the language, perhaps a
// fraction behind them ("3/4", "1 1/2", "1½").
func (m *marker) figures(s string) (*big.Rat, string, bool) {
	if value, rest, ok := vulgar(s); ok {
		return value, rest, true
	}
	value, rest, whole, ok := m.decimal(s)
	if !ok {
		return nil, "", false
	}
	if !whole {
		return value, rest, true
	}
	if part, after, ok := vulgar(strings.TrimPrefix(rest, " ")); ok {
		return value.Add(value, part), after, true
	}
	if after, ok := strings.CutPrefix(strings.TrimLeft(rest, " "), "/"); ok {
		return divided(value, after)
	}
	if after, ok := strings.CutPrefix(rest, " "); ok {
		over, tail := digits(after)
		if under, found := strings.CutPrefix(tail, "/"); over != "" && found {
			part, last, ok := divided(rational(over), under)
			if !ok {
				return nil, "", false
			}
			return value.Add(value, part), last, true
		}
	}
	return value, rest, true
}

// divided reads the lower part of a fraction. Without one the stroke belongs
// to a unit.
func divided(over *big.Rat, s string) (*big.Rat, string, bool) {
	under, rest := digits(strings.TrimLeft(s, " "))
	if under == "" || over == nil {
		return nil, "", false
	}
	value := rational(under)
	if value == nil || value.Sign() == 0 {
		return nil, "", false
	}
	return new(big.Rat).Quo(over, value), rest, true
}

// digits splits the ASCII digits that s begins with from the rest.
func digits(s string) (string, string) {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return s[:i], s[i:]
}

// vulgar reads a fraction in one sign.
func vulgar(s string) (*big.Rat, string, bool) {
	r, size := utf8.DecodeRuneInString(s)
	for i, sign := range []rune("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞") {
		if r == sign {
			n := [...][2]int64{{1, 2}, {1, 3}, {2, 3}, {1, 4}, {3, 4}, {1, 5}, {2, 5}, {3, 5}, {4, 5}, {1, 6}, {5, 6}, {1, 8}, {3, 8}, {5, 8}, {7, 8}}[i]
			return big.NewRat(n[0], n[1]), s[size:], true
		}
	}
	return nil, "", false
}

// decimal reads digits, groups of three behind a group sign or a space, and a
// fraction behind the decimal sign. It fails on signs in odd places: "3,4259"
// is no English number.
func (m *marker) decimal(s string) (value *big.Rat, rest string, whole, ok bool) {
	text, rest := digits(s)
	var by rune
	for text != "" && text[0] != '0' {
		sign, size := utf8.DecodeRuneInString(rest)
		if !m.isGroup(sign) || by != 0 && sign != by || by == 0 && len(text) > 3 {
			break
		}
		group, after := digits(rest[size:])
		if len(group) != 3 {
			break
		}
		text, rest, by = text+group, after, sign
	}
	whole = true
	if sign, size := utf8.DecodeRuneInString(rest); sign == m.signs.decimal {
		if fraction, after := digits(rest[size:]); fraction != "" {
			text, rest, whole = text+"."+fraction, after, false
		}
	}
	if text == "" || len(text) > maxDigits || misplaced(rest) {
		return nil, "", false, false
	}
	value = rational(strings.TrimSuffix(text, "."))
	return value, rest, whole, value != nil
}

// isGroup reports whether a sign may stand between thousands: that of the
// language, a space, an apostrophe.
func (m *marker) isGroup(sign rune) bool {
	return sign == m.signs.group || sign == ' ' || sign == '\'' && m.signs.decimal != '\''
}

// misplaced reports whether a number goes on behind a separator that has no
// business there.
func misplaced(rest string) bool {
	return len(rest) > 1 && strings.ContainsRune(".,'", rune(rest[0])) && rest[1] >= '0' && rest[1] <= '9'
}

// power reads "^4", "⁴", "e4" and "× 10⁴" behind a number and applies it to
// value. It fails on an exponent that is out of bounds.
func power(value *big.Rat, s string) (rest string, ok bool) {
	if exponent, after, found := exponentOf(s); found {
		if value.Cmp(big.NewRat(10, 1)) != 0 || abs(exponent) > maxDigits {
			return "", false
		}
		value.Set(tenTo(exponent))
		return after, true
	}
	if len(s) > 1 && (s[0] == 'e' || s[0] == 'E') {
		if exponent, after, found := signedDigits(s[1:]); found {
			if abs(exponent) > maxDigits {
				return "", false
			}
			value.Mul(value, tenTo(exponent))
			return after, true
		}
	}
	times := strings.TrimLeft(s, " ")
	for _, sign := range []string{"*", "×", "x", "·", "⋅"} {
		ten, found := strings.CutPrefix(times, sign)
		if !found {
			continue
		}
		after, found := strings.CutPrefix(strings.TrimLeft(ten, " "), "10")
		if exponent, last, ok := exponentOf(after); found && ok {
			if abs(exponent) > maxDigits {
				return "", false
			}
			value.Mul(value, tenTo(exponent))
			return last, true
		}
	}
	return s, true
}

func tenTo(exponent int) *big.Rat {
	n := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(abs(exponent))), nil)
	if exponent < 0 {
		return new(big.Rat).SetFrac(big.NewInt(1), n)
	}
	return new(big.Rat).SetInt(n)
}

// exponentOf reads "^4", "^-4" or "⁴".
func exponentOf(s string) (int, string, bool) {
	if after, found := strings.CutPrefix(s, "^"); found {
		after = strings.TrimPrefix(after, "{")
		n, rest, ok := signedDigits(after)
		return n, strings.TrimPrefix(rest, "}"), ok
	}
	raised := ""
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		i := strings.IndexRune("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", r)
		if i < 0 {
			break
		}
		raised += string("0123456789-"[len([]rune("⁰¹²³⁴⁵⁶⁷⁸⁹⁻"[:i]))])
		s = s[size:]
	}
	n, left, ok := signedDigits(raised)
	return n, s, ok && left == ""
}

func signedDigits(s string) (int, string, bool) {
	sign := 1
	if after, found := strings.CutPrefix(s, "-"); found {
		sign, s = -1, after
	} else {
		s = strings.TrimPrefix(s, "+")
	}
	text, rest := digits(s)
	if len(text) > 6 {
		return maxDigits + 1, rest, true
	}
	n, err := strconv.Atoi(text)
	return sign * n, rest, err == nil
}

// roman reads a Roman numeral from 1 to 3999 in its usual form, in capitals,
// or in small letters when it has two or more.
func roman(s string) (*big.Rat, string, bool) {
	first, rest, _ := strings.Cut(s, " ")
	if len(first) == 0 || len(first) > 15 || len(first) == 1 && first != strings.ToUpper(first) {
		return nil, "", false
	}
	upper := strings.ToUpper(first)
	if first != upper && first != strings.ToLower(first) {
		return nil, "", false
	}
	n, written := 0, upper
	for _, step := range romanSteps {
		for count := 0; count < 3 && strings.HasPrefix(written, step.text); count++ {
			n, written = n+step.value, written[len(step.text):]
		}
	}
	if n == 0 || written != "" || toRoman(n) != upper {
		return nil, "", false
	}
	return big.NewRat(int64(n), 1), rest, true
}

var romanSteps = []struct {
	text  string
	value int
}{{"M", 1000}, {"CM", 900}, {"D", 500}, {"CD", 400}, {"C", 100}, {"XC", 90}, {"L", 50}, {"XL", 40}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1}}

func toRoman(n int) string {
	s := ""
	for _, step := range romanSteps {
		for n >= step.value {
			s, n = s+step.text, n-step.value
		}
	}
	return s
}
