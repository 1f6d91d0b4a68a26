package edit

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"recto/decks"
	"recto/decks/markup"
)

// Table is a table that is written in braces, its keys in this order.
type Table []Pair

// Pair is a key and its value: a string, bool, int, float64, decks.Value, a
// Table, or a slice of any of these.
type Pair struct {
	Key   string
	Value any
}

// Quote returns a text as TOML writes it, in the quotes in which it needs no
// escapes: "double", 'single' where it has double quotes or backslashes, in
// three of them where it has both or several lines. Only what no quotes can
// hold is escaped. What no text of a deck may hold, a control character, a
// mark that turns the direction of writing, a byte that is no UTF-8, is an
// error.
func Quote(text string) (string, error) { return quote(text, "\n") }

// quote is Quote in a file whose lines end with eol.
func quote(text, eol string) (string, error) {
	if !utf8.ValidString(text) {
		return "", errors.New("the text is not UTF-8")
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	for _, r := range text {
		if markup.Forbidden(r) {
			return "", fmt.Errorf("the text holds the control character U+%04X", r)
		}
	}
	single, double := strings.Contains(text, "'"), strings.ContainsAny(text, `"\`)
	begin := ""
	if strings.Contains(text, "\n") {
		single, double = true, true // quotes of one line cannot hold it
		begin = eol                 // the first line end behind three quotes is none of the text's
	}
	long := strings.ReplaceAll(text, "\n", eol)
	switch {
	case !double:
		return `"` + text + `"`, nil
	case !single:
		return "'" + text + "'", nil
	case begin != "" && !strings.Contains(text, `\`) && !strings.Contains(text, `"""`) && !strings.HasSuffix(text, `"`):
		return `"""` + begin + long + `"""`, nil
	case !strings.Contains(text, "'''") && !strings.HasSuffix(text, "'"):
		return "'''" + begin + long + "'''", nil
	}
	return `"` + escaper.Replace(text) + `"`, nil
}

// escaper writes a text inside double quotes.
var escaper = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`)

// Key returns a key as TOML writes it, bare where it may be.
func Key(name string) (string, error) {
	if name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") == "" {
		return name, nil
	}
	if strings.Contains(name, "\r") {
		return "", errors.New("the key holds a carriage return")
	}
	quoted, err := Quote(name)
	if err == nil && (strings.HasPrefix(quoted, `"""`) || strings.HasPrefix(quoted, "'''")) {
		quoted = `"` + escaper.Replace(name) + `"` // keys have no long form
	}
	return quoted, err
}

// encode returns a value as TOML writes it.
func encode(v any, eol string) (string, error) {
	switch v := v.(type) {
	case string:
		return quote(v, eol)
	case bool:
		return strconv.FormatBool(v), nil
	case int:
		return strconv.Itoa(v), nil
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return "", fmt.Errorf("%v is no number that a deck may hold", v)
		}
		return floatText(strconv.FormatFloat(v, 'f', -1, 64)), nil
	case decks.Value:
		switch v.Type {
		case decks.TextValue:
			return quote(v.Text, eol)
		case decks.FloatValue:
			return floatText(v.Text), nil
		}
		return v.Text, nil
	case Table:
		return encodeTable(v, eol)
	}
	list, is := listOf(v)
	if !is {
		return "", fmt.Errorf("a %T cannot be written as TOML", v)
	}
	texts := make([]string, len(list))
	for i := range list {
		var err error
		if texts[i], err = encode(list[i], eol); err != nil {
			return "", err
		}
	}
	return "[" + strings.Join(texts, ", ") + "]", nil
}

func encodeTable(t Table, eol string) (string, error) {
	if len(t) == 0 {
		return "{}", nil
	}
	texts := make([]string, len(t))
	for i, p := range t {
		key, err := Key(p.Key)
		if err != nil {
			return "", err
		}
		value, err := encode(p.Value, eol)
		if err != nil {
			return "", err
		}
		texts[i] = key + " = " + value
	}
	return "{ " + strings.Join(texts, ", ") + " }", nil
}

// floatText gives a decimal number the point that makes it a float of TOML.
func floatText(text string) string {
	if strings.ContainsAny(text, ".eE") {
		return text
	}
	return text + ".0"
}

// listOf returns the items of a slice that a Pair may hold.
func listOf(v any) ([]any, bool) {
	switch v := v.(type) {
	case []any:
		return v, true
	case []string:
		return boxed(v), true
	case []decks.Value:
		return boxed(v), true
	case [][]string:
		return boxed(v), true
	case [][]decks.Value:
		return boxed(v), true
	}
	return nil, false
}

func boxed[T any](list []T) []any {
	all := make([]any, len(list))
	for i := range list {
		all[i] = list[i]
	}
	return all
}

// tree returns a value as plain leaves it when it is decoded again.
func tree(v any) any {
	switch v := v.(type) {
	case int:
		return int64(v)
	case string:
		return strings.ReplaceAll(v, "\r\n", "\n")
	case decks.Value:
		switch v.Type {
		case decks.IntegerValue:
			n, _ := strconv.ParseInt(v.Text, 10, 64)
			return n
		case decks.FloatValue:
			f, _ := strconv.ParseFloat(v.Text, 64)
			return f
		case decks.BoolValue:
			return v.Text == "true"
		case decks.DayValue:
			return day(v.Text)
		}
		return tree(v.Text)
	case Table:
		m := map[string]any{}
		for _, p := range v {
			m[p.Key] = tree(p.Value)
		}
		return m
	}
	if list, is := listOf(v); is {
		all := make([]any, len(list))
		for i := range list {
			all[i] = tree(list[i])
		}
		return all
	}
	return v
}
