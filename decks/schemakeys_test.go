package decks

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"pgregory.net/rapid"
)

// object is a part of the schema.
type object = map[string]any

// schemaAt returns a part of the schema by the keys that lead to it.
func schemaAt(t *testing.T, path ...string) object {
	t.Helper()
	var at object
	if err := json.Unmarshal([]byte(Schema()), &at); err != nil {
		t.Fatal(err)
	}
	for _, key := range path {
		next, is := at[key].(object)
		if !is {
			t.Fatalf("%v leads to nothing at %q", path, key)
		}
		at = next
	}
	return at
}

func sorted(lists ...[]string) []string {
	all := slices.Concat(lists...)
	slices.Sort(all)
	return slices.Compact(all)
}

// Every key that the parser knows stands in the schema, and no other.
func TestSchemaHasEveryKey(t *testing.T) {
	for _, row := range []struct {
		path []string
		keys []string
	}{
		{[]string{"properties"}, deckKeys},
		{[]string{"definitions", "question", "properties"}, questionKeys},
		{[]string{"definitions", "group", "properties"}, append(inheritedKeys.names(), groupKeys...)},
		{[]string{"properties", "defaults", "properties"}, inheritedKeys.names()},
	} {
		have := sorted(sortedKeys(schemaAt(t, row.path...)))
		if want := sorted(row.keys); !slices.Equal(have, want) {
			t.Errorf("%v has\n%v\nthe parser knows\n%v", row.path, have, want)
		}
	}
}

// Every key has a title, a description that ends as a sentence, and an example
// or keys of its own; every default is what the parser takes without the key.
func TestSchemaExplainsEveryKey(t *testing.T) {
	seen := 0
	var walk func(where string, part object)
	walk = func(where string, part object) {
		for key, v := range part {
			properties, is := v.(object)
			if key != "properties" || !is || strings.Contains(where, "allOf") || strings.Contains(where, "then") || strings.Contains(where, "if") {
				if is {
					walk(where+"/"+key, properties)
				}
				continue
			}
			for name, v := range properties {
				p := v.(object)
				at := where + "/" + name
				seen++
				title, _ := p["title"].(string)
				description, _ := p["description"].(string)
				if title == "" || len(description) < 15 || !strings.Contains(".`", description[len(description)-1:]) {
					t.Errorf("%s: title %q, description %q", at, title, description)
				}
				examples, _ := p["examples"].([]any)
				_, table := p["properties"]
				_, items := p["items"]
				if len(examples) == 0 && !table && !items {
					t.Errorf("%s has no example", at)
				}
				walk(at, p)
			}
		}
	}
	walk("", schemaAt(t))
	if least := len(deckKeys) + len(questionKeys) + len(groupKeys) + 2*len(inheritedKeys.names()); seen < least {
		t.Errorf("%d keys, want %d or more", seen, least)
	}
}

// The conditions of each kind forbid exactly the keys that it does not take,
// the answers of another kind included.
func TestSchemaConditions(t *testing.T) {
	schema := compileSchema(t)
	begin := map[Kind]object{
		Short:     {"answer": "a"},
		Number:    {"answer": int64(3)},
		Date:      {"answer": "2024-01-02"},
		TrueFalse: {"answer": true},
		Choice:    {"answer": "a", "choices": []any{"a", "b"}},
		Multiple:  {"answer": []any{"a"}, "choices": []any{"a", "b"}},
		List:      {"list": []any{"a", "b"}},
		Order:     {"order": []any{"a", "b"}},
		Match:     {"pairs": []any{[]any{"a", "b"}}},
		Cloze:     {"cloze": "a {{b}}"},
	}
	values := object{
		"ask": "a", "answer": "a", "accept": []any{"c"}, "reject": []any{"d"}, "choices": []any{"a", "b"}, "fixed": true,
		"cloze": "a {{b}}", "list": []any{"a"}, "need": int64(1), "order": []any{"a"}, "pairs": []any{[]any{"a", "b"}},
		"reverse": true, "exact": true, "typed": true, "shown": "s", "unit": "u", "tolerance": int64(1), "hint": "h",
		"explain": "e", "from": "f", "image": "i.png", "alt": "a", "group": "g", "id": "i", "tags": []any{"t"},
		"points": int64(1), "lines": int64(1), "after": []any{"i"}, "allow": []any{"x"},
	}
	for k := Short; k <= Cloze; k++ {
		for _, key := range questionKeys {
			question := object{"ask": "Q"}
			for own, v := range begin[k] {
				question[own] = v
			}
			if _, own := begin[k][key]; own || key == "choices" && k <= TrueFalse {
				continue // choices make another kind of these
			}
			question[key] = values[key]
			if key == "accept" && (k == List || k == Order) {
				question[key] = object{"a": []any{"c"}}
			}
			takes := keysOf(k)&keyBits[key] != 0
			if k == Date && key == "exact" {
				takes = true // JSON cannot tell a day from its text, which takes it
			}
			err := schema.Validate(object{"title": "T", "question": []any{question}})
			if (err == nil) != takes {
				t.Errorf("%s with %s: takes it %v, the schema says %v", k, key, takes, err)
			}
		}
	}
}

