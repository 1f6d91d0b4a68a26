package decks

import (
	"fmt"
	"math"
	"sort"
	"strconv"
	"strings"
	"time"

	"recto/decks/markup"
)

// The limits of what stands in a deck.
const (
	maxText    = 64 << 10 // bytes of a text
	maxChoices = 26       // choices, items of order, pairs: a letter each
	maxItems   = 100      // items of any other list
)

// table is a TOML table of the file, read key by key. Every method that reads
// a key tells what is wrong with it and then reports false.
type table struct {
	r    *reader
	path steps
	m    map[string]any
}

// to returns the path of something below the table.
func (t table) to(more ...any) steps {
	return append(append(make(steps, 0, len(t.path)+len(more)), t.path...), more...)
}

// bad tells a fault at the value of a key; of an item of it when numbers follow.
func (t table) bad(message, hint, key string, items ...any) {
	t.r.add(fault{path: t.to(append([]any{key}, items...)...), message: message, hint: hint})
}

// badKey tells a fault at a key.
func (t table) badKey(message, hint, key string) {
	t.r.add(fault{path: t.to(key), place: onKey, message: message, hint: hint})
}

// unknown tells every key that is not known here.
func (t table) unknown(where string, known []string) {
	var others []string
	for key := range t.m {
		if !contains(known, key) && !foreign(key) {
			others = append(others, key)
		}
	}
	sort.Strings(others)
	for _, key := range others {
		if t.r.full() {
			return
		}
		t.unknownKey(key, where, known)
	}
}

// unknownKey tells a key that is not known and returns the one that it was
// probably meant to be, "" for none.
func (t table) unknownKey(key, where string, known []string) string {
	if reserved(key) {
		t.badKey(fmt.Sprintf("key %q is reserved for a later version of the format", key), "a key of your own begins with x-", key)
		return ""
	}
	if key == "title" {
		t.r.titled = true
	}
	meant, hint := synonym(key, known), ""
	if meant == "" {
		meant = Nearest(key, known)
	}
	if meant != "" {
		hint = "did you mean " + meant + "?"
	}
	t.badKey(fmt.Sprintf("unknown key %s%s", quote(key), where), hint, key)
	return meant
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}

// typeName names the TOML type of a decoded value.
func typeName(v any) string {
	switch v := v.(type) {
	case string:
		return "a string"
	case int64:
		return "an integer"
	case float64:
		return "a float"
	case bool:
		return "a boolean"
	case time.Time:
		switch v.Location().String() {
		case "date-local":
			return "a date"
		case "time-local":
			return "a time"
		}
		return "a date-time"
	case []any, []map[string]any:
		return "an array"
	case map[string]any:
		return "a table"
	}
	return "something else"
}

func (t table) wrongType(key, want string, v any, items ...any) {
	name := key
	if len(items) > 0 {
		name = "an item of " + key
	}
	t.bad(fmt.Sprintf("%s must be %s, not %s", name, want, typeName(v)), retyped(key, want, v, len(items) > 0), key, items...)
}

// text reads a string. An empty one is a fault.
func (t table) text(key string) (string, bool) {
	s, ok := t.m[key].(string)
	if !ok {
		t.wrongType(key, "a string", t.m[key])
		return "", false
	}
	if strings.TrimSpace(s) == "" {
		t.badKey(key+" is empty", "", key)
		return "", false
	}
	return t.clean(s, key)
}

// clean returns a text with newlines as "\n", and tells what may not stand in
// a text.
func (t table) clean(s, key string, items ...any) (string, bool) {
	if len(s) > maxText {
		t.bad(fmt.Sprintf("%s is %d bytes, at most %d", key, len(s), maxText), "", key, items...)
		return "", false
	}
	if plain(s) && (strings.IndexByte(s, '\n') < 0 || strings.IndexByte(s, '$') < 0) {
		return s, true
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	for i, r := range s {
		if markup.Forbidden(r) {
			t.bad(fmt.Sprintf("%s holds the control character U+%04X", key, r), escapeHint(s[i:]), key, items...)
			return "", false
		}
	}
	if at := t.lostBackslash(s, key, items); at >= 0 {
		letter, name, _ := escapeOf(s[at])
		t.bad(fmt.Sprintf(`%s holds %s where \%s%s was meant`, key, name, letter, firstWord(s[at+1:])), escapeHint(s[at:]), key, items...)
		return "", false
	}
	return s, true
}

// plain reports whether every byte of s is printable ASCII or a newline, or
// begins no character that may be forbidden.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < 0x20 && c != '\n', c == 0x7f, c == 0xc2, c == 0xe2:
			return false
		}
	}
	return true
}

func (t table) boolean(key string) (bool, bool) {
	b, ok := t.m[key].(bool)
	if !ok {
		t.wrongType(key, "true or false", t.m[key])
	}
	return b, ok
}

// integer reads an integer from low to high.
func (t table) integer(key string, low, high int64) (int, bool) {
	n, ok := t.m[key].(int64)
	if !ok {
		t.wrongType(key, "an integer", t.m[key])
		return 0, false
	}
	if n < low || n > high {
		t.bad(fmt.Sprintf("%s is %d, want %s", key, n, bounds(float64(low), float64(high))), "", key)
		return 0, false
	}
	return int(n), true
}

