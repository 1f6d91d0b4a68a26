package lint

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"recto/decks/edit"
)

// Fix returns a deck file with the repairs of its findings made, and how many
// that are. A repair is left out that overlaps an earlier one, after which the
// file says something else than it did but for what the repair is to change, or
// which sound, that is asked about the new text, does not take. What is left
// out may be told and made again when the new text is checked.
func Fix(src []byte, findings []Finding, sound func([]byte) bool) ([]byte, int) {
	var all []Finding
	for _, f := range findings {
		if len(f.Fix) > 0 {
			all = append(all, f)
		}
	}
	if len(all) == 0 {
		return src, 0
	}
	if out, n, ok := fixAll(src, all, sound); ok {
		return out, n
	}
	done := 0
	var good []Finding
	out := src
	for _, f := range all[:min(len(all), maxSingle)] { // one of them does harm: each by itself
		if next, n, ok := fixAll(src, append(slices.Clone(good), f), sound); ok && n > done {
			out, done, good = next, n, append(good, f)
		}
	}
	return out, done
}

// maxSingle is how many repairs are tried one by one.
const maxSingle = 200

// fixAll makes the repairs of findings at once.
func fixAll(src []byte, findings []Finding, sound func([]byte) bool) (out []byte, made int, ok bool) {
	var splices []edit.Splice // sorted by start
	for _, f := range findings {
		if !slices.ContainsFunc(f.Fix, func(s edit.Splice) bool { return overlaps(splices, s) }) {
			for _, s := range f.Fix {
				if at, there := findSplice(splices, s); !there {
					splices = slices.Insert(splices, at, s)
				}
			}
			made++
		}
	}
	out, err := edit.Apply(src, splices...)
	if err != nil || !repaired(src, out) || !sound(out) {
		return nil, 0, false
	}
	return out, made, true
}

// findSplice returns where a splice stands in a sorted list or would stand.
func findSplice(sorted []edit.Splice, s edit.Splice) (int, bool) {
	at, _ := slices.BinarySearchFunc(sorted, s, func(a, b edit.Splice) int { return cmp.Compare(a.Start, b.Start) })
	return at, at < len(sorted) && sorted[at] == s
}

// overlaps reports whether a splice touches the bytes of another one that is
// not the same.
func overlaps(sorted []edit.Splice, s edit.Splice) bool {
	at, there := findSplice(sorted, s)
	if there {
		return false
	}
	return at > 0 && sorted[at-1].End > s.Start || at < len(sorted) && s.End > sorted[at].Start || at < len(sorted) && s.Start == sorted[at].Start
}

// repaired reports whether two files say the same, but for what repairs change:
// blanks around a text, quotation marks, colons of an empty hint, accepted forms
// that are left out, the last one with its key.
func repaired(was, now []byte) bool {
	var a, b map[string]any
	if _, err := toml.Decode(string(was), &a); err != nil {
		return false
	}
	if _, err := toml.Decode(string(now), &b); err != nil {
		return false
	}
	return alikeTables(a, b)
}

func alikeTables(a, b map[string]any) bool {
	left := len(b)
	for key, was := range a {
		now, there := b[key]
		if forms, is := was.([]any); !there && key == "accept" && is && len(forms) == 1 {
			continue // the last form goes with its key
		}
		if !there || !alikeValues(was, now, key == "accept") {
			return false
		}
		left--
	}
	return left == 0
}

// alikeValues compares two values; of an array that may shrink the second may
// lack some items.
func alikeValues(a, b any, shrinks bool) bool {
	switch a := a.(type) {
	case string:
		s, is := b.(string)
		return is && bare(a) == bare(s)
	case map[string]any:
		t, is := b.(map[string]any)
		if !is || !shrinks {
			return is && alikeTables(a, t)
		}
		for key, was := range a {
			if now, there := t[key]; !there || !alikeValues(was, now, true) {
				return false
			}
		}
		return len(a) == len(t)
	case []map[string]any:
		t, is := b.([]map[string]any)
		return is && slices.EqualFunc(a, t, alikeTables)
	case []any:
		t, is := b.([]any)
		if !is || len(t) > len(a) || len(t) < len(a) && !shrinks {
			return false
		}
		i := 0
		for _, now := range t {
			for i < len(a) && !alikeValues(a[i], now, false) {
				i++
			}
			if i++; i > len(a) || !shrinks && !alikeValues(a[i-1], now, false) {
				return false
			}
		}
		return true
	}
	return reflect.DeepEqual(a, b)
}

// bare returns a text without what repairs may take out or put in.
func bare(s string) string {
	s = strings.ReplaceAll(s, "::}}", "}}")
	return strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune("\"'`“”„«»\u202f\u00a0", r) {
			return -1
		}
		return r
	}, s), " \t")
}