// The schema takes every deck of the library and the corpus that the
// parser takes, also after changes that an author may make.
func TestSchemaTakesWhatTheParserTakes(t *testing.T) {
	schema := compileSchema(t)
	var models []object
	files, err := filepath.Glob("library/*.toml")
	if err != nil || len(files) < 2 {
		t.Fatalf("the library has %d decks (%v)", len(files), err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if wrong := judge(t, schema, src); wrong != nil {
			t.Errorf("%s: %v", file, wrong)
		}
		top, err := decode(src)
		if err != nil {
			t.Fatal(err)
		}
		models = append(models, top)
	}
	for _, src := range corpus(t, "good", 60) {
		if top, err := decode(src); err == nil && len(src) < 4000 {
			models = append(models, top)
		}
	}
	taken := 0
	rapid.Check(t, func(t *rapid.T) {
		deck := copyOf(rapid.SampledFrom(models).Draw(t, "model")).(object)
		questions := tablesOf(deck["question"])
		from := rapid.IntRange(0, len(questions)-1).Draw(t, "from")
		questions = questions[from:min(len(questions), from+2)]
		deck["question"] = questions
		for range rapid.IntRange(0, 3).Draw(t, "changes") {
			change(t, deck, questions)
		}
		var b strings.Builder
		if err := toml.NewEncoder(&b).Encode(deck); err != nil {
			t.Skip(err)
		}
		src := []byte(b.String())
		if _, err := Parse("deck.toml", src, nil); err != nil {
			return
		}
		taken++
		top, err := decode(src)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(asJSON(top)); err != nil {
			t.Fatalf("%s\nis fine for the parser, but the schema says %v", src, err)
		}
	})
	t.Logf("%d changed decks were good", taken)
	if taken == 0 {
		t.Error("no changed deck was good")
	}
}

// change changes one key of a deck or a question: another value, none, or one
// that was not there.
func change(t *rapid.T, deck object, questions []object) {
	table, names := deck, append(deckKeys[:len(deckKeys):len(deckKeys)], "x-own", "other")
	switch rapid.IntRange(0, 5).Draw(t, "where") {
	case 0:
	case 1:
		defaults, is := deck["defaults"].(object)
		if !is {
			defaults = object{}
			deck["defaults"] = defaults
		}
		table, names = defaults, questionKeys
	default:
		table, names = rapid.SampledFrom(questions).Draw(t, "question"), append(questionKeys[:len(questionKeys):len(questionKeys)], "x-own", "other")
	}
	key := rapid.SampledFrom(names).Draw(t, "key")
	if key == "question" {
		return
	}
	switch rapid.IntRange(0, 3).Draw(t, "change") {
	case 0:
		delete(table, key)
	default:
		table[key] = rapid.SampledFrom(oddValues()).Draw(t, "value")
	}
}

// oddValues are values that fit one key or another.
func oddValues() []any {
	return []any{
		"a", "b c", "größe", " ", "", "2024-01-02", "10%", "-5 %", "1e3%", "de-CH", "german", "a {{b}}", "{{c1::a}} {{c2::b}}", "{{c0::a}}", `\{{c0::x}} {{a}}`, "{{ }}",
		"./a.png", "../a.png", "a\tb", "a\u0007", "\ufeff", "\u00a0", "~ABCDEFGHIJKLMNOP", "/a", "C:a", ".", "..", "a\nb",
		int64(0), int64(1), int64(-3), int64(27), int64(1_000_001), 0.5, 0.9, 2.0, 1e300, true, false,
		[]any{"a"}, []any{"a", "b"}, []any{"a", "a"}, []any{1, 1.0}, []any{}, []any{""}, []any{int64(1), int64(2)}, []any{int64(2), int64(1)}, []any{[]any{"a", "b"}}, []any{[]any{"a"}},
		[]any{true, "true"}, object{}, object{"a": []any{"b"}}, object{"ask": "a"}, object{"section": "", "paragraph": int64(1)}, object{"x-own": int64(1)}, object{"date": "x"},
	}
}

// copyOf returns a deep copy of a decoded value.
func copyOf(v any) any {
	switch v := v.(type) {
	case object:
		object := make(object, len(v))
		for key, item := range v {
			object[key] = copyOf(item)
		}
		return object
	case []object:
		array := make([]object, len(v))
		for i, item := range v {
			array[i] = copyOf(item).(object)
		}
		return array
	case []any:
		array := make([]any, len(v))
		for i, item := range v {
			array[i] = copyOf(item)
		}
		return array
	}
	return v
}

// tablesOf returns the tables of an array, however it was written.
func tablesOf(v any) []object {
	if tables, is := v.([]object); is {
		return tables
	}
	var tables []object
	for _, item := range v.([]any) {
		tables = append(tables, item.(object))
	}
	return tables
}

// Editors know this draft, and are told that decks may be TOML 1.1.
func TestSchemaHead(t *testing.T) {
	top := schemaAt(t)
	if got := fmt.Sprint(top["$schema"]); got != "http://json-schema.org/draft-07/schema#" {
		t.Errorf("$schema is %s", got)
	}
	if got := fmt.Sprint(top["x-tombi-toml-version"]); got != "v1.1.0" {
		t.Errorf("decks are TOML %s", got)
	}
}