// number reads an integer or a float from low to high. The hint, if there is
// one, stands with what is wrong.
func (t table) number(key string, low, high float64, hint string) (float64, bool) {
	f, ok := toFloat(t.m[key])
	if !ok && hint != "" {
		t.bad(fmt.Sprintf("%s must be a number, not %s", key, typeName(t.m[key])), hint, key)
		return 0, false
	}
	if !ok {
		t.wrongType(key, "a number", t.m[key])
		return 0, false
	}
	if !(f >= low && f <= high) {
		t.bad(fmt.Sprintf("%s is %v, want %s", key, f, bounds(low, high)), hint, key)
		return 0, false
	}
	return f, true
}

// bounds writes which numbers are wanted.
func bounds(low, high float64) string {
	switch high {
	case low:
		return fmt.Sprint(low)
	case math.MaxFloat64:
		return fmt.Sprintf("%v or more", low)
	}
	return fmt.Sprintf("%v to %s", low, strconv.FormatFloat(high, 'f', -1, 64))
}

func toFloat(v any) (float64, bool) {
	switch v := v.(type) {
	case int64:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// array reads an array of 1 to most items. Tables in it are decoded tables.
func (t table) array(key string, most int) ([]any, bool) {
	items, ok := t.m[key].([]any)
	if tables, is := t.m[key].([]map[string]any); is { // written as [[question.key]]
		ok = true
		for _, m := range tables {
			items = append(items, m)
		}
	}
	switch {
	case !ok:
		hint := ""
		if s, is := t.m[key].(string); is {
			hint = fmt.Sprintf("write %s = [%s]", key, quote(s))
		} else if _, is := t.m[key].(map[string]any); is {
			hint = fmt.Sprintf("write %s = [...]", key)
		}
		t.bad(fmt.Sprintf("%s must be an array, not %s", key, typeName(t.m[key])), hint, key)
	case len(items) == 0:
		t.badKey(key+" is empty", "", key)
		ok = false
	case len(items) > most:
		t.bad(fmt.Sprintf("%s has %d items, at most %d", key, len(items), most), "", key)
		ok = false
	}
	return items, ok
}

// texts reads an array of strings; with single also one string.
func (t table) texts(key string, single bool) ([]string, bool) {
	if _, is := t.m[key].(string); is && single {
		s, ok := t.text(key)
		return []string{s}, ok
	}
	if _, is := t.m[key].([]any); !is && single {
		t.wrongType(key, "a string or an array of strings", t.m[key])
		return nil, false
	}
	items, ok := t.array(key, maxItems)
	if !ok {
		return nil, false
	}
	texts := make([]string, len(items))
	for i, item := range items {
		s, is := item.(string)
		switch {
		case !is:
			t.wrongType(key, "a string", item, i)
			ok = false
		case strings.TrimSpace(s) == "":
			t.bad("an item of "+key+" is empty", "", key, i)
			ok = false
		default:
			var fine bool
			texts[i], fine = t.clean(s, key, i)
			ok = ok && fine
		}
	}
	return texts, ok
}

// values reads an array of scalars.
func (t table) values(key string, most int, below ...any) ([]Value, bool) {
	items, ok := t.array(key, most)
	if !ok {
		return nil, false
	}
	values := make([]Value, len(items))
	for i, item := range items {
		var fine bool
		values[i], fine = t.value(item, key, append(below, i)...)
		ok = ok && fine
	}
	return values, ok
}

// value reads a scalar that stands at a key or at an item of it.
func (t table) value(v any, key string, items ...any) (Value, bool) {
	switch v := v.(type) {
	case string:
		if strings.TrimSpace(v) == "" {
			if len(items) == 0 {
				t.badKey(key+" is empty", "", key)
			} else {
				t.bad("an item of "+key+" is empty", "", key, items...)
			}
			return Value{}, false
		}
		text, ok := t.clean(v, key, items...)
		return Value{TextValue, text}, ok
	case int64:
		return Value{IntegerValue, strconv.FormatInt(v, 10)}, true
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			t.bad(fmt.Sprintf("%s is %v, want a number", key, v), `write it in quotes where the word is meant`, key, items...)
			return Value{}, false
		}
		if t.thousands(v, key, items...) {
			return Value{}, false
		}
		return Value{FloatValue, strconv.FormatFloat(v+0, 'f', -1, 64)}, true
	case bool:
		return Value{BoolValue, strconv.FormatBool(v)}, true
	case time.Time:
		if typeName(v) == "a date" {
			return Value{DayValue, v.Format("2006-01-02")}, true
		}
		t.bad(fmt.Sprintf("%s is %s, want a date", key, typeName(v)), "write it in quotes where a time is meant", key, items...)
		return Value{}, false
	}
	t.wrongType(key, "a string, a number, a boolean or a date", v, items...)
	return Value{}, false
}

// table reads a table.
func (t table) table(key string) (table, bool) {
	m, ok := t.m[key].(map[string]any)
	if !ok {
		t.wrongType(key, "a table", t.m[key])
	}
	return table{t.r, t.to(key), m}, ok
}

const wantDay = "a date as 2024-06-30"

// day reads a local date.
func (t table) day(key string) (Day, bool) {
	d, ok := t.m[key].(time.Time)
	if !ok || typeName(d) != "a date" {
		t.wrongType(key, wantDay, t.m[key])
		return Day{}, false
	}
	return Day{d.Year(), int(d.Month()), d.Day()}, true
}
