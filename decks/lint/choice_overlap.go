package lint

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"recto/decks"
)

// stretch is the numbers that an option stands for, with the words around
// them.
type stretch struct {
	low, high         float64
	openLow, openHigh bool // the end itself is not meant
	words             string
	point             bool
}

// bounds are the words before a number that make a range of it, by language.
var bounds = map[string]struct{ above, atLeast, below, atMost, to string }{
	"en": {"more than|over|above|greater than|after|>", "at least|from|≥|>=", "less than|fewer than|under|below|before|<", "at most|up to|≤|<=|until", "to|and|through"},
	"de": {"mehr als|über|nach|>", "mindestens|ab|≥|>=", "weniger als|unter|vor|<", "höchstens|bis zu|bis|≤|<=", "bis|und"},
	"fr": {"plus de|au-dessus de|après|>", "au moins|à partir de|≥|>=", "moins de|au-dessous de|avant|<", "au plus|jusqu'à|≤|<=", "à|et"},
	"es": {"más de|después de|>", "al menos|desde|≥|>=", "menos de|antes de|<", "como máximo|hasta|≤|<=", "a|y|hasta"},
	"pt": {"mais de|depois de|>", "pelo menos|desde|≥|>=", "menos de|antes de|<", "no máximo|até|≤|<=", "a|e|até"},
}

// choiceOverlap tells of ranges of numbers that share some.
func choiceOverlap(c *checker, q *decks.Question) {
	if q.Kind == decks.Choice {
		c.joined(q)
	}
	if q.Kind != decks.Choice || len(q.Choices) < 2 || !strings.ContainsAny(q.Choices[0].Text+q.Choices[1].Text, "0123456789") {
		return
	}
	language := answerLanguage(q)
	if _, known := bounds[language]; !known {
		return
	}
	read := make([]*stretch, len(q.Choices))
	for i, o := range q.Choices {
		read[i] = readStretch(strings.ToLower(plain(o.Text)), language)
	}
	for i, b := range read {
		for j, a := range read[:i] {
			if a != nil && b != nil && a.words == b.words && (!a.point || !b.point) && a.meets(b) {
				c.found(q, optionPlace(q, i), "the options "+quoted(q.Choices[j].Text)+" and "+quoted(q.Choices[i].Text)+" overlap",
					"let each number fall into one option only")
				break
			}
		}
	}
}

// joined tells of an option such as "birds and bats" beside "birds", where one
// of the two is right: then the other one is partly so.
func (c *checker) joined(q *decks.Question) {
	and := andWord[answerLanguage(q)]
	if and == "" {
		return
	}
	articles := c.articles(q)
	for i, o := range q.Choices {
		parts := strings.Split(strings.ReplaceAll(o.Text, ", ", " "+and+" "), " "+and+" ")
		if len(parts) < 2 {
			continue
		}
		for j, other := range q.Choices {
			if i == j || !isRight(q, o) && !isRight(q, other) {
				continue
			}
			if slices.ContainsFunc(parts, func(p string) bool { return foldForm(p, articles) == foldForm(other.Text, articles) }) {
				c.found(q, optionPlace(q, i), "the option "+quoted(o.Text)+" holds the option "+quoted(other.Text), "make the answer an array of the right ones, or let no option hold another")
				return
			}
		}
	}
}

// meets reports whether two stretches share a number.
func (s *stretch) meets(o *stretch) bool {
	low, high := math.Max(s.low, o.low), math.Min(s.high, o.high)
	if low < high {
		return true
	}
	if low > high {
		return false
	}
	open := s.low == low && s.openLow || o.low == low && o.openLow || s.high == high && s.openHigh || o.high == high && o.openHigh
	return !open
}

// readStretch reads an option such as "10-20 km", "more than 20 km" or "5 km";
// nil for any other.
func readStretch(s, language string) *stretch {
	b := bounds[language]
	numbers, rest := splitNumbers(s, language)
	if len(numbers) == 0 || len(numbers) > 2 {
		return nil
	}
	before, behind := strings.TrimSpace(rest[0]), strings.TrimSpace(rest[len(rest)-1])
	out := &stretch{low: math.Inf(-1), high: math.Inf(1), words: behind}
	if len(numbers) == 2 {
		middle := strings.TrimSpace(rest[1])
		if before = strings.TrimSuffix(before, "between"); strings.TrimSpace(before) != "" || !strings.Contains("-–—", middle) && !oneOf(b.to, middle) || numbers[0] >= numbers[1] {
			return nil
		}
		out.low, out.high = numbers[0], numbers[1]
		return out
	}
	n := numbers[0]
	switch {
	case before == "" && behind == "+" || oneOf(b.atLeast, before):
		out.low, out.words = n, strings.TrimPrefix(behind, "+")
	case before == "":
		out.low, out.high, out.point = n, n, true
	case oneOf(b.above, before):
		out.low, out.openLow = n, true
	case oneOf(b.below, before):
		out.high, out.openHigh = n, true
	case oneOf(b.atMost, before):
		out.high = n
	default:
		return nil
	}
	return out
}

// splitNumbers returns the numbers of a text and what stands before, between
// and behind them.
func splitNumbers(s, language string) (numbers []float64, rest []string) {
	decimal, group := ".", ","
	if language != "en" {
		decimal, group = ",", "."
	}
	for at := 0; ; {
		start := strings.IndexFunc(s[at:], unicode.IsDigit)
		if start < 0 {
			return numbers, append(rest, s[at:])
		}
		start += at
		end := start
		for end < len(s) && (s[end] >= '0' && s[end] <= '9' || end+1 < len(s) && strings.ContainsRune(decimal+group, rune(s[end])) && s[end+1] >= '0' && s[end+1] <= '9') {
			end++
		}
		n, err := strconv.ParseFloat(strings.Replace(strings.ReplaceAll(s[start:end], group, ""), decimal, ".", 1), 64)
		if err != nil || end == start {
			return nil, nil
		}
		numbers, rest = append(numbers, n), append(rest, s[at:start])
		at = end
	}
}
