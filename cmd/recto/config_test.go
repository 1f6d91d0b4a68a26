package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"recto/decks"
	"recto/quiz"
)

// compileSchema returns a schema ready to judge.
func compileSchema(t *testing.T, text string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(text)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// values are what people write behind a key, right for one key or another.
func configValues() []string {
	return []string{
		"0", "1", "-1", "8", "23", "24", "20", "1000", "1001", "100000", "100001", "0.7", "0.9", "0.99", "0.5", "1.0", "nan", "inf",
		"true", "false", `""`, `"a"`, `"a4"`, `"A5"`, `"Letter"`, `"legal"`, `"a3"`, `"100y"`, `"180d"`, `"1.5y"`, `"24h"`, `"1h"`, `"6mo"`, `"101y"`, `"x"`, `"1 d"`,
		"[]", `[""]`, `["a"]`, `["~/decks", "b.toml"]`, `["1m", "10m"]`, `["30s", "1.5h", "1d"]`, `["400d"]`, `["1m", 2]`, `[1]`, "{}", "2024-01-02",
		"{ date = 2026-12-12 }", "{ date = 2026-12-12, retention = 0.95 }", "{ retention = 0.9 }", "{ date = 2026-12-12, retention = 2 }", "{ date = 5 }",
		`"mixed"`, `"deck"`, `"after"`, `"before"`, `"due"`, `"retrievability"`, `"random"`, `"tell"`, `"suspend"`, `"flag"`, "1440", "1441",
		`{ sat = "reduced" }`, `{ sun = "minimum", mon = "normal" }`, `{ sun = "none" }`, `{ someday = "reduced" }`, `{ sat = 1 }`,
		`["1s","1s","1s","1s","1s","1s","1s","1s","1s","1s","1s","1s","1s","1s","1s","1s","1s","1s","1s","1s","1s"]`,
	}
}

// The schema of the configuration takes every value that the reader takes, and
// refuses most that it refuses.
func TestConfigSchema(t *testing.T) {
	text, err := configSchema()
	if err != nil {
		t.Fatal(err)
	}
	schema := compileSchema(t, text)
	agreed := 0
	for _, key := range configKeys() {
		for _, value := range configValues() {
			v, err := decodeValue(value)
			if err != nil {
				t.Fatal(err)
			}
			taken := key.set(&config{}, v) == nil
			raw, err := json.Marshal(map[string]any{key.name: v})
			if err != nil { // NaN and infinities
				if taken {
					t.Errorf("%s = %s is taken, which JSON cannot say", key.name, value)
				}
				continue
			}
			doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
			if err != nil {
				t.Fatal(err)
			}
			told := schema.Validate(doc)
			if taken && told != nil {
				t.Errorf("%s = %s is taken, but the schema says %v", key.name, value, told)
			}
			if taken == (told == nil) {
				agreed++
			} else {
				t.Logf("%s = %s is refused by the reader alone", key.name, value)
			}
		}
		var property struct{ Examples []any }
		if err := json.Unmarshal([]byte(key.schema), &property); err != nil || len(property.Examples) == 0 {
			t.Errorf("%s has no example (%v)", key.name, err)
		}
	}
	if all := len(configKeys()) * len(configValues()); agreed < all*9/10 {
		t.Errorf("schema and reader agree on %d of %d values", agreed, all)
	}
	if schema.Validate(map[string]any{"other": true}) == nil {
		t.Error("the schema takes a key that there is not")
	}
}

// The defaults of a fair day.
func TestFairDefaults(t *testing.T) {
	c, err := readConfig("")
	if err != nil {
		t.Fatal(err)
	}
	limits := (&workspace{config: c}).limits(quiz.Done{})
	if want := quiz.DefaultLimits(); limits.New != want.New || limits.Reviews != want.Reviews || limits.NewOrder != want.NewOrder ||
		limits.NewMix != want.NewMix || limits.ReviewOrder != want.ReviewOrder || limits.Together || limits.ReviewsOf != nil {
		t.Errorf("the limits of the default configuration are %+v, of the package %+v", limits, want)
	}
	if c.MinutesPerDay != 0 || !c.LoadBalance || c.EasyDays != (quiz.Week{}) || c.LeechAction != quiz.LeechTell || c.Leech != 8 {
		t.Errorf("%+v", c)
	}
}

// The tag of a card goes before its deck, the deck before what holds for all,
// and that before the author only when it was written.
func TestRetention(t *testing.T) {
	r := func(f float64) *float64 { return &f }
	deck := &decks.Deck{ID: "d", Study: decks.Study{Retention: r(0.8)}}
	for _, row := range []struct {
		name   string
		config string
		tags   []string
		want   float64
	}{
		{"the author", "", nil, 0.8},
		{"the learner", "retention = 0.9", nil, 0.9},
		{"the learner's deck", "retention = 0.9\n[deck.d]\nretention = 0.85", nil, 0.85},
		{"another deck", "[deck.e]\nretention = 0.85", nil, 0.8},
		{"the tag", "retention = 0.9\n[deck.d]\nretention = 0.85\n[tag.x]\nretention = 0.75", []string{"y", "x"}, 0.75},
		{"the highest of several", "[tag.x]\nretention = 0.95\n[tag.y]\nretention = 0.97", []string{"x", "y"}, 0.97},
		{"a tag of another card", "[tag.x]\nretention = 0.95", []string{"y"}, 0.8},
	} {
		path := filepath.Join(t.TempDir(), "config.toml")
		if err := os.WriteFile(path, []byte(row.config), 0o666); err != nil {
			t.Fatal(err)
		}
		c, err := readConfig(path)
		if err != nil {
			t.Fatal(err)
		}
		card := decks.Card{ID: decks.CardID{Deck: "d", Question: "q"}, Question: &decks.Question{Deck: deck, Tags: row.tags}}
		if got := c.retention(card); got != row.want {
			t.Errorf("%s: %v, want %v", row.name, got, row.want)
		}
	}
}

// What is printed of a value reads as the same value, whatever a path holds.
func TestConfigShows(t *testing.T) {
	c := &config{Decks: []string{"a b", `c"\d`, "größe", "\a\v\x1b\x7f\u202e\U000e0001", "#"}}
	key := findKey(configKeys(), "decks")
	v, err := decodeValue(key.show(c))
	if err != nil {
		t.Fatal(err)
	}
	var back config
	if err := key.set(&back, v); err != nil || !slices.Equal(back.Decks, c.Decks) {
		t.Errorf("%q came back as %q (%v)", c.Decks, back.Decks, err)
	}
}

// Whatever bytes a configuration holds, reading it ends with one or with
// faults that have a place in it.
func FuzzConfig(f *testing.F) {
	for _, seed := range []string{
		"", "fuzz = true\n", "\ufefffuzz = false\r\n", "decks = [\"a\", \"~\"]", "retention.x = 1\n[a]\n[[b]]\n", "'new_per_day' = 3 # c", "paper = \"\"\"\na4\"\"\"",
		"fuzz = True", "fuzz = true\nfuzz = 1", "[[x]", "\xff", "a = [[[[[[[[[[1]]]]]]]]]]", "leech=0x8\n\"le\\u0065ch\" = 3",
		"easy_days = {sat = \"reduced\"}\n[deck.x]\nretention = 0.9\n[tag.'a b']\nretention = 0.8", "deck.a.b.c = 1\n[[tag]]\nx = 1", "[deck.x]\nfuzz = true\n[easy_days]\nsun = 3",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		path := filepath.Join(t.TempDir(), "config.toml")
		if err := os.WriteFile(path, src, 0o666); err != nil {
			t.Fatal(err)
		}
		c, err := readConfig(path)
		if err == nil {
			for _, table := range c.tableSettings() {
				if _, err := toml.Decode("["+table.table+"]\n"+table.key+" = "+table.text, &map[string]any{}); err != nil {
					t.Fatalf("%s: %v", table.table, err)
				}
			}
			var again map[string]any
			for _, key := range configKeys() {
				if _, err := toml.Decode(key.name+" = "+key.show(c), &again); err != nil {
					t.Fatalf("%s: %v", key.name, err)
				}
			}
			return
		}
		if exitCode(err) != exitInput {
			t.Fatalf("exit code %d of %v", exitCode(err), err)
		}
		for _, fault := range asFaults(err) {
			if fault.Pos.Line < 1 || fault.Pos.Line > bytes.Count(src, []byte("\n"))+1 || fault.Pos.Column < 1 {
				t.Errorf("%v in a file of %d lines", fault.Pos, bytes.Count(src, []byte("\n"))+1)
			}
		}
	})
}

func asFaults(err error) decks.ErrorList {
	faults, _ := err.(decks.ErrorList)
	return faults
}

// TestConfigBomb tells of a key that a parser would be busy with for minutes.
func TestConfigBomb(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config.toml")
	write(t, path, strings.Repeat("a.", 60_000)+"a = 1\n")
	_, err := readConfig(path)
	if err == nil || !strings.Contains(err.Error(), "config.toml:1:1: a key of more than 8 parts") {
		t.Errorf("the configuration is read with %.200v", err)
	}
}
