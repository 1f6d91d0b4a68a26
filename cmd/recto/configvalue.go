package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"recto/export"
	"recto/quiz"
)

// The readers of a config value say what the value must be, as the end of the
// sentence that begins with the key.

func whole(v any, low, high int) (int, error) {
	n, ok := v.(int64)
	if !ok || n < int64(low) || n > int64(high) {
		return 0, fmt.Errorf("must be a whole number from %d to %d", low, high)
	}
	return int(n), nil
}

func number(v any, low, high float64) (float64, error) {
	f, ok := v.(float64)
	if n, isWhole := v.(int64); isWhole {
		f, ok = float64(n), true
	}
	if !ok || !(f >= low && f <= high) {
		return 0, fmt.Errorf("must be a number from %.2f to %.2f", low, high)
	}
	return f, nil
}

func boolean(v any) (bool, error) {
	b, ok := v.(bool)
	if !ok {
		return false, errors.New("must be true or false")
	}
	return b, nil
}

// oneOf reads one of some words.
func oneOf[T ~string](v any, words ...T) (T, error) {
	text, _ := v.(string)
	for _, word := range words {
		if T(text) == word {
			return word, nil
		}
	}
	return "", fmt.Errorf("must be one of: %s", list(words, func(w T) string { return quoteText(string(w)) }))
}

// weekdays are the keys of easy_days, in the order in which they are shown.
var weekdays = []struct {
	key string
	day time.Weekday
}{{"mon", time.Monday}, {"tue", time.Tuesday}, {"wed", time.Wednesday}, {"thu", time.Thursday}, {"fri", time.Friday}, {"sat", time.Saturday}, {"sun", time.Sunday}}

// week reads how easy the days of the week are.
func week(v any) (quiz.Week, error) {
	var w quiz.Week
	table, ok := v.(map[string]any)
	if !ok {
		return w, errors.New(`must be a table such as { sat = "reduced", sun = "minimum" }`)
	}
	var wrong []error
	for _, key := range sortedKeys(table) {
		err := errors.New("is no day of the week: write mon, tue, wed, thu, fri, sat or sun")
		for _, d := range weekdays {
			if d.key != key {
				continue
			}
			var ease string
			if ease, err = oneOf(table[key], "normal", "reduced", "minimum"); err == nil {
				w[d.day], err = quiz.ParseEase(ease)
			}
		}
		if err != nil {
			wrong = append(wrong, &fieldError{key, err})
		}
	}
	return w, errors.Join(wrong...)
}

// showWeek writes the days that are not normal.
func showWeek(w quiz.Week) string {
	var days []string
	for _, d := range weekdays {
		if ease := w[d.day]; ease != quiz.NormalDay {
			days = append(days, fmt.Sprintf("%s = %q", d.key, ease))
		}
	}
	if len(days) == 0 {
		return "{}"
	}
	return "{ " + strings.Join(days, ", ") + " }"
}

// fieldError is what is wrong with a key inside of a value; err may be one of a
// key inside of that. Of several keys they are joined (errors.Join).
type fieldError struct {
	key string
	err error
}

func (e *fieldError) Error() string {
	if _, deeper := e.err.(*fieldError); deeper {
		return e.key + "." + e.err.Error()
	}
	return e.key + " " + e.err.Error()
}

// path returns the key, and those inside of it.
func (e *fieldError) path() []string {
	if deeper, ok := e.err.(*fieldError); ok {
		return append([]string{e.key}, deeper.path()...)
	}
	return []string{e.key}
}

// eachError returns the errors that were joined, or the one error.
func eachError(err error) []error {
	if all, joined := err.(interface{ Unwrap() []error }); joined {
		return all.Unwrap()
	}
	return []error{err}
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

func texts(v any) ([]string, error) {
	items, ok := v.([]any)
	if !ok {
		return nil, errors.New("must be an array of strings")
	}
	out := []string{}
	for _, item := range items {
		s, ok := item.(string)
		if !ok || s == "" {
			return nil, errors.New("must be an array of strings")
		}
		out = append(out, s)
	}
	return out, nil
}

// maxSteps bounds the number of learning steps.
const maxSteps = 20

func steps(v any) ([]time.Duration, error) {
	wrong := fmt.Errorf(`must be an array of at most %d waits such as "30s", "10m", "2h", "1d", each up to a year`, maxSteps)
	items, err := texts(v)
	if err != nil || len(items) > maxSteps {
		return nil, wrong
	}
	out := []time.Duration{}
	for _, item := range items {
		d, err := quiz.ParseInterval(item)
		if err != nil || d > 365*day {
			return nil, wrong
		}
		out = append(out, d)
	}
	return out, nil
}

const (
	day  = 24 * time.Hour
	year = 365 // days
)

func days(v any) (int, error) {
	text, _ := v.(string)
	d, err := quiz.ParseInterval(text)
	if err != nil || d < day || d%day != 0 {
		return 0, errors.New(`must be a wait in whole days such as "180d" or "100y", at most "100y"`)
	}
	return int(d / day), nil
}

func paperName(v any) (string, error) {
	text, _ := v.(string)
	if _, err := export.ParsePaper(text); err != nil {
		return "", errors.New(`must be "a3", "a4", "a5", "letter" or "legal"`)
	}
	return text, nil
}

// quoteStep writes a wait as the configuration does, in its largest whole unit.
func quoteStep(d time.Duration) string {
	for _, u := range []struct {
		unit time.Duration
		name string
	}{{day, "d"}, {time.Hour, "h"}, {time.Minute, "m"}} {
		if d%u.unit == 0 {
			return fmt.Sprintf("%q", fmt.Sprint(int64(d/u.unit), u.name))
		}
	}
	return fmt.Sprintf("%q", fmt.Sprint(int64(d/time.Second), "s"))
}

func showDays(n int) string {
	if n%year == 0 {
		return strconv.Itoa(n/year) + "y"
	}
	return strconv.Itoa(n) + "d"
}

// list writes a TOML array.
func list[T any](items []T, show func(T) string) string {
	parts := make([]string, len(items))
	for i, item := range items {
		parts[i] = show(item)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// quoteText writes a TOML string.
func quoteText(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case strconv.IsPrint(r):
			b.WriteRune(r)
		case r < 1<<16:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			fmt.Fprintf(&b, `\U%08X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
