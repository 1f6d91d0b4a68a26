package decks

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Nearest returns the one of the known words that a writer of word most likely
// meant, for a "did you mean"; "" when none is near.
func Nearest(word string, known []string) string {
	if len(word) > 80 {
		return ""
	}
	best, nearest := "", 1+max(1, utf8.RuneCountInString(word)/3)
	for _, candidate := range known {
		if d := editDistance(strings.ToLower(word), strings.ToLower(candidate)); d < nearest && d < len(candidate) {
			best, nearest = candidate, d
		}
	}
	return best
}

// didYouMean returns a hint that names the one of the known words that is
// nearest to word, "" when none is near.
func didYouMean(word string, known []string) string {
	if best := Nearest(word, known); best != "" {
		return "did you mean " + quoteKey(best) + "?"
	}
	return ""
}

// maxSuggestions is how many names of an author are compared for a hint.
const maxSuggestions = 1000

// editDistance returns how many insertions, deletions, replacements and swaps
// of neighbours turn a into b.
func editDistance(a, b string) int {
	x, y := []rune(a), []rune(b)
	var before, last []int
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(x); i++ {
		before, last, row = last, row, make([]int, len(y)+1)
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(row[j-1]+1, last[j]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return row[len(y)]
}

// synonym returns the one of the known keys that other programs have another
// word for, "" for a word that is none of these.
func synonym(word string, known []string) string {
	meant := ""
	switch strings.ToLower(word) {
	case "front", "q", "prompt":
		meant = "ask"
	case "back", "a", "solution":
		meant = "answer"
	case "options", "alternatives":
		meant = "choices"
	case "explanation", "comment", "note":
		meant = "explain"
	case "header":
		meant = "heading"
	case "card", "cards":
		meant = "question"
	case "name":
		meant = "title"
	}
	if !contains(known, meant) {
		return ""
	}
	return meant
}

// quoteKey writes a key as a TOML file would.
func quoteKey(key string) string {
	if key != "" && strings.IndexFunc(key, func(r rune) bool { return r >= 0x80 || !isBare(byte(r)) }) < 0 {
		return key
	}
	return quote(key)
}

// nearest returns a hint that names the option that v may have been meant to
// be.
func nearest(v Value, options []Value) string {
	var texts []string
	for _, o := range options {
		same := strings.EqualFold(strings.TrimSpace(o.Text), strings.TrimSpace(v.Text))
		switch {
		case same && o.Type == v.Type:
			return "did you mean " + quote(o.Text) + "?"
		case same && o.Type == TextValue:
			return fmt.Sprintf("the choice is a string: write %s in quotes", quote(o.Text))
		case same:
			return fmt.Sprintf("the choice is %s: write %s without quotes", o.Type, o.Text)
		}
		texts = append(texts, o.Text)
	}
	return didYouMean(v.Text, texts)
}

// nearestForm returns a hint that names the right form that form may have been
// meant to be.
func nearestForm(form string, right []Value) string {
	texts := make([]Value, len(right))
	for i, v := range right {
		texts[i].Text = v.Text
	}
	return nearest(Value{Text: form}, texts)
}

// plainNumber is a number that TOML reads as people write it.
var plainNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?$`)

// retyped returns a hint that writes a value as the type that is wanted, when
// quotes are all that is wrong with it.
func retyped(key, want string, v any, item bool) string {
	name := key + " = "
	if item {
		name = ""
	}
	if text := scalarText(v); want == "a string" && text != "" {
		return fmt.Sprintf("write %s%q", name, text)
	}
	s, _ := v.(string)
	fits := false
	switch want {
	case "an integer":
		fits = plainNumber.MatchString(s) && !strings.Contains(s, ".")
	case "a number":
		fits = plainNumber.MatchString(s)
	case wantDay:
		_, err := time.Parse(time.DateOnly, s)
		fits = err == nil
	default:
		fits = strings.HasPrefix(want, "true") && (s == "true" || s == "false")
	}
	if !fits {
		return ""
	}
	return fmt.Sprintf("write %s%s, without quotes", name, s)
}

// scalarText returns how a decoded number, boolean or date is written, "" for
// every other type.
func scalarText(v any) string {
	switch v := v.(type) {
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v+0, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	case time.Time:
		if typeName(v) == "a date" {
			return v.Format(time.DateOnly)
		}
	}
	return ""
}
