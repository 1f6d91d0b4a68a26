package main

import (
	"path/filepath"
	"testing"

	"recto/decks"
)

// TestRetentions: due days move to where study would put them, by tag and deck.
func TestRetentions(t *testing.T) {
	d, err := decks.Parse("geo.toml", []byte(`title = "Geography"
id = "geo"
question = [
  { id = "plain", ask = "1?", answer = 1 },
  { id = "hard", ask = "2?", answer = 2, tags = ["exam"] },
]
`), nil)
	if err != nil {
		t.Fatal(err)
	}
	tag, deck := 0.97, 0.85
	config, err := readConfig(filepath.Join(t.TempDir(), "none.toml"))
	if err != nil {
		t.Fatal(err)
	}
	config.Tag = map[string]override{"exam": {Retention: &tag}}
	config.Deck = map[string]override{"geo": {Retention: &deck}, "gone": {Retention: &deck}}
	w := &workspace{config: config, decks: []*decks.Deck{d}}
	of := w.retentions()
	for id, want := range map[string]float64{"geo/plain": deck, "geo/hard": tag, "gone/any": deck, "other/any": config.Retention} {
		name, err := decks.ParseCardID(id + "/ask")
		if err != nil {
			t.Fatal(err)
		}
		if got := of(name); got != want {
			t.Errorf("%s: retention %v, want %v", id, got, want)
		}
	}
}
