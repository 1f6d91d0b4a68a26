package main

import (
	"os"
	"strings"
	"testing"

	"recto/decks"
	"recto/decks/lint"
)

// The decks to start from have no fault and no weakness, and the long one shows
// each kind.
func TestStarter(t *testing.T) {
	for _, minimal := range []bool{false, true} {
		for _, language := range []string{"", "en", "de", "fr"} {
			text, err := starter("It's \"so\"", language, "facts.toml", minimal)
			if err != nil {
				t.Fatal(err)
			}
			d, err := decks.Parse("facts.toml", []byte(text), os.DirFS("."))
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range lint.Check([]*decks.Deck{d}, lint.Options{}) {
				t.Errorf("%q: %s: %v", language, f.Code, f.Error)
			}
			kinds := map[decks.Kind]bool{}
			for _, q := range d.Questions {
				kinds[q.Kind] = true
			}
			if !minimal && len(kinds) != int(decks.Cloze) {
				t.Errorf("%d kinds of questions, want %d", len(kinds), decks.Cloze)
			}
			if minimal && language == "" && strings.Count(text, "\n") != 3 {
				t.Errorf("the minimal deck is\n%s", text)
			}
			if !strings.HasPrefix(text, "#:schema ./recto.schema.json\n") {
				t.Errorf("the deck begins with %.40q", text)
			}
		}
	}
}

// What is typed is a number, a day, a truth or a text.
func TestScalar(t *testing.T) {
	for _, tt := range []struct {
		text, language string
		want           decks.ValueType
		value          string
	}{
		{"34259", "en", decks.IntegerValue, "34259"},
		{"34,259", "en", decks.IntegerValue, "34259"},
		{"-34,259", "en", decks.IntegerValue, "-34259"},
		{"34,259", "de", decks.FloatValue, "34.259"},
		{"34.259", "de", decks.IntegerValue, "34259"},
		{"34 259", "fr", decks.IntegerValue, "34259"},
		{"2,5", "de", decks.FloatValue, "2.5"},
		{"2.5", "en", decks.FloatValue, "2.5"},
		{"2.50", "en", decks.FloatValue, "2.50"},
		{"1,500", "en", decks.TextValue, "1,500"},
		{"007", "en", decks.TextValue, "007"},
		{"-0", "en", decks.IntegerValue, "-0"},
		{"1e5", "en", decks.TextValue, "1e5"},
		{"25%", "en", decks.TextValue, "25%"},
		{"", "en", decks.TextValue, ""},
		{"99999999999999999999", "en", decks.TextValue, "99999999999999999999"},
		{"2024-10-24", "en", decks.DayValue, "2024-10-24"},
		{"2024-02-30", "en", decks.TextValue, "2024-02-30"},
		{"2024-10", "en", decks.TextValue, "2024-10"},
		{"true", "en", decks.BoolValue, "true"},
		{"True", "en", decks.TextValue, "True"},
		{"B-52", "en", decks.TextValue, "B-52"},
	} {
		if got := scalar(tt.text, tt.language); got.Type != tt.want || got.Text != tt.value {
			t.Errorf("%q in %s is %v %q, want %v %q", tt.text, tt.language, got.Type, got.Text, tt.want, tt.value)
		}
	}
}
